package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.support.SupportCalendar;
import org.partnershipfund.approval.support.SupportCalendar.Days;
import org.partnershipfund.approval.support.SupportCalendars;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Support calendars in table {@code support_calendar}. */
@ApplicationScoped
class JdbcSupportCalendars implements SupportCalendars {

    private final Sql sql;

    JdbcSupportCalendars(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Versioned<SupportCalendar>> find(FundId fund) {
        return Optional.ofNullable(sql.first(
                "SELECT * FROM support_calendar WHERE fund_id = ?", JdbcSupportCalendars::calendar, fund.value()));
    }

    private static Versioned<SupportCalendar> calendar(ResultSet row) throws SQLException {
        return new Versioned<>(
                new SupportCalendar(
                        new FundId(row.getObject("fund_id", UUID.class)),
                        days(row, "office_hours"),
                        days(row, "technical_assistance"),
                        row.getString("source"),
                        Times.of(row, "modified_at")),
                row.getLong("version"));
    }

    private static Days days(ResultSet row, String kind) throws SQLException {
        return new Days(
                row.getObject(kind + "_first", LocalDate.class), row.getObject(kind + "_last", LocalDate.class));
    }

    @Override
    public long store(SupportCalendar calendar, long readVersion) {
        int rows = sql.update(
                """
                INSERT INTO support_calendar AS kept (fund_id, office_hours_first, office_hours_last,
                       technical_assistance_first, technical_assistance_last, source, modified_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, 1)
                ON CONFLICT (fund_id) DO UPDATE SET office_hours_first = excluded.office_hours_first,
                       office_hours_last = excluded.office_hours_last,
                       technical_assistance_first = excluded.technical_assistance_first,
                       technical_assistance_last = excluded.technical_assistance_last,
                       source = excluded.source, modified_at = excluded.modified_at, version = kept.version + 1
                 WHERE kept.version = ?
                """,
                calendar.fund().value(),
                calendar.officeHours().first(),
                calendar.officeHours().last(),
                calendar.technicalAssistance().first(),
                calendar.technicalAssistance().last(),
                calendar.source(),
                calendar.changedAt().atOffset(ZoneOffset.UTC),
                readVersion);
        if (rows != 1) {
            throw new StaleStateException(calendar.fund().value(), readVersion);
        }
        return readVersion + 1;
    }
}
