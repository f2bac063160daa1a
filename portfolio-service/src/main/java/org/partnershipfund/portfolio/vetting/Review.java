package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.util.List;
import org.partnershipfund.portfolio.partner.Person;

/**
 * What one reviewer finds. It never changes.
 *
 * @param ratings every criterion of the cycle, in its order
 */
public record Review(ReviewId id, Person reviewer, List<Rating> ratings, Instant at) {

    public Review {
        ratings = List.copyOf(ratings);
    }

    /** Whether every criterion is met or exceeded (§4.4). */
    public boolean isEnough() {
        return ratings.stream().allMatch(rating -> rating.grading().isEnough());
    }
}
