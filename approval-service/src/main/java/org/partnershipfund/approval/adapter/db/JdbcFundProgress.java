package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.submission.FundProgress;
import org.partnershipfund.approval.submission.SchoolProgress;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Where schools stand, from tables {@code remembered_allocation}, {@code selection}, {@code open_step} and
 * {@code approval_policy}.
 */
@ApplicationScoped
class JdbcFundProgress implements FundProgress {

    private final Sql sql;

    JdbcFundProgress(Sql sql) {
        this.sql = sql;
    }

    // The least advanced selection says where a school stands; of several that are submitted the one whose open steps
    // are of the earliest stage.
    @Override
    public List<SchoolProgress> list(Filter filter, LocalDate today, Optional<SchoolCode> after, int limit) {
        String @Nullable [] only = filter.schools()
                .map(codes -> codes.stream().map(SchoolCode::value).toArray(String[]::new))
                .orElse(null);
        return sql.list(
                """
                SELECT school.*, coalesce(due < ? AND NOT submitted, false) AS overdue,
                       ARRAY(SELECT step FROM open_step
                              WHERE open_step.fund_id = ? AND open_step.school_code = school.school_code
                              GROUP BY step
                              ORDER BY min(stage), array_position(? :: text[], step)) AS open_steps
                  FROM (SELECT allocation.school_code, allocation.school_name, allocation.amount_cents,
                               policy.selections_due_on AS due,
                               count(selection.id) FILTER (WHERE selection.state NOT IN ('withdrawn', 'lapsed')) AS selections,
                               coalesce(sum(selection.total_cents)
                                   FILTER (WHERE selection.state NOT IN ('withdrawn', 'lapsed')), 0) AS selected,
                               coalesce(sum(CASE WHEN selection.state IN ('approved', 'reserved') THEN selection.total_cents
                                                 WHEN selection.state IN ('draft', 'submitted', 'returned')
                                                 THEN selection.standing_cents END), 0) AS approved,
                               coalesce(sum(CASE WHEN selection.state = 'reserved' THEN selection.total_cents
                                                 WHEN selection.state <> 'lapsed'
                                                  AND selection.standing_reserved_at IS NOT NULL
                                                 THEN selection.standing_cents END), 0) AS reserved,
                               coalesce(sum(selection.contracted_cents), 0) AS contracted,
                               coalesce(bool_or(selection.first_submitted_at IS NOT NULL), false) AS submitted,
                               (array_agg(coalesce(selection.waits_for, selection.state)
                                          ORDER BY array_position(ARRAY['draft', 'returned', 'submitted', 'approved',
                                                                        'reserved'], selection.state),
                                                   waiting.stage, selection.waits_for)
                                   FILTER (WHERE selection.state NOT IN ('withdrawn', 'lapsed')))[1] AS step
                          FROM remembered_allocation AS allocation
                          LEFT JOIN selection
                            ON selection.fund_id = allocation.fund_id AND selection.school_code = allocation.school_code
                          LEFT JOIN (SELECT selection_id, min(stage) AS stage FROM open_step
                                      WHERE fund_id = ? GROUP BY selection_id) AS waiting
                            ON waiting.selection_id = selection.id
                          LEFT JOIN approval_policy AS policy ON policy.fund_id = allocation.fund_id
                         WHERE allocation.fund_id = ? AND allocation.school_code > ?
                           AND (? :: text[] IS NULL OR allocation.school_code = ANY (? :: text[]))
                         GROUP BY allocation.school_code, allocation.school_name, allocation.amount_cents, due) AS school
                 WHERE NOT ? OR coalesce(due < ? AND NOT submitted, false)
                 ORDER BY school_code LIMIT ?
                """,
                JdbcFundProgress::progress,
                today,
                filter.fund().value(),
                Step.ofPlans().stream().map(Step::word).toArray(String[]::new),
                filter.fund().value(),
                filter.fund().value(),
                after.map(SchoolCode::value).orElse(""),
                only,
                only,
                filter.overdue(),
                today,
                limit);
    }

    private static SchoolProgress progress(ResultSet row) throws SQLException {
        return new SchoolProgress(
                new SchoolCode(row.getString("school_code")),
                row.getString("school_name"),
                new Money(row.getLong("amount_cents")),
                row.getInt("selections"),
                new Money(row.getLong("selected")),
                new Money(row.getLong("approved")),
                new Money(row.getLong("reserved")),
                new Money(row.getLong("contracted")),
                Optional.ofNullable(row.getString("step")).orElse("no-selection"),
                Stream.of((String[]) row.getArray("open_steps").getArray())
                        .map(step -> Words.constant(Step.values(), Step::word, step))
                        .toList(),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                row.getBoolean("overdue"));
    }
}
