package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.SelectionRules;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionApproved;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionReturned;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionSubmitted;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionWithdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.AlreadyWithdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.LinesUnderContract;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchLine;
import org.partnershipfund.approval.selection.SelectionRefusal.NotADraft;
import org.partnershipfund.approval.selection.SelectionRefusal.NotBlocked;
import org.partnershipfund.approval.selection.SelectionRefusal.NotEditable;
import org.partnershipfund.approval.selection.SelectionRefusal.NotWaitingFor;
import org.partnershipfund.approval.selection.SelectionRefusal.OwnDecision;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramSuspended;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A selection is always in exactly one of these states; each state offers only the steps that it allows.
 *
 * <p>Source: docs/policy/approval.md §4 to §8; amendments are in {@link Amending}.
 */
public sealed interface Selection {

    /** What it carries through all states. */
    Dossier dossier();

    /** The school works on it; nobody else decides. */
    record Draft(Dossier dossier) implements Selection {

        private Submitted submit(Plan plan, Person by, Instant at) {
            return new Submitted(dossier.submitted(at), by, at, plan);
        }
    }

    /**
     * The steps of its plan decide, stage after stage.
     *
     * @param plan resolved when it was submitted; it stays the same whatever the fund's stages become
     */
    record Submitted(Dossier dossier, Person submittedBy, Instant submittedAt, Plan plan) implements Selection {

        /** Whose turn it is: the steps of the stage that has begun and have not approved; at least one. */
        public Set<Step> waitsFor() {
            return plan.open(dossier.approvals().keySet());
        }

        /** The same with what the plan says of them, and since when they are open. */
        public List<Plan.Open> openSteps() {
            return plan.open(dossier.approvals(), submittedAt);
        }

        /** Whether the person submitted the version or decided on it, for themselves or in whose place somebody did. */
        public boolean isWorkOf(Person person) {
            return person.equals(submittedBy)
                    || dossier.current().stream().flatMap(StepDecision::persons).anyMatch(person::equals);
        }

        private boolean waitsFor(Step step) {
            return waitsFor().contains(step);
        }

        private Submitted with(StepDecision decision) {
            return new Submitted(dossier.with(decision), submittedBy, submittedAt, plan);
        }
    }

    /** Every step of the plan agreed; procurement is asked to set the money aside. */
    record Approved(Submitted submitted, Instant approvedAt) implements Selection {
        @Override
        public Dossier dossier() {
            return submitted.dossier();
        }
    }

    /** The money is set aside on the school's line. */
    record Reserved(Approved approved, Instant reservedAt) implements Selection {
        @Override
        public Dossier dossier() {
            return approved.dossier();
        }
    }

    /** Back in the school's hands; only a new version goes on. */
    record Returned(Dossier dossier, Step by, String reasons, Instant returnedAt) implements Selection {}

    /** The school took it back; final. */
    record Withdrawn(Dossier dossier, String reason, Person by, Instant withdrawnAt) implements Selection {}

    /**
     * The fund's year is over, and nothing that was reserved is under contract: final, unless procurement says that it was.
     *
     * @param before what it was then; neither withdrawn nor lapsed
     */
    record Lapsed(Selection before, Instant lapsedAt) implements Selection {
        public Lapsed {
            if (before instanceof Withdrawn || before instanceof Lapsed) {
                throw new IllegalArgumentException("a selection that is %s does not lapse".formatted(before.word()));
            }
        }

        @Override
        public Dossier dossier() {
            return before.dossier();
        }

        /** What every further step is answered. */
        public FundIsClosed refusal() {
            return new FundIsClosed(dossier().fund(), lapsedAt);
        }
    }

    /** As it is written in JSON and tables. */
    default String word() {
        return switch (this) {
            case Draft _ -> "draft";
            case Submitted _ -> "submitted";
            case Approved _ -> "approved";
            case Reserved _ -> "reserved";
            case Returned _ -> "returned";
            case Withdrawn _ -> "withdrawn";
            case Lapsed _ -> "lapsed";
        };
    }

