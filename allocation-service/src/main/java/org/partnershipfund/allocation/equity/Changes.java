package org.partnershipfund.allocation.equity;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Winners and losers: what a scenario changes against the year before, school by school and partner by partner.
 *
 * <p>Source: docs/policy/equity.md §6.
 *
 * @param notice where the year before is told
 * @param schools every school of the scenario or the notice, the greatest loss first
 * @param partners every partner of the notice, what ends most first
 */
public record Changes(
        Scenario.Title scenario, Notice.Title notice, List<SchoolChange> schools, List<PartnerChange> partners) {

    public Changes {
        schools = List.copyOf(schools);
        partners = List.copyOf(partners);
    }

    /**
     * One school.
     *
     * @param inScenario its index, pupils and amount; empty if the scenario's snapshot does not count it
     * @param before what the year before paid there
     */
    public record SchoolChange(SchoolCode school, String name, Optional<SchoolAmount> inScenario, Money before) {

        /** What the scenario gives it; nothing if it is not in it. */
        public Money after() {
            return inScenario.map(SchoolAmount::amount).orElse(Money.ZERO);
        }

        /** What it gains; less than nothing if it loses. */
        public Money change() {
            return after().minus(before);
        }
    }

    /**
     * One partner, whose central funding ends.
     *
     * @param schools where it was paid
     * @param schoolsWithAllocation those of them that may choose it again
     * @param endsWhereNothingComes the part of {@code ends} at schools that receive nothing
     */
    public record PartnerChange(
            String partner, Money ends, int schools, int schoolsWithAllocation, Money endsWhereNothingComes) {}

    /** The changes of some schools together. */
    public record Total(int schools, Money amount) {}

    /**
     * Compares.
     *
     * @param before the latest notice of the fiscal year before
     * @param after all schools of the scenario
     * @param names of the schools that only the notice has
     */
    public static Changes of(
            Scenario.Title scenario, Collection<SchoolAmount> after, Notice before, Map<SchoolCode, String> names) {
        Map<SchoolCode, SchoolAmount> inScenario =
                after.stream().collect(Collectors.toMap(SchoolAmount::school, Function.identity()));
        Map<SchoolCode, Money> paid = before.bySchool();
        Set<SchoolCode> all = new TreeSet<>(inScenario.keySet());
        all.addAll(paid.keySet());
        List<SchoolChange> schools = all.stream()
                .map(code -> change(code, Optional.ofNullable(inScenario.get(code)), paid, names))
                .sorted(comparing(SchoolChange::change).thenComparing(SchoolChange::school))
                .toList();
        return new Changes(scenario, before.title(), schools, partners(before, inScenario));
    }

    /** What a reader must know before anything is concluded from the figures; one sentence each. */
    public List<String> caveats() {
        return EquityReport.caveats(scenario, Optional.of(notice));
    }

    /** The schools that gain, and how much. */
    public Total gain() {
        return total(school -> school.change().isPositive());
    }

    /** The schools that lose, and how much; the amount is less than nothing. */
    public Total loss() {
        return total(school -> school.change().isNegative());
    }

    /** How many schools neither gain nor lose. */
    public int unchanged() {
        return schools.size() - gain().schools() - loss().schools();
    }

    /** What the year before paid in all. */
    public Money before() {
        return schools.stream().map(SchoolChange::before).reduce(Money.ZERO, Money::plus);
    }

    /** What the scenario gives in all. */
    public Money after() {
        return schools.stream().map(SchoolChange::after).reduce(Money.ZERO, Money::plus);
    }

    private Total total(Predicate<SchoolChange> which) {
        List<Money> changes =
                schools.stream().filter(which).map(SchoolChange::change).toList();
        return new Total(changes.size(), changes.stream().reduce(Money.ZERO, Money::plus));
    }

    private static SchoolChange change(
            SchoolCode code,
            Optional<SchoolAmount> inScenario,
            Map<SchoolCode, Money> paid,
            Map<SchoolCode, String> names) {
        String name = inScenario
                .map(SchoolAmount::name)
                .or(() -> Optional.ofNullable(names.get(code)))
                .orElseThrow(() -> new IllegalArgumentException("school %s has no name".formatted(code)));
        return new SchoolChange(code, name, inScenario, paid.getOrDefault(code, Money.ZERO));
    }

    private static List<PartnerChange> partners(Notice before, Map<SchoolCode, SchoolAmount> inScenario) {
        Map<String, List<PriorYearFunding>> lines = before.lines().stream()
                .collect(Collectors.groupingBy(PriorYearFunding::partner, TreeMap::new, Collectors.toList()));
        return lines.entrySet().stream()
                .map(line -> partner(line.getKey(), line.getValue(), inScenario))
                .sorted(comparing(PartnerChange::ends, reverseOrder()).thenComparing(PartnerChange::partner))
                .toList();
    }

    private static PartnerChange partner(
            String partner, List<PriorYearFunding> paid, Map<SchoolCode, SchoolAmount> inScenario) {
        Predicate<SchoolCode> isFunded = code -> {
            SchoolAmount school = inScenario.get(code);
            return school != null && school.amount().isPositive();
        };
        Set<SchoolCode> schools =
                paid.stream().map(PriorYearFunding::school).collect(Collectors.toCollection(TreeSet::new));
        return new PartnerChange(
                partner,
                sum(paid, _ -> true),
                schools.size(),
                (int) schools.stream().filter(isFunded).count(),
                sum(paid, isFunded.negate()));
    }

    private static Money sum(List<PriorYearFunding> lines, Predicate<SchoolCode> where) {
        return lines.stream()
                .filter(line -> where.test(line.school()))
                .map(PriorYearFunding::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
