package org.partnershipfund.procurement.invoice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Ends;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.invoice.Invoice.Bill;
import org.partnershipfund.procurement.invoice.Invoice.Booked;
import org.partnershipfund.procurement.invoice.Invoice.Certified;
import org.partnershipfund.procurement.invoice.Invoice.Disputed;
import org.partnershipfund.procurement.invoice.Invoice.Hand;
import org.partnershipfund.procurement.invoice.Invoice.Received;
import org.partnershipfund.procurement.invoice.Invoice.Rejected;
import org.partnershipfund.procurement.invoice.Invoice.Submitted;
import org.partnershipfund.procurement.invoice.Invoice.Verified;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineExceeded;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.LineNamedTwice;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NoSuchLine;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NotInDispute;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.NotOnContract;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.SeparationOfDuties;
import org.partnershipfund.procurement.invoice.InvoiceRefusal.StepNotNow;
import org.partnershipfund.procurement.invoice.Verification.Verdict;

/**
 * The hands between the partner and the money: schools, contracting officer, City Auditor.
 *
 * <p>Source: docs/policy/invoices.md §4.
 */
public final class Checking {

    private Checking() {}

    /** A school says whether it was served: whole, in part, or not as the line says. */
    public static Decision<Invoice> verify(Invoice invoice, Verification said) {
        if (!invoice.bill().bySchool().containsKey(said.school())) {
            return Decision.refuse(new NotOnContract(invoice.bill().contract(), said.school()));
        }
        boolean spoken =
                invoice.verifications().stream().anyMatch(one -> one.school().equals(said.school()));
        if (!(invoice instanceof Submitted) || spoken) {
            return Decision.refuse(new StepNotNow(invoice.id(), "verification", Invoice.word(invoice)));
        }
        if (said.by().equals(invoice.bill().submittedBy())) {
            return Decision.refuse(new SeparationOfDuties("verify", "submitted the invoice"));
        }
        Optional<InvoiceRefusal> wrong = wrong(invoice, said);
        if (wrong.isPresent()) {
            return Decision.refuse(wrong.get());
        }
        List<Verification> all = new ArrayList<>(invoice.verifications());
        all.add(said);
        return Decision.accept(
                said.delivered()
                        ? checked(invoice.bill(), all, invoice.decisions())
                        : new Rejected(invoice.bill(), all, invoice.decisions()));
    }

    private static Optional<InvoiceRefusal> wrong(Invoice invoice, Verification said) {
        Set<Integer> named = new HashSet<>();
        for (Verdict verdict : said.verdicts()) {
            Optional<InvoiceLine> line = invoice.bill()
                    .line(verdict.line())
                    .filter(one -> one.school().equals(said.school()));
            if (line.isEmpty()) {
                return Optional.of(new NoSuchLine(invoice.id(), verdict.line()));
            }
            if (!named.add(verdict.line())) {
                return Optional.of(new LineNamedTwice(verdict.line()));
            }
            if (isOutside(verdict.accepted(), line.get().amount())) {
                return Optional.of(new LineExceeded(
                        verdict.line(),
                        verdict.accepted(),
                        Money.ZERO,
                        line.get().amount()));
            }
        }
        return Optional.empty();
    }

