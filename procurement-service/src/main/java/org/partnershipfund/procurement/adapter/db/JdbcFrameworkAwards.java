package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.procurement.tender.FrameworkAward;
import org.partnershipfund.procurement.tender.FrameworkAwards;
import org.partnershipfund.procurement.tender.TenderId;

/** Framework awards in table {@code framework_award}. */
@ApplicationScoped
class JdbcFrameworkAwards implements FrameworkAwards {

    private final Sql sql;
    private final Documents documents;

    JdbcFrameworkAwards(Sql sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    @Override
    public Optional<FrameworkAward> find(UUID id) {
        return Optional.ofNullable(sql.first(
                "SELECT document FROM framework_award WHERE id = ?",
                row -> documents.read(row.getString(1), FrameworkAward.class),
                id));
    }

    @Override
    public void add(FrameworkAward award) {
        sql.updateOne(
                """
                INSERT INTO framework_award (id, tender_id, service_area, from_day, until_day, document)
                VALUES (?, ?, ?, ?, ?, ?::jsonb)
                """,
                award.id(),
                award.tender().value(),
                award.serviceArea(),
                award.from(),
                award.until(),
                documents.write(award));
    }

    @Override
    public List<FrameworkAward> list(
            Optional<TenderId> tender,
            Optional<String> serviceArea,
            Optional<LocalDate> on,
            Optional<UUID> after,
            int limit) {
        UUID of = tender.map(TenderId::value).orElse(null);
        var area = serviceArea.orElse(null);
        var day = on.orElse(null);
        var last = after.orElse(null);
        return sql.list(
                """
                SELECT document FROM framework_award
                 WHERE (?::uuid IS NULL OR tender_id = ?::uuid) AND (?::text IS NULL OR service_area = ?::text)
                   AND (?::date IS NULL OR ?::date BETWEEN from_day AND until_day)
                   AND (?::uuid IS NULL OR id > ?::uuid)
                 ORDER BY id LIMIT ?
                """,
                row -> documents.read(row.getString(1), FrameworkAward.class),
                of,
                of,
                area,
                area,
                day,
                day,
                last,
                last,
                limit);
    }
}
