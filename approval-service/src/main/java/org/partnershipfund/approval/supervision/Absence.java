package org.partnershipfund.approval.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.supervision.SupervisionRefusal.AbsenceEndsBeforeItBegins;
import org.partnershipfund.approval.supervision.SupervisionRefusal.NotYourAbsence;
import org.partnershipfund.kernel.Decision;

/**
 * Somebody is away from one day to another: it is shown where they would have to act, and their steps may be reassigned.
 *
 * <p>Source: docs/policy/approval.md §14.
 */
public record Absence(UUID id, Person person, LocalDate from, LocalDate until, Person declaredBy, Instant at) {

    /**
     * Declares an absence.
     *
     * @param byTheTeam whether the partnerships team says so; everybody else says it of themselves
     */
    public static Decision<Absence> declare(Absence asked, boolean byTheTeam) {
        if (!asked.person().equals(asked.declaredBy()) && !byTheTeam) {
            return Decision.refuse(new NotYourAbsence(asked.person().subject()));
        }
        return asked.until().isBefore(asked.from())
                ? Decision.refuse(new AbsenceEndsBeforeItBegins(asked.from(), asked.until()))
                : Decision.accept(asked);
    }
}
