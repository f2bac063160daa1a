package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.disclosure.Feed;
import org.partnershipfund.procurement.disclosure.Milestone;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.spending.Spending;

/** Transfers added up, with the contract, the reservation and the process that they belong to. */
@ApplicationScoped
class JdbcSpending implements Spending {

    private final Sql sql;
    private final Feed feed;

    JdbcSpending(Sql sql, Feed feed) {
        this.sql = sql;
        this.feed = feed;
    }

    @Override
    public List<Fact> facts(Slice slice) {
        @Nullable UUID fund = slice.fund().map(FundId::value).orElse(null);
        @Nullable Integer year = slice.year().map(FiscalYear::endYear).orElse(null);
        return sql.list("""
                SELECT line.school_code, line.school_name, bought.partner_id, bought.partner_name, bought.service_area,
                       record.method, record.route, line.fund_id, fund.name AS fund_name, line.fiscal_year,
                       record.process_id,
                       sum(CASE WHEN moved.credit = 'encumbered' THEN moved.cents
                                WHEN moved.credit = 'available' THEN -moved.cents ELSE 0 END)::bigint AS contracted,
                       sum(CASE WHEN moved.credit = 'expended' THEN moved.cents
                                WHEN moved.debit = 'expended' THEN -moved.cents ELSE 0 END)::bigint AS paid
                  FROM transfer AS moved
                  JOIN budget_line AS line ON line.id = moved.line_id
                  JOIN remembered_fund AS fund ON fund.id = line.fund_id
                  LEFT JOIN transfer AS payment ON moved.debit = 'expended' AND payment.opens = moved.resolves
                  JOIN contract_share AS share ON share.encumbrance_id =
                       CASE WHEN moved.credit = 'encumbered' THEN moved.opens
                            WHEN moved.debit = 'encumbered' THEN moved.resolves ELSE payment.resolves END
                  JOIN contract ON contract.id = share.contract_id
                  JOIN reserved_line AS bought ON bought.commitment_id = share.reservation_id
                  JOIN ocds_record AS record ON record.process_id = contract.process_id AND record.releases > 0
                 WHERE (moved.credit = 'encumbered' OR moved.debit IN ('encumbered', 'expended'))
                   AND moved.at <= ?::timestamptz
                   AND (?::uuid IS NULL OR line.fund_id = ?::uuid)
                   AND (?::integer IS NULL OR line.fiscal_year = ?::integer)
                 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
                 ORDER BY 1, 3, 11
                """, JdbcSpending::fact, slice.asOf().atOffset(ZoneOffset.UTC), fund, fund, year, year);
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                new SchoolCode(row.getString("school_code")),
                row.getString("school_name"),
                row.getObject("partner_id", UUID.class),
                row.getString("partner_name"),
                row.getString("service_area"),
                row.getString("method"),
                row.getString("route"),
                new FundId(row.getObject("fund_id", UUID.class)),
                row.getString("fund_name"),
                new FiscalYear(row.getInt("fiscal_year")),
                new ProcessId(row.getObject("process_id", UUID.class)),
                new Money(row.getLong("contracted")),
                new Money(row.getLong("paid")));
    }

    @Override
    public List<Reached> reached(Slice slice) {
        // Milestones are noted as they are published.
        feed.settle();
        @Nullable UUID fund = slice.fund().map(FundId::value).orElse(null);
        @Nullable Integer year = slice.year().map(FiscalYear::endYear).orElse(null);
        return sql.list(
                """
                SELECT reached.process_id, reached.milestone, reached.at FROM process_milestone AS reached
                  JOIN contracting_process AS process ON process.id = reached.process_id
                 WHERE reached.at <= ?::timestamptz
                   AND (?::uuid IS NULL OR process.fund_id = ?::uuid)
                   AND (?::integer IS NULL OR process.fiscal_year = ?::integer)
                 ORDER BY reached.process_id, reached.at
                """,
                row -> new Reached(
                        new ProcessId(row.getObject("process_id", UUID.class)),
                        Milestone.ofWord(row.getString("milestone")),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                slice.asOf().atOffset(ZoneOffset.UTC),
                fund,
                fund,
                year,
                year);
    }
}
