package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.Account;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.Statements;

/** Statements from table {@code transfer}: each is one statement of SQL, so that it sees one instant. */
@ApplicationScoped
class JdbcStatements implements Statements {

    private static final String SUMS = Stream.of(Account.values())
            .map(account -> "coalesce(sum(%s)%%s, 0) AS %s".formatted(delta(account), account.word()))
            .collect(Collectors.joining(", "));

    private static final String OF_LINE =
            """
            WITH told AS (
                SELECT t.* FROM transfer t WHERE t.line_id = ? AND t.at <= ? AND t.recorded_at <= ?),
            running AS (
                SELECT told.*, %s FROM told)
            SELECT * FROM running
             WHERE at >= ? AND (?::timestamptz IS NULL OR (at, seq) > (?::timestamptz, ?::bigint))
             ORDER BY at, seq LIMIT ?
            """.formatted(sums(" OVER (ORDER BY t.at, t.seq)").replace("t.", "told."));

    private static final String ENDS_OF_LINE = """
            SELECT t.at < ? AS is_before, %s
              FROM transfer t WHERE t.line_id = ? AND t.at <= ? AND t.recorded_at <= ? GROUP BY 1
            """.formatted(sums(""));

    /** Whatever was posted for the contract or one of its invoices, on the lines of its shares. */
    private static final String UNDER_CONTRACT = """
            WITH cause AS (
                SELECT 'contract:' || ?::uuid AS word
                UNION ALL SELECT 'invoice:' || id FROM invoice WHERE contract_id = ?::uuid),
            told AS (
                SELECT t.*, l.school_code
                  FROM transfer t
                  JOIN budget_line l ON l.id = t.line_id
                 WHERE (l.fund_id, l.school_code) IN (SELECT fund_id, school_code FROM contract_share
                                                       WHERE contract_id = ?::uuid)
                   AND t.cause IN (SELECT word FROM cause)
                   AND (t.debit IN ('encumbered', 'expended') OR t.credit IN ('encumbered', 'expended'))
                   AND (?::text[] IS NULL OR l.school_code = ANY (?::text[]))
                   AND t.at <= ? AND t.recorded_at <= ?)
            """;

    private static final String OF_CONTRACT = UNDER_CONTRACT
            + """
            , running AS (
                SELECT told.*, sum(%s) OVER (ORDER BY told.at, told.seq) AS encumbered,
                       sum(%s) OVER (ORDER BY told.at, told.seq) AS expended
                  FROM told)
            SELECT * FROM running
             WHERE at >= ? AND (?::timestamptz IS NULL OR (at, seq) > (?::timestamptz, ?::bigint))
             ORDER BY at, seq LIMIT ?
            """.formatted(
                            delta(Account.ENCUMBERED).replace("t.", "told."),
                            delta(Account.EXPENDED).replace("t.", "told."));

    private static final String ENDS_OF_CONTRACT = UNDER_CONTRACT
            + """
            SELECT coalesce(sum(%1$s) FILTER (WHERE at < ?), 0) AS opening_encumbered,
                   coalesce(sum(%2$s) FILTER (WHERE at < ?), 0) AS opening_expended,
                   coalesce(sum(%1$s), 0) AS encumbered, coalesce(sum(%2$s), 0) AS expended
              FROM told
            """.formatted(
                            delta(Account.ENCUMBERED).replace("t.", "told."),
                            delta(Account.EXPENDED).replace("t.", "told."));

    private static final String FOLDED = """
            SELECT %s
              FROM transfer t JOIN budget_line l ON l.id = t.line_id
             WHERE t.at <= ?
               AND (?::uuid IS NULL OR l.fund_id = ?::uuid)
               AND (?::text IS NULL OR l.school_code = ?::text)
               AND (?::int IS NULL OR l.fiscal_year = ?::int)
            """.formatted(sums(""));

    private final Sql sql;

    JdbcStatements(Sql sql) {
        this.sql = sql;
    }

