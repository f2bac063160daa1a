package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoice.Bill;
import org.partnershipfund.procurement.invoice.Invoice.Booked;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ContractNotExecuted;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchInvoice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.OverEncumbrance;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.PaymentDayNotPossible;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ReferenceUsed;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.invoice.Paying;
import org.partnershipfund.procurement.invoice.Paying.Order;
import org.partnershipfund.procurement.invoice.Settlement.Part;
import org.partnershipfund.procurement.invoice.Settlement.Payment;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.Voucher;

/** Pays an invoice out of the encumbrances of its schools. */
@ApplicationScoped
public class PayInvoice {

    private final Invoices invoices;
    private final Contracts contracts;
    private final Papers papers;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    PayInvoice(
            Invoices invoices,
            Contracts contracts,
            Papers papers,
            BudgetLines lines,
            Ledger ledger,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.invoices = invoices;
        this.contracts = contracts;
        this.papers = papers;
        this.lines = lines;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records a payment of all or part of what is due; a school's shares are used up in the order of the contract.
     *
     * @param seen the version that the caller decided upon
     * @param reference the treasury's number of the payment
     * @param paidOn the day on which the city paid
     * @param parts of which lines it pays how much; empty: all that is due
     * @throws RefusedException if it has not been through every hand, the payer was one of them, the reference is used,
     *     more than what is due would be paid, or the papers of its contract do not count on that day
     */
    @Transactional
    public Versioned<Invoice> pay(
            InvoiceId id, long seen, Person by, String reference, LocalDate paidOn, List<Part> parts) {
        var read = invoices.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchInvoice(id.value())))
                .expecting(id, seen);
        if (invoices.isPaidBy(reference)) {
            throw new RefusedException(new ReferenceUsed(reference));
        }
        Contract contract = contracts
                .find(read.value().bill().contract())
                .map(Versioned::value)
                .orElseThrow();
        Instant at = clock.instant();
        var paid = Paying.pay(
                        read.value(),
                        contract,
                        new Order(ids.next(), reference, paidOn, parts, by, at),
                        receivedOn(read.value()),
                        LocalDate.now(clock))
                .orRefuse();
        refuseUnlessPapersHold(contract, paidOn);
        long version = invoices.store(paid.state(), contract.terms().fund().value(), read);
        outbox.add(paid.events());
        audit.record(new Change("InvoicePaid", id.toString(), read.value(), paid.state()));
        // The budget lines last: a school's whole district may be waiting for one of them.
        expend(paid.state(), contract.terms(), at);
        return new Versioned<>(paid.state(), version);
    }

    /** Before it is received, {@link Paying} refuses for another reason than the day. */
    private LocalDate receivedOn(Invoice invoice) {
        return invoice instanceof Booked booked
                ? booked.received().at().atZone(clock.getZone()).toLocalDate()
                : LocalDate.now(clock);
    }

    /**
     * What must hold on the day of a payment beside the invoice itself: the contract binds, and its papers are valid.
     * The one place where a payment looks at the contract. Source: docs/policy/invoices.md §5.4.
     */
    private void refuseUnlessPapersHold(Contract contract, LocalDate paidOn) {
        Executed executed = contract.execution();
        if (executed == null) {
            throw new RefusedException(new ContractNotExecuted(contract.id()));
        }
        if (paidOn.isBefore(executed.executedOn())) {
            throw new RefusedException(new PaymentDayNotPossible(paidOn, executed.executedOn(), paidOn));
        }
        var _ = papers.of(contract).valid(paidOn).orRefuse();
    }

    private void expend(Invoice paid, Contract.Terms terms, Instant at) {
        Payment payment = paid.settled().payments().getLast();
        Map<SchoolCode, Money> due = new TreeMap<>();
        payment.parts()
                .forEach(part ->
                        due.merge(paid.bill().lines().get(part.line() - 1).school(), part.amount(), Money::plus));
        var journal = new Journal(lines.lock(terms.fund(), due.keySet()));
        Map<CommitmentId, Commitment> encumbrances = ledger.commitments(terms.shares().stream()
                .filter(share -> due.containsKey(share.school()))
                .map(Share::encumbrance)
                .filter(Objects::nonNull)
                .toList());
        due.forEach((school, amount) ->
                expend(paid.bill(), terms, school, amount, encumbrances, journal, payment.reference(), at));
        ledger.post(journal.transfers());
    }

    private void expend(
            Bill bill,
            Contract.Terms terms,
            SchoolCode school,
            Money amount,
            Map<CommitmentId, Commitment> encumbrances,
            Journal journal,
            String reference,
            Instant at) {
        Money rest = amount;
        for (Share share : terms.shares()) {
            CommitmentId id = share.encumbrance();
            if (!share.school().equals(school) || !rest.isPositive() || id == null) {
                continue;
            }
            Commitment encumbrance = encumbrances.get(id);
            if (encumbrance == null) {
                throw new IllegalStateException("no commitment " + id);
            }
            Money part = rest.exceeds(encumbrance.open()) ? encumbrance.open() : rest;
            if (part.isPositive()) {
                var voucher = new Voucher(
                        ids.next(),
                        "invoice:" + bill.id(),
                        "Invoice %s paid, reference %s".formatted(bill.number(), reference),
                        at);
                journal.note(journal.line(school).expend(encumbrance, new CommitmentId(ids.next()), part, voucher))
                        .ifPresent(why -> {
                            throw new RefusedException(why);
                        });
                rest = rest.minus(part);
            }
        }
        if (rest.isPositive()) {
            throw new RefusedException(new OverEncumbrance(school, amount, amount.minus(rest)));
        }
    }
}
