package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.reminder.ReminderPlan;
import org.partnershipfund.approval.reminder.ReminderPlans;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Reminder plans in table {@code reminder_plan}. */
@ApplicationScoped
class JdbcReminderPlans implements ReminderPlans {

    private final Sql sql;

    JdbcReminderPlans(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Versioned<ReminderPlan>> find(FundId fund) {
        return sql.list("SELECT * FROM reminder_plan WHERE fund_id = ?", JdbcReminderPlans::plan, fund.value()).stream()
                .findFirst();
    }

    private static Versioned<ReminderPlan> plan(ResultSet row) throws SQLException {
        String[] issuers = (String[]) row.getArray("next_issuers").getArray();
        String[] subjects = (String[]) row.getArray("next_subjects").getArray();
        List<Person> next = new ArrayList<>();
        for (int place = 0; place < issuers.length; place++) {
            next.add(new Person(issuers[place], subjects[place]));
        }
        return new Versioned<>(
                new ReminderPlan(
                        new FundId(row.getObject("fund_id", UUID.class)),
                        List.of((Integer[]) row.getArray("days_before").getArray()),
                        row.getInt("escalate_after_days"),
                        next,
                        row.getString("source"),
                        Times.of(row, "modified_at")),
                row.getLong("version"));
    }

    @Override
    public long store(ReminderPlan plan, long readVersion) {
        int rows = sql.update(
                """
                INSERT INTO reminder_plan AS kept (fund_id, days_before, escalate_after_days, next_issuers, next_subjects,
                                                   source, modified_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT (fund_id) DO UPDATE SET days_before = excluded.days_before,
                       escalate_after_days = excluded.escalate_after_days, next_issuers = excluded.next_issuers,
                       next_subjects = excluded.next_subjects, source = excluded.source,
                       modified_at = excluded.modified_at, version = kept.version + 1
                 WHERE kept.version = ?
                """,
                plan.fund().value(),
                plan.daysBefore().toArray(Integer[]::new),
                plan.escalateAfterDays(),
                plan.nextLevel().stream().map(Person::issuer).toArray(String[]::new),
                plan.nextLevel().stream().map(Person::subject).toArray(String[]::new),
                plan.source(),
                Times.parameter(plan.changedAt()),
                readVersion);
        if (rows != 1) {
            throw new StaleStateException(plan.fund().value(), readVersion);
        }
        return readVersion + 1;
    }
}
