package org.partnershipfund.allocation.adapter.rest;

import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.budgetOffice;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** The doors by which need is measured, as the offices use them. */
final class NeedDoors {

    /** One factor per component; bounds as an office would set them. */
    static final String MODEL = """
            {"name": "Need", "decidedBy": "nobody: a test", "illustrative": true, "missing": "refuse",
             "weights": {"neighborhood": "0.4", "individual": "0.35", "performance": "0.25"},
             "factors": [
               {"key": "median_income", "label": "Median income", "component": "neighborhood",
                "direction": "less-is-need", "normalisation": "min-max", "lowest": "0", "weight": "1"},
               {"key": "disadvantaged", "label": "Economically disadvantaged", "component": "individual",
                "direction": "more-is-need", "normalisation": "min-max", "lowest": "0", "highest": "1",
                "weight": "1"},
               {"key": "attendance", "label": "Attendance rate", "component": "performance",
                "direction": "less-is-need", "normalisation": "min-max", "lowest": "0", "highest": "1",
                "weight": "1"}]}
            """;

    static final String TRACTS = """
            tract_geoid,median_income
            25025000100,40000
            25025000201,80000
            25025000302,120000
            """;

    private NeedDoors() {}

    static Response makeModel(String json) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(json)
                .post("/index-models");
    }

    static Response compute(String pupils, String model, String tracts, String name) {
        return computing(model, tracts, name, UUID.randomUUID().toString())
                .body(pupils)
                .post("/index-computations");
    }

    static RequestSpecification computing(String model, String tracts, String name, String key) {
        return budgetOffice()
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .queryParam("modelId", model)
                .queryParam("tractSetId", tracts)
                .queryParam("name", name)
                .queryParam("source", "a test")
                .queryParam("snapshotDate", "2017-10-01");
    }

    static Response importTracts(String csv, String name, boolean dryRun) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("name", name)
                .queryParam("source", "a test")
                .queryParam("asOf", "2016-12-31")
                .queryParam("dryRun", dryRun)
                .body(csv)
                .post("/tract-imports");
    }
}
