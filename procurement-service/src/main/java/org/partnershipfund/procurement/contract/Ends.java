package org.partnershipfund.procurement.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.Contract.Abandoned;
import org.partnershipfund.procurement.contract.Contract.Bound;
import org.partnershipfund.procurement.contract.Contract.Completed;
import org.partnershipfund.procurement.contract.Contract.Draft;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Contract.Suspended;
import org.partnershipfund.procurement.contract.Contract.Terminated;
import org.partnershipfund.procurement.contract.ContractEvent.ContractCompleted;
import org.partnershipfund.procurement.contract.ContractEvent.ContractTerminated;
import org.partnershipfund.procurement.contract.ContractRefusal.ContractEnded;
import org.partnershipfund.procurement.contract.ContractRefusal.NotCompleteYet;
import org.partnershipfund.procurement.contract.ContractRefusal.NothingToSettle;
import org.partnershipfund.procurement.contract.ContractRefusal.ServiceWhileSuspended;
import org.partnershipfund.procurement.contract.ContractRefusal.StateNotNow;

/**
 * How a contract rests, goes on, and ends.
 *
 * <p>Source: docs/policy/contracts.md §2 and §5.
 */
public final class Ends {

    private Ends() {}

    /** Gives a draft up: nobody is bound, and all that is reserved for it goes back to the lines. */
    public static Decision<Contract> abandon(Contract contract, Turn turn) {
        return contract instanceof Draft draft
                ? Decision.accept(
                        new Abandoned(draft, turn),
                        new ContractTerminated(
                                draft.terms(), false, holding(draft.terms(), List.of(), true), turn.at()))
                : Decision.refuse(notNow(contract, "abandonment"));
    }

    /** Lets services rest. */
    public static Decision<Contract> suspend(Contract contract, Turn turn) {
        return contract instanceof Executed executed
                ? Decision.accept(new Suspended(executed, turn))
                : Decision.refuse(notNow(contract, "suspension"));
    }

    /** Lets services go on. */
    public static Decision<Contract> reinstate(Contract contract, Turn turn) {
        return contract instanceof Suspended(var executed, var since)
                ? Decision.accept(executed.paused(new Pause(since, turn)))
                : Decision.refuse(notNow(contract, "reinstatement"));
    }

    /** Ends a contract before its time: what is neither paid nor asked for goes back to the lines. */
    public static Decision<Contract> terminate(Contract contract, Turn turn, Owed owed) {
        if (!(contract instanceof Executed) && !(contract instanceof Suspended)) {
            return Decision.refuse(notNow(contract, "termination"));
        }
        var executed = given(((Bound) contract).executed(), turn);
        var released = owed.releases(executed.terms());
        return Decision.accept(
                new Terminated(executed, turn, released),
                new ContractTerminated(executed.terms(), true, holding(executed.terms(), released, false), turn.at()));
    }

    /**
     * Closes a contract that was delivered: all is paid, or its last day is over. No invoice is on its way any more; what
     * nobody claimed goes back to the lines.
     */
    public static Decision<Contract> complete(Contract contract, Turn turn, Owed owed) {
        if (!(contract instanceof Executed binding)) {
            return Decision.refuse(notNow(contract, "completion"));
        }
        var executed = given(binding, turn);
        var terms = executed.terms();
        // Of a longer term only this fund's year is encumbered and may be invoiced.
        LocalDate last = terms.endsOn().isBefore(terms.year().lastDay())
                ? terms.endsOn()
                : terms.year().lastDay();
        boolean over = turn.on().isAfter(last);
        if (owed.asked().isPositive() || (!over && owed.unpaid().isPositive())) {
            return Decision.refuse(new NotCompleteYet(terms.id(), last, owed.unpaid(), owed.asked()));
        }
        var released = owed.releases(terms);
        return Decision.accept(
                new Completed(executed, turn, released),
                new ContractCompleted(terms, holding(terms, released, false), turn.at()));
    }

