package org.partnershipfund.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The framework's and the foundation's problems, asked of a service as it is shipped. A service runs it against its
 * packaged jar:
 *
 * <pre>{@code
 * @QuarkusIntegrationTest
 * @WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
 * class PackagedServiceIT extends ProblemAnswersContract {}
 * }</pre>
 *
 * It knocks at the operators' doors, which every service has. What only the service can answer (404, 409, 412, 422, 428
 * of its own) is its own test, with {@link ProblemAnswers#check}.
 */
public abstract class ProblemAnswersContract {

    private static final String LIST = "/dead-letters";
    private static final String POST = "/dead-letters/redrive";

    @Test
    void status_400_for_a_parameter() {
        Response answer = operator().get(LIST + "?limit=many");

        ProblemAnswers.check(answer, 400, "invalid-parameter");
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("limit");
    }

    @Test
    void status_400_for_a_cursor_of_somebody_else() {
        ProblemAnswers.check(operator().get(LIST + "?after=made-up"), 400, "invalid-parameter");
    }

    @Test
    void status_400_for_an_id_that_is_none() {
        ProblemAnswers.check(operator().get(LIST + "/nonsense"), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "", "{\"ids\": 7}", "{\"ids\": []} {}"})
    void status_400_for_json_that_cannot_be_read(String body) {
        ProblemAnswers.check(post(body), 400, "malformed-json");
    }

    @Test
    void status_400_for_an_unknown_field() {
        Response answer = post("{\"ids\": [], \"idz\": []}");

        ProblemAnswers.check(answer, 400, "unknown-field");
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("idz");
    }

    @Test
    void status_400_for_a_value_outside_of_what_is_allowed() {
        ProblemAnswers.check(post("{}"), 400, "invalid-request");
    }

    @Test
    void status_400_for_a_post_without_its_key() {
        Response answer = operator()
                .contentType("application/json")
                .body("{\"ids\": [\"%s\"]}".formatted(UUID.randomUUID()))
                .post(POST);

        ProblemAnswers.check(answer, 400, "idempotency-key-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dead-letters;x=1",
                "/dead-letters%3b",
                "/dead-letters%2fredrive",
                "/dead-letters%5c",
                "//dead-letters",
                "/./dead-letters",
                "/x/../dead-letters"
            })
    void status_400_for_a_path_that_two_readers_could_read_differently(String path) throws IOException {
        String answer = raw("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));

        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json")
                .contains("urn:partnership-fund:problem:suspicious-path");
    }

    @Test
    void status_401_without_a_token() {
        Response answer = given().get(LIST);

        ProblemAnswers.check(answer, 401, "not-signed-in");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void status_401_for_tokens_that_are_not_ours() {
        ProblemAnswers.check(given().auth().oauth2("garbage").get(LIST), 401, "not-signed-in");
        ProblemAnswers.check(given().auth().oauth2(Tokens.expired("operator")).get(LIST), 401, "not-signed-in");
        ProblemAnswers.check(
                given().auth().oauth2(Tokens.forAudience("others", "operator")).get(LIST), 401, "not-signed-in");
        ProblemAnswers.check(
                given().auth()
                        .oauth2(Tokens.ofIssuer("https://elsewhere.example", "operator"))
                        .get(LIST),
                401,
                "not-signed-in");
    }

    @Test
    void status_403_for_a_role_that_may_not() {
        ProblemAnswers.check(given().auth().oauth2(Tokens.as("partner")).get(LIST), 403, "not-allowed");
    }

    @Test
    void status_404_without_a_door() {
        ProblemAnswers.check(given().get("/no/such/door"), 404, "not-found");
    }

    @Test
    void status_404_for_an_id_that_nothing_has() {
        ProblemAnswers.check(operator().get(LIST + "/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void status_405_with_what_is_allowed() {
        Response answer = operator().delete(LIST);

        ProblemAnswers.check(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void status_406_for_a_format_that_we_do_not_speak() {
        ProblemAnswers.check(operator().accept("image/png").get(LIST), 406, "not-acceptable");
    }

    @Test
    void status_413_for_a_body_that_is_announced_too_long() throws IOException {
        String answer = raw("""
                POST %s HTTP/1.1
                Host: localhost
                Connection: close
                Content-Type: application/json
                Content-Length: 90000000000

                """.formatted(POST).replace("\n", "\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json")
                .contains("urn:partnership-fund:problem:too-large");
    }

    @Test
    void status_413_for_json_that_is_too_long() {
        ProblemAnswers.check(post("{\"ids\": [\"%s\"]}".formatted("x".repeat(5 << 20))), 413, "too-large");
    }

    @Test
    void status_414_for_an_address_without_end() {
        ProblemAnswers.check(operator().get(LIST + "?after=" + "x".repeat(9_000)), 414, "address-too-long");
    }

    @Test
    void status_415_for_a_format_that_we_do_not_read() {
        Response answer = operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/plain")
                .body("ids")
                .post(POST);

        ProblemAnswers.check(answer, 415, "unsupported-media-type");
    }

    @Test
    void status_431_for_headers_without_end() {
        ProblemAnswers.check(operator().header("X-Long", "x".repeat(20_000)).get(LIST), 431, "headers-too-large");
    }

    @Test
    void the_description_of_the_api_is_there_and_names_the_problems() {
        Response api = given().get("/q/openapi?format=json");

        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.<String>path("components.schemas.Problem.properties.type.type"))
                .isEqualTo("string");
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.as("operator"));
    }

    private static Response post(String body) {
        return operator()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post(POST);
    }

    /** Speaks byte by byte, as no client library would. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
