package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.turn.Turns;
import org.partnershipfund.approval.turn.Waiting;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** What waits for somebody, in one statement over tables that have an index for each of its parts. */
@ApplicationScoped
class JdbcTurns implements Turns {

    /**
     * me: who asks. page: after what, and how many at most. mine: where which school role of theirs counts today. own: the
     * steps of their own schools and offices, which may be thousands; of each kind of step the first of the page only, in the
     * order of index open_step_by_due. lent: what is delegated to them, superintendents' steps at the delegator's own schools
     * only. A role that their token does not say is left out before this.
     */
    private static final String WAITING = """
            WITH me (issuer, subject, today, year, roles, offices, zone) AS (
                VALUES (?::text, ?::text, ?::date, ?::integer, ?::text[], ?::text[], ?::text)),
            page (due, kind, key, most) AS (VALUES (?::timestamptz, ?::text, ?::text, ?::integer)),
            mine AS (
                SELECT DISTINCT s.role, s.school_code
                  FROM me JOIN scope_record s ON s.issuer = me.issuer AND s.subject = me.subject AND s.role = ANY (me.roles)
                 WHERE s.valid_from <= me.today AND coalesce(s.valid_until >= me.today, true)),
            lent AS (
                SELECT d.* FROM me JOIN delegation d ON d.to_issuer = me.issuer AND d.to_subject = me.subject
                 WHERE d.valid_from <= me.today AND d.valid_until >= me.today AND d.revoked_at IS NULL),
            own AS (
                SELECT o.*
                  FROM (SELECT 'superintendent' AS step UNION ALL SELECT unnest(offices) FROM me) office
                 CROSS JOIN LATERAL (
                       SELECT * FROM open_step o
                        WHERE o.step = office.step
                          AND coalesce(o.until, timestamptz '9999-12-31 00:00:00+00') >= (SELECT due FROM page)
                          AND (coalesce(o.until, timestamptz '9999-12-31 00:00:00+00'), 'decide', o.selection_id || ' ' || o.step)
                              > (SELECT due, kind, key FROM page)
                          AND (o.step <> 'superintendent' OR (
                               (o.school_code IN (SELECT school_code FROM mine WHERE role = 'instructional-superintendent'))
                               AND NOT EXISTS (SELECT FROM step_reassignment r
                                                WHERE r.selection_id = o.selection_id
                                                  AND r.content_version = o.content_version)))
                          AND (NOT EXISTS (
                               SELECT FROM me JOIN selection s ON s.id = o.selection_id
                                WHERE (s.submitted_issuer, s.submitted_subject) = (me.issuer, me.subject))) IS TRUE
                          AND (NOT EXISTS (
                               SELECT FROM me JOIN selection_decision d ON d.selection_id = o.selection_id
                                WHERE d.content_version = o.content_version
                                  AND ((d.issuer, d.subject) = (me.issuer, me.subject)
                                    OR (d.for_issuer, d.for_subject) = (me.issuer, me.subject)))) IS TRUE
                        ORDER BY coalesce(o.until, timestamptz '9999-12-31 00:00:00+00'), o.selection_id
                        LIMIT (SELECT most FROM page)) o),
            open AS (
                SELECT o.*, d.issuer AS for_issuer, d.subject AS for_subject
                  FROM me, lent d
                  JOIN scope_record s ON s.issuer = d.issuer AND s.subject = d.subject
                                     AND s.role = 'instructional-superintendent'
                  JOIN open_step o ON o.school_code = s.school_code AND o.step = 'superintendent'
                 WHERE d.step = 'superintendent'
                   AND s.valid_from <= me.today AND coalesce(s.valid_until >= me.today, true)
                   AND (d.schools IS NULL OR o.school_code = ANY (d.schools))
                   AND NOT EXISTS (SELECT FROM step_reassignment r
                                    WHERE r.selection_id = o.selection_id AND r.content_version = o.content_version)
                UNION ALL
                SELECT o.*, NULL, NULL
                  FROM me
                  JOIN step_reassignment r ON r.to_issuer = me.issuer AND r.to_subject = me.subject
                  JOIN open_step o ON o.selection_id = r.selection_id AND o.content_version = r.content_version
                                  AND o.step = 'superintendent'
                 WHERE 'instructional-superintendent' = ANY (me.roles)
                   AND NOT EXISTS (SELECT FROM step_reassignment later
                                    WHERE later.selection_id = r.selection_id
                                      AND later.content_version = r.content_version AND later.place > r.place)
                UNION ALL
                SELECT o.*, d.issuer, d.subject
                  FROM lent d JOIN open_step o ON o.step = d.step
                 WHERE d.step <> 'superintendent' AND (d.schools IS NULL OR o.school_code = ANY (d.schools))),
            waiting AS (
                SELECT 'decide' AS kind, o.selection_id, o.fund_id, o.school_code, o.step, NULL::uuid AS motion_id, o.since,
                       o.until, NULL::text AS for_issuer, NULL::text AS for_subject
                  FROM own o
                UNION ALL
                SELECT 'decide', o.selection_id, o.fund_id, o.school_code, o.step, NULL, o.since, o.until, o.for_issuer, o.for_subject
                  FROM me, open o JOIN selection s ON s.id = o.selection_id
                 WHERE ((s.submitted_issuer, s.submitted_subject) = (me.issuer, me.subject)
                     OR (s.submitted_issuer, s.submitted_subject) = (o.for_issuer, o.for_subject)) IS NOT TRUE
                   AND NOT EXISTS (
                       SELECT FROM selection_decision d
                        WHERE d.selection_id = o.selection_id AND d.content_version = o.content_version
                          AND ((d.issuer, d.subject) = (me.issuer, me.subject)
                            OR (d.for_issuer, d.for_subject) = (me.issuer, me.subject)
                            OR (d.issuer, d.subject) = (o.for_issuer, o.for_subject)
                            OR (d.for_issuer, d.for_subject) = (o.for_issuer, o.for_subject)))
                UNION ALL
                SELECT 'convene', o.selection_id, o.fund_id, o.school_code, o.step, NULL, o.since, o.until, NULL, NULL
                  FROM mine JOIN open_step o ON o.school_code = mine.school_code AND o.step = 'council'
                 WHERE mine.role = 'school-leader'
                   AND NOT EXISTS (SELECT FROM motion m WHERE m.selection_id = o.selection_id AND m.result IS NULL)
                UNION ALL
                SELECT 'unblock', o.selection_id, o.fund_id, o.school_code, o.step, NULL, o.since, o.until, NULL, NULL
                  FROM me JOIN open_step o ON o.step = 'council' AND 'partnerships-team' = ANY (me.offices)
                 WHERE 'blocked' = (SELECT d.verdict FROM selection_decision d
                                     WHERE d.selection_id = o.selection_id AND d.content_version = o.content_version
                                       AND d.step = 'council' ORDER BY d.place DESC LIMIT 1)
                UNION ALL
                SELECT 'finish', s.id, s.fund_id, s.school_code, NULL, NULL, s.modified_at,
                       CASE WHEN s.first_submitted_at IS NULL AND p.selections_due_on IS NOT NULL
                            THEN (p.selections_due_on + 1)::timestamp AT TIME ZONE me.zone END, NULL, NULL
                  FROM me, mine JOIN selection s ON s.school_code = mine.school_code AND s.state IN ('draft', 'returned')
                  LEFT JOIN approval_policy p ON p.fund_id = s.fund_id
                 WHERE mine.role = 'school-leader'
                UNION ALL
                SELECT 'vote', m.selection_id, s.fund_id, m.school_code, NULL, m.id, m.opened_at,
                       ((t.starts_at AT TIME ZONE me.zone)::date + 1)::timestamp AT TIME ZONE me.zone, NULL, NULL
                  FROM me
                  JOIN council_seat c ON c.issuer = me.issuer AND c.subject = me.subject
                                     AND 'council-member' = ANY (me.roles)
                  JOIN meeting_presence p ON p.seat_id = c.id
                  JOIN motion m ON m.school_code = c.school_code AND m.meeting_id = p.meeting_id AND m.result IS NULL
                  JOIN meeting t ON t.id = m.meeting_id
                  JOIN selection s ON s.id = m.selection_id
                 WHERE c.valid_from <= me.today AND coalesce(c.valid_until >= me.today, true)
                   AND (t.starts_at AT TIME ZONE me.zone)::date = me.today
                   AND NOT EXISTS (SELECT FROM motion_ballot b WHERE b.motion_id = m.id AND b.seat_id = c.id
                                      AND (b.own OR b.vote = 'recused'))
                UNION ALL
                SELECT 'account', m.selection_id, s.fund_id, m.school_code, NULL, m.id, m.closed_at, NULL, NULL, NULL
                  FROM mine JOIN motion m ON m.school_code = mine.school_code AND m.account_needed AND m.account_text IS NULL
                  JOIN selection s ON s.id = m.selection_id
                 WHERE mine.role = 'school-leader'),
            owed AS (
                SELECT 'acknowledge' AS kind, NULL::uuid AS selection_id, NULL::uuid AS fund_id, c.school_code, NULL AS step,
                       NULL::uuid AS motion_id, greatest(c.valid_from, make_date(me.year - 1, 7, 1))::timestamp
                       AT TIME ZONE me.zone AS since, NULL::timestamptz AS until, NULL AS for_issuer, NULL AS for_subject
                  FROM me
                  JOIN council_seat c ON c.issuer = me.issuer AND c.subject = me.subject
                                     AND 'council-member' = ANY (me.roles)
                 WHERE c.valid_from <= me.today AND coalesce(c.valid_until >= me.today, true)
                   AND NOT EXISTS (SELECT FROM council_acknowledgement a
                                    WHERE a.school_code = c.school_code AND a.fiscal_year = me.year
                                      AND a.issuer = me.issuer AND a.subject = me.subject)),
            keyed AS (
                SELECT w.*, coalesce(until, '9999-12-31T00:00:00Z') AS due,
                       coalesce(selection_id::text, school_code) || ' ' || coalesce(step, '') || coalesce(motion_id::text, '') AS key,
                       row_number() OVER (PARTITION BY kind, selection_id, school_code, step, motion_id
                                          ORDER BY for_subject NULLS FIRST, for_issuer) AS place
                  FROM (SELECT * FROM waiting UNION ALL SELECT * FROM owed) w)
            SELECT * FROM keyed WHERE place = 1 AND (due, kind, key) > (SELECT due, kind, key FROM page)
             ORDER BY due, kind, key LIMIT (SELECT most FROM page)
            """;

