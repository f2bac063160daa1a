package org.partnershipfund.procurement.contract;

import java.time.LocalDate;

/** From one day on services rested, and before another they went on. */
public record Pause(Turn from, Turn until) {

    /** Whether one of the days between these two, both included, is one of rest. */
    boolean touches(LocalDate first, LocalDate last) {
        return !last.isBefore(from.on()) && first.isBefore(until.on());
    }
}
