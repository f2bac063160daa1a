package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Share;
import org.partnershipfund.procurement.ledger.Statements;
import org.partnershipfund.procurement.ledger.Statements.ContractEntry;

/** The door to what moved under one contract. Partners see their own, schools their shares, offices all. */
@Path("/contracts/{id}/statement")
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PARTNERSHIPS_TEAM,
    Roles.PROCUREMENT_OFFICER,
    Roles.SCHOOL_LEADER,
    Roles.COUNCIL_MEMBER,
    Roles.INSTRUCTIONAL_SUPERINTENDENT,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.MAYOR,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR,
    Roles.PARTNER
})
@Tag(name = "Contracts")
public class ContractStatementResource {

    private final Contracts contracts;
    private final Statements statements;
    private final Doors doors;

    ContractStatementResource(Contracts contracts, Statements statements, Doors doors) {
        this.contracts = contracts;
        this.statements = statements;
        this.doors = doors;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Draw up the statement of a contract",
            description =
                    "As of any instant: what was encumbered, released, expended and returned under it, oldest first, with what is encumbered and expended after each. Between an opening and a closing row. A school sees its own shares.")
    @APIResponse(responseCode = "200", description = "The statement, transfer by transfer")
    @APIResponse(responseCode = "404", description = "no-such-contract")
    public Page<StatementJson.ContractRow> statement(
            @PathParam("id") UUID id, @BeanParam Paging page, @BeanParam StatementSpan asked) {
        var sight = doors.sight();
        var contract = contracts
                .find(new ContractId(id))
                .map(Versioned::value)
                .filter(sight::covers)
                .orElseThrow(() -> new RefusedException(new NoSuchContract(id)));
        List<SchoolCode> seen = contract.terms().shares().stream()
                .map(Share::school)
                .distinct()
                .filter(school -> sight.covers(contract.partner(), school))
                .toList();
        var span = asked.span();
        var ends = statements.ofContract(id, Optional.of(seen), span);
        return StatementJson.page(
                statements.ofContract(id, Optional.of(seen), span, StatementJson.after(page), page.rows()),
                page,
                ContractEntry::entry,
                StatementJson.ContractRow::of,
                StatementJson.ContractRow.opening(span, ends),
                StatementJson.ContractRow.closing(span, ends));
    }
}
