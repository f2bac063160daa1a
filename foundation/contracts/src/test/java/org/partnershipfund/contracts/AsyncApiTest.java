package org.partnershipfund.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.GoldenFile;

class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "api", "asyncapi.yaml");
    private static final Path OFFICIAL_SCHEMA =
            Path.of("..", "..", "..", "shared", "standards", "asyncapi", "3.0.0-without-id.json");

    @Test
    void the_document_is_what_the_catalogue_of_events_says() throws JsonProcessingException {
        GoldenFile.check(DOCUMENT, AsyncApi.document());
    }

    /** The official schema is not ours to carry; where it is absent the check is skipped and says so. */
    @Test
    void the_document_is_valid_asyncapi() throws IOException {
        assumeTrue(
                Files.exists(OFFICIAL_SCHEMA),
                "SKIPPED: put AsyncAPI's 3.0.0-without-id.json at " + OFFICIAL_SCHEMA + " to validate the document");

        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(OFFICIAL_SCHEMA), InputFormat.JSON);

        String document = AsyncApi.document();

        assertThat(schema.validate(document, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(document.replace("action: \"send\"", "action: \"publish\""), InputFormat.YAML))
                .as("the check must be able to fail")
                .isNotEmpty();
    }
}
