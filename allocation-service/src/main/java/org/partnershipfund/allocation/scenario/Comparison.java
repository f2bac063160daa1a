package org.partnershipfund.allocation.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Scenarios beside each other, school by school.
 *
 * @param rows every school that any of them counts, by code
 */
public record Comparison(List<Row> rows) {

    /** Fewer are nothing to compare. */
    public static final int FEWEST = 2;

    /** More do not fit on a page. */
    public static final int MOST = 5;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /**
     * One school.
     *
     * @param name as the first of the scenarios that counts it has it
     * @param entries one for each scenario, in their order; empty where the scenario does not count the school
     */
    public record Row(SchoolCode school, String name, List<Optional<Entry>> entries) {
        public Row {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What one scenario means for one school.
     *
     * @param illustrative whether that scenario's index only shows how things work
     * @param difference to what the first scenario means for it: more, or less than nothing
     */
    public record Entry(Allocation allocation, boolean illustrative, Money difference) {}

    /** Lays them beside each other; the differences are to the first. */
    public static Comparison of(List<Scenario> scenarios) {
        if (scenarios.size() < FEWEST || scenarios.size() > MOST) {
            throw new IllegalArgumentException("2 to 5 scenarios are compared, not " + scenarios.size());
        }
        List<Map<SchoolCode, Allocation>> bySchool =
                scenarios.stream().map(Comparison::bySchool).toList();
        SortedMap<SchoolCode, String> names = new TreeMap<>();
        bySchool.forEach(allocations -> allocations.forEach((school, allocation) ->
                names.putIfAbsent(school, allocation.line().school().name())));
        List<Row> rows = new ArrayList<>();
        names.forEach((school, name) -> {
            Money first = Optional.ofNullable(bySchool.getFirst().get(school))
                    .map(Allocation::amount)
                    .orElse(Money.ZERO);
            rows.add(new Row(
                    school,
                    name,
                    IntStream.range(0, scenarios.size())
                            .mapToObj(place -> Optional.ofNullable(
                                            bySchool.get(place).get(school))
                                    .map(allocation -> new Entry(
                                            allocation,
                                            illustrative(scenarios.get(place)),
                                            allocation.amount().minus(first))))
                            .toList()));
        });
        return new Comparison(rows);
    }

    private static boolean illustrative(Scenario scenario) {
        return scenario.title().index().provenance().illustrative();
    }

    private static Map<SchoolCode, Allocation> bySchool(Scenario scenario) {
        Map<SchoolCode, Allocation> bySchool = new HashMap<>();
        scenario.allocations().forEach(allocation -> bySchool.put(allocation.school(), allocation));
        return bySchool;
    }
}
