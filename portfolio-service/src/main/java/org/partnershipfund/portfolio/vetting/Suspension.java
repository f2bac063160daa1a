package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.portfolio.partner.Person;

/**
 * That a vetted program is off the menu for a time, and why.
 *
 * @param from the first day off the menu
 * @param by who suspended it
 * @param end by which it came back, if it did
 */
public record Suspension(String reasons, LocalDate from, Person by, Instant at, Optional<Reinstatement> end) {

    public Suspension {
        if (reasons.isBlank()) {
            throw new IllegalArgumentException("a suspension has reasons");
        }
    }

    /**
     * That it is back.
     *
     * @param on the first day on the menu again
     * @param by who reinstated it
     */
    public record Reinstatement(String reasons, LocalDate on, Person by, Instant at) {
        public Reinstatement {
            if (reasons.isBlank()) {
                throw new IllegalArgumentException("a reinstatement has reasons");
            }
        }
    }

    Suspension ended(Reinstatement reinstatement) {
        return new Suspension(reasons, from, by, at, Optional.of(reinstatement));
    }

    /** Whether the program is off the menu on that day; on the day of its return it is not. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from)
                && end.map(Reinstatement::on).filter(on -> !day.isBefore(on)).isEmpty();
    }
}
