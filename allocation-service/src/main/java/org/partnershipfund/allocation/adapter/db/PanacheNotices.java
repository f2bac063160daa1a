package org.partnershipfund.allocation.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.baseline.PriorYearFunding.Told;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** Notices in tables {@code funding_notice} and {@code prior_year_funding}. */
@ApplicationScoped
class PanacheNotices implements Notices {

    private static final String LATEST_OF_ITS_YEAR =
            "from PriorYearFundingRow f join fetch f.notice n where f.id > :after and n.noticeOn <= :upTo and not exists (select 1 from NoticeRow m where m.fiscalYear = n.fiscalYear and m.noticeOn > n.noticeOn and m.noticeOn <= :upTo)";

    /** The titles as Panache sees them. */
    @ApplicationScoped
    static class Titles implements PanacheRepositoryBase<NoticeRow, UUID> {}

    /** The lines as Panache sees them. */
    @ApplicationScoped
    static class Lines implements PanacheRepositoryBase<PriorYearFundingRow, UUID> {}

    private final Titles titles;
    private final Lines lines;
    private final Holds holds;

    PanacheNotices(Titles titles, Lines lines, Holds holds) {
        this.titles = titles;
        this.lines = lines;
        this.holds = holds;
    }

    @Override
    public Optional<Notice> find(NoticeId id) {
        return titles.findByIdOptional(id.value())
                .map(row -> new Notice(
                        row.title(),
                        lines.list("notice.id = ?1 order by id", id.value()).stream()
                                .map(PriorYearFundingRow::funding)
                                .toList()));
    }

    @Override
    public Optional<NoticeId> find(FiscalYear year, LocalDate on) {
        return titles.find("fiscalYear = ?1 and noticeOn = ?2", year.endYear(), on)
                .firstResultOptional()
                .map(row -> row.title().id());
    }

    @Override
    public List<Notice.Title> list(Optional<NoticeId> after, Optional<Instant> importedAfter, int limit) {
        return titles
                .find(
                        "id > ?1 and importedAt > ?2 order by id",
                        after.map(NoticeId::value).orElse(Sorting.BEFORE_ALL),
                        importedAfter.orElse(Instant.EPOCH))
                .page(Page.ofSize(limit))
                .list()
                .stream()
                .map(NoticeRow::title)
                .toList();
    }

    @Override
    public List<Told> told(Filter filter, Optional<FundingId> after, int limit) {
        var query = new StringBuilder(LATEST_OF_ITS_YEAR);
        Map<String, Object> values = new HashMap<>();
        values.put("after", after.map(FundingId::value).orElse(Sorting.BEFORE_ALL));
        values.put("upTo", filter.upTo());
        filter.school().map(SchoolCode::value).ifPresent(school -> {
            query.append(" and f.schoolCode = :school");
            values.put("school", school);
        });
        filter.partner().ifPresent(partner -> {
            query.append(" and f.partner = :partner");
            values.put("partner", partner);
        });
        filter.year().map(FiscalYear::endYear).ifPresent(year -> {
            query.append(" and n.fiscalYear = :year");
            values.put("year", year);
        });
        filter.changedAfter().ifPresent(changed -> {
            query.append(" and (n.importedAt > :importedAfter or n.noticeOn > :toldAfter)");
            values.put("importedAfter", changed.imported());
            values.put("toldAfter", changed.told().orElse(filter.upTo()));
        });
        return lines.find(query + " order by f.id", values).page(Page.ofSize(limit)).list().stream()
                .map(PriorYearFundingRow::told)
                .toList();
    }

    @Override
    public Optional<Notice.Title> latest(Optional<FiscalYear> year, LocalDate upTo) {
        return titles.find(
                        "noticeOn <= :upTo and (:year = 0 or fiscalYear = :year) order by fiscalYear desc, noticeOn desc",
                        Map.of(
                                "upTo",
                                upTo,
                                "year",
                                year.map(FiscalYear::endYear).orElse(0)))
                .firstResultOptional()
                .map(NoticeRow::title);
    }

    @Override
    public void holdDays() {
        holds.hold("allocation.notice-days");
    }

    @Override
    public void add(Notice notice) {
        var title = new NoticeRow(notice.title());
        titles.persist(title);
        notice.lines().forEach(line -> lines.persist(new PriorYearFundingRow(title, line)));
        lines.flush();
    }
}
