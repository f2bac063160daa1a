package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Minutes;
import org.partnershipfund.approval.council.MinutesBook;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.foundation.sql.Sql;

/** Minutes in table {@code meeting_minutes}, a row per version. */
@ApplicationScoped
class JdbcMinutesBook implements MinutesBook {

    private final Sql sql;

    JdbcMinutesBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Minutes> of(MeetingId meeting) {
        return sql.list(
                "SELECT * FROM meeting_minutes WHERE meeting_id = ? ORDER BY version",
                JdbcMinutesBook::minutes,
                meeting.value());
    }

    @Override
    public void add(Minutes minutes) {
        sql.updateOne(
                """
                INSERT INTO meeting_minutes (meeting_id, version, minutes, present, associates, correction, issuer, subject,
                                             written_at)
                VALUES (?, ?, ?, ?::uuid[], ?::uuid[], ?, ?, ?, ?)
                """,
                minutes.meeting().value(),
                minutes.version(),
                minutes.text(),
                minutes.present().stream()
                        .map(seat -> seat.value().toString())
                        .sorted()
                        .toArray(String[]::new),
                minutes.associates().stream()
                        .map(associate -> associate.value().toString())
                        .sorted()
                        .toArray(String[]::new),
                minutes.correction().orElse(null),
                minutes.writtenBy().issuer(),
                minutes.writtenBy().subject(),
                minutes.writtenAt().atOffset(ZoneOffset.UTC));
    }

    private static Minutes minutes(ResultSet row) throws SQLException {
        return new Minutes(
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                row.getInt("version"),
                row.getString("minutes"),
                ids(row, "present", SeatId::new),
                ids(row, "associates", AssociateId::new),
                Optional.ofNullable(row.getString("correction")),
                new Person(row.getString("issuer"), row.getString("subject")),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }

    private static <I> Set<I> ids(ResultSet row, String column, Function<UUID, I> id) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray()).map(id).collect(Collectors.toSet());
    }
}
