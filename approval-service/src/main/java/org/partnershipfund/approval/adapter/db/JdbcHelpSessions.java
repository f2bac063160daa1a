package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.support.Booking;
import org.partnershipfund.approval.support.Booking.Attendance;
import org.partnershipfund.approval.support.Booking.Standing;
import org.partnershipfund.approval.support.BookingId;
import org.partnershipfund.approval.support.HelpKind;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSession.Announced;
import org.partnershipfund.approval.support.HelpSession.Cancelled;
import org.partnershipfund.approval.support.HelpSession.Planned;
import org.partnershipfund.approval.support.HelpSessions;
import org.partnershipfund.approval.support.SessionId;
import org.partnershipfund.approval.support.Slot;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Sessions in table {@code help_session}, their bookings in {@code help_booking}. */
@ApplicationScoped
class JdbcHelpSessions implements HelpSessions {

    private final Sql sql;

    JdbcHelpSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Versioned<HelpSession>> find(SessionId id) {
        return first("SELECT * FROM help_session WHERE id = ?", id);
    }

    @Override
    public Optional<Versioned<HelpSession>> hold(SessionId id) {
        return first("SELECT * FROM help_session WHERE id = ? FOR UPDATE", id);
    }

    private Optional<Versioned<HelpSession>> first(String query, SessionId id) {
        // Bookings are read by a statement of their own, so that it sees what was committed while the first one waited.
        return sql.list(query, JdbcHelpSessions::row, id.value()).stream()
                .findFirst()
                .map(row -> row.with(bookings(List.of(id.value())).getOrDefault(id.value(), List.of())));
    }

    @Override
    public Optional<SessionId> sessionOf(BookingId booking) {
        return Optional.ofNullable(sql.first(
                "SELECT session_id FROM help_booking WHERE id = ?",
                row -> new SessionId(row.getObject(1, UUID.class)),
                booking.value()));
    }

    @Override
    public List<Versioned<HelpSession>> list(HelpSessions.Filter filter, Optional<SessionId> after, int limit) {
        List<Row> rows = sql.list(
                """
                SELECT * FROM help_session
                 WHERE id > ? AND modified_at > ? AND ends_at > ?
                   AND fund_id = coalesce(?::uuid, fund_id) AND kind = coalesce(?, kind)
                 ORDER BY id LIMIT ?
                """,
                JdbcHelpSessions::row,
                after.map(SessionId::value).orElse(Sorting.BEFORE_ALL),
                Times.parameter(filter.modifiedAfter().orElse(Instant.EPOCH)),
                Times.parameter(filter.endsAfter().orElse(Instant.EPOCH)),
                filter.fund().map(FundId::value).orElse(null),
                filter.kind().map(HelpKind::word).orElse(null),
                limit);
        Map<UUID, List<Booking>> bookings =
                bookings(rows.stream().map(row -> row.announced().id().value()).toList());
        return rows.stream()
                .map(row -> row.with(bookings.getOrDefault(row.announced().id().value(), List.of())))
                .toList();
    }

    private Map<UUID, List<Booking>> bookings(List<UUID> sessions) {
        Map<UUID, List<Booking>> all = new HashMap<>();
        List<Boolean> _ = sql.list(
                "SELECT * FROM help_booking WHERE session_id = ANY (?) ORDER BY session_id, place_in_line",
                row -> all.computeIfAbsent(row.getObject("session_id", UUID.class), _ -> new ArrayList<>())
                        .add(booking(row)),
                (Object) sessions.toArray(UUID[]::new));
        return all;
    }

    @Override
    public List<Booked> bookings(BookingFilter filter, Optional<BookingId> after, int limit) {
        return sql.list(
                """
                SELECT s.*, b.id AS booking_id, b.place_in_line, b.school_code, b.issuer AS booked_issuer,
                       b.subject AS booked_subject, b.booked_at, b.state, b.confirmed_at,
                       b.cancelled_issuer AS given_up_issuer, b.cancelled_subject AS given_up_subject, b.cancelled_at,
                       b.attended, b.notes, b.seen_issuer, b.seen_subject, b.seen_at, b.revision
                  FROM help_booking b JOIN help_session s ON s.id = b.session_id
                 WHERE b.id > ? AND greatest(b.modified_at, s.changed_at) > ?
                   AND b.session_id = coalesce(?::uuid, b.session_id)
                   AND (?::text[] IS NULL OR b.school_code = ANY (?::text[]))
                 ORDER BY b.id LIMIT ?
                """,
                row -> new Booked(row(row).with(List.of()).value(), booking(row, "booking_id", "booked", "given_up")),
                after.map(BookingId::value).orElse(Sorting.BEFORE_ALL),
                Times.parameter(filter.modifiedAfter().orElse(Instant.EPOCH)),
                filter.session().map(SessionId::value).orElse(null),
                codes(filter.schools()),
                codes(filter.schools()),
                limit);
    }

