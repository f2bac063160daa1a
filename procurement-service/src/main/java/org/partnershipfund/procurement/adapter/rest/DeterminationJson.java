package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.determination.Determination;
import org.partnershipfund.procurement.determination.Determination.Answer;
import org.partnershipfund.procurement.determination.Determination.Revoked;
import org.partnershipfund.procurement.determination.Determination.Standing;
import org.partnershipfund.procurement.determination.Determinations;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.usecase.RecordDetermination.Determined;

/** A written determination on the wire. */
@Schema(name = "Determination")
public record DeterminationJson(
        UUID id,
        @Schema(enumeration = {"standing", "revoked"}) String state,
        UUID fundId,
        int fiscalYear,
        ProcessJson.ProgramJson program,
        @Schema(enumeration = {"sole-source", "exemption"}) String kind,
        @Schema(examples = "special-education") String ground,
        MoneyJson upTo,
        String investigation,
        List<String> asked,
        String priceReasonable,
        List<AnswerJson> conditions,
        String determinedBy,
        LocalDate determinedOn,
        String text,
        Instant recordedAt,
        @Nullable String revokedBecause,
        @Nullable Instant revokedAt) {

    /** How a condition of the ground is met. */
    @Schema(name = "ConditionAnswer")
    public record AnswerJson(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "condition-sole-source-investigated", description = "The dated rule")
            String rule,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String how) {}

    /** What it takes to record one. */
    @Schema(
            name = "RecordDetermination",
            description = "All of it but the file number of the officer is public; it names no person and no pupil")
    public record ToRecord(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID fundId,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotNull @Pattern(regexp = "sole-source|exemption", message = "it must be sole-source or exemption") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"sole-source", "exemption"})
            String kind,

            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "sole-source",
                    description = "A dated rule of kind ground; POST /procurement-rules/evaluations lists them")
            String ground,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "What it covers: all schools, all years with options")
            MoneyJson upTo,

            @NotBlank @Size(max = 10_000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Catalogues and the state's list were searched for the same program")
            String investigation,

            @Size(max = 100) @Schema(description = "Organisations that were asked whether they could") @Nullable List<@NotBlank @Size(max = 200) String> asked,

            @NotBlank @Size(max = 5000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The price is what other districts of the state pay")
            String priceReasonable,

            @NotNull @Size(max = 50) @Valid @JsonProperty(required = true)
            @Schema(required = true, description = "Each condition of the ground, once")
            List<AnswerJson> conditions,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Chief procurement officer",
                    description = "The office or title of who determined; public, so never a name")
            String determinedBy,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-02-05")
            LocalDate determinedOn,

            @NotBlank @Size(max = 20_000) @JsonProperty(required = true)
            @Schema(required = true, description = "The determination itself")
            String text) {

        public ToRecord {
            if (upTo != null && !upTo.money().isPositive()) {
                throw new InvalidValueException("upTo", upTo.amount(), "it must be at least 0.01");
            }
        }

        Determined determined(String officer) {
            return new Determined(
                    new FundId(fundId),
                    programId,
                    Route.Kind.ofWord(kind),
                    ground,
                    upTo.money(),
                    investigation,
                    asked == null ? List.of() : asked,
                    priceReasonable,
                    conditions.stream()
                            .map(one -> new Answer(one.rule(), one.how()))
                            .toList(),
                    determinedBy,
                    determinedOn,
                    text,
                    officer);
        }
    }

    /** What it takes to revoke one. */
    @Schema(name = "RevokeDetermination")
    public record ToRevoke(
            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "A second source was found")
            String reason) {}

    /** A row of the public register. */
    @Schema(name = "SoleSourceRegisterEntry", description = "Public: a purchase without competition, and why")
    public record Row(
            UUID determinationId,
            @Schema(enumeration = {"standing", "revoked"}) String state,

            @Schema(enumeration = {"sole-source", "exemption"})
            String kind,

            @Schema(examples = "sole-source") String ground,
            int fiscalYear,
            String partnerName,
            String programName,
            String serviceArea,

            @Schema(description = "What the determination covers, all years with options")
            MoneyJson upTo,

            @Schema(description = "How many purchases rest on it")
            long purchases,

            @Schema(description = "What they are worth, all years with options")
            MoneyJson bought,

            LocalDate determinedOn,
            String determinedBy,
            String investigation,

            @Schema(description = "Organisations that were asked, one after the other")
            String asked,

            String priceReasonable,

            @Schema(description = "How each condition of the ground is met")
            String conditions,

            @Schema(description = "The determination itself")
            String reasons,

            @Nullable String revokedBecause,
            Instant recordedAt) {

        static Row of(Determinations.Entry entry) {
            var determination = entry.determination().value();
            var finding = determination.finding();
            return new Row(
                    finding.id().value(),
                    word(determination),
                    finding.kind().word(),
                    finding.ground(),
                    finding.year().endYear(),
                    finding.program().partnerName(),
                    finding.program().name(),
                    finding.program().serviceArea(),
                    MoneyJson.of(finding.upTo()),
                    entry.processes(),
                    MoneyJson.of(entry.bought()),
                    finding.determinedOn(),
                    finding.office(),
                    finding.investigation(),
                    String.join("; ", finding.asked()),
                    finding.reasonable(),
                    String.join(
                            "; ",
                            finding.answers().stream()
                                    .map(one -> one.rule() + ": " + one.how())
                                    .toList()),
                    finding.text(),
                    determination instanceof Revoked revoked ? revoked.reason() : null,
                    finding.recordedAt());
        }
    }

    private static String word(Determination determination) {
        return switch (determination) {
            case Standing _ -> "standing";
            case Revoked _ -> "revoked";
        };
    }

    static DeterminationJson of(Determination determination) {
        var finding = determination.finding();
        Money upTo = finding.upTo();
        return new DeterminationJson(
                finding.id().value(),
                word(determination),
                finding.fund().value(),
                finding.year().endYear(),
                ProcessJson.ProgramJson.of(finding.program()),
                finding.kind().word(),
                finding.ground(),
                MoneyJson.of(upTo),
                finding.investigation(),
                finding.asked(),
                finding.reasonable(),
                finding.answers().stream()
                        .map(one -> new AnswerJson(one.rule(), one.how()))
                        .toList(),
                finding.office(),
                finding.determinedOn(),
                finding.text(),
                finding.recordedAt(),
                determination instanceof Revoked revoked ? revoked.reason() : null,
                determination instanceof Revoked revoked ? revoked.at() : null);
    }
}
