package org.partnershipfund.procurement.process;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a purchase is lawful: by which of the four ways, with reasons.
 *
 * <p>Source: docs/policy/procurement.md §3.
 *
 * @param reference the award called off, or the id of the written determination; not needed for a competition
 */
public record Route(Kind kind, String reasons, @Nullable String reference) {

    /** The four ways. Membership in the portfolio is none of them. */
    public enum Kind {
        CALL_OFF,
        COMPETITION,
        SOLE_SOURCE,
        EXEMPTION;

        /** The word on the wire, such as {@code sole-source}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * The way of a word.
         *
         * @throws IllegalArgumentException if none is called so
         */
        public static Kind ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
