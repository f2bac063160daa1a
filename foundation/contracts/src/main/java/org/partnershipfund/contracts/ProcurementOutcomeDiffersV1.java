package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.UUID;

/** A competition was won by another partner than the school chose; school, council and superintendent decide again. */
public record ProcurementOutcomeDiffersV1(
        UUID selectionId,
        int version,
        UUID fundId,
        String schoolCode,
        UUID processId,
        UUID lineId,
        UUID chosenProgramId,
        UUID awardedProgramId,
        UUID awardedPartnerId,
        String awardedPartnerName,
        MoneyV1 awardedAmount,
        String reason,
        Instant decidedAt) {}
