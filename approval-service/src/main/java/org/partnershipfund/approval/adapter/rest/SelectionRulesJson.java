package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.policy.CapacityRule;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;

/** A version of a fund's rules for selections on the wire. */
@Schema(name = "SelectionRules")
public record SelectionRulesJson(
        UUID fundId,
        @Schema(examples = "2") int version,

        @Schema(examples = "2017-12-08", description = "The first day, in the district, on which it counts")
        LocalDate validFrom,

        @Schema(examples = "1") int minPartners,

        @Schema(examples = "5", description = "Absent for no bound") @Nullable Integer maxPartners,

        @Schema(
                examples = "60",
                description = "Per cent of a selection's total that one partner may take; 100 is no bound")
        int largestSharePercent,

        MoneyJson leastPerLine,

        @Schema(
                enumeration = {"refuses", "warns"},
                description = "What happens when schools choose a program for more pupils than it can serve")
        String capacity,

        String source,
        Instant setAt) {

    /** What it takes to set rules. */
    @Schema(name = "SetSelectionRules")
    public record ToSet(
            @Schema(examples = "2017-12-08", description = "Absent for today; never a day that is past") @Nullable LocalDate validFrom,

            @Min(1) @Max(50) @JsonProperty(required = true) @Schema(required = true, examples = "1")
            int minPartners,

            @Min(1) @Max(50) @Schema(examples = "5", description = "Absent for no bound") @Nullable Integer maxPartners,

            @Min(1) @Max(100) @JsonProperty(required = true)
            @Schema(required = true, examples = "60", description = "100 is no bound")
            int largestSharePercent,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            MoneyJson leastPerLine,

            @NotNull @Pattern(regexp = "refuses|warns", message = "it must be refuses or warns") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"refuses", "warns"})
            String capacity,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Letter of the budget office, 5 December 2017",
                    description = "Who decided it, where it is written")
            String source) {

        public ToSet {
            if (leastPerLine != null && leastPerLine.money().isNegative()) {
                throw new InvalidValueException("leastPerLine", leastPerLine.amount(), "it must not be below 0.00");
            }
        }

        SelectionRules rules(FundId fund, int version, LocalDate today, Instant at) {
            return new SelectionRules(
                    fund,
                    version,
                    validFrom == null ? today : validFrom,
                    minPartners,
                    Optional.ofNullable(maxPartners),
                    largestSharePercent,
                    leastPerLine.money(),
                    Words.constant(CapacityRule.values(), CapacityRule::word, capacity),
                    source,
                    at);
        }
    }

    static SelectionRulesJson of(SelectionRules rules) {
        return new SelectionRulesJson(
                rules.fund().value(),
                rules.version(),
                rules.validFrom(),
                rules.minPartners(),
                rules.maxPartners().orElse(null),
                rules.largestSharePercent(),
                MoneyJson.of(rules.leastPerLine()),
                rules.capacity().word(),
                rules.source(),
                rules.setAt());
    }
}
