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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.approval.selection.CancelledPurchase;
import org.partnershipfund.approval.selection.CommunityRole;
import org.partnershipfund.approval.selection.ConsideredOption;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Standing;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.TakingPart;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.approval.usecase.DecideSelection;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * A selection on the wire, in its newest version.
 *
 * @param waitsFor whose turn it is, the first of the open steps; absent unless it is submitted
 * @param version of its content, which grows with every change; the ETag is another number
 * @param escalated whether the council cannot decide and the partnerships team is asked
 */
@Schema(name = "Selection")
public record SelectionJson(
        UUID id,
        UUID fundId,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(examples = "00350231") String schoolCode,

        @Schema(enumeration = {"draft", "submitted", "approved", "reserved", "returned", "withdrawn", "lapsed"})
        String state,

        @Schema(
                enumeration = {
                    "council",
                    "superintendent",
                    "partnerships-team",
                    "budget-office",
                    "district-superintendent",
                    "cfo",
                    "deputy-cfo",
                    "completeness"
                })
        @Nullable String waitsFor,

        @Schema(description = "Every step that is open now; several if they are parallel", examples = "[\"council\"]")
        List<String> openSteps,

        boolean escalated,
        @Schema(examples = "1") int version,
        String digest,
        NeedsJson needs,
        List<LineJson> lines,
        MoneyJson total,

        @Schema(description = "Files of this version; GET /selections/{id}/attachments/{attachmentId} saves one")
        List<AttachmentJson> attachments,

        List<AwardJson> awards,
        List<ContractedJson> contracted,

        @Schema(description = "What central office gave up buying; what such a process awarded is void")
        List<CancelledPurchaseJson> cancelledPurchases,

        Instant changedAt,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant reservedAt,
        @Nullable ReturnJson returned,
        @Nullable WithdrawalJson withdrawn,

        @Schema(
                description =
                        "The version that stands, with its money, while this one is decided on; absent if none does")
        @Nullable AmendsJson amends,

        @Schema(
                description =
                        "When the fund's year was closed, and it had nothing reserved under contract; absent if it did not lapse")
        @Nullable Instant lapsedAt) {

    /** Why the school chooses as it does. */
    @Schema(name = "Needs")
    public record NeedsJson(
            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, description = "Goals of the school's improvement plan that the partners serve")
            String goals,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, description = "What the choice is based on")
            String dataLookedAt,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, description = "Whom the partners are for")
            String pupilsToServe,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, description = "How staff, families and pupils took part")
            String communityInvolved,

            @Size(max = 50) @Schema(description = "What was considered, and why it was chosen or not; part of what is decided on")
            @Nullable List<@Valid @NotNull OptionJson> options,

            @Size(max = 50) @Schema(
                    description =
                            "Who of the community took part, without names, because selections are public records; part of what is decided on")
            @Nullable List<@Valid @NotNull TakingPartJson> community) {

        static NeedsJson of(Needs needs) {
            return new NeedsJson(
                    needs.goals(),
                    needs.dataLookedAt(),
                    needs.pupilsToServe(),
                    needs.communityInvolved(),
                    needs.options().stream().map(OptionJson::of).toList(),
                    needs.community().stream().map(TakingPartJson::of).toList());
        }

        Needs needs() {
            return new Needs(
                    goals,
                    dataLookedAt,
                    pupilsToServe,
                    communityInvolved,
                    options == null
                            ? List.of()
                            : options.stream().map(OptionJson::option).toList(),
                    community == null
                            ? List.of()
                            : community.stream().map(TakingPartJson::taking).toList());
        }
    }

    /** What was considered. */
    @Schema(name = "ConsideredOption")
    public record OptionJson(
            @Schema(description = "A registered program; absent for anything else, such as own staff") @Nullable UUID programId,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "Homework help by our own teachers")
            String name,

            @JsonProperty(required = true) @Schema(required = true)
            boolean chosen,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Nobody is free after four o'clock", description = "Why, or why not")
            String reason) {

        static OptionJson of(ConsideredOption option) {
            return new OptionJson(
                    option.program().map(ProgramId::value).orElse(null),
                    option.name(),
                    option.chosen(),
                    option.reason());
        }

        ConsideredOption option() {
            return new ConsideredOption(Optional.ofNullable(programId).map(ProgramId::new), name, chosen, reason);
        }
    }

    /** Who took part. */
    @Schema(name = "TakingPart")
    public record TakingPartJson(
            @NotNull @Pattern(
                    regexp = "family|student|teacher|other-staff|partner|neighbour",
                    message = "it must be family, student, teacher, other-staff, partner or neighbour")
            @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"family", "student", "teacher", "other-staff", "partner", "neighbour"})
            String role,

            @Min(1) @Max(100_000) @Schema(examples = "34", description = "How many; absent if nobody counted") @Nullable Integer number,

            @Size(min = 1, max = 500) @Schema(examples = "at two evenings in November", description = "In what way, without names")
            @Nullable String how) {

        public TakingPartJson {
            if (number == null && (how == null || how.isBlank())) {
                throw new InvalidValueException("number", "", "say how many took part, or how, or both");
            }
        }

        static TakingPartJson of(TakingPart taking) {
            return new TakingPartJson(
                    taking.role().word(),
                    taking.number().orElse(null),
                    taking.how().orElse(null));
        }

        TakingPart taking() {
            return new TakingPart(
                    Words.constant(CommunityRole.values(), CommunityRole::word, role),
                    Optional.ofNullable(number),
                    Optional.ofNullable(how).filter(text -> !text.isBlank()));
        }
    }

    /** One program that the school buys, priced. */
    @Schema(name = "SelectionLine")
    public record LineJson(
            UUID id,
            UUID programId,
            String programName,
            UUID partnerId,
            String partnerName,
            String serviceArea,

            @Schema(
                    enumeration = {"vetted", "registered"},
                    description = "Whether it is on the menu of the Opportunity Portfolio today; the menu guides")
            String portfolio,

            int priceSheetVersion,
            String priceCode,
            String unit,
            MoneyJson unitPrice,
            int quantity,
            int pupils,
            MoneyJson amount,
            LocalDate serviceFrom,
            LocalDate serviceUntil) {

        static LineJson of(Line line, Set<ProgramId> onTheMenu) {
            return new LineJson(
                    line.id(),
                    line.program().value(),
                    line.programName(),
                    line.partner(),
                    line.partnerName(),
                    line.serviceArea(),
                    onTheMenu.contains(line.program()) ? "vetted" : "registered",
                    line.sheetVersion(),
                    line.priceCode(),
                    line.unit().word(),
                    MoneyJson.of(line.unitPrice()),
                    line.quantity(),
                    line.pupils(),
                    MoneyJson.of(line.amount()),
                    line.serviceFrom(),
                    line.serviceUntil());
        }
    }

    /** What a competition gave instead of a line; one line with priceCode "awarded" takes all of one process. */
    @Schema(name = "SelectionAward")
    public record AwardJson(
            UUID processId,
            UUID lineId,
            UUID chosenProgramId,
            UUID awardedProgramId,
            String awardedPartnerName,
            MoneyJson amount,
            Instant decidedAt) {

        static AwardJson of(Award award) {
            return new AwardJson(
                    award.process(),
                    award.line(),
                    award.chosen().value(),
                    award.awarded().value(),
                    award.partnerName(),
                    MoneyJson.of(award.amount()),
                    award.at());
        }
    }

    /** What is under contract: it is neither withdrawn nor left out of a new version. */
    @Schema(name = "SelectionContracted")
    public record ContractedJson(
            UUID contractId,
            UUID processId,

            @Schema(examples = "2", description = "Of the newest version that went on with the contract")
            int version,

            UUID lineId,
            UUID programId,
            MoneyJson amount,
            Instant contractedAt) {

        static ContractedJson of(Contracted contracted) {
            return new ContractedJson(
                    contracted.contract(),
                    contracted.process(),
                    contracted.version(),
                    contracted.line(),
                    contracted.program().value(),
                    MoneyJson.of(contracted.amount()),
                    contracted.at());
        }
    }

    /** A purchase that central office gave up; what was reserved waits for a new one. */
    @Schema(name = "CancelledPurchase")
    public record CancelledPurchaseJson(
            UUID processId, String programName, String partnerName, String reason, Instant cancelledAt) {

        static CancelledPurchaseJson of(CancelledPurchase purchase) {
            return new CancelledPurchaseJson(
                    purchase.process(),
                    purchase.programName(),
                    purchase.partnerName(),
                    purchase.reason(),
                    purchase.at());
        }
    }

    /** What stands while the school amends it. */
    @Schema(name = "AmendedVersion")
    public record AmendsJson(
            @Schema(examples = "1") int version,

            @Schema(enumeration = {"approved", "reserved"}) String state,

            MoneyJson total,

            @Schema(examples = "The partner can take 20 pupils more", description = "Why the school amends it")
            String reason) {

        static AmendsJson of(Standing standing) {
            return new AmendsJson(
                    standing.content().version(),
                    standing.word(),
                    MoneyJson.of(standing.content().total()),
                    standing.reason());
        }
    }

    /** Who returned it, and why. */
    @Schema(name = "SelectionReturn")
    public record ReturnJson(
            @Schema(
                    enumeration = {
                        "council",
                        "superintendent",
                        "partnerships-team",
                        "budget-office",
                        "district-superintendent",
                        "cfo",
                        "deputy-cfo",
                        "completeness",
                        "reservation",
                        "competition"
                    })
            String by,

            String reasons,
            Instant returnedAt) {}

    /** Why the school took it back. */
    @Schema(name = "SelectionWithdrawal")
    public record WithdrawalJson(String reason, Instant withdrawnAt) {}

    /** A selection in a list. */
    @Schema(name = "SelectionSummary")
    public record Summary(
            UUID id,
            UUID fundId,
            int fiscalYear,
            String schoolCode,
            String state,
            @Nullable String waitsFor,
            boolean escalated,
            int version,
            MoneyJson total,
            List<String> programs,
            Instant changedAt) {

        static Summary of(Selection selection) {
            Dossier dossier = selection.dossier();
            return new Summary(
                    dossier.id().value(),
                    dossier.fund().value(),
                    dossier.year().endYear(),
                    dossier.school().value(),
                    selection.word(),
                    SelectionJson.waitsFor(selection),
                    SelectionJson.escalated(selection),
                    dossier.content().version(),
                    MoneyJson.of(dossier.content().total()),
                    dossier.content().lines().stream().map(Line::programName).toList(),
                    selection.changedAt());
        }
    }

    /** One version of the content. */
    @Schema(name = "SelectionVersion")
    public record VersionJson(
            int version,
            String digest,
            NeedsJson needs,
            List<LineJson> lines,
            MoneyJson total,
            List<AttachmentJson> attachments,

            @Schema(
                    examples = "The partner can take 20 pupils more",
                    description = "Why the school amends what was approved; absent if it amends nothing")
            @Nullable String amendedBecause,

            Instant draftedAt) {

        static VersionJson of(Content content, Set<ProgramId> onTheMenu) {
            return new VersionJson(
                    content.version(),
                    content.digest(),
                    NeedsJson.of(content.needs()),
                    content.lines().stream()
                            .map(line -> LineJson.of(line, onTheMenu))
                            .toList(),
                    MoneyJson.of(content.total()),
                    content.attachments().stream().map(AttachmentJson::of).toList(),
                    content.amendedBecause().orElse(null),
                    content.draftedAt());
        }
    }

    /** What a decision says about one line of the version. */
    @Schema(name = "SelectionLineComment")
    public record LineCommentJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID lineId,

            @NotBlank @Size(max = 1000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Thirty pupils, and the room takes twenty.")
            String comment) {

        static LineCommentJson of(LineComment comment) {
            return new LineCommentJson(comment.line(), comment.text());
        }

        LineComment noun() {
            return new LineComment(lineId, comment);
        }
    }

    /** A decision on one version. */
    @Schema(name = "SelectionDecision")
    public record DecisionJson(
            @Schema(
                    enumeration = {
                        "council",
                        "superintendent",
                        "partnerships-team",
                        "budget-office",
                        "district-superintendent",
                        "cfo",
                        "deputy-cfo",
                        "completeness",
                        "reservation",
                        "competition"
                    })
            String step,

            @Schema(enumeration = {"approved", "returned", "blocked"})
            String verdict,

            int version,
            String digest,
            String reasons,

            @Schema(description = "false: on record only, because there is a newer version or it was returned")
            boolean binding,

            @Schema(description = "The motion or the contracting process behind it") @Nullable UUID reference,

            @Nullable PersonJson decidedBy,

            @Schema(description = "Who delegated the decision to decidedBy; absent for one's own") @Nullable PersonJson inPlaceOf,

            List<LineCommentJson> lineComments,
            Instant decidedAt) {

        static DecisionJson of(Selection selection, StepDecision decision) {
            return new DecisionJson(
                    decision.step().word(),
                    decision.verdict().word(),
                    decision.version(),
                    decision.digest(),
                    decision.reasons(),
                    selection.isBinding(decision),
                    decision.reference().orElse(null),
                    decision.by().map(PersonJson::of).orElse(null),
                    decision.inPlaceOf().map(PersonJson::of).orElse(null),
                    decision.comments().stream().map(LineCommentJson::of).toList(),
                    decision.at());
        }
    }

    /** What it takes to begin a selection. */
    @Schema(name = "DraftSelection")
    public record ToDraft(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID fundId,

            @NotNull @Pattern(regexp = "[0-9]{8}", message = "it must be eight digits, such as 00350231") @JsonProperty(required = true)
            @Schema(required = true, examples = "00350231")
            String schoolCode,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            NeedsJson needs,

            @NotNull @Size(min = 1, max = 50) @JsonProperty(required = true) @Schema(required = true)
            List<@Valid @NotNull LineToDraft> lines) {

        List<LineAsked> asked() {
            return lines.stream().map(LineToDraft::asked).toList();
        }
    }

    /** What it takes to make a new version. */
    @Schema(name = "ReviseSelection")
    public record ToRevise(
            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            NeedsJson needs,

            @NotNull @Size(min = 1, max = 50) @JsonProperty(required = true) @Schema(required = true)
            List<@Valid @NotNull LineToDraft> lines) {

        List<LineAsked> asked() {
            return lines.stream().map(LineToDraft::asked).toList();
        }
    }

    /** What it takes to amend what is approved. */
    @Schema(name = "AmendSelection")
    public record ToAmend(
            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The partner can take 20 pupils more")
            String reason,

            @NotNull @Valid @JsonProperty(required = true) @Schema(required = true)
            NeedsJson needs,

            @NotNull @Size(min = 1, max = 50) @JsonProperty(required = true) @Schema(required = true)
            List<@Valid @NotNull LineToDraft> lines) {

        List<LineAsked> asked() {
            return lines.stream().map(LineToDraft::asked).toList();
        }
    }

    /** One program that the school asks for. */
    @Schema(name = "DraftSelectionLine")
    public record LineToDraft(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotBlank @Size(max = 100) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "year",
                    description = "A price of the program's sheet in force, or \"awarded\" to accept an award")
            String priceCode,

            @Min(1) @Max(1_000_000) @JsonProperty(required = true) @Schema(required = true, examples = "1")
            int quantity,

            @Schema(description = "Of a price with unit agreed: what school and partner agreed on") @Nullable MoneyJson agreedAmount,

            @Min(1) @Max(100_000) @JsonProperty(required = true) @Schema(required = true, examples = "30")
            int pupils,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2018-09-04")
            LocalDate serviceFrom,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2019-06-21")
            LocalDate serviceUntil) {

        LineAsked asked() {
            return new LineAsked(
                    new ProgramId(programId),
                    priceCode,
                    quantity,
                    Optional.ofNullable(agreedAmount).map(MoneyJson::money),
                    pupils,
                    serviceFrom,
                    serviceUntil);
        }
    }

    /** Why it is withdrawn. */
    @Schema(name = "WithdrawSelection")
    public record ToWithdraw(
            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reason) {}

    /** Why it is returned. */
    @Schema(name = "ReturnSelection")
    public record ToReturn(
            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reasons) {}

    /** What the budget office finds. */
    @Schema(name = "CheckCompleteness")
    public record ToCheck(
            @NotNull @Pattern(regexp = "complete|return", message = "it must be complete or return") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"complete", "return"})
            String decision,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true) @Schema(required = true)
            String reasons,

            @Size(max = 50) @Schema(description = "On lines of the version that is checked") @Nullable List<@Valid @NotNull LineCommentJson> lineComments) {

        DecideSelection.Asked asked(UUID selection, long seen) {
            return new DecideSelection.Asked(
                    new SelectionId(selection),
                    seen,
                    Step.COMPLETENESS,
                    decision.equals("complete") ? Verdict.APPROVED : Verdict.RETURNED,
                    reasons,
                    DecisionsJson.comments(lineComments));
        }
    }

    static SelectionJson of(Selection selection, Set<ProgramId> onTheMenu) {
        Dossier dossier = selection.dossier();
        Content content = dossier.content();
        Moments moments = Moments.of(selection);
        return new SelectionJson(
                dossier.id().value(),
                dossier.fund().value(),
                dossier.year().endYear(),
                dossier.school().value(),
                selection.word(),
                waitsFor(selection),
                openSteps(selection),
                escalated(selection),
                content.version(),
                content.digest(),
                NeedsJson.of(content.needs()),
                content.lines().stream()
                        .map(line -> LineJson.of(line, onTheMenu))
                        .toList(),
                MoneyJson.of(content.total()),
                content.attachments().stream().map(AttachmentJson::of).toList(),
                dossier.awards().stream().map(AwardJson::of).toList(),
                dossier.underContract().stream().map(ContractedJson::of).toList(),
                dossier.cancelled().stream().map(CancelledPurchaseJson::of).toList(),
                selection.changedAt(),
                dossier.firstSubmittedAt().orElse(null),
                moments.submittedAt(),
                moments.approvedAt(),
                moments.reservedAt(),
                moments.returned(),
                moments.withdrawn(),
                dossier.standing().map(AmendsJson::of).orElse(null),
                selection instanceof Lapsed(var _, Instant at) ? at : null);
    }

    /** What only some states have. */
    private record Moments(
            @Nullable Instant submittedAt,
            @Nullable Instant approvedAt,
            @Nullable Instant reservedAt,
            @Nullable ReturnJson returned,
            @Nullable WithdrawalJson withdrawn) {

        static Moments of(Selection selection) {
            return switch (selection) {
                case Draft _ -> new Moments(null, null, null, null, null);
                case Submitted submitted -> new Moments(submitted.submittedAt(), null, null, null, null);
                case Approved(Submitted submitted, Instant at) ->
                    new Moments(submitted.submittedAt(), at, null, null, null);
                case Reserved(Approved(Submitted submitted, Instant approvedAt), Instant at) ->
                    new Moments(submitted.submittedAt(), approvedAt, at, null, null);
                case Returned(var _, Step by, String reasons, Instant at) ->
                    new Moments(null, null, null, new ReturnJson(by.word(), reasons, at), null);
                case Withdrawn(var _, String reason, var _, Instant at) ->
                    new Moments(null, null, null, null, new WithdrawalJson(reason, at));
                case Lapsed(Selection before, var _) -> of(before);
            };
        }
    }

    private static @Nullable String waitsFor(Selection selection) {
        List<String> open = openSteps(selection);
        return open.isEmpty() ? null : open.getFirst();
    }

    private static List<String> openSteps(Selection selection) {
        return selection instanceof Submitted submitted
                ? submitted.waitsFor().stream().map(Step::word).toList()
                : List.of();
    }

    private static boolean escalated(Selection selection) {
        return selection instanceof Submitted submitted
                && submitted.waitsFor().contains(Step.COUNCIL)
                && submitted.dossier().isBlocked();
    }
}
