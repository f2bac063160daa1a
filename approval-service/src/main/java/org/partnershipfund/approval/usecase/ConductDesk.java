package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnershipfund.approval.council.Acknowledgement;
import org.partnershipfund.approval.council.Acknowledgements;
import org.partnershipfund.approval.council.ConductRefusal.AcknowledgementOwed;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.CouncilPolicies;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchCouncil;
import org.partnershipfund.approval.council.CouncilRefusal.NotTheChair;
import org.partnershipfund.approval.council.Councils;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.council.Vote;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** What the verbs about a council's conduct ask before they do anything; within the verb's transaction. */
@ApplicationScoped
class ConductDesk {

    private final Councils councils;
    private final CouncilPolicies policies;
    private final Acknowledgements acknowledgements;
    private final Selections selections;
    private final Clock clock;

    ConductDesk(
            Councils councils,
            CouncilPolicies policies,
            Acknowledgements acknowledgements,
            Selections selections,
            Clock clock) {
        this.councils = councils;
        this.policies = policies;
        this.acknowledgements = acknowledgements;
        this.selections = selections;
        this.clock = clock;
    }

    /** The council, for whom the school exists. */
    Council council(SchoolCode school, Reach reach) {
        return councils.find(school)
                .filter(_ -> reach.covers(school))
                .orElseThrow(() -> new RefusedException(new NoSuchCouncil(school)))
                .value();
    }

    /**
     * The council, for who chairs it today, or for the partnerships team; held until the end of the transaction, so that who is
     * seated and who is named an associate are decided one after the other.
     *
     * <p>Source: docs/policy/school-site-council.md §6.1.
     */
    Council managed(SchoolCode school, CouncilManager by) {
        councils.hold(school);
        Council council = council(school, by.reach());
        if (!by.isPartnershipsTeam() && !council.isChairedBy(by.person(), LocalDate.now(clock))) {
            throw new RefusedException(new NotTheChair(school));
        }
        return council;
    }

    /**
     * Refuses the first yes or no of who owes the acknowledgement of the year, if the fund asks for it.
     *
     * <p>Source: docs/policy/school-site-council.md §8.3.
     *
     * @param votes by seat, in the order in which they are looked at
     */
    void mustHaveAcknowledged(Question question, Map<SeatId, Person> holders, SequencedMap<SeatId, Vote> votes) {
        List<SeatId> counting = votes.sequencedEntrySet().stream()
                .filter(cast -> cast.getValue() == Vote.YES || cast.getValue() == Vote.NO)
                .map(Map.Entry::getKey)
                .toList();
        if (counting.isEmpty() || !isAsked(question)) {
            return;
        }
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        Set<Person> acknowledged = acknowledgements.of(question.school(), year).stream()
                .map(Acknowledgement::member)
                .collect(Collectors.toSet());
        counting.stream()
                .filter(seat -> !acknowledged.contains(holders.get(seat)))
                .findFirst()
                .ifPresent(seat -> {
                    throw new RefusedException(new AcknowledgementOwed(seat, question.school(), year));
                });
    }

    private boolean isAsked(Question question) {
        return selections
                .purse(new SelectionId(question.item().selection()))
                .filter(purse -> policies.of(purse.fund()).value().coiAcknowledgementRequired())
                .isPresent();
    }
}
