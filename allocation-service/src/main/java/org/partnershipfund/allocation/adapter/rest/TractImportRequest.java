package org.partnershipfund.allocation.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.partnershipfund.allocation.usecase.ImportTracts;

/** What an importer says about a file of census tracts, beside the file. */
public class TractImportRequest {

    @Parameter(description = "Only check: answer every fault and import nothing")
    @QueryParam("dryRun")
    @DefaultValue("false")
    boolean dryRun;

    @Parameter(description = "What people will call the set; unique", example = "Boston 2012-2016", required = true)
    @QueryParam("name")
    @NotBlank @Size(max = 200) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String name;

    @Parameter(
            description = "Who made the numbers, from which data",
            example = "US Census ACS 2012-2016, processed by the Boston Area Research Initiative",
            required = true)
    @QueryParam("source")
    @NotBlank @Size(max = 500) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String source;

    @Parameter(description = "The day for which the numbers hold", example = "2016-12-31", required = true)
    @QueryParam("asOf")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    LocalDate asOf;

    ImportTracts.Label label(List<String> factors, String digest) {
        return new ImportTracts.Label(name, source, asOf, factors, digest);
    }
}
