package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.CreditNumberUsed;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchInvoice;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.invoice.Paying;
import org.partnershipfund.procurement.invoice.Paying.Credit;
import org.partnershipfund.procurement.invoice.Settlement.CreditNote;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.Commitment;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Voucher;

/** Records a partner's credit note; what was paid of it comes back to the school's line. */
@ApplicationScoped
public class CreditInvoice {

    private final Invoices invoices;
    private final Contracts contracts;
    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    CreditInvoice(
            Invoices invoices,
            Contracts contracts,
            RememberedFunds funds,
            BudgetLines lines,
            Ledger ledger,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.invoices = invoices;
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
     * Credits part or all of one line: first what is not paid yet, then what was paid.
     *
     * <p>Source: docs/policy/invoices.md §6.
     *
     * @param seen the version that the caller decided upon
     * @param number the partner's number of the credit note
     * @param line the place of the line on the invoice, from 1
     * @param reference of the refund, if there was one
     * @throws RefusedException if the line cannot give back so much, the number is used, or the caller handled the invoice
     */
    @Transactional
    public Versioned<Invoice> credit(
            InvoiceId id,
            long seen,
            String number,
            int line,
            Money amount,
            String reason,
            @Nullable String reference,
            Person by) {
        var read = invoices.hold(id)
                .orElseThrow(() -> new RefusedException(new NoSuchInvoice(id.value())))
                .expecting(id, seen);
        if (invoices.isCredited(read.value().bill().partner(), number)) {
            throw new RefusedException(new CreditNumberUsed(number));
        }
        Contract contract = contracts
                .find(read.value().bill().contract())
                .map(Versioned::value)
                .orElseThrow();
        Instant at = clock.instant();
        var credited = Paying.credit(
                        read.value(), contract, new Credit(ids.next(), number, line, amount, reason, reference, by, at))
                .orRefuse();
        takeBack(credited.state(), contract.terms(), at);
        long version = invoices.store(credited.state(), contract.terms().fund().value(), read);
        outbox.add(credited.events());
        audit.record(new Change("InvoiceCredited", id.toString(), read.value(), credited.state()));
        return new Versioned<>(credited.state(), version);
    }

    private void takeBack(Invoice invoice, Contract.Terms terms, Instant at) {
        CreditNote note = invoice.settled().credits().getLast();
        if (!note.ofPaid().isPositive()) {
            return;
        }
        SchoolCode school = invoice.bill().lines().get(note.line() - 1).school();
        var journal = new Journal(lines.lock(terms.fund(), Set.of(school)));
        String cause = "invoice:" + invoice.id();
        Money rest = note.ofPaid();
        for (Commitment payment : ledger.payments(journal.line(school).id(), cause)) {
            Money part = rest.exceeds(payment.open()) ? payment.open() : rest;
            if (part.isPositive()) {
                var voucher = new Voucher(
                        ids.next(),
                        cause,
                        "Credit note %s on invoice %s, line %d"
                                .formatted(note.number(), invoice.bill().number(), note.line()),
                        at);
                note(journal, journal.line(school).correct(payment, part, voucher));
                rest = rest.minus(part);
            }
        }
        if (rest.isPositive()) {
            throw new IllegalStateException("%s of credit note %s was never paid".formatted(rest, note.number()));
        }
        if (funds.isClosed(terms.fund())) {
            // Nobody may spend it any more: it lapses in the moment in which it comes back (policy/ledger §4.9).
            note(
                    journal,
                    journal.line(school)
                            .lapse(
                                    note.ofPaid(),
                                    new Voucher(ids.next(), cause, "Credited after the fund's year", at)));
        }
        ledger.post(journal.transfers());
    }

    private static void note(Journal journal, Decision<Posting> decision) {
        journal.note(decision).ifPresent(why -> {
            throw new RefusedException(why);
        });
    }
}
