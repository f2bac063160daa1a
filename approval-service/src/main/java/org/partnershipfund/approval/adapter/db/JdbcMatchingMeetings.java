package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.support.MatchingMeeting;
import org.partnershipfund.approval.support.MatchingMeeting.Attendee;
import org.partnershipfund.approval.support.MatchingMeeting.Role;
import org.partnershipfund.approval.support.MatchingMeetingId;
import org.partnershipfund.approval.support.MatchingMeetings;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** Meetings in table {@code matching_meeting}. */
@ApplicationScoped
class JdbcMatchingMeetings implements MatchingMeetings {

    private final Sql sql;

    JdbcMatchingMeetings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<MatchingMeeting> find(MatchingMeetingId id) {
        return sql
                .list("SELECT * FROM matching_meeting WHERE id = ?", JdbcMatchingMeetings::meeting, id.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<MatchingMeeting> list(MatchingMeetings.Filter filter, Optional<MatchingMeetingId> after, int limit) {
        return sql.list(
                """
                SELECT * FROM matching_meeting
                 WHERE school_code = ? AND id > ? AND recorded_at > ? AND fiscal_year = coalesce(?, fiscal_year)
                 ORDER BY id LIMIT ?
                """,
                JdbcMatchingMeetings::meeting,
                filter.school().value(),
                after.map(MatchingMeetingId::value).orElse(Sorting.BEFORE_ALL),
                Times.parameter(filter.recordedAfter().orElse(Instant.EPOCH)),
                filter.year().map(FiscalYear::endYear).orElse(null),
                limit);
    }

    @Override
    public void add(MatchingMeeting meeting) {
        sql.updateOne(
                """
                INSERT INTO matching_meeting (id, school_code, fiscal_year, held_on, roles, numbers, needs,
                                              suggestion_ids, recorded_issuer, recorded_subject, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                meeting.id().value(),
                meeting.school().value(),
                meeting.year().endYear(),
                meeting.heldOn(),
                meeting.people().stream().map(one -> one.role().word()).toArray(String[]::new),
                meeting.people().stream().map(Attendee::number).toArray(Integer[]::new),
                meeting.needs(),
                meeting.suggestions().stream().map(SuggestionId::value).toArray(UUID[]::new),
                meeting.recordedBy().issuer(),
                meeting.recordedBy().subject(),
                Times.parameter(meeting.recordedAt()));
    }

    private static MatchingMeeting meeting(ResultSet row) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
        List<Attendee> people = new ArrayList<>();
        for (int place = 0; place < roles.length; place++) {
            people.add(new Attendee(Words.constant(Role.values(), Role::word, roles[place]), numbers[place]));
        }
        return new MatchingMeeting(
                new MatchingMeetingId(row.getObject("id", UUID.class)),
                new SchoolCode(row.getString("school_code")),
                new FiscalYear(row.getInt("fiscal_year")),
                row.getObject("held_on", LocalDate.class),
                people,
                row.getString("needs"),
                Stream.of((UUID[]) row.getArray("suggestion_ids").getArray())
                        .map(SuggestionId::new)
                        .toList(),
                new Person(row.getString("recorded_issuer"), row.getString("recorded_subject")),
                Times.of(row, "recorded_at"));
    }
}
