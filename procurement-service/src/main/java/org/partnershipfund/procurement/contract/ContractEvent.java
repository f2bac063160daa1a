package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** What others learn about a contract. */
public sealed interface ContractEvent extends DomainEvent {

    /**
     * Lines of a selection go into a contract; approval-service lets the school neither withdraw nor drop them. Said
     * again with the ids of a newer version that carries them on.
     *
     * @param version the version whose lines these are
     */
    record SelectionContracted(
            UUID selection,
            int version,
            FundId fund,
            SchoolCode school,
            ContractId contract,
            ProcessId process,
            List<Line> lines,
            Instant at)
            implements ContractEvent {
        public SelectionContracted {
            lines = List.copyOf(lines);
        }

        /**
         * What selections give to a contract: an event for each selection.
         *
         * @param lines of any selections, with the price that the award asks of them
         */
        public static List<SelectionContracted> of(
                ContractId contract, ProcessId process, List<ReservedLine> lines, Instant at) {
            Map<UUID, List<ReservedLine>> bySelection = new LinkedHashMap<>();
            lines.forEach(line -> bySelection
                    .computeIfAbsent(line.selection(), _ -> new ArrayList<>())
                    .add(line));
            return bySelection.values().stream()
                    .map(own -> {
                        var first = own.getFirst();
                        return new SelectionContracted(
                                first.selection(),
                                first.version(),
                                first.fund(),
                                first.school(),
                                contract,
                                process,
                                own.stream()
                                        .map(line -> new Line(line.line(), line.program(), line.price()))
                                        .toList(),
                                at);
                    })
                    .toList();
        }

        /** One of them, with its share of the contract. */
        public record Line(UUID line, UUID program, Money amount) {}
    }

    /** Services may begin. */
    record ContractExecuted(Contract.Executed contract, Instant at) implements ContractEvent {}
}
