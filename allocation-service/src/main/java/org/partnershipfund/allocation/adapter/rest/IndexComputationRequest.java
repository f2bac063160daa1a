package org.partnershipfund.allocation.adapter.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.usecase.ComputeIndex;

/** What shall be computed, beside the file of pupils. */
public class IndexComputationRequest {

    @Parameter(description = "The version of a model, as /index-models lists it", required = true)
    @QueryParam("modelId")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    UUID modelId;

    @Parameter(description = "The census tracts, as /tract-imports lists them", required = true)
    @QueryParam("tractSetId")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    UUID tractSetId;

    @Parameter(description = "What people will call the index set; unique", example = "Index FY2019", required = true)
    @QueryParam("name")
    @NotBlank @Size(max = 200) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String name;

    @Parameter(
            description = "Where the pupils come from",
            example = "Student information system, October snapshot",
            required = true)
    @QueryParam("source")
    @NotBlank @Size(max = 500) @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    String source;

    @Parameter(description = "The day on which the pupils were enrolled", example = "2017-10-01", required = true)
    @QueryParam("snapshotDate")
    @NotNull @SuppressWarnings("NullAway.Init") // the framework fills it, the validator checks it
    LocalDate snapshotDate;

    @Parameter(
            description =
                    "Whether the pupils are not the district's own, such as generated ones; then the index only shows how things work, whatever the model",
            example = "false")
    @QueryParam("illustrative")
    @DefaultValue("false")
    boolean illustrative;

    ComputeIndex.Ask ask(Duration keep) {
        return new ComputeIndex.Ask(
                new IndexModelId(modelId), new TractSetId(tractSetId), name, source, snapshotDate, illustrative, keep);
    }
}
