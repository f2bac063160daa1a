package org.partnershipfund.portfolio.partner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All partners, as the core sees them. */
public interface Partners {

    /** The partner, to look at. */
    Optional<Versioned<Partner>> find(PartnerId id);

    /** The partner, held until the end of the transaction: who else wants to change it or its programs waits. */
    Optional<Versioned<Partner>> hold(PartnerId id);

    /**
     * Those of these names that there are, held as {@link #hold} does, in the order of their names, so that no two who
     * hold several wait for one another.
     *
     * @param names in small letters
     */
    List<Partner> holdAll(Set<String> names);

    /** The partner of that name, whatever its capitals. */
    Optional<PartnerId> findByName(String name);

    /** Partners in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<Partner.Title> list(Filter filter, Optional<PartnerId> after, int limit);

    /** Other partners that may be the same organisation, those of the same tax id and the most alike first. */
    List<Lookalike> lookalikes(Partner partner, int limit);

    /** Holds all names until the end of the transaction: who else wants to register a partner waits. */
    void holdNames();

    /**
     * Stores the partner with its members as the successor of the version it was read with.
     *
     * @param readVersion 0 for a partner that is new
     * @return the version it has now
     * @throws StaleStateException if the stored version is no longer {@code readVersion}
     */
    long store(Partner partner, long readVersion);

    /**
     * Which partners a list has.
     *
     * @param text only those whose name contains this, whatever its capitals
     */
    record Filter(Optional<PartnerKind> kind, Optional<String> text, Optional<Instant> modifiedAfter) {}
}
