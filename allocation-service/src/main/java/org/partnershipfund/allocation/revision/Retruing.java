package org.partnershipfund.allocation.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.partnershipfund.allocation.formula.Explanation;
import org.partnershipfund.allocation.formula.LargestRemainder;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotAnOctoberCount;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotRetrued;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRetrue;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.OtherRules;
import org.partnershipfund.allocation.revision.RevisionRefusal.ServesOtherSchools;
import org.partnershipfund.allocation.revision.RevisionRefusal.TooLateToRevise;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.school.SnapshotKind;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Brings published amounts to what the same rules say of the pupils that were counted in October: who has too much gives
 * to the reserve, who has too little receives what was given already.
 *
 * <p>Source: docs/policy/allocation.md §7.10.
 *
 * @param asks first those that give, then those that receive; each by school code
 * @param missing what schools with too little still miss when all that receive have received
 */
public record Retruing(List<Ask> asks, Money missing) {

    public Retruing {
        asks = List.copyOf(asks);
    }

    /** The fund with its published scenario, if its amounts may be re-trued now. */
    public static Decision<Fund.Allocated> admit(Fund fund) {
        if (!fund.terms().retruedToOctober()) {
            return Decision.refuse(new NotRetrued(fund.id()));
        }
        return switch (fund) {
            case Fund.Open _ -> Decision.refuse(new NothingToRevise(fund.id()));
            case Fund.Allocated allocated -> Decision.accept(allocated);
            case Fund.Appropriated appropriated -> Decision.refuse(TooLateToRevise.by(appropriated));
            case Fund.Closed closed -> Decision.refuse(TooLateToRevise.by(closed.appropriated()));
        };
    }

    /**
     * What is to be asked now; asked again when the ledger has answered, it asks for the rest.
     *
     * @param published the scenario of the fund
     * @param october another one of the fund: the same rules and index over an October count
     * @param now what the schools have
     * @param reason for everybody to read; what the count says of the school is added to it
     */
    public static Decision<Retruing> of(
            Scenario.Published published, Scenario october, CurrentAmounts now, String reason) {
        Scenario.Title title = october.title();
        if (title.enrollment().kind() != SnapshotKind.OCTOBER) {
            return Decision.refuse(
                    new NotAnOctoberCount(title.id(), title.enrollment().asOf()));
        }
        if (!title.rules().areThoseOf(published.title().rules())
                || !title.index().id().equals(published.title().index().id())) {
            return Decision.refuse(new OtherRules(title.id(), published.title().id()));
        }
        SortedMap<SchoolCode, Allocation> due = served(october);
        if (!due.keySet().equals(now.bySchool().keySet())) {
            return Decision.refuse(new ServesOtherSchools(title.id(), onOneSide(due.keySet(), now)));
        }
        Reasons reasons =
                new Reasons(served(published), due, title.enrollment().asOf().toString(), reason);
        List<Ask> asks = decreases(due, now, reasons);
        Map<SchoolCode, Long> tooLittle = tooLittle(due, now);
        // What these rules share out and no school has: it was given back, and the ledger has confirmed it.
        Money free = title.rules().sharedOut().minus(now.sum());
        if (free.isPositive()) {
            asks.addAll(increases(free, tooLittle, reasons));
        }
        Money missing = new Money(tooLittle.values().stream().reduce(0L, Math::addExact));
        return asks.isEmpty()
                ? Decision.refuse(
                        new NothingToRetrue(title.id(), title.enrollment().asOf()))
                : Decision.accept(new Retruing(asks, free.isPositive() ? missing.minus(free) : missing));
    }

    /** Why each school's amount moves, so that its principal can check it. */
    private record Reasons(
            Map<SchoolCode, Allocation> published, Map<SchoolCode, Allocation> due, String asOf, String asked) {

        String of(SchoolCode school) {
            Allocation before = published.get(school);
            Allocation counted = due.get(school);
            if (before == null || counted == null) {
                throw new IllegalArgumentException("school %s is revised and not funded".formatted(school));
            }
            return "%s October count as of %s: %,d pupils instead of %,d, by the same rules %s instead of %s."
                    .formatted(
                            asked,
                            asOf,
                            counted.line().school().pupils(),
                            before.line().school().pupils(),
                            Explanation.words(counted.amount()),
                            Explanation.words(before.amount()));
        }
    }

    private static SortedMap<SchoolCode, Allocation> served(Scenario scenario) {
        SortedMap<SchoolCode, Allocation> served = new TreeMap<>();
        scenario.allocations().stream()
                .filter(allocation -> allocation.amount().isPositive())
                .forEach(allocation -> served.put(allocation.school(), allocation));
        return served;
    }

    private static List<SchoolCode> onOneSide(Set<SchoolCode> due, CurrentAmounts now) {
        Set<SchoolCode> either = new TreeSet<>(due);
        either.addAll(now.bySchool().keySet());
        return either.stream()
                .filter(school -> !due.contains(school) || !now.bySchool().containsKey(school))
                .toList();
    }

    private static List<Ask> decreases(SortedMap<SchoolCode, Allocation> due, CurrentAmounts now, Reasons reasons) {
        List<Ask> asks = new ArrayList<>();
        due.forEach((school, allocation) -> {
            Money tooMuch = now.of(school).minus(allocation.amount());
            if (tooMuch.isPositive()) {
                asks.add(new Ask(new Side.Line(school), new Side.Reserve(), tooMuch, reasons.of(school)));
            }
        });
        return asks;
    }

    /** In cents; only schools that have too little. */
    private static Map<SchoolCode, Long> tooLittle(SortedMap<SchoolCode, Allocation> due, CurrentAmounts now) {
        Map<SchoolCode, Long> tooLittle = new HashMap<>();
        due.forEach((school, allocation) -> {
            Money less = allocation.amount().minus(now.of(school));
            if (less.isPositive()) {
                tooLittle.put(school, less.cents());
            }
        });
        return tooLittle;
    }

    /**
     * What is free, by largest remainder of what each school has too little. It is never more than all have too little
     * together: what these rules share out is what is due, so it exceeds what the schools have by just that much, less
     * what others still have too much.
     */
    private static List<Ask> increases(Money free, Map<SchoolCode, Long> tooLittle, Reasons reasons) {
        List<Ask> asks = new ArrayList<>();
        LargestRemainder.split(free, tooLittle).forEach((school, share) -> {
            if (share.amount().isPositive()) {
                asks.add(new Ask(new Side.Reserve(), new Side.Line(school), share.amount(), reasons.of(school)));
            }
        });
        return asks;
    }
}
