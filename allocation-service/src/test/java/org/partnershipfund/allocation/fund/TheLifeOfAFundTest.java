package org.partnershipfund.allocation.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.allocation.fixtures.Funds2019.ADOPTION;
import static org.partnershipfund.allocation.fixtures.Funds2019.CALENDAR;
import static org.partnershipfund.allocation.fixtures.Funds2019.CHART;
import static org.partnershipfund.allocation.fixtures.Funds2019.FUND;
import static org.partnershipfund.allocation.fixtures.Funds2019.FY2019;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_1_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_1_JULY;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_29_MARCH;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_8_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.POOL;
import static org.partnershipfund.allocation.fixtures.Funds2019.THE_8TH;
import static org.partnershipfund.allocation.fixtures.Funds2019.TOP_TWO;
import static org.partnershipfund.allocation.fixtures.Funds2019.allocated;
import static org.partnershipfund.allocation.fixtures.Funds2019.appropriated;
import static org.partnershipfund.allocation.fixtures.Funds2019.closed;
import static org.partnershipfund.allocation.fixtures.Funds2019.lines;
import static org.partnershipfund.allocation.fixtures.Funds2019.open;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.fund.Fund.Adoption;
import org.partnershipfund.allocation.fund.Fund.Allocated;
import org.partnershipfund.allocation.fund.Fund.Open;
import org.partnershipfund.allocation.fund.Fund.Terms;
import org.partnershipfund.allocation.fund.FundCalendar.Days;
import org.partnershipfund.allocation.fund.FundEvent.FundAppropriated;
import org.partnershipfund.allocation.fund.FundEvent.FundClosed;
import org.partnershipfund.allocation.fund.FundEvent.FundOpened;
import org.partnershipfund.allocation.fund.FundRefusal.AdoptedDiffers;
import org.partnershipfund.allocation.fund.FundRefusal.AdoptedInTheFuture;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyAllocated;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyAppropriated;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyClosed;
import org.partnershipfund.allocation.fund.FundRefusal.FundExists;
import org.partnershipfund.allocation.fund.FundRefusal.NotAllocatedYet;
import org.partnershipfund.allocation.fund.FundRefusal.NotAppropriatedYet;
import org.partnershipfund.allocation.fund.FundRefusal.PoolNotPositive;
import org.partnershipfund.allocation.fund.FundRefusal.PublicationTooEarly;
import org.partnershipfund.allocation.fund.FundRefusal.RevisionOpen;
import org.partnershipfund.allocation.fund.FundRefusal.YearNotOver;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;

/** Policy §6 "Publication and appropriation". */
class TheLifeOfAFundTest {

    private static final LocalDate THE_DAY_AFTER = LocalDate.of(2018, 3, 29);