    /**
     * What a line comes to after its school has spoken: its school ends its own dispute, the contracting officer ends any
     * dispute, or lowers what was accepted.
     */
    public static Decision<Invoice> decide(Invoice invoice, LineDecision decision) {
        Optional<InvoiceLine> line = invoice.bill().line(decision.line());
        if (line.isEmpty()) {
            return Decision.refuse(new NoSuchLine(invoice.id(), decision.line()));
        }
        var stands = invoice.amounts().get(decision.line() - 1);
        boolean isOpen = invoice instanceof Submitted || invoice instanceof Disputed || invoice instanceof Verified;
        if (!isOpen || (!stands.disputed() && stands.accepted() == null)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "decision", Invoice.word(invoice)));
        }
        if (!stands.disputed() && decision.side() == LineDecision.Side.SCHOOL) {
            return Decision.refuse(new NotInDispute(invoice.id(), decision.line()));
        }
        boolean hasHand = decision.by().equals(invoice.bill().submittedBy())
                || (decision.side() == LineDecision.Side.OFFICER
                        && handsBefore(invoice).contains(decision.by()));
        if (hasHand) {
            return Decision.refuse(new SeparationOfDuties("decide on", "submitted or verified the invoice"));
        }
        Money most = stands.disputed() || stands.accepted() == null ? line.get().amount() : stands.accepted();
        if (isOutside(decision.accepted(), most)) {
            return Decision.refuse(new LineExceeded(decision.line(), decision.accepted(), Money.ZERO, most));
        }
        List<LineDecision> all = new ArrayList<>(invoice.decisions());
        all.add(decision);
        return Decision.accept(checked(invoice.bill(), invoice.verifications(), all));
    }

    private static boolean isOutside(Money amount, Money most) {
        return amount.isNegative() || amount.exceeds(most);
    }

    /** Where an invoice stands after what was said and decided: nothing left of it is as good as a no. */
    private static Invoice checked(Bill bill, List<Verification> verifications, List<LineDecision> decisions) {
        Set<SchoolCode> missing = new TreeSet<>(bill.bySchool().keySet());
        verifications.forEach(one -> missing.remove(one.school()));
        if (!missing.isEmpty()) {
            return new Submitted(bill, verifications, decisions);
        }
        var verified = new Verified(bill, verifications, decisions);
        if (verified.amounts().stream().anyMatch(LineAmounts::disputed)) {
            return new Disputed(bill, verifications, decisions);
        }
        return verified.total(LineAmounts::claimed).isPositive()
                ? verified
                : new Rejected(bill, verifications, decisions);
    }

    /** The contracting officer certifies that the work is done and what was accepted is due. */
    public static Decision<Invoice> certify(Invoice invoice, Contract contract, Hand hand) {
        if (!(invoice instanceof Verified verified)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "certification", Invoice.word(invoice)));
        }
        var rests = Ends.certifying(contract);
        if (rests.isPresent()) {
            return Decision.refuse(rests.get());
        }
        if (signatures(contract).map(Signature::by).anyMatch(hand.by()::equals)) {
            return Decision.refuse(new SeparationOfDuties("certify", "signed the contract"));
        }
        return handsBefore(verified).contains(hand.by())
                ? Decision.refuse(new SeparationOfDuties("certify", "submitted or verified the invoice"))
                : Decision.accept(new Certified(verified.bill(), verified.verifications(), verified.decisions(), hand));
    }

    /** Those of the contract and of all its amendments. */
    private static Stream<Signature> signatures(Contract contract) {
        Executed executed = contract.execution();
        return Stream.concat(
                contract.signatures().stream(),
                executed == null
                        ? Stream.empty()
                        : executed.amendments().stream().flatMap(amendment -> amendment.signatures().stream()));
    }

    /** The City Auditor takes it in. */
    public static Decision<Invoice> receive(Invoice invoice, Hand hand) {
        if (!(invoice instanceof Certified certified)) {
            return Decision.refuse(new StepNotNow(invoice.id(), "receipt", Invoice.word(invoice)));
        }
        return hands(certified).contains(hand.by())
                ? Decision.refuse(new SeparationOfDuties("receive", "handled the invoice before"))
                : Decision.accept(new Received(certified, hand, Settlement.NONE));
    }

    /** Who submitted it, and who spoke for a school. */
    private static Set<Person> handsBefore(Invoice invoice) {
        Set<Person> people = new HashSet<>();
        people.add(invoice.bill().submittedBy());
        invoice.verifications().forEach(one -> people.add(one.by()));
        invoice.decisions().stream()
                .filter(one -> one.side() == LineDecision.Side.SCHOOL)
                .forEach(one -> people.add(one.by()));
        return people;
    }

    /** Everybody who had it before it is paid. */
    static Set<Person> hands(Invoice invoice) {
        Set<Person> people = handsBefore(invoice);
        invoice.decisions().forEach(one -> people.add(one.by()));
        switch (invoice) {
            case Submitted _, Disputed _, Verified _, Rejected _ -> {}
            case Certified certified -> people.add(certified.certified().by());
            case Booked booked -> {
                people.add(booked.certified().certified().by());
                people.add(booked.received().by());
            }
        }
        return people;
    }
}
