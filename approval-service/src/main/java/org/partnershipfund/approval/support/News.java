package org.partnershipfund.approval.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.support.Booking.Standing;
import org.partnershipfund.approval.support.HelpSession.Cancelled;
import org.partnershipfund.approval.support.HelpSession.Planned;

/** What a school is told of a change to a session (§3.6). */
public record News(Booking booking, What what) {

    /** What happened to the school. */
    public enum What {
        CONFIRMED,
        WAITING,
        MOVED_UP,
        GIVEN_UP,
        MOVED,
        CALLED_OFF
    }

    /** What schools are told now that the session is this and was that. */
    public static List<News> of(Optional<HelpSession> before, HelpSession after) {
        Map<BookingId, Booking> known = new HashMap<>();
        before.ifPresent(session -> session.bookings().forEach(booking -> {
            var _ = known.put(booking.id(), booking);
        }));
        boolean moved = before.filter(session -> after.slot().meetsOtherwiseThan(session.slot()))
                .isPresent();
        List<News> news = new ArrayList<>();
        for (Booking booking : after.bookings()) {
            Optional<What> own = own(known.get(booking.id()), booking);
            Optional<What> what = switch (after) {
                case Cancelled _ -> booking.stands() ? Optional.of(What.CALLED_OFF) : Optional.empty();
                case Planned _ -> own.or(() -> moved && booking.stands() ? Optional.of(What.MOVED) : Optional.empty());
            };
            what.ifPresent(happened -> news.add(new News(booking, happened)));
        }
        return news;
    }

    private static Optional<What> own(@Nullable Booking before, Booking now) {
        boolean same = before != null && before.standing().equals(now.standing());
        return same
                ? Optional.empty()
                : Optional.of(
                        switch (now.standing()) {
                            case Standing.Confirmed _ -> before == null ? What.CONFIRMED : What.MOVED_UP;
                            case Standing.Waiting _ -> What.WAITING;
                            case Standing.GivenUp _ -> What.GIVEN_UP;
                        });
    }
}
