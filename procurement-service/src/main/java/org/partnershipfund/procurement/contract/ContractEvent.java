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
     * again with the ids of a newer version that carries them on, and whenever the contract holds another amount of them.
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
         * @param lines of any selections, with the price that the award asks of them, or what was paid of it
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
                                lines(own),
                                at);
                    })
                    .toList();
        }

        /** What an amendment added to a line is told together with it. */
        private static List<Line> lines(List<ReservedLine> own) {
            Map<UUID, Line> byLine = new LinkedHashMap<>();
            own.forEach(line -> byLine.merge(
                    line.line(),
                    new Line(line.line(), line.program(), line.cost()),
                    (one, more) ->
                            new Line(one.line(), one.program(), one.amount().plus(more.amount()))));
            return List.copyOf(byLine.values());
        }

        /** One of them, with its share of the contract. */
        public record Line(UUID line, UUID program, Money amount) {}
    }

    /** Services may begin. */
    record ContractExecuted(Contract.Executed contract, Instant at) implements ContractEvent {}

    /** Requisition and purchase order have their number: partner and schools know it before services begin. */
    record PurchaseOrderIssued(Contract.Executed contract, Instant at) implements ContractEvent {}

    /** Both sides agreed to other amounts, or another last day. */
    record ContractAmended(Contract.Executed contract, Amendment.Wish wish, Instant at) implements ContractEvent {}

    /**
     * A draft was given up, or a contract ended before its time; its schools are free to select again.
     *
     * @param bound whether it had been executed
     * @param shares what each still stands for: paid, or on its way to be paid
     */
    record ContractTerminated(Contract.Terms terms, boolean bound, List<Share> shares, Instant at)
            implements ContractEvent {
        public ContractTerminated {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Delivered and paid; what nobody claimed is back on the lines.
     *
     * @param shares what was paid of each
     */
    record ContractCompleted(Contract.Terms terms, List<Share> shares, Instant at) implements ContractEvent {
        public ContractCompleted {
            shares = List.copyOf(shares);
        }
    }
}
