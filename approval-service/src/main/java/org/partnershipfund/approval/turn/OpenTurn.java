package org.partnershipfund.approval.turn;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A step of a selection that is open now.
 *
 * @param version of the content that is to be decided on
 * @param stage of its plan, from 1 on
 * @param since when its stage began
 * @param until the instant from which on it is overdue; empty if it has no deadline
 * @param actors persons whom records of today name; none for a step that anybody of an office decides
 */
public record OpenTurn(
        SelectionId selection,
        FundId fund,
        SchoolCode school,
        Step step,
        int version,
        int stage,
        Instant since,
        Optional<Instant> until,
        List<Actor> actors) {

    public OpenTurn {
        actors = List.copyOf(actors);
    }

    /** Whether its deadline has passed; that changes nothing but what is shown. */
    public boolean isOverdue(Instant now) {
        return until.filter(end -> !now.isBefore(end)).isPresent();
    }

    /** By which record somebody may act. */
    public enum Capacity {
        ASSIGNED("assigned-supervisor"),
        REASSIGNED("reassigned-supervisor"),
        DELEGATE("delegate"),
        COUNCIL_MEMBER("council-member");

        private final String word;

        Capacity(String word) {
            this.word = word;
        }

        /** As it is written in JSON. */
        public String word() {
            return word;
        }
    }

    /**
     * A person who may act.
     *
     * @param inPlaceOf who delegated it to them; empty for their own right
     * @param absentUntil the last day of an absence that was declared for today; empty if none was
     */
    public record Actor(
            Person person, Capacity capacity, Optional<Person> inPlaceOf, Optional<LocalDate> absentUntil) {}
}
