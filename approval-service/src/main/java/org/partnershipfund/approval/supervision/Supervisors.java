package org.partnershipfund.approval.supervision;

import java.time.LocalDate;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.SchoolCode;

/** Who supervises which schools by the dated records of a day. */
public interface Supervisors {

    /** The schools to which the person is assigned that day. */
    Set<SchoolCode> schoolsOf(Person person, LocalDate day);

    /**
     * The schools that exist for the person that day because superintendents delegated to them, because a step that is open
     * was reassigned to them and to nobody after them, or because a step of an office is open that was delegated to them.
     *
     * <p>Source: docs/policy/approval.md §14.6.
     */
    Set<SchoolCode> lentTo(Person person, LocalDate day);
}
