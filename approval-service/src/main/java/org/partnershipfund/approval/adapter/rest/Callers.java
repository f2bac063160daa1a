package org.partnershipfund.approval.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.approval.matching.MatchingRefusal.NoSchoolOfYours;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.approval.supervision.Supervisors;
import org.partnershipfund.approval.usecase.CouncilManager;
import org.partnershipfund.approval.usecase.DecideSelection;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scope;
import org.partnershipfund.foundation.caller.Scopes;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Who stands before the door, and which schools exist for them. */
@RequestScoped
class Callers {

    private static final List<String> SPEAKING = List.of(
            Roles.SCHOOL_LEADER,
            Roles.INSTRUCTIONAL_SUPERINTENDENT,
            Roles.BUDGET_OFFICE,
            Roles.PARTNERSHIPS_TEAM,
            Roles.PROCUREMENT_OFFICER,
            Roles.DISTRICT_SUPERINTENDENT,
            Roles.CFO,
            Roles.DEPUTY_CFO,
            Roles.RECORDS_AUDITOR,
            Roles.COUNCIL_MEMBER);

    private final Caller caller;
    private final Scopes scopes;
    private final Supervisors supervisors;
    private final Clock clock;

    Callers(Caller caller, Scopes scopes, Supervisors supervisors, Clock clock) {
        this.caller = caller;
        this.scopes = scopes;
        this.supervisors = supervisors;
        this.clock = clock;
    }

    /** Whether the caller sees delegations of everybody. */
    boolean watches() {
        return caller.has(Roles.PARTNERSHIPS_TEAM) || caller.has(Roles.RECORDS_AUDITOR);
    }

    /** Whether the caller arranges who stands in for whom. */
    boolean isPartnershipsTeam() {
        return caller.has(Roles.PARTNERSHIPS_TEAM);
    }

    /** Whoever sends this request; only behind doors that ask for a role. */
    Person me() {
        return new Person(caller.issuer(), caller.subject());
    }

    /** What their token says they are. */
    Set<String> roles() {
        return caller.roles();
    }

    /** The same with their roles and reach, as deciding asks for them. */
    DecideSelection.Decider decider() {
        return new DecideSelection.Decider(me(), caller.roles(), reach());
    }

    /** The same as managing a council's conduct asks for them. */
    CouncilManager councilManager() {
        return new CouncilManager(me(), reach(), isPartnershipsTeam());
    }

    /** The schools of the caller's dated records and of delegations to them, or the whole district for its offices. */
    Reach reach() {
        Scope scope = scopes.current();
        if (scope.everything()) {
            return new Reach(Optional.empty());
        }
        Set<SchoolCode> lent = caller.has(Roles.INSTRUCTIONAL_SUPERINTENDENT)
                ? supervisors.lentTo(me(), LocalDate.now(clock))
                : Set.of();
        return new Reach(Optional.of(
                Stream.concat(scope.schools().stream(), lent.stream()).collect(Collectors.toUnmodifiableSet())));
    }

    /** The role in which somebody speaks: the first of these that their token names. */
    String role() {
        return SPEAKING.stream()
                .filter(caller::has)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a door without roles asked for one"));
    }

    /**
     * The school, for whom its things exist.
     *
     * @throws RefusedException if it is out of the caller's reach
     */
    SchoolCode mustReach(SchoolCode school) {
        if (!reach().covers(school)) {
            throw new RefusedException(new NoSchoolOfYours(school, "leader, council member or superintendent"));
        }
        return school;
    }
}
