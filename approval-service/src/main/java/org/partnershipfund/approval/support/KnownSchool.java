package org.partnershipfund.approval.support;

import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A school of the district, and how it was in touch in a fiscal year (§6).
 *
 * @param name empty where only the code was heard of
 * @param allocated whether a fund of that year has an allocation for it
 * @param attended sessions to which somebody of it came
 * @param meetings matching meetings with it
 * @param suggestions of programs to it that were not withdrawn
 * @param toCome sessions that it has booked and that are to come
 */
public record KnownSchool(
        SchoolCode code,
        Optional<String> name,
        boolean allocated,
        int attended,
        int meetings,
        int suggestions,
        int toCome) {

    /** Whether nobody has talked with it yet. */
    public boolean hasNoContact() {
        return attended == 0 && meetings == 0 && suggestions == 0;
    }
}
