package org.partnershipfund.portfolio.clearance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Reach;

/** All clearances, as the core sees them; one that was added never changes. */
public interface Clearances {

    /** The clearance of that id. */
    Optional<Clearance> find(ClearanceId id);

    /** The newest of each kind. */
    List<Clearance> newestOf(PartnerId partner);

    /** The newest of each partner and kind in the order of their ids, behind {@code after}, at most {@code limit}. */
    List<Clearance> list(Filter filter, Optional<ClearanceId> after, int limit);

    /** Keeps a new clearance. */
    void add(Clearance clearance);

    /**
     * Which clearances a list has.
     *
     * @param reach only those of partners within it
     * @param expiresBy only those whose last day is between these two, both included
     */
    record Filter(Reach reach, Optional<PartnerId> partner, Optional<ClearanceKind> kind, Optional<Expiry> expiresBy) {}

    /** From one day to another, both included. */
    record Expiry(LocalDate from, LocalDate until) {}
}
