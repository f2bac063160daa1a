package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.PartnerChoice;

/** A fund's approval policy on the wire. */
@Schema(name = "ApprovalPolicy")
public record ApprovalPolicyJson(
        UUID fundId,

        @Schema(enumeration = {"any-registered", "portfolio-only"})
        String partnerChoice,

        @Schema(examples = "2018-01-31") @Nullable LocalDate selectionsDueOn,
        boolean recusedCountAsPresent,
        @Schema(examples = "48") int agendaNoticeHours,
        String source,
        Instant changedAt) {

    /** What it takes to set a policy. */
    @Schema(name = "SetApprovalPolicy")
    public record ToSet(
            @NotNull @Pattern(regexp = "any-registered|portfolio-only", message = "it must be any-registered or portfolio-only") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"any-registered", "portfolio-only"})
            String partnerChoice,

            @Schema(
                    examples = "2018-01-31",
                    description = "Last day for a first submission, in the district; absent for none")
            @Nullable LocalDate selectionsDueOn,

            @JsonProperty(required = true)
            @Schema(required = true, description = "Whether a recused council member still counts towards the quorum")
            boolean recusedCountAsPresent,

            @Min(0) @Max(8784) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "48",
                    description = "How long before a council meeting its agenda must be posted")
            int agendaNoticeHours,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Superintendent's memo to school leaders, 28 November 2017",
                    description = "Who decided it, where it is written")
            String source) {

        ApprovalPolicy policy(FundId fund, Instant at) {
            return new ApprovalPolicy(
                    fund,
                    Words.constant(PartnerChoice.values(), PartnerChoice::word, partnerChoice),
                    Optional.ofNullable(selectionsDueOn),
                    recusedCountAsPresent,
                    agendaNoticeHours,
                    source,
                    at);
        }
    }

    static ApprovalPolicyJson of(ApprovalPolicy policy) {
        return new ApprovalPolicyJson(
                policy.fund().value(),
                policy.partnerChoice().word(),
                policy.selectionsDueOn().orElse(null),
                policy.recusedCountAsPresent(),
                policy.agendaNoticeHours(),
                policy.source(),
                policy.changedAt());
    }
}
