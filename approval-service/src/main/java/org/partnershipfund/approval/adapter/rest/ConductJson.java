package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.CoChair;
import org.partnershipfund.approval.council.CouncilCalendar;
import org.partnershipfund.approval.council.CouncilPolicy;
import org.partnershipfund.approval.council.CouncilYear;
import org.partnershipfund.approval.usecase.Acknowledge.Owed;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** What a council owes the district besides its decisions, on the wire. */
final class ConductJson {

    private ConductJson() {}

    /** Who chaired with the principal, and when. */
    @Schema(name = "CoChair")
    public record CoChairJson(
            PersonJson member,
            @Schema(examples = "2017-10-15") LocalDate from,

            @Schema(description = "The last day; absent for who chairs now") @Nullable LocalDate until) {

        static CoChairJson of(CoChair chair) {
            return new CoChairJson(
                    PersonJson.of(chair.member()), chair.from(), chair.until().orElse(null));
        }
    }

    /** Who acknowledged the conflict-of-interest law in a year, and who owes it. */
    @Schema(name = "CouncilAcknowledgement")
    public record AcknowledgementJson(
            UUID seatId,

            @Schema(enumeration = {"principal", "teacher", "parent", "student"})
            String group,

            boolean alternate,
            @Schema(examples = "2018") int fiscalYear,
            boolean owed,
            @Nullable Instant acknowledgedAt) {

        static AcknowledgementJson of(Owed owed) {
            return new AcknowledgementJson(
                    owed.seat().id().value(),
                    owed.seat().group().word(),
                    owed.seat().alternate(),
                    owed.year().endYear(),
                    owed.saidAt().isEmpty(),
                    owed.saidAt().orElse(null));
        }
    }

    /** Which edition of the summary was received. */
    @Schema(name = "AcknowledgeConflictLaw")
    public record ToAcknowledge(
            @NotBlank @Size(max = 300) @JsonProperty(required = true)
            @Schema(required = true, examples = "Summary of the Conflict of Interest Law for Municipal Employees, 2017")
            String summary) {}

    /** How councils conduct themselves about a fund. */
    @Schema(name = "CouncilPolicy")
    public record PolicyJson(
            UUID fundId,
            boolean coiAcknowledgementRequired,
            String source,

            @Schema(description = "Absent for the default, which nobody decided") @Nullable Instant changedAt) {

        static PolicyJson of(CouncilPolicy policy) {
            return new PolicyJson(
                    policy.fund().value(),
                    policy.coiAcknowledgementRequired(),
                    policy.source(),
                    policy.changedAt().orElse(null));
        }
    }

    /** What is decided about it. */
    @Schema(name = "SetCouncilPolicy")
    public record PolicyToSet(
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "Whether only members who acknowledged this fiscal year vote yes or no")
            boolean coiAcknowledgementRequired,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(required = true, examples = "Decision of the legal advisor, 4 January 2018")
            String source) {}

    /** A school year of a council. */
    @Schema(name = "CouncilYear")
    public record YearJson(
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "2018") int fiscalYear,

            @Schema(enumeration = {"full-compliance", "reporting", "no-data"})
            String status,

            @Nullable LocalDate electionsOn,
            @Nullable LocalDate firstMeetingOn,
            @Nullable LocalDate byLawsOn,

            @Schema(description = "What is missing or late, in sentences")
            List<String> missing) {

        static YearJson of(CouncilYear year, CouncilCalendar calendar) {
            return new YearJson(
                    year.school().value(),
                    year.year().endYear(),
                    year.status(calendar).word(),
                    year.electionsOn().orElse(null),
                    year.firstMeetingOn().orElse(null),
                    year.byLawsOn().orElse(null),
                    year.missing(calendar));
        }
    }

    /** What a school reports of it. */
    @Schema(name = "ReportCouncilYear")
    public record YearToReport(
            @Schema(examples = "2017-10-12", description = "When the last group was elected") @Nullable LocalDate electionsOn,

            @Schema(
                    examples = "2017-10-26",
                    description = "Absent: the first meeting whose attendance is on record here counts")
            @Nullable LocalDate firstMeetingOn,

            @Schema(examples = "2016-11-03", description = "When the by-laws in force were adopted") @Nullable LocalDate byLawsOn) {

        CouncilYear of(SchoolCode school, FiscalYear year) {
            return new CouncilYear(
                    school,
                    year,
                    Optional.ofNullable(electionsOn),
                    Optional.ofNullable(firstMeetingOn),
                    Optional.ofNullable(byLawsOn));
        }
    }
}
