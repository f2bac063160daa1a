package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.submission.Chart;
import org.partnershipfund.approval.submission.ChartOfAccounts;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** The parts of budget lines in tables {@code remembered_chart} and {@code remembered_centre}. */
@ApplicationScoped
class JdbcChartOfAccounts implements ChartOfAccounts {

    private final Sql sql;

    JdbcChartOfAccounts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Chart> of(FundId fund) {
        return Optional.ofNullable(sql.first(
                "SELECT account, fund, program, subclass FROM remembered_chart WHERE fund_id = ?",
                row -> new Chart(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                fund.value()));
    }

    @Override
    public void keep(FundId fund, Chart chart) {
        int _ = sql.update("""
                INSERT INTO remembered_chart (fund_id, account, fund, program, subclass) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """, fund.value(), chart.account(), chart.fund(), chart.program(), chart.subclass());
    }

    @Override
    public void keep(FundId fund, SchoolCode school, String centre) {
        int _ = sql.update("""
                INSERT INTO remembered_centre (fund_id, school_code, centre) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, fund.value(), school.value(), centre);
    }
}
