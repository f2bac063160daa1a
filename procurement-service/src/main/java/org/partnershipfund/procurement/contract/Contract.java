package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.ContractEvent.ContractExecuted;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.contract.ContractRefusal.AttestationMissing;
import org.partnershipfund.procurement.contract.ContractRefusal.ExecutedAlready;
import org.partnershipfund.procurement.contract.ContractRefusal.NotComplete;
import org.partnershipfund.procurement.contract.ContractRefusal.ProcessNotReady;
import org.partnershipfund.procurement.contract.ContractRefusal.SamePerson;
import org.partnershipfund.procurement.contract.ContractRefusal.StepNotDemanded;
import org.partnershipfund.procurement.contract.ContractRefusal.StepTakenAlready;
import org.partnershipfund.procurement.contract.ContractRefusal.StepTooEarly;
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
 * A contract is a draft until everybody whom its value and date demand has signed, and then binds for ever.
 *
 * <p>Source: docs/policy/procurement.md §7.
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

    /**
     * Binding, and encumbered share by share.
     *
     * @param executedOn the day in the district; work before it is never paid from a written contract
     */
    record Executed(
            Terms terms,
            List<Signature> signatures,
            String requisition,
            String purchaseOrder,
            LocalDate executedOn,
            Instant executedAt)
            implements Contract {
        public Executed {
            signatures = List.copyOf(signatures);
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
        if (contract instanceof Executed executed) {
            return Decision.refuse(new ExecutedAlready(executed.id(), executed.executedOn()));
        }
        Step step = signature.step();
        if (!contract.terms().demands(step)) {
            return Decision.refuse(
                    new StepNotDemanded(contract.id(), step, contract.terms().value()));
        }
        if (done(contract).contains(step)) {
            return Decision.refuse(new StepTakenAlready(contract.id(), step));
        }
        List<Step> missing = missingBefore(step, contract);
        if (!missing.isEmpty()) {
            return Decision.refuse(new StepTooEarly(contract.id(), step, missing));
        }
        var same = contract.signatures().stream()
                .filter(one -> one.by().equals(signature.by()))
                .findFirst();
        if (same.isPresent()) {
            return Decision.refuse(
                    new SamePerson(contract.id(), step, same.get().step()));
        }
        if (step == Step.PARTNER && !attested) {
            return Decision.refuse(new AttestationMissing(contract.id()));
        }
        List<Signature> all = new ArrayList<>(contract.signatures());
        all.add(signature);
        return Decision.accept(new Draft(contract.terms(), all));
    }

    private static List<Step> missingBefore(Step step, Contract contract) {
        Set<Step> done = done(contract);
        return Arrays.stream(Step.values())
                .filter(one -> contract.terms().demands(one) && !done.contains(one))
                .filter(one -> switch (step) {
                    case PARTNER -> false;
                    case SUPERINTENDENT, APPROPRIATION, MAYOR -> one == Step.PARTNER;
                    case DISTRICT -> one != Step.DISTRICT;
                })
                .toList();
    }

    private static Set<Step> done(Contract contract) {
        return contract.signatures().stream()
                .map(Signature::step)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Whether it may bind: a draft with every step that is demanded. */
    static Decision<Draft> complete(Contract contract) {
        return switch (contract) {
            case Executed executed -> Decision.refuse(new ExecutedAlready(executed.id(), executed.executedOn()));
            case Draft draft -> {
                Set<Step> done = done(draft);
                List<Step> missing = Arrays.stream(Step.values())
                        .filter(step -> draft.terms().demands(step) && !done.contains(step))
                        .toList();
                yield missing.isEmpty()
                        ? Decision.accept(draft)
                        : Decision.refuse(new NotComplete(draft.id(), missing));
            }
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
        return Decision.accept(executed, new ContractExecuted(executed, at));
    }

    /** What of the steps is still missing, for people. */
    static List<Step> missing(Contract contract) {
        Set<Step> done = done(contract);
        return Arrays.stream(Step.values())
                .filter(step -> contract.terms().demands(step) && !done.contains(step))
                .toList();
    }

    /** The partner that is paid. */
    default UUID partner() {
        return terms().program().partner();
    }
}
