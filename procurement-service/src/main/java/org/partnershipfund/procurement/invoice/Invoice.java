package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.Ends;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.invoice.InvoiceEvent.InvoicePaid;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ContractNotExecuted;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NotOnContract;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NothingInvoiced;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.OverEncumbrance;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.SeparationOfDuties;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ServiceBeforeExecution;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.ServiceDatesNotPossible;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.StepNotNow;
import org.partnershipfund.procurement.process.ProcessId;

/**
 * An invoice goes through five hands, never twice through the same.
 *
 * <p>Source: docs/policy/procurement.md §8.
 */
public sealed interface Invoice {

    /** What the partner sent; the same in every state. */
    Bill bill();

    /** What the schools said so far. */
    List<Verification> verifications();

    default InvoiceId id() {
        return bill().id();
    }

    /** What the partner asks for. */
    record Bill(
            InvoiceId id,
            ContractId contract,
            ProcessId process,
            java.util.UUID partner,
            String number,
            List<InvoiceLine> lines,
            Person submittedBy,
            Instant submittedAt) {
        public Bill {
            lines = List.copyOf(lines);
        }

        /** All lines together. */
        public Money amount() {
            return lines.stream().map(InvoiceLine::amount).reduce(Money.ZERO, Money::plus);
        }

        /** What is asked of each school. */
        public Map<SchoolCode, Money> bySchool() {
            Map<SchoolCode, Money> sums = new TreeMap<>();
            lines.forEach(line -> sums.merge(line.school(), line.amount(), Money::plus));
            return sums;
        }
    }

    /** One hand it went through. */
    record Hand(Person by, Instant at) {}

    /** Some schools have not spoken yet. */
    record Submitted(Bill bill, List<Verification> verifications) implements Invoice {
        public Submitted {
            verifications = List.copyOf(verifications);
        }
    }

    /** Every school says that the services were delivered. */
    record Verified(Bill bill, List<Verification> verifications) implements Invoice {
        public Verified {
            verifications = List.copyOf(verifications);
        }
    }

    /** A school says that they were not; the partner sends another invoice, under another number. */
    record Rejected(Bill bill, List<Verification> verifications) implements Invoice {
        public Rejected {
            verifications = List.copyOf(verifications);
        }
    }

    /** The contracting officer certifies that the work is done and the amount due. */
    record Certified(Bill bill, List<Verification> verifications, Hand certified) implements Invoice {
        public Certified {
            verifications = List.copyOf(verifications);
        }
    }

    /** The City Auditor has it. */
    record Received(Certified certified, Hand received) implements Invoice {
        @Override
        public Bill bill() {
            return certified.bill();
        }

        @Override
        public List<Verification> verifications() {
            return certified.verifications();
        }
    }

    /**
     * Paid, and expended in the ledger.
     *
     * @param reference the treasury's number of the payment
     */
    record Paid(Received received, Hand paid, String reference) implements Invoice {
        @Override
        public Bill bill() {
            return received.bill();
        }

        @Override
        public List<Verification> verifications() {
            return received.verifications();
        }
    }

