package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Draft;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.rules.Evaluation.Requirement;

/** A contract on the wire; a school sees its own shares. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Contract")
public record ContractJson(
        UUID id,
        UUID processId,
        UUID fundId,
        int fiscalYear,
        @Schema(enumeration = {"draft", "executed"}) String state,
        ProcessJson.ProgramJson program,

        @Schema(description = "This fund year: the sum of the shares")
        MoneyJson amount,

        @Schema(description = "All years: what decides who must sign")
        MoneyJson value,

        LocalDate startsOn,
        LocalDate endsOn,
        List<ShareJson> shares,

        @Schema(description = "What the value demands, in lawful order")
        List<StepJson> steps,

        List<String> missing,
        Instant draftedAt,
        @Nullable String requisition,
        @Nullable String purchaseOrder,
        @Nullable LocalDate executedOn,
        @Nullable Instant executedAt) {

    /** What one school buys. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContractShare")
    public record ShareJson(
            @Schema(examples = "00350231") String schoolCode,
            UUID selectionId,
            UUID lineId,
            MoneyJson amount,

            @Schema(description = "The commitment that it is paid from") @Nullable UUID encumbranceId) {}

    /** One step, and when it was taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContractStep")
    public record StepJson(
            @Schema(enumeration = {"partner", "superintendent", "appropriation", "mayor", "district"})
            String step,

            String text,
            String source,
            boolean done,
            @Nullable Instant at) {}

    /** A row of the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ContractSummary")
    public record Row(
            UUID id,
            UUID processId,
            UUID fundId,
            int fiscalYear,
            String state,
            UUID programId,
            String programName,
            UUID partnerId,
            String partnerName,
            MoneyJson amount,
            MoneyJson value,
            LocalDate startsOn,
            LocalDate endsOn,
            List<String> schoolCodes,
            List<String> missing,
            @Nullable String purchaseOrder,
            @Nullable LocalDate executedOn) {

        static Row of(Contract contract, Sight sight) {
            var terms = contract.terms();
            @Nullable Executed executed = contract instanceof Executed one ? one : null;
            return new Row(
                    terms.id().value(),
                    terms.process().value(),
                    terms.fund().value(),
                    terms.year().endYear(),
                    executed == null ? "draft" : "executed",
                    terms.program().id(),
                    terms.program().name(),
                    terms.program().partner(),
                    terms.program().partnerName(),
                    MoneyJson.of(terms.amount()),
                    MoneyJson.of(terms.value()),
                    terms.startsOn(),
                    terms.endsOn(),
                    terms.shares().stream()
                            .filter(share -> sight.covers(contract.partner(), share.school()))
                            .map(share -> share.school().value())
                            .distinct()
                            .toList(),
                    missingWords(contract),
                    executed == null ? null : executed.purchaseOrder(),
                    executed == null ? null : executed.executedOn());
        }
    }

    /** What it takes to draft one. */
    @Schema(name = "DraftContract")
    public record ToDraft(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID processId,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-07-01")
            LocalDate startsOn,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2019-06-30")
            LocalDate endsOn) {}

    /** What the partner attests to by signing. */
    @Schema(name = "SignAsPartner")
    public record ToAttest(
            @JsonProperty(required = true)
            @Schema(required = true, description = "All state taxes are filed and paid (M.G.L. c.62C s.49A)")
            boolean taxAttestation,

            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    description = "The offer was made in good faith and without collusion (c.30B s.10)")
            boolean nonCollusion) {}

    static ContractJson of(Contract contract, Sight sight) {
        var terms = contract.terms();
        @Nullable Executed executed = switch (contract) {
            case Draft _ -> null;
            case Executed one -> one;
        };
        return new ContractJson(
                terms.id().value(),
                terms.process().value(),
                terms.fund().value(),
                terms.year().endYear(),
                executed == null ? "draft" : "executed",
                ProcessJson.ProgramJson.of(terms.program()),
                MoneyJson.of(terms.amount()),
                MoneyJson.of(terms.value()),
                terms.startsOn(),
                terms.endsOn(),
                terms.shares().stream()
                        .filter(share -> sight.covers(contract.partner(), share.school()))
                        .map(share -> new ShareJson(
                                share.school().value(),
                                share.selection(),
                                share.line(),
                                MoneyJson.of(share.amount()),
                                share.encumbrance() == null
                                        ? null
                                        : share.encumbrance().value()))
                        .toList(),
                java.util.Arrays.stream(Step.values())
                        .flatMap(step -> terms.demands().requirements().stream()
                                .filter(one -> one.id().equals(step.word()))
                                .map(one -> step(one, contract)))
                        .toList(),
                missingWords(contract),
                terms.draftedAt(),
                executed == null ? null : executed.requisition(),
                executed == null ? null : executed.purchaseOrder(),
                executed == null ? null : executed.executedOn(),
                executed == null ? null : executed.executedAt());
    }

    private static StepJson step(Requirement one, Contract contract) {
        @Nullable Instant at = contract.signatures().stream()
                .filter(signature -> signature.step().word().equals(one.id()))
                .map(Signature::at)
                .findFirst()
                .orElse(null);
        return new StepJson(one.id(), one.text(), one.source(), at != null, at);
    }

    private static List<String> missingWords(Contract contract) {
        return Contract.missing(contract).stream().map(Step::word).toList();
    }
}
