package org.partnershipfund.procurement.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;

/** A row of {@code remembered_fund}; {@code planned_cents} is written by the ledger's trigger alone. */
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

    @Column(name = "pool_cents")
    long poolCents;

    @Column(name = "planned_cents", insertable = false, updatable = false)
    long plannedCents;

    String account;
    String fund;
    String program;
    String subclass;

    static RememberedFundRow of(RememberedFund fund) {
        var row = new RememberedFundRow();
        row.id = fund.id().value();
        row.name = fund.name();
        row.fiscalYear = fund.year().endYear();
        row.poolCents = fund.pool().cents();
        row.account = fund.chart().account();
        row.fund = fund.chart().fund();
        row.program = fund.chart().program();
        row.subclass = fund.chart().subclass();
        return row;
    }

    RememberedFund noun() {
        return new RememberedFund(
                new FundId(id),
                name,
                new FiscalYear(fiscalYear),
                new Money(poolCents),
                new ChartParts(account, fund, program, subclass),
                new Money(plannedCents));
    }
}
