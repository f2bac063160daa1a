package org.partnershipfund.procurement.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.adapter.db.LedgerDatabase.Slip;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.Move;
import org.partnershipfund.procurement.ledger.TrialBalance;
import org.partnershipfund.procurement.ledger.TrialBalance.Disagreement;

/** The trial balance must be able to fail: whoever gets around the trigger is seen. */
class TrialBalanceIT {

    private static LedgerDatabase database;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void honest_books_agree() throws SQLException {
        var books = books();

        var trial = trial(books);

        assertThat(trial.balances()).isTrue();
        assertThat(trial.debits()).isEqualTo(new Money(1000));
        assertThat(trial.credits()).isEqualTo(new Money(1000));
        assertThat(trial.lines()).isEqualTo(1);
        assertThat(trial.transfers()).isEqualTo(3);
        assertThat(trial.commitments()).isEqualTo(1);
    }

    @Test
    void a_balance_changed_behind_the_trigger_is_named() throws SQLException {
        var books = books();

        database.tamper(
                "UPDATE budget_line SET available_cents = available_cents + 7, planned_cents = planned_cents + 7 WHERE id = '%s'"
                        .formatted(books.line));

        assertThat(trial(books).balances()).isFalse();
        assertThat(trial(books).disagreements())
                .contains(new Disagreement(
                        "budget line %s, available".formatted(books.line), new Money(707), new Money(700)));
    }

    @Test
    void a_commitment_changed_behind_the_trigger_is_named() throws SQLException {
        var books = books();

        database.tamper("UPDATE commitment SET open_cents = 299 WHERE id = '%s'".formatted(books.reservation));

        assertThat(trial(books).disagreements())
                .containsExactlyInAnyOrder(
                        new Disagreement("commitment %s".formatted(books.reservation), new Money(299), new Money(300)),
                        new Disagreement(
                                "open commitments of budget line %s, reserved".formatted(books.line),
                                new Money(300),
                                new Money(299)));
    }

    @Test
    void a_transfer_removed_behind_the_trigger_is_named() throws SQLException {
        var books = books();

        database.tamper("DELETE FROM transfer WHERE line_id = '%s' AND debit = 'planned'".formatted(books.line));

        assertThat(trial(books).balances()).isFalse();
        assertThat(trial(books).disagreements())
                .contains(new Disagreement("planned on fund " + books.fund, new Money(1000), Money.ZERO));
    }

    private record Kept(UUID fund, UUID line, UUID reservation) {}

    private static Kept books() throws SQLException {
        UUID fund = database.fund(1000);
        UUID line = database.line(fund);
        UUID reservation = UUID.randomUUID();
        try (var connection = database.connection()) {
            LedgerDatabase.insert(connection, new Slip(line, Move.PLAN, 1000, null, null));
            LedgerDatabase.insert(connection, new Slip(line, Move.APPROPRIATE, 1000, null, null));
            LedgerDatabase.insert(connection, new Slip(line, Move.RESERVE, 300, reservation, null));
        }
        return new Kept(fund, line, reservation);
    }

    private static TrialBalance trial(Kept books) {
        return new JdbcLedger(database.dataSource()).trialBalance(LedgerSlice.of(new FundId(books.fund)));
    }
}
