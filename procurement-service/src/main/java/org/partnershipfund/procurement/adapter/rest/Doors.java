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

    private static final Set<String> OFFICES = Set.of(
            Roles.BUDGET_OFFICE,
            Roles.PARTNERSHIPS_TEAM,
            Roles.PROCUREMENT_OFFICER,
            Roles.DISTRICT_SUPERINTENDENT,
            Roles.CFO,
            Roles.DEPUTY_CFO,
            Roles.MAYOR,
            Roles.CITY_AUDITOR,
            Roles.RECORDS_AUDITOR);

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

    /** Whether somebody of an office of the district stands there, who may see what a competition found before its award. */
    boolean isOffice() {
        return OFFICES.stream().anyMatch(caller::has);
    }

    Person person() {
        return new Person(caller.issuer(), caller.subject());
    }

    /** Whether they act for the contracting office; who also leads a school speaks for the office here. */
    boolean isProcurementOfficer() {
        return caller.has(Roles.PROCUREMENT_OFFICER);
    }
}
