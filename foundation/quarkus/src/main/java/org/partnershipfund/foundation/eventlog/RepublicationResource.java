package org.partnershipfund.foundation.eventlog;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.web.Idempotent;

/** The operators' door for a lost slot (docs/operations.md): what the log holds is published again. */
@Path("/events/republications")
@Tag(name = "Events")
public class RepublicationResource {

    private static final int DEFAULT_LIMIT = 5_000;

    private final Republication republication;

    @Inject
    RepublicationResource(Republication republication) {
        this.republication = republication;
    }

    /**
     * Which events.
     *
     * @param fromPosition the first position to publish; 1 for all there are
     * @param limit how many events at most in this request; 5,000 when absent
     */
    public record RangeJson(
            @NotNull @Min(1) Long fromPosition,
            @Nullable @Min(1) @Max(20_000) Integer limit) {}

    /**
     * What was published.
     *
     * @param sent how many events
     * @param nextPosition where the next request begins
     * @param complete whether everything that was committed is published; otherwise send the next request
     */
    public record RepublishedJson(int sent, long nextPosition, boolean complete) {}

    @POST
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Publish events again, by position",
            description =
                    "For a lost slot, while the relay is stopped. Ids stay the same, so whoever heard an event already does nothing. Repeat with nextPosition until complete.")
    @APIResponse(responseCode = "200", description = "How far it came")
    @APIResponse(responseCode = "409", description = "relay-is-running: stop the connector first, or order breaks")
    @APIResponse(responseCode = "503", description = "temporarily-unavailable: Kafka does not take them; try again")
    public Response republish(@Valid @NotNull RangeJson range) {
        int limit = range.limit() == null ? DEFAULT_LIMIT : range.limit();
        return Response.ok(republication.publish(range.fromPosition(), limit)).build();
    }
}
