package org.partnershipfund.approval.adapter.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.PlannedStep;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.plan.StepKind.CompletenessCheck;
import org.partnershipfund.approval.plan.StepKind.CouncilMotion;
import org.partnershipfund.approval.plan.StepKind.Procurement;
import org.partnershipfund.approval.plan.StepKind.SingleDecision;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.PurchaseOrder;
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
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.approval.supervision.Reassignment;
import org.partnershipfund.approval.turn.OpenTurn;
import org.partnershipfund.approval.turn.Waiting;
import org.partnershipfund.approval.usecase.ReadTurns;

/** Whose turn it is, on the wire. */
public final class TurnJson {

    private TurnJson() {}

    /** One thing that waits for the caller. */
    @Schema(name = "WaitingForMe")
    public record WaitingJson(
            @Schema(
                    enumeration = {"account", "acknowledge", "convene", "decide", "finish", "unblock", "vote"},
                    description =
                            "decide at a step; convene the council; vote on the motion; finish a draft or what came back; give the account that is owed; acknowledge the conflict-of-interest law for the year; unblock what a council cannot decide")
            String kind,

            @Schema(description = "Absent for an acknowledgement, as is the fund") @Nullable UUID selectionId,

            @Nullable UUID fundId,
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "superintendent") @Nullable String step,
            @Nullable UUID motionId,
            Instant since,

            @Schema(description = "From this instant on it is overdue; absent if it has no deadline") @Nullable Instant until,

            boolean overdue,

