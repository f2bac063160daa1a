package org.partnershipfund.foundation.eventlog;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.eventlog.Checkpoints.Checkpoint;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/** The public door to how far this service's chain had come, minute by minute. */
@Path("/audit-checkpoints")
@Tag(name = "Audit")
public class CheckpointResource {

    private final Checkpoints checkpoints;

    @Inject
    CheckpointResource(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * How far the chain had come.
     *
     * @param position the last sealed position
     * @param hash SHA-256 of the link there, hexadecimal
     * @param at real time, not the district's clock
     */
    @Schema(name = "AuditCheckpoint")
    public record CheckpointJson(
            @Schema(examples = "4821000210") long position,

            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String hash,

            Instant at) {

        static CheckpointJson of(Checkpoint checkpoint) {
            return new CheckpointJson(checkpoint.position(), checkpoint.hash(), checkpoint.at());
        }
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @PermitAll
    @Operation(
            summary = "How far the audit chain had come, the newest first",
            description =
                    "A checkpoint is noted each minute in which anything was sealed, and said on Kafka as AuditCheckpoint. Whoever keeps one can show later that nothing before it was changed, removed or inserted: ./fund audit verify recomputes the chain and compares.")
    @APIResponse(responseCode = "200", description = "A page of checkpoints")
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    public Page<CheckpointJson> list(@BeanParam Paging page) {
        Long before = page.after().map(cursor -> cursor.number(0)).orElse(null);
        return Page.of(checkpoints.list(before, page.rows()), page, last -> Cursor.at(last.position()))
                .map(CheckpointJson::of);
    }
}