    private final Sql sql;

    JdbcTurns(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Waiting> of(Asker asker, Optional<After> after, int limit) {
        return sql.list(
                WAITING,
                JdbcTurns::waiting,
                asker.person().issuer(),
                asker.person().subject(),
                asker.today(),
                asker.year().endYear(),
                asker.roles().stream().sorted().toArray(String[]::new),
                offices(asker),
                asker.district().getId(),
                after.map(After::until).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC),
                after.map(After::kind).orElse(""),
                after.map(After::key).orElse(""),
                limit);
    }

    /** The steps that anybody of an office decides whose role the asker has. */
    private static String[] offices(Asker asker) {
        return Step.ofPlans().stream()
                .filter(step -> step != Step.SUPERINTENDENT)
                .filter(step ->
                        step.kind().decider().filter(asker.roles()::contains).isPresent())
                .map(Step::word)
                .toArray(String[]::new);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        return new Waiting(
                Words.constant(Waiting.Kind.values(), Waiting.Kind::word, row.getString("kind")),
                Optional.ofNullable(row.getObject("selection_id", UUID.class)).map(SelectionId::new),
                Optional.ofNullable(row.getObject("fund_id", UUID.class)).map(FundId::new),
                new SchoolCode(row.getString("school_code")),
                Optional.ofNullable(row.getString("step")),
                Optional.ofNullable(row.getObject("motion_id", UUID.class)),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(until).map(OffsetDateTime::toInstant),
                Words.person(row.getString("for_issuer"), row.getString("for_subject")));
    }
}