            @Schema(description = "Who delegated it to you; absent for your own") @Nullable PersonJson inPlaceOf) {

        static WaitingJson of(Waiting waiting, Instant now) {
            return new WaitingJson(
                    waiting.kind().word(),
                    waiting.selection().map(SelectionId::value).orElse(null),
                    waiting.fund().map(FundId::value).orElse(null),
                    waiting.school().value(),
                    waiting.step().orElse(null),
                    waiting.motion().orElse(null),
                    waiting.since(),
                    waiting.until().orElse(null),
                    waiting.isOverdue(now),
                    waiting.inPlaceOf().map(PersonJson::of).orElse(null));
        }
    }

    /** Who may act on a selection now, and what is missing. */
    @Schema(name = "SelectionTurn")
    public record OfSelection(
            UUID selectionId,
            String state,
            @Schema(examples = "1") int version,

            @Schema(
                    enumeration = {"school", "steps", "procurement", "nobody"},
                    description = "Whose turn it is")
            String turn,

            @Schema(description = "What has to happen next, as a sentence")
            String missing,

            List<OpenStepJson> openSteps) {}

    /** A step that is open. */
    @Schema(name = "OpenStep")
    public record OpenStepJson(
            String step,
            String kind,
            int stage,

            @Schema(description = "The role of who decides it; absent for a council motion", examples = "budget-office")
            @Nullable String role,

            Instant since,
            @Nullable Instant until,
            boolean overdue,

            @Schema(description = "Those whom records of today name; empty if anybody of the office decides")
            List<ActorJson> persons) {

        static OpenStepJson of(OpenTurn turn, Instant now, Adults.Shown shown) {
            return new OpenStepJson(
                    turn.step().word(),
                    turn.step().kind().word(),
                    turn.stage(),
                    turn.step().kind().decider().orElse(null),
                    turn.since(),
                    turn.until().orElse(null),
                    turn.isOverdue(now),
                    turn.actors().stream()
                            .map(actor -> ActorJson.of(actor, shown))
                            .toList());
        }
    }

    /** A person who may act. */
    @Schema(name = "StepActor")
    public record ActorJson(
            @Schema(description = "Absent for students, who are told of as council-member only") @Nullable PersonJson person,

            @Schema(enumeration = {"assigned-supervisor", "reassigned-supervisor", "delegate", "council-member"})
            String capacity,

            @Nullable PersonJson inPlaceOf,

            @Schema(description = "The last day of an absence that holds today") @Nullable LocalDate absentUntil) {

        static ActorJson of(OpenTurn.Actor actor, Adults.Shown shown) {
            return new ActorJson(
                    shown.of(actor.person()),
                    actor.capacity().word(),
                    actor.inPlaceOf().map(PersonJson::of).orElse(null),
                    actor.absentUntil().orElse(null));
        }
    }

    /** Every step of the way of a selection: what was, what is open, what comes. */
    @Schema(name = "SelectionProgress")
    public record Progress(
            UUID selectionId,
            String state,
            @Schema(examples = "1") int version,

            @Schema(
                    description = "Number of the fund's stages that it was submitted under; 0 is the default",
                    examples = "0")
            @Nullable Integer stagesNumber,

            List<ProgressStep> steps,

            @Schema(
                    description =
                            "What stands until the ledger has answered to the amendment; absent if it amends nothing")
            @Nullable StandingProgress standing,

            @Schema(description = "To whom the superintendent's step was given while somebody was away, oldest first")
            List<ReassignedJson> reassigned,

            @Schema(description = "What procurement put under contract so far; process and contract as it names them")
            List<SelectionJson.ContractedJson> contracted,

            @Schema(description = "Requisition and purchase order of each contract that binds; services may begin")
            List<PurchaseOrderJson> purchaseOrders,

            @Schema(description = "What comes next, as a sentence")
            String next) {}

    /** The way of the version that stands while the school amends it. */
    @Schema(name = "StandingProgress")
    public record StandingProgress(
            @Schema(examples = "1") int version,

            @Schema(enumeration = {"approved", "reserved"}) String state,

            @Schema(
                    description = "Number of the fund's stages that it was submitted under; 0 is the default",
                    examples = "0")
            int stagesNumber,

            Instant approvedAt,
            @Nullable Instant reservedAt,

            @Schema(examples = "The partner can take 20 pupils more", description = "Why the school amends it")
            String reason,

            List<ProgressStep> steps) {

        static StandingProgress of(Standing standing, Dossier dossier, Instant now) {
            int version = standing.content().version();
            List<ProgressStep> steps = new ArrayList<>();
            standing.plan().steps().stream()
                    .map(planned -> ProgressStep.of(
                            planned, decisionOf(dossier, version, planned.step()), Optional.empty(), now))
                    .forEach(steps::add);
            Instant reservedAt = standing.reservedAt().orElse(null);
            steps.add(ProgressStep.reservation(reservedAt, reservedAt == null));
            return new StandingProgress(
                    version,
                    standing.word(),
                    standing.plan().stagesNumber(),
                    standing.approvedAt(),
                    reservedAt,
                    standing.reason(),
                    steps);
        }
    }

    /** A step that was given to another supervisor. */
    @Schema(name = "StepReassigned")
    public record ReassignedJson(
            int version, PersonJson supervisor, String reason, PersonJson reassignedBy, Instant reassignedAt) {

        static ReassignedJson of(Reassignment reassignment) {
            return new ReassignedJson(
                    reassignment.version(),
                    PersonJson.of(reassignment.to()),
                    reassignment.reason(),
                    PersonJson.of(reassignment.by()),
                    reassignment.at());
        }
    }

    /** One step of the way. */
    @Schema(name = "SelectionProgressStep")
    public record ProgressStep(
            @Schema(examples = "council") String step,

            @Schema(description = "Of the plan; absent for what procurement does") @Nullable Integer stage,

            @Schema(
                    enumeration = {"approved", "open", "to-come", "not-needed"},
                    description = "What came back has no steps: it has no plan until it is submitted again")
            String status,

            @Schema(description = "Why it is needed or not") @Nullable String why,

            @Nullable Instant since,
            @Nullable Instant until,
            boolean overdue,
            @Nullable Instant decidedAt,
            @Nullable PersonJson decidedBy,
            @Nullable PersonJson inPlaceOf) {

        static ProgressStep of(
                PlannedStep planned, Optional<StepDecision> decision, Optional<OpenTurn> open, Instant now) {
            return new ProgressStep(
                    planned.step().word(),
                    planned.stage(),
                    status(planned, decision, open),
                    planned.why(),
                    open.map(OpenTurn::since).orElse(null),
                    open.flatMap(OpenTurn::until).orElse(null),
                    open.filter(turn -> turn.isOverdue(now)).isPresent(),
                    decision.map(StepDecision::at).orElse(null),
                    decision.flatMap(StepDecision::by).map(PersonJson::of).orElse(null),
                    decision.flatMap(StepDecision::inPlaceOf)
                            .map(PersonJson::of)
                            .orElse(null));
        }

        private static String status(PlannedStep planned, Optional<StepDecision> decision, Optional<OpenTurn> open) {
            if (!planned.needed()) {
                return "not-needed";
            }
            return decision.map(one -> one.verdict().word()).orElse(open.isPresent() ? "open" : "to-come");
        }

        static ProgressStep reservation(@Nullable Instant at, boolean open) {
            String status = at != null ? "approved" : open ? "open" : "to-come";
            return new ProgressStep(Step.RESERVATION.word(), null, status, null, null, null, false, at, null, null);
        }
    }

    /** Those who may act, to ask which of them are students. */
    static List<Person> actors(ReadTurns.Turn turn) {
        return turn.open().stream()
                .flatMap(open -> open.actors().stream())
                .map(OpenTurn.Actor::person)
                .toList();
    }

    static OfSelection of(ReadTurns.Turn turn, Adults.Shown shown) {
        Selection selection = turn.selection().value();
        Dossier dossier = selection.dossier();
        return new OfSelection(
                dossier.id().value(),
                selection.word(),
                dossier.content().version(),
                whose(selection),
                missing(selection),
                turn.open().stream()
                        .map(open -> OpenStepJson.of(open, turn.now(), shown))
                        .toList());
    }

    /** The numbers under which a contract is bought. */
    @Schema(name = "SelectionPurchaseOrder")
    public record PurchaseOrderJson(
            UUID contractId,
            @Schema(examples = "REQ-2019-000017") String requisition,
            @Schema(examples = "PO-2019-000017") String purchaseOrder,
            LocalDate startsOn,
            LocalDate endsOn,
            Instant issuedAt) {

        static PurchaseOrderJson of(PurchaseOrder order) {
            return new PurchaseOrderJson(
                    order.contract(),
                    order.requisition(),
                    order.number(),
                    order.startsOn(),
                    order.endsOn(),
                    order.issuedAt());
        }
    }

    static Progress progress(ReadTurns.Turn turn, List<PurchaseOrder> orders) {
        Selection selection = turn.selection().value();
        Dossier dossier = selection.dossier();
        Map<Step, OpenTurn> open = turn.open().stream().collect(Collectors.toMap(OpenTurn::step, Function.identity()));
        Optional<Plan> plan = plan(selection);
        List<ProgressStep> steps = new ArrayList<>();
        plan.ifPresent(its -> its.steps().stream()
                .map(planned -> ProgressStep.of(
                        planned,
                        decisionOf(dossier, dossier.content().version(), planned.step()),
                        Optional.ofNullable(open.get(planned.step())),
                        turn.now()))
                .forEach(steps::add));
        plan.ifPresent(_ -> steps.add(ProgressStep.reservation(
                selection instanceof Reserved reserved ? reserved.reservedAt() : null, selection instanceof Approved)));
        return new Progress(
                dossier.id().value(),
                selection.word(),
                dossier.content().version(),
                plan.map(Plan::stagesNumber).orElse(null),
                steps,
                dossier.standing()
                        .map(standing -> StandingProgress.of(standing, dossier, turn.now()))
                        .orElse(null),
                turn.reassigned().stream().map(ReassignedJson::of).toList(),
                dossier.underContract().stream()
                        .map(SelectionJson.ContractedJson::of)
                        .toList(),
                orders.stream().map(PurchaseOrderJson::of).toList(),
                missing(selection));
    }

    private static Optional<StepDecision> decisionOf(Dossier dossier, int version, Step step) {
        return dossier.decisions().stream()
                .filter(decision -> decision.version() == version
                        && decision.step() == step
                        && decision.verdict() != Verdict.BLOCKED)
                .max(Comparator.comparing(StepDecision::at));
    }

    private static Optional<Plan> plan(Selection selection) {
        return switch (selection) {
            case Draft _, Returned _, Withdrawn _ -> Optional.empty();
            case Submitted submitted -> Optional.of(submitted.plan());
            case Approved approved -> Optional.of(approved.submitted().plan());
            case Reserved reserved ->
                Optional.of(reserved.approved().submitted().plan());
            case Lapsed lapsed -> plan(lapsed.before());
        };
    }

    private static String whose(Selection selection) {
        return switch (selection) {
            case Draft _, Returned _ -> "school";
            case Submitted _ -> "steps";
            case Approved _, Reserved _ -> "procurement";
            case Withdrawn _, Lapsed _ -> "nobody";
        };
    }

    private static String missing(Selection selection) {
        return switch (selection) {
            case Draft _ -> "The school leader submits it.";
            case Returned returned ->
                "The school leader makes a new version and submits it, or withdraws it; it was returned by %s."
                        .formatted(returned.by().word());
            case Submitted submitted ->
                submitted.dossier().isBlocked() && submitted.waitsFor().contains(Step.COUNCIL)
                        ? "The council cannot decide, because its principal is recused. The partnerships team returns it, or the school withdraws it."
                        : submitted.waitsFor().stream().map(TurnJson::missing).collect(Collectors.joining(" "));
            case Approved _ -> "The ledger sets the money aside.";
            case Reserved reserved ->
                reserved.dossier().underContract().isEmpty()
                        ? reserved.dossier().cancelled().isEmpty()
                                ? "Central office buys it and puts it under contract."
                                : "Central office buys it and puts it under contract; an earlier purchase was cancelled: "
                                        + reserved.dossier()
                                                .cancelled()
                                                .getLast()
                                                .reason()
                        : "It is under contract, as contracted says.";
            case Withdrawn _ -> "Nothing: the school withdrew it.";
            case Lapsed _ -> "Nothing: the fund's year is over.";
        };
    }

    private static String missing(Step step) {
        return switch (step.kind()) {
            case CouncilMotion _ ->
                "The council passes a motion about this version at a meeting that was posted with it on the agenda.";
            case SingleDecision(String role) ->
                "Somebody with the role %s decides at step %s.".formatted(role, step.word());
            case CompletenessCheck _ -> "The budget office checks that it is complete.";
            case Procurement _ -> "Procurement answers.";
        };
    }
}
