package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.kernel.FiscalYear;

/** A fund as it lies in table {@code remembered_fund}. */
@Entity
@Immutable
@Table(name = "remembered_fund")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RememberedFundRow {

    @Id
    UUID id;

    String name;

    @Column(name = "fiscal_year")
    int fiscalYear;

    static RememberedFundRow of(RememberedFund fund) {
        var row = new RememberedFundRow();
        row.id = fund.id().value();
        row.name = fund.name();
        row.fiscalYear = fund.year().endYear();
        return row;
    }

    RememberedFund noun() {
        return new RememberedFund(new FundId(id), name, new FiscalYear(fiscalYear));
    }
}
