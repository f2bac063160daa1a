package org.partnershipfund.portfolio.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.files.Uploads;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.portfolio.vetting.ApplicationId;

/** Whose evidence an upload is, and what its sender calls it. */
public class EvidenceUpload {

    @Parameter(description = "The application that it proves", required = true)
    @QueryParam("applicationId")
    @Nullable UUID applicationId;

    @Parameter(
            description = "What the file is called, with its ending; folders before it are left away",
            required = true,
            example = "observation-report.pdf")
    @QueryParam("fileName")
    @NotBlank @Size(max = 200) @Nullable String fileName;

    @Parameter(description = "The code of the criterion that it proves, if it is one", example = "quality")
    @QueryParam("criterion")
    @Size(min = 1, max = 40) @Nullable String criterion;

    ApplicationId application() {
        if (applicationId == null) {
            throw ProblemException.parameter("applicationId", "", "it must be the id of an application");
        }
        return new ApplicationId(applicationId);
    }

    /** Without folders and without what no name has. */
    String name() {
        return Uploads.name(String.valueOf(fileName));
    }

    Optional<String> proves() {
        return Optional.ofNullable(criterion);
    }
}
