package org.partnershipfund.approval.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;

/**
 * Who chaired a council with the principal, and when.
 *
 * <p>Source: docs/policy/school-site-council.md §2.3.
 *
 * @param until the last day; empty for who chairs now
 */
public record CoChair(Person member, LocalDate from, Optional<LocalDate> until) {

    /** Somebody was named on that day. */
    public record Named(Person member, LocalDate from) {}

    /**
     * The terms that follow from who was named when; who was replaced on the same day never chaired for a whole one.
     *
     * @param named oldest first
     */
    public static List<CoChair> terms(List<Named> named) {
        List<CoChair> terms = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Named one = named.get(i);
            if (i == named.size() - 1) {
                terms.add(new CoChair(one.member(), one.from(), Optional.empty()));
            } else if (named.get(i + 1).from().isAfter(one.from())) {
                terms.add(new CoChair(
                        one.member(),
                        one.from(),
                        Optional.of(named.get(i + 1).from().minusDays(1))));
            }
        }
        return terms;
    }
}
