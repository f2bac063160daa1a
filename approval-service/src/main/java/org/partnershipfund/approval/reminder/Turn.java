package org.partnershipfund.approval.reminder;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A step of a selection that waits for somebody.
 *
 * @param step in the words of policy approval
 * @param version of the selection that is to be decided on
 * @param until from when on it is overdue; empty if it has no deadline
 * @param people who may act, by name of record; without those who are away today
 */
public record Turn(
        SelectionId selection,
        FundId fund,
        SchoolCode school,
        String step,
        int version,
        Optional<Instant> until,
        Set<Person> people) {
    public Turn {
        people = Set.copyOf(people);
    }

    /** What messages are about: the step of that selection. */
    public String thing() {
        return selection.value() + " " + step;
    }
}
