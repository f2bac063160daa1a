package org.partnershipfund.allocation.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.kernel.FiscalYear;

/** The title of a notice as it lies in table {@code funding_notice}. */
@Entity
@Immutable
@Table(name = "funding_notice")
class NoticeRow {

    @Id
    private UUID id;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "notice_on")
    private LocalDate noticeOn;

    private String source;

    private boolean illustrative;

    @Column(name = "imported_at")
    private Instant importedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected NoticeRow() {}

    NoticeRow(Notice.Title title) {
        id = title.id().value();
        fiscalYear = title.year().endYear();
        noticeOn = title.on();
        source = title.source();
        illustrative = title.illustrative();
        importedAt = title.importedAt();
    }

    Notice.Title title() {
        return new Notice.Title(
                new NoticeId(id), new FiscalYear(fiscalYear), noticeOn, source, illustrative, importedAt);
    }
}
