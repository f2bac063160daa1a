package org.partnershipfund.approval.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;

/** All declared absences. */
public interface Absences {

    /** Adds one. */
    void add(Absence absence);

    /** Whether the person is away on that day. */
    boolean isAway(Person person, LocalDate day);

    /**
     * Absences in the order of their ids.
     *
     * @param of only this person's; empty for everybody's
     */
    List<Absence> list(Optional<Person> of, Optional<UUID> after, int limit);
}
