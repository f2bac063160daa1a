package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.Move;
import org.partnershipfund.procurement.ledger.Transfer;
import org.partnershipfund.procurement.ledger.TrialBalance;
import org.partnershipfund.procurement.ledger.TrialBalance.Disagreement;
import org.partnershipfund.procurement.ledger.Voucher;

/**
 * Transfers in table {@code transfer}, in plain SQL: a posting is one statement however many lines it touches, and a
 * trial balance is one statement because it must see one instant.
 */
@ApplicationScoped
class JdbcLedger implements Ledger {

    private static final String POST = """
            INSERT INTO transfer (id, line_id, debit, credit, cents, opens, resolves, cause, reason, at)
            SELECT id, line_id, debit, credit, cents, opens, resolves, cause, reason, at
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[], ?::text[],
                          ?::text[], ?::timestamptz[])
                   WITH ORDINALITY
                   AS slip (id, line_id, debit, credit, cents, opens, resolves, cause, reason, at, place)
             ORDER BY place
            """;

    private static final String COMMITMENT =
            "SELECT line_id, account, opened_cents, open_cents FROM commitment WHERE id = ?";

    private static final String COMMITMENTS =
            "SELECT id, line_id, account, opened_cents, open_cents FROM commitment WHERE id = ANY (?)";

    private static final String PAYMENTS = """
            SELECT c.id, c.line_id, c.account, c.opened_cents, c.open_cents
              FROM transfer t JOIN commitment c ON c.id = t.opens
             WHERE t.cause = ? AND t.debit = 'encumbered' AND t.credit = 'expended' AND t.line_id = ? ORDER BY t.seq
            """;

    private static final String ENTRIES = """
            SELECT seq, id, debit, credit, cents, opens, resolves, cause, reason, at, recorded_at
              FROM transfer WHERE line_id = ? AND seq > ? ORDER BY seq LIMIT ?
            """;

    private static final String TRIAL_BALANCE = """
            WITH line AS (
                SELECT * FROM budget_line
                 WHERE (?::uuid IS NULL OR fund_id = ?::uuid)
                   AND (?::text IS NULL OR school_code = ?::text)
                   AND (?::int IS NULL OR fiscal_year = ?::int)
                   AND (?::timestamptz IS NULL OR modified_at > ?::timestamptz)
                   AND (?::text[] IS NULL OR school_code = ANY (?::text[]))),
            moved AS (
                SELECT t.line_id, side.account, sum(side.cents) AS cents
                  FROM transfer t
                  JOIN line ON line.id = t.line_id
                 CROSS JOIN LATERAL (VALUES
                       (t.debit, CASE WHEN t.debit IN ('planned', 'appropriated') THEN t.cents ELSE -t.cents END),
                       (t.credit, CASE WHEN t.credit IN ('planned', 'appropriated') THEN -t.cents ELSE t.cents END))
                       AS side (account, cents)
                 GROUP BY t.line_id, side.account),
            compared AS (
                SELECT line.id AS line_id, kept.account, kept.cents AS stored, coalesce(moved.cents, 0) AS folded
                  FROM line
                 CROSS JOIN LATERAL (VALUES
                       ('planned', planned_cents), ('appropriated', appropriated_cents),
                       ('available', available_cents), ('reserved', reserved_cents),
                       ('encumbered', encumbered_cents), ('expended', expended_cents), ('lapsed', lapsed_cents))
                       AS kept (account, cents)
                  LEFT JOIN moved ON moved.line_id = line.id AND moved.account = kept.account),
            promised AS (
                SELECT c.id, c.line_id, c.account, c.open_cents,
                       opening.cents - coalesce((SELECT sum(r.cents) FROM transfer r
                                                  WHERE r.line_id = c.line_id AND r.resolves = c.id), 0) AS folded
                  FROM commitment c
                  JOIN line ON line.id = c.line_id
                  JOIN transfer opening ON opening.id = c.opened_by),
            paper AS (
                SELECT line.id AS line_id, kept.account, kept.cents AS stored, kept.paper
                  FROM line
                 CROSS JOIN LATERAL (
                       SELECT coalesce(sum(r.amount_cents), 0) AS reserved FROM reserved_line r
                        WHERE r.fund_id = line.fund_id AND r.school_code = line.school_code AND r.state = 'held') held
                 CROSS JOIN LATERAL (
                       SELECT coalesce(sum(s.amount_cents), 0) AS agreed FROM contract_share s
                        WHERE s.fund_id = line.fund_id AND s.school_code = line.school_code
                          AND s.encumbrance_id IS NOT NULL) contracts
                 CROSS JOIN LATERAL (
                       SELECT coalesce(sum(i.paid_cents), 0) AS paid, coalesce(sum(i.returned_cents), 0) AS returned
                         FROM invoice_line i
                        WHERE i.fund_id = line.fund_id AND i.school_code = line.school_code) invoices
                 CROSS JOIN LATERAL (VALUES
                       ('reserved', reserved_cents, held.reserved),
                       ('encumbered', encumbered_cents, contracts.agreed - invoices.paid),
                       ('expended', expended_cents, invoices.paid - invoices.returned)) AS kept (account, cents, paper))
            SELECT 'paper' AS kind, account AS what, sum(stored) AS stored, sum(paper) AS folded
              FROM paper GROUP BY account
            UNION ALL (
                SELECT 'paper differs', 'budget line ' || line_id || ', ' || account, stored, paper
                  FROM paper WHERE stored <> paper LIMIT %1$d)
            UNION ALL
            SELECT 'account' AS kind, account AS what, sum(stored) AS stored, sum(folded) AS folded
              FROM compared GROUP BY account
            UNION ALL SELECT 'count', 'lines', count(*), 0 FROM line
            UNION ALL SELECT 'count', 'transfers', count(*), 0 FROM transfer t JOIN line ON line.id = t.line_id
            UNION ALL SELECT 'count', 'commitments', count(*), 0 FROM promised
            UNION ALL (
                SELECT 'differs', 'budget line ' || line_id || ', ' || account, stored, folded
                  FROM compared WHERE stored <> folded
                UNION ALL
                SELECT 'differs', 'commitment ' || id, open_cents, folded FROM promised WHERE open_cents <> folded
                UNION ALL
                SELECT 'differs', 'open commitments of budget line ' || c.line_id || ', ' || c.account,
                       c.stored, coalesce(sum(p.open_cents), 0)
                  FROM compared c LEFT JOIN promised p ON p.line_id = c.line_id AND p.account = c.account
                 WHERE c.account IN ('reserved', 'encumbered', 'expended')
                 GROUP BY c.line_id, c.account, c.stored HAVING c.stored <> coalesce(sum(p.open_cents), 0)
                UNION ALL
                SELECT 'differs', 'planned on fund ' || f.id, f.planned_cents, p.cents
                  FROM remembered_fund f
                 CROSS JOIN LATERAL (
                       SELECT coalesce(sum(CASE t.debit WHEN 'planned' THEN t.cents ELSE -t.cents END), 0) AS cents
                         FROM budget_line l JOIN transfer t ON t.line_id = l.id
                        WHERE l.fund_id = f.id
                          AND (t.debit = 'planned' OR (t.debit, t.credit) = ('available', 'planned'))) p
                 WHERE f.id IN (SELECT fund_id FROM line) AND f.planned_cents <> p.cents
                LIMIT %1$d)
            """.formatted(TrialBalance.SHOWN);

