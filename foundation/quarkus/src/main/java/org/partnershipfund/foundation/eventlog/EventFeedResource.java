package org.partnershipfund.foundation.eventlog;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
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
    private final EventStream stream;
    private final Caller caller;

    @Inject
    EventFeedResource(EventFeed feed, EventStream stream, Caller caller) {
        this.feed = feed;
        this.stream = stream;
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
            @BeanParam FeedFilter filter,
            @Parameter(description = "How many events at most, 1 to 500") @QueryParam("limit") @Nullable Integer limit,
            @Context UriInfo asked) {
        requireScope();
        long position = after == null ? 0 : position("after", after);
        EventFeed.Batch batch = feed.after(position, filter.read(), limit(limit));
        requireBehind("after", position, batch.last());
        return Response.ok(EventFeed.json(batch.entries()))
                .header(CAUGHT_UP, batch.through() == batch.last())
                .links(next(batch.through(), asked))
                .build();
    }

    @GET
    @Path("stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.SYSTEM, Roles.RECORDS_AUDITOR, Roles.OPERATOR})
    @Operation(
            summary = "Events as they happen",
            description =
                    "Server-sent events: each has the event's position as its id and one CloudEvent as its data. Send the last id as Last-Event-ID to go on after it; without it the stream begins with the newest events, as many as \"recent\" says. A comment comes when nothing else does, so that a dead connection is noticed. The stream ends with an event \"end\" when the token does; connect again with a new one.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-parameter: Last-Event-ID is not of this feed, or ahead of it")
    @APIResponse(responseCode = "403", description = "not-allowed: a system needs the scope events:read")
    @APIResponse(
            responseCode = "503",
            description = "temporarily-unavailable: too many are reading already; read GET /events meanwhile")
    public Multi<OutboundSseEvent> follow(
            @Parameter(description = "The id of the last event that was received")
                    @HeaderParam("Last-Event-ID")
                    @Nullable String lastEventId,
            @BeanParam FeedFilter filter,
            @Parameter(
                            description =
                                    "How many of the newest events that pass come first, 0 to 500; 0 unless asked otherwise. Looks back 100,000 rows at most")
                    @QueryParam("recent")
                    @Nullable Integer recent) {
        requireScope();
        EventFeed.Filter wanted = filter.read();
        long after;
        if (lastEventId == null) {
            after = feed.beforeNewest(recent == null ? 0 : inside("recent", recent, 0), wanted);
        } else {
            after = position("Last-Event-ID", lastEventId);
            requireBehind("Last-Event-ID", after, feed.last());
        }
        return stream.from(after, wanted, caller.expiresAt().orElse(Instant.MAX));
    }

    private void requireScope() {
        boolean person = caller.has(Roles.RECORDS_AUDITOR) || caller.has(Roles.OPERATOR);
        if (!person && !caller.hasScope("events:read")) {
            throw ProblemException.of(StandardProblem.NOT_ALLOWED, "This door needs the scope events:read.");
        }
    }

    private static void requireBehind(String name, long position, long last) {
        if (position > last) {
            throw ProblemException.parameter(
                    name,
                    Long.toString(position),
                    "this feed ends at %d; if the service was restored from a copy, read again from there"
                            .formatted(last));
        }
    }

    private static long position(String name, String cursor) {
        try {
            long position = Long.parseLong(cursor);
            if (position >= 0) {
                return position;
            }
        } catch (NumberFormatException e) {
            // Answered below, as a negative number is.
        }
        throw ProblemException.parameter(name, cursor, "it must be the cursor that an earlier answer gave");
    }

    private static int limit(@Nullable Integer limit) {
        return limit == null ? DEFAULT_LIMIT : inside("limit", limit, 1);
    }

    private static int inside(String name, int number, int least) {
        if (number < least || number > MOST) {
            throw ProblemException.parameter(
                    name, Integer.toString(number), "it must be %d to %d".formatted(least, MOST));
        }
        return number;
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