    @Test
    void a_fund_is_opened_and_says_so() {
        var terms = new Terms("Partnership Fund", FY2019, POOL, CHART, CALENDAR, true);

        var decision = Fund.open(
                FUND, "Partnership Fund", FY2019, POOL, CHART, CALENDAR, true, Optional.empty(), ON_1_DECEMBER);

        assertThat(decision)
                .isEqualTo(Decision.accept(
                        new Open(FUND, terms, ON_1_DECEMBER), new FundOpened(FUND, terms, ON_1_DECEMBER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "-0.01"})
    void a_pool_of_nothing_is_refused(String pool) {
        var nothing = Money.ofDollars(pool);

        assertThat(Fund.open(
                        FUND,
                        "Partnership Fund",
                        FY2019,
                        nothing,
                        CHART,
                        CALENDAR,
                        false,
                        Optional.empty(),
                        ON_1_DECEMBER))
                .isEqualTo(Decision.refuse(new PoolNotPositive(nothing)));
    }

    @ParameterizedTest
    @CsvSource({
        "2017-12-14, 2017-12-13, 2017-12-14, 2018-01-11, 2018-01-26, officeHours.from, officeHours.to",
        "2017-12-11, 2017-12-13, 2018-01-12, 2018-01-11, 2018-01-26, technicalAssistance.from, technicalAssistance.to",
        "2017-12-07, 2017-12-13, 2017-12-14, 2018-01-11, 2018-01-26, allocationsPublishedOn, officeHours.from",
        "2017-12-11, 2017-12-13, 2017-12-07, 2018-01-11, 2018-01-26, allocationsPublishedOn, technicalAssistance.from",
        "2017-12-11, 2017-12-13, 2017-12-14, 2018-01-11, 2017-12-07, allocationsPublishedOn, selectionsDueOn"
    })
    void days_that_are_not_in_order_are_refused_by_name(
            LocalDate officeFrom,
            LocalDate officeTo,
            LocalDate helpFrom,
            LocalDate helpTo,
            LocalDate due,
            String first,
            String second) {
        var calendar = new FundCalendar(
                Optional.of(THE_8TH),
                Optional.of(new Days(officeFrom, officeTo)),
                Optional.of(new Days(helpFrom, helpTo)),
                Optional.of(due));

        var why = calendar.fault().orElseThrow();

        assertThat(Fund.open(
                        FUND,
                        "Partnership Fund",
                        FY2019,
                        POOL,
                        CHART,
                        calendar,
                        false,
                        Optional.empty(),
                        ON_1_DECEMBER))
                .isEqualTo(Decision.refuse(why));
        assertThat(why.sentence()).startsWith(first + " is ").contains(" and " + second + " is ");
    }

    @Test
    void a_second_fund_of_the_same_year_and_name_is_refused() {
        assertThat(Fund.open(
                        new FundId(new UUID(1, 1)),
                        "Partnership Fund",
                        FY2019,
                        POOL,
                        CHART,
                        CALENDAR,
                        false,
                        Optional.of(FUND),
                        ON_1_DECEMBER))
                .isEqualTo(Decision.refuse(new FundExists("Partnership Fund", FY2019, FUND)));
    }

    @Test
    void a_fund_is_allocated_once() {
        assertThat(Fund.allocate(allocated(), new UUID(1, 1), THE_DAY_AFTER, ON_29_MARCH))
                .isEqualTo(Decision.refuse(new AlreadyAllocated(FUND, TOP_TWO.value(), ON_8_DECEMBER)));
        assertThat(Fund.allocate(appropriated(), new UUID(1, 1), THE_DAY_AFTER, ON_29_MARCH))
                .isEqualTo(Decision.refuse(new AlreadyAllocated(FUND, TOP_TWO.value(), ON_8_DECEMBER)));
    }

    @Test
    void a_fund_is_allocated_on_the_day_of_its_calendar_and_not_on_the_day_before() {
        var dayBefore = THE_8TH.minusDays(1);

        assertThat(Fund.allocate(open(), TOP_TWO.value(), dayBefore, ON_8_DECEMBER))
                .isEqualTo(Decision.refuse(new PublicationTooEarly(FUND, THE_8TH, dayBefore)));
        assertThat(Fund.allocate(open(), TOP_TWO.value(), THE_8TH, ON_8_DECEMBER))
                .isEqualTo(Decision.accept(allocated()));
    }

    @Test
    void a_fund_that_keeps_no_day_is_allocated_on_any() {
        var unbound =
                new Open(FUND, new Terms("Partnership Fund", FY2019, POOL, CHART, FundCalendar.UNBOUND), ON_1_DECEMBER);

        assertThat(Fund.allocate(unbound, TOP_TWO.value(), LocalDate.EPOCH, ON_1_DECEMBER))
                .isEqualTo(Decision.accept(new Allocated(unbound, TOP_TWO.value(), ON_1_DECEMBER)));
    }

    @Test
    void the_adopted_budget_makes_the_published_amounts_real() {
        assertThat(Fund.appropriate(allocated(), ADOPTION, lines(), Optional.empty(), THE_DAY_AFTER, ON_29_MARCH))
                .isEqualTo(Decision.accept(
                        appropriated(), new FundAppropriated(FUND, FY2019, ADOPTION, lines(), ON_29_MARCH)));
    }

    @Test
    void an_adopted_amount_that_differs_by_a_cent_is_refused() {
        var oneCentLess = new Adoption(POOL.minus(new Money(1)), ADOPTION.vote(), ADOPTION.on());

        assertThat(Fund.appropriate(allocated(), oneCentLess, lines(), Optional.empty(), THE_DAY_AFTER, ON_29_MARCH))
                .isEqualTo(Decision.refuse(new AdoptedDiffers(Money.ofDollars("999.99"), POOL)));
    }

    @Test
    void a_vote_of_today_counts_and_one_of_tomorrow_does_not() {
        var dayOfTheVote = ADOPTION.on();
        var dayBefore = dayOfTheVote.minusDays(1);

        assertThat(Fund.appropriate(allocated(), ADOPTION, lines(), Optional.empty(), dayOfTheVote, ON_29_MARCH))
                .isInstanceOf(Decision.Accepted.class);
        assertThat(Fund.appropriate(allocated(), ADOPTION, lines(), Optional.empty(), dayBefore, ON_29_MARCH))
                .isEqualTo(Decision.refuse(new AdoptedInTheFuture(dayOfTheVote, dayBefore)));
    }

    @Test
    void a_fund_without_published_allocations_cannot_be_appropriated() {
        assertThat(Fund.appropriate(open(), ADOPTION, lines(), Optional.empty(), THE_DAY_AFTER, ON_29_MARCH))
                .isEqualTo(Decision.refuse(new NotAllocatedYet(FUND)));
    }

    @Test
    void a_fund_is_not_adopted_while_the_ledger_owes_an_answer() {
        var open = new UUID(7, 7);

        assertThat(Fund.appropriate(allocated(), ADOPTION, lines(), Optional.of(open), THE_DAY_AFTER, ON_29_MARCH))
                .isEqualTo(Decision.refuse(new RevisionOpen(FUND, open)));
    }

    @Test
    void a_fund_is_appropriated_once() {
        assertThat(Fund.appropriate(appropriated(), ADOPTION, lines(), Optional.empty(), THE_DAY_AFTER, ON_29_MARCH))
                .isEqualTo(Decision.refuse(new AlreadyAppropriated(FUND, ADOPTION.vote(), ON_29_MARCH)));
    }

    static List<List<String>> closings() {
        return PolicyPage.examples("closing the fund of fiscal year 2019");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void a_fund_is_closed_as_the_policy_shows(List<String> row) {
        Fund fund = switch (row.getFirst()) {
            case "open" -> open();
            case "allocated" -> allocated();
            case "appropriated" -> appropriated();
            case "closed" -> closed();
            case String unknown -> throw new IllegalArgumentException(unknown);
        };

        assertThat(
                        switch (Fund.close(fund, LocalDate.parse(row.get(1)), ON_1_JULY)) {
                            case Decision.Accepted<Fund> _ -> "closed";
                            case Decision.Refused<Fund>(NotAppropriatedYet _) -> "fund-not-appropriated-yet";
                            case Decision.Refused<Fund>(YearNotOver _) -> "year-not-over";
                            case Decision.Refused<Fund>(AlreadyClosed _) -> "fund-already-closed";
                            case Decision.Refused<Fund>(var other) -> other.sentence();
                        })
                .isEqualTo(row.get(2));
    }

    @Test
    void a_fund_that_is_closed_says_so_and_is_neither_allocated_nor_appropriated_again() {
        assertThat(Fund.close(appropriated(), LocalDate.of(2019, 7, 1), ON_1_JULY))
                .isEqualTo(Decision.accept(closed(), new FundClosed(FUND, FY2019, ON_1_JULY)));
        assertThat(Fund.allocate(closed(), new UUID(1, 1), THE_DAY_AFTER, ON_1_JULY))
                .isEqualTo(Decision.refuse(new AlreadyAllocated(FUND, TOP_TWO.value(), ON_8_DECEMBER)));
        assertThat(Fund.appropriate(closed(), ADOPTION, lines(), Optional.empty(), THE_DAY_AFTER, ON_1_JULY))
                .isEqualTo(Decision.refuse(new AlreadyAppropriated(FUND, ADOPTION.vote(), ON_29_MARCH)));
    }

    @Test
    void every_refusal_names_value_and_remedy() {
        assertThat(new YearNotOver(FUND, LocalDate.of(2019, 6, 30), LocalDate.of(2019, 6, 29)).sentence())
                .contains("ends on 2019-06-30", "today is 2019-06-29", "come back the day after");
        assertThat(new PoolNotPositive(Money.ZERO).sentence())
                .isEqualTo(
                        "pool is $0.00; a fund needs more than $0.00 to share out. Give the amount that was set aside.");
        assertThat(new AdoptedDiffers(Money.ofDollars("999.99"), POOL).sentence())
                .isEqualTo(
                        "adopted is $999.99 and the published allocations add up to $1,000.00. Give that sum; where less was adopted, lower the allocations first: POST /funds/{fundId}/revisions/reductions.");
        assertThat(new PublicationTooEarly(FUND, THE_8TH, THE_8TH.minusDays(1)).sentence())
                .isEqualTo(
                        "Fund " + FUND.value()
                                + " publishes its allocations on 2017-12-08, and today is 2017-12-07 in the district. Nobody is told before; come back on that day.");
        assertThat(new FundExists("Partnership Fund", FY2019, FUND).sentence())
                .contains("'Partnership Fund' of FY2019", FUND.value().toString(), "a name of its own");
    }

    @Test
    void the_parts_of_a_budget_line_have_their_shapes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartOfAccounts("5290", "100", "2536", "00000"))
                .withMessageContaining("account");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChartOfAccounts("52907", "100", "2536", ""))
                .withMessageContaining("subclass");
    }
}
