package org.partnershipfund.procurement.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.ADAMS;
import static org.partnershipfund.procurement.fixtures.Books.CENTRE;
import static org.partnershipfund.procurement.fixtures.Books.CHART;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Books.ON_DECEMBER_8;
import static org.partnershipfund.procurement.fixtures.Books.ON_MARCH_28;
import static org.partnershipfund.procurement.fixtures.Books.PERKINS;
import static org.partnershipfund.procurement.fixtures.Books.dollars;
import static org.partnershipfund.procurement.fixtures.Books.fund;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.fixtures.AuditedChanges;
import org.partnershipfund.procurement.fixtures.InMemoryBooks;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AdoptedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.ChartedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundToldDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.LineNotOpen;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NothingToMove;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PlannedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PoolExceeded;
import org.partnershipfund.procurement.ledger.LedgerRefusal.SchoolNamedTwice;
import org.partnershipfund.procurement.ledger.LedgerRefusal.VoteDoesNotAddUp;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;
import org.partnershipfund.procurement.usecase.AppropriateLines.Appropriation;
import org.partnershipfund.procurement.usecase.OpenBudgetLine.Allocation;

/** Policy §4: what the ledger makes of funds, allocations and votes. */
class OpeningBudgetLinesTest {

    private final InMemoryBooks books = new InMemoryBooks();
    private final AuditedChanges audit = new AuditedChanges();
    private final AtomicLong numbers = new AtomicLong();
    private final RememberFund remember = new RememberFund(books, audit);
    private final OpenBudgetLine open =
            new OpenBudgetLine(books, books, books, audit, () -> new UUID(1, numbers.incrementAndGet()));
    private final AppropriateLines appropriate =
            new AppropriateLines(books, books, books, books, audit, () -> new UUID(2, numbers.incrementAndGet()));

    @BeforeEach
    void the_fund_is_known() {
        accepted(remember.remember(fund()));
    }

    @Test
    void an_allocation_opens_the_line_with_everything_planned_and_available() {
        BudgetLine line = accepted(open.open(allocation(PERKINS, "52775.72")));

        assertThat(line.balance().planned()).isEqualTo(dollars("52775.72"));
        assertThat(line.balance().available()).isEqualTo(dollars("52775.72"));
        assertThat(line.chart()).isEqualTo(CHART);
        assertThat(line.centre()).isEqualTo(CENTRE);
        assertThat(books.find(line.id()).orElseThrow().value()).isEqualTo(line);
        assertThat(audit.actions()).containsExactly("FundRemembered", "BudgetLineOpened");
    }

    @Test
    void the_same_allocation_again_changes_nothing() {
        accepted(open.open(allocation(PERKINS, "100.00")));
        accepted(open.open(allocation(PERKINS, "100.00")));

        assertThat(books.trialBalance(LedgerSlice.ALL).transfers()).isEqualTo(1);
    }

    @Test
    void the_same_allocation_after_the_vote_changes_nothing() {
        accepted(open.open(allocation(PERKINS, "100.00")));
        accepted(appropriate.appropriate(vote("100.00", line(PERKINS, "100.00"))));

        accepted(open.open(allocation(PERKINS, "100.00")));

        assertThat(books.trialBalance(LedgerSlice.ALL).transfers()).isEqualTo(2);
    }

    @Test
    void another_amount_for_an_open_line_is_refused() {
        accepted(open.open(allocation(PERKINS, "100.00")));

        assertThat(refused(open.open(allocation(PERKINS, "100.01"))))
                .isEqualTo(new PlannedDifferently(PERKINS, dollars("100.00"), dollars("100.01")));
    }

    @Test
    void another_responsibility_centre_for_an_open_line_is_refused() {
        accepted(open.open(allocation(PERKINS, "100.00")));
        var elsewhere = new ResponsibilityCentre("999999");
        var moved = new Allocation(
                FUND_2019, FY2019, PERKINS, "Perkins", elsewhere, dollars("100.00"), "event", ON_DECEMBER_8);

        assertThat(refused(open.open(moved))).isEqualTo(new ChartedDifferently(PERKINS, CENTRE, elsewhere));
    }

    @Test
    void an_allocation_of_an_unknown_fund_is_refused_until_the_fund_is_known() {
        var unknown = new InMemoryBooks();

        assertThat(refused(new OpenBudgetLine(unknown, unknown, unknown, audit, () -> new UUID(0, 0))
                        .open(allocation(PERKINS, "100.00"))))
                .isEqualTo(new FundNotKnown(FUND_2019));
    }

    @Test
    void an_allocation_of_another_year_than_its_fund_is_refused() {
        var other = new FiscalYear(2020);
        var crossing =
                new Allocation(FUND_2019, other, PERKINS, "Perkins", CENTRE, dollars("100.00"), "event", ON_DECEMBER_8);

        assertThat(refused(open.open(crossing))).isEqualTo(new WrongYear(FUND_2019, FY2019, other));
    }

    @Test
    void the_lines_of_a_fund_never_hold_more_than_its_pool() {
        accepted(open.open(allocation(PERKINS, "5699999.99")));

        assertThat(refused(open.open(allocation(ADAMS, "0.02"))))
                .isEqualTo(new PoolExceeded(FUND_2019, dollars("0.01"), dollars("0.02")));
        accepted(open.open(allocation(ADAMS, "0.01")));
    }

    @Test
    void an_allocation_of_nothing_opens_no_line() {
        assertThat(refused(open.open(allocation(PERKINS, "0.00")))).isEqualTo(new NothingToMove(Money.ZERO));
        assertThat(books.totals(LedgerSlice.ALL).lines()).isZero();
    }

