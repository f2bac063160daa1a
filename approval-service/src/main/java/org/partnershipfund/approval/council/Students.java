package org.partnershipfund.approval.council;

import java.util.Collection;
import java.util.Set;
import org.partnershipfund.approval.person.Person;

/** Who is on record as a student of some council, now or at another time: they are told of as students only. */
public interface Students {

    /** Those of the people who are. */
    Set<Person> among(Collection<Person> people);
}
