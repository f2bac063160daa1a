package org.partnershipfund.procurement.adapter.kafka;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.contracts.AwardMadeV1;
import org.partnershipfund.contracts.ContractAmendedV1;
import org.partnershipfund.contracts.ContractCompletedV1;
import org.partnershipfund.contracts.ContractExecutedV1;
import org.partnershipfund.contracts.ContractShareV1;
import org.partnershipfund.contracts.ContractTerminatedV1;
import org.partnershipfund.contracts.ContractedLineV1;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundsReservedV1;
import org.partnershipfund.contracts.InvoiceCreditedV1;
import org.partnershipfund.contracts.InvoicePaidV1;
import org.partnershipfund.contracts.InvoicePaymentMadeV1;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.contracts.PaymentV1;
import org.partnershipfund.contracts.ProcessCancelledV1;
import org.partnershipfund.contracts.ProcessOpenedV1;
import org.partnershipfund.contracts.ProcurementOutcomeDiffersV1;
import org.partnershipfund.contracts.PurchaseOrderIssuedV1;
import org.partnershipfund.contracts.ReservationRefusedV1;
import org.partnershipfund.contracts.ReservationV1;
import org.partnershipfund.contracts.RevisionAcceptedV1;
import org.partnershipfund.contracts.RevisionRefusedV1;
import org.partnershipfund.contracts.SelectionContractedV1;
import org.partnershipfund.foundation.eventlog.EventsOnWire;
import org.partnershipfund.foundation.eventlog.OnWire;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractEvent;
import org.partnershipfund.procurement.contract.ContractEvent.ContractAmended;
import org.partnershipfund.procurement.contract.ContractEvent.ContractCompleted;
import org.partnershipfund.procurement.contract.ContractEvent.ContractExecuted;
import org.partnershipfund.procurement.contract.ContractEvent.ContractTerminated;
import org.partnershipfund.procurement.contract.ContractEvent.PurchaseOrderIssued;
import org.partnershipfund.procurement.contract.ContractEvent.SelectionContracted;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.invoice.InvoiceEvent;
import org.partnershipfund.procurement.invoice.InvoiceEvent.InvoiceCredited;
import org.partnershipfund.procurement.invoice.InvoiceEvent.InvoicePaid;
import org.partnershipfund.procurement.invoice.InvoiceEvent.PaymentMade;
import org.partnershipfund.procurement.invoice.LineAmounts;
import org.partnershipfund.procurement.process.Cancellation;
import org.partnershipfund.procurement.process.ProcessEvent;
import org.partnershipfund.procurement.process.ProcessEvent.AwardMade;
import org.partnershipfund.procurement.process.ProcessEvent.OutcomeDiffers;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessCancelled;
import org.partnershipfund.procurement.process.ProcessEvent.ProcessOpened;
import org.partnershipfund.procurement.reservation.ReservationEvent;
import org.partnershipfund.procurement.reservation.ReservationEvent.FundsReserved;
import org.partnershipfund.procurement.reservation.ReservationEvent.ReservationRefused;
import org.partnershipfund.procurement.reservation.ReservationEvent.RevisionAccepted;
import org.partnershipfund.procurement.reservation.ReservationEvent.RevisionRefused;
import org.partnershipfund.procurement.reservation.ReservedLine;

/** Our events as the contracts have them; a new event of ours breaks the build here until it has a wire form. */
@Singleton
final class ProcurementEventsOnWire implements EventsOnWire {

    @Override
    public Optional<OnWire<?>> of(DomainEvent event) {
        return Optional.of(
                switch (event) {
                    case ReservationEvent ours -> of(ours);
                    case ProcessEvent ours -> of(ours);
                    case ContractEvent ours -> of(ours);
                    case InvoiceEvent ours -> of(ours);
                    default -> throw new IllegalArgumentException("not an event of this service: " + event.getClass());
                });
    }

    private static OnWire<?> of(ReservationEvent event) {
        return switch (event) {
            case FundsReserved reserved -> OnWire.of(Events.FUNDS_RESERVED, reserved.selection(), data(reserved));
            case ReservationRefused refused ->
                OnWire.of(
                        Events.RESERVATION_REFUSED,
                        refused.selection(),
                        new ReservationRefusedV1(
                                refused.selection(),
                                refused.version(),
                                refused.fund().value(),
                                refused.school().value(),
                                MoneyV1.of(refused.requested()),
                                MoneyV1.of(refused.available()),
                                refused.reason(),
                                refused.at()));
            case RevisionAccepted(var answer, var at) ->
                new OnWire<>(
                        Events.REVISION_ACCEPTED,
                        answer.school().value(),
                        new RevisionAcceptedV1(
                                answer.revision(),
                                answer.fund().value(),
                                answer.school().value(),
                                MoneyV1.of(answer.amount()),
                                at));
            case RevisionRefused(var answer, var at) ->
                new OnWire<>(
                        Events.REVISION_REFUSED,
                        answer.school().value(),
                        new RevisionRefusedV1(
                                answer.revision(),
                                answer.fund().value(),
                                answer.school().value(),
                                MoneyV1.of(answer.amount()),
                                MoneyV1.of(answer.available()),
                                answer.reason(),
                                at));
        };
    }

