package org.partnershipfund.procurement.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Abandoned;
import org.partnershipfund.procurement.contract.Contract.Completed;
import org.partnershipfund.procurement.contract.Contract.Draft;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Contract.Suspended;
import org.partnershipfund.procurement.contract.Contract.Terminated;
import org.partnershipfund.procurement.contract.Release;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.contract.Turn;
import org.partnershipfund.procurement.rules.Evaluation.Requirement;

/** A contract on the wire; a school sees its own shares. */
@Schema(name = "Contract")
public record ContractJson(
        UUID id,
        UUID processId,
        UUID fundId,
        int fiscalYear,

        @Schema(enumeration = {"draft", "abandoned", "executed", "suspended", "completed", "terminated"})
        String state,

        @Schema(description = "Executed, and today lies between its first and its last day")
        boolean active,

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

        @Schema(description = "By when the papers of a quote contract are due: four weeks before services begin")
        @Nullable LocalDate papersDueOn,

        @Schema(description = "The fingerprint of what was signed, or is to be signed")
        String termsDigest,

        @Nullable String requisition,
        @Nullable String purchaseOrder,
        @Nullable LocalDate executedOn,
        @Nullable Instant executedAt,

        @Schema(description = "What was agreed to at first; amendments together are measured by it") @Nullable MoneyJson originalAmount,

        @Schema(description = "By number; changed shares of other schools are left out for a school")
        List<AmendmentJson> amendments,

        @Schema(description = "When services rested; the last one may go on")
        List<PauseJson> pauses,

        @Schema(description = "Of a contract that has ended") @Nullable EndJson ended) {

    /** When services rested. */
    @Schema(name = "ContractPause")
    public record PauseJson(
            LocalDate from,
            String reason,

            @Schema(description = "The first day on which services went on") @Nullable LocalDate until) {}

    /** How it ended, and what went back to the lines. */
    @Schema(name = "ContractEnd")
    public record EndJson(LocalDate on, String reason, List<ReleaseJson> released) {}

    /** What went back to a school's line. */
    @Schema(name = "ContractRelease")
    public record ReleaseJson(String schoolCode, UUID reservationId, MoneyJson amount) {}

    /** Why a contract is halted, taken up again, or ended. */
    @Schema(name = "ContractReason")
    public record Reason(
            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The partner closed its site", maxLength = 1000)
            String reason) {}

    /** What one school buys. */
    @Schema(name = "ContractShare")
    public record ShareJson(
            @Schema(examples = "00350231") String schoolCode,
            UUID selectionId,
            UUID lineId,
            MoneyJson amount,

            @Schema(description = "What it was set aside by; amendments name the share by it")
            UUID reservationId,

            @Schema(description = "The commitment that it is paid from") @Nullable UUID encumbranceId) {}

    /** One step, and when it was taken. */
    @Schema(name = "ContractStep")
    public record StepJson(
            @Schema(enumeration = {"partner", "superintendent", "appropriation", "mayor", "district"})
            String step,

            String text,
            String source,
            boolean done,
            @Nullable Instant at) {}

    /** A row of the list. */
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
            @Nullable Executed executed = contract.execution();
            return new Row(
                    terms.id().value(),
                    terms.process().value(),
                    terms.fund().value(),
                    terms.year().endYear(),
                    Contract.word(contract),
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

    static ContractJson of(Contract contract, Sight sight, LocalDate today, @Nullable LocalDate papersDueOn) {
        var terms = contract.terms();
        @Nullable Executed executed = contract.execution();
        return new ContractJson(
                terms.id().value(),
                terms.process().value(),
                terms.fund().value(),
                terms.year().endYear(),
                Contract.word(contract),
                contract.isActiveOn(today),
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
                                share.reservation().value(),
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
                papersDueOn,
                contract.signatures().stream()
                        .map(Signature::digest)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseGet(terms::digest),
                executed == null ? null : executed.requisition(),
                executed == null ? null : executed.purchaseOrder(),
                executed == null ? null : executed.executedOn(),
                executed == null ? null : executed.executedAt(),
                executed == null ? null : MoneyJson.of(executed.original()),
                executed == null
                        ? List.of()
                        : executed.amendments().stream()
                                .map(one -> AmendmentJson.of(one, executed, sight))
                                .toList(),
                pauses(contract),
                ended(contract, sight));
    }

    private static List<PauseJson> pauses(Contract contract) {
        @Nullable Executed executed = contract.execution();
        List<PauseJson> pauses = new ArrayList<>();
        if (executed != null) {
            executed.pauses()
                    .forEach(pause -> pauses.add(new PauseJson(
                            pause.from().on(),
                            pause.from().reason(),
                            pause.until().on())));
        }
        if (contract instanceof Suspended(var _, var since)) {
            pauses.add(new PauseJson(since.on(), since.reason(), null));
        }
        return pauses;
    }

    private static @Nullable EndJson ended(Contract contract, Sight sight) {
        return switch (contract) {
            case Draft _, Executed _, Suspended _ -> null;
            case Abandoned(var _, var turn) -> end(contract, turn, List.of(), sight);
            case Completed(var _, var turn, var released) -> end(contract, turn, released, sight);
            case Terminated(var _, var turn, var released) -> end(contract, turn, released, sight);
        };
    }

    private static EndJson end(Contract contract, Turn turn, List<Release> released, Sight sight) {
        return new EndJson(
                turn.on(),
                turn.reason(),
                released.stream()
                        .filter(one -> sight.covers(contract.partner(), one.school()))
                        .map(one -> new ReleaseJson(
                                one.school().value(), one.reservation().value(), MoneyJson.of(one.amount())))
                        .toList());
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
