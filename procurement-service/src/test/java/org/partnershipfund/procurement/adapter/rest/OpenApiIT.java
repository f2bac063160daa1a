package org.partnershipfund.procurement.adapter.rest;

import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.GoldenFile;

/** The checked-in document is what the build generates. */
class OpenApiIT {

    @Test
    void the_document_in_the_repository_is_what_the_code_says() {
        GoldenFile.checkOpenApi("procurement-service");
    }
}
