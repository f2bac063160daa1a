package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.reminder.Turn;
import org.partnershipfund.approval.reminder.TurnsToRemind;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.turn.OpenTurn;
import org.partnershipfund.approval.turn.OpenTurns;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;

/** Drafts, which wait for whoever leads the school, and behind them the open steps with those who may act today. */
@ApplicationScoped
class JdbcTurnsToRemind implements TurnsToRemind {

    private static final String SUBMISSION = "submission";

    private final Sql sql;
    private final OpenTurns openTurns;

    JdbcTurnsToRemind(Sql sql, OpenTurns openTurns) {
        this.sql = sql;
        this.openTurns = openTurns;
    }

    @Override
    public List<Turn> list(LocalDate today, Optional<Turn> after, int limit) {
        Optional<Turn> afterStep = after.filter(turn -> !turn.step().equals(SUBMISSION));
        List<Turn> turns = new ArrayList<>(afterStep.isPresent() ? List.of() : drafts(today, after, limit));
        if (turns.size() < limit) {
            openTurns
                    .list(Optional.empty(), today, afterStep.map(JdbcTurnsToRemind::place), limit - turns.size())
                    .forEach(open -> turns.add(turn(open)));
        }
        return turns;
    }

    private static OpenTurns.After place(Turn turn) {
        return new OpenTurns.After(turn.selection(), Words.constant(Step.values(), Step::word, turn.step()));
    }

    private static Turn turn(OpenTurn open) {
        return new Turn(
                open.selection(),
                open.fund(),
                open.school(),
                open.step().word(),
                open.version(),
                open.until(),
                open.actors().stream()
                        .filter(actor -> actor.absentUntil().isEmpty())
                        .map(OpenTurn.Actor::person)
                        .collect(Collectors.toSet()));
    }

    private List<Turn> drafts(LocalDate today, Optional<Turn> after, int limit) {
        return sql.list(
                """
                SELECT s.id, s.fund_id, s.school_code,
                       CASE WHEN s.first_submitted_at IS NULL THEN p.selections_due_on END AS due_on,
                       r.issuers, r.subjects
                  FROM selection s
                  JOIN remembered_fund f ON f.id = s.fund_id AND f.closed_at IS NULL
                  LEFT JOIN approval_policy p ON p.fund_id = s.fund_id
                 CROSS JOIN LATERAL (
                       SELECT array_agg(issuer ORDER BY issuer, subject) AS issuers,
                              array_agg(subject ORDER BY issuer, subject) AS subjects
                         FROM scope_record
                        WHERE school_code = s.school_code AND role = 'school-leader'
                          AND valid_from <= ? AND coalesce(valid_until >= ?, true)) r
                 WHERE s.state = 'draft' AND s.id > ?
                 ORDER BY s.id LIMIT ?
                """,
                JdbcTurnsToRemind::draft,
                today,
                today,
                after.map(turn -> turn.selection().value()).orElse(Sorting.BEFORE_ALL),
                limit);
    }

    private static Turn draft(ResultSet row) throws SQLException {
        Set<Person> people = new LinkedHashSet<>();
        if (row.getArray("issuers") != null) {
            String[] issuers = (String[]) row.getArray("issuers").getArray();
            String[] subjects = (String[]) row.getArray("subjects").getArray();
            for (int place = 0; place < issuers.length; place++) {
                people.add(new Person(issuers[place], subjects[place]));
            }
        }
        return new Turn(
                new SelectionId(row.getObject("id", UUID.class)),
                new FundId(row.getObject("fund_id", UUID.class)),
                new SchoolCode(row.getString("school_code")),
                SUBMISSION,
                // A draft changes its version with each change; its leader is told once of it.
                1,
                dueEnds(row),
                people);
    }

    private static Optional<Instant> dueEnds(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("due_on", LocalDate.class))
                .map(day -> day.plusDays(1)
                        .atStartOfDay(org.partnershipfund.kernel.Words.DISTRICT)
                        .toInstant());
    }
}
