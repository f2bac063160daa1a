package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.Meeting;
import org.partnershipfund.approval.council.Meeting.Convened;
import org.partnershipfund.approval.council.Meeting.Notice;
import org.partnershipfund.approval.council.Meeting.Posted;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.HoldMeeting;

/**
 * A meeting of a council on the wire.
 *
 * @param present the seats of those on record as present; absent until the meeting is convened
 * @param associates who attended without a vote
 */
@Schema(name = "Meeting")
public record MeetingJson(
        UUID id,
        @Schema(examples = "00350231") String schoolCode,

        @Schema(enumeration = {"posted", "convened"}) String state,

        Instant startsAt,
        String place,
        List<String> agenda,
        List<ItemJson> selections,
        Instant postedAt,
        @Nullable List<UUID> present,
        @Nullable List<UUID> associates,
        @Nullable Instant recordedAt) {

    /** A selection on the agenda, in exactly this version. */
    @Schema(name = "AgendaItem")
    public record ItemJson(UUID selectionId, int version, String digest) {}

    /** A meeting in a list. */
    @Schema(name = "MeetingSummary")
    public record Summary(
            UUID id,
            String schoolCode,
            String state,
            Instant startsAt,
            String place,
            List<String> agenda,
            List<UUID> selectionIds) {

        static Summary of(Meeting meeting) {
            MeetingJson full = MeetingJson.of(meeting);
            return new Summary(
                    full.id(),
                    full.schoolCode(),
                    full.state(),
                    full.startsAt(),
                    full.place(),
                    full.agenda(),
                    full.selections().stream().map(ItemJson::selectionId).toList());
        }
    }

    /** What it takes to post a meeting. */
    @Schema(name = "PostMeeting")
    public record ToPost(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-01-11T22:00:00Z")
            Instant startsAt,

            @NotBlank @Size(max = 300) @JsonProperty(required = true)
            @Schema(required = true, examples = "Library, ground floor")
            String place,

            @NotNull @Size(min = 1, max = 50) @JsonProperty(required = true)
            @Schema(required = true, examples = "[\"Partners for the coming year\"]")
            List<@NotBlank @Size(max = 500) String> agenda,

            @NotNull @Size(max = 20) @JsonProperty(required = true)
            @Schema(required = true, description = "Selections of the school that wait for its council")
            List<@NotNull UUID> selectionIds) {

        HoldMeeting.Asked asked() {
            return new HoldMeeting.Asked(
                    startsAt,
                    place,
                    agenda,
                    selectionIds.stream().map(SelectionId::new).toList());
        }
    }

    /** Who is present. */
    @Schema(name = "RecordAttendance")
    public record ToAttend(
            @NotNull @Size(max = 60) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "The ids of their seats; an alternate sits for an absent member of the same group")
            List<@NotNull UUID> present,

            @Size(max = 60) @Schema(description = "The ids of associates who attend without a vote; none unless given")
            @Nullable List<@NotNull UUID> associates) {

        Set<SeatId> seats() {
            return present.stream().map(SeatId::new).collect(Collectors.toSet());
        }

        Set<AssociateId> guests() {
            return associates == null
                    ? Set.of()
                    : associates.stream().map(AssociateId::new).collect(Collectors.toSet());
        }
    }

    static MeetingJson of(Meeting meeting) {
        return switch (meeting) {
            case Posted(Notice notice) -> of(notice, "posted", null, null, null);
            case Convened(Notice notice, Set<SeatId> present, Set<AssociateId> associates, var _, Instant at) ->
                of(
                        notice,
                        "convened",
                        present.stream().map(SeatId::value).sorted().toList(),
                        associates.stream().map(AssociateId::value).sorted().toList(),
                        at);
        };
    }

    private static MeetingJson of(
            Notice notice,
            String state,
            @Nullable List<UUID> present,
            @Nullable List<UUID> associates,
            @Nullable Instant recordedAt) {
        return new MeetingJson(
                notice.id().value(),
                notice.school().value(),
                state,
                notice.startsAt(),
                notice.place(),
                notice.agenda(),
                notice.items().stream()
                        .map(item -> new ItemJson(item.selection(), item.version(), item.digest()))
                        .toList(),
                notice.postedAt(),
                present,
                associates,
                recordedAt);
    }
}
