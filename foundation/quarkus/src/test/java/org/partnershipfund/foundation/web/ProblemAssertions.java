package org.partnershipfund.foundation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What is true of every failing answer. */
final class ProblemAssertions {

    private ProblemAssertions() {}

    static void assertIsProblem(Response answer) {
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).startsWith("urn:partnership-fund:problem:");
        assertThat(answer.<Integer>path("status")).isEqualTo(answer.statusCode());
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.<String>path("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.asString())
                .doesNotContain("org.partnershipfund", "Exception", "java.", "SELECT", "jackson", "OrderJson");
    }
}
