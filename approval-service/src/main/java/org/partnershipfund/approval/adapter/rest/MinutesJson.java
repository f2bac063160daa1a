package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Minutes;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.usecase.WriteMinutes;

/**
 * The minutes of a meeting on the wire.
 *
 * @param correction why the version before was corrected
 * @param versions all of them, oldest first
 */
@Schema(name = "Minutes")
public record MinutesJson(
        UUID meetingId,
        @Schema(examples = "00350231") String schoolCode,
        Instant startsAt,
        @Schema(examples = "1") int version,
        String text,
        List<PresentJson> present,
        List<GuestJson> associates,
        @Nullable String correction,
        Instant writtenAt,
        List<VersionJson> versions) {

    /** A voting member who was present; students without their names. */
    @Schema(name = "MinutesPresent")
    public record PresentJson(
            UUID seatId,

            @Schema(enumeration = {"principal", "teacher", "parent", "student"})
            String group,

            boolean alternate,
            @Nullable String name) {

        static PresentJson of(Seat seat) {
            return new PresentJson(
                    seat.id().value(),
                    seat.group().word(),
                    seat.alternate(),
                    seat.name().filter(_ -> seat.group() != Group.STUDENT).orElse(null));
        }
    }

    /** Who was present without a vote. */
    @Schema(name = "MinutesAssociate")
    public record GuestJson(UUID associateId, String organisation, String name) {

        static GuestJson of(Associate associate) {
            return new GuestJson(associate.id().value(), associate.organisation(), associate.name());
        }
    }

    /** That there is such a version. */
    @Schema(name = "MinutesVersion")
    public record VersionJson(
            int version, Instant writtenAt, @Nullable String correction) {

        static VersionJson of(Minutes minutes) {
            return new VersionJson(
                    minutes.version(), minutes.writtenAt(), minutes.correction().orElse(null));
        }
    }

    /** The first minutes. */
    @Schema(name = "WriteMinutes")
    public record ToWrite(
            @NotBlank @Size(max = 20_000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The principal opened the meeting at 6 p.m. ...")
            String text) {}

    /** A correction: the whole text, and why. */
    @Schema(name = "CorrectMinutes")
    public record ToCorrect(
            @NotBlank @Size(max = 20_000) @JsonProperty(required = true) @Schema(required = true)
            String text,

            @NotBlank @Size(max = 1_000) @JsonProperty(required = true)
            @Schema(required = true, examples = "A parent's question was left out")
            String correction) {}

    static MinutesJson of(WriteMinutes.Read read) {
        Minutes minutes = read.minutes();
        return new MinutesJson(
                minutes.meeting().value(),
                read.meeting().notice().school().value(),
                read.meeting().notice().startsAt(),
                minutes.version(),
                minutes.text(),
                read.seats().stream().map(PresentJson::of).toList(),
                read.guests().stream().map(GuestJson::of).toList(),
                minutes.correction().orElse(null),
                minutes.writtenAt(),
                read.versions().stream().map(VersionJson::of).toList());
    }
}
