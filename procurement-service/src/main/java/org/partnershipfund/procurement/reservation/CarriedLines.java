package org.partnershipfund.procurement.reservation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.reservation.ReservationRefusal.ContractIsCompleted;
import org.partnershipfund.procurement.reservation.ReservationRefusal.LineUnderContract;

/**
 * How a newer version of a selection takes over what is under contract: line by line, with the money that is held.
 *
 * <p>Source: docs/policy/ledger.md §4.4.
 *
 * @param kept what is under contract, as lines of the newer version
 * @param raised what the newer version asks for on top of them, by their commitments: set aside for an amendment
 * @param fresh the other lines of the newer version: their money is to be reserved
 */
public record CarriedLines(
        List<ReservedLine> kept, Map<CommitmentId, Money> raised, List<ApprovedSelection.Line> fresh) {

    public CarriedLines {
        kept = List.copyOf(kept);
        raised = Map.copyOf(raised);
        fresh = List.copyOf(fresh);
    }

    /** A line under contract, with what amendments added to it. */
    private record Contracted(ReservedLine line, List<ReservedLine> added) {

        static List<Contracted> in(List<ReservedLine> older) {
            return older.stream()
                    .filter(ReservedLine::isContracted)
                    .filter(line -> line.raises() == null)
                    .map(line -> new Contracted(
                            line,
                            older.stream()
                                    .filter(ReservedLine::isContracted)
                                    .filter(one -> line.commitment().equals(one.raises()))
                                    .toList()))
                    .toList();
        }

        /** What the contract needs of them: its price, or what was paid once it is delivered. */
        Money cost() {
            return added.stream().map(ReservedLine::cost).reduce(line.cost(), Money::plus);
        }

        /** What older versions asked for: more than the cost if the award cost less, or less was delivered. */
        Money held() {
            return added.stream().map(ReservedLine::amount).reduce(line.amount(), Money::plus);
        }
    }

    /**
     * Finds for each line under contract the line of the newer version that goes on with it: the same program with at
     * least its share, the smallest such. The largest share looks first, so that a line is found wherever one can be.
     *
     * @param older everything that is held for the selection
     * @param completed the contracts that are delivered: what is asked for on top of their lines could never be bought
     */
    public static Decision<CarriedLines> of(ApprovedSelection asked, List<ReservedLine> older, Set<UUID> completed) {
        List<Contracted> contracted = new ArrayList<>(Contracted.in(older));
        contracted.sort(Comparator.comparing(Contracted::cost)
                .reversed()
                .thenComparing(one -> one.line().line().toString()));
        List<ApprovedSelection.Line> fresh = new ArrayList<>(asked.lines());
        List<ReservedLine> kept = new ArrayList<>();
        Map<CommitmentId, Money> raised = new LinkedHashMap<>();
        for (Contracted one : contracted) {
            Optional<ApprovedSelection.Line> found = fresh.stream()
                    .filter(line -> line.program().equals(one.line().program()))
                    .filter(line -> !one.cost().exceeds(line.amount()))
                    .min(Comparator.comparing(ApprovedSelection.Line::amount));
            if (found.isEmpty()) {
                return Decision.refuse(refusal(one));
            }
            var next = found.get();
            fresh.remove(next);
            Money rest = next.amount();
            for (ReservedLine added : one.added()) {
                kept.add(added.carriedTo(asked.version(), next.id(), added.cost()));
                rest = rest.minus(added.cost());
            }
            // What the newer version asks for less is not held any more; what it asks for more is set aside beside it.
            Money holding =
                    one.line().amount().exceeds(rest) ? rest : one.line().amount();
            kept.add(one.line().carriedTo(asked.version(), next.id(), holding));
            if (next.amount().exceeds(one.held())) {
                if (completed.contains(contract(one))) {
                    return Decision.refuse(new ContractIsCompleted(
                            asked.id(), next.id(), contract(one), one.line().programName(), one.cost(), one.held()));
                }
                raised.put(one.line().commitment(), next.amount().minus(one.held()));
            }
        }
        return Decision.accept(new CarriedLines(kept, raised, fresh));
    }

    private static LineUnderContract refusal(Contracted one) {
        ReservedLine line = one.line();
        return new LineUnderContract(line.selection(), line.line(), contract(one), line.programName(), one.cost());
    }

    private static UUID contract(Contracted one) {
        UUID contract = one.line().contract();
        if (contract == null) {
            throw new IllegalStateException(
                    "line %s is under no contract".formatted(one.line().line()));
        }
        return contract;
    }
}