    /** Gives back what an invoice had asked of a terminated contract, and a school then refused. */
    public static Decision<Contract> settle(Contract contract, Turn turn, Owed owed) {
        if (!(contract instanceof Terminated(var executed, var ended, var before))) {
            return Decision.refuse(notNow(contract, "settlement"));
        }
        var more = owed.releases(executed.terms());
        if (more.isEmpty()) {
            return Decision.refuse(new NothingToSettle(contract.id(), owed.asked()));
        }
        List<Release> all = new ArrayList<>(before);
        all.addAll(more);
        return Decision.accept(
                new Terminated(executed, ended, all),
                new ContractTerminated(executed.terms(), true, holding(executed.terms(), all, false), turn.at()));
    }

    /** Whether services between these days may be invoiced under it; a draft is the invoice's own refusal. */
    public static Optional<ContractRefusal> invoicing(Contract contract, LocalDate from, LocalDate until) {
        return switch (contract) {
            case Draft _ -> Optional.empty();
            case Abandoned(var _, var ended) -> Optional.of(ended(contract, ended));
            case Completed(var _, var ended, var _) -> Optional.of(ended(contract, ended));
            case Terminated(var _, var ended, var _) -> Optional.of(ended(contract, ended));
            case Executed executed -> rested(executed, from, until);
            case Suspended(var executed, var since) ->
                until.isBefore(since.on())
                        ? rested(executed, from, until)
                        : Optional.of(new ServiceWhileSuspended(contract.id(), from, until, since.on()));
        };
    }

    private static Optional<ContractRefusal> rested(Executed executed, LocalDate from, LocalDate until) {
        return executed.pauses().stream()
                .filter(pause -> pause.touches(from, until))
                .findFirst()
                .map(pause -> new ServiceWhileSuspended(
                        executed.id(), from, until, pause.from().on()));
    }

    /** Whether an invoice under it may be certified: not while services rest. What is on its way when it ends goes on. */
    public static Optional<ContractRefusal> certifying(Contract contract) {
        return contract instanceof Suspended
                ? Optional.of(new StateNotNow(contract.id(), "certification of an invoice", "suspended"))
                : Optional.empty();
    }

    /** What the shares still stand for: paid, or on its way to be paid. */
    public static List<Share> holding(Contract contract) {
        return switch (contract) {
            case Draft draft -> draft.terms().shares();
            case Abandoned(var draft, var _) -> holding(draft.terms(), List.of(), true);
            case Executed executed -> executed.terms().shares();
            case Suspended(var executed, var _) -> executed.terms().shares();
            case Completed(var executed, var _, var released) -> holding(executed.terms(), released, false);
            case Terminated(var executed, var _, var released) -> holding(executed.terms(), released, false);
        };
    }

    private static List<Share> holding(Contract.Terms terms, List<Release> released, boolean nothing) {
        return terms.shares().stream()
                .map(share -> share.holding(
                        nothing
                                ? Money.ZERO
                                : released.stream()
                                        .filter(one -> one.reservation().equals(share.reservation()))
                                        .map(Release::amount)
                                        .reduce(share.amount(), Money::minus)))
                .toList();
    }

    /** An amendment that was not agreed to ends with its contract. */
    private static Executed given(Executed executed, Turn turn) {
        return executed.proposed()
                .map(open -> executed.with(
                        executed.terms(),
                        Amending.replaced(
                                executed, new Amendment.Withdrawn(open.wish(), open.signatures(), turn.at()))))
                .orElse(executed);
    }

    private static ContractRefusal ended(Contract contract, Turn ended) {
        return new ContractEnded(contract.id(), Contract.word(contract), ended.on());
    }

    /** Why the step is not possible in the state that the contract is in. */
    static ContractRefusal notNow(Contract contract, String step) {
        return switch (contract) {
            case Abandoned(var _, var turn) -> ended(contract, turn);
            case Completed(var _, var turn, var _) -> ended(contract, turn);
            case Terminated(var _, var turn, var _) -> ended(contract, turn);
            case Draft _, Executed _, Suspended _ -> new StateNotNow(contract.id(), step, Contract.word(contract));
        };
    }
}
