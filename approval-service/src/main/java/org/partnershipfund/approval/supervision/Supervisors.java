package org.partnershipfund.approval.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.SchoolCode;

/** Who supervises which schools by the dated records of a day. */
public interface Supervisors {

    /** Who is assigned to the school that day. */
    List<Person> of(SchoolCode school, LocalDate day);

    /** The schools to which the person is assigned that day. */
    Set<SchoolCode> schoolsOf(Person person, LocalDate day);

    /**
     * The schools that exist for the person that day because superintendents delegated to them, or because a step that is
     * open was reassigned to them.
     */
    Set<SchoolCode> lentTo(Person person, LocalDate day);
}
