package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoice.Bill;
import org.partnershipfund.procurement.invoice.Invoice.Hand;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchInvoice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.OverEncumbrance;
import org.partnershipfund.procurement.invoice.Invoices;
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
     * Pays it whole; a school's shares are used up in the order of the contract.
     *
     * @param seen the version that the caller decided upon
     * @param reference the treasury's number of the payment
     * @throws RefusedException if it has not been through every hand, the payer was one of them, or the papers of
     *     its contract do not count today
     */
    @Transactional
    public Versioned<Invoice> pay(InvoiceId id, long seen, Person by, String reference) {
        var read = invoices.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchInvoice(id.value())))
                .expecting(id, seen);
        Contract contract = contracts
                .find(read.value().bill().contract())
                .map(Versioned::value)
                .orElseThrow();
        Instant at = clock.instant();
        var paid =
                Invoice.pay(read.value(), contract, new Hand(by, at), reference).orRefuse();
        var _ = papers.of(contract).valid(LocalDate.now(clock)).orRefuse();
        expend(read.value().bill(), contract.terms(), reference, at);
        long version = invoices.store(paid.state(), contract.terms().fund().value(), read.version());
        outbox.add(paid.events());
        audit.record(new Change("InvoicePaid", id.toString(), read.value(), paid.state()));
        return new Versioned<>(paid.state(), version);
    }

    private void expend(Bill bill, Contract.Terms terms, String reference, Instant at) {
        var due = bill.bySchool();
        var journal = new Journal(lines.lock(terms.fund(), due.keySet()));
        due.forEach((school, amount) -> expend(bill, terms, school, amount, journal, reference, at));
        ledger.post(journal.transfers());
    }

    private void expend(
            Bill bill,
            Contract.Terms terms,
            SchoolCode school,
            Money amount,
            Journal journal,
            String reference,
            Instant at) {
        Money rest = amount;
        for (Share share : terms.shares()) {
            CommitmentId id = share.encumbrance();
            if (!share.school().equals(school) || !rest.isPositive() || id == null) {
                continue;
            }
            Commitment encumbrance =
                    ledger.commitment(id).orElseThrow(() -> new IllegalStateException("no commitment " + id));
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