    /** When it became what it is: its state, the newest decision, award or contract, whichever came last. */
    default Instant changedAt() {
        Instant since = switch (this) {
            case Draft(Dossier dossier) -> dossier.content().draftedAt();
            case Submitted submitted -> submitted.submittedAt();
            case Approved(var _, Instant at) -> at;
            case Reserved(var _, Instant at) -> at;
            case Returned(var _, var _, var _, Instant at) -> at;
            case Withdrawn(var _, var _, var _, Instant at) -> at;
            case Lapsed(var _, Instant at) -> at;
        };
        return Stream.of(
                        dossier().decisions().stream().map(StepDecision::at),
                        dossier().awards().stream().map(Award::at),
                        dossier().contracted().stream().map(Contracted::at))
                .flatMap(times -> times)
                .reduce(since, (earlier, later) -> later.isAfter(earlier) ? later : earlier);
    }

    /**
     * What was spent beside what the newest version costs: of contracts that ended before the ledger set its money aside. What
     * ended since then is still part of what that version holds.
     *
     * <p>Source: docs/policy/approval.md §5.3.
     */
    default Money spentBeside() {
        return switch (this) {
            case Draft _, Submitted _, Approved _, Returned _ -> dossier().spentOfEnded();
            case Reserved(var _, Instant reservedAt) -> dossier().spentOfEndedBefore(reservedAt);
            case Withdrawn _, Lapsed _ -> Money.ZERO;
        };
    }

    /** Whether the decision counts for what happens next; a new version or a return leaves it to the record. */
    default boolean isBinding(StepDecision decision) {
        return switch (this) {
            case Draft _, Returned _, Withdrawn _, Lapsed _ -> false;
            case Submitted _, Approved _, Reserved _ ->
                decision.version() == dossier().content().version();
        };
    }

    /** Begins a selection. */
    static Selection draft(
            SelectionId id,
            FundId fund,
            FiscalYear year,
            SchoolCode school,
            Needs needs,
            List<Line> lines,
            Person by,
            Instant at,
            Fingerprint fingerprint) {
        Content content =
                Content.of(id, fund, school, 1, needs, lines, List.of(), Optional.empty(), by, at, fingerprint);
        return new Draft(
                new Dossier(id, fund, year, school, content, Optional.empty(), List.of(), List.of(), List.of()));
    }

