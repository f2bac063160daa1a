package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.disclosure.Background.Approval;
import org.partnershipfund.procurement.disclosure.Parties.Role;
import org.partnershipfund.procurement.disclosure.Tree.Fields;
import org.partnershipfund.procurement.invoice.Invoice;
import org.partnershipfund.procurement.invoice.Settlement.Payment;
import org.partnershipfund.procurement.process.Award;
import org.partnershipfund.procurement.process.ContractingProcess;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Cancelled;
import org.partnershipfund.procurement.process.ContractingProcess.Open;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.reservation.ReservedLine;

/**
 * What of a dossier anybody may see today. Offers, who makes them and what they ask stay out of it until the award, and
 * so does the partner that the schools chose, if there is a competition: it names none.
 *
 * <p>Source: docs/policy/disclosure.md §2 and §3.
 */
final class Picture {

    static final String ITEM_SCHEME = "PARTNERSHIP-FUND-SERVICE-AREA";
    static final String AWARD_ID = "award-1";

    private final Dossier dossier;
    private final Publisher publisher;
    private final Parties parties;

    private Picture(Dossier dossier, Publisher publisher) {
        this.dossier = dossier;
        this.publisher = publisher;
        this.parties = new Parties(publisher);
    }

    /** The body of a release that would tell all of it. */
    static Fields of(Dossier dossier, Publisher publisher) {
        return new Picture(dossier, publisher).paint();
    }

    private Fields paint() {
        Fields buyer = parties.district();
        Fields planning = planning();
        Fields tender = new TenderPicture(dossier, publisher, parties).paint();
        Optional<Award> award = award(dossier.process());
        List<Fields> awards = award.map(this::awards).stream().toList();
        var contracts = new ContractPicture(dossier, publisher, parties);
        List<Fields> signed = dossier.contracts().stream()
                .map(contracts::paint)
                .flatMap(Optional::stream)
                .toList();
        return Fields.of(picture -> picture.put("language", "en")
                .put("parties", parties.list())
                .put("buyer", buyer)
                .put("planning", planning)
                .put("tender", tender)
                .put("awards", awards)
                .put("contracts", signed));
    }

    private static Optional<Award> award(ContractingProcess process) {
        return switch (process) {
            case Open _, Solicited _ -> Optional.empty();
            case Awarded awarded -> Optional.of(awarded.award());
            case Cancelled(var before, var _) -> award(before);
        };
    }

    private Fields planning() {
        var chart = dossier.fund().chart();
        Map<SchoolCode, Money> reserved = dossier.bySchool(ReservedLine::amount);
        Money all = reserved.values().stream().reduce(Money.ZERO, Money::plus);
        List<Fields> breakdown = new ArrayList<>();
        reserved.forEach((school, amount) -> breakdown.add(line(school, amount)));
        return Fields.of(planning -> planning.put(
                        "rationale",
                        "Schools chose services of the area %s in the Partnership Fund, each with the approval of its School Site Council and its Instructional Superintendent."
                                .formatted(dossier.process().opening().chosen().serviceArea()))
                .put(
                        "budget",
                        budget -> budget.put(
                                        "id", "%s/%s/%s".formatted(chart.fund(), chart.program(), chart.subclass()))
                                .put(
                                        "description",
                                        "Fund %s, account %s, program %s, subclass %s; fiscal year %s"
                                                .formatted(
                                                        chart.fund(),
                                                        chart.account(),
                                                        chart.program(),
                                                        chart.subclass(),
                                                        dossier.fund().year()))
                                .put("amount", all)
                                .put("project", dossier.fund().name())
                                .put(
                                        "projectID",
                                        "%s/%s"
                                                .formatted(
                                                        dossier.fund().year(),
                                                        dossier.fund().id()))
                                .put("budgetBreakdown", breakdown))
                .put("milestones", approvals()));
    }

    private Fields line(SchoolCode school, Money amount) {
        var chart = dossier.fund().chart();
        var known = dossier.background().schools().get(school);
        String centre = known == null ? "" : known.centre().value();
        Fields source = parties.school(school, dossier.nameOf(school));
        return Fields.of(line -> line.put("id", school.value())
                .put("description", "%s/%s/%s".formatted(centre, chart.program(), chart.subclass()))
                .put("amount", amount)
                .put(
                        "period",
                        period -> period.put(
                                        "startDate",
                                        startOf(dossier.fund().year().firstDay()))
                                .put("endDate", endOf(dossier.fund().year().lastDay())))
                .put("sourceParty", source));
    }

