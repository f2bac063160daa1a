package org.partnershipfund.procurement.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.PartnerMembers;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scopes;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;

/** Who stands before a door: what they may see, and as whom they act. */
@RequestScoped
class Doors {

    private final Caller caller;
    private final Scopes scopes;
    private final PartnerMembers members;

    Doors(Caller caller, Scopes scopes, PartnerMembers members) {
        this.caller = caller;
        this.scopes = scopes;
        this.members = members;
    }

    /** District offices see all, schools their shares, partners their own. */
    Sight sight() {
        var scope = scopes.current();
        return new Sight(scope.everything(), scope.schools(), members.ofCaller());
    }

    /** The schools that they lead today by a dated record; an office leads none. */
    Set<SchoolCode> led() {
        return scopes.schoolsAs(Roles.SCHOOL_LEADER);
    }

    /** As whom they act. */
    Set<String> roles() {
        return caller.roles();
    }

    Person person() {
        return new Person(caller.issuer(), caller.subject());
    }
}
