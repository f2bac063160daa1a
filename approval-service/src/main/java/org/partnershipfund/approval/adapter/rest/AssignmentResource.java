package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.supervision.AssignmentId;
import org.partnershipfund.approval.supervision.Assignments;
import org.partnershipfund.approval.usecase.AssignSupervisor;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.PageRequest;
import org.partnershipfund.foundation.web.Pages;

/** The doors for supervision. */
@Path("/supervisor-assignments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    PARTNERSHIPS_TEAM,
    BUDGET_OFFICE,
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(name = "Supervision", description = "Which Instructional Superintendent answers for which schools, by day")
public class AssignmentResource {

    private final Assignments assignments;
    private final AssignSupervisor assignSupervisor;
    private final Callers callers;

    AssignmentResource(Assignments assignments, AssignSupervisor assignSupervisor, Callers callers) {
        this.assignments = assignments;
        this.assignSupervisor = assignSupervisor;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed({PARTNERSHIPS_TEAM, DISTRICT_SUPERINTENDENT})
    @Operation(summary = "Assign a supervisor to schools", description = "Says SupervisorAssigned for each school.")
    @APIResponse(
            responseCode = "201",
            description = "Assigned",
            content = @Content(schema = @Schema(implementation = AssignmentJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "assignment-ends-before-it-begins, idempotency-key-reused")
    public Response assign(@Valid @NotNull AssignmentJson.ToAssign asked) {
        var assignment = assignSupervisor.assign(
                asked.supervisor().person(), asked.network(), asked.schools(), asked.from(), asked.end());
        return Answers.created(
                "/supervisor-assignments/" + assignment.value().id().value(),
                AssignmentJson.of(assignment.value()),
                assignment.version());
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List supervisor assignments",
            description = "A school's people see those that name one of their schools, the offices all.")
    public Page<AssignmentJson> list(@BeanParam PageRequest page) {
        return Page.of(
                        assignments.list(
                                callers.reach().schools(),
                                page.after().map(cursor -> new AssignmentId(cursor.uuid(0))),
                                page.modifiedAfter(),
                                page.rows()),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> AssignmentJson.of(found.value()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one supervisor assignment")
    @APIResponse(
            responseCode = "200",
            description = "The assignment",
            content = @Content(schema = @Schema(implementation = AssignmentJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-assignment")
    public Response read(@PathParam("id") UUID id) {
        var assignment = assignSupervisor.read(new AssignmentId(id), callers.reach());
        return Answers.ok(AssignmentJson.of(assignment.value()), assignment.version());
    }

    @PUT
    @Path("{id}/end")
    @RolesAllowed({PARTNERSHIPS_TEAM, DISTRICT_SUPERINTENDENT})
    @Operation(
            summary = "Give an assignment another end",
            description = "For all of its schools. Says SupervisorAssigned again for each.")
    @APIResponse(
            responseCode = "200",
            description = "It ends then",
            content = @Content(schema = @Schema(implementation = AssignmentJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-assignment")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "422", description = "assignment-ends-before-it-begins")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response end(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AssignmentJson.ToEnd asked) {
        var assignment = assignSupervisor.until(new AssignmentId(id), IfMatch.version(ifMatch), asked.end());
        return Answers.ok(AssignmentJson.of(assignment.value()), assignment.version());
    }
}
