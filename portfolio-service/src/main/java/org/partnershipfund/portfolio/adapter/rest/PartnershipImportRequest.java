package org.partnershipfund.portfolio.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.partnershipfund.kernel.FiscalYear;

/** What an importer says about a file of partnerships, beside the file. */
public class PartnershipImportRequest {

    @Parameter(description = "Only check: answer every fault and register nothing")
    @QueryParam("dryRun")
    @DefaultValue("false")
    boolean dryRun;

    @Parameter(description = "The year of all lines", required = true)
    @QueryParam("fiscalYear")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    FiscalYear fiscalYear;

    @Parameter(description = "Where the lines come from", example = "PartnerBPS, June 2018", required = true)
    @QueryParam("source")
    @NotBlank @Size(max = 500) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String source;

    @Parameter(description = "Whether the lines are made up to show how things work")
    @QueryParam("illustrative")
    @DefaultValue("false")
    boolean illustrative;
}
