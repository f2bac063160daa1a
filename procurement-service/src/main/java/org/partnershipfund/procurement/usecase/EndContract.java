package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Completed;
import org.partnershipfund.procurement.contract.Contract.Terminated;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Ends;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Release;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.contract.Turn;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** Ends a contract, or lets it rest: what nobody is owed goes back to the lines in the same transaction. */
@ApplicationScoped
public class EndContract {

    private final Contracts contracts;
    private final ContractDesk desk;
    private final ContractBooks books;
    private final Holdings holdings;
    private final ProcessDesk processes;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    EndContract(
            Contracts contracts,
            ContractDesk desk,
            ContractBooks books,
            Holdings holdings,
            ProcessDesk processes,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.contracts = contracts;
        this.desk = desk;
        this.books = books;
        this.holdings = holdings;
        this.processes = processes;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a draft up: all that is reserved for it is free again, and its schools may select again.
     *
     * <p>Source: docs/policy/contracts.md §5.1.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if it binds already, or has ended
     */
    @Transactional
    public Versioned<Contract> abandon(ContractId id, long seen, Person by, String reason) {
        var held = desk.hold(id, seen);
        var turn = turn(by, reason);
        var decided = Ends.abandon(held.contract().value(), turn);
        var abandoned = decided.orRefuse().state();
        var moves = books.moves(abandoned.terms(), turn.at());
        holdings.ofProcess(abandoned.terms().process().value()).stream()
                .filter(line -> id.value().equals(line.contract()))
                .forEach(line -> moves.releaseReservation(line, "was given up as a draft"));
        var stored = release(held, decided, List.of(), moves, "ContractAbandoned");
        processes.revalue(held.bought());
        return stored;
    }

    /**
     * Ends a contract before its time.
     *
     * <p>Source: docs/policy/contracts.md §5.3.
     *
     * @throws RefusedException if it does not bind, or has ended
     */
    @Transactional
    public Versioned<Contract> terminate(ContractId id, long seen, Person by, String reason) {
        var held = desk.hold(id, seen);
        var contract = held.contract().value();
        var turn = turn(by, reason);
        var moves = books.moves(contract.terms(), turn.at());
        var decided = Ends.terminate(contract, turn, books.owed(contract.terms()));
        var released =
                decided.orRefuse().state() instanceof Terminated(var _, var _, var all) ? all : List.<Release>of();
        return release(held, decided, released, moves, "ContractTerminated");
    }

    /**
     * Closes a contract that was delivered.
     *
     * <p>Source: docs/policy/contracts.md §5.4.
     *
     * @throws RefusedException if something is still to be delivered or paid
     */
    @Transactional
    public Versioned<Contract> complete(ContractId id, long seen, Person by, String reason) {
        var held = desk.hold(id, seen);
        var contract = held.contract().value();
        var turn = turn(by, reason);
        var moves = books.moves(contract.terms(), turn.at());
        var decided = Ends.complete(contract, turn, books.owed(contract.terms()));
        var released =
                decided.orRefuse().state() instanceof Completed(var _, var _, var all) ? all : List.<Release>of();
        moves.release(released, "is completed");
        books.raising(contract.terms()).values().forEach(line -> moves.releaseReservation(line, "is completed"));
        moves.post();
        holdings.releaseRaising(id.value());
        outbox.add(delivered(decided.orRefuse().state(), turn.at()));
        return store(held.contract(), decided, "ContractCompleted");
    }

    /** Leaves of every line what was paid, and tells it of the selections of which that is less than was agreed. */
    private List<SelectionContracted> delivered(Contract contract, Instant at) {
        List<ReservedLine> before = holdings.ofContract(contract.id().value());
        Map<CommitmentId, Money> paid = new HashMap<>();
        Ends.holding(contract).forEach(share -> paid.put(share.reservation(), share.amount()));
        holdings.complete(contract.id().value(), paid);
        List<ReservedLine> after = before.stream()
                .map(line -> line.delivered(paid.getOrDefault(line.commitment(), line.cost())))
                .toList();
        Set<UUID> changed = new HashSet<>();
        for (int line = 0; line < before.size(); line++) {
            if (!before.get(line).cost().equals(after.get(line).cost())) {
                changed.add(before.get(line).selection());
            }
        }
        return SelectionContracted.of(
                contract.id(),
                contract.terms().process(),
                after.stream()
                        .filter(line -> changed.contains(line.selection()))
                        .toList(),
                at);
    }

    /**
     * Gives back what an invoice had asked of a terminated contract and does not ask any more.
     *
     * <p>Source: docs/policy/contracts.md §5.3.
     *
     * @throws RefusedException if it is not terminated, or nothing is left
     */
    @Transactional
    public Versioned<Contract> settle(ContractId id, long seen, Person by) {
        var held = desk.hold(id, seen);
        if (!(held.contract().value() instanceof Terminated before)) {
            throw new RefusedException(why(Ends.settle(
                    held.contract().value(),
                    turn(by, "settled"),
                    books.owed(held.contract().value().terms()))));
        }
        var turn = turn(by, "settled");
        var moves = books.moves(before.terms(), turn.at());
        var decided = Ends.settle(before, turn, books.owed(before.terms()));
        var all = ((Terminated) decided.orRefuse().state()).released();
        moves.release(all.subList(before.released().size(), all.size()), "is settled");
        moves.post();
        return store(held.contract(), decided, "ContractSettled");
    }

    private static org.partnershipfund.kernel.Refusal why(Decision<Contract> decision) {
        return switch (decision) {
            case Decision.Refused<Contract>(var why) -> why;
            case Decision.Accepted<Contract> _ -> throw new IllegalStateException("settled what is not terminated");
        };
    }

    /** Lets services rest (docs/policy/contracts.md §2.3). */
    @Transactional
    public Versioned<Contract> suspend(ContractId id, long seen, Person by, String reason, Sight sight) {
        var read = desk.alone(id, seen, sight);
        return store(read, Ends.suspend(read.value(), turn(by, reason)), "ContractSuspended");
    }

    /** Lets services go on (docs/policy/contracts.md §2.3). */
    @Transactional
    public Versioned<Contract> reinstate(ContractId id, long seen, Person by, String reason, Sight sight) {
        var read = desk.alone(id, seen, sight);
        return store(read, Ends.reinstate(read.value(), turn(by, reason)), "ContractReinstated");
    }

    private Versioned<Contract> release(
            ContractDesk.Held held,
            Decision<Contract> decided,
            List<Release> released,
            ContractBooks.Moves moves,
            String action) {
        var terms = held.contract().value().terms();
        moves.release(released, "is terminated");
        books.raising(terms).values().forEach(line -> moves.releaseReservation(line, "is not amended any more"));
        moves.post();
        holdings.end(terms.id().value());
        return store(held.contract(), decided, action);
    }

    private Versioned<Contract> store(Versioned<Contract> read, Decision<Contract> decided, String action) {
        var next = decided.orRefuse();
        long version = contracts.store(next.state(), read.version());
        outbox.add(next.events());
        audit.record(new Change(action, next.state().id().toString(), read.value(), next.state()));
        return new Versioned<>(next.state(), version);
    }

    private Turn turn(Person by, String reason) {
        return new Turn(by, reason, LocalDate.now(clock), clock.instant());
    }
}
