package org.partnershipfund.foundation.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.foundation.web.Doors.json;
import static org.partnershipfund.foundation.web.Doors.office;
import static org.partnershipfund.foundation.web.Doors.once;
import static org.partnershipfund.foundation.web.Doors.problemOf;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** Every no of every door as a problem, by its status. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class ProblemAnswersIT {

    private static final String SAMPLE = "/samples/by-id/018f4a2e-7d3c-7c1a-9b1e-0123456789ab";
    private static final String GOOD_ORDER = "{\"name\": \"a\"}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /samples?limit=many            | limit         | many      | it must be a whole number
            /samples?limit=0               | limit         | 0         | it must be 1 to 500
            /samples?limit=501             | limit         | 501       | it must be 1 to 500
            /samples?limit=-1              | limit         | -1        | it must be 1 to 500
            /samples?limit=1000000000      | limit         | 1000000000 | it must be 1 to 500
            /samples?limit=10000000000     | limit         | 10000000000 | it must be a whole number
            /samples?after=made-up!        | after         | made-up!  | it must be the value of "next" of an earlier page of the same list
            /samples?modifiedAfter=monday  | modifiedAfter | monday    | it must be an instant in UTC such as 2018-03-01T00:00:00Z
            /samples/by-id/7               | id            | 7         | it must be an id such as 018f4a2e-7d3c-7c1a-9b1e-0123456789ab
            /samples/by-id/1-1-1-1-1       | id            | 1-1-1-1-1 | it must be an id such as 018f4a2e-7d3c-7c1a-9b1e-0123456789ab
            /samples/schools/1234          | school        | 1234      | it must be the school's eight-digit state code, such as 00350231
            /samples/by-flavour?of=sweet   | of            | sweet     | it must be one of [TUTORING, COUNSELLING]
            /samples/by-flavour?year=19    | year          | 19        | it must be a fiscal year such as 2019
            /samples/by-flavour?fresh=yes  | fresh         | yes       | it must be true or false
            /samples/by-flavour?of=a%00b   | of            | a%00b     | it has the character NUL (U+0000), which no text can keep; leave it out
            /samples/schools/00350231?%00  | A parameter   | %00       | it has the character NUL (U+0000), which no text can keep; leave it out
            /samples?limit=1&x%00=1        | A parameter   | 1         | it has the character NUL (U+0000), which no text can keep; leave it out
            /samples?modifiedAfter=%2B10000-01-01T00:00:00Z | modifiedAfter | +10000-01-01T00:00:00Z | it must be an instant in UTC such as 2018-03-01T00:00:00Z
            /samples/by-id/018f4a2e-7d3c-7c1a-9b1e-0123456789ab?on=%2B999999999-12-31 | on | +999999999-12-31 | it must be a date such as 2018-07-01
            /samples/by-id/018f4a2e-7d3c-7c1a-9b1e-0123456789ab?on=0000-12-31 | on | 0000-12-31 | it must be a date such as 2018-07-01
            """)
    void status_400_names_the_parameter_its_value_and_the_remedy(
            String path, String field, String value, String reason) {
        Response answer = office().urlEncodingEnabled(false).get(path);

        assertThat(problemOf(answer)).isEqualTo("invalid-parameter");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<Object>path("violations"))
                .isEqualTo(List.of(Map.of("field", field, "value", value, "reason", reason)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{", "{\"name\": \"a\"} {}", "{\"name\": \"a\", \"name\": \"b\"}", "name=a", "", "null"})
    void status_400_for_what_is_no_json_object(String body) {
        Response answer = once(body).post("/samples");

        assertThat(problemOf(answer)).isEqualTo("malformed-json");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            {"name": 5}                                | name                   | it must be text in quotes
            {"name": {}}                               | name                   | it must be text in quotes
            {"name": "a\\u0000b"}                      | name                   | it has the character NUL (U+0000), which no text can keep; leave it out
            {"name": "a", "lines": [{"what": "\\u0000"}]} | lines[0].what       | it has the character NUL (U+0000), which no text can keep; leave it out
            {"name": "a", "at": "+10000-01-01T00:00:00Z"} | at                  | its year must be 0001 to 9999
            {"name": "a", "day": "+12018-02-01"}       | day                    | its year must be 0001 to 9999
            {"name": "a", "lines": [{"price": {"currency": "USD"}}]} | lines[0].price.amount | it is missing; it must be text in quotes
            {"name": "a", "lines": [{"what": "b"}]}    | lines[0].pieces        | it is missing; it must be a whole number
            {"name": "a", "lines": [{"pieces": null}]} | lines[0].pieces        | it must be a whole number
            {"name": "a", "id": "x"}                   | id                     | it must be an id such as 018f4a2e-7d3c-7c1a-9b1e-0123456789ab
            {"name": "a", "at": "noon"}                | at                     | it must be an instant in UTC such as 2018-03-01T00:00:00Z
            {"name": "a", "day": "2018-02-30"}         | day                    | it must be a date such as 2018-07-01
            {"name": "a", "flavour": "sweet"}          | flavour                | it must be one of [TUTORING, COUNSELLING]
            {"name": "a", "flavour": 0}                | flavour                | it must be one of [TUTORING, COUNSELLING]
            {"name": "a", "lines": {}}                 | lines                  | it must be a list
            {"name": "a", "lines": [{"pieces": 1.5}]}  | lines[0].pieces        | it must be a whole number
            {"name": "a", "lines": [{"pieces": "1"}]}  | lines[0].pieces        | it must be a whole number
            {"name": "a", "lines": [{"price": {"amount": 1.00, "currency": "USD"}}]}    | lines[0].price.amount   | it must be text in quotes
            {"name": "a", "lines": [{"price": {"amount": "1.005", "currency": "USD"}}]} | lines[0].price.amount   | an amount is text with exactly two decimals and no grouping, such as "133000.00"
            {"name": "a", "lines": [{"price": {"amount": "1.00", "currency": "EUR"}}]}  | lines[0].price.currency | the only currency is "USD"
            """, quoteCharacter = '\'')
    void status_400_names_the_field_that_cannot_be_read(String body, String field, String reason) {
        Response answer = once(body).post("/samples");

        assertThat(problemOf(answer)).isEqualTo("malformed-json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<String>path("violations[0].field")).isEqualTo(field);
        assertThat(answer.<String>path("violations[0].reason")).isEqualTo(reason);
    }

    @Test
    void status_400_names_a_field_that_nobody_knows() {
        Response answer = once("{\"name\": \"a\", \"lines\": [{\"pieces\": 1, \"wat\": 1}]}")
                .post("/samples");

        assertThat(problemOf(answer)).isEqualTo("unknown-field");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<Object>path("violations"))
                .isEqualTo(List.of(Map.of(
                        "field", "lines[0].wat", "reason", "there is no such field; known are: pieces, price, what")));
    }

    @Test
    void status_400_lists_every_value_that_is_not_allowed() {
        Response answer = once("""
                {"name": " ", "lines": [{"what": "tutoring", "pieces": 1, "price": {"amount": "1.00", "currency": "USD"}},
                                        {"what": "", "pieces": 0}]}
                """).post("/samples");

        assertThat(problemOf(answer)).isEqualTo("invalid-request");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.<List<String>>path("violations.field"))
                .containsExactly("lines[1].pieces", "lines[1].price", "lines[1].what", "name");
        assertThat(answer.<String>path("violations[0].value")).isEqualTo("0");
    }

    @Test
    void status_400_for_nesting_that_only_an_attack_needs() {
        Response answer =
                once("{\"name\": " + "[".repeat(200) + "]".repeat(200) + "}").post("/samples");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problemOf(answer)).isEqualTo("malformed-json");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a number of 41 digits", "a field's name of 201 letters"})
    void status_400_for_what_is_longer_than_anybody_needs(String what) {
        var body = what.contains("number")
                ? "{\"name\": \"a\", \"lines\": [{\"pieces\": %s}]}".formatted("1".repeat(41))
                : "{\"name\": \"a\", \"%s\": 1}".formatted("x".repeat(201));

        Response answer = once(body).post("/samples");

        assertThat(problemOf(answer)).isEqualTo("malformed-json");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void status_400_for_a_post_without_an_idempotency_key() {
        Response answer = json(GOOD_ORDER).post("/samples");

        assertThat(problemOf(answer)).isEqualTo("idempotency-key-missing");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void status_401_without_a_token() {
        Response answer = given().get("/samples");

        assertThat(problemOf(answer)).isEqualTo("not-signed-in");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void status_401_for_a_token_that_is_expired_or_foreign_or_for_others_or_garbage() {
        var tokens = List.of(
                Tokens.expired(Roles.BUDGET_OFFICE),
                Tokens.ofIssuer("https://elsewhere.example", Roles.BUDGET_OFFICE),
                Tokens.forAudience("another-application", Roles.BUDGET_OFFICE),
                "garbage");

        var statuses = tokens.stream()
                .map(token -> given().auth().oauth2(token).get("/samples"))
                .peek(answer -> assertThat(problemOf(answer)).isEqualTo("not-signed-in"))
                .map(Response::statusCode)
                .toList();

        assertThat(statuses).containsExactly(401, 401, 401, 401);
    }

    @Test
    void status_403_for_another_role() {
        Response answer = given().auth().oauth2(Tokens.as(Roles.PARTNER)).get("/samples");

        assertThat(problemOf(answer)).isEqualTo("not-allowed");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void status_403_at_a_door_whose_author_named_no_role() {
        Response answer = office().get("/forgotten");

        assertThat(problemOf(answer)).isEqualTo("not-allowed");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/samples/nowhere/at/all", "/q/nowhere", "/index.html"})
    void status_404_where_there_is_no_door(String path) {
        Response answer = office().get(path);

        assertThat(problemOf(answer)).isEqualTo("not-found");
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void status_404_by_the_services_own_table() {
        Response answer = office().get("/samples/failures/absent");

        assertThat(problemOf(answer)).isEqualTo("no-such-sample");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("detail")).isEqualTo("There is no sample x.");
        assertThat(answer.<String>path("instance")).isEqualTo("/samples/failures/absent");
    }

    @Test
    void status_405_says_what_is_allowed() {
        Response answer = office().delete("/samples");

        assertThat(problemOf(answer)).isEqualTo("method-not-allowed");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @Test
    void status_405_also_below_a_parameter() {
        Response answer = office().post(SAMPLE);

        assertThat(problemOf(answer)).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, PUT");
    }

    @Test
    void status_406_for_a_format_that_we_do_not_speak() {
        Response answer = office().accept("image/png").get("/samples");

        assertThat(problemOf(answer)).isEqualTo("not-acceptable");
        assertThat(answer.statusCode()).isEqualTo(406);
    }

    @Test
    void status_412_when_somebody_was_faster() {
        Response answer = json(GOOD_ORDER).header("If-Match", "\"6\"").put(SAMPLE);

        assertThat(problemOf(answer)).isEqualTo("stale-state");
        assertThat(answer.statusCode()).isEqualTo(412);
    }

    @Test
    void status_412_also_when_the_database_noticed_it() {
        Response answer = office().get("/samples/failures/lost-update");

        assertThat(problemOf(answer)).isEqualTo("stale-state");
        assertThat(answer.statusCode()).isEqualTo(412);
    }

    @Test
    void status_400_for_an_if_match_that_is_no_etag_of_ours() {
        Response answer = json(GOOD_ORDER).header("If-Match", "W/\"7\"").put(SAMPLE);

        assertThat(problemOf(answer)).isEqualTo("invalid-parameter");
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("If-Match");
    }

    @Test
    void status_413_for_json_that_is_too_long() {
        Response answer =
                once("{\"name\": \"%s\"}".formatted("x".repeat(5 << 20))).post("/samples");

        assertThat(problemOf(answer)).isEqualTo("too-large");
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void status_415_for_a_format_that_we_do_not_read() {
        Response answer = office().contentType("text/plain").body("a").post("/samples");

        assertThat(problemOf(answer)).isEqualTo("unsupported-media-type");
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void status_414_for_an_address_without_end() {
        Response answer = office().get("/samples?after=" + "x".repeat(9_000));

        assertThat(problemOf(answer)).isEqualTo("address-too-long");
        assertThat(answer.statusCode()).isEqualTo(414);
    }

    @Test
    void status_431_for_headers_without_end() {
        Response answer = office().header("X-Long", "x".repeat(20_000)).get("/samples");

        assertThat(problemOf(answer)).isEqualTo("headers-too-large");
        assertThat(answer.statusCode()).isEqualTo(431);
    }

    @Test
    void status_422_by_the_services_own_table() {
        Response answer = office().get("/samples/failures/refusal");

        assertThat(problemOf(answer)).isEqualTo("sample-not-funded");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.<String>path("title")).isEqualTo("Sample not funded");
    }

    @Test
    void status_422_for_a_change_that_no_event_can_carry() {
        Response answer = office().get("/samples/failures/event-too-large");

        assertThat(problemOf(answer)).isEqualTo("change-too-large");
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void status_428_for_a_change_without_if_match() {
        Response answer = json(GOOD_ORDER).put(SAMPLE);

        assertThat(problemOf(answer)).isEqualTo("if-match-missing");
        assertThat(answer.statusCode()).isEqualTo(428);
    }

    @Test
    void status_429_says_when_to_come_back() {
        Response answer = office().get("/samples/failures/busy");

        assertThat(problemOf(answer)).isEqualTo("too-many-requests");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bug", "sql", "anything-else"})
    void status_500_tells_only_where_to_ask(String kind) {
        Response answer = office().header("X-Request-Id", "a-name-of-mine").get("/samples/failures/" + kind);

        assertThat(problemOf(answer)).isEqualTo("unexpected-error");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.<String>path("detail")).isEqualTo("Request a-name-of-mine");
    }

    @Test
    void a_good_change_answers_with_its_new_version() {
        Response answer = json("{\"name\": \"%s\"}".formatted(UUID.randomUUID()))
                .header("If-Match", "\"7\"")
                .put(SAMPLE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"8\"");
    }
}
