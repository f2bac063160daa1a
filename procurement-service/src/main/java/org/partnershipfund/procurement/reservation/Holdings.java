package org.partnershipfund.procurement.reservation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;

/** What is held for selections, and for the processes and contracts that they feed. */
public interface Holdings {

    /** The answer to a selection, held until the end of the transaction. */
    Optional<Holding> hold(UUID selection);

    /**
     * Stores the answer: lines of the same selection that it does not hold any more are released, those that a newer
     * version carries on get its ids and amounts.
     */
    void store(Holding holding, FundId fund, SchoolCode school, Instant at);

    /**
     * The selections of a fund for which money is set aside that no contract claims, in the order of their ids; held
     * until the end of the transaction.
     */
    List<Place> holdUncontracted(FundId fund);

    /** Where money is held: for which selection, in which version, on which school's line. */
    record Place(UUID selection, int version, SchoolCode school) {}

    /** The lines of a program that nobody buys yet; their selections are held until the end of the transaction. */
    List<ReservedLine> holdToBuy(FundId fund, UUID program);

    /** The lines that a process buys, by school and line. */
    List<ReservedLine> ofProcess(UUID process);

    /** The same, and those that were released since they went into a contract: what was bought under it. */
    List<ReservedLine> everOfProcess(UUID process);

    /**
     * The lines that say what a process is worth: those that it buys, and those that its contract let go when it ended, because
     * they were awarded all the same.
     */
    List<ReservedLine> countingFor(UUID process);

    /** These lines are bought by the process from now on. */
    void buy(UUID process, List<CommitmentId> lines);

    /** Nobody buys these lines any more: the process that did was cancelled, and what it asked of them is void. */
    void free(UUID process);

    /** What the award asks of each line. */
    void award(Map<CommitmentId, Money> amounts);

    /** These lines became shares of the contract. */
    void contract(UUID contract, List<CommitmentId> lines);

    /** The contract's lines are encumbered. */
    void encumber(UUID contract);

    /** What is set aside on top of lines under contract, by those lines' reservations. */
    Map<CommitmentId, ReservedLine> raising(List<CommitmentId> lines);

    /** What was set aside on top of a line became a share of its contract, encumbered with this amount. */
    void amend(UUID contract, CommitmentId raise, Money amount);

    /** A share of a contract is worth less from now on; what a newer version asks for beyond it is asked for anew. */
    void reduce(CommitmentId line, Money amount);

    /** The lines that the contract holds, with what amendments added to them. */
    List<ReservedLine> ofContract(UUID contract);

    /**
     * The contract is delivered: each of its lines costs what was paid, and one of which nothing was is not held any more. What
     * was awarded stays.
     *
     * @param paid by reservation
     */
    void complete(UUID contract, Map<CommitmentId, Money> paid);

    /** What was set aside on top of the contract's lines is not held any more. */
    void releaseRaising(UUID contract);

    /** The contract holds none of its lines any more, nor what was set aside on top of them. */
    void end(UUID contract);
}
