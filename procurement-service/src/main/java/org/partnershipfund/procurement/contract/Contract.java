package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.ContractEvent.ContractExecuted;
import org.partnershipfund.procurement.contract.ContractEvent.PurchaseOrderIssued;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.contract.ContractRefusal.AttestationMissing;
import org.partnershipfund.procurement.contract.ContractRefusal.ContractEnded;
import org.partnershipfund.procurement.contract.ContractRefusal.ExecutedAlready;
import org.partnershipfund.procurement.contract.ContractRefusal.ProcessNotReady;
import org.partnershipfund.procurement.contract.ContractRefusal.TermNotPossible;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Evaluation;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * A contract is a draft until everybody whom its value and date demand has signed; then it binds until it is completed
 * or terminated, and may be halted and amended meanwhile.
 *
 * <p>Source: docs/policy/procurement.md §7; docs/policy/contracts.md.
 */
public sealed interface Contract {

    /** What was fixed when it was drafted. */
    Terms terms();

    /** What was done to it, in order. */
    List<Signature> signatures();

    default ContractId id() {
        return terms().id();
    }

    /**
     * What the contract says.
     *
     * @param amount of this fund year: the sum of the shares
     * @param value with all years: what decides who must sign
     * @param demands what the rules asked of that value on the day of drafting
     */
    record Terms(
            ContractId id,
            ProcessId process,
            FundId fund,
            FiscalYear year,
            Program program,
            Money amount,
            Money value,
            LocalDate startsOn,
            LocalDate endsOn,
            List<Share> shares,
            Evaluation demands,
            Instant draftedAt) {
        public Terms {
            shares = List.copyOf(shares);
            Money sum = shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
            if (!sum.equals(amount)) {
                throw new IllegalArgumentException(
                        "the shares add up to %s, the contract is %s".formatted(sum, amount));
            }
        }

        Terms with(List<Share> encumbered) {
            return new Terms(
                    id, process, fund, year, program, amount, value, startsOn, endsOn, encumbered, demands, draftedAt);
        }

        /** The same contract with other shares and another last day, for as many years as it was bought for. */
        Terms amended(List<Share> others, LocalDate last) {
            Money sum = others.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
            return new Terms(
                    id,
                    process,
                    fund,
                    year,
                    program,
                    sum,
                    new Money(Math.multiplyExact(sum.cents(), years())),
                    startsOn,
                    last,
                    others,
                    demands,
                    draftedAt);
        }

        /** For how many years it was bought: the value is that of all of them. */
        public int years() {
            return Math.toIntExact(value.cents() / amount.cents());
        }

        /** The fingerprint of what the parties sign (docs/policy/contracts.md §3). */
        public String digest() {
            return Digest.of(this);
        }

        /** Whether this step is demanded. */
        public boolean demands(Step step) {
            return demands.demands(step.word());
        }
    }

    /** Not binding yet. */
    record Draft(Terms terms, List<Signature> signatures) implements Contract {
        public Draft {
            signatures = List.copyOf(signatures);
        }
    }

    /** A draft that was given up before it bound anybody; what was reserved for it is free again. */
    record Abandoned(Draft draft, Turn ended) implements Contract {
        @Override
        public Terms terms() {
            return draft.terms();
        }

        @Override
        public List<Signature> signatures() {
            return draft.signatures();
        }
    }

    /** One that binds, or did: signed by all, and encumbered share by share. */
    sealed interface Bound extends Contract {

        /** What was executed, with every amendment since. */
        Executed executed();

        @Override
        default Terms terms() {
            return executed().terms();
        }

        @Override
        default List<Signature> signatures() {
            return executed().signatures();
        }
    }

