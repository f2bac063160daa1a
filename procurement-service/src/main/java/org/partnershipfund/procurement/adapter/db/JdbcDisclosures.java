package org.partnershipfund.procurement.adapter.db;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.procurement.adapter.TreeJson;
import org.partnershipfund.procurement.disclosure.Disclosures;
import org.partnershipfund.procurement.disclosure.Facts;
import org.partnershipfund.procurement.disclosure.Feed;
import org.partnershipfund.procurement.disclosure.Merging;
import org.partnershipfund.procurement.disclosure.Ocid;
import org.partnershipfund.procurement.disclosure.Release;
import org.partnershipfund.procurement.disclosure.Tag;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.process.ProcessId;

/** Releases in table {@code ocds_release}, what they add up to in {@code ocds_record}. */
@ApplicationScoped
class JdbcDisclosures implements Disclosures, Feed {

    private final Sql sql;
    private final Holds holds;
    private final Instance<DueDisclosures> due;

    JdbcDisclosures(Sql sql, Holds holds, Instance<DueDisclosures> due) {
        this.sql = sql;
        this.holds = holds;
        this.due = due;
    }

    @Override
    public Published hold(Ocid ocid, ProcessId process) {
        int _ = sql.update(
                "INSERT INTO ocds_record (ocid, process_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                ocid.value(),
                process.value());
        // By the process: its ocid stays the one that it was published under, whatever the prefix is now.
        return sql.list(
                        "SELECT ocid, releases, last_at, last_tags, state FROM ocds_record WHERE process_id = ? FOR UPDATE",
                        JdbcDisclosures::published,
                        process.value())
                .getFirst();
    }

    private static Published published(ResultSet row) throws SQLException {
        var ocid = new Ocid(row.getString("ocid"));
        int releases = row.getInt("releases");
        Fields state = TreeJson.read(row.getString("state"));
        if (releases == 0) {
            return new Published(ocid, Optional.empty(), state);
        }
        return new Published(
                ocid,
                Optional.of(
                        new Release(ocid, releases, at(row, "last_at"), tags(row.getString("last_tags")), Fields.NONE)),
                state);
    }

    @Override
    public void publish(Release release, Fields state, Facts facts) {
        String tags = release.tags().stream().map(Tag::word).collect(Collectors.joining(" "));
        var date = release.date().atOffset(ZoneOffset.UTC);
        sql.updateOne(
                "INSERT INTO ocds_release (ocid, number, id, date, tags, document) VALUES (?, ?, ?, ?, ?, ?)",
                release.ocid().value(),
                release.number(),
                release.id(),
                date,
                tags,
                TreeJson.write(release.tree()));
        sql.updateOne("INSERT INTO ocds_unplaced (release_id) VALUES (?)", release.id());
        sql.updateOne(
                """
                UPDATE ocds_record SET releases = ?, last_at = ?, last_tags = ?, state = ?, fund_id = ?, fiscal_year = ?,
                                       route = ?, method = ?, service_area = ?
                 WHERE ocid = ?
                """,
                release.number(),
                date,
                tags,
                TreeJson.write(state),
                facts.fund().value(),
                facts.year().endYear(),
                facts.route(),
                facts.method(),
                facts.serviceArea(),
                release.ocid().value());
        facts.reached().forEach((milestone, at) -> {
            int _ = sql.update(
                    "INSERT INTO process_milestone (process_id, milestone, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    facts.process().value(),
                    milestone.word(),
                    at.atOffset(ZoneOffset.UTC));
        });
    }

