package org.partnershipfund.procurement.adapter.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.Ledger;

/** A transfer on the wire. */
@Schema(name = "Transfer", description = "One movement of money within one line; never changed")
public record TransferJson(
        UUID id,

        @Schema(examples = "1", description = "Grows within a line; has gaps")
        long number,

        @Schema(
                examples = "\"plan\"",
                enumeration = {
                    "plan",
                    "appropriate",
                    "reserve",
                    "encumber",
                    "expend",
                    "release-reservation",
                    "release-encumbrance",
                    "correct",
                    "lapse",
                    "unplan"
                })
        String move,

        @Schema(examples = "\"planned\"") String debit,
        @Schema(examples = "\"available\"") String credit,
        MoneyJson amount,

        @Schema(description = "The commitment that it made") @Nullable UUID opens,

        @Schema(description = "The commitment that it took from") @Nullable UUID resolves,

        @Schema(description = "The id of the event or request behind it")
        String cause,

        @Schema(examples = "\"Allocation published\"") String reason,

        @Schema(description = "When it happened, on the district clock")
        Instant at,

        @Schema(description = "When it was written, in real time")
        Instant recordedAt) {

    static TransferJson of(Ledger.Entry entry) {
        var transfer = entry.transfer();
        return new TransferJson(
                transfer.voucher().number(),
                entry.number(),
                transfer.move().word(),
                transfer.move().debit().word(),
                transfer.move().credit().word(),
                MoneyJson.of(transfer.amount()),
                value(transfer.opens()),
                value(transfer.resolves()),
                transfer.voucher().cause(),
                transfer.voucher().reason(),
                transfer.voucher().at(),
                entry.recordedAt());
    }

    private static @Nullable UUID value(@Nullable CommitmentId id) {
        return id == null ? null : id.value();
    }
}
