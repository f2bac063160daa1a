package org.partnershipfund.foundation.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.foundation.web.Doors.problemOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** What happens to every request before a route is looked up; spoken byte by byte, as no client library would. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class FrontDoorIT {

    @TestHTTPResource(value = "/nowhere", management = true)
    @SuppressWarnings("NullAway.Init") // the test framework sets it
    URI nowhereForOperators;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // the test framework sets it
    URI service;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/samples;jsessionid=1/open",
                "/samples/open;",
                "/samples%3Bx/open",
                "/samples%2fopen",
                "/samples%2Fopen",
                "/samples%5copen",
                "//samples/open",
                "/samples//open",
                "/./samples/open",
                "/samples/../samples/open",
                "/samples/%2e%2e/samples/open",
                "/samples/open/..",
                "/samples/open/.",
                "/samples/open%00",
                "/samples%252fopen"
            })
    void a_path_that_two_readers_could_read_differently_is_refused(String path) throws IOException {
        String answer = answerTo("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:partnership-fund:problem:suspicious-path");
    }

    @Test
    void the_same_characters_in_a_query_are_fine() throws IOException {
        String answer =
                answerTo("GET /samples/open?q=a;b//c%2f../ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_body_that_is_announced_too_long_is_refused_before_it_is_sent() throws IOException {
        String announced = """
                POST /samples HTTP/1.1
                Host: localhost
                Connection: close
                Content-Type: application/json
                Content-Length: 900000000

                """;

        String answer = answerTo(announced.replace("\n", "\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json")
                .contains("urn:partnership-fund:problem:too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HELLO", "GET /samples\\open HTTP/1.1"})
    void what_is_not_http_never_reaches_us_and_is_refused_with_a_bare_status(String line) throws IOException {
        String answer = answerTo(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.[01] 400 .*\r\n\r\n");
    }

    @Test
    void a_body_of_unknown_length_is_read_to_its_limit_and_not_further() throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write("""
                    POST /samples/uploads HTTP/1.1
                    Host: localhost
                    Connection: close
                    Authorization: Bearer %s
                    Idempotency-Key: %s
                    Content-Type: text/csv
                    Transfer-Encoding: chunked

                    """.formatted(Tokens.as(Roles.BUDGET_OFFICE), UUID.randomUUID())
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < (64 << 20); sent += 0x10000) {
                out.write(chunk);
            }
            out.flush();

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void a_request_keeps_the_id_that_its_caller_gave() {
        Response answer =
                given().header("X-Request-Id", "budget-office.2018-12-08_1").get("/samples/open");

        assertThat(answer.header("X-Request-Id")).isEqualTo("budget-office.2018-12-08_1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with blank in it", "line%0abreak", "<script>alert(1)</script>"})
    void an_id_that_could_spoil_a_log_is_replaced(String given) {
        Response answer = given().header("X-Request-Id", given).get("/samples/open");

        assertThat(answer.header("X-Request-Id"))
                .as("the id of the trace")
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(given);
    }

    @Test
    void an_address_of_the_management_port_without_a_door_is_a_problem_too() {
        Response answer = given().get(nowhereForOperators);

        assertThat(problemOf(answer)).isEqualTo("not-found");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/samples/open", "/samples", "/nowhere", "/samples;x", "/q/openapi"})
    void every_answer_also_every_no_has_careful_headers(String path) {
        assertCareful(given().get(path));
        assertThat(given().get(path).header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void so_have_those_of_the_management_port() {
        assertCareful(given().get(nowhereForOperators));
        assertCareful(given().get(nowhereForOperators.resolve("/health/live")));
    }

    @Test
    void what_is_answered_to_somebody_who_signed_in_is_kept_nowhere() {
        Response answer = Doors.office().get("/samples");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void the_pages_run_their_own_scripts_and_are_framed_by_nobody() {
        Response monitor = given().get("/monitor");
        Response descriptions = given().get("/q/swagger-ui/");

        assertThat(monitor.header("Content-Security-Policy")).contains("script-src 'self';", "frame-ancestors 'none'");
        assertThat(descriptions.statusCode()).isEqualTo(200);
        assertThat(descriptions.header("Content-Security-Policy"))
                .contains("script-src 'self' 'unsafe-inline'", "frame-ancestors 'none'", "object-src 'none'");
    }

    @Test
    void nobody_is_told_to_come_by_https_who_did_not_come_by_it() {
        assertThat(given().get("/samples/open").header("Strict-Transport-Security"))
                .isNull();
    }

    @Test
    void nobody_is_answered_in_http_2() throws IOException {
        String upgrade = beginOfAnswerTo(
                "GET /samples/open HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n");
        String preface = beginOfAnswerTo("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

        assertThat(upgrade).isEqualTo("HTTP/1.1 200");
        assertThat(preface).matches("HTTP/(1\\.[01]|2\\.0) [45]..");
    }

    /** Version and status; the line may stay open. */
    private String beginOfAnswerTo(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
        }
    }

    private static void assertCareful(Response answer) {
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
    }

    @Test
    void a_head_request_without_a_token_is_refused_without_a_body() {
        Response answer = given().head("/samples");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void what_has_no_door_is_a_problem_in_every_method() {
        assertThat(problemOf(given().post("/nowhere"))).isEqualTo("not-found");
        assertThat(problemOf(given().put("/nowhere"))).isEqualTo("not-found");
        assertThat(problemOf(given().delete("/nowhere"))).isEqualTo("not-found");
    }

    private String answerTo(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
