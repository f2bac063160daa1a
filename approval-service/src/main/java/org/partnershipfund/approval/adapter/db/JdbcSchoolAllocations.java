package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.fund.SchoolAllocations;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Allocations in table {@code remembered_allocation}; plain statements, because every submission and every heard
 * allocation passes here.
 */
@ApplicationScoped
class JdbcSchoolAllocations implements SchoolAllocations {

    private static final String FIND =
            "SELECT school_name, amount_cents FROM remembered_allocation WHERE fund_id = ? AND school_code = ?";

    private final Sql sql;

    JdbcSchoolAllocations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<SchoolAllocation> find(FundId fund, SchoolCode school) {
        return first(FIND, fund, school);
    }

    @Override
    public Optional<SchoolAllocation> hold(FundId fund, SchoolCode school) {
        return first(FIND + " FOR UPDATE", fund, school);
    }

    private Optional<SchoolAllocation> first(String query, FundId fund, SchoolCode school) {
        return Optional.ofNullable(sql.first(
                query,
                row -> new SchoolAllocation(fund, school, row.getString(1), new Money(row.getLong(2))),
                fund.value(),
                school.value()));
    }

    @Override
    public void keep(SchoolAllocation allocation) {
        sql.updateOne(
                """
                INSERT INTO remembered_allocation (fund_id, school_code, school_name, amount_cents) VALUES (?, ?, ?, ?)
                ON CONFLICT (fund_id, school_code)
                DO UPDATE SET school_name = excluded.school_name, amount_cents = excluded.amount_cents""",
                allocation.fund().value(),
                allocation.school().value(),
                allocation.schoolName(),
                allocation.amount().cents());
    }
}
