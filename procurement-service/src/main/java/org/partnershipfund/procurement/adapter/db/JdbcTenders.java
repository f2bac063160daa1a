package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.tender.Invitation.ForProcess;
import org.partnershipfund.procurement.tender.Question;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.Tenders;

/** Tenders in table {@code tender}, questions in {@code tender_question}. */
@ApplicationScoped
class JdbcTenders implements Tenders {

    private final Sql sql;
    private final Documents documents;

    JdbcTenders(Sql sql, Documents documents) {
        this.sql = sql;
        this.documents = documents;
    }

    @Override
    public Optional<Versioned<Tender>> find(TenderId id) {
        return one(id, "");
    }

    @Override
    public Optional<Versioned<Tender>> hold(TenderId id) {
        return one(id, " FOR UPDATE");
    }

    @Override
    public Optional<Versioned<Tender>> share(TenderId id) {
        return one(id, " FOR SHARE");
    }

    private Optional<Versioned<Tender>> one(TenderId id, String lock) {
        return Optional.ofNullable(
                sql.first("SELECT document, version FROM tender WHERE id = ?" + lock, this::read, id.value()));
    }

    private Versioned<Tender> read(ResultSet row) throws SQLException {
        return new Versioned<>(documents.read(row.getString("document"), Tender.class), row.getLong("version"));
    }

    @Override
    public Optional<TenderId> of(ProcessId process) {
        return Optional.ofNullable(sql.first(
                "SELECT id FROM tender WHERE process_id = ? AND state <> 'cancelled'",
                row -> new TenderId(row.getObject(1, UUID.class)),
                process.value()));
    }

    @Override
    public List<Versioned<Tender>> list(Filter filter, Optional<TenderId> after, int limit) {
        var state = filter.state().orElse(null);
        var area = filter.serviceArea().orElse(null);
        var modified = filter.modifiedAfter().map(JdbcTenders::at).orElse(null);
        UUID last = after.map(TenderId::value).orElse(null);
        return sql.list(
                """
                SELECT document, version FROM tender
                 WHERE (? OR published)
                   AND (?::text IS NULL OR ?::text = CASE WHEN state = 'published' AND closes_at <= ?::timestamptz
                                                          THEN 'closed' ELSE state END)
                   AND (?::text IS NULL OR service_area = ?::text)
                   AND (?::timestamptz IS NULL OR modified_at > ?::timestamptz)
                   AND (?::uuid IS NULL OR id > ?::uuid)
                 ORDER BY id LIMIT ?
                """,
                this::read,
                filter.drafts(),
                state,
                state,
                at(filter.now()),
                area,
                area,
                modified,
                modified,
                last,
                last,
                limit);
    }

    @Override
    public long store(Tender tender, long readVersion) {
        String document = documents.write(tender);
        boolean published = tender.published().isPresent();
        if (readVersion == 0) {
            var invitation = tender.invitation();
            sql.updateOne(
                    """
                    INSERT INTO tender (id, process_id, service_area, closes_at, state, published, document)
                    VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
                    """,
                    tender.id().value(),
                    invitation.subject() instanceof ForProcess(var process) ? process.value() : null,
                    invitation.serviceArea(),
                    at(invitation.closesAt()),
                    tender.word(),
                    published,
                    document);
        } else if (sql.update(
                        """
                        UPDATE tender SET state = ?, published = ?, document = ?::jsonb, version = version + 1,
                                          modified_at = clock_timestamp()
                         WHERE id = ? AND version = ?
                        """, tender.word(), published, document, tender.id().value(), readVersion)
                == 0) {
            throw new StaleStateException(tender.id(), readVersion);
        }
        return readVersion + 1;
    }

    @Override
    public List<Question> questions(TenderId tender) {
        return sql.list(
                "SELECT * FROM tender_question WHERE tender_id = ? ORDER BY id", JdbcTenders::question, tender.value());
    }

    @Override
    public Optional<Question> question(TenderId tender, UUID id) {
        return Optional.ofNullable(sql.first(
                "SELECT * FROM tender_question WHERE tender_id = ? AND id = ?",
                JdbcTenders::question,
                tender.value(),
                id));
    }

    private static Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getObject("id", UUID.class),
                new TenderId(row.getObject("tender_id", UUID.class)),
                row.getString("question"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("answer"),
                instant(row.getObject("answered_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    @Override
    public void ask(Question question) {
        sql.updateOne(
                "INSERT INTO tender_question (id, tender_id, question, asked_at) VALUES (?, ?, ?, ?)",
                question.id(),
                question.tender().value(),
                question.text(),
                at(question.askedAt()));
    }

    @Override
    public void answer(Question question) {
        Instant answered = question.answeredAt();
        sql.updateOne(
                "UPDATE tender_question SET answer = ?, answered_at = ? WHERE id = ? AND answer IS NULL",
                question.answer(),
                answered == null ? null : at(answered),
                question.id());
        // Who asked for what changed since gets the tender with its new answer.
        sql.updateOne(
                "UPDATE tender SET modified_at = clock_timestamp() WHERE id = ?",
                question.tender().value());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
