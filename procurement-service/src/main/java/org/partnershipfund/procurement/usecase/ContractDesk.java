package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** Takes a contract and all that changes with it off the shelf, in the one order of locks. */
@ApplicationScoped
class ContractDesk {

    private final Contracts contracts;
    private final Holdings holdings;
    private final ProcessDesk processes;

    ContractDesk(Contracts contracts, Holdings holdings, ProcessDesk processes) {
        this.contracts = contracts;
        this.holdings = holdings;
        this.processes = processes;
    }

    /**
     * A contract with the selections and the process that it came from: all held until the end of the transaction.
     *
     * @param bought its process, to be valued again if its lines change
     */
    record Held(Versioned<Contract> contract, ProcessDesk.Bought bought) {}

    /**
     * Holds selections, process and contract.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if there is no such contract
     */
    Held hold(ContractId id, long seen) {
        return hold(id, seen, processes::hold);
    }

    /** The same, with the year of the process where a cap limits how far it may grow. */
    Held holdToGrow(ContractId id, long seen) {
        return hold(id, seen, processes::holdToGrow);
    }

    private Held hold(ContractId id, long seen, Function<List<ReservedLine>, ProcessDesk.Bought> process) {
        var terms = contracts.find(id).orElseThrow(() -> absent(id)).value().terms();
        // In the order in which the database sorts them, so that nobody waits crosswise.
        List<UUID> selections = terms.shares().stream()
                .map(Share::selection)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        for (UUID selection : selections) {
            var _ = holdings.hold(selection);
        }
        var bought = process.apply(holdings.ofProcess(terms.process().value()));
        return new Held(contracts.hold(id).orElseThrow(() -> absent(id)).expecting(id, seen), bought);
    }

    /**
     * Holds the contract alone, for a step that moves no money.
     *
     * @param sight a partner holds its own only
     */
    Versioned<Contract> alone(ContractId id, long seen, Sight sight) {
        return contracts
                .hold(id)
                .filter(found -> sight.covers(found.value()))
                .orElseThrow(() -> absent(id))
                .expecting(id, seen);
    }

    private static RefusedException absent(ContractId id) {
        return new RefusedException(new NoSuchContract(id.value()));
    }
}
