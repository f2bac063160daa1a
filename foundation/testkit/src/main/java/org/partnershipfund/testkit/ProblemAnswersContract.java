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
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
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
 * It knocks at the operators' doors, which every service has. What only the service can answer (412 and 428, which need
 * something that can be changed, and the refusals of its own table) is its own test, with {@link ProblemAnswers#check}.
 */
@SuppressWarnings("NullAway.Init") // the test resource fills the field
public abstract class ProblemAnswersContract {

    ServiceDatabase database;

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
    void status_400_for_text_that_no_table_can_keep() {
        Response answer = operator().urlEncodingEnabled(false).get(LIST + "?subject=a%00b");

        ProblemAnswers.check(answer, 400, "invalid-parameter");
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("subject");
    }

    @Test
    void status_400_for_a_post_without_its_key() {
        Response answer = operator()
                .contentType("application/json")
                .body(ids(UUID.randomUUID()))
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
    void status_409_for_a_letter_that_is_settled_already() {
        var letter = UUID.randomUUID();
        database.execute("""
                INSERT INTO dead_letter (id, state, kind, reason, lane, channel, topic, kafka_partition, kafka_offset,
                                         headers, resolved_at, resolution)
                VALUES ('%1$s', 'discarded', 'failed', 'said by a test', '%1$s', 'none', 'none', 0, 0,
                        '[]', now(), 'put there by a test')""".formatted(letter));

        Response answer =
                operator().header("Idempotency-Key", UUID.randomUUID()).post(LIST + "/" + letter + "/redrive");

        ProblemAnswers.check(answer, 409, "letter-not-open");
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
    void status_422_for_a_key_that_belongs_to_another_request() {
        var key = UUID.randomUUID();
        assertThat(post(key, ids(UUID.randomUUID())).statusCode()).isEqualTo(202);

        Response other = post(key, ids(UUID.randomUUID()));

        ProblemAnswers.check(other, 422, "idempotency-key-reused");
    }

    @Test
    void status_431_for_headers_without_end() {
        ProblemAnswers.check(operator().header("X-Long", "x".repeat(20_000)).get(LIST), 431, "headers-too-large");
    }

    /** A table that a migration forgot: nobody but an operator can mend it. */
    @Test
    void status_500_tells_only_where_to_ask() {
        Response answer;
        database.execute("ALTER TABLE dead_letter RENAME TO forgotten");
        try {
            answer = operator().get(LIST);
        } finally {
            database.execute("ALTER TABLE forgotten RENAME TO dead_letter");
        }

        ProblemAnswers.check(answer, 500, "unexpected-error");
        assertThat(answer.<String>path("detail")).isEqualTo("Request " + answer.header("X-Request-Id"));
        assertThat(operator().get(LIST).statusCode()).isEqualTo(200);
    }

    @Test
    void status_503_while_the_database_is_away_and_served_again_when_it_is_back() {
        Response read;
        Response written;
        database.goAway();
        try {
            read = operator().get(LIST);
            written = post(ids(UUID.randomUUID()));
        } finally {
            database.comeBack();
        }

        ProblemAnswers.check(read, 503, "temporarily-unavailable");
        ProblemAnswers.check(written, 503, "temporarily-unavailable");
        assertThat(read.header("Retry-After")).isEqualTo("5");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> operator().get(LIST).statusCode() == 200);
    }

    @Test
    void the_description_of_the_api_is_there_and_names_the_problems() {
        Response api = given().get("/q/openapi?format=json");

        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.<String>path("components.schemas.Problem.properties.type.type"))
                .isEqualTo("string");
    }

    /** A list whose door forgot it answers 500 as soon as it is asked; here every list is. */
    @Test
    void every_list_heeds_modified_after() {
        Map<String, Map<String, Map<String, Object>>> doors =
                given().get("/q/openapi?format=json").path("paths");
        var lists = doors.entrySet().stream()
                .filter(door -> !door.getKey().contains("{"))
                .filter(door -> String.valueOf(door.getValue().get("get")).contains("modifiedAfter"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(lists)
                .contains(LIST)
                .allSatisfy(list -> assertThat(given().auth()
                                .oauth2(Tokens.as("operator", "records-auditor", "budget-office"))
                                .get(list + "?modifiedAfter=2100-01-01T00:00:00Z")
                                .statusCode())
                        .isEqualTo(200));
    }

    /** Only the service knows an id to ask with: its own test asks those that it names here. */
    @Test
    void every_list_below_a_path_parameter_that_tells_what_changed_is_asked_by_the_service() {
        Map<String, Map<String, Map<String, Object>>> doors =
                given().get("/q/openapi?format=json").path("paths");

        assertThat(doors.entrySet().stream()
                        .filter(door -> door.getKey().contains("{"))
                        .filter(door ->
                                String.valueOf(door.getValue().get("get")).contains("modifiedAfter"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(listsBelowAPathParameter());
    }

    /** The lists with {@code modifiedAfter} below a path parameter, each asked with real ids by a test of the service. */
    protected Set<String> listsBelowAPathParameter() {
        return Set.of();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.as("operator"));
    }

    private static String ids(UUID id) {
        return "{\"ids\": [\"%s\"]}".formatted(id);
    }

    private static Response post(String body) {
        return post(UUID.randomUUID(), body);
    }

    private static Response post(UUID key, String body) {
        return operator()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(POST);
    }

    /** Speaks byte by byte, as no client library would. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
