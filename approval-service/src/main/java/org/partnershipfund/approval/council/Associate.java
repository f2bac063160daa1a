package org.partnershipfund.approval.council;

import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.approval.council.ConductRefusal.AssociateEndsBeforeItBegins;
import org.partnershipfund.approval.council.ConductRefusal.AssociateHasASeat;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Somebody of a partner or of the community who attends a council and has no vote.
 *
 * <p>Source: docs/policy/school-site-council.md §6.
 *
 * @param name personal data: for the school's people and the offices
 * @param person if the district's OpenID provider knows them
 * @param until the last day; empty until further notice
 */
public record Associate(
        AssociateId id,
        SchoolCode school,
        String organisation,
        String name,
        Optional<Person> person,
        LocalDate from,
        Optional<LocalDate> until) {

    /** Whether the person is an associate on that day. */
    public boolean servesOn(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Names an associate; nobody is associate and voting member at the same time. */
    public static Decision<Associate> name(Associate asked, Council council) {
        Optional<LocalDate> until = asked.until();
        if (until.isPresent() && until.get().isBefore(asked.from())) {
            return Decision.refuse(new AssociateEndsBeforeItBegins(asked.from(), until.get()));
        }
        return council.seats().stream()
                .filter(asked::meets)
                .findFirst()
                .map(seat -> Decision.<Associate>refuse(
                        new AssociateHasASeat(seat.member().subject())))
                .orElseGet(() -> Decision.accept(asked));
    }

    /** The same, with that last day; a later one than before is asked the same as a new associate is. */
    public Decision<Associate> ending(LocalDate last, Council council) {
        return name(new Associate(id, school, organisation, name, person, from, Optional.of(last)), council);
    }

    /** Whether the seat is held by the same person on a day on which both serve. */
    public boolean meets(Seat seat) {
        LocalDate later = from.isAfter(seat.from()) ? from : seat.from();
        return person.filter(seat.member()::equals).isPresent() && servesOn(later) && seat.sitsOn(later);
    }
}
