package org.partnershipfund.portfolio.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;

/** All partnerships, as the core sees them. */
public interface Partnerships {

    /** The partnership, held until the end of the transaction: who else wants to change it waits. */
    Optional<Versioned<Partnership>> hold(PartnershipId id);

    /** The partnership of a program at a school in a year, held as {@link #hold} does. */
    Optional<Versioned<Partnership>> hold(ProgramId program, SchoolCode school, FiscalYear year);

    /** Holds a program's partnerships that are not there yet: who else wants to register one of it waits. */
    void holdNew(ProgramId program);

    /** As {@link #holdNew}, of every program: for a file. */
    void holdAllNew();

    /** The partnership with its names. */
    Optional<ListedPartnership> find(PartnershipId id);

    /** These partnerships with their names, in this order; those that are not there are left out. */
    List<ListedPartnership> find(List<PartnershipId> ids);

    /** Partnerships in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<ListedPartnership> list(Filter filter, Optional<PartnershipId> after, int limit);

    /**
     * The partnerships of these programs with their names, in the order of their ids.
     *
     * @param since the first fiscal year
     * @param mostEach at most so many of each program
     */
    List<ListedPartnership> of(List<ProgramId> programs, FiscalYear since, int mostEach);

    /** Which pairs of these programs and any school have a partnership in a year. */
    Set<Place> taken(Collection<ProgramId> programs, FiscalYear year);

    /** Where a program is. */
    record Place(ProgramId program, SchoolCode school) {}

    /** Keeps partnerships that are new, all at once. */
    void addAll(List<Partnership> partnerships);

    /**
     * Stores the partnership as the successor of the version it was read with.
     *
     * @param readVersion 0 for a partnership that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}
     */
    long store(Partnership partnership, long readVersion);

    /** How many partnerships each school of the catalogue has in a year, also those that have none; by code. */
    List<Count> counts(FiscalYear year, Optional<ServiceArea> area);

    /**
     * The partnerships of one school in a year.
     *
     * @param illustrative how many of them are made up to show how things work
     */
    record Count(School school, int partnerships, int verified, int illustrative) {}

    /** Which partnerships a list has. */
    record Filter(
            Optional<FiscalYear> year,
            Optional<SchoolCode> school,
            Optional<ProgramId> program,
            Optional<PartnerId> partner,
            Optional<Funding> funding,
            Optional<ServiceArea> area,
            Optional<Boolean> verified,
            Optional<Instant> modifiedAfter) {}
}
