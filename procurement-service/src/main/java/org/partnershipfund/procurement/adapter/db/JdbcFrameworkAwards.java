package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.tender.CalledOff;
import org.partnershipfund.procurement.tender.FrameworkAward;
import org.partnershipfund.procurement.tender.FrameworkAwards;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.TenderId;

/** Framework awards in table {@code framework_award}. */
@ApplicationScoped
class JdbcFrameworkAwards implements FrameworkAwards {

    private final Sql sql;
    private final Holds holds;
    private final Documents documents;

    JdbcFrameworkAwards(Sql sql, Holds holds, Documents documents) {
        this.sql = sql;
        this.holds = holds;
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
    public void callOff(UUID process, UUID award) {
        sql.updateOne("INSERT INTO call_off (process_id, award_id) VALUES (?, ?)", process, award);
    }

    @Override
    public Optional<CalledOff> calledOff(UUID process) {
        UUID tender = sql.first(
                "SELECT a.tender_id FROM call_off c JOIN framework_award a ON a.id = c.award_id WHERE c.process_id = ?",
                row -> row.getObject(1, UUID.class),
                process);
        if (tender == null) {
            return Optional.empty();
        }
        holds.hold("framework " + tender);
        // A line that its contract let go when it ended is released, and was called off all the same.
        return Optional.ofNullable(sql.first(
                """
                SELECT mine.award_id, tender.document,
                       (SELECT coalesce(sum((p.document #>> '{opening,termYears}')::bigint * line.awarded_cents), 0)::bigint
                          FROM framework_award AS award
                          JOIN call_off AS call ON call.award_id = award.id
                          JOIN contracting_process AS p ON p.id = call.process_id AND p.state <> 'cancelled'
                          JOIN reserved_line AS line ON line.process_id = p.id
                          LEFT JOIN contract ON contract.id = line.contract_id
                         WHERE award.tender_id = tender.id
                           AND (line.state <> 'released' OR contract.state IN ('completed', 'terminated'))) AS called
                  FROM call_off AS mine, tender
                 WHERE mine.process_id = ? AND tender.id = ?
                """,
                row -> new CalledOff(
                        row.getObject(1, UUID.class),
                        new TenderId(tender),
                        documents
                                .read(row.getString(2), Tender.class)
                                .invitation()
                                .value(),
                        new Money(row.getLong(3))),
                process,
                tender));
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
