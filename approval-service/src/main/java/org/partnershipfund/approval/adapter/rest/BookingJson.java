package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.support.Booking;
import org.partnershipfund.approval.support.Booking.Attendance;
import org.partnershipfund.approval.support.Booking.Standing;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSessions.Booked;
import org.partnershipfund.approval.support.SessionId;

/** A school's booking on the wire, with what it needs to know of the session. */
@Schema(name = "Booking")
public record BookingJson(
        UUID id,
        @Schema(examples = "00350231") String schoolCode,

        @Schema(
                enumeration = {"confirmed", "waiting", "cancelled"},
                description = "confirmed has a place; waiting moves up when a place becomes free")
        String state,

        UUID sessionId,

        @Schema(enumeration = {"office-hours", "technical-assistance"})
        String kind,

        @Schema(enumeration = {"planned", "cancelled"}) String sessionState,

        Instant startsAt,
        Instant endsAt,
        @Schema(examples = "11 December 2017, 09:00 EST") String begins,
        @Nullable String place,
        @Nullable String link,

        @Schema(description = "Who booked; absent for a student of the council") @Nullable PersonJson bookedBy,

        Instant bookedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant cancelledAt,

        @Schema(description = "Whether somebody of the school came; absent until the team records it") @Nullable Boolean attended,

        @Nullable String notes) {

    /** What it takes to book. */
    @Schema(name = "BookHelpSession")
    public record ToBook(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID sessionId) {

        SessionId session() {
            return new SessionId(sessionId);
        }
    }

    static BookingJson of(Booked booked, Adults.Shown shown) {
        HelpSession session = booked.session();
        Booking booking = booked.booking();
        return new BookingJson(
                booking.id().value(),
                booking.school().value(),
                state(booking.standing()),
                session.announced().id().value(),
                session.announced().kind().word(),
                HelpSessionJson.state(session),
                session.slot().startsAt(),
                session.slot().endsAt(),
                org.partnershipfund.kernel.Words.time(session.slot().startsAt()),
                session.slot().place().orElse(null),
                session.slot().link().orElse(null),
                shown.of(booking.by()),
                booking.at(),
                confirmedAt(booking.standing()),
                cancelledAt(booking.standing()),
                booking.attendance().map(Attendance::attended).orElse(null),
                booking.attendance().map(Attendance::notes).orElse(null));
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Confirmed _ -> "confirmed";
            case Standing.Waiting _ -> "waiting";
            case Standing.GivenUp _ -> "cancelled";
        };
    }

    private static @Nullable Instant confirmedAt(Standing standing) {
        return switch (standing) {
            case Standing.Confirmed(Instant since) -> since;
            case Standing.Waiting _, Standing.GivenUp _ -> null;
        };
    }

    private static @Nullable Instant cancelledAt(Standing standing) {
        return switch (standing) {
            case Standing.Confirmed _, Standing.Waiting _ -> null;
            case Standing.GivenUp(var _, Instant at) -> at;
        };
    }
}