    @Override
    public void due(ProcessId process, Instant at) {
        sql.later("INSERT INTO ocds_due (process_id, at) VALUES (?, ?)", process.value(), at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public List<Due> due(long after, int limit) {
        return sql.list(
                "SELECT process_id, min(id) FROM ocds_due GROUP BY process_id HAVING min(id) > ? ORDER BY min(id) LIMIT ?",
                row -> new Due(new ProcessId(row.getObject(1, UUID.class)), row.getLong(2)),
                after,
                limit);
    }

    @Override
    public Optional<Instant> dueSince() {
        return sql.list("SELECT at FROM ocds_due ORDER BY id LIMIT 1", row -> at(row, "at")).stream()
                .findFirst();
    }

    @Override
    public boolean settled(ProcessId process) {
        return sql.update("DELETE FROM ocds_due WHERE process_id = ?", process.value()) > 0;
    }

    @Override
    public List<ProcessId> silent(Optional<ProcessId> after, int limit) {
        UUID last = after.map(ProcessId::value).orElse(null);
        return sql.list("""
                SELECT id FROM contracting_process AS process
                 WHERE (?::uuid IS NULL OR id > ?::uuid)
                   AND NOT EXISTS (SELECT FROM ocds_record WHERE process_id = process.id AND releases > 0)
                 ORDER BY id LIMIT ?
                """, row -> new ProcessId(row.getObject(1, UUID.class)), last, last, limit);
    }

    @Override
    public void settle() {
        due.get().publish();
        QuarkusTransaction.requiringNew().run(this::givePlaces);
    }

    private void givePlaces() {
        if (sql.list("SELECT FROM ocds_unplaced LIMIT 1", _ -> true).isEmpty()) {
            return;
        }
        holds.hold("procurement.ocds.places");
        int _ = sql.update("""
                WITH arrived AS (DELETE FROM ocds_unplaced RETURNING release_id)
                INSERT INTO ocds_place (place, release_id)
                SELECT (SELECT coalesce(max(place), 0) FROM ocds_place)
                           + row_number() OVER (ORDER BY release.date, release.ocid, release.number), release.id
                  FROM arrived JOIN ocds_release AS release ON release.id = arrived.release_id
                """);
    }

    @Override
    public List<Told> releases(Filter filter, long after, int limit) {
        String ocid = filter.ocid().map(Ocid::value).orElse(null);
        var since = filter.since().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        String tags = filter.tags().isEmpty()
                ? null
                : Documents.array(filter.tags().stream().map(Tag::word).toList());
        return sql.list("""
                SELECT place.place, release.* FROM ocds_place AS place
                  JOIN ocds_release AS release ON release.id = place.release_id
                 WHERE place.place > ?
                   AND (?::text IS NULL OR release.ocid = ?::text)
                   AND (?::timestamptz IS NULL OR release.date > ?::timestamptz)
                   AND (?::text[] IS NULL OR string_to_array(release.tags, ' ') && ?::text[])
                 ORDER BY place.place LIMIT ?
                """, JdbcDisclosures::told, after, ocid, ocid, since, since, tags, tags, limit);
    }

    @Override
    public Optional<Told> release(String id) {
        return Optional.ofNullable(sql.first(
                "SELECT 0 AS place, release.* FROM ocds_release AS release WHERE id = ?", JdbcDisclosures::told, id));
    }

    @Override
    public List<Told> releases(Ocid ocid) {
        return sql.list(
                "SELECT 0 AS place, release.* FROM ocds_release AS release WHERE ocid = ? ORDER BY number",
                JdbcDisclosures::told,
                ocid.value());
    }

    @Override
    public List<Told> heads(List<Ocid> ocids) {
        return sql.list(
                "SELECT 0 AS place, ocid, id, date, tags, '' AS document FROM ocds_release WHERE ocid = ANY (?) ORDER BY ocid, number",
                JdbcDisclosures::told,
                (Object) ocids.stream().map(Ocid::value).toArray(String[]::new));
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getLong("place"),
                new Ocid(row.getString("ocid")),
                row.getString("id"),
                at(row, "date"),
                tags(row.getString("tags")),
                row.getString("document"));
    }

    @Override
    public List<Release> history(Ocid ocid) {
        return sql.list(
                "SELECT ocid, number, date, tags, document FROM ocds_release WHERE ocid = ? ORDER BY number",
                row -> {
                    Fields body = TreeJson.read(row.getString("document"));
                    for (String about : List.of("ocid", "id", "date", "tag", "initiationType")) {
                        body = body.without(about);
                    }
                    return new Release(ocid, row.getInt("number"), at(row, "date"), tags(row.getString("tags")), body);
                },
                ocid.value());
    }

    @Override
    public List<Compiled> records(Optional<Ocid> after, Optional<Instant> since, int limit) {
        @Nullable String last = after.map(Ocid::value).orElse(null);
        @Nullable OffsetDateTime changed = since.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
        return sql.list("""
                SELECT ocid, releases, last_at, last_tags, state FROM ocds_record
                 WHERE releases > 0 AND (?::text IS NULL OR ocid > ?::text)
                   AND (?::timestamptz IS NULL OR last_at > ?::timestamptz)
                 ORDER BY ocid LIMIT ?
                """, JdbcDisclosures::compiled, last, last, changed, changed, limit);
    }

    @Override
    public Optional<Compiled> record(Ocid ocid) {
        return Optional.ofNullable(sql.first(
                "SELECT ocid, releases, last_at, last_tags, state FROM ocds_record WHERE ocid = ? AND releases > 0",
                JdbcDisclosures::compiled,
                ocid.value()));
    }

    private static Compiled compiled(ResultSet row) throws SQLException {
        Published published = published(row);
        Release last = published.last().orElseThrow();
        return new Compiled(
                published.ocid(),
                last.number(),
                last.date(),
                TreeJson.write(Merging.compiled(last, published.state())));
    }

    private static List<Tag> tags(String words) {
        return Arrays.stream(words.split(" ", -1)).map(Tag::ofWord).toList();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
