package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Voucher;
import org.partnershipfund.procurement.process.Processes;
import org.partnershipfund.procurement.reservation.Holdings;

/** Makes a complete contract bind: every share is encumbered, what the award left over goes back to its line. */
@ApplicationScoped
public class ExecuteContract {

    private final Contracts contracts;
    private final Processes processes;
    private final Holdings holdings;
    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final SuspendedPrograms suspended;
    private final Papers papers;
    private final Clock clock;

    ExecuteContract(
            Contracts contracts,
            Processes processes,
            Holdings holdings,
            RememberedFunds funds,
            BudgetLines lines,
            Ledger ledger,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            SuspendedPrograms suspended,
            Papers papers,
            Clock clock) {
        this.contracts = contracts;
        this.processes = processes;
        this.holdings = holdings;
        this.funds = funds;
        this.lines = lines;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.suspended = suspended;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * Executes the contract, all shares or none.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if a step is missing, it is executed, a line is not appropriated, or the program is suspended
     */
    @Transactional
    public Versioned<Contract> execute(ContractId id, long seen) {
        var terms = contracts.find(id).orElseThrow(() -> absent(id)).value().terms();
        // The process before its contract: a selection that changes meanwhile waits there, and then finds the contract.
        var _ = processes.hold(terms.process());
        var read = contracts.hold(id).orElseThrow(() -> absent(id)).expecting(id, seen);
        var draft = Contract.complete(read.value()).orRefuse().state();
        suspended.refuse(draft.terms().program());
        var _ = papers.of(draft).valid(LocalDate.now(clock)).orRefuse();
        Instant at = clock.instant();
        Map<CommitmentId, CommitmentId> encumbrances = encumber(draft, at);
        var executed = Contract.execute(draft, encumbrances, contracts.nextNumber(), LocalDate.now(clock), at)
                .orRefuse();
        long version = contracts.store(executed.state(), read.version());
        holdings.encumber(id.value());
        outbox.add(executed.events());
        audit.record(new Change("ContractExecuted", id.toString(), draft, executed.state()));
        return new Versioned<>(executed.state(), version);
    }

    private Map<CommitmentId, CommitmentId> encumber(Contract.Draft draft, Instant at) {
        var terms = draft.terms();
        var journal = new Journal(lines.lock(
                terms.fund(), terms.shares().stream().map(Share::school).collect(Collectors.toSet())));
        Map<CommitmentId, CommitmentId> encumbrances = new HashMap<>();
        for (Share share : terms.shares()) {
            Commitment reservation = ledger.commitment(share.reservation())
                    .orElseThrow(() -> new IllegalStateException("no commitment " + share.reservation()));
            var encumbrance = new CommitmentId(ids.next());
            note(
                    journal,
                    journal.line(share.school())
                            .encumber(reservation, encumbrance, share.amount(), voucher(terms, "executed", at)));
            encumbrances.put(share.reservation(), encumbrance);
            Money rest = reservation.open().minus(share.amount());
            if (rest.isPositive()) {
                note(
                        journal,
                        journal.line(share.school())
                                .releaseReservation(
                                        reservation.less(share.amount()),
                                        rest,
                                        voucher(terms, "costs less than was reserved", at)));
            }
        }
        if (funds.isClosed(terms.fund())) {
            lapse(terms, journal, at);
        }
        ledger.post(journal.transfers());
        return encumbrances;
    }

    /** What is released on the lines of a closed fund is nobody's any more. */
    private void lapse(Contract.Terms terms, Journal journal, Instant at) {
        terms.shares().stream().map(Share::school).distinct().sorted().forEach(school -> {
            Money rest = journal.line(school).balance().available();
            if (rest.isPositive()) {
                note(journal, journal.line(school).lapse(rest, voucher(terms, "executed after the fund's year", at)));
            }
        });
    }

    private static void note(Journal journal, Decision<Posting> decision) {
        journal.note(decision).ifPresent(why -> {
            throw new RefusedException(why);
        });
    }

    private Voucher voucher(Contract.Terms terms, String what, Instant at) {
        return new Voucher(ids.next(), "contract:" + terms.id(), "Contract %s %s".formatted(terms.id(), what), at);
    }

    private static RefusedException absent(ContractId id) {
        return new RefusedException(new NoSuchContract(id.value()));
    }
}
