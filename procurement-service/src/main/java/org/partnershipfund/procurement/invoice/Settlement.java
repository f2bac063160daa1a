package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.Person;

/**
 * What was paid of an invoice and what was credited, in order; nothing of it is ever changed.
 *
 * <p>Source: docs/policy/invoices.md §5 and §6.
 */
public record Settlement(List<Payment> payments, List<CreditNote> credits) {

    /** Nothing paid, nothing credited. */
    public static final Settlement NONE = new Settlement(List.of(), List.of());

    public Settlement {
        payments = List.copyOf(payments);
        credits = List.copyOf(credits);
    }

    /**
     * One payment by the city.
     *
     * @param reference the treasury's number of the payment; used once
     * @param paidOn the day on which the city paid
     * @param parts what it pays of which line, in the order of the lines
     */
    public record Payment(UUID id, String reference, LocalDate paidOn, List<Part> parts, Person by, Instant at) {
        public Payment {
            parts = List.copyOf(parts);
        }

        /** All parts together. */
        public Money amount() {
            return sum(parts.stream().map(Part::amount));
        }
    }

    /** Some cents of one line, by its place on the invoice. */
    public record Part(int line, Money amount) {}

    /**
     * Money that the partner does not ask for any more, or gives back.
     *
     * @param number the partner's own, used once
     * @param line the place of the line on the invoice, from 1
     * @param ofDue what of it was not paid yet: it is not asked of the school any more
     * @param ofPaid what of it was paid: it comes back to the line
     * @param reference of the refund; null while nothing of it was paid
     */
    public record CreditNote(
            UUID id,
            String number,
            int line,
            Money ofDue,
            Money ofPaid,
            String reason,
            @Nullable String reference,
            Person by,
            Instant at) {

        public Money amount() {
            return ofDue.plus(ofPaid);
        }
    }

    Settlement plus(Payment payment) {
        List<Payment> all = new ArrayList<>(payments);
        all.add(payment);
        return new Settlement(all, credits);
    }

    Settlement plus(CreditNote note) {
        List<CreditNote> all = new ArrayList<>(credits);
        all.add(note);
        return new Settlement(payments, all);
    }

    /** What was paid of a line, whether it was given back later or not. */
    public Money paid(int line) {
        return sum(payments.stream()
                .flatMap(payment -> payment.parts().stream())
                .filter(part -> part.line() == line)
                .map(Part::amount));
    }

    /** What of a line is not asked for any more. */
    public Money waived(int line) {
        return sum(credits.stream().filter(note -> note.line() == line).map(CreditNote::ofDue));
    }

    /** What of a line was paid and given back. */
    public Money returned(int line) {
        return sum(credits.stream().filter(note -> note.line() == line).map(CreditNote::ofPaid));
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }
}
