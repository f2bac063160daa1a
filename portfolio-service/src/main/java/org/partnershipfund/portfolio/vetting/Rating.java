package org.partnershipfund.portfolio.vetting;

/**
 * What a reviewer finds about one criterion, and why.
 *
 * @param criterion the criterion's code
 */
public record Rating(String criterion, Grading grading, String reason) {
    public Rating {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a rating has a reason");
        }
    }
}
