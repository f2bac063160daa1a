package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.reminder.ReminderPlan;

/** When people of a fund are reminded, on the wire. */
@Schema(name = "ReminderPlan")
public record ReminderPlanJson(
        UUID fundId,

        @Schema(examples = "[7, 3, 1]") List<Integer> daysBefore,

        @Schema(examples = "2") int escalateAfterDays,
        List<PersonJson> nextLevel,
        String source,
        Instant changedAt) {

    /** What it takes to set a plan. */
    @Schema(name = "SetReminderPlan")
    public record ToSet(
            @NotNull @Size(max = 10) @JsonProperty(required = true)
            @Schema(required = true, examples = "[7, 3, 1]", description = "Days before a deadline; may be empty")
            List<@NotNull @Min(1) @Max(365) Integer> daysBefore,

            @Min(0) @Max(365) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "2",
                    description = "How long something is overdue before the next level is told")
            int escalateAfterDays,

            @Valid @NotNull @Size(max = 20) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "Who is told then; for a council its school's superintendent is told besides")
            List<@Valid @NotNull PersonJson> nextLevel,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Partnerships team, 1 December 2017",
                    description = "Who decided it, where it is written")
            String source) {

        ReminderPlan plan(FundId fund, Instant at) {
            return new ReminderPlan(
                    fund,
                    daysBefore,
                    escalateAfterDays,
                    nextLevel.stream().map(PersonJson::person).toList(),
                    source.strip(),
                    at);
        }
    }

    static ReminderPlanJson of(ReminderPlan plan) {
        return new ReminderPlanJson(
                plan.fund().value(),
                plan.daysBefore(),
                plan.escalateAfterDays(),
                plan.nextLevel().stream().map(PersonJson::of).toList(),
                plan.source(),
                plan.changedAt());
    }
}
