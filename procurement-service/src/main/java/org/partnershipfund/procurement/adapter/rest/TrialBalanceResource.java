package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.caller.Scope;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.Statements;

/** The door to the proof that the books agree; for the whole district, so only for those who see all of it. */
@Path("/trial-balance")
@Produces(MediaType.APPLICATION_JSON)
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
    private final Statements statements;

    TrialBalanceResource(Ledger ledger, Statements statements) {
        this.ledger = ledger;
        this.statements = statements;
    }

    @GET
    @Operation(
            summary = "Draw up a trial balance",
            description =
                    "Adds every transfer up again and compares: accounts of each line, open commitments, what is planned on each fund. All is read at one instant.")
    public TrialBalanceJson draw(@BeanParam LineFilter filter) {
        return TrialBalanceJson.of(ledger.trialBalance(filter.slice(new Scope.Everything(), Optional.empty())));
    }

    @GET
    @Path("history")
    @Operation(
            summary = "Add up what the accounts held at an instant",
            description =
                    "From the transfers that had happened until then; stored balances are of now and have no history. Debits equal credits at every instant.")
    public TrialBalanceJson.PastJson past(
            @BeanParam LineFilter filter,
            @Parameter(required = true, description = "On the district clock, included") @NotNull @QueryParam("asOf")
                    Instant asOf) {
        return TrialBalanceJson.PastJson.of(
                asOf, statements.folded(filter.slice(new Scope.Everything(), Optional.empty()), asOf));
    }
}
