package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSchoolOfYours;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.SchoolRole;
import org.partnershipfund.approval.person.SchoolRoles;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Who speaks for a school today, and who advises it: by dated records. */
@ApplicationScoped
class SchoolVoices {

    private final SchoolRoles roles;
    private final Clock clock;

    SchoolVoices(SchoolRoles roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /** Throws unless the person leads the school, or sits on its council. */
    void mustSpeakFor(SchoolCode school, Person person) {
        if (Stream.of(SchoolRole.SCHOOL_LEADER, SchoolRole.COUNCIL_MEMBER)
                .noneMatch(role -> holds(person, role, school))) {
            throw new RefusedException(new NoSchoolOfYours(school, "leader or council member"));
        }
    }

    /** Throws unless the person is the superintendent who is assigned to the school. */
    void mustSupervise(SchoolCode school, Person person) {
        if (!holds(person, SchoolRole.INSTRUCTIONAL_SUPERINTENDENT, school)) {
            throw new RefusedException(new NoSchoolOfYours(school, "superintendent"));
        }
    }

    private boolean holds(Person person, SchoolRole role, SchoolCode school) {
        return roles.holds(person, role, school, LocalDate.now(clock));
    }
}
