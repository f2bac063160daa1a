package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.contracts.ContractExecutedV1;
import org.partnershipfund.contracts.InvoicePaidV1;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.contracts.PurchaseOrderIssuedV1;
import org.partnershipfund.contracts.SelectionApprovedV1;
import org.partnershipfund.contracts.SelectionLineV1;
import org.partnershipfund.contracts.SelectionReturnedV2;
import org.partnershipfund.contracts.SelectionWithdrawnV2;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.ChosenPartners;
import org.partnershipfund.portfolio.webhook.PartnerNews;
import org.partnershipfund.portfolio.webhook.Topic;

/** Tells each partner what others said about it, and nothing that they said about anybody else. */
@ApplicationScoped
class PartnersAreTold {

    private final PartnerNews news;
    private final ChosenPartners chosen;

    PartnersAreTold(PartnerNews news, ChosenPartners chosen) {
        this.news = news;
        this.chosen = chosen;
    }

    /** What a school chose of one partner. */
    record Chosen(
            UUID selectionId, int version, UUID fundId, int fiscalYear, String schoolCode, List<ChosenLine> lines) {}

    /** One program that the school chose. */
    record ChosenLine(
            UUID lineId, UUID programId, int pupils, MoneyV1 amount, LocalDate serviceFrom, LocalDate serviceUntil) {}

    /** That a school no longer chooses what it chose. */
    record Unchosen(UUID selectionId, int version, UUID fundId, String schoolCode) {}

    /** A contract. */
    record Contracted(
            UUID contractId,
            UUID programId,
            UUID fundId,
            int fiscalYear,
            MoneyV1 amount,
            LocalDate startsOn,
            LocalDate endsOn,
            List<String> schoolCodes) {}

    /** The numbers of a contract. */
    record Ordered(UUID contractId, String requisition, String purchaseOrder, LocalDate startsOn, LocalDate endsOn) {}

    /** What a contract stands for since it was amended, or has ended. */
    record Stands(UUID contractId, UUID programId, UUID fundId, int fiscalYear, MoneyV1 amount) {}

    /** A payment. */
    record Paid(UUID invoiceId, UUID contractId, UUID fundId, int fiscalYear, MoneyV1 amount) {}

    void ofSelection(SelectionApprovedV1 selection, Heard heard) {
        Map<UUID, List<SelectionLineV1>> byPartner = new LinkedHashMap<>();
        selection
                .lines()
                .forEach(line -> byPartner
                        .computeIfAbsent(line.partnerId(), _ -> new ArrayList<>())
                        .add(line));
        chosen.keep(
                selection.selectionId(),
                byPartner.keySet().stream().map(PartnerId::new).collect(Collectors.toUnmodifiableSet()));
        byPartner.forEach((partner, lines) -> news.tell(
                new PartnerId(partner),
                message(heard, partner),
                Topic.SELECTION_APPROVED,
                new Chosen(
                        selection.selectionId(),
                        selection.version(),
                        selection.fundId(),
                        selection.fiscalYear(),
                        selection.schoolCode(),
                        lines.stream().map(PartnersAreTold::chosen).toList()),
                selection.approvedAt()));
    }

    void ofWithdrawal(SelectionWithdrawnV2 selection, Heard heard) {
        unchosen(
                new Unchosen(selection.selectionId(), selection.version(), selection.fundId(), selection.schoolCode()),
                selection.withdrawnAt(),
                heard);
    }

    void ofReturn(SelectionReturnedV2 selection, Heard heard) {
        unchosen(
                new Unchosen(selection.selectionId(), selection.version(), selection.fundId(), selection.schoolCode()),
                selection.returnedAt(),
                heard);
    }

    private void unchosen(Unchosen selection, Instant at, Heard heard) {
        chosen.forget(selection.selectionId())
                .forEach(partner ->
                        news.tell(partner, message(heard, partner.value()), Topic.SELECTION_WITHDRAWN, selection, at));
    }

    void ofContract(ContractExecutedV1 contract, Heard heard) {
        news.tell(
                new PartnerId(contract.partnerId()),
                message(heard, contract.partnerId()),
                Topic.CONTRACT_EXECUTED,
                new Contracted(
                        contract.contractId(),
                        contract.programId(),
                        contract.fundId(),
                        contract.fiscalYear(),
                        contract.amount(),
                        contract.startsOn(),
                        contract.endsOn(),
                        contract.shares().stream()
                                .map(share -> share.schoolCode())
                                .distinct()
                                .toList()),
                contract.executedAt());
    }

    void ofOrder(PurchaseOrderIssuedV1 order, Heard heard) {
        news.tell(
                new PartnerId(order.partnerId()),
                message(heard, order.partnerId()),
                Topic.CONTRACT_ORDERED,
                new Ordered(
                        order.contractId(),
                        order.requisition(),
                        order.purchaseOrder(),
                        order.startsOn(),
                        order.endsOn()),
                order.issuedAt());
    }

    void ofChange(UUID partner, Stands contract, Topic topic, Instant at, Heard heard) {
        news.tell(new PartnerId(partner), message(heard, partner), topic, contract, at);
    }

    void ofPayment(InvoicePaidV1 invoice, Heard heard) {
        news.tell(
                new PartnerId(invoice.partnerId()),
                message(heard, invoice.partnerId()),
                Topic.INVOICE_PAID,
                new Paid(
                        invoice.invoiceId(),
                        invoice.contractId(),
                        invoice.fundId(),
                        invoice.fiscalYear(),
                        invoice.amount()),
                invoice.paidAt());
    }

    private static ChosenLine chosen(SelectionLineV1 line) {
        return new ChosenLine(
                line.lineId(), line.programId(), line.pupils(), line.amount(), line.serviceFrom(), line.serviceUntil());
    }

    /** The same event is the same message, however often it is heard or published anew. */
    private static UUID message(Heard heard, UUID partner) {
        return UUID.nameUUIDFromBytes((heard.id() + " " + partner).getBytes(StandardCharsets.UTF_8));
    }
}
