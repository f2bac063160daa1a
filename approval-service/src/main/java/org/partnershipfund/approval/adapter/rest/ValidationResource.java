package org.partnershipfund.approval.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.BUDGET_OFFICE;
import static org.partnershipfund.foundation.caller.Roles.CFO;
import static org.partnershipfund.foundation.caller.Roles.COUNCIL_MEMBER;
import static org.partnershipfund.foundation.caller.Roles.DEPUTY_CFO;
import static org.partnershipfund.foundation.caller.Roles.DISTRICT_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.INSTRUCTIONAL_SUPERINTENDENT;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.PROCUREMENT_OFFICER;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;
import static org.partnershipfund.foundation.caller.Roles.SCHOOL_LEADER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Validation;
import org.partnershipfund.approval.usecase.ValidateSelection;
import org.partnershipfund.foundation.openapi.CommonAnswers;
import org.partnershipfund.kernel.SchoolCode;

/** The doors that look at a selection as a submission would, and change nothing. */
@Path("/selections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Selections")
public class ValidationResource {

    private final ValidateSelection validateSelection;
    private final Problems problems;
    private final Callers callers;
    private final Clock clock;

    ValidationResource(ValidateSelection validateSelection, Problems problems, Callers callers, Clock clock) {
        this.validateSelection = validateSelection;
        this.problems = problems;
        this.callers = callers;
        this.clock = clock;
    }

    @POST
    @Path("validations")
    @RolesAllowed(SCHOOL_LEADER)
    @Extension(name = CommonAnswers.SAFE, value = "true", parseValue = true)
    @Operation(
            summary = "Validate a draft that is not saved",
            description =
                    "By the leader of the school, while drafting: everything that is in the way of a submission today, every warning, what would be left of the allocation, and per line the earliest lawful day for services. Nothing is kept.")
    @APIResponse(
            responseCode = "200",
            description = "What was found; also if nothing could be priced",
            content = @Content(schema = @Schema(implementation = ValidationJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "not-your-school")
    @APIResponse(responseCode = "409", description = "fund-not-heard-of, fund-closed, allocation-not-heard-of")
    public ValidationJson unsaved(@Valid @NotNull ValidationJson.ToValidate asked) {
        return json(validateSelection.unsaved(
                callers.me(), new FundId(asked.fundId()), new SchoolCode(asked.schoolCode()), asked.asked()));
    }

    @GET
    @Path("{id}/validation")
    @RolesAllowed({
        BUDGET_OFFICE,
        PARTNERSHIPS_TEAM,
        PROCUREMENT_OFFICER,
        SCHOOL_LEADER,
        COUNCIL_MEMBER,
        INSTRUCTIONAL_SUPERINTENDENT,
        DISTRICT_SUPERINTENDENT,
        CFO,
        DEPUTY_CFO,
        RECORDS_AUDITOR
    })
    @Operation(
            summary = "Validate the newest version of a selection",
            description = "As a submission would look at it today, whatever state it is in. Nothing is changed.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = ValidationJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(responseCode = "409", description = "allocation-not-heard-of")
    public ValidationJson saved(@PathParam("id") UUID id) {
        return json(validateSelection.saved(new SelectionId(id), callers.reach()));
    }

    private ValidationJson json(Validation validation) {
        return ValidationJson.of(
                validation, LocalDate.now(clock), why -> problems.row(why).slug());
    }
}
