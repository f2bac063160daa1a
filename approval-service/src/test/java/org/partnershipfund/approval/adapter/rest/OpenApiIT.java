package org.partnershipfund.approval.adapter.rest;

import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.GoldenFile;

/** The doors as the build describes them are those under docs/api. */
class OpenApiIT {

    @Test
    void the_document_has_not_drifted() {
        GoldenFile.checkOpenApi("approval-service");
    }
}
