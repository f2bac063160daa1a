package org.partnershipfund.procurement.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.procurement.adapter.db.LedgerDatabase.Slip;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.Move;

/** What the database itself refuses, whoever asks and whatever our own code believes. */
class LedgerRulesIT {

    private static LedgerDatabase database;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE transfer SET cents = cents + 1",
                "DELETE FROM transfer",
                "TRUNCATE transfer",
                "UPDATE budget_line SET available_cents = available_cents + 1",
                "UPDATE budget_line SET school_name = 'Another'",
                "DELETE FROM budget_line",
                "TRUNCATE budget_line CASCADE",
                "UPDATE commitment SET open_cents = opened_cents",
                "DELETE FROM commitment",
                "UPDATE remembered_fund SET pool_cents = pool_cents * 2",
                "DELETE FROM remembered_fund",
                "ALTER TABLE transfer DISABLE TRIGGER ALL",
                "DROP TRIGGER post_transfers ON transfer",
                "SET session_replication_role = replica",
                """
                INSERT INTO commitment (id, line_id, account, opened_cents, open_cents, opened_by, opened_at)
                SELECT gen_random_uuid(), line_id, 'reserved', 1, 1, id, now() FROM transfer LIMIT 1
                """,
                """
                INSERT INTO budget_line (id, fund_id, fiscal_year, school_code, school_name, account, fund,
                                         responsibility_centre, program, subclass, opened_at, available_cents)
                SELECT gen_random_uuid(), fund_id, 2019, '99999999', 'Rich', '52907', '100', '101203', '2536', '000',
                       now(), 100 FROM budget_line LIMIT 1
                """
            })
    void the_application_may_post_and_nothing_else(String sql) throws SQLException {
        UUID line = database.appropriatedLine(1000);

        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            var refused = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));

            assertThat(refused.getSQLState()).isEqualTo(LedgerDatabase.RIGHT);
        }
        assertThat(database.cents(line, Account.AVAILABLE)).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE transfer SET cents = 1", "DELETE FROM transfer", "TRUNCATE transfer CASCADE"})
    void not_even_the_owner_rewrites_a_transfer_by_accident(String sql) throws SQLException {
        try (var connection = database.ownersConnection();
                var statement = connection.createStatement()) {
            var refused = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));

            assertThat(refused.getSQLState()).isEqualTo(LedgerDatabase.RIGHT);
            assertThat(refused.getMessage()).contains("never changed");
        }
    }

    @Test
    void only_the_moves_of_the_policy_are_legal() throws SQLException {
        UUID line = database.appropriatedLine(1000);
        try (var connection = database.connection()) {
            for (Account debit : Account.values()) {
                for (Account credit : Account.values()) {
                    boolean listed = isListed(debit, credit);
                    var refused = catchThrowableOfType(SQLException.class, () -> {
                        try (var insert = connection.prepareStatement("""
                                INSERT INTO transfer (id, line_id, debit, credit, cents, opens, resolves, cause, reason, at)
                                VALUES (gen_random_uuid(), ?, ?, ?, 1, gen_random_uuid(), gen_random_uuid(), 'x', 'x', now())
                                """)) {
                            insert.setObject(1, line);
                            insert.setString(2, debit.word());
                            insert.setString(3, credit.word());
                            insert.executeUpdate();
                        }
                    });
                    boolean isIllegal = constraint(refused).equals("transfer_is_a_legal_move");

                    assertThat(isIllegal).as("%s from %s", debit, credit).isEqualTo(!listed);
                }
            }
        }
    }

    @Test
    void a_line_pays_out_to_exactly_zero_and_not_a_cent_more() throws SQLException {
        UUID line = database.appropriatedLine(1000);
        UUID reservation = UUID.randomUUID();
        UUID encumbrance = UUID.randomUUID();
        try (var connection = database.connection()) {
            LedgerDatabase.insert(connection, new Slip(line, Move.RESERVE, 1000, reservation, null));
            LedgerDatabase.insert(connection, new Slip(line, Move.ENCUMBER, 1000, encumbrance, reservation));
            LedgerDatabase.insert(connection, new Slip(line, Move.EXPEND, 999, UUID.randomUUID(), encumbrance));

            assertThat(refusal(new Slip(line, Move.EXPEND, 2, UUID.randomUUID(), encumbrance)))
                    .isEqualTo("commitment_is_never_exceeded");
            LedgerDatabase.insert(connection, new Slip(line, Move.EXPEND, 1, UUID.randomUUID(), encumbrance));
            assertThat(refusal(new Slip(line, Move.EXPEND, 1, UUID.randomUUID(), encumbrance)))
                    .isEqualTo("commitment_is_never_exceeded");
            assertThat(refusal(new Slip(line, Move.RESERVE, 1, UUID.randomUUID(), null)))
                    .isEqualTo("budget_line_available_is_never_negative");
        }
        assertThat(database.cents(line, Account.EXPENDED)).isEqualTo(1000);
        assertThat(database.number(
                        "SELECT count(*) FROM commitment WHERE line_id = '%s' AND closed_at IS NULL AND account <> 'expended'"
                                .formatted(line)))
                .isZero();
    }

    @Test
    void nothing_is_encumbered_before_the_vote() throws SQLException {
        UUID line = database.line(database.fund(1000));
        UUID reservation = UUID.randomUUID();
        try (var connection = database.connection()) {
            LedgerDatabase.insert(connection, new Slip(line, Move.PLAN, 1000, null, null));
            LedgerDatabase.insert(connection, new Slip(line, Move.RESERVE, 600, reservation, null));

            assertThat(refusal(new Slip(line, Move.ENCUMBER, 600, UUID.randomUUID(), reservation)))
                    .isEqualTo("budget_line_owes_nothing_beyond_its_appropriation");

            LedgerDatabase.insert(connection, new Slip(line, Move.APPROPRIATE, 1000, null, null));
            LedgerDatabase.insert(connection, new Slip(line, Move.ENCUMBER, 600, UUID.randomUUID(), reservation));
        }
        assertThat(database.cents(line, Account.AVAILABLE)).isEqualTo(400);
    }

    @Test
    void a_commitment_is_used_only_by_its_own_line_and_in_its_own_account() throws SQLException {
        UUID line = database.appropriatedLine(1000);
        UUID other = database.appropriatedLine(1000);
        UUID reservation = UUID.randomUUID();
        try (var connection = database.connection()) {
            LedgerDatabase.insert(connection, new Slip(line, Move.RESERVE, 500, reservation, null));
            LedgerDatabase.insert(connection, new Slip(other, Move.RESERVE, 500, UUID.randomUUID(), null));
        }

        assertThat(refusal(new Slip(other, Move.RELEASE_RESERVATION, 500, null, reservation)))
                .isEqualTo("transfer_resolves_a_commitment_of_its_line");
        assertThat(refusal(new Slip(line, Move.EXPEND, 500, UUID.randomUUID(), reservation)))
                .isEqualTo("transfer_resolves_a_commitment_of_its_line");
        assertThat(refusal(new Slip(line, Move.EXPEND, 500, UUID.randomUUID(), UUID.randomUUID())))
                .isEqualTo("transfer_resolves_a_commitment_of_its_line");
        assertThat(refusal(new Slip(line, Move.RELEASE_RESERVATION, 500, null, null)))
                .isEqualTo("transfer_names_what_it_resolves");
        assertThat(refusal(new Slip(line, Move.RESERVE, 100, null, null))).isEqualTo("transfer_names_what_it_opens");
        assertThat(refusal(new Slip(line, Move.RESERVE, 100, reservation, null)))
                .isEqualTo("transfer_opens_a_commitment_once");
    }

    @Test
    void the_lines_of_a_fund_never_hold_more_than_its_pool() throws SQLException {
        UUID fund = database.fund(1000);
        UUID first = database.line(fund);
        UUID second = database.line(fund);
        try (var connection = database.connection()) {
            LedgerDatabase.insert(connection, new Slip(first, Move.PLAN, 600, null, null));

            assertThat(refusal(new Slip(second, Move.PLAN, 401, null, null)))
                    .isEqualTo("remembered_fund_lines_never_exceed_its_pool");
            LedgerDatabase.insert(connection, new Slip(second, Move.PLAN, 400, null, null));
        }
        assertThat(database.number("SELECT planned_cents FROM remembered_fund WHERE id = '%s'".formatted(fund)))
                .isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_transfer_moves_at_least_one_cent(long cents) throws SQLException {
        UUID line = database.appropriatedLine(1000);

        assertThat(refusal(new Slip(line, Move.LAPSE, cents, null, null)))
                .isEqualTo("transfer_moves_at_least_one_cent");
    }

    private static boolean isListed(Account debit, Account credit) {
        for (Move move : Move.values()) {
            if (move.debit() == debit && move.credit() == credit) {
                return true;
            }
        }
        return false;
    }

    private static String refusal(Slip slip) throws SQLException {
        try (var connection = database.connection()) {
            return constraint(catchThrowableOfType(SQLException.class, () -> LedgerDatabase.insert(connection, slip)));
        }
    }

    private static String constraint(SQLException refused) {
        var named = Pattern.compile("constraint \"(\\w+)\"").matcher(refused.getMessage());
        assertThat(named.find()).as(refused.getMessage()).isTrue();
        return named.group(1);
    }
}
