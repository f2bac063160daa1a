package org.partnershipfund.procurement.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paper by its status and expiry only; the paper itself lies in the office that looked at it.
 *
 * @param from the first day that counts
 * @param expiresOn the last day that counts; null if it never ends
 * @param at when it was recorded: of two of a kind that have begun the newer counts
 */
public record ContractPaper(
        PaperKind kind,
        Status status,
        LocalDate from,
        @Nullable LocalDate expiresOn,
        Instant at) {

    /** What was found. */
    public enum Status {
        IN_ORDER("in-order"),
        PENDING("pending"),
        REFUSED("refused");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /** The word on the wire and in tables. */
        public String word() {
            return word;
        }

        /**
         * The status behind a word.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Status ofWord(String word) {
            for (Status status : values()) {
                if (status.word.equals(word)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("no status of a contract paper: " + word);
        }
    }

    /** What the partner attests to by signing: taxes for so many months, the absence of collusion for good. */
    public static List<ContractPaper> attested(LocalDate on, int months, Instant at) {
        return List.of(
                new ContractPaper(
                        PaperKind.TAX_ATTESTATION,
                        Status.IN_ORDER,
                        on,
                        on.plusMonths(months).minusDays(1),
                        at),
                new ContractPaper(PaperKind.NON_COLLUSION, Status.IN_ORDER, on, null, at));
    }

    /** Whether it counts on that day; its first and last day do. */
    public boolean countsOn(LocalDate day) {
        return status == Status.IN_ORDER && !day.isBefore(from) && (expiresOn == null || !day.isAfter(expiresOn));
    }

    /** How it stands on that day, in words. */
    String standing(LocalDate day) {
        if (status != Status.IN_ORDER) {
            return "is " + status.word();
        }
        return day.isBefore(from) ? "counts from %s on".formatted(from) : "expired on %s".formatted(expiresOn);
    }
}
