package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.time.LocalDate;
import org.partnershipfund.portfolio.partner.Person;

/**
 * What the partnerships team wants to be answered better.
 *
 * @param what is to change; for the partner to read
 * @param dueOn the last day for new answers
 * @param by who asks
 */
public record ChangeRequest(String what, LocalDate dueOn, Person by, Instant at) {
    public ChangeRequest {
        if (what.isBlank()) {
            throw new IllegalArgumentException("a request says what is to change");
        }
    }
}
