package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.Revision.Accepted;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.Revision.Proposed;
import org.partnershipfund.allocation.revision.Revision.Refused;
import org.partnershipfund.allocation.revision.Side;
import org.partnershipfund.allocation.usecase.ProposeRevision;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/**
 * A revision on the wire.
 *
 * @param settledAt when the ledger's answer was carried out; absent until then
 * @param available what the giving school's line had left; only if refused
 * @param refusal why, in the ledger's words; only if refused
 */
@Schema(name = "Revision")
public record RevisionJson(
        UUID id,
        UUID fundId,

        @Schema(examples = "00350231", description = "The school that gives; absent if the reserve gives") @Nullable String fromSchool,

        @Schema(examples = "00350002", description = "The school that receives; absent if the reserve receives")
        @Nullable String toSchool,

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
            @Pattern(regexp = CODE, message = CODE_MESSAGE) @Schema(examples = "00350231", description = "The school that gives; absent if the reserve gives")
            @Nullable String fromSchool,

            @Pattern(regexp = CODE, message = CODE_MESSAGE) @Schema(examples = "00350002", description = "The school that receives; absent if the reserve receives")
            @Nullable String toSchool,

            @NotNull @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "At least a cent; a cent less than a giving school has, or all that the reserve has")
            MoneyJson amount,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Projected enrolment was corrected.",
                    description = "Everybody may read it; name no person")
            String reason) {

        Ask ask() {
            return new Ask(side(fromSchool), side(toSchool), amount.money(), reason.strip());
        }

        private static Side side(@Nullable String school) {
            return Side.of(Optional.ofNullable(school).map(SchoolCode::new));
        }
    }

    /** What it takes to lower what all schools have together. */
    @Schema(name = "LowerAllocations")
    public record ToLower(
            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "What the schools shall have together, such as the adopted amount")
            MoneyJson to,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "The School Committee adopted less.",
                    description = "Everybody may read it; name no person")
            String reason) {}

    /** What was proposed to lower what all schools have together. */
    @Schema(name = "LoweredAllocations")
    public record Lowered(
            MoneyJson to,

            @Schema(description = "One for each school that gives, by school code; read each again for its answer")
            List<RevisionJson> revisions) {
        static Lowered of(Money to, List<Versioned<Revision>> revisions) {
            return new Lowered(
                    MoneyJson.of(to),
                    revisions.stream()
                            .map(revision -> RevisionJson.of(revision.value()))
                            .toList());
        }
    }

    /** What it takes to re-true a fund to an October count. */
    @Schema(name = "RetrueAllocations")
    public record ToRetrue(
            @NotNull @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "A scenario of the fund: the published rules and index over an October count")
            UUID scenarioId,

            @NotBlank @Size(max = 500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "The October count is certified.",
                    description =
                            "Everybody may read it; name no person. Each school's pupils and amounts, before and by the count, are added")
            String reason) {}

    /** What was asked to re-true a fund to an October count. */
    @Schema(name = "RetruedAllocations")
    public record Retrued(
            UUID scenarioId,

            @Schema(examples = "2017-10-01", description = "The day of the count")
            LocalDate countedOn,

            @Schema(
                    description =
                            "First the schools that give, then those that receive, each by school code; read those that are proposed again for the ledger's answer")
            List<RevisionJson> revisions,

            @Schema(
                    description =
                            "What schools with too little still miss; when the ledger has answered, ask again to hand out what it gave up")
            MoneyJson missing) {
        static Retrued of(ProposeRevision.Retrued retrued) {
            return new Retrued(
                    retrued.october().id().value(),
                    retrued.october().enrollment().asOf(),
                    retrued.revisions().stream()
                            .map(revision -> RevisionJson.of(revision.value()))
                            .toList(),
                    MoneyJson.of(retrued.missing()));
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
                code(terms.from()),
                code(terms.to()),
                MoneyJson.of(terms.amount()),
                terms.reason(),
                state,
                terms.proposedAt(),
                settledAt,
                available,
                refusal);
    }

    private static @Nullable String code(Side side) {
        return side.line().map(SchoolCode::value).orElse(null);
    }
}
