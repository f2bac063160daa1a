package org.partnershipfund.portfolio.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.kernel.FiscalYear;

/** Policy catalogue §4: what is asked, and how numbers fall into bands. */
class ProgramQueryTest {

    private static final LocalDate DAY = LocalDate.of(2017, 12, 8);

    @ParameterizedTest(name = "{0} forgives typos: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "homwork clb | true",
                "after-school arts | true",
                "oregon trail | true",
                "candor | true",
                "homework -club | false",
                "-club | false",
                "reading or science | false",
                "reading OR science | false",
                "\"homework club\" | false",
            })
    void who_uses_signs_means_exactly_that(String text, boolean forgives) {
        assertThat(query(text, Order.RELEVANCE).forgivesTypos()).isEqualTo(forgives);
    }

    @Test
    void a_blank_text_asks_for_nothing_and_an_empty_choice_narrows_nothing() {
        var query = new ProgramQuery(
                Optional.of("  "),
                Map.of(Facet.DAY, Set.of(), Facet.GRADE, Set.of("K")),
                Optional.empty(),
                Optional.empty(),
                Order.NAME,
                DAY,
                FiscalYear.of(DAY));

        assertThat(query.text()).isEmpty();
        assertThat(query.forgivesTypos()).isFalse();
        assertThat(query.chosen()).isEqualTo(Map.of(Facet.GRADE, Set.of("K")));
    }

    @Test
    void there_is_no_relevance_without_words_and_no_distance_without_a_place() {
        assertThatIllegalArgumentException().isThrownBy(() -> query("", Order.RELEVANCE));
        assertThatIllegalArgumentException().isThrownBy(() -> query("club", Order.DISTANCE));
    }

    @Property(tries = 500)
    void every_price_and_every_number_of_places_is_in_exactly_one_band(
            @ForAll @LongRange(min = 0, max = 200_000) long number) {
        for (List<Band> bands : List.of(Band.PRICES_PER_PUPIL, Band.CAPACITIES_LEFT)) {
            assertThat(bands.stream().filter(band -> band.holds(number))).hasSize(1);
        }
    }

    @Test
    void a_band_ends_before_the_next_begins() {
        assertThat(Band.PRICES_PER_PUPIL.stream()
                        .filter(band -> band.holds(100_00))
                        .map(Band::word))
                .containsExactly("100-to-250");
        assertThat(Band.CAPACITIES_LEFT.stream().filter(band -> band.holds(0)).map(Band::word))
                .containsExactly("none");
    }

    private static ProgramQuery query(String text, Order order) {
        return new ProgramQuery(
                Optional.of(text), Map.of(), Optional.empty(), Optional.empty(), order, DAY, FiscalYear.of(DAY));
    }
}
