package org.partnershipfund.allocation.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.Funds2019.FY2019;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_8_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.THE_8TH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundCalendar;
import org.partnershipfund.allocation.fund.FundCalendar.Days;
import org.partnershipfund.allocation.revision.RevisedAllocation;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Side;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.kernel.Money;

/** Policy letters §1: Adams has $600.00, Baker $400.00, Curie nothing. */
class AllocationLetterTest {

    private static final int ADAMS = 0;
    private static final int CURIE = 2;
    private static final Instant IN_JANUARY = Instant.parse("2018-01-24T15:00:00Z");

    @Test
    void a_school_that_receives_money_reads_all_days_of_the_fund() {
        var letter = letter(ADAMS, Funds2019.allocated(), List.of());

        assertThat(letter.receives()).isTrue();
        assertThat(letter.date()).isEqualTo("Friday, December 8, 2017");
        assertThat(letter.changedAt()).isEqualTo(ON_8_DECEMBER);
        assertThat(letter.standing())
                .isEqualTo("The amount is a proposal until the School Committee adopts the budget.");
        assertThat(letter.days())
                .containsExactly(
                        new Announced(
                                "Monday, December 11, 2017, to Wednesday, December 13, 2017",
                                "Office hours: bring your questions to central office."),
                        new Announced(
                                "Thursday, December 14, 2017, to Thursday, January 11, 2018",
                                "Technical assistance: central office comes to your school and helps you choose."),
                        new Announced(
                                "Friday, January 26, 2018",
                                "Last day to submit your choice of partners, approved, with your school's budget."));
    }

    @Test
    void a_school_that_receives_nothing_is_asked_to_the_office_hours_and_to_nothing_that_it_cannot_do() {
        var letter = letter(CURIE, Funds2019.allocated(), List.of());

        assertThat(letter.receives()).isFalse();
        assertThat(letter.days())
                .extracting(Announced::what)
                .containsExactly("Office hours: bring your questions to central office.");
        assertThat(letter.steps()).isNotEmpty();
    }

    @Test
    void days_that_are_not_announced_are_left_out() {
        var unbound = new Fund.Open(
                Funds2019.FUND,
                new Fund.Terms("Partnership Fund", FY2019, Funds2019.POOL, Funds2019.CHART, FundCalendar.UNBOUND),
                ON_8_DECEMBER);

        assertThat(letter(ADAMS, unbound, List.of()).days()).isEmpty();
    }

    @Test
    void a_revision_is_the_last_step_and_the_amount_is_what_it_led_to() {
        var fifty = new Revision.Accepted(
                new Revision.Terms(
                        new RevisionId(District.id(901)),
                        Funds2019.FUND,
                        new Side.Line(District.ADAMS.code()),
                        new Side.Line(District.BAKER.code()),
                        Money.ofDollars("50.00"),
                        "Enrolment changed.",
                        IN_JANUARY),
                IN_JANUARY);

        var letter = letter(ADAMS, Funds2019.appropriated(), List.of(fifty));

        assertThat(letter.amount()).isEqualTo(Money.ofDollars("550.00"));
        assertThat(letter.revised()).isTrue();
        assertThat(letter.changedAt()).isEqualTo(IN_JANUARY);
        assertThat(letter.steps().getLast()).contains("$50.00 went to school 00350002 (Enrolment changed.)");
        assertThat(letter.standing())
                .isEqualTo("The amount is final: School Committee, 28 March 2018 (adopted on March 28, 2018).");
    }

    @Test
    void a_draft_says_so_and_carries_no_day_of_publication() {
        Scenario computed = Funds2019.computed();
        var allocation = RevisedAllocation.of(
                new AllocationInScenario(computed.allocations().getFirst(), computed.summary()), List.of());

        var letter = new AllocationLetter(allocation, Funds2019.open(), Optional.empty(), Optional.empty());

        assertThat(letter.draft()).isTrue();
        assertThat(letter.date()).isEqualTo("Not published");
    }

    @Test
    void one_day_of_office_hours_is_one_day() {
        var day = LocalDate.of(2017, 12, 11);

        assertThat(Announced.during(new Days(day, day), "Office hours."))
                .isEqualTo(new Announced("Monday, December 11, 2017", "Office hours."));
    }

    private static AllocationLetter letter(int place, Fund fund, List<Revision.Accepted> revisions) {
        var scenario = Funds2019.publication().scenario();
        return new AllocationLetter(
                RevisedAllocation.of(
                        new AllocationInScenario(scenario.allocations().get(place), scenario.summary()), revisions),
                fund,
                Optional.of(THE_8TH),
                Optional.empty());
    }
}