    private static String @Nullable [] codes(Optional<Set<SchoolCode>> schools) {
        return schools.map(some -> some.stream().map(SchoolCode::value).toArray(String[]::new))
                .orElse(null);
    }

    @Override
    public long store(HelpSession next, Optional<Versioned<HelpSession>> before) {
        long version = before.isPresent() ? change(next, before.get()) : add(next);
        Map<BookingId, Integer> known = new HashMap<>();
        before.ifPresent(
                read -> read.value().bookings().forEach(booking -> known.put(booking.id(), booking.revision())));
        int place = 0;
        for (Booking booking : next.bookings()) {
            place++;
            int kept = known.getOrDefault(booking.id(), 0);
            if (kept == 0) {
                add(next.announced().id(), booking, place);
            } else if (kept != booking.revision()) {
                change(booking, kept);
            }
        }
        return version;
    }

    private long add(HelpSession session) {
        Announced announced = session.announced();
        Slot slot = session.slot();
        sql.updateOne(
                """
                INSERT INTO help_session (id, fund_id, kind, starts_at, ends_at, place, link, capacity, host, sequence,
                                          issuer, subject, announced_at, changed_at, modified_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                announced.id().value(),
                announced.fund().value(),
                announced.kind().word(),
                Times.parameter(slot.startsAt()),
                Times.parameter(slot.endsAt()),
                slot.place().orElse(null),
                slot.link().orElse(null),
                slot.capacity(),
                slot.host(),
                session.sequence(),
                announced.by().issuer(),
                announced.by().subject(),
                Times.parameter(announced.at()),
                Times.parameter(session.changedAt()),
                Times.parameter(session.changedAt()));
        return 1;
    }

    private long change(HelpSession session, Versioned<HelpSession> before) {
        Slot slot = session.slot();
        Optional<Cancelled> cancelled = cancelled(session);
        int rows = sql.update(
                """
                UPDATE help_session SET starts_at = ?, ends_at = ?, place = ?, link = ?, capacity = ?, host = ?,
                       sequence = ?, changed_at = ?, cancelled_reason = ?, cancelled_issuer = ?, cancelled_subject = ?,
                       modified_at = ?, version = version + 1
                 WHERE id = ? AND version = ?
                """,
                Times.parameter(slot.startsAt()),
                Times.parameter(slot.endsAt()),
                slot.place().orElse(null),
                slot.link().orElse(null),
                slot.capacity(),
                slot.host(),
                session.sequence(),
                Times.parameter(session.changedAt()),
                cancelled.map(Cancelled::reason).orElse(null),
                cancelled.map(gone -> gone.by().issuer()).orElse(null),
                cancelled.map(gone -> gone.by().subject()).orElse(null),
                Times.parameter(modifiedAt(session)),
                session.announced().id().value(),
                before.version());
        if (rows != 1) {
            throw new StaleStateException(session.announced().id().value(), before.version());
        }
        return before.version() + 1;
    }

    private static Instant modifiedAt(HelpSession session) {
        return session.bookings().stream()
                .map(JdbcHelpSessions::modifiedAt)
                .reduce(session.changedAt(), JdbcHelpSessions::latest);
    }

    private static Instant modifiedAt(Booking booking) {
        Instant stands = switch (booking.standing()) {
            case Standing.Confirmed(Instant since) -> since;
            case Standing.Waiting _ -> booking.at();
            case Standing.GivenUp(var _, Instant at) -> at;
        };
        return latest(stands, booking.attendance().map(Attendance::at).orElse(stands));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void add(SessionId session, Booking booking, int place) {
        sql.updateOne(
                """
                INSERT INTO help_booking (id, session_id, place_in_line, school_code, issuer, subject, booked_at, state,
                                          confirmed_at, modified_at, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                booking.id().value(),
                session.value(),
                place,
                booking.school().value(),
                booking.by().issuer(),
                booking.by().subject(),
                Times.parameter(booking.at()),
                word(booking),
                Times.parameter(confirmedAt(booking)),
                Times.parameter(booking.at()),
                booking.revision());
    }

    private void change(Booking booking, int kept) {
        Optional<Standing.GivenUp> givenUp = givenUp(booking);
        Optional<Attendance> seen = booking.attendance();
        int rows = sql.update(
                """
                UPDATE help_booking SET state = ?, confirmed_at = ?, cancelled_issuer = ?, cancelled_subject = ?,
                       cancelled_at = ?, attended = ?, notes = ?, seen_issuer = ?, seen_subject = ?, seen_at = ?,
                       modified_at = ?, revision = ?
                 WHERE id = ? AND revision = ?
                """,
                word(booking),
                Times.parameter(confirmedAt(booking)),
                givenUp.map(gone -> gone.by().issuer()).orElse(null),
                givenUp.map(gone -> gone.by().subject()).orElse(null),
                Times.parameter(givenUp.map(Standing.GivenUp::at)),
                seen.map(Attendance::attended).orElse(null),
                seen.map(Attendance::notes).orElse(null),
                seen.map(what -> what.by().issuer()).orElse(null),
                seen.map(what -> what.by().subject()).orElse(null),
                Times.parameter(seen.map(Attendance::at)),
                Times.parameter(modifiedAt(booking)),
                booking.revision(),
                booking.id().value(),
                kept);
        if (rows != 1) {
            throw new StaleStateException(booking.id().value(), kept);
        }
    }

    private static String word(Booking booking) {
        return switch (booking.standing()) {
            case Standing.Confirmed _ -> "confirmed";
            case Standing.Waiting _ -> "waiting";
            case Standing.GivenUp _ -> "cancelled";
        };
    }

    private static Optional<Instant> confirmedAt(Booking booking) {
        return switch (booking.standing()) {
            case Standing.Confirmed(Instant since) -> Optional.of(since);
            case Standing.Waiting _, Standing.GivenUp _ -> Optional.empty();
        };
    }

    private static Optional<Standing.GivenUp> givenUp(Booking booking) {
        return switch (booking.standing()) {
            case Standing.Confirmed _, Standing.Waiting _ -> Optional.empty();
            case Standing.GivenUp gone -> Optional.of(gone);
        };
    }

    private static Optional<Cancelled> cancelled(HelpSession session) {
        return switch (session) {
            case Planned _ -> Optional.empty();
            case Cancelled gone -> Optional.of(gone);
        };
    }

    private static Booking booking(ResultSet row) throws SQLException {
        return booking(row, "id", "", "cancelled");
    }

    private static Booking booking(ResultSet row, String id, String by, String givenUp) throws SQLException {
        String prefix = by.isEmpty() ? "" : by + "_";
        Standing standing = switch (row.getString("state")) {
            case "confirmed" -> new Standing.Confirmed(Times.of(row, "confirmed_at"));
            case "waiting" -> new Standing.Waiting();
            case "cancelled" ->
                new Standing.GivenUp(
                        new Person(row.getString(givenUp + "_issuer"), row.getString(givenUp + "_subject")),
                        Times.of(row, "cancelled_at"));
            case String other -> throw new IllegalStateException("the table has the unknown state " + other);
        };
        return new Booking(
                new BookingId(row.getObject(id, UUID.class)),
                new SchoolCode(row.getString("school_code")),
                new Person(row.getString(prefix + "issuer"), row.getString(prefix + "subject")),
                Times.of(row, "booked_at"),
                standing,
                attendance(row),
                row.getInt("revision"));
    }

    private static Optional<Attendance> attendance(ResultSet row) throws SQLException {
        Optional<Instant> at = Times.maybe(row, "seen_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attendance(
                        row.getBoolean("attended"),
                        row.getString("notes"),
                        new Person(row.getString("seen_issuer"), row.getString("seen_subject")),
                        at.get()));
    }

