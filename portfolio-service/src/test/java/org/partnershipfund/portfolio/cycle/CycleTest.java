package org.partnershipfund.portfolio.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.portfolio.fixtures.Harbor.AUTUMN;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_2_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.autumn;
import static org.partnershipfund.portfolio.fixtures.Harbor.category;
import static org.partnershipfund.portfolio.fixtures.Harbor.id;
import static org.partnershipfund.portfolio.fixtures.Harbor.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CategoryTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.ClosesBeforeItOpens;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CriterionTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CycleExists;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CyclesOverlap;
import org.partnershipfund.portfolio.cycle.CycleRefusal.IntentDayOutside;
import org.partnershipfund.portfolio.program.ServiceArea;

/** Policy §3.1: what a cycle announces. */
class CycleTest {

    private static final CycleId NEXT = new CycleId(id("0422"));
    private static final LocalDate OPENS = LocalDate.of(2017, 10, 2);
    private static final LocalDate CLOSES = LocalDate.of(2017, 10, 20);

    @Test
    void a_cycle_has_a_name_of_its_own_in_its_year() {
        assertThat(Cycle.announce(NEXT, terms(), List.of(autumn()), ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(
                        new CycleExists("Opportunity Portfolio 2018-19", new FiscalYear(2019), AUTUMN)));
    }

    @Test
    void a_cycle_may_be_open_for_one_day_and_not_for_less() {
        assertThat(announced(OPENS, Optional.empty(), OPENS)).isInstanceOf(Decision.Accepted.class);
        assertThat(announced(OPENS, Optional.empty(), OPENS.minusDays(1)))
                .isEqualTo(Decision.refuse(new ClosesBeforeItOpens(OPENS, OPENS.minusDays(1))));
    }

    @Test
    void the_day_for_intents_lies_within_the_window() {
        assertThat(announced(OPENS, Optional.of(OPENS), CLOSES)).isInstanceOf(Decision.Accepted.class);
        assertThat(announced(OPENS, Optional.of(CLOSES), CLOSES)).isInstanceOf(Decision.Accepted.class);
        for (LocalDate outside : List.of(OPENS.minusDays(1), CLOSES.plusDays(1))) {
            assertThat(announced(OPENS, Optional.of(outside), CLOSES))
                    .isEqualTo(Decision.refuse(new IntentDayOutside(outside, OPENS, CLOSES)));
        }
    }

    @Test
    void a_category_and_a_criterion_are_named_by_their_codes() {
        Category academic = category(ServiceArea.ACADEMIC);
        Category confused = new Category(
                "summer",
                "Summer",
                List.of(ServiceArea.ACADEMIC),
                Minimums.years(2),
                List.of(new Criterion("quality", "a"), new Criterion("safety", "b"), new Criterion("quality", "c")),
                2,
                List.of());

        assertThat(Cycle.announce(
                        NEXT, terms("Next", Optional.empty(), List.of(academic, academic)), List.of(), ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(new CategoryTwice("academic")));
        assertThat(Cycle.announce(
                        NEXT, terms("Next", Optional.empty(), List.of(academic, confused)), List.of(), ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(new CriterionTwice("summer", "quality")));
    }

    @ParameterizedTest(name = "{0} from {1} to {2} beside autumn: overlaps {3}")
    @CsvSource({
        "academic, 2017-10-20, 2017-11-01, true",
        "academic, 2017-09-01, 2017-10-02, true",
        "academic, 2017-10-05, 2017-10-06, true",
        "academic, 2017-09-01, 2017-12-01, true",
        "academic, 2017-10-21, 2017-11-01, false",
        "academic, 2017-09-01, 2017-10-01, false",
        "health-and-wellness, 2017-10-02, 2017-10-20, false",
    })
    void no_two_open_cycles_seek_the_same_category(
            String category, LocalDate opensOn, LocalDate closesOn, boolean overlaps) {
        var terms = new Cycle.Terms(
                "Next",
                new FiscalYear(2019),
                opensOn,
                Optional.empty(),
                closesOn,
                List.of(category(ServiceArea.of(category))));

        var decision = Cycle.announce(NEXT, terms, List.of(autumn()), ON_2_OCTOBER);

        assertThat(decision)
                .isEqualTo(
                        overlaps
                                ? Decision.refuse(new CyclesOverlap(category, AUTUMN, OPENS, CLOSES))
                                : Decision.accept(new Cycle(NEXT, terms, ON_2_OCTOBER)));
    }

    @Test
    void nobody_is_vetted_on_the_word_of_one() {
        Category two = category(ServiceArea.ACADEMIC);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Category(
                        two.code(), two.name(), two.areas(), two.minimums(), two.criteria(), 1, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:11", "1:0", "11", "1:", "-1:11", "1:11.5", "1000:1"})
    void a_ratio_of_zero_or_of_nothing_is_none(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ratio.of(word));
    }

    private static Decision<Cycle> announced(LocalDate opensOn, Optional<LocalDate> intentBy, LocalDate closesOn) {
        var terms = new Cycle.Terms("Next", new FiscalYear(2019), opensOn, intentBy, closesOn, terms().categories());
        return Cycle.announce(NEXT, terms, List.of(), ON_2_OCTOBER);
    }
}
