package org.partnershipfund.allocation.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.allocation.adapter.rest.UtilisationJson.ByNeed;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.usecase.ReadUtilisation;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors that say what became of the allocations. */
@Path("/funds")
@PermitAll
@Tag(name = "Utilisation", description = "How much of what was allocated is under contract and paid, by need")
public class UtilisationResource {

    private final ReadUtilisation readUtilisation;
    private final Doors doors;

    UtilisationResource(ReadUtilisation readUtilisation, Doors doors) {
        this.readUtilisation = readUtilisation;
        this.doors = doors;
    }

    @GET
    @Path("{id}/utilisation")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List how much of every school's allocation is under contract and paid",
            description =
                    "By school code, every school that is allocated money. Counted from what procurement-service told: ContractExecuted, InvoicePaid.")
    @APIResponse(responseCode = "200", description = "How much of each school's allocation is under contract and paid")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    public Page<UtilisationJson> schools(@PathParam("id") UUID id, @BeanParam Paging page) {
        var used = readUtilisation.of(new FundId(id), doors.sight());
        return Page.of(
                        used.utilisation().schools().stream()
                                .filter(use -> page.after()
                                        .map(cursor -> use.school().school().compareTo(cursor.school(0)) > 0)
                                        .orElse(true))
                                .limit(page.rows())
                                .toList(),
                        page,
                        use -> Cursor.at(use.school().school()))
                .map(use -> UtilisationJson.of(use, used.illustrative()));
    }

    @GET
    @Path("{id}/utilisation/by-need")
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "Say how much of the allocations is under contract and paid, by fifth of need",
            description =
                    "Five equal fifths of all pupils, the least need first, then all together. A school across a border counts in both fifths with its pupils there (docs/policy/equity.md §4).")
    @APIResponse(responseCode = "200", description = "The fifths of need")
    @APIResponse(responseCode = "404", description = "no-such-fund")
    public Page<ByNeed> byNeed(@PathParam("id") UUID id) {
        return new Page<>(ByNeed.of(readUtilisation.of(new FundId(id), doors.sight())), null);
    }
}
