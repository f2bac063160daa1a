package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Amendment.Agreed;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Abandoned;
import org.partnershipfund.procurement.contract.Contract.Completed;
import org.partnershipfund.procurement.contract.Contract.Draft;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.Contract.Suspended;
import org.partnershipfund.procurement.contract.Contract.Terminated;
import org.partnershipfund.procurement.disclosure.Parties.Role;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Invoice.Bill;
import org.partnershipfund.procurement.invoice.Invoice.Certified;
import org.partnershipfund.procurement.invoice.Invoice.Credited;
import org.partnershipfund.procurement.invoice.Invoice.Disputed;
import org.partnershipfund.procurement.invoice.Invoice.Paid;
import org.partnershipfund.procurement.invoice.Invoice.PartlyPaid;
import org.partnershipfund.procurement.invoice.Invoice.Received;
import org.partnershipfund.procurement.invoice.Invoice.Rejected;
import org.partnershipfund.procurement.invoice.Invoice.Submitted;
import org.partnershipfund.procurement.invoice.Invoice.Verified;
import org.partnershipfund.procurement.invoice.Settlement.CreditNote;
import org.partnershipfund.procurement.invoice.Settlement.Payment;
import org.partnershipfund.procurement.invoice.Verification;

/** A contract that binds, and what is done and paid under it. A draft is not shown. Source: docs/policy/disclosure.md §3. */
final class ContractPicture {

    /** The standard's word for a contract that was signed and is over, whether delivered or ended before its time. */
    private static final String TERMINATED = "terminated";

    private final Dossier dossier;
    private final Publisher publisher;
    private final Parties parties;

    ContractPicture(Dossier dossier, Publisher publisher, Parties parties) {
        this.dossier = dossier;
        this.publisher = publisher;
        this.parties = parties;
    }

    Optional<Fields> paint(Contract contract) {
        return switch (contract) {
            case Draft _, Abandoned _ -> Optional.empty();
            case Executed executed -> Optional.of(signed(executed, "active"));
            // The standard has no word for a contract at rest: it binds, so it is active.
            case Suspended(var executed, var _) -> Optional.of(signed(executed, "active"));
            case Completed(var executed, var _, var _) -> Optional.of(signed(executed, TERMINATED));
            case Terminated(var executed, var _, var _) -> Optional.of(signed(executed, TERMINATED));
        };
    }

    private Fields signed(Executed contract, String status) {
        var terms = contract.terms();
        Map<SchoolCode, Money> shares = new TreeMap<>();
        terms.shares().forEach(share -> shares.merge(share.school(), share.amount(), Money::plus));
        shares.keySet().forEach(school -> {
            Fields _ = parties.school(school, dossier.nameOf(school));
        });
        Fields _ = parties.partner(Role.SUPPLIER, terms.program());
        List<Invoice> invoices = dossier.invoices().stream()
                .filter(invoice -> invoice.bill().contract().equals(contract.id()))
                .sorted(Comparator.comparing(invoice -> invoice.bill().submittedAt()))
                .toList();
        return Fields.of(one -> one.put("id", contract.id().value().toString())
                .put("awardID", Picture.AWARD_ID)
                .put("title", terms.program().name())
                .put(
                        "description",
                        "With all years and options of the term worth %s; of other years only what is appropriated binds."
                                .formatted(terms.value()))
                .put("status", status)
                .put(
                        "period",
                        period -> period.put("startDate", Picture.startOf(terms.startsOn(), publisher))
                                .put("endDate", Picture.endOf(terms.endsOn(), publisher)))
                .put("value", terms.amount())
                .put("items", Picture.items(dossier, shares, terms.program().serviceArea()))
                .put("dateSigned", contract.executedAt())
                .put("amendments", amendments(contract))
                .put("milestones", List.of(lastDay(contract)))
                .put(
                        "implementation",
                        implementation -> implementation
                                .put(
                                        "transactions",
                                        invoices.stream()
                                                .flatMap(invoice -> transactions(invoice, contract).stream())
                                                .toList())
                                .put(
                                        "milestones",
                                        invoices.stream()
                                                .flatMap(invoice -> milestones(invoice).stream())
                                                .toList())));
    }