    @Test
    void a_fund_told_again_changes_nothing_and_told_otherwise_is_refused() {
        accepted(open.open(allocation(PERKINS, "100.00")));
        accepted(remember.remember(fund()));
        var otherwise = RememberedFund.opened(
                FUND_2019, "Another", FY2019, dollars("1.00"), new ChartParts("52907", "100", "2536", "001"));

        assertThat(refused(remember.remember(otherwise))).isEqualTo(new FundToldDifferently(FUND_2019));
        assertThat(books.find(FUND_2019).orElseThrow().planned()).isEqualTo(dollars("100.00"));
    }

    @Test
    void a_vote_appropriates_every_line_it_names() {
        accepted(open.open(allocation(PERKINS, "100.00")));
        accepted(open.open(allocation(ADAMS, "200.00")));

        List<BudgetLine> after =
                accepted(appropriate.appropriate(vote("300.00", line(PERKINS, "100.00"), line(ADAMS, "200.00"))));

        assertThat(after)
                .extracting(line -> line.balance().appropriated())
                .containsExactly(dollars("100.00"), dollars("200.00"));
        assertThat(books.totals(LedgerSlice.ALL).balance().planned()).isEqualTo(Money.ZERO);
        assertThat(audit.actions()).endsWith("LinesAppropriated");
    }

    @Test
    void a_vote_told_again_changes_nothing_and_a_longer_one_adds_the_rest() {
        accepted(open.open(allocation(PERKINS, "100.00")));
        accepted(open.open(allocation(ADAMS, "200.00")));
        accepted(appropriate.appropriate(vote("100.00", line(PERKINS, "100.00"))));

        assertThat(accepted(appropriate.appropriate(vote("100.00", line(PERKINS, "100.00")))))
                .isEmpty();
        assertThat(accepted(appropriate.appropriate(vote("300.00", line(PERKINS, "100.00"), line(ADAMS, "200.00")))))
                .extracting(BudgetLine::school)
                .containsExactly(ADAMS);
    }

    @Test
    void a_vote_with_one_differing_line_appropriates_none() {
        accepted(open.open(allocation(PERKINS, "100.00")));
        accepted(open.open(allocation(ADAMS, "200.00")));

        assertThat(refused(appropriate.appropriate(vote("299.00", line(PERKINS, "100.00"), line(ADAMS, "199.00")))))
                .isEqualTo(new AdoptedDifferently(ADAMS, dollars("200.00"), dollars("199.00")));
        assertThat(books.totals(LedgerSlice.ALL).balance().appropriated()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_vote_ahead_of_a_line_names_the_line_it_waits_for() {
        accepted(open.open(allocation(PERKINS, "100.00")));

        assertThat(refused(appropriate.appropriate(vote("300.00", line(PERKINS, "100.00"), line(ADAMS, "200.00")))))
                .isEqualTo(new LineNotOpen(FUND_2019, ADAMS));
        assertThat(books.totals(LedgerSlice.ALL).balance().appropriated()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_vote_that_does_not_add_up_is_refused() {
        assertThat(refused(appropriate.appropriate(vote("100.01", line(PERKINS, "100.00")))))
                .isEqualTo(new VoteDoesNotAddUp(FUND_2019, dollars("100.01"), dollars("100.00")));
    }

    @Test
    void a_vote_that_names_a_school_twice_is_refused() {
        assertThat(refused(appropriate.appropriate(vote("200.00", line(PERKINS, "100.00"), line(PERKINS, "100.00")))))
                .isEqualTo(new SchoolNamedTwice(PERKINS));
    }

    @Test
    void a_vote_on_an_unknown_fund_or_another_year_is_refused() {
        var unknown = new InMemoryBooks();
        var crossing = new Appropriation(
                FUND_2019,
                new FiscalYear(2020),
                dollars("100.00"),
                "vote",
                LocalDate.of(2018, 3, 28),
                List.of(line(PERKINS, "100.00")),
                "event",
                ON_MARCH_28);

        assertThat(refused(new AppropriateLines(unknown, unknown, unknown, unknown, audit, () -> new UUID(0, 0))
                        .appropriate(vote("100.00", line(PERKINS, "100.00")))))
                .isEqualTo(new FundNotKnown(FUND_2019));
        assertThat(refused(appropriate.appropriate(crossing)))
                .isEqualTo(new WrongYear(FUND_2019, FY2019, new FiscalYear(2020)));
    }

    private static Allocation allocation(SchoolCode school, String amount) {
        return new Allocation(FUND_2019, FY2019, school, "A school", CENTRE, dollars(amount), "event", ON_DECEMBER_8);
    }

    private static Appropriation vote(String adopted, Appropriation.Line... lines) {
        return new Appropriation(
                FUND_2019,
                FY2019,
                dollars(adopted),
                "School Committee",
                LocalDate.of(2018, 3, 28),
                List.of(lines),
                "event",
                ON_MARCH_28);
    }

    private static Appropriation.Line line(SchoolCode school, String amount) {
        return new Appropriation.Line(school, dollars(amount));
    }

    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private static <S> S accepted(Decision<S> decision) {
        return decision.orRefuse().state();
    }

    private static Refusal refused(Decision<?> decision) {
        return switch (decision) {
            case Decision.Refused<?>(var why) -> why;
            case Decision.Accepted<?> accepted -> throw new AssertionError("was accepted: " + accepted);
        };
    }
}
