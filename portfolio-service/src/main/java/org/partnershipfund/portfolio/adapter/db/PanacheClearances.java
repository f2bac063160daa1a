package org.partnershipfund.portfolio.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.portfolio.clearance.Clearance;
import org.partnershipfund.portfolio.clearance.ClearanceId;
import org.partnershipfund.portfolio.clearance.Clearances;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Reach;

/** Clearances in table {@code clearance}. */
@ApplicationScoped
class PanacheClearances implements Clearances {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ClearanceRow, UUID> {}

    /** By id, which is by time: an id is made when its row is written. */
    private static final String IS_NEWEST =
            "not exists (select 1 from ClearanceRow n where n.partnerId = c.partnerId and n.kind = c.kind and n.id > c.id)";

    private final Rows rows;

    PanacheClearances(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Clearance> find(ClearanceId id) {
        return rows.findByIdOptional(id.value()).map(ClearanceRow::clearance);
    }

    @Override
    public List<Clearance> newestOf(PartnerId partner) {
        return rows
                .list("from ClearanceRow c where c.partnerId = ?1 and " + IS_NEWEST + " order by c.id", partner.value())
                .stream()
                .map(ClearanceRow::clearance)
                .toList();
    }

    @Override
    public List<Clearance> list(Filter filter, Optional<ClearanceId> after, int limit) {
        var where = new StringBuilder("from ClearanceRow c where c.id > :after and ").append(IS_NEWEST);
        Map<String, Object> values = new HashMap<>();
        values.put("after", after.map(ClearanceId::value).orElse(Lists.BEFORE_ALL));
        switch (filter.reach()) {
            case Reach.Every() -> {}
            case Reach.Only(var partners) -> {
                where.append(" and c.partnerId in :partners");
                values.put("partners", partners.stream().map(PartnerId::value).toList());
            }
        }
        filter.partner().ifPresent(partner -> {
            where.append(" and c.partnerId = :partner");
            values.put("partner", partner.value());
        });
        filter.kind().ifPresent(kind -> {
            where.append(" and c.kind = :kind");
            values.put("kind", kind.word());
        });
        filter.expiresBy().ifPresent(days -> {
            where.append(" and c.expiresOn between :expiresFrom and :expiresUntil");
            values.put("expiresFrom", days.from());
            values.put("expiresUntil", days.until());
        });
        return rows.find(where + " order by c.id", values).page(Page.ofSize(limit)).list().stream()
                .map(ClearanceRow::clearance)
                .toList();
    }

    @Override
    public void add(Clearance clearance) {
        rows.persist(new ClearanceRow(clearance));
        rows.flush();
    }
}
