package org.partnershipfund.approval.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.supervision.SupervisionEvent.SupervisorAssigned;
import org.partnershipfund.approval.supervision.SupervisionRefusal.AssignmentEndsBeforeItBegins;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.SchoolCode;

/**
 * An Instructional Superintendent answers for the schools of a network from one day to another.
 *
 * @param network as the district calls the group of schools
 * @param until the last day; empty until further notice
 */
public record Assignment(
        AssignmentId id,
        Person supervisor,
        String network,
        List<SchoolCode> schools,
        LocalDate from,
        Optional<LocalDate> until,
        Instant changedAt) {

    public Assignment {
        schools = schools.stream().distinct().sorted().toList();
        if (schools.isEmpty()) {
            throw new IllegalArgumentException("an assignment names at least one school");
        }
    }

    /** Makes an assignment. */
    public static Decision<Assignment> assign(Assignment asked) {
        return said(asked);
    }

    /** Gives the assignment another end, for all of its schools. */
    public Decision<Assignment> until(Optional<LocalDate> newUntil, Instant at) {
        return said(new Assignment(id, supervisor, network, schools, from, newUntil, at));
    }

    private static Decision<Assignment> said(Assignment next) {
        LocalDate last = next.until().orElse(next.from());
        return last.isBefore(next.from())
                ? Decision.refuse(new AssignmentEndsBeforeItBegins(next.from(), last))
                : Decision.accept(
                        next,
                        next.schools().stream()
                                .map(school -> new SupervisorAssigned(next, school, next.changedAt()))
                                .toList());
    }
}
