package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.invoice.Invoice.Booked;
import org.partnershipfund.procurement.invoice.Invoice.Credited;
import org.partnershipfund.procurement.invoice.Invoice.Paid;
import org.partnershipfund.procurement.invoice.Invoice.PartlyPaid;
import org.partnershipfund.procurement.invoice.Invoice.Received;
import org.partnershipfund.procurement.invoice.InvoiceEvent.InvoiceCredited;
import org.partnershipfund.procurement.invoice.InvoiceEvent.InvoicePaid;
import org.partnershipfund.procurement.invoice.InvoiceEvent.PaymentMade;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.CreditExceedsLine;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineExceeded;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineNamedTwice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchLine;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.PaymentDayNotPossible;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.SeparationOfDuties;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.StepNotNow;
import org.partnershipfund.procurement.invoice.Settlement.CreditNote;
import org.partnershipfund.procurement.invoice.Settlement.Part;
import org.partnershipfund.procurement.invoice.Settlement.Payment;

/**
 * What is paid of an invoice, and what is credited.
 *
 * <p>Source: docs/policy/invoices.md §5 and §6.
 */
public final class Paying {

    private static final Money CENT = new Money(1);

    private Paying() {}

    /**
     * What the treasury says of one payment.
     *
     * @param parts of which lines it pays how much; empty: all that is due
     */
    public record Order(UUID id, String reference, LocalDate paidOn, List<Part> parts, Person by, Instant at) {
        public Order {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Records a payment of all or part of what is due; the ledger has agreed to every cent.
     *
     * @param receivedOn the day on which the City Auditor had it
     */
    public static Decision<Invoice> pay(
            Invoice invoice, Contract contract, Order order, LocalDate receivedOn, LocalDate today) {
        if (!(invoice instanceof Received || invoice instanceof PartlyPaid) || !(invoice instanceof Booked booked)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "payment", Invoice.word(invoice)));
        }
        if (Checking.hands(booked).contains(order.by())) {
            return Decision.refuse(new SeparationOfDuties("pay", "handled the invoice before"));
        }
        if (order.paidOn().isBefore(receivedOn) || order.paidOn().isAfter(today)) {
            return Decision.refuse(new PaymentDayNotPossible(order.paidOn(), receivedOn, today));
        }
        List<LineAmounts> stands = booked.amounts();
        Set<Integer> named = new HashSet<>();
        for (Part part : order.parts()) {
            if (booked.bill().line(part.line()).isEmpty()) {
                return Decision.refuse(new NoSuchLine(booked.id(), part.line()));
            }
            if (!named.add(part.line())) {
                return Decision.refuse(new LineNamedTwice(part.line()));
            }
            Money due = stands.get(part.line() - 1).due();
            if (!part.amount().isPositive() || part.amount().exceeds(due)) {
                return Decision.refuse(new LineExceeded(part.line(), part.amount(), CENT, due));
            }
        }
        List<Part> parts = order.parts().isEmpty()
                ? stands.stream()
                        .filter(line -> line.due().isPositive())
                        .map(line -> new Part(line.place(), line.due()))
                        .toList()
                : order.parts();
        var payment = new Payment(order.id(), order.reference(), order.paidOn(), parts, order.by(), order.at());
        Invoice next = settled(booked, booked.settlement().plus(payment));
        List<DomainEvent> events = new ArrayList<>();
        events.add(new PaymentMade(next, payment, contract.terms(), order.at()));
        if (next instanceof Paid paid) {
            events.add(new InvoicePaid(paid, contract.terms(), order.at()));
        }
        return Decision.accept(next, events);
    }

    /**
     * What a partner's credit note says.
     *
     * @param line the place of the line on the invoice, from 1
     * @param reference of the refund, if there was one
     */
    public record Credit(
            UUID id,
            String number,
            int line,
            Money amount,
            String reason,
            @Nullable String reference,
            Person by,
            Instant at) {}

    /** Records a credit note: first of what is not paid yet, then of what was paid, never above the line. */
    public static Decision<Invoice> credit(Invoice invoice, Contract contract, Credit credit) {
        if (!(invoice instanceof Booked booked)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "credit", Invoice.word(invoice)));
        }
        if (booked.bill().line(credit.line()).isEmpty()) {
            return Decision.refuse(new NoSuchLine(booked.id(), credit.line()));
        }
        boolean paidIt = booked.settlement().payments().stream()
                .anyMatch(payment -> payment.by().equals(credit.by()));
        if (paidIt || Checking.hands(booked).contains(credit.by())) {
            return Decision.refuse(new SeparationOfDuties("credit", "handled or paid the invoice"));
        }
        var stands = booked.amounts().get(credit.line() - 1);
        Money left = stands.due().plus(stands.paid()).minus(stands.returned());
        if (!credit.amount().isPositive() || credit.amount().exceeds(left)) {
            return Decision.refuse(new CreditExceedsLine(credit.line(), credit.amount(), left));
        }
        Money ofDue = credit.amount().exceeds(stands.due()) ? stands.due() : credit.amount();
        var note = new CreditNote(
                credit.id(),
                credit.number(),
                credit.line(),
                ofDue,
                credit.amount().minus(ofDue),
                credit.reason(),
                credit.reference(),
                credit.by(),
                credit.at());
        Invoice next = settled(booked, booked.settlement().plus(note));
        List<DomainEvent> events = new ArrayList<>();
        events.add(new InvoiceCredited(next, note, contract.terms(), credit.at()));
        if (next instanceof Paid paid && !(booked instanceof Paid)) {
            events.add(new InvoicePaid(paid, contract.terms(), credit.at()));
        }
        return Decision.accept(next, events);
    }

    private static Invoice settled(Booked before, Settlement settlement) {
        var open = new PartlyPaid(before.certified(), before.received(), settlement);
        boolean isDue = open.total(LineAmounts::due).isPositive();
        boolean isPaid = !settlement.payments().isEmpty();
        if (isDue) {
            return isPaid ? open : new Received(before.certified(), before.received(), settlement);
        }
        return isPaid
                ? new Paid(before.certified(), before.received(), settlement)
                : new Credited(before.certified(), before.received(), settlement);
    }
}
