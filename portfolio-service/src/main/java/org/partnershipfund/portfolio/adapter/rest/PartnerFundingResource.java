package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.funding.ProgramFundings;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.program.ProgramId;

/** The door by which a partner sees what became of its programs. */
@Path("/partners/{id}/funding")
@Tag(name = "Partners")
public class PartnerFundingResource {

    private final ProgramFundings fundings;
    private final Doors doors;

    PartnerFundingResource(ProgramFundings fundings, Doors doors) {
        this.fundings = fundings;
        this.doors = doors;
    }

    @GET
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what schools chose of a partner, what is contracted and paid",
            description =
                    "Per program and fiscal year, the latest year first: how many schools chose it, what is under contract, what is paid, and when the funding ends. As far as it was heard of approval-service and procurement-service, whose own records count. For the partner's members, the partnerships team and the records auditor.")
    @APIResponse(responseCode = "200", description = "The programs with what was chosen, contracted and paid")
    @APIResponse(responseCode = "404", description = "no-such-partner")
    public Page<ProgramFundingJson> list(
            @PathParam("id") UUID id,
            @Parameter(description = "Only this fiscal year") @QueryParam("fiscalYear") @Nullable FiscalYear year,
            @BeanParam Paging page) {
        var partner = new PartnerId(id);
        if (!doors.sight().covers(partner)) {
            throw new RefusedException(new NoSuchPartner(partner));
        }
        var after =
                page.after().map(cursor -> new ProgramFundings.Place(cursor.place(0), new ProgramId(cursor.uuid(1))));
        return Page.of(
                        fundings.list(partner, Optional.ofNullable(year), after, page.rows()),
                        page,
                        funding -> Cursor.at(
                                funding.year().endYear(), funding.program().value()))
                .map(ProgramFundingJson::of);
    }
}
