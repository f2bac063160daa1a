package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.selection.Papers;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Everything a submission reads, by three statements that travel together: two that wait, and one that sees what was
 * committed while they did. Of rules and stages, which only grow, it reads the newest number; what belongs to
 * a number is read once. The selection itself is read only if it is not known as it was written last.
 */
@ApplicationScoped
class JdbcPapers implements Papers.Desk {

    private static final String HOLD_PURSE = """
            SELECT FROM remembered_allocation AS a
              JOIN selection AS s ON s.fund_id = a.fund_id AND s.school_code = a.school_code
             WHERE s.id = ? FOR UPDATE OF a;
            """;

    private static final String HOLD = "SELECT FROM selection WHERE id = ? FOR UPDATE; ";

    private static final String GATHER = """
            SELECT %s AS mark,
                   s.id, s.fund_id, s.school_code, a.school_name, a.amount_cents, f.closed_at, row_to_json(p) AS policy,
                   (SELECT sum(%s) FROM selection AS o WHERE o.fund_id = s.fund_id AND o.school_code = s.school_code
                                                         AND o.id <> s.id) AS others,
                   %s AS returned,
                   (SELECT max(r.version) FROM selection_rules AS r WHERE r.fund_id = s.fund_id) AS rules_version,
                   (SELECT max(g.number) FROM approval_stages AS g
                     WHERE g.fund_id = s.fund_id AND g.first_day <= ?) AS stages_number,
                   %s AS lead_times,
                   (SELECT json_agg(%s) FROM remembered_program AS g
                     WHERE g.id IN (SELECT l.program_id FROM selection_line AS l
                                     WHERE l.selection_id = s.id AND l.content_version = s.content_version)) AS programs
              FROM selection AS s
              LEFT JOIN remembered_allocation AS a ON a.fund_id = s.fund_id AND a.school_code = s.school_code
              LEFT JOIN remembered_fund AS f ON f.id = s.fund_id
              LEFT JOIN approval_policy AS p ON p.fund_id = s.fund_id
             WHERE s.id = ?
               AND EXISTS (SELECT FROM scope_record AS r
                            WHERE r.issuer = ? AND r.subject = ? AND r.role = ? AND r.school_code = s.school_code
                              AND r.valid_from <= ? AND (r.valid_until IS NULL OR r.valid_until >= ?))
            """.formatted(
                    JdbcSelections.MARK,
                    JdbcSelections.takes("o"),
                    JdbcRefunds.sum("s.fund_id", "s.school_code"),
                    JdbcLeadTimes.DIGEST,
                    ProgramRow.ALL);

    private final Sql sql;
    private final JdbcSelections selections;
    private final JdbcSelectionRulebook rules;
    private final JdbcStagesBook stages;
    private final JdbcLeadTimes leadTimes;

    JdbcPapers(
            Sql sql,
            JdbcSelections selections,
            JdbcSelectionRulebook rules,
            JdbcStagesBook stages,
            JdbcLeadTimes leadTimes) {
        this.sql = sql;
        this.selections = selections;
        this.rules = rules;
        this.stages = stages;
        this.leadTimes = leadTimes;
    }

    /** What one row says; rules and stages by their numbers, lead times by their digest. */
    private record Gathered(
            SelectionId id,
            String mark,
            FundId fund,
            Optional<SchoolAllocation> allocation,
            Optional<Instant> fundClosedAt,
            Money others,
            Money returned,
            Optional<ApprovalPolicy> policy,
            Optional<Integer> rules,
            Optional<Integer> stages,
            String leadTimes,
            List<Program> programs) {}

    @Override
    public Optional<Papers> hold(SelectionId id, Person leader, LocalDate day) {
        return sql
                .listLast(
                        HOLD_PURSE + HOLD + GATHER,
                        JdbcPapers::gathered,
                        id.value(),
                        id.value(),
                        day,
                        id.value(),
                        leader.issuer(),
                        leader.subject(),
                        SchoolRole.SCHOOL_LEADER.word(),
                        day,
                        day)
                .stream()
                .findFirst()
                .map(this::papers);
    }

    private Papers papers(Gathered found) {
        FundId fund = found.fund();
        return new Papers(
                selections.held(found.id(), found.mark()),
                found.allocation(),
                found.fundClosedAt(),
                found.others(),
                found.returned(),
                found.policy(),
                found.rules().map(newest -> rules.known(fund, newest)).orElse(List.of()),
                leadTimes.known(found.leadTimes()),
                found.stages().flatMap(number -> stages.known(fund, number)),
                found.programs().stream().collect(Collectors.toMap(Program::id, Function.identity())));
    }

    private static Gathered gathered(ResultSet row) throws SQLException {
        var fund = new FundId(row.getObject("fund_id", UUID.class));
        return new Gathered(
                new SelectionId(row.getObject("id", UUID.class)),
                row.getString("mark"),
                fund,
                allocation(row, fund, new SchoolCode(row.getString("school_code"))),
                Times.maybe(row, "closed_at"),
                new Money(row.getLong("others")),
                new Money(row.getLong("returned")),
                Optional.ofNullable(row.getString("policy"))
                        .map(json -> RowJson.row(json, ApprovalPolicyRow.class)
                                .versioned()
                                .value()),
                Optional.ofNullable(row.getObject("rules_version", Integer.class)),
                Optional.ofNullable(row.getObject("stages_number", Integer.class)),
                row.getString("lead_times"),
                RowJson.rows(row.getString("programs"), ProgramRow.Read.class).stream()
                        .map(ProgramRow.Read::noun)
                        .toList());
    }

    private static Optional<SchoolAllocation> allocation(ResultSet row, FundId fund, SchoolCode school)
            throws SQLException {
        String name = row.getString("school_name");
        return name == null
                ? Optional.empty()
                : Optional.of(new SchoolAllocation(fund, school, name, new Money(row.getLong("amount_cents"))));
    }
}
