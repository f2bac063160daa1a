package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scope;
import org.partnershipfund.procurement.ledger.Ledger;

/** The door to the proof that the books agree; for the whole district, so only for those who see all of it. */
@Path("/trial-balance")
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PROCUREMENT_OFFICER,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR
})
@Tag(name = "Trial balance", description = "Stored balances beside the sum of all transfers")
public class TrialBalanceResource {

    private final Ledger ledger;

    TrialBalanceResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(
            summary = "Draw up a trial balance",
            description =
                    "Adds every transfer up again and compares: accounts of each line, open commitments, what is planned on each fund. All is read at one instant.")
    public TrialBalanceJson draw(@BeanParam LineFilter filter) {
        return TrialBalanceJson.of(ledger.trialBalance(filter.slice(new Scope.Everything(), Optional.empty())));
    }
}
