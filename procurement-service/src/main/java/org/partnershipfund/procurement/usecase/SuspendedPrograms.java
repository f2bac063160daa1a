package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.process.ProcessRefusal.WhileSuspended;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Programs;

/** Keeps the district from binding itself to a program that is off the menu (docs/policy/procurement.md §3.6). */
@ApplicationScoped
class SuspendedPrograms {

    private final Programs programs;
    private final Clock clock;

    SuspendedPrograms(Programs programs, Clock clock) {
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * Goes on only with a program that is not suspended today.
     *
     * @throws RefusedException if it is
     */
    void refuse(Program program) {
        LocalDate today = LocalDate.now(clock);
        programs.suspendedSince(program.id(), today).ifPresent(since -> {
            throw new RefusedException(new WhileSuspended(program.name(), since, today));
        });
    }
}
