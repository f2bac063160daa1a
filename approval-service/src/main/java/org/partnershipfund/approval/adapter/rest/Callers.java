package org.partnershipfund.approval.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.Scope;
import org.partnershipfund.foundation.caller.Scopes;

/** Who stands before the door, and which schools exist for them. */
@RequestScoped
class Callers {

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
}
