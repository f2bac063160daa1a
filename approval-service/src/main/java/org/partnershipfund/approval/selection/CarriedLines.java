package org.partnershipfund.approval.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.selection.SelectionRefusal.ContractedLineDropped;
import org.partnershipfund.kernel.Money;

/**
 * How a version goes on with what is under contract: each contracted line with a line of its own, as the ledger will match
 * them.
 *
 * <p>Source: docs/policy/approval.md §7.3.
 *
 * @param lines by their ids those lines of the version that go on with a contract, and with what of it
 * @param dropped what no line goes on with, the largest such
 */
record CarriedLines(Map<UUID, Contracted> lines, Optional<ContractedLineDropped> dropped) {

    CarriedLines {
        lines = Map.copyOf(lines);
    }

    static CarriedLines of(List<Contracted> contracted, List<Line> lines) {
        List<Line> free = new ArrayList<>(lines);
        Map<UUID, Contracted> carried = new HashMap<>();
        Optional<ContractedLineDropped> dropped = Optional.empty();
        List<Contracted> largestFirst = contracted.stream()
                .sorted(Comparator.comparing(Contracted::amount).reversed())
                .toList();
        for (Contracted one : largestFirst) {
            List<Line> same = free.stream()
                    .filter(line -> line.program().equals(one.program()))
                    // Of two that cost the same the school's own choice goes on: an award needs no contract to stand.
                    .sorted(Comparator.comparing(Line::amount).thenComparing(Line::isAwarded))
                    .toList();
            Optional<Line> next = same.stream()
                    .filter(line -> !one.amount().exceeds(line.amount()))
                    .findFirst();
            if (next.isPresent()) {
                free.remove(next.get());
                carried.put(next.get().id(), one);
            } else if (dropped.isEmpty()) {
                Money most = same.isEmpty() ? Money.ZERO : same.getLast().amount();
                dropped = Optional.of(new ContractedLineDropped(one.program(), one.amount(), most));
            }
        }
        return new CarriedLines(carried, dropped);
    }

    /** Whether the line goes on with a contract. */
    boolean has(Line line) {
        return lines.containsKey(line.id());
    }

    /** With what of a contract the line goes on. */
    Optional<Contracted> of(Line line) {
        return Optional.ofNullable(lines.get(line.id()));
    }
}