    /**
     * Binding, and encumbered share by share. It is <em>active</em> once its services have begun.
     *
     * @param executedOn the day in the district; work before it is never paid from a written contract
     * @param amendments by number, oldest first; at most the last one is proposed
     * @param pauses when services rested and were taken up again
     */
    record Executed(
            Terms terms,
            List<Signature> signatures,
            String requisition,
            String purchaseOrder,
            LocalDate executedOn,
            Instant executedAt,
            List<Amendment> amendments,
            List<Pause> pauses)
            implements Bound {
        public Executed {
            signatures = List.copyOf(signatures);
            amendments = List.copyOf(amendments);
            pauses = List.copyOf(pauses);
        }

        /** As it is executed: never amended, never halted. */
        public Executed(
                Terms terms,
                List<Signature> signatures,
                String requisition,
                String purchaseOrder,
                LocalDate executedOn,
                Instant executedAt) {
            this(terms, signatures, requisition, purchaseOrder, executedOn, executedAt, List.of(), List.of());
        }

        @Override
        public Executed executed() {
            return this;
        }

        /** What was agreed to at first: what amendments together are measured by (c.30B s.13). */
        public Money original() {
            return amendments.stream()
                    .filter(Amendment.Agreed.class::isInstance)
                    .map(agreed -> agreed.wish().before())
                    .findFirst()
                    .orElse(terms.amount());
        }

        /** The amendment that waits for signatures, if there is one. */
        public Optional<Amendment.Proposed> proposed() {
            return amendments.stream()
                    .filter(Amendment.Proposed.class::isInstance)
                    .map(Amendment.Proposed.class::cast)
                    .findFirst();
        }

        Executed with(Terms others, List<Amendment> all) {
            return new Executed(others, signatures, requisition, purchaseOrder, executedOn, executedAt, all, pauses);
        }

        Executed paused(Pause pause) {
            List<Pause> all = new ArrayList<>(pauses);
            all.add(pause);
            return new Executed(terms, signatures, requisition, purchaseOrder, executedOn, executedAt, amendments, all);
        }
    }

    /** It binds, and services rest: nothing delivered meanwhile is paid, nothing is certified. */
    record Suspended(Executed executed, Turn since) implements Bound {}

    /**
     * Delivered and paid.
     *
     * @param released what nobody claimed any more
     */
    record Completed(Executed executed, Turn ended, List<Release> released) implements Bound {
        public Completed {
            released = List.copyOf(released);
        }
    }

    /**
     * Ended before its time.
     *
     * @param released what was not spent and not on its way to be paid
     */
    record Terminated(Executed executed, Turn ended, List<Release> released) implements Bound {
        public Terminated {
            released = List.copyOf(released);
        }
    }

    /** Drafts the contract of an awarded process. */
    static Decision<Contract> draft(
            ContractId id,
            ContractingProcess process,
            List<ReservedLine> lines,
            LocalDate startsOn,
            LocalDate endsOn,
            RuleBook rules,
            LocalDate today,
            Instant at) {
        if (!(process instanceof Awarded(var opening, var _, var award))) {
            return Decision.refuse(new ProcessNotReady(process.id(), "it is not awarded"));
        }
        List<String> waiting = lines.stream()
                .filter(line -> !line.program().equals(award.program().id()))
                .map(line -> line.school().value())
                .distinct()
                .toList();
        if (lines.isEmpty() || !waiting.isEmpty()) {
            return Decision.refuse(new ProcessNotReady(
                    process.id(),
                    lines.isEmpty()
                            ? "no school is left in it"
                            : "these schools have not decided about the other partner yet: "
                                    + String.join(", ", waiting)));
        }
        FiscalYear year = opening.year();
        LocalDate last = startsOn.plusYears(opening.termYears()).minusDays(1);
        if (endsOn.isBefore(startsOn)
                || endsOn.isAfter(last)
                || startsOn.isBefore(year.firstDay())
                || startsOn.isAfter(year.lastDay())) {
            return Decision.refuse(
                    new TermNotPossible(startsOn, endsOn, year.firstDay(), year.lastDay(), opening.termYears(), last));
        }
        List<Share> shares = lines.stream()
                .map(line ->
                        new Share(line.school(), line.selection(), line.line(), line.price(), line.commitment(), null))
                .toList();
        Money amount = shares.stream().map(Share::amount).reduce(Money.ZERO, Money::plus);
        Money value = new Money(Math.multiplyExact(amount.cents(), opening.termYears()));
        var demands = rules.evaluate(today, value).orRefuse().state();
        var terms = new Terms(
                id,
                process.id(),
                opening.fund(),
                year,
                award.program(),
                amount,
                value,
                startsOn,
                endsOn,
                shares,
                demands,
                at);
        return Decision.accept(
                new Draft(terms, List.of()), SelectionContracted.of(terms.id(), terms.process(), lines, at));
    }

