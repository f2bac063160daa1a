package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.support.BookingId;
import org.partnershipfund.approval.support.HelpKind;
import org.partnershipfund.approval.support.HelpSession;
import org.partnershipfund.approval.support.HelpSession.Cancelled;
import org.partnershipfund.approval.support.HelpSession.Planned;
import org.partnershipfund.approval.support.Slot;

/** A help session on the wire; which schools come is behind another door. */
@Schema(name = "HelpSession")
public record HelpSessionJson(
        UUID id,
        UUID fundId,

        @Schema(enumeration = {"office-hours", "technical-assistance"})
        String kind,

        @Schema(enumeration = {"planned", "cancelled"}) String state,

        Instant startsAt,
        Instant endsAt,

        @Schema(examples = "11 December 2017, 09:00 EST", description = "When it begins, where the district is")
        String begins,

        @Schema(examples = "Bolling Building, room 2-26") @Nullable String place,

        @Schema(examples = "https://meet.example/help") @Nullable
        String link,

        @Schema(examples = "Partnerships team") String host,

        @Schema(examples = "6", description = "How many schools have a place")
        int capacity,

        @Schema(examples = "2") int free,

        @Schema(examples = "0", description = "How many schools wait for a place")
        int waiting,

        @Nullable String reason) {

    /** When and where, as it is asked for. */
    private static Slot slot(
            Instant startsAt,
            Instant endsAt,
            @Nullable String place,
            @Nullable String link,
            int capacity,
            String host) {
        return new Slot(startsAt, endsAt, said(place), said(link), capacity, host.strip());
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(words -> !words.isEmpty());
    }

    /** What it takes to announce a session. */
    @Schema(name = "AnnounceHelpSession")
    public record ToAnnounce(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID fundId,

            @NotNull @Pattern(regexp = HelpKind.WORDS, message = "it must be " + HelpKind.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"office-hours", "technical-assistance"})
            String kind,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-11T14:00:00Z")
            Instant startsAt,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-11T15:00:00Z")
            Instant endsAt,

            @Size(max = 300) @Schema(examples = "Bolling Building, room 2-26") @Nullable String place,

            @Size(max = 500) @Pattern(regexp = "https?://\\S+", message = "it must be an address that begins with http:// or https://") @Schema(examples = "https://meet.example/help")
            @Nullable String link,

            @Min(1) @Max(500) @JsonProperty(required = true)
            @Schema(required = true, examples = "6", description = "How many schools have a place")
            int capacity,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Partnerships team", description = "Who receives the schools")
            String host) {

        FundId fund() {
            return new FundId(fundId);
        }

        HelpKind asKind() {
            return Words.constant(HelpKind.values(), HelpKind::word, kind);
        }

        Slot slot() {
            return HelpSessionJson.slot(startsAt, endsAt, place, link, capacity, host);
        }
    }

    /** What it takes to move a session: the whole of when and where. */
    @Schema(name = "MoveHelpSession")
    public record ToMove(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-12T14:00:00Z")
            Instant startsAt,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-12T15:00:00Z")
            Instant endsAt,

            @Size(max = 300) @Schema(examples = "Bolling Building, room 2-26") @Nullable String place,

            @Size(max = 500) @Pattern(regexp = "https?://\\S+", message = "it must be an address that begins with http:// or https://") @Schema(examples = "https://meet.example/help")
            @Nullable String link,

            @Min(1) @Max(500) @JsonProperty(required = true)
            @Schema(required = true, examples = "6", description = "At least as many as schools have a place")
            int capacity,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Partnerships team")
            String host) {

        Slot slot() {
            return HelpSessionJson.slot(startsAt, endsAt, place, link, capacity, host);
        }
    }

    /** What it takes to call a session off. */
    @Schema(name = "CancelHelpSession")
    public record ToCancel(
            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The building is closed for snow")
            String reason) {}

    /** Who came. */
    @Schema(name = "RecordAttendance")
    public record ToAttend(
            @Valid @NotEmpty @Size(max = 500) @JsonProperty(required = true) @Schema(required = true)
            List<SeenJson> bookings) {

        Map<BookingId, HelpSession.Seen> seen() {
            Map<BookingId, HelpSession.Seen> seen = new LinkedHashMap<>();
            bookings.forEach(one -> {
                var _ = seen.put(
                        new BookingId(one.bookingId()),
                        new HelpSession.Seen(one.attended(), one.notes().strip()));
            });
            return seen;
        }
    }

    /** Whether a school with a place came, and what was talked about. */
    @Schema(name = "Attended")
    public record SeenJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID bookingId,

            @JsonProperty(required = true) @Schema(required = true)
            boolean attended,

            @NotNull @Size(max = 4000) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Wants reading partners for grade three",
                    description = "What was talked about; no names of pupils. May be empty")
            String notes) {}

    static HelpSessionJson of(HelpSession session) {
        Slot slot = session.slot();
        return new HelpSessionJson(
                session.announced().id().value(),
                session.announced().fund().value(),
                session.announced().kind().word(),
                state(session),
                slot.startsAt(),
                slot.endsAt(),
                org.partnershipfund.kernel.Words.time(slot.startsAt()),
                slot.place().orElse(null),
                slot.link().orElse(null),
                slot.host(),
                slot.capacity(),
                slot.capacity() - session.taken(),
                session.waiting(),
                reason(session));
    }

    static String state(HelpSession session) {
        return switch (session) {
            case Planned _ -> "planned";
            case Cancelled _ -> "cancelled";
        };
    }

    private static @Nullable String reason(HelpSession session) {
        return switch (session) {
            case Planned _ -> null;
            case Cancelled gone -> gone.reason();
        };
    }
}
