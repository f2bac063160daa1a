package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.fund.SchoolAllocations;
import org.partnershipfund.kernel.SchoolCode;

/** Allocations in table {@code remembered_allocation}. */
@ApplicationScoped
class PanacheSchoolAllocations implements SchoolAllocations {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<AllocationRow, AllocationRow.Key> {}

    private final Rows rows;

    PanacheSchoolAllocations(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<SchoolAllocation> find(FundId fund, SchoolCode school) {
        return rows.findByIdOptional(key(fund, school)).map(AllocationRow::noun);
    }

    @Override
    public Optional<SchoolAllocation> hold(FundId fund, SchoolCode school) {
        return rows.findByIdOptional(key(fund, school), LockModeType.PESSIMISTIC_WRITE)
                .map(AllocationRow::noun);
    }

    @Override
    public void keep(SchoolAllocation allocation) {
        AllocationRow row = rows.findById(key(allocation.fund(), allocation.school()));
        if (row == null) {
            rows.persist(new AllocationRow().take(allocation));
        } else {
            var _ = row.take(allocation);
        }
        rows.flush();
    }

    private static AllocationRow.Key key(FundId fund, SchoolCode school) {
        return new AllocationRow.Key(fund.value(), school.value());
    }
}