    /** What a transfer does to an account, on the side on which it stands. */
    private static String delta(Account account) {
        boolean debit = account.side() == Account.Side.DEBIT;
        return "CASE '%s' WHEN t.%s THEN t.cents WHEN t.%s THEN -t.cents ELSE 0 END"
                .formatted(account.word(), debit ? "debit" : "credit", debit ? "credit" : "debit");
    }

    private static String sums(String over) {
        return SUMS.replace("%s", over);
    }

    @Override
    public List<Entry> ofLine(BudgetLineId line, Span span, Optional<Place> after, int limit) {
        OffsetDateTime last = after.map(place -> utc(place.at())).orElse(null);
        return sql.list(
                OF_LINE,
                row -> new Entry(JdbcLedger.entry(line, row), balances(row)),
                line.value(),
                utc(span.asOf()),
                utc(span.knownAt()),
                utc(span.from()),
                last,
                last,
                after.map(Place::number).orElse(null),
                limit);
    }

    @Override
    public Ends ofLine(BudgetLineId line, Span span) {
        Map<Account, Money> opening = new EnumMap<>(Account.class);
        Map<Account, Money> closing = new EnumMap<>(Account.class);
        record Part(boolean before, Map<Account, Money> sums) {}
        List<Part> parts = sql.list(
                ENDS_OF_LINE,
                row -> new Part(row.getBoolean("is_before"), balances(row)),
                utc(span.from()),
                line.value(),
                utc(span.asOf()),
                utc(span.knownAt()));
        for (Part part : parts) {
            part.sums().forEach((account, cents) -> {
                closing.merge(account, cents, Money::plus);
                if (part.before()) {
                    opening.merge(account, cents, Money::plus);
                }
            });
        }
        return new Ends(opening, closing);
    }

    @Override
    public List<ContractEntry> ofContract(
            UUID contract, Optional<List<SchoolCode>> schools, Span span, Optional<Place> after, int limit) {
        OffsetDateTime last = after.map(place -> utc(place.at())).orElse(null);
        @Nullable String seen = seen(schools);
        return sql.list(
                OF_CONTRACT,
                row -> new ContractEntry(
                        new SchoolCode(row.getString("school_code")),
                        JdbcLedger.entry(new BudgetLineId(row.getObject("line_id", UUID.class)), row),
                        new Money(row.getLong("encumbered")),
                        new Money(row.getLong("expended"))),
                contract,
                contract,
                contract,
                seen,
                seen,
                utc(span.asOf()),
                utc(span.knownAt()),
                utc(span.from()),
                last,
                last,
                after.map(Place::number).orElse(null),
                limit);
    }

    @Override
    public ContractEnds ofContract(UUID contract, Optional<List<SchoolCode>> schools, Span span) {
        @Nullable String seen = seen(schools);
        return Objects.requireNonNull(sql.first(
                ENDS_OF_CONTRACT,
                row -> new ContractEnds(
                        new Money(row.getLong("opening_encumbered")),
                        new Money(row.getLong("opening_expended")),
                        new Money(row.getLong("encumbered")),
                        new Money(row.getLong("expended"))),
                contract,
                contract,
                contract,
                seen,
                seen,
                utc(span.asOf()),
                utc(span.knownAt()),
                utc(span.from()),
                utc(span.from())));
    }

    @Override
    public Map<Account, Money> folded(LedgerSlice slice, Instant asOf) {
        UUID fund = slice.fund().map(id -> id.value()).orElse(null);
        String school = slice.school().map(SchoolCode::value).orElse(null);
        Integer year = slice.year().map(y -> y.endYear()).orElse(null);
        return Objects.requireNonNull(
                sql.first(FOLDED, JdbcStatements::balances, utc(asOf), fund, fund, school, school, year, year));
    }

    private static @Nullable String seen(Optional<List<SchoolCode>> schools) {
        return schools.map(Documents::array).orElse(null);
    }

    private static Map<Account, Money> balances(ResultSet row) throws SQLException {
        Map<Account, Money> balances = new EnumMap<>(Account.class);
        for (Account account : Account.values()) {
            balances.put(account, new Money(row.getLong(account.name().toLowerCase(Locale.ROOT))));
        }
        return balances;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