    private static FundsReservedV1 data(FundsReserved event) {
        return new FundsReservedV1(
                event.selection(),
                event.version(),
                event.fund().value(),
                event.school().value(),
                MoneyV1.of(event.total()),
                reservations(event.lines()),
                event.at());
    }

    /** One per line of the selection: what is set aside on top of a contracted line is not told apart from it. */
    private static List<ReservationV1> reservations(List<ReservedLine> lines) {
        Map<UUID, ReservationV1> byLine = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparing((ReservedLine line) -> line.raises() != null))
                .forEach(line -> byLine.merge(
                        line.line(),
                        new ReservationV1(line.line(), line.commitment().value(), MoneyV1.of(line.amount())),
                        (one, more) -> new ReservationV1(
                                one.lineId(),
                                one.commitmentId(),
                                MoneyV1.of(
                                        one.amount().money().plus(more.amount().money())))));
        return List.copyOf(byLine.values());
    }

    private static OnWire<?> of(ProcessEvent event) {
        return switch (event) {
            case ProcessOpened opened ->
                OnWire.of(Events.PROCESS_OPENED, opened.opening().id().value(), data(opened));
            case ProcessCancelled cancelled ->
                OnWire.of(Events.PROCESS_CANCELLED, cancelled.process().id().value(), data(cancelled));
            case AwardMade(var opening, var award, var at) ->
                OnWire.of(
                        Events.AWARD_MADE,
                        opening.id().value(),
                        new AwardMadeV1(
                                opening.id().value(),
                                opening.fund().value(),
                                opening.year().endYear(),
                                award.program().id(),
                                award.program().partner(),
                                MoneyV1.of(award.price()),
                                award.asChosen(),
                                at));
            case OutcomeDiffers differs ->
                OnWire.of(Events.PROCUREMENT_OUTCOME_DIFFERS, differs.line().selection(), data(differs));
        };
    }

    private static ProcessCancelledV1 data(ProcessCancelled event) {
        var process = event.process();
        var opening = process.opening();
        var cancellation = event.cancellation();
        return new ProcessCancelledV1(
                opening.id().value(),
                opening.fund().value(),
                opening.year().endYear(),
                opening.chosen().id(),
                opening.chosen().name(),
                opening.chosen().partner(),
                opening.chosen().partnerName(),
                cancellation.reason(),
                cancellation.freed().stream()
                        .map(Cancellation.Freed::selection)
                        .distinct()
                        .toList(),
                cancellation.at());
    }

    private static ProcessOpenedV1 data(ProcessOpened event) {
        var opening = event.opening();
        return new ProcessOpenedV1(
                opening.id().value(),
                opening.fund().value(),
                opening.year().endYear(),
                opening.chosen().id(),
                opening.chosen().partner(),
                opening.chosen().serviceArea(),
                opening.route().kind().word(),
                opening.method().word(),
                MoneyV1.of(opening.value()),
                event.selections(),
                event.at());
    }

    private static ProcurementOutcomeDiffersV1 data(OutcomeDiffers event) {
        var line = event.line();
        return new ProcurementOutcomeDiffersV1(
                line.selection(),
                line.version(),
                line.fund().value(),
                line.school().value(),
                event.process().value(),
                line.line(),
                line.program(),
                event.award().program().id(),
                event.award().program().partner(),
                event.award().program().partnerName(),
                MoneyV1.of(event.amount()),
                event.reason(),
                event.at());
    }

    private static OnWire<?> of(ContractEvent event) {
        return switch (event) {
            case SelectionContracted contracted ->
                OnWire.of(Events.SELECTION_CONTRACTED, contracted.selection(), data(contracted));
            case ContractExecuted(var contract, var at) ->
                OnWire.of(Events.CONTRACT_EXECUTED, contract.terms().process().value(), executed(contract.terms(), at));
            case PurchaseOrderIssued(var contract, var at) ->
                OnWire.of(
                        Events.PURCHASE_ORDER_ISSUED, contract.terms().process().value(), issued(contract, at));
            case ContractAmended(var contract, var wish, var at) ->
                OnWire.of(
                        Events.CONTRACT_AMENDED,
                        contract.terms().process().value(),
                        amended(contract.terms(), wish.number(), at));
            case ContractTerminated(var terms, var bound, var shares, var at) ->
                OnWire.of(
                        Events.CONTRACT_TERMINATED,
                        terms.process().value(),
                        new ContractTerminatedV1(
                                terms.id().value(),
                                terms.process().value(),
                                terms.fund().value(),
                                terms.year().endYear(),
                                terms.program().id(),
                                terms.program().partner(),
                                bound,
                                shares(shares),
                                at));
            case ContractCompleted(var terms, var shares, var at) ->
                OnWire.of(
                        Events.CONTRACT_COMPLETED,
                        terms.process().value(),
                        new ContractCompletedV1(
                                terms.id().value(),
                                terms.process().value(),
                                terms.fund().value(),
                                terms.year().endYear(),
                                terms.program().id(),
                                terms.program().partner(),
                                shares(shares),
                                at));
        };
    }

    private static ContractExecutedV1 executed(Contract.Terms terms, Instant at) {
        return new ContractExecutedV1(
                terms.id().value(),
                terms.process().value(),
                terms.fund().value(),
                terms.year().endYear(),
                terms.program().id(),
                terms.program().partner(),
                MoneyV1.of(terms.amount()),
                terms.startsOn(),
                terms.endsOn(),
                shares(terms.shares()),
                at);
    }

    private static PurchaseOrderIssuedV1 issued(Contract.Executed contract, Instant at) {
        var terms = contract.terms();
        return new PurchaseOrderIssuedV1(
                terms.id().value(),
                terms.process().value(),
                terms.fund().value(),
                terms.year().endYear(),
                terms.program().id(),
                terms.program().partner(),
                contract.requisition(),
                contract.purchaseOrder(),
                terms.startsOn(),
                terms.endsOn(),
                shares(terms.shares()),
                at);
    }

    private static ContractAmendedV1 amended(Contract.Terms terms, int number, Instant at) {
        return new ContractAmendedV1(
                terms.id().value(),
                terms.process().value(),
                terms.fund().value(),
                terms.year().endYear(),
                terms.program().id(),
                terms.program().partner(),
                number,
                MoneyV1.of(terms.amount()),
                terms.endsOn(),
                shares(terms.shares()),
                at);
    }

    private static List<ContractShareV1> shares(List<Share> shares) {
        return shares.stream()
                .map(share -> new ContractShareV1(
                        share.school().value(), share.selection(), share.line(), MoneyV1.of(share.amount())))
                .toList();
    }

    private static SelectionContractedV1 data(SelectionContracted event) {
        return new SelectionContractedV1(
                event.selection(),
                event.version(),
                event.fund().value(),
                event.school().value(),
                event.contract().value(),
                event.process().value(),
                event.lines().stream()
                        .map(line -> new ContractedLineV1(line.line(), line.program(), MoneyV1.of(line.amount())))
                        .toList(),
                event.at());
    }

    private static OnWire<?> of(InvoiceEvent event) {
        return switch (event) {
            case PaymentMade(var invoice, var payment, var contract, var at) -> {
                var bill = invoice.bill();
                Map<SchoolCode, Money> bySchool = new TreeMap<>();
                payment.parts()
                        .forEach(part ->
                                bySchool.merge(bill.lines().get(part.line() - 1).school(), part.amount(), Money::plus));
                yield OnWire.of(
                        Events.INVOICE_PAYMENT_MADE,
                        bill.process().value(),
                        new InvoicePaymentMadeV1(
                                bill.id().value(),
                                bill.contract().value(),
                                bill.process().value(),
                                contract.fund().value(),
                                contract.year().endYear(),
                                bill.partner(),
                                payment.id(),
                                payment.reference(),
                                payment.paidOn(),
                                MoneyV1.of(payment.amount()),
                                payments(bySchool),
                                MoneyV1.of(invoice.total(LineAmounts::due)),
                                at));
            }
            case InvoicePaid(var invoice, var contract, var at) -> {
                var bill = invoice.bill();
                yield OnWire.of(
                        Events.INVOICE_PAID,
                        bill.process().value(),
                        new InvoicePaidV1(
                                bill.id().value(),
                                bill.contract().value(),
                                bill.process().value(),
                                contract.fund().value(),
                                contract.year().endYear(),
                                bill.partner(),
                                MoneyV1.of(invoice.total(LineAmounts::paid)),
                                payments(invoice.bySchool(LineAmounts::paid)),
                                at));
            }
            case InvoiceCredited(var invoice, var note, var contract, var at) -> {
                var bill = invoice.bill();
                yield OnWire.of(
                        Events.INVOICE_CREDITED,
                        bill.process().value(),
                        new InvoiceCreditedV1(
                                bill.id().value(),
                                bill.contract().value(),
                                bill.process().value(),
                                contract.fund().value(),
                                contract.year().endYear(),
                                bill.partner(),
                                note.id(),
                                bill.lines().get(note.line() - 1).school().value(),
                                MoneyV1.of(note.amount()),
                                MoneyV1.of(note.ofPaid()),
                                at));
            }
        };
    }

    /** Schools of which something was paid. */
    private static List<PaymentV1> payments(Map<SchoolCode, Money> bySchool) {
        List<PaymentV1> payments = new ArrayList<>();
        bySchool.forEach((school, amount) -> {
            if (amount.isPositive()) {
                payments.add(new PaymentV1(school.value(), MoneyV1.of(amount)));
            }
        });
        return payments;
    }
}
