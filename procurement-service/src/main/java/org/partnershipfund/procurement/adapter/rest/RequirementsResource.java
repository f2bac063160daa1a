package org.partnershipfund.procurement.adapter.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.procurement.usecase.ReadRequirements;

/** The door that says what a process still needs; for the offices of the district. */
@Path("/processes/{id}/requirements")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Roles.BUDGET_OFFICE,
    Roles.PARTNERSHIPS_TEAM,
    Roles.PROCUREMENT_OFFICER,
    Roles.DISTRICT_SUPERINTENDENT,
    Roles.CFO,
    Roles.DEPUTY_CFO,
    Roles.MAYOR,
    Roles.CITY_AUDITOR,
    Roles.RECORDS_AUDITOR
})
@Tag(name = "Processes", description = "How a program is bought for all schools that chose it")
public class RequirementsResource {

    private final ReadRequirements readRequirements;

    RequirementsResource(ReadRequirements readRequirements) {
        this.readRequirements = readRequirements;
    }

    @GET
    @Operation(
            summary = "Read what the process needs",
            description =
                    "Every requirement of its day and value by its dated rule: met by which document or record, of whom and when; or missing, and who must do what next; or later, because something comes first. Also the steps of its contract and the conditions of its determination.")
    @APIResponse(
            responseCode = "200",
            description = "The requirements",
            content = @Content(schema = @Schema(implementation = ChecklistJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-process")
    public ChecklistJson read(@PathParam("id") UUID id) {
        var found = readRequirements.of(id);
        return ChecklistJson.of(found.process(), found.checklist());
    }
}
