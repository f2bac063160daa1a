package org.partnershipfund.approval.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scope;
import org.partnershipfund.foundation.caller.Scopes;

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

    Callers(Caller caller, Scopes scopes) {
        this.caller = caller;
        this.scopes = scopes;
    }

    /** Whoever sends this request; only behind doors that ask for a role. */
    Person me() {
        return new Person(caller.issuer(), caller.subject());
    }

    /** The schools of the caller's dated records, or the whole district for its offices. */
    Reach reach() {
        Scope scope = scopes.current();
        return new Reach(scope.everything() ? Optional.empty() : Optional.of(scope.schools()));
    }

    /** The role in which somebody speaks: the first of these that their token names. */
    String role() {
        return SPEAKING.stream()
                .filter(caller::has)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a door without roles asked for one"));
    }
}
