package org.partnershipfund.portfolio.catalogue;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.SchoolCode;

/** All schools of the catalogue, as the core sees them. */
public interface Schools {

    /** The school of that code. */
    Optional<School> find(SchoolCode code);

    /** Which of these codes are a school's. */
    Set<SchoolCode> known(Collection<SchoolCode> codes);

    /** Schools by code, behind {@code after}, at most {@code limit}. */
    List<School> list(Filter filter, Optional<SchoolCode> after, int limit);

    /** Keeps these schools as they are now; those that the list does not name stay. */
    void keep(Collection<School> schools, Instant at);

    /** Which schools a list has. */
    record Filter(Optional<String> neighborhood, Optional<Instant> modifiedAfter) {}
}