    /** A row of {@code help_session}, before it has its bookings. */
    private record Row(
            Announced announced,
            Slot slot,
            int sequence,
            Instant changedAt,
            Optional<String> reason,
            Optional<Person> cancelledBy,
            long version) {

        Versioned<HelpSession> with(List<Booking> bookings) {
            HelpSession session = reason.<HelpSession>map(why -> new Cancelled(
                            announced, slot, sequence, bookings, why, cancelledBy.orElseThrow(), changedAt))
                    .orElseGet(() -> new Planned(announced, slot, sequence, bookings, changedAt));
            return new Versioned<>(session, version);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        var announced = new Announced(
                new SessionId(row.getObject("id", UUID.class)),
                new FundId(row.getObject("fund_id", UUID.class)),
                Words.constant(HelpKind.values(), HelpKind::word, row.getString("kind")),
                new Person(row.getString("issuer"), row.getString("subject")),
                Times.of(row, "announced_at"));
        var slot = new Slot(
                Times.of(row, "starts_at"),
                Times.of(row, "ends_at"),
                Optional.ofNullable(row.getString("place")),
                Optional.ofNullable(row.getString("link")),
                row.getInt("capacity"),
                row.getString("host"));
        return new Row(
                announced,
                slot,
                row.getInt("sequence"),
                Times.of(row, "changed_at"),
                Optional.ofNullable(row.getString("cancelled_reason")),
                Words.person(row.getString("cancelled_issuer"), row.getString("cancelled_subject")),
                row.getLong("version"));
    }
}
