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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Associate;
import org.partnershipfund.approval.council.AssociateId;
import org.partnershipfund.approval.council.Associates;
import org.partnershipfund.approval.usecase.NameAssociate;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** The doors for who attends a council and has no vote. */
@Path("/councils/{schoolCode}/associates")
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
@Tag(name = "Councils", description = "The School Site Council of each school: who sits on it, when it meets")
public class AssociateResource {

    private final Associates associates;
    private final NameAssociate nameAssociate;
    private final Callers callers;

    AssociateResource(Associates associates, NameAssociate nameAssociate, Callers callers) {
        this.associates = associates;
        this.nameAssociate = nameAssociate;
        this.callers = callers;
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the associates of a council",
            description =
                    "Everybody who is, was or will be one, in the order in which they were named. They attend and never vote.")
    public Page<AssociateJson> list(@PathParam("schoolCode") SchoolCode school, @BeanParam Paging page) {
        return Page.of(
                        callers.reach().covers(school)
                                ? associates.list(
                                        school,
                                        page.after().map(cursor -> new AssociateId(cursor.uuid(0))),
                                        page.rows())
                                : List.<Versioned<Associate>>of(),
                        page,
                        found -> Cursor.at(found.value().id().value()))
                .map(found -> AssociateJson.of(found.value()));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read one associate")
    @APIResponse(
            responseCode = "200",
            description = "The associate",
            content = @Content(schema = @Schema(implementation = AssociateJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-council, no-such-associate")
    public Response read(@PathParam("schoolCode") SchoolCode school, @PathParam("id") UUID id) {
        var found = nameAssociate.read(school, new AssociateId(id), callers.reach());
        return Answers.ok(AssociateJson.of(found.value()), found.version());
    }

    @POST
    @Idempotent
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Name an associate of the council",
            description =
                    "By the principal, the co-chair or the partnerships team. Somebody of a partner or of the community who attends; nobody is associate and voting member on the same day.")
    @APIResponse(
            responseCode = "201",
            description = "Named",
            content = @Content(schema = @Schema(implementation = AssociateJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-council")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(
            responseCode = "422",
            description =
                    "not-the-chair, associate-has-a-seat, associate-ends-before-it-begins, idempotency-key-reused")
    public Response name(@PathParam("schoolCode") SchoolCode school, @Valid @NotNull AssociateJson.ToName asked) {
        var named = nameAssociate.name(school, asked.asked(), callers.councilManager());
        return Answers.created(
                "/councils/%s/associates/%s"
                        .formatted(school, named.value().id().value()),
                AssociateJson.of(named.value()),
                named.version());
    }

    @PUT
    @Path("{id}/end")
    @RolesAllowed({SCHOOL_LEADER, COUNCIL_MEMBER, PARTNERSHIPS_TEAM})
    @Operation(
            summary = "Say an associate's last day",
            description = "By the principal, the co-chair or the partnerships team.")
    @APIResponse(
            responseCode = "200",
            description = "Ends then",
            content = @Content(schema = @Schema(implementation = AssociateJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, malformed-json, unknown-field")
    @APIResponse(responseCode = "404", description = "no-such-council, no-such-associate")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(
            responseCode = "422",
            description = "not-the-chair, associate-has-a-seat, associate-ends-before-it-begins")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response end(
            @PathParam("schoolCode") SchoolCode school,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull AssociateJson.ToEnd asked) {
        var ended = nameAssociate.end(
                school, new AssociateId(id), IfMatch.version(ifMatch), asked.until(), callers.councilManager());
        return Answers.ok(AssociateJson.of(ended.value()), ended.version());
    }
}
