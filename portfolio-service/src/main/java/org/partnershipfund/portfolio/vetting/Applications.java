package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.ProgramId;

/** All applications, as the core sees them. */
public interface Applications {

    /** The application, to look at. */
    Optional<Versioned<Application>> find(ApplicationId id);

    /** The application, held until the end of the transaction: who else wants to change it waits. */
    Optional<Versioned<Application>> hold(ApplicationId id);

    /** The tie that a person declared to a partner, in whichever of its applications; the first, if there are several. */
    Optional<DeclaredTie> tie(PartnerId partner, Person person);

    /** The program's application in a category of a cycle, unless it was withdrawn. */
    Optional<ApplicationId> find(ProgramId program, CycleId cycle, String category);

    /** Applications in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<Versioned<Application>> list(Filter filter, Optional<ApplicationId> after, int limit);

    /**
     * Stores the application as the successor of the version it was read with; what was said before is as it was.
     *
     * @param readVersion 0 for an application that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}
     */
    long store(Application application, long readVersion);

    /**
     * Which applications a list has.
     *
     * @param reach only those of partners within it
     * @param state only those in the state of that word
     * @param endsBy only those whose days on the menu are not over on the first day and are on the second
     */
    record Filter(
            Reach reach,
            Optional<CycleId> cycle,
            Optional<ProgramId> program,
            Optional<String> state,
            Optional<Ending> endsBy,
            Optional<Instant> modifiedAfter) {}

    /** From one day to another, both included. */
    record Ending(LocalDate from, LocalDate until) {}
}
