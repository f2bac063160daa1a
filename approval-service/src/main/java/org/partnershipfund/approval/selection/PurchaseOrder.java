package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The numbers under which procurement buys, as it told them when the contract bound. */
public record PurchaseOrder(
        UUID contract, String requisition, String number, LocalDate startsOn, LocalDate endsOn, Instant issuedAt) {}
