package org.partnershipfund.approval.person;

import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Which schools exist for whoever asks; what is outside answers like what was never there.
 *
 * @param schools only these; empty for the whole district
 */
public record Reach(Optional<Set<SchoolCode>> schools) {

    /** Whether the school's things exist for whoever asks. */
    public boolean covers(SchoolCode school) {
        return schools.map(only -> only.contains(school)).orElse(true);
    }
}
