package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.CutOffs;

/** The funds' days in table {@code fund_cut_off}. */
@ApplicationScoped
class JdbcCutOffs implements CutOffs {

    private final Sql sql;
    private final Holds holds;

    JdbcCutOffs(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<LocalDate> of(FundId fund) {
        return Optional.ofNullable(sql.first(
                "SELECT solicit_from FROM fund_cut_off WHERE fund_id = ?",
                row -> row.getObject(1, LocalDate.class),
                fund.value()));
    }

    @Override
    public Versioned<Optional<LocalDate>> hold(FundId fund) {
        // Where there is no row yet, two officers who set the first day at once wait for each other here.
        holds.hold("cut-off " + fund.value());
        return read(fund);
    }

    @Override
    public Versioned<Optional<LocalDate>> read(FundId fund) {
        var found = sql.first(
                "SELECT solicit_from, version FROM fund_cut_off WHERE fund_id = ?",
                row -> new Versioned<>(Optional.of(row.getObject(1, LocalDate.class)), row.getLong(2)),
                fund.value());
        return found == null ? new Versioned<>(Optional.empty(), 0) : found;
    }

    @Override
    public long set(FundId fund, LocalDate from, long readVersion) {
        int rows = sql.update("""
                INSERT INTO fund_cut_off (fund_id, solicit_from, version) VALUES (?, ?, 1)
                ON CONFLICT (fund_id) DO UPDATE SET solicit_from = EXCLUDED.solicit_from,
                                                    version = fund_cut_off.version + 1
                 WHERE fund_cut_off.version = ?
                """, fund.value(), from, readVersion);
        if (rows != 1) {
            throw new StaleStateException(fund, readVersion);
        }
        return readVersion + 1;
    }
}
