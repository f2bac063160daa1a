package org.partnershipfund.approval.support;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;

/** Every school of the district: those of the team's file, and those heard of otherwise. */
public interface KnownSchools {

    /** A school as the team's file has it. */
    record Named(SchoolCode code, String name) {}

    /** Adds schools, or corrects their names. */
    void keep(Collection<Named> schools, Instant at);

    /**
     * Schools by code, behind {@code after}, at most {@code limit}.
     *
     * @param schools only of these; empty for all
     * @param onlyWithoutContact only those that nobody has talked with in that year
     * @param now when sessions are to come
     */
    List<KnownSchool> list(
            FiscalYear year,
            Optional<Set<SchoolCode>> schools,
            boolean onlyWithoutContact,
            Instant now,
            Optional<SchoolCode> after,
            int limit);
}
