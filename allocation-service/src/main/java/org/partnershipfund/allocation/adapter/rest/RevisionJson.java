package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.Revision.Accepted;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.Revision.Proposed;
import org.partnershipfund.allocation.revision.Revision.Refused;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A revision on the wire.
 *
 * @param settledAt when the ledger's answer was carried out; absent until then
 * @param available what the giving school's line had left; only if refused
 * @param refusal why, in the ledger's words; only if refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Revision")
public record RevisionJson(
        UUID id,
        UUID fundId,

        @Schema(examples = "00350231", description = "The school that gives")
        String fromSchool,

        @Schema(examples = "00350002", description = "The school that receives")
        String toSchool,

        MoneyJson amount,

        @Schema(examples = "Projected enrolment was corrected.")
        String reason,

        @Schema(enumeration = {"proposed", "accepted", "refused"})
        String state,

        Instant proposedAt,
        @Nullable Instant settledAt,
        @Nullable MoneyJson available,
        @Nullable String refusal) {

    private static final String CODE = "[0-9]{8}";
    private static final String CODE_MESSAGE = "it must be the school's eight-digit state code, such as 00350231";

    /** What it takes to propose a revision. */
    @Schema(name = "ProposeRevision")
    public record ToPropose(
            @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE) @JsonProperty(required = true)
            @Schema(required = true, examples = "00350231", description = "The school that gives")
            String fromSchool,

            @NotNull @Pattern(regexp = CODE, message = CODE_MESSAGE) @JsonProperty(required = true)
            @Schema(required = true, examples = "00350002", description = "The school that receives")
            String toSchool,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "At least a cent, and a cent less than the giving school has")
            MoneyJson amount,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Projected enrolment was corrected.",
                    description = "Everybody may read it; name no person")
            String reason) {

        Ask ask() {
            return new Ask(new SchoolCode(fromSchool), new SchoolCode(toSchool), amount.money(), reason.strip());
        }
    }

    static RevisionJson of(Revision revision) {
        return switch (revision) {
            case Proposed(var terms) -> of(terms, "proposed", null, null, null);
            case Accepted(var terms, Instant at) -> of(terms, "accepted", at, null, null);
            case Refused(var terms, var available, String why, Instant at) ->
                of(terms, "refused", at, MoneyJson.of(available), why);
        };
    }

    private static RevisionJson of(
            Revision.Terms terms,
            String state,
            @Nullable Instant settledAt,
            @Nullable MoneyJson available,
            @Nullable String refusal) {
        return new RevisionJson(
                terms.id().value(),
                terms.fund().value(),
                terms.from().value(),
                terms.to().value(),
                MoneyJson.of(terms.amount()),
                terms.reason(),
                state,
                terms.proposedAt(),
                settledAt,
                available,
                refusal);
    }
}
