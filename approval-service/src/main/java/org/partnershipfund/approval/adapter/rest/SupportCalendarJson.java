package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.support.SupportCalendar;
import org.partnershipfund.approval.support.SupportCalendar.Days;

/** On which days a fund's schools are helped, on the wire. */
@Schema(name = "SupportCalendar")
public record SupportCalendarJson(
        UUID fundId, DaysJson officeHours, DaysJson technicalAssistance, String source, Instant changedAt) {

    /** Days in the district, both included. */
    @Schema(name = "SupportDays")
    public record DaysJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-11")
            LocalDate first,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-12-13")
            LocalDate last) {

        static DaysJson of(Days days) {
            return new DaysJson(days.first(), days.last());
        }

        Days days() {
            return new Days(first, last);
        }
    }

    /** What it takes to set a calendar. */
    @Schema(name = "SetSupportCalendar")
    public record ToSet(
            @Valid @NotNull @JsonProperty(required = true) @Schema(required = true)
            DaysJson officeHours,

            @Valid @NotNull @JsonProperty(required = true) @Schema(required = true)
            DaysJson technicalAssistance,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Superintendent's memo to school leaders, 28 November 2017",
                    description = "Who decided it, where it is written")
            String source) {

        SupportCalendar calendar(FundId fund, Instant at) {
            return new SupportCalendar(fund, officeHours.days(), technicalAssistance.days(), source.strip(), at);
        }
    }

    static SupportCalendarJson of(SupportCalendar calendar) {
        return new SupportCalendarJson(
                calendar.fund().value(),
                DaysJson.of(calendar.officeHours()),
                DaysJson.of(calendar.technicalAssistance()),
                calendar.source(),
                calendar.changedAt());
    }
}
