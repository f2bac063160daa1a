package org.partnershipfund.allocation.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.partnershipfund.allocation.school.SnapshotKind;
import org.partnershipfund.allocation.usecase.ImportSchools;
import org.partnershipfund.foundation.problem.ProblemException;

/** What an importer says about a file of schools, beside the file. */
public class SchoolImportRequest {

    @Parameter(description = "Only check: answer every fault and import nothing")
    @QueryParam("dryRun")
    @DefaultValue("false")
    boolean dryRun;

    @Parameter(
            description = "Whether the pupils are expected or were counted on 1 October",
            schema = @Schema(enumeration = {"projected", "october"}))
    @QueryParam("kind")
    @DefaultValue("projected")
    String kind = "projected";

    @Parameter(description = "The day for which the numbers hold", example = "2017-11-01", required = true)
    @QueryParam("asOf")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    LocalDate asOf;

    @Parameter(
            description = "Where the numbers come from",
            example = "Massachusetts DESE, school year 2016-17",
            required = true)
    @QueryParam("source")
    @NotBlank @Size(max = 500) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String source;

    ImportSchools.Label label(String digest) {
        return new ImportSchools.Label(kind(), asOf, source, digest);
    }

    private SnapshotKind kind() {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "projected" -> SnapshotKind.PROJECTED;
            case "october" -> SnapshotKind.OCTOBER;
            default -> throw ProblemException.parameter("kind", kind, "it must be projected or october");
        };
    }
}
