package org.partnershipfund.foundation.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.testkit.Soon.soon;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class SpansIT {

    @Inject
    EndedSpans spans;

    @Test
    void a_request_shows_the_statements_it_took_and_none_of_their_values() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        String type = "org.partnershipfund.allocation.Sought.v1";

        given().auth()
                .oauth2(Tokens.as("operator"))
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .queryParam("type", type)
                .get("/events")
                .then()
                .statusCode(200);

        soon().until(() -> spans.of(traceId).stream().anyMatch(span -> span.getKind() == SpanKind.SERVER));
        SpanData request = spans.of(traceId).stream()
                .filter(span -> span.getKind() == SpanKind.SERVER)
                .findFirst()
                .orElseThrow();
        assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(spans.of(traceId))
                .filteredOn(span -> span.getKind() == SpanKind.CLIENT)
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.getAttributes().get(AttributeKey.stringKey("db.system")))
                        .isEqualTo("postgresql"))
                .anySatisfy(
                        statement -> assertThat(statement.getAttributes().get(AttributeKey.stringKey("db.statement")))
                                .contains("JOIN event_log"))
                .noneSatisfy(statement -> assertThat(statement.toString()).contains(type));
    }
}