    private List<Fields> approvals() {
        return dossier.background().approvals().stream()
                .sorted(Comparator.comparing(Approval::school)
                        .thenComparing(Approval::decidedAt)
                        .thenComparing(Approval::step))
                .map(approval -> Fields.of(milestone -> milestone
                        .put("id", approval.school() + "-" + approval.step())
                        .put(
                                "title",
                                "%s: %s".formatted(dossier.nameOf(approval.school()), approvedBy(approval.step())))
                        .put("type", "approval")
                        .put("code", approval.step())
                        .put("dateMet", approval.decidedAt())
                        .put("status", "met")))
                .toList();
    }

    private static String approvedBy(String step) {
        return switch (step) {
            case "council" -> "approved by the School Site Council";
            case "superintendent" -> "approved by the Instructional Superintendent";
            case "completeness" -> "found complete by central office";
            default -> "approved: " + step;
        };
    }

    private Fields awards(Award award) {
        Fields supplier = parties.partner(Role.SUPPLIER, award.program());
        Map<SchoolCode, Money> prices = dossier.bySchool(line -> line.awarded() == null ? Money.ZERO : line.price());
        return Fields.of(one -> one.put("id", AWARD_ID)
                .put("title", award.program().name())
                .put("description", award.justification())
                .put("status", dossier.process() instanceof Cancelled ? "cancelled" : "active")
                .put("date", award.at())
                .put("value", award.price())
                .put("suppliers", List.of(supplier))
                .put("items", items(dossier, prices, award.program().serviceArea())));
    }

    /** What each school buys; with what it costs where that may be seen. */
    static List<Fields> items(Dossier dossier, Map<SchoolCode, Money> prices, String serviceArea) {
        List<Fields> items = new ArrayList<>();
        prices.forEach((school, price) -> items.add(Fields.of(item -> item.put("id", school.value())
                .put("description", "Services for " + dossier.nameOf(school))
                .put("classification", named -> named.put("scheme", ITEM_SCHEME).put("id", serviceArea))
                .put("quantity", 1)
                .put("unit", unit -> {
                    var named = unit.put("name", "fiscal year " + dossier.fund().year());
                    return price.isPositive() ? named.put("value", price) : named;
                }))));
        return items;
    }

    /** What reports know the process by. */
    static Facts facts(Dossier dossier) {
        var process = dossier.process();
        var opening = process.opening();
        Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);
        dossier.background().reservedAt().ifPresent(at -> reached.put(Milestone.RESERVED, at));
        reached.put(Milestone.OPENED, opening.openedAt());
        switch (uncancelled(process)) {
            case Open _, Cancelled _ -> {}
            case Solicited solicited -> reached.put(Milestone.SOLICITED, solicited.solicitedAt());
            case Awarded(var _, var solicited, var award) -> {
                if (solicited != null) {
                    reached.put(Milestone.SOLICITED, solicited.solicitedAt());
                }
                reached.put(Milestone.AWARDED, award.at());
            }
        }
        dossier.contracts().stream()
                .map(Picture::executedAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> reached.put(Milestone.EXECUTED, at));
        dossier.invoices().stream()
                .map(invoice -> invoice.bill().submittedAt())
                .min(Comparator.naturalOrder())
                .ifPresent(at -> reached.put(Milestone.INVOICED, at));
        dossier.invoices().stream()
                .map(Picture::paidAt)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> reached.put(Milestone.PAID, at));
        return new Facts(
                process.id(),
                opening.fund(),
                opening.year(),
                opening.route().kind().word(),
                process.method().word(),
                process.program().serviceArea(),
                reached);
    }

    /** How it stood before it was cancelled, if it was. */
    static ContractingProcess uncancelled(ContractingProcess process) {
        return process instanceof Cancelled cancelled ? cancelled.before() : process;
    }

    private static Optional<Instant> executedAt(Contract contract) {
        return Optional.ofNullable(contract.execution()).map(Contract.Executed::executedAt);
    }

    /** When the first cent of it was paid. */
    private static Optional<Instant> paidAt(Invoice invoice) {
        return invoice.settled().payments().stream().findFirst().map(Payment::at);
    }

    /** A process of a competition is called by what it is about, any other by the program that is bought. */
    static String title(ContractingProcess process) {
        var chosen = process.opening().chosen();
        return process.opening().route().kind() == Route.Kind.COMPETITION
                ? "Partnership services: " + chosen.serviceArea()
                : chosen.name();
    }

    private Instant startOf(LocalDate day) {
        return startOf(day, publisher);
    }

    private Instant endOf(LocalDate day) {
        return endOf(day, publisher);
    }

    static Instant startOf(LocalDate day, Publisher publisher) {
        return day.atStartOfDay(publisher.zone()).toInstant();
    }

    /** The last second of the day: the standard's periods include their end. */
    static Instant endOf(LocalDate day, Publisher publisher) {
        return day.plusDays(1).atStartOfDay(publisher.zone()).toInstant().minusSeconds(1);
    }
}
