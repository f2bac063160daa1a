package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.LineNotOpen;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Voucher;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.ApprovedSelection;
import org.partnershipfund.procurement.reservation.Holding;
import org.partnershipfund.procurement.reservation.Holding.Held;
import org.partnershipfund.procurement.reservation.Holding.Withdrawn;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservationEvent.FundsReserved;
import org.partnershipfund.procurement.reservation.ReservationEvent.ReservationRefused;
import org.partnershipfund.procurement.reservation.ReservationRefusal.AwardCostsMore;
import org.partnershipfund.procurement.reservation.ReservationRefusal.LineUnderContract;
import org.partnershipfund.procurement.reservation.ReservedLine;

/**
 * Sets money aside for an approved selection, all lines or none, and gives it back; reacts to approval-service.
 *
 * <p>Locks are taken in one order everywhere: selection, process, contract, invoice, fund, budget lines.
 */
@ApplicationScoped
public class ReserveSelection {

    private final Holdings holdings;
    private final Processes processes;
    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ReserveSelection(
            Holdings holdings,
            Processes processes,
            RememberedFunds funds,
            BudgetLines lines,
            Ledger ledger,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.holdings = holdings;
        this.processes = processes;
        this.funds = funds;
        this.lines = lines;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Reserves every line, or refuses the selection and says so; what an older version holds is released in the same
     * transaction. A version that was answered before changes nothing.
     *
     * <p>Source: docs/policy/ledger.md §4; docs/policy/procurement.md §6.
     */
    @Transactional
    public Decision<Holding> reserve(ApprovedSelection asked) {
        var known = holdings.hold(asked.id());
        if (known.isPresent() && known.get().version() >= asked.version()) {
            return Decision.accept(known.get());
        }
        Map<UUID, ContractingProcess> bought = holdProcesses(known);
        List<ReservedLine> older = bought.isEmpty() ? lines(known) : lines(holdings.hold(asked.id()));
        List<BudgetLine> locked = lines.lock(asked.fund(), Set.of(asked.school()));
        if (locked.isEmpty()) {
            return Decision.refuse(
                    funds.find(asked.fund()).isEmpty()
                            ? new FundNotKnown(asked.fund())
                            : new LineNotOpen(asked.fund(), asked.school()));
        }
        BudgetLine line = locked.getFirst();
        if (!line.year().equals(asked.year())) {
            return Decision.refuse(new WrongYear(asked.fund(), line.year(), asked.year()));
        }
        Instant at = clock.instant();
        var journal = new Journal(locked);
        Optional<Refusal> why = release(older, journal, asked.cause(), "Replaced by a newer version", at);
        Money available = journal.line(asked.school()).balance().available();
        List<ReservedLine> reserved = new ArrayList<>();
        for (ApprovedSelection.Line one : asked.lines()) {
            if (why.isPresent()) {
                break;
            }
            var commitment = new CommitmentId(ids.next());
            why = journal.note(journal.line(asked.school())
                    .reserve(commitment, one.amount(), voucher(asked.cause(), reason(asked, one), at)));
            reserved.add(line(asked, one, commitment));
        }
        Joining joining = why.isEmpty() ? join(asked.id(), older, bought, reserved) : Joining.NONE;
        why = why.or(joining::why);
        return why.isPresent()
                ? refuse(asked, older, available, why.get(), at)
                : store(asked, reserved, bought, joining, journal, at);
    }

    private Decision<Holding> refuse(
            ApprovedSelection asked, List<ReservedLine> older, Money available, Refusal why, Instant at) {
        Holding refused = new Holding.Refused(asked.id(), asked.version(), why.sentence(), older);
        holdings.store(refused, asked.fund(), asked.school(), at);
        outbox.add(List.of(new ReservationRefused(
                asked.id(),
                asked.version(),
                asked.fund(),
                asked.school(),
                asked.total(),
                available,
                why.sentence(),
                at)));
        audit.record(new Change("ReservationRefused", asked.id().toString(), null, refused));
        return Decision.accept(refused);
    }

    private Decision<Holding> store(
            ApprovedSelection asked,
            List<ReservedLine> reserved,
            Map<UUID, ContractingProcess> bought,
            Joining joining,
            Journal journal,
            Instant at) {
        ledger.post(journal.transfers());
        Holding held = new Held(asked.id(), asked.version(), reserved);
        holdings.store(held, asked.fund(), asked.school(), at);
        joining.lines().forEach(holdings::buy);
        if (!joining.amounts().isEmpty()) {
            holdings.award(joining.amounts());
        }
        bought.keySet().forEach(process -> processes.touch(new ProcessId(process)));
        outbox.add(List.of(new FundsReserved(
                asked.id(), asked.version(), asked.fund(), asked.school(), asked.total(), reserved, at)));
        audit.record(new Change("FundsReserved", asked.id().toString(), null, held));
        return Decision.accept(held);
    }

    /**
     * Which lines of the new version go on in the processes of the older one.
     *
     * @param lines by process
     * @param amounts what an award asks of them
     */
    private record Joining(
            Map<UUID, List<CommitmentId>> lines, Map<CommitmentId, Money> amounts, Optional<Refusal> why) {
        static final Joining NONE = new Joining(Map.of(), Map.of(), Optional.empty());
    }

    private static Joining join(
            UUID selection,
            List<ReservedLine> older,
            Map<UUID, ContractingProcess> bought,
            List<ReservedLine> reserved) {
        Map<UUID, List<CommitmentId>> joining = new HashMap<>();
        Map<CommitmentId, Money> amounts = new HashMap<>();
        for (var entry : bought.entrySet()) {
            UUID program = switch (entry.getValue()) {
                case Open open -> open.opening().chosen().id();
                case Solicited solicited -> solicited.opening().chosen().id();
                case Awarded awarded -> awarded.award().program().id();
            };
            List<ReservedLine> matching = reserved.stream()
                    .filter(line -> line.program().equals(program))
                    .toList();
            if (matching.isEmpty()) {
                continue;
            }
            joining.put(
                    entry.getKey(),
                    matching.stream().map(ReservedLine::commitment).toList());
            if (entry.getValue() instanceof Awarded) {
                Money price = older.stream()
                        .filter(line -> entry.getKey().equals(line.process()))
                        .map(ReserveSelection::awarded)
                        .reduce(Money.ZERO, Money::plus);
                Money offered = ContractingProcess.reserved(matching);
                if (price.exceeds(offered) || matching.size() > price.cents()) {
                    return new Joining(Map.of(), Map.of(), Optional.of(new AwardCostsMore(selection, price, offered)));
                }
                amounts.putAll(ContractingProcess.amounts(price, matching));
            }
        }
        return new Joining(joining, amounts, Optional.empty());
    }

    private static Money awarded(ReservedLine line) {
        Money awarded = line.awarded();
        return awarded == null ? Money.ZERO : awarded;
    }

    /** Gives back all that is held for a selection; one that is under contract stays and the word is refused. */
    @Transactional
    public Decision<Holding> withdraw(
            UUID selection, int version, FundId fund, SchoolCode school, String reason, String cause) {
        Holding withdrawn = new Withdrawn(selection, version, reason);
        var known = holdings.hold(selection);
        if (known.isEmpty() || known.get() instanceof Withdrawn) {
            return Decision.accept(withdrawn);
        }
        Map<UUID, ContractingProcess> bought = holdProcesses(known);
        List<ReservedLine> older = bought.isEmpty() ? lines(known) : lines(holdings.hold(selection));
        Instant at = clock.instant();
        var journal = new Journal(lines.lock(fund, Set.of(school)));
        var why = release(older, journal, cause, "Selection withdrawn", at);
        if (why.isPresent()) {
            return Decision.refuse(why.get());
        }
        if (!journal.transfers().isEmpty()) {
            ledger.post(journal.transfers());
        }
        holdings.store(withdrawn, fund, school, at);
        bought.keySet().forEach(process -> processes.touch(new ProcessId(process)));
        audit.record(new Change("SelectionReleased", selection.toString(), known.get(), withdrawn));
        return Decision.accept(withdrawn);
    }

    private static List<ReservedLine> lines(Optional<Holding> known) {
        return known.map(Holding::lines).orElse(List.of());
    }

    /** Once they are held, lines are read again: an award or a contract may have come between. */
    private Map<UUID, ContractingProcess> holdProcesses(Optional<Holding> known) {
        Map<UUID, ContractingProcess> held = new HashMap<>();
        Set<UUID> wanted = new TreeSet<>();
        for (ReservedLine line : lines(known)) {
            @Nullable UUID process = line.process();
            if (process != null) {
                wanted.add(process);
            }
        }
        for (UUID process : wanted) {
            processes.hold(new ProcessId(process)).ifPresent(found -> held.put(process, found.value()));
        }
        return held;
    }

    private Optional<Refusal> release(
            List<ReservedLine> older, Journal journal, String cause, String reason, Instant at) {
        for (ReservedLine line : older) {
            @Nullable UUID contract = line.contract();
            if (contract != null) {
                return Optional.of(new LineUnderContract(line.selection(), line.line(), contract));
            }
            Commitment reservation = ledger.commitment(line.commitment())
                    .orElseThrow(() -> new IllegalStateException("no commitment " + line.commitment()));
            var why = journal.note(journal.line(line.school())
                    .releaseReservation(reservation, reservation.open(), voucher(cause, reason, at)));
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private Voucher voucher(String cause, String reason, Instant at) {
        return new Voucher(ids.next(), cause, reason, at);
    }

    private static String reason(ApprovedSelection asked, ApprovedSelection.Line line) {
        return "Selection %s, version %d, line %s".formatted(asked.id(), asked.version(), line.id());
    }

    private static ReservedLine line(ApprovedSelection asked, ApprovedSelection.Line one, CommitmentId commitment) {
        return new ReservedLine(
                commitment,
                asked.id(),
                asked.version(),
                one.id(),
                asked.fund(),
                asked.year(),
                asked.school(),
                one.program(),
                one.programName(),
                one.partner(),
                one.partnerName(),
                one.serviceArea(),
                one.amount(),
                null,
                null,
                null);
    }
}
