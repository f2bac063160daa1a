package org.partnershipfund.allocation.adapter.rest;

import jakarta.enterprise.context.RequestScoped;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.Roles;

/** Who may pass which door: one list for all of them. */
@RequestScoped
class Doors {

    private final Caller caller;

    Doors(Caller caller) {
        this.caller = caller;
    }

    /** The offices that prepare and publish see drafts, and the records auditor sees everything. */
    Sight sight() {
        boolean seesDrafts = caller.has(Roles.BUDGET_OFFICE)
                || caller.has(Roles.PARTNERSHIPS_TEAM)
                || caller.has(Roles.RECORDS_AUDITOR);
        return seesDrafts ? Sight.DRAFTS : Sight.PUBLISHED;
    }
}