    private Fields lastDay(Contract contract) {
        return Fields.of(milestone -> milestone
                .put("id", "last-day")
                .put("title", "Last day of services")
                .put("type", "delivery")
                .put("dueDate", Picture.endOf(contract.terms().endsOn(), publisher))
                .put("status", "scheduled"));
    }

    /** In force, each under the number that it has within its contract. */
    private static List<Fields> amendments(Executed contract) {
        return contract.amendments().stream()
                .filter(Agreed.class::isInstance)
                .map(Agreed.class::cast)
                .map(agreed -> Fields.of(one -> one.put(
                                "id",
                                "%s-%d"
                                        .formatted(
                                                contract.id().value(),
                                                agreed.wish().number()))
                        .put("date", agreed.at())
                        .put("rationale", agreed.wish().need())
                        .put(
                                "description",
                                "From %s to %s, last day %s"
                                        .formatted(
                                                agreed.wish().before(),
                                                agreed.wish().after(),
                                                agreed.wish().endsOn()))))
                .toList();
    }

    /** What was paid of an invoice, payment by payment, and what its partner gave back of it. */
    private List<Fields> transactions(Invoice invoice, Contract contract) {
        Fields payer = parties.payer();
        Fields payee = parties.partner(Role.PAYEE, contract.terms().program());
        List<Fields> all = new ArrayList<>();
        for (Payment payment : invoice.settled().payments()) {
            all.add(transaction(payment.id().toString(), payment.at(), payment.amount(), payer, payee));
        }
        for (CreditNote credit : invoice.settled().credits()) {
            if (credit.ofPaid().isPositive()) {
                all.add(transaction(credit.id().toString(), credit.at(), credit.ofPaid(), payee, payer));
            }
        }
        return all;
    }

    private Fields transaction(String id, Instant at, Money amount, Fields payer, Fields payee) {
        return Fields.of(one -> one.put("id", id)
                .put("date", at)
                .put("value", amount)
                .put("payer", payer)
                .put("payee", payee)
                .put(
                        "uri",
                        "%s/ocds/records/%s#%s"
                                .formatted(
                                        publisher.address(),
                                        Ocid.of(
                                                publisher.prefix(),
                                                dossier.process().id()),
                                        id)));
    }

    private static List<Fields> milestones(Invoice invoice) {
        Bill bill = invoice.bill();
        return switch (invoice) {
            case Submitted _, Disputed _ -> milestones(bill, null, null, null);
            case Verified verified -> milestones(bill, lastSaid(verified), null, null);
            case Certified certified -> milestones(bill, lastSaid(certified), null, null);
            case Received received ->
                milestones(bill, lastSaid(received), received.received().at(), null);
            case PartlyPaid partly ->
                milestones(bill, lastSaid(partly), partly.received().at(), null);
            case Paid paid ->
                milestones(
                        bill,
                        lastSaid(paid),
                        paid.received().at(),
                        paid.settlement().payments().getLast().at());
            case Credited credited ->
                List.of(
                        milestone(bill, "delivery", "services delivered, as the schools say", lastSaid(credited)),
                        milestone(
                                bill,
                                "reporting",
                                "itemised bill with the city auditor",
                                credited.received().at()),
                        milestone(bill, "payment", "paid", null, "notMet"));
            case Rejected _ ->
                List.of(milestone(bill, "delivery", "services delivered, as the schools say", null, "notMet"));
        };
    }

    private static List<Fields> milestones(
            Bill bill, @Nullable Instant delivered, @Nullable Instant billed, @Nullable Instant paid) {
        List<Fields> all = new ArrayList<>();
        all.add(milestone(bill, "delivery", "services delivered, as the schools say", delivered));
        all.add(milestone(bill, "reporting", "itemised bill with the city auditor", billed));
        all.add(milestone(bill, "payment", "paid", paid));
        return all;
    }

    private static Fields milestone(Bill bill, String type, String what, @Nullable Instant met) {
        return milestone(bill, type, what, met, met == null ? "scheduled" : "met");
    }

    private static Fields milestone(Bill bill, String type, String what, @Nullable Instant met, String status) {
        return Fields.of(one -> one.put("id", bill.id().value() + "-" + type)
                .put("title", "Invoice %s: %s".formatted(bill.number(), what))
                .put("type", type)
                .put("dateMet", met)
                .put("status", status));
    }

    private static @Nullable Instant lastSaid(Invoice invoice) {
        return invoice.verifications().stream()
                .map(Verification::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
