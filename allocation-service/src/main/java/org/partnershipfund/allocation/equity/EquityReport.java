package org.partnershipfund.allocation.equity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A scenario and, if it is told, the year before, measured over the same schools, pupils and need.
 *
 * <p>Source: docs/policy/equity.md §1.
 */
public record EquityReport(Scenario.Title scenario, Side after, Optional<YearBefore> before) {

    /** The amounts of one year, and how they measure. */
    public record Side(List<SchoolAmount> schools, EquityMeasures measures) {

        public Side {
            schools = List.copyOf(schools);
        }

        static Side of(List<SchoolAmount> schools) {
            return new Side(schools, EquityMeasures.of(schools));
        }
    }

    /**
     * The year before.
     *
     * @param notice where the amounts are told
     * @param leftOut what it paid at schools that the scenario does not count
     */
    public record YearBefore(Notice.Title notice, Side side, LeftOut leftOut) {}

    /** What is not in the measures, because the schools are not in the snapshot or have no pupils there. */
    public record LeftOut(int schools, Money amount) {}

    /**
     * Lays both years side by side.
     *
     * @param allocations all of the scenario
     * @param before the latest notice of the fiscal year before; empty if there is none to be seen
     */
    public static EquityReport of(Scenario.Title scenario, List<Allocation> allocations, Optional<Notice> before) {
        List<SchoolAmount> after = amounts(allocations);
        return new EquityReport(scenario, Side.of(after), before.map(notice -> yearBefore(notice, after)));
    }

    /** What each school of a scenario receives. */
    public static List<SchoolAmount> amounts(List<Allocation> allocations) {
        return allocations.stream()
                .map(allocation -> new SchoolAmount(
                        allocation.school(),
                        allocation.line().school().name(),
                        allocation.line().school().index(),
                        allocation.line().school().pupils(),
                        allocation.amount()))
                .toList();
    }

    /** What a reader must know before anything is concluded from the figures; one sentence each. */
    public List<String> caveats() {
        return caveats(scenario, before.map(YearBefore::notice));
    }

    /** The same for anything else that rests on this scenario and this notice. */
    static List<String> caveats(Scenario.Title scenario, Optional<Notice.Title> before) {
        Stream<String> ofTheIndex = scenario.index().provenance().illustrative()
                ? Stream.of(
                        "The index '%s' only shows how things work: it is not the district's own, and ranks no real need."
                                .formatted(scenario.index().name()))
                : Stream.empty();
        return Stream.concat(ofTheIndex, before.stream().flatMap(notice -> notice.caveat().stream()))
                .toList();
    }

    private static YearBefore yearBefore(Notice notice, List<SchoolAmount> after) {
        Map<SchoolCode, Money> paid = notice.bySchool();
        List<SchoolAmount> before = after.stream()
                .map(school -> school.receiving(paid.getOrDefault(school.school(), Money.ZERO)))
                .toList();
        Set<SchoolCode> counted = before.stream()
                .filter(SchoolAmount::hasPupils)
                .map(SchoolAmount::school)
                .collect(Collectors.toSet());
        List<Money> leftOut = paid.entrySet().stream()
                .filter(school -> !counted.contains(school.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new YearBefore(
                notice.title(),
                Side.of(before),
                new LeftOut(leftOut.size(), leftOut.stream().reduce(Money.ZERO, Money::plus)));
    }
}
