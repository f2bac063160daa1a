package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.allocation.baseline.BaselineRefusal.NoticeExists;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Keeps what a year paid for as a notice; nobody outside the offices sees it before its day. */
@ApplicationScoped
public class ImportPriorYearFunding {

    private final Notices notices;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ImportPriorYearFunding(Notices notices, AuditTrail audit, Ids ids, Clock clock) {
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the importer says about the file.
     *
     * @param illustrative whether the figures are made up to show how things work
     * @param digest SHA-256 of its bytes, for the audit
     */
    public record Label(FiscalYear year, LocalDate noticeOn, String source, boolean illustrative, String digest) {}

    /** One line of the file: of a known school, above nothing, and no other line of its school, partner and area. */
    public record Line(SchoolCode school, String partner, String serviceArea, Money amount) {}

    /**
     * Imports a notice.
     *
     * @param file at least one line
     * @throws RefusedException if the year has a notice of that day
     */
    @Transactional
    public Notice importAll(Label label, List<Line> file) {
        notices.holdDays();
        notices.find(label.year(), label.noticeOn()).ifPresent(existing -> {
            throw new RefusedException(new NoticeExists(label.year(), label.noticeOn(), existing));
        });
        var notice = new Notice(
                new Notice.Title(
                        new NoticeId(ids.next()),
                        label.year(),
                        label.noticeOn(),
                        label.source(),
                        label.illustrative(),
                        clock.instant()),
                file.stream().map(this::line).toList());
        notices.add(notice);
        audit.record(new AuditTrail.Change(
                "PriorYearFundingImported",
                notice.title().id().value().toString(),
                null,
                new Imported(notice.title(), file.size(), label.digest())));
        return notice;
    }

    private PriorYearFunding line(Line line) {
        return new PriorYearFunding(
                new FundingId(ids.next()), line.school(), line.partner(), line.serviceArea(), line.amount());
    }

    private record Imported(Notice.Title title, int lines, String digest) {}
}
