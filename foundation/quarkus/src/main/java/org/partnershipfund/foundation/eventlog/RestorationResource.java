package org.partnershipfund.foundation.eventlog;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.foundation.eventlog.Restorations.Restoration;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;

/**
 * Where an operator says that this service's database is a backup of an earlier moment, and everybody reads it
 * (docs/operations.md, backup and restore).
 */
@Path("/restorations")
@Tag(name = "Audit")
public class RestorationResource {

    private final Restorations restorations;

    @Inject
    RestorationResource(Restorations restorations) {
        this.restorations = restorations;
    }

    /**
     * What was done.
     *
     * @param restoredTo the moment of the backup, or up to which the write-ahead log was replayed; real time
     * @param reason why, for the audit trail; no personal data
     */
    @Schema(name = "NewRestoration")
    public record NewRestorationJson(
            @Schema(examples = "2018-02-06T22:00:00Z") @NotNull Instant restoredTo,

            @Schema(examples = "The disk of the database server broke; backup of 22:00") @NotBlank @Size(max = 500) String reason) {}

    /**
     * A restoration.
     *
     * @param restoredTo the moment of the backup; what was written between it and recordedAt is gone
     * @param recordedAt when an operator recorded it, in real time
     * @param sharedPosition the newest checkpoint from before restoredTo. Every position behind it may have been given
     *     anew: who read this service's feed beyond it reads it again from there
     */
    @Schema(name = "Restoration")
    public record RestorationJson(
            Instant restoredTo,
            Instant recordedAt,
            @Schema(examples = "4821") long sharedPosition) {

        static RestorationJson of(Restoration restoration) {
            return new RestorationJson(
                    restoration.restoredTo(), restoration.recordedAt(), restoration.sharedPosition());
        }
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @PermitAll
    @Operation(
            summary = "When this service's database was restored from a backup, the newest first",
            description =
                    "Whoever keeps checkpoints or a cursor of the feed learns here that positions behind sharedPosition were given anew.")
    @APIResponse(responseCode = "200", description = "A page of restorations; most often empty")
    @APIResponse(responseCode = "400", description = "invalid-parameter")
    public Page<RestorationJson> list(@BeanParam Paging page) {
        Long before = page.after().map(cursor -> cursor.number(0)).orElse(null);
        return Page.of(restorations.newest(before, page.rows()), page, last -> Cursor.at(last.seq()))
                .map(RestorationJson::of);
    }

    @POST
    @Idempotent
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    @Operation(
            summary = "Record that the database was restored from a backup",
            description =
                    "Once, after the restored service serves again. ./fund audit verify then excuses the checkpoints that were published of the lost rows, and names the restoration; nothing else is excused.")
    @APIResponse(responseCode = "200", description = "It is recorded in the audit trail")
    @APIResponse(
            responseCode = "400",
            description = "invalid-request: the moment is in the future, or this database has no checkpoint before it")
    public Response record(@Valid @NotNull NewRestorationJson restored) {
        Restoration recorded =
                restorations.record(restored.restoredTo(), restored.reason().strip());
        return Response.ok(RestorationJson.of(recorded)).build();
    }
}
