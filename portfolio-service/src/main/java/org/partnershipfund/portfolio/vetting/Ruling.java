package org.partnershipfund.portfolio.vetting;

import java.time.LocalDate;
import java.util.Optional;

/** What the partnerships team decides about an application; the reasons are always given. */
public sealed interface Ruling {

    String reasons();

    /**
     * The program goes onto the menu.
     *
     * @param from the first day on it
     * @param until the last day that counts
     */
    record Vet(String reasons, LocalDate from, LocalDate until) implements Ruling {
        public Vet {
            requireReasons(reasons);
        }
    }

    /** It does not. */
    record Refuse(String reasons) implements Ruling {
        public Refuse {
            requireReasons(reasons);
        }
    }

    /** Asked to vet, or not to, with days that do not belong to that; {@link Application} refuses it. */
    record Unclear(String reasons, Optional<LocalDate> from, Optional<LocalDate> until) implements Ruling {
        public Unclear {
            requireReasons(reasons);
        }
    }

    /** To vet between these days, which must both be there. */
    static Ruling vet(String reasons, Optional<LocalDate> from, Optional<LocalDate> until) {
        return from.isPresent() && until.isPresent() && !until.get().isBefore(from.get())
                ? new Vet(reasons, from.get(), until.get())
                : new Unclear(reasons, from, until);
    }

    /** Not to vet; then there must be no days. */
    static Ruling refuse(String reasons, Optional<LocalDate> from, Optional<LocalDate> until) {
        return from.isEmpty() && until.isEmpty() ? new Refuse(reasons) : new Unclear(reasons, from, until);
    }

    private static void requireReasons(String reasons) {
        if (reasons.isBlank()) {
            throw new IllegalArgumentException("a decision has reasons");
        }
    }
}