    /**
     * Takes one step: each once, each by another person, the partner first and the district last.
     *
     * @param attested whether the partner attests to taxes paid and no collusion; looked at for the partner only
     */
    static Decision<Contract> sign(Contract contract, Signature signature, boolean attested) {
        if (!(contract instanceof Draft draft)) {
            return Decision.refuse(noDraft(contract));
        }
        var signing = signing(draft);
        var why = signing.whyNot(signature);
        if (why.isPresent()) {
            return Decision.refuse(why.get());
        }
        if (signature.step() == Step.PARTNER && !attested) {
            return Decision.refuse(new AttestationMissing(contract.id()));
        }
        return Decision.accept(new Draft(draft.terms(), signing.with(signature)));
    }

    private static Signing signing(Contract contract) {
        return new Signing(
                contract.id(),
                contract.terms().value(),
                Arrays.stream(Step.values()).filter(contract.terms()::demands).collect(Collectors.toUnmodifiableSet()),
                contract.signatures(),
                contract.terms().digest());
    }

    /** Whether it may bind: a draft with every step that is demanded, taken for what it says now. */
    static Decision<Draft> complete(Contract contract) {
        if (!(contract instanceof Draft draft)) {
            return Decision.refuse(noDraft(contract));
        }
        return signing(draft)
                .incomplete()
                .<Decision<Draft>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(draft));
    }

    private static ContractRefusal noDraft(Contract contract) {
        return switch (contract) {
            case Draft _ -> throw new IllegalArgumentException("a draft is a draft");
            case Abandoned(var draft, var ended) -> new ContractEnded(draft.id(), "abandoned", ended.on());
            case Bound bound -> new ExecutedAlready(bound.id(), bound.executed().executedOn());
        };
    }

    /**
     * Binds a complete draft; the ledger has agreed to every share.
     *
     * @param encumbrances by reservation
     * @param number of requisition and purchase order; used once
     */
    static Decision<Contract> execute(
            Draft draft, Map<CommitmentId, CommitmentId> encumbrances, long number, LocalDate today, Instant at) {
        var shares = draft.terms().shares().stream()
                .map(share -> share.encumberedBy(
                        java.util.Objects.requireNonNull(encumbrances.get(share.reservation()), "encumbrance")))
                .toList();
        var executed = new Executed(
                draft.terms().with(shares),
                draft.signatures(),
                "REQ-%d-%06d".formatted(draft.terms().year().endYear(), number),
                "PO-%d-%06d".formatted(draft.terms().year().endYear(), number),
                today,
                at);
        return Decision.accept(executed, new ContractExecuted(executed, at), new PurchaseOrderIssued(executed, at));
    }

    /** What of the steps is still missing, for people. */
    static List<Step> missing(Contract contract) {
        return signing(contract).missing();
    }

    /** The state's word in tables and on the wire. */
    static String word(Contract contract) {
        return switch (contract) {
            case Draft _ -> "draft";
            case Abandoned _ -> "abandoned";
            case Executed _ -> "executed";
            case Suspended _ -> "suspended";
            case Completed _ -> "completed";
            case Terminated _ -> "terminated";
        };
    }

    /** What was executed, also if it is halted or has ended; null before. */
    default @Nullable Executed execution() {
        return this instanceof Bound bound ? bound.executed() : null;
    }

    /** Whether services are delivered on that day: between its first and its last day, and not at rest. */
    default boolean isActiveOn(LocalDate day) {
        return this instanceof Executed && !day.isBefore(terms().startsOn()) && !day.isAfter(terms().endsOn());
    }

    /** The partner that is paid. */
    default UUID partner() {
        return terms().program().partner();
    }
}
