package org.partnershipfund.approval.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.files.Uploads;

/** What the sender of an attachment calls it. */
public class AttachmentUpload {

    @Parameter(
            description = "What the file is called, with its ending; folders before it are left away",
            required = true,
            example = "attendance-by-grade.pdf")
    @QueryParam("fileName")
    @NotBlank @Size(max = 200) @Nullable String fileName;

    String name() {
        return Uploads.name(String.valueOf(fileName));
    }
}
