package org.partnershipfund.allocation.adapter.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.partnershipfund.allocation.usecase.ImportPriorYearFunding.Label;
import org.partnershipfund.kernel.FiscalYear;

/** What an importer says about a file of prior-year funding, beside the file. */
public class PriorYearFundingImportRequest {

    @Parameter(description = "Only check: answer every fault and import nothing")
    @QueryParam("dryRun")
    @DefaultValue("false")
    boolean dryRun;

    @Parameter(
            description = "Which year's funding; the calendar year in which the fiscal year ends",
            example = "2018",
            required = true)
    @QueryParam("fiscalYear")
    @NotNull @Min(2000) @Max(2199) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    Integer fiscalYear;

    @Parameter(
            description = "From this day on, in the district, everybody may read it",
            example = "2017-12-01",
            required = true)
    @QueryParam("noticeOn")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    LocalDate noticeOn;

    @Parameter(
            description = "Who made the figures, from which books",
            example = "Office of Opportunity Gaps, partner payments of FY2018",
            required = true)
    @QueryParam("source")
    @NotBlank @Size(max = 500) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String source;

    @Parameter(
            description =
                    "Whether the figures are made up to show how things work; every report that rests on them says so")
    @QueryParam("illustrative")
    @DefaultValue("false")
    boolean illustrative;

    Label label(String digest) {
        return new Label(new FiscalYear(fiscalYear), noticeOn, source, illustrative, digest);
    }
}
