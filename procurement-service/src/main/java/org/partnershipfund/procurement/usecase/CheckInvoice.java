package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.invoice.Checking;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoice.Hand;
import org.partnershipfund.procurement.invoice.InvoiceId;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchInvoice;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.invoice.LineDecision;
import org.partnershipfund.procurement.invoice.LineDecision.Side;
import org.partnershipfund.procurement.invoice.Verification;
import org.partnershipfund.procurement.invoice.Verification.Verdict;

/** Takes an invoice through the hands that must look at it before it is paid. */
@ApplicationScoped
public class CheckInvoice {

    private final Invoices invoices;
    private final Contracts contracts;
    private final AuditTrail audit;
    private final Clock clock;

    CheckInvoice(Invoices invoices, Contracts contracts, AuditTrail audit, Clock clock) {
        this.invoices = invoices;
        this.contracts = contracts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A school says whether the services were delivered.
     *
     * <p>Source: docs/policy/invoices.md §4.
     *
     * @param seen the version that the caller decided upon
     * @param led the schools that the caller leads today; to see a school is not enough
     * @throws RefusedException if the caller does not lead the school, or the school has spoken
     */
    @Transactional
    public Versioned<Invoice> verify(
            InvoiceId id,
            long seen,
            SchoolCode school,
            boolean delivered,
            List<Verdict> verdicts,
            @Nullable String note,
            Person by,
            Set<SchoolCode> led) {
        var found = hold(id);
        // Before its version: who does not lead a school of the invoice learns nothing of it, not even that it changed.
        if (!led.contains(school) || !isBilledTo(found.value(), school)) {
            throw new RefusedException(new NoSuchInvoice(id.value()));
        }
        var read = found.expecting(id, seen);
        return store(
                "InvoiceVerified",
                read,
                Checking.verify(
                        read.value(), new Verification(school, delivered, verdicts, note, by, clock.instant())));
    }

    /**
     * Says what a line comes to: ends a dispute, or lowers what was accepted.
     *
     * @param line the place of the line on the invoice, from 1
     * @param led the schools that a leader leads today; empty for the contracting officer
     * @throws RefusedException if the line is another school's, or nobody may say so now
     */
    @Transactional
    public Versioned<Invoice> decide(
            InvoiceId id,
            long seen,
            int line,
            Money accepted,
            String reason,
            Person by,
            Side side,
            Set<SchoolCode> led) {
        var found = hold(id);
        boolean isTheirs = side == Side.OFFICER
                || found.value()
                        .bill()
                        .line(line)
                        .filter(one -> led.contains(one.school()))
                        .isPresent();
        if (!isTheirs) {
            throw new RefusedException(new NoSuchInvoice(id.value()));
        }
        var read = found.expecting(id, seen);
        return store(
                "InvoiceLineDecided",
                read,
                Checking.decide(read.value(), new LineDecision(line, accepted, reason, side, by, clock.instant())));
    }

    /** The contracting officer certifies that the work is done and the amount due. */
    @Transactional
    public Versioned<Invoice> certify(InvoiceId id, long seen, Person by) {
        var read = hold(id).expecting(id, seen);
        Contract contract = contracts
                .find(read.value().bill().contract())
                .map(Versioned::value)
                .orElseThrow();
        return store("InvoiceCertified", read, Checking.certify(read.value(), contract, new Hand(by, clock.instant())));
    }

    /** The City Auditor has received the itemised bill. */
    @Transactional
    public Versioned<Invoice> receive(InvoiceId id, long seen, Person by) {
        var read = hold(id).expecting(id, seen);
        return store("InvoiceReceived", read, Checking.receive(read.value(), new Hand(by, clock.instant())));
    }

    private Versioned<Invoice> hold(InvoiceId id) {
        return invoices.hold(id).orElseThrow(() -> new RefusedException(new NoSuchInvoice(id.value())));
    }

    private static boolean isBilledTo(Invoice invoice, SchoolCode school) {
        return invoice.bill().lines().stream().anyMatch(line -> line.school().equals(school));
    }

    private Versioned<Invoice> store(String action, Versioned<Invoice> read, Decision<Invoice> decision) {
        var next = decision.orRefuse().state();
        var fund = contracts
                .find(next.bill().contract())
                .orElseThrow()
                .value()
                .terms()
                .fund();
        long version = invoices.store(next, fund.value(), read);
        audit.record(new Change(action, next.id().toString(), read.value(), next));
        return new Versioned<>(next, version);
    }
}
