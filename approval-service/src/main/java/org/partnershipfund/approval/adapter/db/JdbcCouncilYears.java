package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.CouncilCalendar;
import org.partnershipfund.approval.council.CouncilYear;
import org.partnershipfund.approval.council.CouncilYears;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/**
 * School years in table {@code council_year}; a first meeting that was not reported is the first in table {@code
 * meeting} whose attendance is on record. Dates by {@code council_calendar}; a migration adds what is decided anew.
 */
@ApplicationScoped
class JdbcCouncilYears implements CouncilYears {

    private static final String YEARS = """
            SELECT school.school_code, reported.elections_on, reported.by_laws_on, coalesce(reported.version, 0),
                   coalesce(reported.first_meeting_on,
                            (SELECT min(meeting.starts_at) FROM meeting
                              WHERE meeting.school_code = school.school_code AND meeting.recorded_at IS NOT NULL
                                AND meeting.starts_at >= ? AND meeting.starts_at < ?) AT TIME ZONE ?) :: date
              FROM (%s) AS school
              LEFT JOIN council_year AS reported
                ON reported.school_code = school.school_code AND reported.fiscal_year = ?
            """;

    private final Sql sql;
    private final Clock clock;

    JdbcCouncilYears(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public CouncilCalendar calendar(FiscalYear year) {
        return sql.list(
                        """
                        SELECT elections_by, first_meeting_by FROM council_calendar
                         WHERE valid_from <= ? ORDER BY valid_from DESC LIMIT 1
                        """,
                        row -> new CouncilCalendar(
                                MonthDay.parse("--" + row.getString(1)), MonthDay.parse("--" + row.getString(2))),
                        year.firstDay())
                .getFirst();
    }

    @Override
    public Versioned<CouncilYear> of(SchoolCode school, FiscalYear year) {
        return sql.list(
                        YEARS.formatted("SELECT ? :: text AS school_code"),
                        row -> year(row, year),
                        begin(year.firstDay()),
                        begin(year.lastDay().plusDays(1)),
                        clock.getZone().getId(),
                        school.value(),
                        year.endYear())
                .getFirst();
    }

    @Override
    public List<Versioned<CouncilYear>> list(
            FiscalYear year, Optional<Set<SchoolCode>> schools, Optional<SchoolCode> after, int limit) {
        String @Nullable [] only = schools.map(
                        codes -> codes.stream().map(SchoolCode::value).toArray(String[]::new))
                .orElse(null);
        return sql.list(
                YEARS.formatted("""
                                SELECT school_code FROM council UNION SELECT school_code FROM remembered_allocation
                                """) + """
                         WHERE school.school_code > ?
                           AND (? :: text[] IS NULL OR school.school_code = ANY (? :: text[]))
                         ORDER BY school.school_code LIMIT ?
                        """,
                row -> year(row, year),
                begin(year.firstDay()),
                begin(year.lastDay().plusDays(1)),
                clock.getZone().getId(),
                year.endYear(),
                after.map(SchoolCode::value).orElse(""),
                only,
                only,
                limit);
    }

    @Override
    public long store(CouncilYear reported, Person by, long readVersion) {
        int rows = readVersion == 0
                ? sql.update(
                        """
                        INSERT INTO council_year (elections_on, first_meeting_on, by_laws_on, issuer, subject, school_code,
                                                  fiscal_year, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING
                        """,
                        reported.electionsOn().orElse(null),
                        reported.firstMeetingOn().orElse(null),
                        reported.byLawsOn().orElse(null),
                        by.issuer(),
                        by.subject(),
                        reported.school().value(),
                        reported.year().endYear())
                : sql.update(
                        """
                        UPDATE council_year SET elections_on = ?, first_meeting_on = ?, by_laws_on = ?, issuer = ?,
                               subject = ?, version = version + 1
                         WHERE school_code = ? AND fiscal_year = ? AND version = ?
                        """,
                        reported.electionsOn().orElse(null),
                        reported.firstMeetingOn().orElse(null),
                        reported.byLawsOn().orElse(null),
                        by.issuer(),
                        by.subject(),
                        reported.school().value(),
                        reported.year().endYear(),
                        readVersion);
        if (rows != 1) {
            throw new StaleStateException(reported.school(), readVersion);
        }
        return readVersion + 1;
    }

    private OffsetDateTime begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private static Versioned<CouncilYear> year(ResultSet row, FiscalYear year) throws SQLException {
        return new Versioned<>(
                new CouncilYear(new SchoolCode(row.getString(1)), year, day(row, 2), day(row, 5), day(row, 3)),
                row.getLong(4));
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
