package org.partnershipfund.procurement.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.reservation.ReservationRefusal.AwardCostsMore;
import org.partnershipfund.procurement.reservation.ReservationRefusal.LinesAmbiguous;
import org.partnershipfund.procurement.reservation.ReservedLine;

/**
 * How the processes that buy a selection go on with its newer version: each line joins one process, or waits to be
 * bought by a new one.
 *
 * <p>Source: docs/policy/procurement.md §6.
 *
 * @param lines what joins which process
 * @param amounts what an award asks of the lines that join it
 */
public record Continuation(Map<ProcessId, List<ReservedLine>> lines, Map<CommitmentId, Money> amounts) {

    public Continuation {
        lines = Map.copyOf(lines);
        amounts = Map.copyOf(amounts);
    }

    /**
     * Finds the process of each line.
     *
     * @param older what the processes buy for the selection until now; nothing of it is under contract
     * @param bought the processes of those lines
     * @param fresh the lines of the newer version, reserved anew
     */
    public static Decision<Continuation> of(
            UUID selection, List<ReservedLine> older, Collection<ContractingProcess> bought, List<ReservedLine> fresh) {
        Map<UUID, List<ContractingProcess>> byProgram = new LinkedHashMap<>();
        bought.stream()
                .sorted(Comparator.comparing(process -> process.id().toString()))
                .forEach(process -> byProgram
                        .computeIfAbsent(process.program().id(), _ -> new ArrayList<>())
                        .add(process));
        Map<ProcessId, List<ReservedLine>> joining = new HashMap<>();
        Map<CommitmentId, Money> amounts = new HashMap<>();
        for (var entry : byProgram.entrySet()) {
            List<ReservedLine> offered = fresh.stream()
                    .filter(line -> line.program().equals(entry.getKey()))
                    .toList();
            if (offered.isEmpty()) {
                continue;
            }
            var seating = new Seating(selection, older, entry.getValue(), offered);
            switch (seating.seat()) {
                case Accepted<Continuation>(var seated, var _) -> {
                    joining.putAll(seated.lines());
                    amounts.putAll(seated.amounts());
                }
                case Refused<Continuation>(var why) -> {
                    return Decision.refuse(why);
                }
            }
        }
        return Decision.accept(new Continuation(joining, amounts));
    }

    /** The processes that go on with one program, and the lines of it. */
    private static final class Seating {

        private final UUID selection;
        private final List<ReservedLine> older;
        private final List<Awarded> awarded = new ArrayList<>();
        private final List<ContractingProcess> undecided = new ArrayList<>();
        private final List<ReservedLine> offered;
        private final String program;
        private final Map<ProcessId, List<ReservedLine>> lines = new HashMap<>();
        private final Map<CommitmentId, Money> amounts = new HashMap<>();

        Seating(
                UUID selection,
                List<ReservedLine> older,
                List<ContractingProcess> processes,
                List<ReservedLine> offered) {
            this.selection = selection;
            this.older = older;
            this.offered = new ArrayList<>(offered);
            this.program = offered.getFirst().programName();
            for (ContractingProcess process : processes) {
                switch (process) {
                    case Awarded one -> awarded.add(one);
                    case Open one -> undecided.add(one);
                    case Solicited one -> undecided.add(one);
                    // It buys no line any more.
                    case Cancelled _ -> {}
                }
            }
            awarded.sort(Comparator.comparing(this::price).reversed());
            undecided.sort(Comparator.comparing(this::held).reversed());
        }

        /** Awards first, the dearest first: what they ask for is fixed, and a line may be too small for it. */
        Decision<Continuation> seat() {
            int all = offered.size();
            if (all < awarded.size()) {
                return Decision.refuse(ambiguous(all));
            }
            for (Awarded process : awarded) {
                Money price = price(process);
                List<ReservedLine> paying = paying(price);
                if (!paying.isEmpty()) {
                    offered.removeAll(paying);
                    lines.put(process.id(), paying);
                    amounts.putAll(PriceShares.of(price, paying));
                } else if (offered.size() > undecided.size()) {
                    return Decision.refuse(new AwardCostsMore(selection, price, mostOffered()));
                }
            }
            if (!offered.isEmpty() && offered.size() < undecided.size()) {
                return Decision.refuse(ambiguous(all));
            }
            seatUndecided();
            return Decision.accept(new Continuation(lines, amounts));
        }

        private LinesAmbiguous ambiguous(int all) {
            List<UUID> processes = new ArrayList<>();
            awarded.forEach(one -> processes.add(one.id().value()));
            undecided.forEach(one -> processes.add(one.id().value()));
            return new LinesAmbiguous(selection, program, processes, all);
        }

        /** One line each, the largest to whom held most; what is left over goes on with that one, too. */
        private void seatUndecided() {
            if (undecided.isEmpty() || offered.isEmpty()) {
                return;
            }
            offered.sort(Comparator.comparing(ReservedLine::amount).reversed());
            for (ContractingProcess process : undecided) {
                lines.put(process.id(), new ArrayList<>(List.of(offered.removeFirst())));
            }
            lines.merge(undecided.getFirst().id(), offered, (one, rest) -> {
                one.addAll(rest);
                return one;
            });
        }

        /** The smallest line that pays the price alone; else, if nobody else waits for one of them, all together. */
        private List<ReservedLine> paying(Money price) {
            Optional<ReservedLine> one = offered.stream()
                    .filter(line -> !price.exceeds(line.amount()))
                    .min(Comparator.comparing(ReservedLine::amount));
            if (one.isPresent()) {
                return List.of(one.get());
            }
            boolean together = awarded.size() == 1
                    && undecided.isEmpty()
                    && !price.exceeds(PriceShares.reserved(offered))
                    && offered.size() <= price.cents();
            return together ? List.copyOf(offered) : List.of();
        }

        private Money mostOffered() {
            return awarded.size() == 1 && undecided.isEmpty()
                    ? PriceShares.reserved(offered)
                    : offered.stream()
                            .map(ReservedLine::amount)
                            .max(Comparator.naturalOrder())
                            .orElse(Money.ZERO);
        }

        private Money price(Awarded process) {
            return of(process).stream().map(ReservedLine::price).reduce(Money.ZERO, Money::plus);
        }

        private Money held(ContractingProcess process) {
            return PriceShares.reserved(of(process));
        }

        private List<ReservedLine> of(ContractingProcess process) {
            return older.stream()
                    .filter(line -> process.id().value().equals(line.process()))
                    .toList();
        }
    }
}