    /** Makes a new version; what was decided on earlier ones stays on record and counts no longer. */
    static Decision<Selection> revise(
            Selection selection, Needs needs, List<Line> lines, Person by, Instant at, Fingerprint fingerprint) {
        return switch (selection) {
            case Draft(Dossier dossier) -> Decision.accept(revised(dossier, needs, lines, by, at, fingerprint));
            case Returned(Dossier dossier, var _, var _, var _) ->
                Decision.accept(revised(dossier, needs, lines, by, at, fingerprint));
            case Submitted _, Approved _, Reserved _, Withdrawn _ ->
                Decision.refuse(new NotEditable(selection.dossier().id(), selection.word()));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    private static Selection revised(
            Dossier old, Needs needs, List<Line> lines, Person by, Instant at, Fingerprint fingerprint) {
        return new Draft(old.next(needs, lines, by, at, fingerprint));
    }

    /**
     * What a submission is measured by.
     *
     * @param allocation what the school may spend of the fund
     * @param returned what of it was spent and came back by credit notes
     * @param others what its other selections of the fund, submitted, approved or reserved, add up to
     * @param programs those of the lines that were heard of
     * @param today the day in the district
     * @param rules of the fund, in force today
     * @param pupilsElsewhere for how many pupils all other selections of the fiscal year, submitted, approved or reserved,
     *     choose each program
     * @param leadTimes how long central office needs to buy
     */
    record Measure(
            Money allocation,
            Money returned,
            Money others,
            ApprovalPolicy policy,
            Map<ProgramId, Program> programs,
            LocalDate today,
            SelectionRules rules,
            Map<ProgramId, Long> pupilsElsewhere,
            List<LeadTime> leadTimes) {

        /** In a fund that asks for nothing beside its policy, with programs that nobody else chooses; nothing came back. */
        public Measure(
                Money allocation,
                Money others,
                ApprovalPolicy policy,
                Map<ProgramId, Program> programs,
                LocalDate today) {
            this(
                    allocation,
                    Money.ZERO,
                    others,
                    policy,
                    programs,
                    today,
                    SelectionRules.usual(policy.fund(), today, policy.changedAt()),
                    Map.of(),
                    List.of());
        }
    }

    /**
     * Hands the newest version in for decision.
     *
     * @param plan who must agree to it (§13.5)
     */
    static Decision<Selection> submit(Selection selection, Measure measure, Plan plan, Person by, Instant at) {
        return switch (selection) {
            case Draft draft -> submit(draft, measure, plan, by, at);
            case Submitted _, Approved _, Reserved _, Returned _, Withdrawn _ ->
                Decision.refuse(new NotADraft(selection.dossier().id(), selection.word()));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    private static Decision<Selection> submit(Draft draft, Measure measure, Plan plan, Person by, Instant at) {
        Optional<SelectionRefusal> fault = Findings.fault(draft.dossier(), measure);
        if (fault.isPresent()) {
            return Decision.refuse(fault.get());
        }
        Submitted submitted = draft.submit(plan, by, at);
        return Decision.accept(submitted, new SelectionSubmitted(submitted.dossier(), at));
    }

    /**
     * Why no office approves it today: it chooses a suspended program that is not under contract (§2.2).
     *
     * @param programs those of the lines that were heard of
     * @param today the day in the district
     */
    static Optional<SelectionRefusal> suspension(
            Selection selection, Map<ProgramId, Program> programs, LocalDate today) {
        CarriedLines carried = selection.dossier().carried();
        return selection.dossier().content().lines().stream()
                .filter(line -> !carried.has(line))
                .filter(line -> Optional.ofNullable(programs.get(line.program()))
                        .filter(program -> program.isSuspendedOn(today))
                        .isPresent())
                .findFirst()
                .map(line -> new ProgramSuspended(line.programName(), today));
    }

    /** The council approved the version that it was asked about. */
    static Decision<Selection> approvedByCouncil(Selection selection, String reasons, UUID motion, Instant at) {
        return switch (selection) {
            case Submitted submitted
            when submitted.waitsFor(Step.COUNCIL) ->
                approved(submitted.with(council(submitted, Verdict.APPROVED, reasons, motion, at)), at);
            case Submitted _, Draft _, Approved _, Reserved _, Returned _, Withdrawn _ ->
                Decision.refuse(notWaiting(selection, Step.COUNCIL));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    /** The council did not approve: back to the school. */
    static Decision<Selection> lostInCouncil(Selection selection, String reasons, UUID motion, Instant at) {
        return switch (selection) {
            case Submitted submitted
            when submitted.waitsFor(Step.COUNCIL) ->
                returned(submitted.dossier(), council(submitted, Verdict.RETURNED, reasons, motion, at));
            case Submitted _, Draft _, Approved _, Reserved _, Returned _, Withdrawn _ ->
                Decision.refuse(notWaiting(selection, Step.COUNCIL));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    /** The council cannot decide: it stays where it is, for the partnerships team to see. */
    static Decision<Selection> blockedInCouncil(Selection selection, String reasons, UUID motion, Instant at) {
        return switch (selection) {
            case Submitted submitted
            when submitted.waitsFor(Step.COUNCIL) ->
                Decision.accept(submitted.with(council(submitted, Verdict.BLOCKED, reasons, motion, at)));
            case Submitted _, Draft _, Approved _, Reserved _, Returned _, Withdrawn _ ->
                Decision.refuse(notWaiting(selection, Step.COUNCIL));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    private static StepDecision council(Submitted submitted, Verdict verdict, String reasons, UUID motion, Instant at) {
        return decision(submitted.dossier(), Step.COUNCIL, verdict, reasons, Optional.empty(), Optional.of(motion), at);
    }

    /** The partnerships team returns what the council cannot decide. */
    static Decision<Selection> returnBlocked(Selection selection, String reasons, Person by, Instant at) {
        return switch (selection) {
            case Submitted(Dossier dossier, var _, var _, var _)
            when dossier.isBlocked() && !dossier.isApprovedBy(Step.COUNCIL) ->
                returned(
                        dossier,
                        decision(
                                dossier,
                                Step.COUNCIL,
                                Verdict.RETURNED,
                                reasons,
                                Optional.of(by),
                                Optional.empty(),
                                at));
            case Submitted _, Draft _, Approved _, Reserved _, Returned _, Withdrawn _ ->
                Decision.refuse(new NotBlocked(selection.dossier().id(), selection.word()));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    /** The superintendent approves or returns; never who submitted it. */
    static Decision<Selection> superintendentDecides(
            Selection selection, Verdict verdict, String reasons, Person by, Instant at) {
        return decide(selection, Step.SUPERINTENDENT, verdict, reasons, List.of(), Mandate.own(by), at);
    }

    /** The budget office finds it complete, or returns it; never who submitted or decided before. */
    static Decision<Selection> checkCompleteness(
            Selection selection, Verdict verdict, String reasons, Person by, Instant at) {
        return decide(selection, Step.COMPLETENESS, verdict, reasons, List.of(), Mandate.own(by), at);
    }

    /**
     * A single person approves or returns at a step that is open; neither they nor in whose place they decide submitted the
     * version or decided on it before.
     *
     * @param step any but the council, which decides by a motion
     * @param comments on lines of the version
     */
    static Decision<Selection> decide(
            Selection selection,
            Step step,
            Verdict verdict,
            String reasons,
            List<LineComment> comments,
            Mandate mandate,
            Instant at) {
        return switch (selection) {
            case Submitted submitted
            when submitted.waitsFor(step) && step != Step.COUNCIL ->
                decides(submitted, step, verdict, reasons, comments, mandate, at);
            case Submitted _, Draft _, Approved _, Reserved _, Returned _, Withdrawn _ ->
                Decision.refuse(notWaiting(selection, step));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
        };
    }

    private static Decision<Selection> decides(
            Submitted submitted,
            Step step,
            Verdict verdict,
            String reasons,
            List<LineComment> comments,
            Mandate mandate,
            Instant at) {
        Dossier dossier = submitted.dossier();
        if (mandate.persons().anyMatch(submitted::isWorkOf)) {
            return Decision.refuse(new OwnDecision(dossier.id(), step));
        }
        for (LineComment comment : comments) {
            if (dossier.content().lines().stream().noneMatch(line -> line.id().equals(comment.line()))) {
                return Decision.refuse(new NoSuchLine(
                        dossier.id(), comment.line(), dossier.content().version()));
            }
        }
        StepDecision decision = new StepDecision(
                step,
                verdict,
                dossier.content().version(),
                dossier.content().digest(),
                reasons,
                Optional.of(mandate.by()),
                Optional.empty(),
                at,
                mandate.inPlaceOf(),
                comments);
        return switch (verdict) {
            case APPROVED -> approved(submitted.with(decision), at);
            case RETURNED -> returned(dossier, decision);
            case BLOCKED -> throw new IllegalArgumentException("only a council can be blocked");
        };
    }

    /** Why nobody may be given the step now; empty if it is open. */
    static Optional<SelectionRefusal> mustWaitFor(Selection selection, Step step) {
        return switch (selection) {
            case Submitted submitted when submitted.waitsFor(step) -> Optional.empty();
            case Submitted _, Draft _, Approved _, Reserved _, Returned _, Withdrawn _ ->
                Optional.of(notWaiting(selection, step));
            case Lapsed lapsed -> Optional.of(lapsed.refusal());
        };
    }

    private static Decision<Selection> approved(Submitted submitted, Instant at) {
        return submitted.waitsFor().isEmpty()
                ? Decision.accept(new Approved(submitted, at), new SelectionApproved(submitted.dossier(), at))
                : Decision.accept(submitted);
    }

    /** Procurement set the money aside. */
    static Decision<Selection> reserved(Selection selection, Instant at) {
        return switch (selection) {
            case Approved approved -> Decision.accept(reserve(approved, at));
            // Said before the year was over and heard after it: what follows may be its contract.
            case Lapsed(Approved approved, Instant lapsedAt) -> Decision.accept(lapse(reserve(approved, at), lapsedAt));
            case Draft _, Submitted _, Reserved _, Returned _, Withdrawn _, Lapsed _ ->
                Decision.refuse(notWaiting(selection, Step.RESERVATION));
        };
    }

    /** What it amends stands no longer: the ledger has replaced it. */
    private static Reserved reserve(Approved approved, Instant at) {
        return new Reserved(Carry.with(approved, Dossier::withoutStanding), at);
    }

    /** Procurement could not set the money aside: back to the school. What it amends stands, with its money (§12). */
    static Decision<Selection> reservationRefused(Selection selection, String reasons, Instant at) {
        return switch (selection) {
            case Approved approved -> {
                Returned returned = refusedByLedger(approved, reasons, at);
                yield Decision.accept(returned, new SelectionReturned(returned.dossier(), Step.RESERVATION, at));
            }
            case Lapsed(Approved approved, Instant lapsedAt)
            when approved.dossier().standing().isPresent() ->
                Decision.accept(lapse(refusedByLedger(approved, reasons, at), lapsedAt));
            case Draft _, Submitted _, Reserved _, Returned _, Withdrawn _, Lapsed _ ->
                Decision.refuse(notWaiting(selection, Step.RESERVATION));
        };
    }

    private static Returned refusedByLedger(Approved approved, String reasons, Instant at) {
        StepDecision refused = decision(
                approved.dossier(),
                Step.RESERVATION,
                Verdict.RETURNED,
                reasons,
                Optional.empty(),
                Optional.empty(),
                at);
        return new Returned(approved.dossier().with(refused), Step.RESERVATION, reasons, at);
    }

    /**
     * Central office gave up buying by a process: what it awarded is void, and nothing else changes.
     *
     * <p>Source: docs/policy/approval.md §6.6.
     */
    static Decision<Selection> purchaseCancelled(Selection selection, CancelledPurchase purchase) {
        return selection.dossier().isCancelled(purchase.process())
                ? Decision.refuse(notWaiting(selection, Step.COMPETITION))
                : Decision.accept(Carry.with(selection, dossier -> dossier.with(purchase)));
    }

    /**
     * Another program won the competition for a line, be it of the newest version or of an older one: the award goes on
     * record, and a version that still buys what lost goes back to the school, which accepts the award or withdraws.
     *
     * <p>Source: docs/policy/approval.md §6.3 to §6.5.
     */
    static Decision<Selection> outcomeDiffers(Selection selection, Award award, String reasons) {
        if (selection.dossier().knows(award)) {
            return Decision.refuse(notWaiting(selection, Step.COMPETITION));
        }
        Selection knowing = Carry.with(selection, dossier -> dossier.with(award));
        return switch (knowing) {
            case Draft _ -> Decision.accept(knowing);
            // The ledger is asked for it already, so there is no way back to what it amends.
            case Approved approved
            when approved.dossier().stillChooses(award.chosen()) ->
                backIfItStillChooses(Carry.with(approved, Dossier::withoutStanding), award, reasons);
            case Submitted _, Approved _, Reserved _, Returned _ -> backIfItStillChooses(knowing, award, reasons);
            case Withdrawn _, Lapsed _ -> Decision.refuse(notWaiting(selection, Step.COMPETITION));
        };
    }

    private static Decision<Selection> backIfItStillChooses(Selection knowing, Award award, String reasons) {
        Dossier dossier = knowing.dossier();
        return dossier.stillChooses(award.chosen())
                ? returned(
                        dossier,
                        decision(
                                dossier,
                                Step.COMPETITION,
                                Verdict.RETURNED,
                                reasons,
                                Optional.empty(),
                                Optional.of(award.process()),
                                award.at()))
                : Decision.accept(knowing);
    }

    /**
     * Lines went into a contract, or go on in it: from then on it is neither withdrawn nor submitted without them. Also one that the
     * school withdrew meanwhile keeps them, because its money is spent.
     *
     * <p>Source: docs/policy/approval.md §7.
     */
    static Decision<Selection> contracted(Selection selection, List<Contracted> lines) {
        Selection told = Carry.with(selection, dossier -> dossier.with(lines));
        // What is under contract does not lapse; the contract was heard of after the end of the year.
        return Decision.accept(told instanceof Lapsed(Selection before, Instant at) ? lapse(before, at) : told);
    }

    /**
     * The fund's year is over: what waits for the school, for a decision or for a contract is ended. What is reserved and
     * under contract stays, because it is paid from the same line; also if the school was amending it.
     *
     * <p>Source: docs/policy/approval.md §8 and §12.
     */
    static Selection lapse(Selection selection, Instant at) {
        return switch (selection) {
            case Reserved reserved ->
                reserved.dossier().underContract().isEmpty() ? new Lapsed(reserved, at) : reserved;
            case Draft _, Submitted _, Returned _ -> {
                Dossier dossier = selection.dossier();
                yield dossier.standing()
                        .filter(standing -> standing.reservedAt().isPresent())
                        .filter(_ -> !dossier.underContract().isEmpty())
                        .map(standing -> standing.selection(dossier))
                        .orElse(new Lapsed(selection, at));
            }
            // An amendment that the ledger is asked for waits for its answer, which may still be on its way.
            case Approved _ -> new Lapsed(selection, at);
            case Withdrawn _, Lapsed _ -> selection;
        };
    }

    /**
     * The school takes it back, in any state but this one and only while nothing of it is under contract; others learn of it
     * if they ever knew of it.
     */
    static Decision<Selection> withdraw(Selection selection, String reason, Person by, Instant at) {
        return switch (selection) {
            case Withdrawn(Dossier dossier, var _, var _, Instant before) ->
                Decision.refuse(new AlreadyWithdrawn(dossier.id(), before));
            case Lapsed lapsed -> Decision.refuse(lapsed.refusal());
            case Draft _, Submitted _, Approved _, Reserved _, Returned _ -> {
                Dossier dossier = selection.dossier();
                if (!dossier.underContract().isEmpty()) {
                    yield Decision.refuse(new LinesUnderContract(
                            dossier.id(),
                            dossier.contractedAmount(),
                            dossier.underContract().getFirst().contract()));
                }
                Withdrawn withdrawn = new Withdrawn(dossier.withoutStanding(), reason, by, at);
                yield dossier.firstSubmittedAt().isPresent()
                        ? Decision.accept(withdrawn, new SelectionWithdrawn(withdrawn.dossier(), at))
                        : Decision.accept(withdrawn);
            }
        };
    }

    private static Decision<Selection> returned(Dossier dossier, StepDecision decision) {
        Returned returned = new Returned(dossier.with(decision), decision.step(), decision.reasons(), decision.at());
        // For the others the version stands that it amends; they never heard that this one was approved.
        return dossier.standing().isPresent()
                ? Decision.accept(returned)
                : Decision.accept(returned, new SelectionReturned(returned.dossier(), decision.step(), decision.at()));
    }

    private static StepDecision decision(
            Dossier dossier,
            Step step,
            Verdict verdict,
            String reasons,
            Optional<Person> by,
            Optional<UUID> reference,
            Instant at) {
        return new StepDecision(
                step, verdict, dossier.content().version(), dossier.content().digest(), reasons, by, reference, at);
    }

    private static NotWaitingFor notWaiting(Selection selection, Step step) {
        String waits = selection instanceof Submitted submitted
                ? submitted.waitsFor().stream().map(Step::word).collect(Collectors.joining(" and "))
                : "nobody";
        return new NotWaitingFor(selection.dossier().id(), step, selection.word(), waits);
    }
}
