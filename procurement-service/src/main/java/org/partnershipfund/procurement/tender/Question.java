package org.partnershipfund.procurement.tender;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question about a tender; who asked is kept nowhere. */
public record Question(
        UUID id,
        TenderId tender,
        String text,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {}
