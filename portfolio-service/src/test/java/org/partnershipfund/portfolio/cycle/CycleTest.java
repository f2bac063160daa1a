package org.partnershipfund.portfolio.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.portfolio.fixtures.Harbor.AUTUMN;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_2_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.CycleRefusal.ClosesBeforeItOpens;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CriterionTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CycleExists;

/** Policy §3.1: what a cycle announces. */
class CycleTest {

    private static final LocalDate OPENS = LocalDate.of(2017, 10, 2);

    @Test
    void a_cycle_has_a_name_of_its_own_in_its_year() {
        assertThat(Cycle.announce(AUTUMN, terms(), Optional.of(AUTUMN), ON_2_OCTOBER))
                .isEqualTo(Decision.refuse(
                        new CycleExists("Opportunity Portfolio 2018-19", new FiscalYear(2019), AUTUMN)));
    }

    @Test
    void a_cycle_may_be_open_for_one_day_and_not_for_less() {
        assertThat(announced(OPENS, List.of("quality"))).isInstanceOf(Decision.Accepted.class);
        assertThat(announced(OPENS.minusDays(1), List.of("quality")))
                .isEqualTo(Decision.refuse(new ClosesBeforeItOpens(OPENS, OPENS.minusDays(1))));
    }

    @Test
    void a_criterion_is_named_by_its_code() {
        assertThat(announced(OPENS, List.of("quality", "safety", "quality")))
                .isEqualTo(Decision.refuse(new CriterionTwice("quality")));
    }

    private static Decision<Cycle> announced(LocalDate closesOn, List<String> codes) {
        var terms = new Cycle.Terms(
                "Opportunity Portfolio 2018-19",
                new FiscalYear(2019),
                OPENS,
                closesOn,
                terms().categories(),
                codes.stream().map(code -> new Criterion(code, "About " + code)).toList(),
                2);
        return Cycle.announce(AUTUMN, terms, Optional.empty(), ON_2_OCTOBER);
    }
}
