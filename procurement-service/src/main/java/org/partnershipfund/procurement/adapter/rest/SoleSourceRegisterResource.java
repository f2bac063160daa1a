package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.procurement.determination.Determinations;

/** The public register of what is bought without a competition: everybody may look. */
@Path("/sole-source-register")
@PermitAll
@Tag(name = "Public", description = "What everybody may read without signing in")
public class SoleSourceRegisterResource {

    private final Determinations determinations;

    SoleSourceRegisterResource(Determinations determinations) {
        this.determinations = determinations;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List what is bought without a competition, and why",
            description =
                    "Every written determination of a sole source or an exemption, by id, which follows the time of recording: ground, partner, program, service area, value, what was bought by it, investigation and reasons; also revoked ones. Names no person.")
    public Page<DeterminationJson.Row> list(@BeanParam PageRequest page, @BeanParam DeterminationFilter filter) {
        return DeterminationResource.page(determinations, page, filter);
    }
}