    /**
     * Takes an invoice in.
     *
     * @param open what each school of the contract still has encumbered and not invoiced
     */
    static Decision<Invoice> submit(Bill bill, Contract contract, Map<SchoolCode, Money> open, LocalDate today) {
        Executed executed = contract.execution();
        if (executed == null) {
            return Decision.refuse(new ContractNotExecuted(contract.id()));
        }
        var rests = bill.lines().stream()
                .map(line -> Ends.invoicing(contract, line.serviceFrom(), line.serviceUntil()))
                .flatMap(Optional::stream)
                .findFirst();
        if (rests.isPresent()) {
            return Decision.refuse(rests.get());
        }
        var wrong = bill.lines().stream()
                .map(line -> wrong(line, executed, today))
                .flatMap(Optional::stream)
                .findFirst();
        if (wrong.isPresent()) {
            return Decision.refuse(wrong.get());
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
        return Decision.accept(new Submitted(bill, List.of()));
    }

    private static Optional<InvoiceRefusal> wrong(InvoiceLine line, Executed contract, LocalDate today) {
        if (!line.amount().isPositive()) {
            return Optional.of(new NothingInvoiced(line.school(), line.amount()));
        }
        boolean written = contract.terms().demands().demands("no-payment-before-execution");
        if (written && line.serviceFrom().isBefore(contract.executedOn())) {
            return Optional.of(new ServiceBeforeExecution(line.school(), line.serviceFrom(), contract.executedOn()));
        }
        LocalDate last =
                min(min(contract.terms().endsOn(), contract.terms().year().lastDay()), today);
        return line.serviceFrom().isBefore(contract.terms().startsOn())
                        || line.serviceUntil().isBefore(line.serviceFrom())
                        || line.serviceUntil().isAfter(last)
                ? Optional.of(new ServiceDatesNotPossible(
                        line.serviceFrom(),
                        line.serviceUntil(),
                        contract.terms().startsOn(),
                        last))
                : Optional.empty();
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** A school says whether it was served. */
    static Decision<Invoice> verify(Invoice invoice, Verification said) {
        if (!invoice.bill().bySchool().containsKey(said.school())) {
            return Decision.refuse(new NotOnContract(invoice.bill().contract(), said.school()));
        }
        boolean spoken =
                invoice.verifications().stream().anyMatch(one -> one.school().equals(said.school()));
        if (!(invoice instanceof Submitted) || spoken) {
            return Decision.refuse(new StepNotNow(invoice.id(), "verification", word(invoice)));
        }
        if (said.by().equals(invoice.bill().submittedBy())) {
            return Decision.refuse(new SeparationOfDuties("verify", "submitted the invoice"));
        }
        List<Verification> all = new ArrayList<>(invoice.verifications());
        all.add(said);
        Set<SchoolCode> missing = new TreeSet<>(invoice.bill().bySchool().keySet());
        all.forEach(one -> missing.remove(one.school()));
        if (!said.delivered()) {
            return Decision.accept(new Rejected(invoice.bill(), all));
        }
        return Decision.accept(
                missing.isEmpty() ? new Verified(invoice.bill(), all) : new Submitted(invoice.bill(), all));
    }

    /** The contracting officer certifies work done and amount due. */
    static Decision<Invoice> certify(Invoice invoice, Contract contract, Hand hand) {
        if (!(invoice instanceof Verified verified)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "certification", word(invoice)));
        }
        var rests = Ends.certifying(contract);
        if (rests.isPresent()) {
            return Decision.refuse(rests.get());
        }
        if (contract.signatures().stream().map(Signature::by).anyMatch(hand.by()::equals)) {
            return Decision.refuse(new SeparationOfDuties("certify", "signed the contract"));
        }
        return handled(verified).contains(hand.by())
                ? Decision.refuse(new SeparationOfDuties("certify", "submitted or verified the invoice"))
                : Decision.accept(new Certified(verified.bill(), verified.verifications(), hand));
    }

    /** The City Auditor takes it in. */
    static Decision<Invoice> receive(Invoice invoice, Hand hand) {
        if (!(invoice instanceof Certified certified)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "receipt", word(invoice)));
        }
        return handled(certified).contains(hand.by())
                ? Decision.refuse(new SeparationOfDuties("receive", "handled the invoice before"))
                : Decision.accept(new Received(certified, hand));
    }

    /** It is paid; the ledger has agreed to every cent. */
    static Decision<Invoice> pay(Invoice invoice, Contract contract, Hand hand, String reference) {
        if (!(invoice instanceof Received received)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "payment", word(invoice)));
        }
        if (handled(received).contains(hand.by())) {
            return Decision.refuse(new SeparationOfDuties("pay", "handled the invoice before"));
        }
        var paid = new Paid(received, hand, reference);
        return Decision.accept(paid, new InvoicePaid(paid, contract.terms(), hand.at()));
    }

    private static Set<Person> handled(Invoice invoice) {
        Set<Person> people = new HashSet<>();
        people.add(invoice.bill().submittedBy());
        invoice.verifications().forEach(one -> people.add(one.by()));
        switch (invoice) {
            case Submitted _, Verified _, Rejected _ -> {}
            case Certified certified -> people.add(certified.certified().by());
            case Received received -> {
                people.add(received.certified().certified().by());
                people.add(received.received().by());
            }
            case Paid paid -> people.add(paid.paid().by());
        }
        return people;
    }

    /** The state's word in tables and on the wire. */
    static String word(Invoice invoice) {
        return switch (invoice) {
            case Submitted _ -> "submitted";
            case Verified _ -> "verified";
            case Rejected _ -> "rejected";
            case Certified _ -> "certified";
            case Received _ -> "received";
            case Paid _ -> "paid";
        };
    }

    /** Who certified it and when; null before. */
    default @Nullable Hand certification() {
        return switch (this) {
            case Submitted _, Verified _, Rejected _ -> null;
            case Certified certified -> certified.certified();
            case Received received -> received.certified().certified();
            case Paid paid -> paid.received().certified().certified();
        };
    }
}
