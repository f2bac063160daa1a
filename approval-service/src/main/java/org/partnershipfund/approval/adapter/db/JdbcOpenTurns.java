package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.turn.OpenTurn;
import org.partnershipfund.approval.turn.OpenTurn.Actor;
import org.partnershipfund.approval.turn.OpenTurn.Capacity;
import org.partnershipfund.approval.turn.OpenTurns;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** Open turns from table {@code open_step}, and who may act from the dated records of the day. */
@ApplicationScoped
class JdbcOpenTurns implements OpenTurns {

    /**
     * Who may act on the open steps of some selections. A reassigned step is the newest assignee's alone; nobody acts on
     * their own work, nor in the place of somebody whose work it is.
     */
    private static final String ACTORS = """
            WITH asked (selections, today) AS (VALUES (?::uuid[], ?::date)),
            steps AS (
                SELECT o.*, r.to_issuer, r.to_subject
                  FROM asked
                  JOIN open_step o ON o.selection_id = ANY (asked.selections)
                  LEFT JOIN LATERAL (
                       SELECT to_issuer, to_subject FROM step_reassignment
                        WHERE selection_id = o.selection_id AND content_version = o.content_version
                        ORDER BY place DESC LIMIT 1) r ON o.step = 'superintendent'),
            actors AS (
                SELECT o.selection_id, o.step, o.content_version, s.issuer, s.subject, 'assigned-supervisor' AS capacity,
                       NULL AS for_issuer, NULL AS for_subject
                  FROM asked, steps o
                  JOIN scope_record s ON s.school_code = o.school_code AND s.role = 'instructional-superintendent'
                 WHERE o.step = 'superintendent' AND o.to_subject IS NULL
                   AND s.valid_from <= asked.today AND coalesce(s.valid_until >= asked.today, true)
                UNION
                SELECT o.selection_id, o.step, o.content_version, o.to_issuer, o.to_subject, 'reassigned-supervisor', NULL, NULL
                  FROM steps o WHERE o.to_subject IS NOT NULL
                UNION
                SELECT o.selection_id, o.step, o.content_version, s.issuer, s.subject, 'council-member', NULL, NULL
                  FROM asked, steps o
                  JOIN scope_record s ON s.school_code = o.school_code AND s.role = 'council-member'
                 WHERE o.step = 'council'
                   AND s.valid_from <= asked.today AND coalesce(s.valid_until >= asked.today, true)
                UNION
                SELECT o.selection_id, o.step, o.content_version, d.to_issuer, d.to_subject, 'delegate', d.issuer, d.subject
                  FROM asked, steps o
                  JOIN delegation d ON d.step = o.step
                 WHERE o.to_subject IS NULL AND d.revoked_at IS NULL
                   AND d.valid_from <= asked.today AND d.valid_until >= asked.today
                   AND (d.schools IS NULL OR o.school_code = ANY (d.schools))
                   AND (o.step <> 'superintendent' OR EXISTS (
                        SELECT FROM scope_record s
                         WHERE s.issuer = d.issuer AND s.subject = d.subject AND s.school_code = o.school_code
                           AND s.role = 'instructional-superintendent'
                           AND s.valid_from <= asked.today AND coalesce(s.valid_until >= asked.today, true))))
            SELECT a.*, (SELECT max(away_until) FROM absence b
                          WHERE b.issuer = a.issuer AND b.subject = a.subject
                            AND b.away_from <= asked.today AND b.away_until >= asked.today) AS away_until
              FROM asked, actors a JOIN selection s ON s.id = a.selection_id
             WHERE a.step = 'council'
                OR ((s.submitted_issuer, s.submitted_subject) IN ((a.issuer, a.subject), (a.for_issuer, a.for_subject))
                    OR EXISTS (
                        SELECT FROM selection_decision d
                         WHERE d.selection_id = a.selection_id AND d.content_version = a.content_version
                           AND ((d.issuer, d.subject) IN ((a.issuer, a.subject), (a.for_issuer, a.for_subject))
                             OR (d.for_issuer, d.for_subject)
                                IN ((a.issuer, a.subject), (a.for_issuer, a.for_subject))))) IS NOT TRUE
             ORDER BY a.capacity, a.issuer, a.subject, a.for_subject
            """;

    private final Sql sql;

    JdbcOpenTurns(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<OpenTurn> list(Optional<FundId> fund, LocalDate today, Optional<After> after, int limit) {
        UUID only = fund.map(FundId::value).orElse(null);
        return withActors(
                sql.list(
                        """
                        SELECT * FROM open_step
                         WHERE fund_id = coalesce(?, fund_id) AND (selection_id, step) > (?, ?)
                         ORDER BY selection_id, step LIMIT ?
                        """,
                        JdbcOpenTurns::open,
                        only,
                        after.map(last -> last.selection().value()).orElse(Sorting.BEFORE_ALL),
                        after.map(last -> last.step().word()).orElse(""),
                        limit),
                today);
    }

    @Override
    public List<OpenTurn> of(SelectionId selection, LocalDate today) {
        return withActors(
                sql.list(
                        "SELECT * FROM open_step WHERE selection_id = ? ORDER BY stage, step",
                        JdbcOpenTurns::open,
                        selection.value()),
                today);
    }

    private record Place(UUID selection, String step) {}

    private List<OpenTurn> withActors(List<OpenTurn> open, LocalDate today) {
        Map<Place, List<Actor>> actors = new HashMap<>();
        var rows = sql.list(
                ACTORS,
                row -> Map.entry(
                        new Place(row.getObject("selection_id", UUID.class), row.getString("step")), actor(row)),
                open.stream()
                        .map(turn -> turn.selection().value().toString())
                        .distinct()
                        .toArray(String[]::new),
                today);
        rows.forEach(row ->
                actors.computeIfAbsent(row.getKey(), _ -> new ArrayList<>()).add(row.getValue()));
        return open.stream()
                .map(turn -> new OpenTurn(
                        turn.selection(),
                        turn.fund(),
                        turn.school(),
                        turn.step(),
                        turn.version(),
                        turn.stage(),
                        turn.since(),
                        turn.until(),
                        actors.getOrDefault(
                                new Place(turn.selection().value(), turn.step().word()), List.of())))
                .toList();
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                new Person(row.getString("issuer"), row.getString("subject")),
                Words.constant(Capacity.values(), Capacity::word, row.getString("capacity")),
                Words.person(row.getString("for_issuer"), row.getString("for_subject")),
                Optional.ofNullable(row.getObject("away_until", LocalDate.class)));
    }

    private static OpenTurn open(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new OpenTurn(
                new SelectionId(row.getObject("selection_id", UUID.class)),
                new FundId(row.getObject("fund_id", UUID.class)),
                new SchoolCode(row.getString("school_code")),
                Words.constant(Step.values(), Step::word, row.getString("step")),
                row.getInt("content_version"),
                row.getInt("stage"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(until).map(OffsetDateTime::toInstant),
                List.of());
    }
}