    private final DataSource database;

    JdbcLedger(DataSource database) {
        this.database = database;
    }

    @Override
    public void post(List<Transfer> transfers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(POST)) {
            insert.setArray(
                    1, column(connection, "uuid", transfers, t -> t.voucher().number()));
            insert.setArray(
                    2, column(connection, "uuid", transfers, t -> t.line().value()));
            insert.setArray(
                    3,
                    column(connection, "text", transfers, t -> t.move().debit().word()));
            insert.setArray(
                    4,
                    column(connection, "text", transfers, t -> t.move().credit().word()));
            insert.setArray(
                    5, column(connection, "bigint", transfers, t -> t.amount().cents()));
            insert.setArray(6, column(connection, "uuid", transfers, t -> value(t.opens())));
            insert.setArray(7, column(connection, "uuid", transfers, t -> value(t.resolves())));
            insert.setArray(
                    8, column(connection, "text", transfers, t -> t.voucher().cause()));
            insert.setArray(
                    9, column(connection, "text", transfers, t -> t.voucher().reason()));
            insert.setArray(
                    10,
                    column(
                            connection,
                            "timestamptz",
                            transfers,
                            t -> t.voucher().at().atOffset(ZoneOffset.UTC)));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot post %d transfers".formatted(transfers.size()), e);
        }
    }

    @Override
    public Optional<Commitment> commitment(CommitmentId id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COMMITMENT)) {
            select.setObject(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(commitment(id, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read commitment " + id, e);
        }
    }

    @Override
    public Map<CommitmentId, Commitment> commitments(List<CommitmentId> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COMMITMENTS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", ids.stream().map(CommitmentId::value).toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<CommitmentId, Commitment> found = new HashMap<>();
                while (row.next()) {
                    var id = new CommitmentId(row.getObject("id", UUID.class));
                    found.put(id, commitment(id, row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read %d commitments".formatted(ids.size()), e);
        }
    }

    private static Commitment commitment(CommitmentId id, ResultSet row) throws SQLException {
        return new Commitment(
                id,
                new BudgetLineId(row.getObject("line_id", UUID.class)),
                Account.ofWord(row.getString("account")),
                new Money(row.getLong("opened_cents")),
                new Money(row.getLong("open_cents")));
    }

    @Override
    public List<Commitment> payments(BudgetLineId line, String cause) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAYMENTS)) {
            select.setString(1, cause);
            select.setObject(2, line.value());
            try (ResultSet row = select.executeQuery()) {
                List<Commitment> payments = new ArrayList<>();
                while (row.next()) {
                    payments.add(commitment(new CommitmentId(row.getObject("id", UUID.class)), row));
                }
                return payments;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what was paid for " + cause, e);
        }
    }

    @Override
    public List<Entry> entries(BudgetLineId line, long after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setObject(1, line.value());
            select.setLong(2, after);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (row.next()) {
                    entries.add(entry(line, row));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the transfers of line " + line, e);
        }
    }

    @Override
    public TrialBalance trialBalance(LedgerSlice slice) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TRIAL_BALANCE)) {
            @Nullable UUID fund = slice.fund().map(id -> id.value()).orElse(null);
            @Nullable String school = slice.school().map(SchoolCode::value).orElse(null);
            @Nullable Integer year = slice.year().map(y -> y.endYear()).orElse(null);
            @Nullable OffsetDateTime movedAfter =
                    slice.movedAfter().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
            @Nullable String[] seen = slice.schools()
                    .map(codes -> codes.stream().map(SchoolCode::value).toArray(String[]::new))
                    .orElse(null);
            for (int twice = 0; twice < 2; twice++) {
                select.setObject(1 + twice, fund);
                select.setString(3 + twice, school);
                select.setObject(5 + twice, year);
                select.setObject(7 + twice, movedAfter);
                select.setArray(9 + twice, seen == null ? null : connection.createArrayOf("text", seen));
            }
            try (ResultSet row = select.executeQuery()) {
                return trialBalance(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot draw up a trial balance", e);
        }
    }

    private static TrialBalance trialBalance(ResultSet row) throws SQLException {
        Map<Account, TrialBalance.Row> accounts = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            accounts.put(account, new TrialBalance.Row(account, Money.ZERO, Money.ZERO));
        }
        Map<String, Long> counts = new HashMap<>();
        List<Disagreement> disagreements = new ArrayList<>();
        Map<Account, TrialBalance.Row> papers = new EnumMap<>(Account.class);
        List<Disagreement> paperDisagreements = new ArrayList<>();
        while (row.next()) {
            String what = row.getString("what");
            Money stored = new Money(row.getLong("stored"));
            Money folded = new Money(row.getLong("folded"));
            switch (row.getString("kind")) {
                case "account" -> {
                    Account account = Account.ofWord(what);
                    accounts.put(account, new TrialBalance.Row(account, stored, folded));
                }
                case "paper" ->
                    papers.put(Account.ofWord(what), new TrialBalance.Row(Account.ofWord(what), stored, folded));
                case "paper differs" -> paperDisagreements.add(new Disagreement(what, stored, folded));
                case "count" -> counts.put(what, stored.cents());
                case "differs" -> disagreements.add(new Disagreement(what, stored, folded));
                case String unknown -> throw new IllegalStateException("unknown kind of row: " + unknown);
            }
        }
        return new TrialBalance(
                List.copyOf(accounts.values()),
                counts.getOrDefault("lines", 0L),
                counts.getOrDefault("transfers", 0L),
                counts.getOrDefault("commitments", 0L),
                disagreements,
                new TrialBalance.Papers(List.copyOf(papers.values()), paperDisagreements));
    }

    /** A row of table {@code transfer}. */
    static Entry entry(BudgetLineId line, ResultSet row) throws SQLException {
        return new Entry(row.getLong("seq"), transfer(line, row), instant(row, "recorded_at"));
    }

    private static Transfer transfer(BudgetLineId line, ResultSet row) throws SQLException {
        return new Transfer(
                line,
                Move.between(Account.ofWord(row.getString("debit")), Account.ofWord(row.getString("credit"))),
                new Money(row.getLong("cents")),
                commitment(row, "opens"),
                commitment(row, "resolves"),
                new Voucher(
                        row.getObject("id", UUID.class),
                        row.getString("cause"),
                        row.getString("reason"),
                        instant(row, "at")));
    }

    private static @Nullable CommitmentId commitment(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new CommitmentId(id);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable UUID value(@Nullable CommitmentId id) {
        return id == null ? null : id.value();
    }

    private static java.sql.Array column(
            Connection connection, String type, List<Transfer> transfers, Function<Transfer, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, transfers.stream().map(value).toArray());
    }
}
