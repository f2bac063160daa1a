package org.partnershipfund.approval.selection;

import java.util.Optional;
import java.util.stream.Stream;
import org.partnershipfund.approval.person.Person;

/**
 * Who decides, and in whose place: both stand on the record, and separation of duties holds for both.
 *
 * <p>Source: docs/policy/approval.md §14.
 *
 * @param inPlaceOf who delegated the decision; empty for one's own
 */
public record Mandate(Person by, Optional<Person> inPlaceOf) {

    /** Nobody's but one's own. */
    public static Mandate own(Person by) {
        return new Mandate(by, Optional.empty());
    }

    /** Both of them, or the one. */
    Stream<Person> persons() {
        return Stream.concat(Stream.of(by), inPlaceOf.stream());
    }
}
