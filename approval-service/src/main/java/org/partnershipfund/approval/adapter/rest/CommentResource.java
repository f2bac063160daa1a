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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.approval.selection.Comment;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.CommentOnSelection;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The doors for what people say about a selection. */
@Path("/selections/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
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
@Tag(name = "Selections")
public class CommentResource {

    private final CommentOnSelection commentOnSelection;
    private final Adults adults;
    private final Callers callers;

    CommentResource(CommentOnSelection commentOnSelection, Adults adults, Callers callers) {
        this.commentOnSelection = commentOnSelection;
        this.adults = adults;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Comment on a selection",
            description =
                    "By everybody who may read it, on its newest version or one line of it. A comment stays as it is, binds nobody, and is no part of what is decided on.")
    @APIResponse(
            responseCode = "201",
            description = "Said",
            content = @Content(schema = @Schema(implementation = CommentJson.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request, malformed-json, unknown-field, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-selection, no-such-line")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response say(@PathParam("id") UUID id, @Valid @NotNull CommentJson.ToSay asked) {
        Comment said = commentOnSelection.say(
                new SelectionId(id),
                callers.reach(),
                Optional.ofNullable(asked.lineId()),
                callers.me(),
                callers.role(),
                asked.text().strip());
        return Response.created(URI.create("/selections/%s/comments".formatted(id)))
                .entity(CommentJson.of(said, shown(List.of(said))))
                .build();
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the comments on a selection",
            description =
                    "Oldest first, on all versions, by everybody who may read the selection. Who said it is not told of students.")
    @APIResponse(responseCode = "200", description = "The comments")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Page<CommentJson> list(@PathParam("id") UUID id, @BeanParam Paging page) {
        Page<Comment> comments = Page.of(
                commentOnSelection.on(
                        new SelectionId(id), callers.reach(), page.after().map(cursor -> cursor.uuid(0)), page.rows()),
                page,
                comment -> Cursor.at(comment.id()));
        Adults.Shown shown = shown(comments.items());
        return comments.map(comment -> CommentJson.of(comment, shown));
    }

    private Adults.Shown shown(Collection<Comment> comments) {
        return adults.among(comments.stream().map(Comment::by).toList());
    }
}
