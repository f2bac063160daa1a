package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.supervision.Absence;
import org.partnershipfund.approval.usecase.ReassignStep;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors for who is away. */
@Path("/absences")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({BUDGET_OFFICE, PARTNERSHIPS_TEAM, INSTRUCTIONAL_SUPERINTENDENT, DISTRICT_SUPERINTENDENT, CFO, DEPUTY_CFO
})
@Tag(name = "Delegations", description = "Who decides in whose place, from day to day; both stand on the decision")
public class AbsenceResource {

    private final ReassignStep reassignStep;
    private final Callers callers;

    AbsenceResource(ReassignStep reassignStep, Callers callers) {
        this.reassignStep = reassignStep;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Declare that you are away",
            description =
                    "From day to day; the partnerships team declares it of others too. It is shown where you would have to act, and lets the partnerships team reassign what waits for you.")
    @APIResponse(
            responseCode = "201",
            description = "Declared",
            content = @Content(schema = @Schema(implementation = DelegationJson.AbsenceJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description = "not-your-absence, absence-ends-before-it-begins, idempotency-key-reused")
    public Response declare(@Valid @NotNull DelegationJson.ToDeclare asked) {
        Person me = callers.me();
        Person person = asked.person() == null ? me : asked.person().person();
        Absence absence = reassignStep.declare(person, asked.from(), asked.until(), me, callers.isPartnershipsTeam());
        return Response.created(URI.create("/absences"))
                .entity(DelegationJson.AbsenceJson.of(absence))
                .build();
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(summary = "List absences", description = "Your own; the partnerships team sees everybody's.")
    public Page<DelegationJson.AbsenceJson> list(@BeanParam Paging page) {
        return Page.of(
                        reassignStep.absences(
                                callers.isPartnershipsTeam() ? Optional.empty() : Optional.of(callers.me()),
                                page.after().map(cursor -> cursor.uuid(0)),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.id()))
                .map(DelegationJson.AbsenceJson::of);
    }
}
