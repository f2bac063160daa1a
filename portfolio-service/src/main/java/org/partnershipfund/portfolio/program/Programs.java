package org.partnershipfund.portfolio.program;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;

/** All programs, as the core sees them. */
public interface Programs {

    /** The program, to look at. */
    Optional<Versioned<Program>> find(ProgramId id);

    /**
     * The program, held until the end of the transaction, so that what is said about one program is said in the order
     * in which it becomes true.
     */
    Optional<Versioned<Program>> hold(ProgramId id);

    /** Whose program it is. */
    Optional<PartnerId> partnerOf(ProgramId id);

    /** The partner's program of that name, whatever its capitals. */
    Optional<ProgramId> find(PartnerId partner, String name);

    /** By partner the names of its programs in small letters, with the program of each; no entry for one without. */
    Map<PartnerId, Map<String, ProgramId>> names(Collection<PartnerId> partners);

    /** Keeps programs that are new, all at once. */
    void addAll(List<Program> programs);

    /** The program with its partner, and whether it is vetted on a day. */
    Optional<OfferedProgram> offered(ProgramId id, LocalDate day);

    /** These programs with their partners, in this order; those that are not there are left out. */
    List<OfferedProgram> offered(List<ProgramId> ids, LocalDate day);

    /** Programs in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<OfferedProgram> list(Filter filter, Optional<ProgramId> after, int limit);

    /**
     * Stores the program as the successor of the version it was read with; its old price sheets are as they were.
     *
     * @param readVersion 0 for a program that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}
     */
    long store(Program program, long readVersion);

    /**
     * Which programs a list has.
     *
     * @param vetted only those that are (or are not) on the menu of that day
     * @param day for which vetting counts
     * @param text only those whose name, description or partner contains this, whatever its capitals
     * @param modifiedAfter only those registered or changed later than this
     */
    record Filter(
            Optional<ServiceArea> area,
            Optional<Grade> grade,
            Optional<Boolean> vetted,
            LocalDate day,
            Optional<PartnerId> partner,
            Optional<String> text,
            Optional<Instant> modifiedAfter) {}
}
