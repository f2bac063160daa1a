package org.partnershipfund.approval.council;

import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;

/**
 * A person's place on the council for a time.
 *
 * @param alternate whether the person sits only for an absent member of the same group
 * @param name for the school's people and the offices; personal data, never in an event
 * @param until the last day; empty until further notice
 */
public record Seat(
        SeatId id,
        Group group,
        boolean alternate,
        Person member,
        Optional<String> name,
        LocalDate from,
        Optional<LocalDate> until) {

    /** Whether the person sits on that day. */
    public boolean sitsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    Seat with(Optional<String> newName, Optional<LocalDate> newUntil) {
        return new Seat(id, group, alternate, member, newName, from, newUntil);
    }

    /** Whether both mean the same person in the same place from the same day on. */
    boolean isTheSamePlaceAs(Seat other) {
        return group == other.group
                && alternate == other.alternate
                && member.equals(other.member)
                && from.equals(other.from);
    }

    /** Whether there is a day on which both sit. */
    boolean overlaps(Seat other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        return sitsOn(later) && other.sitsOn(later);
    }
}
