package org.partnershipfund.allocation.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.partnershipfund.allocation.opportunityindex.Provenance;

/** What an importer says about an index file, beside the file. */
public class IndexImportRequest {

    @Parameter(description = "Only check: answer every fault and import nothing")
    @QueryParam("dryRun")
    @DefaultValue("false")
    boolean dryRun;

    @Parameter(description = "What people will call the set; unique", example = "Need 2017", required = true)
    @QueryParam("name")
    @NotBlank @Size(max = 200) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String name;

    @Parameter(
            description = "Who made the numbers, from which data",
            example = "Massachusetts DESE, school year 2016-17",
            required = true)
    @QueryParam("source")
    @NotBlank @Size(max = 500) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String source;

    @Parameter(
            description = "How the values follow from the data",
            example = "economically disadvantaged pupils divided by all pupils",
            required = true)
    @QueryParam("method")
    @NotBlank @Size(max = 1000) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String method;

    @Parameter(description = "The day for which the data holds", example = "2016-10-01", required = true)
    @QueryParam("snapshotDate")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    LocalDate snapshotDate;

    @Parameter(
            description = "Whether the set only shows how things work; then every print-out says so",
            example = "true",
            required = true)
    @QueryParam("illustrative")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    Boolean illustrative;

    Provenance provenance() {
        return new Provenance(source, method, snapshotDate, illustrative);
    }
}
