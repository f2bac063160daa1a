package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.CutOffs;

/** The funds' days in table {@code fund_cut_off}. */
@ApplicationScoped
class JdbcCutOffs implements CutOffs {

    private final Sql sql;

    JdbcCutOffs(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LocalDate> of(FundId fund) {
        return Optional.ofNullable(sql.first(
                "SELECT solicit_from FROM fund_cut_off WHERE fund_id = ?",
                row -> row.getObject(1, LocalDate.class),
                fund.value()));
    }

    @Override
    public void set(FundId fund, LocalDate from) {
        sql.updateOne(
                """
                INSERT INTO fund_cut_off (fund_id, solicit_from) VALUES (?, ?)
                ON CONFLICT (fund_id) DO UPDATE SET solicit_from = EXCLUDED.solicit_from
                """,
                fund.value(),
                from);
    }
}
