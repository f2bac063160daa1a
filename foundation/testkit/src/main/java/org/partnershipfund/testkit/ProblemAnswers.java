package org.partnershipfund.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What is true of every failing answer of every service (RFC 9457). */
public final class ProblemAnswers {

    private static final String TYPE = "urn:partnership-fund:problem:";

    private ProblemAnswers() {}

    /** Fails unless the answer is this problem with this status, and nothing of how we are built shows in it. */
    public static void check(Response answer, int status, String slug) {
        assertThat(slugOf(answer)).isEqualTo(slug);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    /** The problem's name, after checking what every problem has. */
    public static String slugOf(Response answer) {
        assertThat(answer.contentType()).as(answer.asString()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).startsWith(TYPE);
        assertThat(answer.<Integer>path("status")).isEqualTo(answer.statusCode());
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("detail")).isNotBlank();
        assertThat(answer.<String>path("requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.asString())
                .doesNotContain("org.partnershipfund", "Exception", "java.", "jackson", "SELECT ", "INSERT ");
        return answer.<String>path("type").substring(TYPE.length());
    }
}
