package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Condition;
import org.partnershipfund.approval.plan.Deadline;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.plan.StagesBook;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.plan.StepRule;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Known;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;

/** Stages in tables {@code approval_stages} and {@code approval_stage_step}. */
@ApplicationScoped
class JdbcStagesBook implements StagesBook {

    private static final int MOST_KNOWN = 256;

    private final Sql sql;
    private final Holds holds;
    private final Known<Numbered, Stages> known = new Known<>(MOST_KNOWN);

    private record Numbered(FundId fund, int number) {}

    JdbcStagesBook(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<Stages> on(FundId fund, LocalDate day) {
        return sql.list("""
                        SELECT * FROM approval_stages WHERE fund_id = ? AND first_day <= ? ORDER BY number DESC LIMIT 1
                        """, this::stages, fund.value(), day).stream().findFirst();
    }

    /** A recorded version, which never changes. */
    Optional<Stages> known(FundId fund, int number) {
        return known.get(
                new Numbered(fund, number),
                () -> versions(fund, number - 1, 1).stream().findFirst());
    }

    @Override
    public List<Stages> versions(FundId fund, int afterNumber, int limit) {
        return sql.list(
                "SELECT * FROM approval_stages WHERE fund_id = ? AND number > ? ORDER BY number LIMIT ?",
                this::stages,
                fund.value(),
                afterNumber,
                limit);
    }

    @Override
    public int newest(FundId fund) {
        return sql.list(
                        "SELECT coalesce(max(number), 0) FROM approval_stages WHERE fund_id = ?",
                        row -> row.getInt(1),
                        fund.value())
                .getFirst();
    }

    @Override
    public void add(Stages stages) {
        UUID fund = stages.fund().value();
        holds.hold("approval.stages." + fund);
        int newest = newest(stages.fund());
        if (newest + 1 != stages.number()) {
            throw new StaleStateException(fund, newest);
        }
        Person by = stages.by().orElseThrow(() -> new IllegalArgumentException("the default is not recorded"));
        sql.updateOne(
                "INSERT INTO approval_stages VALUES (?, ?, ?, ?, ?, ?, ?)",
                fund,
                stages.number(),
                stages.firstDay(),
                stages.source(),
                by.issuer(),
                by.subject(),
                stages.recordedAt().atOffset(ZoneOffset.UTC));
        for (int i = 0; i < stages.stages().size(); i++) {
            for (StepRule rule : stages.stages().get(i)) {
                sql.updateOne(
                        "INSERT INTO approval_stage_step VALUES (?, ?, ?, ?, ?, ?)",
                        fund,
                        stages.number(),
                        i + 1,
                        rule.step().word(),
                        rule.anyOf().stream().map(Condition::text).toArray(String[]::new),
                        rule.deadline().map(Deadline::text).orElse(null));
            }
        }
    }

    private Stages stages(ResultSet row) throws SQLException {
        FundId fund = new FundId(row.getObject("fund_id", UUID.class));
        int number = row.getInt("number");
        return new Stages(
                fund,
                number,
                row.getObject("first_day", LocalDate.class),
                steps(fund, number),
                row.getString("source"),
                Optional.of(new Person(row.getString("issuer"), row.getString("subject"))),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private List<List<StepRule>> steps(FundId fund, int number) {
        SortedMap<Integer, List<StepRule>> stages = new TreeMap<>();
        var rows = sql.list(
                "SELECT * FROM approval_stage_step WHERE fund_id = ? AND number = ?",
                row -> new StageStep(row.getInt("stage"), rule(row)),
                fund.value(),
                number);
        rows.forEach(row ->
                stages.computeIfAbsent(row.stage(), _ -> new ArrayList<>()).add(row.rule()));
        return stages.values().stream()
                .map(rules -> rules.stream()
                        .sorted((one, other) -> one.step().compareTo(other.step()))
                        .toList())
                .toList();
    }

    private record StageStep(int stage, StepRule rule) {}

    private static StepRule rule(ResultSet row) throws SQLException {
        return new StepRule(
                Words.constant(Step.values(), Step::word, row.getString("step")),
                Arrays.stream((String[]) row.getArray("conditions").getArray())
                        .map(Condition::parse)
                        .toList(),
                Optional.ofNullable(row.getString("deadline")).map(Deadline::parse));
    }
}
