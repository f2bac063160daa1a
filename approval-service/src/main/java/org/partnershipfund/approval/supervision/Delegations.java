package org.partnershipfund.approval.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** All delegations. */
public interface Delegations {

    /** The delegation, to look at. */
    Optional<Versioned<Delegation>> find(DelegationId id);

    /** Those to the person that stand on that day, oldest first. */
    List<Delegation> to(Person delegate, LocalDate day);

    /**
     * Delegations in the order of their ids.
     *
     * @param of only those that the person made or was given; empty for all
     */
    List<Versioned<Delegation>> list(Optional<Person> of, Optional<DelegationId> after, int limit);

    /**
     * Stores the delegation as the successor of the version it was read with.
     *
     * @param readVersion 0 for a new delegation
     * @return the version it has now
     * @throws StaleStateException if the stored version is another
     */
    long store(Delegation delegation, long readVersion);
}
