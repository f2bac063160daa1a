package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** An allocation as it lies in table {@code remembered_allocation}. */
@Entity
@IdClass(AllocationRow.Key.class)
@Table(name = "remembered_allocation")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AllocationRow {

    /** One per fund and school. */
    record Key(UUID fundId, String schoolCode) {}

    @Id
    @Column(name = "fund_id")
    UUID fundId;

    @Id
    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "school_name")
    String schoolName;

    @Column(name = "amount_cents")
    long amountCents;

    AllocationRow take(SchoolAllocation allocation) {
        fundId = allocation.fund().value();
        schoolCode = allocation.school().value();
        schoolName = allocation.schoolName();
        amountCents = allocation.amount().cents();
        return this;
    }

    SchoolAllocation noun() {
        return new SchoolAllocation(new FundId(fundId), new SchoolCode(schoolCode), schoolName, new Money(amountCents));
    }
}
