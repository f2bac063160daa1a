package org.partnershipfund.procurement.contract;

import java.util.Arrays;
import java.util.Locale;

/** The papers that a contract rests on. Source: docs/policy/contracts.md §6. */
public enum PaperKind {
    /** The partner attests to taxes filed and paid (M.G.L. c.62C s.49A). */
    TAX_ATTESTATION(true),
    /** The partner certifies that the offer was made without collusion (c.30B s.10). */
    NON_COLLUSION(true),
    /** Found by the district, told by portfolio-service. */
    LIABILITY_INSURANCE(false),
    BACKGROUND_CHECKS(false),
    TAX_STATUS(false);

    private final boolean attested;

    PaperKind(boolean attested) {
        this.attested = attested;
    }

    /** Whether the partner gives it by attesting; the others are clearances that portfolio-service tells of. */
    public boolean isAttested() {
        return attested;
    }

    /** The word on the wire, such as {@code tax-attestation}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind behind a word.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static PaperKind ofWord(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of contract paper: " + word));
    }
}
