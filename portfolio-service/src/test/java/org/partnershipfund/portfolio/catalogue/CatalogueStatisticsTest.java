package org.partnershipfund.portfolio.catalogue;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.CatalogueStatistics.Fifth;
import org.partnershipfund.portfolio.catalogue.Partnerships.Count;
import org.partnershipfund.portfolio.fixtures.PolicyPage;

/** Policy catalogue §6 "What is counted", its worked examples and the rules around them. */
class CatalogueStatisticsTest {

    static Stream<List<String>> examples() {
        return PolicyPage.examples("catalogue.md", "what is counted").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void schools_are_counted_as_the_policy_shows(List<String> row) {
        List<Count> counts = new ArrayList<>();
        for (String school : row.get(0).isEmpty() ? new String[0] : row.get(0).split(" ", -1)) {
            String[] parts = school.split(":", -1);
            counts.add(count(counts.size(), need(parts[0]), Integer.parseInt(parts[1])));
        }

        var statistics = of(counts);

        assertThat(statistics.perSchool()).hasToString(row.get(1));
        assertThat(statistics.median()).hasToString(row.get(2));
        assertThat(statistics.without()).hasSize(Integer.parseInt(row.get(3)));
        assertThat(statistics.byNeed().stream()
                        .map(fifth -> Integer.toString(fifth.partnerships()))
                        .collect(joining(" ")))
                .isEqualTo(row.get(4));
    }

    /** Whatever the schools: nobody is counted twice or left out. */
    @Property(tries = 300)
    void the_fifths_add_up_to_the_schools_whose_need_is_known(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 99) Integer> needs) {
        List<Count> counts = new ArrayList<>();
        for (int need : needs) {
            counts.add(count(counts.size(), need == 0 ? Optional.empty() : Optional.of(need), need % 7));
        }

        List<Fifth> fifths = of(counts).byNeed();

        List<Count> known =
                counts.stream().filter(one -> one.school().need().isPresent()).toList();
        assertThat(fifths).hasSize(known.size() < 5 ? 0 : 5);
        if (!fifths.isEmpty()) {
            assertThat(fifths.stream().mapToInt(Fifth::schools).sum()).isEqualTo(known.size());
            assertThat(fifths.stream().mapToInt(Fifth::partnerships).sum())
                    .isEqualTo(known.stream().mapToInt(Count::partnerships).sum());
            assertThat(fifths.stream().map(Fifth::needTo).toList()).isSorted();
        }
    }

    private static CatalogueStatistics of(List<Count> counts) {
        return CatalogueStatistics.of(new FiscalYear(2018), Optional.empty(), counts);
    }

    private static Optional<Integer> need(String written) {
        return written.equals("-")
                ? Optional.empty()
                : Optional.of(new BigDecimal(written).movePointRight(2).intValueExact());
    }

    private static Count count(int number, Optional<Integer> need, int partnerships) {
        var code = new SchoolCode("%08d".formatted(350_000 + number));
        return new Count(new School(code, "School " + number, "Roxbury", Optional.empty(), need), partnerships, 0, 0);
    }
}
