package org.partnershipfund.portfolio.adapter.rest;

import static org.partnershipfund.foundation.caller.Roles.PARTNER;
import static org.partnershipfund.foundation.caller.Roles.PARTNERSHIPS_TEAM;
import static org.partnershipfund.foundation.caller.Roles.RECORDS_AUDITOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.files.Downloads;
import org.partnershipfund.foundation.files.FileStore;
import org.partnershipfund.foundation.files.Uploads;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Cursor;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;
import org.partnershipfund.foundation.web.Paging;
import org.partnershipfund.portfolio.evidence.Evidence;
import org.partnershipfund.portfolio.evidence.EvidenceId;
import org.partnershipfund.portfolio.usecase.KeepEvidence;
import org.partnershipfund.portfolio.vetting.ApplicationId;

/** The doors for files of evidence. They are handed out to be saved, never to be shown by a browser. */
@Path(EvidenceResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Files that prove an application: PDF, PNG, JPEG, DOCX")
public class EvidenceResource {

    /** The one door with a shorter body than others. */
    public static final String PATH = "/evidence";

    private final KeepEvidence keep;
    private final FileStore files;
    private final Doors doors;

    EvidenceResource(KeepEvidence keep, FileStore files, Doors doors) {
        this.keep = keep;
        this.files = files;
        this.doors = doors;
    }

    @POST
    @Idempotent
    @RolesAllowed(PARTNER)
    @Consumes({"application/pdf", "image/png", "image/jpeg", Uploads.DOCX, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Send a file of evidence",
            description =
                    "For a member of the application's partner, until it is decided. The body is the file itself, 25 MB at most unless the district allows more. What it is, its content says; its name and Content-Type must agree. A document that would become far larger when it is opened, or that carries a program, is refused.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Uploads.DOCX, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = MediaType.APPLICATION_OCTET_STREAM,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = EvidenceJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-application")
    @APIResponse(
            responseCode = "409",
            description = "too-late-for-evidence, evidence-twice, too-much-evidence, idempotency-key-in-use")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(
            responseCode = "422",
            description = "file-not-admitted, file-disguised, file-swells, idempotency-key-reused")
    public Response send(
            @Valid @BeanParam EvidenceUpload asked,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream file) {
        var own = doors.own();
        // Nobody fills the folder with files for an application that is not theirs.
        var _ = keep.of(asked.application(), own);
        try (var upload = files.receive(file, asked.name(), Uploads.declared(contentType))) {
            Evidence added =
                    keep.add(asked.application(), upload.received(), asked.proves(), doors.person(), own, upload::keep);
            return Answers.created(PATH + "/" + added.id().value(), EvidenceJson.of(added), 1);
        }
    }

    @GET
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the evidence of an application",
            description =
                    "By id, which is by time. For its partner's members, the partnerships team and the records auditor.")
    @APIResponse(responseCode = "200", description = "The evidence, without the files")
    @APIResponse(responseCode = "404", description = "no-such-application")
    public Page<EvidenceJson> list(
            @Parameter(description = "The application", required = true) @QueryParam("applicationId") @Nullable UUID applicationId,
            @BeanParam Paging page) {
        if (applicationId == null) {
            throw ProblemException.parameter("applicationId", "", "it must be the id of an application");
        }
        UUID behind = page.after().map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
        return Page.of(
                        keep.of(new ApplicationId(applicationId), doors.sight()).stream()
                                .filter(found -> found.id().value().compareTo(behind) > 0)
                                .limit(page.rows())
                                .toList(),
                        page,
                        found -> Cursor.at(found.id().value()))
                .map(EvidenceJson::of);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({PARTNER, PARTNERSHIPS_TEAM, RECORDS_AUDITOR})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Save a file of evidence",
            description =
                    "The bytes as they were sent, as an attachment that no browser shows. The audit trail says who read it.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "no-such-evidence")
    public Response save(@PathParam("id") UUID id) {
        Evidence found = keep.read(new EvidenceId(id), doors.sight());
        return Downloads.toSave(files.open(found.sha256()), found.fileName(), found.bytes(), found.sha256());
    }
}
