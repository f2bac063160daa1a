package org.partnershipfund.procurement.reservation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.procurement.reservation.ReservationRefusal.LineUnderContract;

/**
 * How a newer version of a selection takes over what is under contract: line by line, with the money that is held.
 *
 * <p>Source: docs/policy/ledger.md §4.4.
 *
 * @param kept what is under contract, as lines of the newer version
 * @param fresh the other lines of the newer version: their money is to be reserved
 */
public record CarriedLines(List<ReservedLine> kept, List<ApprovedSelection.Line> fresh) {

    public CarriedLines {
        kept = List.copyOf(kept);
        fresh = List.copyOf(fresh);
    }

    /**
     * Finds for each line under contract the line of the newer version that goes on with it: the same program with at
     * least its share, the smallest such. The largest share looks first, so that a line is found wherever one can be.
     *
     * @param older everything that is held for the selection
     */
    public static Decision<CarriedLines> of(ApprovedSelection asked, List<ReservedLine> older) {
        List<ReservedLine> contracted = new ArrayList<>(
                older.stream().filter(ReservedLine::isContracted).toList());
        contracted.sort(Comparator.comparing(ReservedLine::price)
                .reversed()
                .thenComparing(line -> line.line().toString()));
        List<ApprovedSelection.Line> fresh = new ArrayList<>(asked.lines());
        List<ReservedLine> kept = new ArrayList<>();
        for (ReservedLine line : contracted) {
            Optional<ApprovedSelection.Line> next = fresh.stream()
                    .filter(one -> one.program().equals(line.program()))
                    .filter(one -> !line.price().exceeds(one.amount()))
                    .min(Comparator.comparing(ApprovedSelection.Line::amount));
            if (next.isEmpty()) {
                return Decision.refuse(refusal(line));
            }
            fresh.remove(next.get());
            kept.add(line.carriedTo(asked.version(), next.get()));
        }
        return Decision.accept(new CarriedLines(kept, fresh));
    }

    private static LineUnderContract refusal(ReservedLine line) {
        UUID contract = line.contract();
        if (contract == null) {
            throw new IllegalStateException("line %s is under no contract".formatted(line.line()));
        }
        return new LineUnderContract(line.selection(), line.line(), contract, line.programName(), line.price());
    }
}
