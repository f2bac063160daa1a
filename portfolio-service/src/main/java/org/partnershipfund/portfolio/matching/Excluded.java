package org.partnershipfund.portfolio.matching;

import java.util.Arrays;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;

/** A program that is not ranked, and why (policy matching §2). */
public record Excluded(ProgramId id, String name, PartnerId partner, String partnerName, Reason reason) {

    /** Why a program is not ranked; of several the first. */
    public enum Reason {
        SUSPENDED("suspended", "It is suspended from the menu on that day."),
        NOT_ON_THE_MENU("not-on-the-menu", "It is not vetted on that day, so it is not on the menu."),
        NO_GRADE_IN_COMMON("no-grade-in-common", "It serves none of the grades.");

        private final String word;
        private final String sentence;

        Reason(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        /** The word for it in JSON and queries. */
        public String word() {
            return word;
        }

        /**
         * The reason behind a word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Reason of(String word) {
            return Arrays.stream(values())
                    .filter(reason -> reason.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no reason to leave a program out: " + word));
        }

        /** As a plain sentence. */
        public String sentence() {
            return sentence;
        }
    }
}
