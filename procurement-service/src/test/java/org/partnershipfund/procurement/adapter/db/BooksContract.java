package org.partnershipfund.procurement.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnershipfund.procurement.fixtures.Books.CENTRE;
import static org.partnershipfund.procurement.fixtures.Books.CHART;
import static org.partnershipfund.procurement.fixtures.Books.FY2019;
import static org.partnershipfund.procurement.fixtures.Books.ON_DECEMBER_8;
import static org.partnershipfund.procurement.fixtures.Books.accepted;
import static org.partnershipfund.procurement.fixtures.Books.dollars;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.Balance;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.BudgetLines.Place;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.Move;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Transfer;
import org.partnershipfund.procurement.ledger.Voucher;

/** What funds, lines and ledger must do together; run against the in-memory books and the real ones. */
abstract class BooksContract {

    private final FundId fund = new FundId(UUID.randomUUID());
    private final SchoolCode first = school(1);
    private final SchoolCode second = school(2);

    abstract RememberedFunds funds();

    abstract BudgetLines lines();

    abstract Ledger ledger();

    @Test
    void a_fund_reads_back_as_it_was_told() {
        funds().add(fund());

        assertThat(funds().find(fund)).contains(fund());
        assertThat(funds().lock(fund)).contains(fund());
        assertThat(funds().find(new FundId(UUID.randomUUID()))).isEmpty();
        assertThat(funds().lock(new FundId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void a_line_reads_back_as_its_transfers_left_it() {
        BudgetLine line = planned(first, "100.00");

        assertThat(lines().find(line.id())).contains(new Versioned<>(line, 2));
        assertThat(lines().lock(fund, Set.of(first, second))).containsExactly(line);
        assertThat(funds().find(fund).orElseThrow().planned()).isEqualTo(dollars("100.00"));
    }

    @Test
    void what_was_locked_is_read_anew_after_a_posting() {
        planned(first, "100.00");
        BudgetLine before = lines().lock(fund, Set.of(first)).getFirst();

        ledger().post(List.of(
                accepted(before.appropriate(dollars("100.00"), voucher())).transfer()));

        assertThat(lines().lock(fund, Set.of(first)).getFirst().balance().appropriated())
                .isEqualTo(dollars("100.00"));
    }

    @Test
    void a_line_is_opened_empty() {
        BudgetLine full = line(first).with(Balance.EMPTY.after(Move.PLAN, dollars("1.00")));

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> lines().open(full));
    }

    @Test
    void lines_are_listed_by_school_and_paged() {
        BudgetLine two = planned(second, "200.00");
        BudgetLine one = planned(first, "100.00");

        assertThat(lines().list(LedgerSlice.of(fund), Optional.empty(), 10))
                .extracting(Versioned::value)
                .containsExactly(one, two);
        assertThat(lines().list(LedgerSlice.of(fund), Optional.empty(), 1))
                .extracting(Versioned::value)
                .containsExactly(one);
        assertThat(lines().list(
                                LedgerSlice.of(fund),
                                Optional.of(new Place(first, 2019, one.id().value())),
                                10))
                .extracting(Versioned::value)
                .containsExactly(two);
    }

    @Test
    void a_slice_shows_what_it_asks_for_and_may_see() {
        BudgetLine one = planned(first, "100.00");
        planned(second, "200.00");

        assertThat(codes(slice(Optional.of(first), Optional.empty(), Optional.empty())))
                .containsExactly(first);
        assertThat(codes(slice(Optional.empty(), Optional.of(new FiscalYear(2020)), Optional.empty())))
                .isEmpty();
        assertThat(codes(slice(Optional.empty(), Optional.of(FY2019), Optional.of(Set.of(second)))))
                .containsExactly(second);
        assertThat(codes(slice(Optional.of(first), Optional.empty(), Optional.of(Set.of(second)))))
                .isEmpty();
        assertThat(codes(slice(Optional.empty(), Optional.empty(), Optional.of(Set.of()))))
                .isEmpty();
        assertThat(lines().totals(slice(Optional.of(first), Optional.empty(), Optional.empty())))
                .isEqualTo(new BudgetLines.Totals(1, one.balance()));
        assertThat(lines().totals(slice(Optional.empty(), Optional.empty(), Optional.of(Set.of()))))
                .isEqualTo(new BudgetLines.Totals(0, Balance.EMPTY));
    }

    @Test
    void the_whole_life_of_money_is_kept_transfer_by_transfer() {
        BudgetLine line = planned(first, "100.00");
        Posting voted = accepted(line.appropriate(dollars("100.00"), voucher()));
        var reservation = new CommitmentId(UUID.randomUUID());
        Posting reserved = accepted(voted.line().reserve(reservation, dollars("60.00"), voucher()));
        ledger().post(List.of(voted.transfer(), reserved.transfer()));

        Commitment open = ledger().commitment(reservation).orElseThrow();
        var encumbrance = new CommitmentId(UUID.randomUUID());
        Posting encumbered = accepted(reserved.line().encumber(open, encumbrance, dollars("60.00"), voucher()));
        ledger().post(List.of(encumbered.transfer()));

        assertThat(open)
                .isEqualTo(
                        new Commitment(reservation, line.id(), Account.RESERVED, dollars("60.00"), dollars("60.00")));
        assertThat(ledger().commitment(reservation).orElseThrow().isClosed()).isTrue();
        assertThat(ledger().commitment(encumbrance).orElseThrow().open()).isEqualTo(dollars("60.00"));
        assertThat(ledger().commitment(new CommitmentId(UUID.randomUUID()))).isEmpty();
        assertThat(ledger().entries(line.id(), 0, 10))
                .extracting(Ledger.Entry::transfer)
                .endsWith(voted.transfer(), reserved.transfer(), encumbered.transfer());
        List<Ledger.Entry> page = ledger().entries(line.id(), 0, 2);
        assertThat(ledger().entries(line.id(), page.getLast().number(), 10))
                .extracting(Ledger.Entry::transfer)
                .containsExactly(reserved.transfer(), encumbered.transfer());
        assertThat(lines().find(line.id()).orElseThrow()).isEqualTo(new Versioned<>(encumbered.line(), 5));
        assertThat(ledger().trialBalance(LedgerSlice.of(fund)).balances()).isTrue();
        assertThat(ledger().trialBalance(LedgerSlice.of(fund)).credits()).isEqualTo(dollars("100.00"));
    }

    @Test
    void what_was_paid_for_a_cause_is_found_with_what_of_it_was_corrected() {
        BudgetLine line = planned(first, "100.00");
        Posting voted = accepted(line.appropriate(dollars("100.00"), voucher()));
        var reservation = new CommitmentId(UUID.randomUUID());
        Posting reserved = accepted(voted.line().reserve(reservation, dollars("60.00"), voucher()));
        ledger().post(List.of(voted.transfer(), reserved.transfer()));
        var encumbrance = new CommitmentId(UUID.randomUUID());
        Posting encumbered = accepted(reserved.line()
                .encumber(ledger().commitment(reservation).orElseThrow(), encumbrance, dollars("60.00"), voucher()));
        ledger().post(List.of(encumbered.transfer()));
        var payment = new CommitmentId(UUID.randomUUID());
        String cause = "invoice:" + UUID.randomUUID();
        Voucher invoice =
                new Voucher(UUID.randomUUID(), cause, "Invoice paid", voucher().at());
        Posting paid = accepted(encumbered
                .line()
                .expend(ledger().commitment(encumbrance).orElseThrow(), payment, dollars("40.00"), invoice));
        ledger().post(List.of(paid.transfer()));
        Voucher note =
                new Voucher(UUID.randomUUID(), cause, "Credited", voucher().at());
        Posting corrected =
                accepted(paid.line().correct(ledger().commitment(payment).orElseThrow(), dollars("15.00"), note));
        ledger().post(List.of(corrected.transfer()));

        assertThat(ledger().payments(line.id(), cause))
                .containsExactly(
                        new Commitment(payment, line.id(), Account.EXPENDED, dollars("40.00"), dollars("25.00")));
        assertThat(ledger().payments(line.id(), "invoice:" + UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_posting_that_breaks_a_rule_is_refused_whole() {
        BudgetLine line = planned(first, "100.00");
        var tooMuch = new Transfer(line.id(), Move.LAPSE, dollars("100.01"), null, null, voucher());

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ledger().post(List.of(tooMuch)));
    }

    private List<SchoolCode> codes(LedgerSlice slice) {
        return lines().list(slice, Optional.empty(), 10).stream()
                .map(found -> found.value().school())
                .toList();
    }

    private LedgerSlice slice(Optional<SchoolCode> school, Optional<FiscalYear> year, Optional<Set<SchoolCode>> seen) {
        return new LedgerSlice(Optional.of(fund), school, year, Optional.empty(), seen);
    }

    private RememberedFund fund() {
        return RememberedFund.opened(fund, "Partnership Fund", FY2019, Money.ofDollars("5700000.00"), CHART);
    }

    private BudgetLine line(SchoolCode school) {
        return new BudgetLine(
                new BudgetLineId(UUID.randomUUID()), fund, FY2019, school, "A school", CHART, CENTRE, Balance.EMPTY);
    }

    @com.google.errorprone.annotations.CanIgnoreReturnValue
    private BudgetLine planned(SchoolCode school, String dollars) {
        if (funds().find(fund).isEmpty()) {
            funds().add(fund());
        }
        Posting opened = accepted(BudgetLine.open(
                new BudgetLineId(UUID.randomUUID()), fund(), school, "A school", CENTRE, dollars(dollars), voucher()));
        lines().open(opened.line().with(Balance.EMPTY));
        ledger().post(List.of(opened.transfer()));
        return opened.line();
    }

    private static Voucher voucher() {
        return new Voucher(UUID.randomUUID(), "event", "As agreed", ON_DECEMBER_8);
    }

    private static SchoolCode school(int place) {
        return new SchoolCode("0035000" + place);
    }
}
