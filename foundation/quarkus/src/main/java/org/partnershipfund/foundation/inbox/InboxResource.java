package org.partnershipfund.foundation.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.sql.Sql;

/** The door to how much this service has heard of whom, counted from the inbox: it outlives every restart. */
@Path("/inbox")
@Tag(name = "Inbox")
public class InboxResource {

    private final Sql sql;

    @Inject
    InboxResource(Sql sql) {
        this.sql = sql;
    }

    /** What was heard, speaker by speaker. */
    @Schema(name = "InboxCounts")
    public record CountsJson(List<CountJson> items) {
        public CountsJson {
            items = List.copyOf(items);
        }
    }

    /**
     * What was heard of one speaker.
     *
     * @param source as CloudEvents name it
     * @param events different events of the types that this service acts on, parked and dead ones included
     * @param lastHeardAt when the newest of them was heard
     */
    @Schema(name = "InboxCount")
    public record CountJson(
            @Schema(examples = "/allocation-service") String source,
            @Schema(examples = "62") long events,
            Instant lastHeardAt) {}

    @GET
    @Path("counts")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OPERATOR, Roles.RECORDS_AUDITOR})
    @Operation(
            summary = "Count the events that were heard, by speaker",
            description =
                    "Each event once, however often it came. Beside the speaker's GET /events it shows whether anything is on its way or lost.")
    @APIResponse(responseCode = "200", description = "A count for each speaker that was ever heard")
    public CountsJson counts() {
        return new CountsJson(sql.list(
                "SELECT source, count(*), max(heard_at) FROM inbox GROUP BY source ORDER BY source",
                row -> new CountJson(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class).toInstant())));
    }
}
