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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.Attaching;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.usecase.AttachFile;
import org.partnershipfund.approval.usecase.ReadSelections;
import org.partnershipfund.foundation.files.Downloads;
import org.partnershipfund.foundation.files.FileStore;
import org.partnershipfund.foundation.files.Uploads;
import org.partnershipfund.foundation.web.Answers;
import org.partnershipfund.foundation.web.Idempotent;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.foundation.web.Page;
import org.partnershipfund.foundation.web.Pages;

/** The doors for files at a selection. They are handed out to be saved, never to be shown by a browser. */
@Path(AttachmentResource.PATH)
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
public class AttachmentResource {

    /** The one door with a shorter body than others. */
    public static final String PATH = "/selections/{id}/attachments";

    private final AttachFile attachFile;
    private final ReadSelections readSelections;
    private final FileStore files;
    private final Attaching.Limits limits;
    private final Callers callers;

    AttachmentResource(
            AttachFile attachFile,
            ReadSelections readSelections,
            FileStore files,
            Attaching.Limits limits,
            Callers callers) {
        this.attachFile = attachFile;
        this.readSelections = readSelections;
        this.files = files;
        this.limits = limits;
        this.callers = callers;
    }

    @POST
    @Idempotent
    @RolesAllowed(SCHOOL_LEADER)
    @Consumes({"application/pdf", "image/png", "image/jpeg", Uploads.DOCX, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Attach a file to a selection",
            description =
                    "By the leader of the school, to a draft or what was returned: a new version with the same needs and lines, and a draft, whose digest covers the file's name, type and digest. The body is the file itself, 25 MB at most unless the district allows more. What it is, its content says; its name and Content-Type must agree. A document that would become far larger when it is opened, or that carries a program, is refused. Names of students do not belong into it: selections are public records.")
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
            description = "The selection in its new version; Location is the file's address",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "400", description = "invalid-request, idempotency-key-missing")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    @APIResponse(
            responseCode = "409",
            description =
                    "selection-not-editable, fund-closed, attached-twice, too-many-attachments, idempotency-key-in-use")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(
            responseCode = "422",
            description =
                    "attachment-not-admitted, attachment-disguised, attachment-swells, attachments-too-large, idempotency-key-reused")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response attach(
            @PathParam("id") UUID id,
            @Valid @BeanParam AttachmentUpload asked,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            InputStream file) {
        SelectionId selection = new SelectionId(id);
        Person by = callers.me();
        long seen = IfMatch.version(ifMatch);
        attachFile.mayAttach(selection, by);
        try (var upload = files.receive(file, asked.name(), Uploads.declared(contentType))) {
            var attached = attachFile.attach(selection, seen, by, upload.received(), limits, upload::keep);
            Attachment added =
                    attached.value().dossier().content().attachments().getLast();
            return Answers.created(
                    "/selections/%s/attachments/%s".formatted(id, added.id().value()),
                    json(attached.value()),
                    attached.version());
        }
    }

    @GET
    @Produces({Pages.JSON, Pages.CSV})
    @Operation(
            summary = "List the files at a selection",
            description =
                    "Those of its newest version, in the order in which they were attached. GET /selections/{id}/versions shows those of every version.")
    @APIResponse(responseCode = "200", description = "The files, without their bytes")
    @APIResponse(responseCode = "404", description = "no-such-selection")
    public Page<AttachmentJson> list(@PathParam("id") UUID id) {
        return new Page<>(attachFile.of(new SelectionId(id), callers.reach()), null).map(AttachmentJson::of);
    }

    @GET
    @Path("{attachmentId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Save a file at a selection",
            description =
                    "The bytes as they were sent, as an attachment that no browser shows. Of the newest version, and of every version that was ever submitted; what was taken out of a draft again is not handed out. The audit trail says who read it.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "no-such-selection, no-such-attachment")
    public Response save(@PathParam("id") UUID id, @PathParam("attachmentId") UUID attachmentId) {
        Attachment found = attachFile.read(new SelectionId(id), new AttachmentId(attachmentId), callers.reach());
        return Downloads.toSave(files.open(found.sha256()), found.fileName(), found.bytes(), found.sha256());
    }

    @DELETE
    @Path("{attachmentId}")
    @RolesAllowed(SCHOOL_LEADER)
    @Operation(
            summary = "Take a file out of a selection",
            description =
                    "By the leader of the school, of a draft or what was returned: a new version without it. Earlier versions keep its name and digest, and if one of them was submitted, the file.")
    @APIResponse(
            responseCode = "200",
            description = "The selection in its new version",
            content = @Content(schema = @Schema(implementation = SelectionJson.class)))
    @APIResponse(responseCode = "404", description = "no-such-selection, no-such-attachment")
    @APIResponse(responseCode = "409", description = "selection-not-editable, fund-closed")
    @APIResponse(responseCode = "412", description = "stale-state")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("attachmentId") UUID attachmentId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        var removed = attachFile.remove(
                new SelectionId(id), IfMatch.version(ifMatch), callers.me(), new AttachmentId(attachmentId));
        return Answers.ok(json(removed.value()), removed.version());
    }

    private SelectionJson json(Selection selection) {
        var lines = selection.dossier().content().lines();
        return SelectionJson.of(
                selection,
                readSelections.onTheMenu(lines.stream().map(Line::program).toList()));
    }
}
