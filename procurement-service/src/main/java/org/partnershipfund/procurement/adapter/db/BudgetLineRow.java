package org.partnershipfund.procurement.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.ChartParts;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;

/** A row of {@code budget_line}; its balances and version are written by the ledger's trigger alone. */
@Entity
@Immutable
@Table(name = "budget_line")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class BudgetLineRow {

    @Id
    UUID id;

    @Column(name = "fund_id")
    UUID fundId;

    @Column(name = "fiscal_year")
    int fiscalYear;

    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "school_name")
    String schoolName;

    String account;
    String fund;

    @Column(name = "responsibility_centre")
    String responsibilityCentre;

    String program;
    String subclass;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(insertable = false, updatable = false)
    long version;

    @Column(name = "modified_at", insertable = false, updatable = false)
    Instant modifiedAt;

    @Embedded
    BalanceColumns balance;

    Versioned<BudgetLine> noun() {
        return new Versioned<>(
                new BudgetLine(
                        new BudgetLineId(id),
                        new FundId(fundId),
                        new FiscalYear(fiscalYear),
                        new SchoolCode(schoolCode),
                        schoolName,
                        new ChartParts(account, fund, program, subclass),
                        new ResponsibilityCentre(responsibilityCentre),
                        balance.noun()),
                version);
    }
}
