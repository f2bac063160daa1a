package org.partnershipfund.procurement.usecase;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Contracts;
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
import org.partnershipfund.procurement.process.Continuation;
import org.partnershipfund.procurement.process.ProcessId;
import org.partnershipfund.procurement.reservation.ApprovedSelection;
import org.partnershipfund.procurement.reservation.CarriedLines;
import org.partnershipfund.procurement.reservation.Holding;
import org.partnershipfund.procurement.reservation.Holding.Held;
import org.partnershipfund.procurement.reservation.Holding.Withdrawn;
import org.partnershipfund.procurement.reservation.Holdings;
import org.partnershipfund.procurement.reservation.ReservationEvent.FundsReserved;
import org.partnershipfund.procurement.reservation.ReservationEvent.ReservationRefused;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.usecase.ProcessDesk.Bought;

/**
 * Sets money aside for an approved selection, all lines or none, and gives it back; reacts to approval-service.
 *
 * <p>Locks are taken in one order everywhere: selection, process, the year of its processes, contract, invoice,
 * fund, budget lines.
 */
@ApplicationScoped
public class ReserveSelection {

    private final Holdings holdings;
    private final ProcessDesk processes;
    private final Contracts contracts;
    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ReserveSelection(
            Holdings holdings,
            ProcessDesk processes,
            Contracts contracts,
            RememberedFunds funds,
            BudgetLines lines,
            Ledger ledger,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.holdings = holdings;
        this.processes = processes;
        this.contracts = contracts;
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
     * transaction, except what is under contract: that goes on as a line of the newer version. A version that was
     * answered before changes nothing.
     *
     * <p>Source: docs/policy/ledger.md §4; docs/policy/procurement.md §6.
     */
    @Transactional
    public Decision<Holding> reserve(ApprovedSelection asked) {
        var known = holdings.hold(asked.id());
        if (known.isPresent() && known.get().version() >= asked.version()) {
            return Decision.accept(known.get());
        }
        var bought = processes.holdToJoin(lines(known));
        // Read again now that they are held: an award or a contract may have come between.
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
        var carried = CarriedLines.of(asked, older, completed(older));
        Money available = available(line, older);
        return switch (carried) {
            case Refused<CarriedLines>(var why) -> refuse(asked, older, available, why, at);
            case Accepted<CarriedLines>(var lines, var _) ->
                replace(asked, older, lines, bought, available, journal, at);
        };
    }

    /**
     * The most that a newer version may cost: what is free on the line, and what the older one holds, also what of it is
     * under contract.
     *
     * <p>Source: docs/policy/ledger.md §4.4.
     */
    private Money available(BudgetLine line, List<ReservedLine> older) {
        Money available = line.balance().available();
        for (ReservedLine one : older) {
            Money open = commitment(one).open();
            // An executed contract has encumbered its share, and nothing is open of the reservation any more.
            available = available.plus(open.isPositive() ? open : one.cost());
        }
        return available;
    }

    /** Those of the lines' contracts that are delivered; who completes one holds its selections, as we do. */
    private Set<UUID> completed(List<ReservedLine> older) {
        return older.stream()
                .map(ReservedLine::contract)
                .filter(Objects::nonNull)
                .distinct()
                .filter(contract -> contracts
                        .find(new ContractId(contract))
                        .filter(found -> found.value() instanceof Contract.Completed)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private Commitment commitment(ReservedLine line) {
        return ledger.commitment(line.commitment())
                .orElseThrow(() -> new IllegalStateException("no commitment " + line.commitment()));
    }

    /** Gives back what the older version holds and no contract does, and reserves what the newer one asks for. */
    private Decision<Holding> replace(
            ApprovedSelection asked,
            List<ReservedLine> older,
            CarriedLines carried,
            Bought bought,
            Money available,
            Journal journal,
            Instant at) {
        Map<CommitmentId, Money> goingOn = new HashMap<>();
        carried.kept().forEach(line -> goingOn.put(line.commitment(), line.amount()));
        Optional<Refusal> why =
                release(older, goingOn, journal, asked.cause(), "Replaced by version " + asked.version(), at);
        List<ReservedLine> raising = new ArrayList<>();
        for (ReservedLine line : carried.kept()) {
            Money more = carried.raised().getOrDefault(line.commitment(), Money.ZERO);
            if (why.isPresent() || !more.isPositive()) {
                continue;
            }
            var raise = line.raisedBy(new CommitmentId(ids.next()), more);
            why = journal.note(journal.line(asked.school())
                    .reserve(
                            raise.commitment(),
                            more,
                            voucher(
                                    asked.cause(),
                                    "%s, on top of its contract".formatted(reason(asked, raise.line())),
                                    at)));
            raising.add(raise);
        }
        List<ReservedLine> fresh = new ArrayList<>();
        for (ApprovedSelection.Line one : carried.fresh()) {
            if (why.isPresent()) {
                break;
            }
            var commitment = new CommitmentId(ids.next());
            why = journal.note(journal.line(asked.school())
                    .reserve(commitment, one.amount(), voucher(asked.cause(), reason(asked, one.id()), at)));
            fresh.add(line(asked, one, commitment));
        }
        if (why.isPresent()) {
            return refuse(asked, older, available, why.get(), at);
        }
        List<ReservedLine> changing =
                older.stream().filter(line -> !line.isContracted()).toList();
        return switch (Continuation.of(asked.id(), changing, bought.buying(changing), fresh)) {
            case Refused<Continuation>(var no) -> refuse(asked, older, available, no, at);
            case Accepted<Continuation>(var continuation, var _) ->
                store(asked, carried.kept(), raising, fresh, bought, continuation, journal, at);
        };
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
            List<ReservedLine> kept,
            List<ReservedLine> raising,
            List<ReservedLine> fresh,
            Bought bought,
            Continuation continuation,
            Journal journal,
            Instant at) {
        if (!journal.transfers().isEmpty()) {
            ledger.post(journal.transfers());
        }
        List<ReservedLine> reserved =
                Stream.of(kept, raising, fresh).flatMap(List::stream).toList();
        Holding held = new Held(asked.id(), asked.version(), reserved);
        holdings.store(held, asked.fund(), asked.school(), at);
        processes.join(continuation, bought);
        processes.revalue(bought);
        outbox.add(List.of(new FundsReserved(
                asked.id(), asked.version(), asked.fund(), asked.school(), asked.total(), reserved, at)));
        outbox.add(carriedOn(kept, at));
        audit.record(new Change("FundsReserved", asked.id().toString(), null, held));
        return Decision.accept(held);
    }

    /** The contracts go on with lines that have other ids now. */
    private static List<SelectionContracted> carriedOn(List<ReservedLine> kept, Instant at) {
        Map<UUID, List<ReservedLine>> byContract = new LinkedHashMap<>();
        kept.forEach(line -> byContract
                .computeIfAbsent(requireNonNull(line.contract()), _ -> new ArrayList<>())
                .add(line));
        return byContract.entrySet().stream()
                .flatMap(entry -> SelectionContracted.of(
                        new ContractId(entry.getKey()),
                        new ProcessId(requireNonNull(entry.getValue().getFirst().process())),
                        entry.getValue(),
                        at)
                        .stream())
                .toList();
    }

    /**
     * Gives back all that is held for a selection and not under contract; what is goes on as it was signed, or is being
     * signed.
     *
     * <p>Source: docs/policy/ledger.md §4.5.
     */
    @Transactional
    public Decision<Holding> withdraw(
            UUID selection, int version, FundId fund, SchoolCode school, String reason, String cause) {
        var known = holdings.hold(selection);
        if (known.isEmpty()) {
            return Decision.accept(new Withdrawn(selection, version, reason, List.of()));
        }
        if (known.get() instanceof Withdrawn) {
            return Decision.accept(known.get());
        }
        var bought = processes.hold(lines(known));
        List<ReservedLine> older = bought.isEmpty() ? lines(known) : lines(holdings.hold(selection));
        List<ReservedLine> kept =
                older.stream().filter(ReservedLine::isContracted).toList();
        Map<CommitmentId, Money> goingOn = new HashMap<>();
        kept.forEach(line -> goingOn.put(line.commitment(), line.amount()));
        Instant at = clock.instant();
        var journal = new Journal(lines.lock(fund, Set.of(school)));
        var why = release(older, goingOn, journal, cause, "Selection withdrawn", at);
        if (why.isPresent()) {
            return Decision.refuse(why.get());
        }
        if (!journal.transfers().isEmpty()) {
            ledger.post(journal.transfers());
        }
        Holding withdrawn = new Withdrawn(selection, version, reason, kept);
        holdings.store(withdrawn, fund, school, at);
        processes.revalue(bought);
        audit.record(new Change("SelectionReleased", selection.toString(), known.get(), withdrawn));
        return Decision.accept(withdrawn);
    }

    private static List<ReservedLine> lines(Optional<Holding> known) {
        return known.map(Holding::lines).orElse(List.of());
    }

    /**
     * Gives back what the lines hold.
     *
     * @param goingOn what of it stays held
     */
    private Optional<Refusal> release(
            List<ReservedLine> older,
            Map<CommitmentId, Money> goingOn,
            Journal journal,
            String cause,
            String reason,
            Instant at) {
        for (ReservedLine line : older) {
            Commitment reservation = commitment(line);
            Money stays = goingOn.getOrDefault(line.commitment(), Money.ZERO);
            // Nothing is open any more of what an executed contract has encumbered.
            if (!reservation.open().exceeds(stays)) {
                continue;
            }
            var why = journal.note(journal.line(line.school())
                    .releaseReservation(reservation, reservation.open().minus(stays), voucher(cause, reason, at)));
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private Voucher voucher(String cause, String reason, Instant at) {
        return new Voucher(ids.next(), cause, reason, at);
    }

    private static String reason(ApprovedSelection asked, UUID line) {
        return "Selection %s, version %d, line %s".formatted(asked.id(), asked.version(), line);
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
