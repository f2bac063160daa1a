package org.partnershipfund.approval.adapter.db;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.partnershipfund.approval.matching.Goal;
import org.partnershipfund.approval.matching.NeedsOfSchools;
import org.partnershipfund.approval.matching.SchoolNeeds;
import org.partnershipfund.approval.matching.Session;
import org.partnershipfund.approval.matching.Wanted;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Needs in table {@code school_needs}; several words of a column are joined by a semicolon. */
@ApplicationScoped
class JdbcNeedsOfSchools implements NeedsOfSchools {

    private static final String SEPARATOR = ";";

    private final Sql sql;
    private final Holds holds;

    JdbcNeedsOfSchools(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<SchoolNeeds>> find(SchoolCode school, FiscalYear year) {
        return sql
                .list(
                        "SELECT * FROM school_needs WHERE school_code = ? AND fiscal_year = ?",
                        JdbcNeedsOfSchools::needs,
                        school.value(),
                        year.endYear())
                .stream()
                .findFirst();
    }

    @Override
    public void hold(SchoolCode school, FiscalYear year) {
        holds.hold("approval.needs.%s.%s".formatted(school, year));
    }

    @Override
    public long store(SchoolNeeds needs, long readVersion) {
        Wanted wanted = needs.wanted();
        int rows = sql.update(
                readVersion == 0 ? """
                        INSERT INTO school_needs (goals, grades, pupils, times, sessions, languages, budget_cents, issuer,
                                                  subject, modified_at, school_code, fiscal_year, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? + 1)
                        """ : """
                        UPDATE school_needs SET goals = ?, grades = ?, pupils = ?, times = ?, sessions = ?, languages = ?,
                               budget_cents = ?, issuer = ?, subject = ?, modified_at = ?, version = version + 1
                         WHERE school_code = ? AND fiscal_year = ? AND version = ?
                        """,
                joined(wanted.goals(), JdbcNeedsOfSchools::written),
                joined(wanted.grades(), Function.identity()),
                wanted.pupils(),
                joined(wanted.times(), JdbcNeedsOfSchools::written),
                wanted.sessions().orElse(null),
                joined(wanted.languages(), Function.identity()),
                wanted.budget().map(Money::cents).orElse(null),
                needs.saidBy().issuer(),
                needs.saidBy().subject(),
                needs.saidAt().atOffset(ZoneOffset.UTC),
                needs.school().value(),
                needs.year().endYear(),
                readVersion);
        if (rows != 1) {
            throw new StaleStateException(needs.school(), readVersion);
        }
        return readVersion + 1;
    }

    private static Versioned<SchoolNeeds> needs(ResultSet row) throws SQLException {
        int sessions = row.getInt("sessions");
        long cents = row.getLong("budget_cents");
        return new Versioned<>(
                new SchoolNeeds(
                        new SchoolCode(row.getString("school_code")),
                        new FiscalYear(row.getInt("fiscal_year")),
                        new Wanted(
                                split(row.getString("goals"), JdbcNeedsOfSchools::goal),
                                split(row.getString("grades"), Function.identity()),
                                row.getInt("pupils"),
                                split(row.getString("times"), JdbcNeedsOfSchools::session),
                                sessions == 0 ? Optional.empty() : Optional.of(sessions),
                                split(row.getString("languages"), Function.identity()),
                                cents == 0 ? Optional.empty() : Optional.of(new Money(cents))),
                        new Person(row.getString("issuer"), row.getString("subject")),
                        row.getObject("modified_at", OffsetDateTime.class).toInstant()),
                row.getLong("version"));
    }

    private static String written(Goal goal) {
        return goal.term().map(term -> goal.serviceArea() + ":" + term).orElse(goal.serviceArea());
    }

    private static Goal goal(String written) {
        String[] parts = written.split(":", -1);
        return new Goal(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(parts[1]));
    }

    /** Such as {@code monday 15:00-17:30}. */
    private static String written(Session session) {
        return "%s %s-%s".formatted(session.day().name().toLowerCase(Locale.ROOT), session.from(), session.until());
    }

    private static Session session(String written) {
        String[] parts = written.split("[ -]", -1);
        return new Session(
                DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                LocalTime.parse(parts[1]),
                LocalTime.parse(parts[2]));
    }

    private static <T> String joined(Collection<T> things, Function<T, String> word) {
        return things.stream().map(word).collect(joining(SEPARATOR));
    }

    private static <T> List<T> split(String joined, Function<String, T> thing) {
        return joined.isEmpty()
                ? List.of()
                : Stream.of(joined.split(SEPARATOR, -1)).map(thing).toList();
    }
}
