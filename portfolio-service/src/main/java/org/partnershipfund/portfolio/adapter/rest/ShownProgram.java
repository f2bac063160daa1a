package org.partnershipfund.portfolio.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ProgramRefusal.NoSuchProgram;
import org.partnershipfund.portfolio.program.Programs;

/** A program as every door shows it: with its partner's name, and whether it is vetted today. */
@ApplicationScoped
class ShownProgram {

    private final Programs programs;
    private final Clock clock;

    ShownProgram(Programs programs, Clock clock) {
        this.programs = programs;
        this.clock = clock;
    }

    /**
     * The program of that id.
     *
     * @throws RefusedException if there is none
     */
    OfferedProgram find(ProgramId id) {
        return programs.offered(id, LocalDate.now(clock))
                .orElseThrow(() -> new RefusedException(new NoSuchProgram(id)));
    }

    /** What was just stored. */
    ProgramJson of(Versioned<Program> stored) {
        return ProgramJson.of(find(stored.value().id()));
    }
}
