package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** One line of a notice as it lies in table {@code prior_year_funding}. */
@Entity
@Immutable
@Table(name = "prior_year_funding")
class PriorYearFundingRow {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "notice_id")
    private NoticeRow notice;

    @Column(name = "school_code")
    private String schoolCode;

    private String partner;

    @Column(name = "service_area")
    private String serviceArea;

    @Column(name = "amount_cents")
    private long amountCents;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PriorYearFundingRow() {}

    PriorYearFundingRow(NoticeRow notice, PriorYearFunding funding) {
        this.notice = notice;
        id = funding.id().value();
        schoolCode = funding.school().value();
        partner = funding.partner();
        serviceArea = funding.serviceArea();
        amountCents = funding.amount().cents();
    }

    PriorYearFunding funding() {
        return new PriorYearFunding(
                new FundingId(id), new SchoolCode(schoolCode), partner, serviceArea, new Money(amountCents));
    }

    PriorYearFunding.Told told() {
        return new PriorYearFunding.Told(funding(), notice.title());
    }
}
