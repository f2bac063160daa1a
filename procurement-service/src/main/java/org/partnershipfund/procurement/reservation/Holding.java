package org.partnershipfund.procurement.reservation;

import java.util.List;
import java.util.UUID;

/** What the ledger answered to the newest version of a selection that it heard of. */
public sealed interface Holding {

    UUID selection();

    /** The version that was answered. */
    int version();

    /** What is held for it now; after a refusal what an older version still holds, after a withdrawal what is contracted. */
    List<ReservedLine> lines();

    /** Every line has its money set aside. */
    record Held(UUID selection, int version, List<ReservedLine> lines) implements Holding {
        public Held {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The money could not be set aside.
     *
     * @param lines what an older version still holds; the next version takes its place
     */
    record Refused(UUID selection, int version, String reason, List<ReservedLine> lines) implements Holding {
        public Refused {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The school took it back.
     *
     * @param lines what was under contract by then: it stays held and goes on
     */
    record Withdrawn(UUID selection, int version, String reason, List<ReservedLine> lines) implements Holding {
        public Withdrawn {
            lines = List.copyOf(lines);
        }
    }
}
