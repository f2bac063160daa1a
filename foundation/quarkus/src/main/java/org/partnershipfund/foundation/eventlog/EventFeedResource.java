package org.partnershipfund.foundation.eventlog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Caller;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;

/** The change feed: what this service said, in the order in which it became true. */
@Path("/events")
@Tag(name = "Events")
public class EventFeedResource {

    static final String BATCH = "application/cloudevents-batch+json";

    /** Says {@code true} when nothing newer exists, so that a reader may rest. */
    static final String CAUGHT_UP = "Feed-Caught-Up";

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 500;

    private final EventFeed feed;
    private final Caller caller;

    @Inject
    EventFeedResource(EventFeed feed, Caller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @Produces(BATCH)
    @RolesAllowed({Roles.SYSTEM, Roles.RECORDS_AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "Events after a cursor",
            description =
                    "A CloudEvents batch in the order of position. Follow the Link header with rel=\"next\" for ever: it is always there, also behind an empty batch, because a request looks at a bounded part of the log. Rest when Feed-Caught-Up is true. Each event comes once per reading; order is kept per subject.")
    @APIResponse(
            responseCode = "200",
            description = "Up to limit events",
            content =
                    @Content(
                            mediaType = BATCH,
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.ARRAY,
                                            implementation = Object.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-parameter: the cursor is not of this feed, or ahead of it")
    @APIResponse(responseCode = "403", description = "not-allowed: a system needs the scope events:read")
    public Response read(
            @Parameter(description = "The cursor of the last Link; absent for the beginning")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "Only this CloudEvents type") @QueryParam("type") @Nullable String type,
            @Parameter(description = "Only this subject") @QueryParam("subject") @Nullable String subject,
            @Parameter(description = "How many events at most, 1 to 500") @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo asked) {
        requireScope();
        long position = position(after);
        EventFeed.Batch batch = feed.after(position, type, subject, limit(limit));
        if (position > batch.last()) {
            throw ProblemException.parameter(
                    "after",
                    Long.toString(position),
                    "this feed ends at %d; if the service was restored from a copy, read again from there"
                            .formatted(batch.last()));
        }
        return Response.ok(EventFeed.json(batch.entries()))
                .header(CAUGHT_UP, batch.through() == batch.last())
                .links(next(batch.through(), asked))
                .build();
    }

    private void requireScope() {
        boolean person = caller.has(Roles.RECORDS_AUDITOR) || caller.has(Roles.OPERATOR);
        if (!person && !caller.hasScope("events:read")) {
            throw ProblemException.of(StandardProblem.NOT_ALLOWED, "This door needs the scope events:read.");
        }
    }

    private static long position(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        try {
            long position = Long.parseLong(after);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a negative number is.
        }
        throw ProblemException.parameter("after", after, "it must be the cursor of an earlier Link header");
    }

    private static int limit(@Nullable Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.parameter("limit", limit.toString(), "it must be 1 to " + MOST);
        }
        return limit;
    }

    private static Link next(long through, UriInfo asked) {
        var address = asked.getRequestUriBuilder()
                .replaceQueryParam("after", Long.toString(through))
                .build();
        return Link.fromUri(address.getRawPath() + "?" + address.getRawQuery())
                .rel("next")
                .build();
    }
}
