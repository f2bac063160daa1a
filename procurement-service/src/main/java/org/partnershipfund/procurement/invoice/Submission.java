package org.partnershipfund.procurement.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Amendment.Agreed;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Ends;
import org.partnershipfund.procurement.invoice.Invoice.Bill;
import org.partnershipfund.procurement.invoice.Invoice.Submitted;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ContractNotExecuted;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.DoesNotMultiply;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineTwice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NotOnContract;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NothingInvoiced;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NothingToContinue;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.OverEncumbrance;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.PeriodInvoicedBefore;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ServiceBeforeExecution;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ServiceDatesNotPossible;

/**
 * What may be asked for.
 *
 * <p>Source: docs/policy/invoices.md §2 and §3.
 */
public final class Submission {

    private static final String WRITTEN = "no-payment-before-execution";

    private Submission() {}

    /**
     * A line of an earlier invoice under the same contract that still claims something.
     *
     * @param number the partner's number of that invoice
     */
    public record Earlier(String number, SchoolCode school, LocalDate from, LocalDate until) {

        boolean shares(InvoiceLine line) {
            return school.equals(line.school())
                    && !from.isAfter(line.serviceUntil())
                    && !line.serviceFrom().isAfter(until);
        }
    }

    /**
     * Takes an invoice in.
     *
     * @param open what each school of the contract still has encumbered and not invoiced
     * @param earlier what was invoiced under the contract before
     */
    public static Decision<Invoice> submit(
            Bill bill, Contract contract, Map<SchoolCode, Money> open, List<Earlier> earlier, LocalDate today) {
        Set<InvoiceLine> seen = new HashSet<>();
        for (InvoiceLine line : bill.lines()) {
            switch (mayBeInvoiced(contract, line, today)) {
                case Refused<Executed>(var why) -> {
                    return Decision.refuse(why);
                }
                case Accepted<Executed> _ -> {}
            }
            Optional<InvoiceRefusal> wrong = wrong(line);
            if (wrong.isPresent()) {
                return Decision.refuse(wrong.get());
            }
            if (!seen.add(line)) {
                return Decision.refuse(new LineTwice(line.school(), line.description()));
            }
        }
        for (var asked : bill.bySchool().entrySet()) {
            Money left = open.get(asked.getKey());
            if (left == null) {
                return Decision.refuse(new NotOnContract(contract.id(), asked.getKey()));
            }
            if (asked.getValue().exceeds(left)) {
                return Decision.refuse(new OverEncumbrance(asked.getKey(), asked.getValue(), left));
            }
        }
        return bill.lines().stream()
                .map(line -> invoicedBefore(line, earlier))
                .flatMap(Optional::stream)
                .findFirst()
                .<Decision<Invoice>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new Submitted(bill, List.of(), List.of())));
    }

    /**
     * Whether days of service may be invoiced under a contract as it stands. Every state of a contract says here what it
     * means for invoices; there is no other place. Source: docs/policy/invoices.md §3.
     */
    static Decision<Executed> mayBeInvoiced(Contract contract, InvoiceLine line, LocalDate today) {
        Executed executed = contract.execution();
        if (executed == null) {
            return Decision.refuse(new ContractNotExecuted(contract.id()));
        }
        var rests = Ends.invoicing(contract, line.serviceFrom(), line.serviceUntil());
        if (rests.isPresent()) {
            return Decision.refuse(rests.get());
        }
        var terms = executed.terms();
        boolean written = terms.demands().demands(WRITTEN)
                || executed.amendments().stream()
                        .anyMatch(one -> one instanceof Agreed agreed
                                && agreed.wish().demands().demands(WRITTEN));
        if (written && line.serviceFrom().isBefore(executed.executedOn())) {
            return Decision.refuse(
                    new ServiceBeforeExecution(line.school(), line.serviceFrom(), executed.executedOn()));
        }
        LocalDate last = min(min(terms.endsOn(), terms.year().lastDay()), today);
        return line.serviceFrom().isBefore(terms.startsOn())
                        || line.serviceUntil().isBefore(line.serviceFrom())
                        || line.serviceUntil().isAfter(last)
                ? Decision.refuse(
                        new ServiceDatesNotPossible(line.serviceFrom(), line.serviceUntil(), terms.startsOn(), last))
                : Decision.accept(executed);
    }

    private static Optional<InvoiceRefusal> wrong(InvoiceLine line) {
        if (!line.amount().isPositive()) {
            return Optional.of(new NothingInvoiced(line.school(), line.amount()));
        }
        boolean exact =
                line.item().cents().compareTo(BigDecimal.valueOf(line.amount().cents())) == 0;
        return exact
                ? Optional.empty()
                : Optional.of(new DoesNotMultiply(
                        line.school(), line.item().quantity(), line.item().unitPrice(), line.amount()));
    }

    /** The same days at the same school are invoiced again only by a line that names each invoice that has them. */
    private static Optional<InvoiceRefusal> invoicedBefore(InvoiceLine line, List<Earlier> earlier) {
        Set<String> shared = new TreeSet<>();
        earlier.stream().filter(one -> one.shares(line)).map(Earlier::number).forEach(shared::add);
        Optional<String> unfounded = line.continues().stream()
                .filter(number -> !shared.contains(number))
                .findFirst();
        if (unfounded.isPresent()) {
            return Optional.of(new NothingToContinue(line.school(), unfounded.get()));
        }
        return shared.stream()
                .filter(number -> !line.continues().contains(number))
                .findFirst()
                .map(number ->
                        new PeriodInvoicedBefore(line.school(), line.serviceFrom(), line.serviceUntil(), number));
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
