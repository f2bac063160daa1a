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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.matching.SuggestionId;
import org.partnershipfund.approval.support.MatchingMeeting;
import org.partnershipfund.approval.support.MatchingMeeting.Attendee;
import org.partnershipfund.approval.support.MatchingMeeting.Role;
import org.partnershipfund.approval.usecase.RecordMatchingMeeting;
import org.partnershipfund.kernel.FiscalYear;

/** A matching meeting on the wire. */
@Schema(name = "MatchingMeeting")
public record MatchingMeetingJson(
        UUID id,
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(examples = "2017-12-14") LocalDate heldOn,
        List<AttendeeJson> people,
        String needs,
        List<UUID> suggestionIds,
        PersonJson recordedBy,
        Instant recordedAt) {

    /** So many of one role. */
    @Schema(name = "MeetingAttendee")
    public record AttendeeJson(
            @NotNull @Pattern(regexp = Role.WORDS, message = "it must be " + Role.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"school-leader", "council-member", "instructional-superintendent", "central-office"})
            String role,

            @Min(1) @Max(100) @JsonProperty(required = true) @Schema(required = true, examples = "1")
            int number) {

        static AttendeeJson of(Attendee attendee) {
            return new AttendeeJson(attendee.role().word(), attendee.number());
        }

        Attendee attendee() {
            return new Attendee(Words.constant(Role.values(), Role::word, role), number);
        }
    }

    /** What it takes to record a meeting. */
    @Schema(name = "RecordMatchingMeeting")
    public record ToRecord(
            @Min(2000) @Max(2199) @JsonProperty(required = true) @Schema(required = true, examples = "2019")
            int fiscalYear,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-14")
            LocalDate heldOn,

            @Valid @NotEmpty @Size(max = 10) @JsonProperty(required = true)
            @Schema(required = true, description = "Who was there, by what they are; no names")
            List<AttendeeJson> people,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Reading in grades 2 and 3, after school; families who speak Spanish")
            String needs,

            @NotNull @Size(max = 50) @JsonProperty(required = true)
            @Schema(required = true, description = "Suggestions to this school that were talked about; may be empty")
            List<UUID> suggestionIds) {

        RecordMatchingMeeting.Asked asked() {
            return new RecordMatchingMeeting.Asked(
                    new FiscalYear(fiscalYear),
                    heldOn,
                    people.stream().map(AttendeeJson::attendee).toList(),
                    needs.strip(),
                    suggestionIds.stream().map(SuggestionId::new).toList());
        }
    }

    static MatchingMeetingJson of(MatchingMeeting meeting) {
        return new MatchingMeetingJson(
                meeting.id().value(),
                meeting.school().value(),
                meeting.year().endYear(),
                meeting.heldOn(),
                meeting.people().stream().map(AttendeeJson::of).toList(),
                meeting.needs(),
                meeting.suggestions().stream().map(SuggestionId::value).toList(),
                PersonJson.of(meeting.recordedBy()),
                meeting.recordedAt());
    }
}
