package org.partnershipfund.procurement.adapter.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an importer says about a file of the city's books, beside the file. */
public class ReconciliationImportRequest {

    @Parameter(description = "Only check: answer every fault and keep nothing")
    @QueryParam("dryRun")
    @DefaultValue("false")
    boolean dryRun;

    @Parameter(
            description = "Of which fiscal year; the calendar year in which it ends",
            example = "2019",
            required = true)
    @QueryParam("fiscalYear")
    @NotNull @Min(2000) @Max(2199) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    Integer fiscalYear;

    @Parameter(
            description = "The last day that the file covers; what happened later does not count here either",
            example = "2018-12-31",
            required = true)
    @QueryParam("through")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    LocalDate through;

    @Parameter(
            description = "Which export it is",
            example = "City ledger, program 2536, drawn on 2 January 2019",
            required = true)
    @QueryParam("source")
    @NotBlank @Size(max = 500) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String source;
}
