package org.partnershipfund.procurement.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.partnershipfund.procurement.adapter.db.LedgerDatabase.Slip;
import org.partnershipfund.procurement.fixtures.Attempt;
import org.partnershipfund.procurement.fixtures.ModelOfTheBooks;
import org.partnershipfund.procurement.fixtures.ModelOfTheBooks.Promise;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerSlice;

/** Whatever is tried in whatever order, the database says yes exactly when cents in boxes would. */
class LedgerAgainstAModelIT {

    private static final int LINES = 2;
    private static final long POOL = 10_000;

    @SuppressWarnings("NullAway.Init") // jqwik calls start first
    private static LedgerDatabase database;

    @BeforeContainer
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterContainer
    static void stop() {
        database.close();
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Attempt.sequences(LINES, 60);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void the_database_agrees_with_cents_in_boxes(@ForAll("attempts") List<Attempt> attempts) throws SQLException {
        var model = new ModelOfTheBooks(LINES, POOL);
        UUID fund = database.fund(POOL);
        List<UUID> lines = List.of(database.line(fund), database.line(fund));
        List<UUID> promises = new ArrayList<>();

        try (var connection = database.connection()) {
            for (Attempt attempt : attempts) {
                Promise from = attempt.promise(model);
                UUID resolves = from == null ? null : promises.get(model.promises.indexOf(from));
                UUID opens = attempt.move().opens() ? UUID.randomUUID() : null;
                long cents = attempt.cents(model, from);

                boolean allowed = model.move(attempt.line(), attempt.move(), cents, from);

                assertThat(tries(
                                connection,
                                new Slip(lines.get(attempt.line()), attempt.move(), cents, opens, resolves)))
                        .as("%s of %d cents", attempt, cents)
                        .isEqualTo(allowed);
                if (allowed && opens != null) {
                    promises.add(opens);
                }
            }
        }

        for (int line = 0; line < LINES; line++) {
            for (Account account : Account.values()) {
                assertThat(database.cents(lines.get(line), account)).isEqualTo(model.cents(line, account));
            }
        }
        for (int promise = 0; promise < promises.size(); promise++) {
            assertThat(database.number(
                            "SELECT open_cents FROM commitment WHERE id = '%s'".formatted(promises.get(promise))))
                    .isEqualTo(model.promises.get(promise).left);
        }
        assertThat(new JdbcLedger(database.dataSource())
                        .trialBalance(LedgerSlice.of(new FundId(fund)))
                        .balances())
                .isTrue();
    }

    private static boolean tries(java.sql.Connection connection, Slip slip) {
        try {
            LedgerDatabase.insert(connection, slip);
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isIn(LedgerDatabase.RULES);
            return false;
        }
    }
}
