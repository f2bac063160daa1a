package org.partnershipfund.allocation.bundle;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.revision.RevisedAllocation;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.kernel.Money;

/**
 * A scenario with all that went in and all that came out.
 *
 * @param fund the fund that was shared out
 * @param scenario rules, index and enrolment
 * @param before the notice that says what schools had, if the rules guarantee a part of it
 * @param schools every school of the scenario by rank, with its revisions
 * @param revisions every accepted revision of the fund, oldest first; none of a scenario that is not published
 */
public record PublicBundle(
        Fund.Terms fund,
        Scenario.Summary scenario,
        Optional<Notice.Title> before,
        List<RevisedAllocation> schools,
        List<Revision.Accepted> revisions) {

    public PublicBundle {
        schools = List.copyOf(schools);
        revisions = List.copyOf(revisions);
    }

    /** Puts a scenario and what was revised since together. */
    public static PublicBundle of(
            Fund.Terms fund, Scenario scenario, Optional<Notice.Title> before, List<Revision.Accepted> revisions) {
        Scenario.Summary summary = scenario.summary();
        return new PublicBundle(
                fund,
                summary,
                before,
                scenario.allocations().stream()
                        .map(allocation ->
                                RevisedAllocation.of(new AllocationInScenario(allocation, summary), revisions))
                        .toList(),
                revisions);
    }

    /** What all schools receive together, revised or not. */
    public Money total() {
        return schools.stream()
                .map(school -> school.published().allocation().amount())
                .reduce(Money.ZERO, Money::plus);
    }
}
