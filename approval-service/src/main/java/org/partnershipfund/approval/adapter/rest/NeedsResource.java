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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.matching.SchoolNeeds;
import org.partnershipfund.approval.usecase.KeepNeeds;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** The doors for what a school needs of partners in a year. */
@Path("/schools/{schoolCode}/needs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    SCHOOL_LEADER,
    COUNCIL_MEMBER,
    INSTRUCTIONAL_SUPERINTENDENT,
    PARTNERSHIPS_TEAM,
    BUDGET_OFFICE,
    DISTRICT_SUPERINTENDENT,
    RECORDS_AUDITOR
})
@Tag(name = "Needs", description = "What a school needs of partners in a year, in the words of the menu's programs")
public class NeedsResource {

    private final KeepNeeds keepNeeds;
    private final Adults adults;
    private final Callers callers;

    NeedsResource(KeepNeeds keepNeeds, Adults adults, Callers callers) {
        this.keepNeeds = keepNeeds;
        this.adults = adults;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary = "Read what a school needs in a year",
            description =
                    "By the school's own people, its superintendent, and the district's offices. needs is what POST /matches of portfolio-service takes.")
    @APIResponse(
            responseCode = "200",
            description = "Its needs",
            content = @Content(schema = @Schema(implementation = SchoolNeedsJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-needs")
    public Response read(
            @PathParam("schoolCode") SchoolCode school,
            @Parameter(description = "Of which fiscal year", required = true, example = "2019")
                    @QueryParam("fiscalYear")
                    @NotNull FiscalYear year) {
        return ok(keepNeeds.read(school, year, callers.reach()));
    }

    @PUT
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER})
    @Operation(
            summary = "Say what the school needs in a year",
            description =
                    "By its leader or a member of its council. Without If-Match for the first time, with If-Match anew: all of it. It binds nobody and is no selection.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = SchoolNeedsJson.class)))
    @APIResponse(responseCode = "404", description = "no-school-of-yours, no-such-needs")
    @APIResponse(responseCode = "409", description = "needs-exist")
    @APIResponse(responseCode = "412", description = "stale-state")
    public Response say(
            @PathParam("schoolCode") SchoolCode school,
            @Parameter(description = "Of which fiscal year", required = true, example = "2019")
                    @QueryParam("fiscalYear")
                    @NotNull FiscalYear year,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SchoolNeedsJson.WantedJson asked) {
        return ok(
                ifMatch == null
                        ? keepNeeds.first(school, year, asked.wanted(), callers.me())
                        : keepNeeds.anew(school, year, IfMatch.version(ifMatch), asked.wanted(), callers.me()));
    }

    private Response ok(Versioned<SchoolNeeds> needs) {
        Adults.Shown shown = adults.among(List.of(needs.value().saidBy()));
        return Answers.ok(SchoolNeedsJson.of(needs.value(), shown), needs.version());
    }
}
