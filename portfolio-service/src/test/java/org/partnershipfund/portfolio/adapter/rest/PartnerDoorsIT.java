package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.COLLEAGUE;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.STRANGER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.as;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.post;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.program;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.put;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.Tokens;

/** Partners, who acts for them, and what they offer, through the doors. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class PartnerDoorsIT {

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void who_registers_a_partner_is_its_first_member_and_others_see_the_name_only() {
        Response registered = registerPartner(DIRECTOR, "Harbor Youth Alliance");
        String id = registered
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Harbor Youth Alliance"))
                .body("kind", equalTo("nonprofit"))
                .body("members", hasSize(1))
                .body("members[0].subject", equalTo(DIRECTOR))
                .body("members[0].issuer", equalTo(Tokens.ISSUER))
                .extract()
                .path("id");
        assertThat(registered.header("Location")).endsWith("/partners/" + id);

        when().get("/partners/{id}", id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Harbor Youth Alliance"))
                .body("members", nullValue())
                .body("contactEmail", nullValue());
        partner(STRANGER).get("/partners/{id}", id).then().body("members", nullValue());
        partner(DIRECTOR).get("/partners/{id}", id).then().body("contactEmail", equalTo("office@harbor-youth.example"));
        as("partnerships-team").get("/partners/{id}", id).then().body("members", hasSize(1));
        as("records-auditor").get("/partners/{id}", id).then().body("members", hasSize(1));
        assertThat(events("PartnerRegistered", id))
                .hasSize(1)
                .first()
                .asString()
                .contains(DIRECTOR);
        assertThat(events("PartnerRegistered", id)).noneMatch(event -> event.contains("example"));
        assertThat(Tables.texts(
                        "SELECT state_after FROM audit_log WHERE subject = ? AND action = 'PartnerRegistered'", id))
                .hasSize(1)
                .noneMatch(state -> state.contains("office@"));
        assertThat(Tables.texts("SELECT action FROM audit_log WHERE subject = ? ORDER BY seq", id))
                .containsExactly("PartnerRegistered", "PartnerPeopleRead", "PartnerPeopleRead");
    }

    @Test
    void a_name_belongs_to_one_partner_whatever_its_capitals() {
        String id = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");

        Response second = registerPartner(STRANGER, "HARBOR youth alliance");

        ProblemAnswers.check(second, 409, "partner-exists");
        assertThat(second.<String>path("detail")).contains(id);
    }

    @Test
    void who_may_be_registered_already_is_told_and_nothing_is_refused() {
        String alliance = register(DIRECTOR, "Harbor Youth Alliance", "04-1234567")
                .then()
                .statusCode(201)
                .body("taxId", equalTo("04-1234567"))
                .body("lookalikes", hasSize(0))
                .extract()
                .path("id");
        register(DIRECTOR, "Boston Chamber Music", "04-7654321")
                .then()
                .statusCode(201)
                .body("lookalikes", hasSize(0));

        String similar = register(STRANGER, "Hárbor Youth Aliance, Inc.", null)
                .then()
                .statusCode(201)
                .body("lookalikes", hasSize(1))
                .body("lookalikes[0].partner.id", equalTo(alliance))
                .body("lookalikes[0].sameTaxId", nullValue())
                .body("lookalikes[0].likeness", greaterThanOrEqualTo(50))
                .body("lookalikes[0].sentence", containsString("has a similar name"))
                .extract()
                .path("id");
        String rowing = register(STRANGER, "Quincy Rowing", "041234567")
                .then()
                .statusCode(201)
                .body("lookalikes", hasSize(0))
                .extract()
                .path("id");

        as("partnerships-team")
                .get("/partners/{id}", alliance)
                .then()
                .body("lookalikes.partner.id", equalTo(List.of(rowing, similar)))
                .body("lookalikes.sameTaxId", equalTo(List.of(true, false)));
        as("partnerships-team").get("/partners/{id}", similar).then().body("lookalikes", hasSize(1));
        partner(STRANGER)
                .get("/partners/{id}", alliance)
                .then()
                .body("taxId", nullValue())
                .body("lookalikes", nullValue());
        assertThat(events("PartnerRegistered", alliance)).noneMatch(event -> event.contains("1234567"));
        assertThat(Tables.texts(
                        "SELECT state_after FROM audit_log WHERE subject = ? AND action = 'PartnerRegistered'",
                        alliance))
                .hasSize(1)
                .noneMatch(state -> state.contains("1234567"));
    }

    @Test
    void a_wrong_contact_address_or_tax_id_is_corrected_by_a_member_or_the_team() {
        String id = register(DIRECTOR, "Harbor Youth Alliance", "04-1234567").path("id");
        String path = "/partners/" + id + "/contact";
        String contact = "{\"contactEmail\": \"new@harbor-youth.example\", \"taxId\": \"04-7654321\"}";

        ProblemAnswers.check(put(partner(STRANGER), "\"1\"", contact, path), 404, "no-such-partner");
        ProblemAnswers.check(put(as("budget-office"), "\"1\"", contact, path), 403, "not-allowed");
        ProblemAnswers.check(put(partner(DIRECTOR), "\"7\"", contact, path), 412, "stale-state");
        ProblemAnswers.check(
                partner(DIRECTOR).contentType("application/json").body(contact).put(path), 428, "if-match-missing");
        ProblemAnswers.check(put(partner(DIRECTOR), "\"1\"", "{\"taxId\": \"4\"}", path), 400, "invalid-request");

        put(partner(DIRECTOR), "\"1\"", contact, path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("contactEmail", equalTo("new@harbor-youth.example"))
                .body("taxId", equalTo("04-7654321"));
        put(partner(DIRECTOR), "\"2\"", contact, path).then().statusCode(200).header("ETag", "\"2\"");
        put(team(TEAM_LEAD), "\"2\"", "{}", path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("contactEmail", nullValue())
                .body("members.subject", equalTo(List.of(DIRECTOR)));
        assertThat(events("PartnerMembersChanged", id)).isEmpty();
    }

    private static Response register(String who, String name, @Nullable String taxId) {
        return post(partner(who), """
                {"name": "%s", "kind": "nonprofit", "taxId": %s}
                """.formatted(name, taxId == null ? null : "\"" + taxId + "\""), "/partners");
    }

    @ParameterizedTest(name = "{0} is 400")
    @ValueSource(
            strings = {
                "{\"name\": \" \", \"kind\": \"nonprofit\"}",
                "{\"name\": \"x\", \"kind\": \"charity\"}",
                "{\"name\": \"x\", \"kind\": \"nonprofit\", \"contactEmail\": \"nobody\"}",
                "{\"name\": \"x\", \"kind\": \"nonprofit\", \"colour\": \"green\"}",
                "{\"name\": \"x\", \"kind\": \"nonprofit\", \"taxId\": \"123-45-6789\"}",
            })
    void what_is_no_partner_is_not_registered(String body) {
        assertThat(post(partner(DIRECTOR), body, "/partners").statusCode()).isEqualTo(400);
        assertThat(post(as("school-leader"), body, "/partners").statusCode()).isEqualTo(403);
        assertThat(post(given(), body, "/partners").statusCode()).isEqualTo(401);
        when().get("/partners").then().body("items", hasSize(0));
    }

    @Test
    void partners_are_listed_page_by_page_by_kind_and_name_and_as_csv() {
        registerPartner(DIRECTOR, "Harbor Youth Alliance").then().statusCode(201);
        registerPartner(DIRECTOR, "100% Readers").then().statusCode(201);

        String next = given().queryParam("limit", 1)
                .get("/partners")
                .then()
                .body("items.name", equalTo(List.of("Harbor Youth Alliance")))
                .extract()
                .path("next");
        given().queryParam("after", next).get("/partners").then().body("items.name", equalTo(List.of("100% Readers")));
        given().queryParam("q", "0%").get("/partners").then().body("items.name", equalTo(List.of("100% Readers")));
        given().queryParam("q", "_").get("/partners").then().body("items", hasSize(0));
        given().queryParam("kind", "hospital").get("/partners").then().body("items", hasSize(0));
        given().queryParam("kind", "charity").get("/partners").then().statusCode(400);
        given().accept("text/csv")
                .get("/partners")
                .then()
                .contentType(startsWith("text/csv"))
                .body(startsWith("id,name,kind\r\n"), containsString("Harbor Youth Alliance,nonprofit"));
        when().get("/partners/export")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("partners.csv"))
                .body(
                        startsWith("id,name,kind\r\n"),
                        containsString("Harbor Youth Alliance,nonprofit"),
                        containsString("100% Readers"),
                        not(containsString("office@")));
    }

    @Test
    void members_say_who_acts_for_their_partner_and_only_they_and_the_team() {
        String id = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        String path = "/partners/" + id + "/members";
        String both = members(DIRECTOR, COLLEAGUE);

        ProblemAnswers.check(put(partner(STRANGER), "\"1\"", members(STRANGER), path), 404, "no-such-partner");
        ProblemAnswers.check(put(as("budget-office"), "\"1\"", both, path), 403, "not-allowed");
        ProblemAnswers.check(put(partner(DIRECTOR), "\"7\"", both, path), 412, "stale-state");
        ProblemAnswers.check(
                partner(DIRECTOR).contentType("application/json").body(both).put(path), 428, "if-match-missing");
        ProblemAnswers.check(put(partner(DIRECTOR), "\"1\"", "{\"members\": []}", path), 400, "invalid-request");

        put(partner(DIRECTOR), "\"1\"", both, path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("members.subject", equalTo(List.of(COLLEAGUE, DIRECTOR)));
        put(partner(DIRECTOR), "\"2\"", both, path).then().statusCode(200).header("ETag", "\"2\"");
        put(team(TEAM_LEAD), "\"2\"", members(COLLEAGUE), path)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        ProblemAnswers.check(put(partner(DIRECTOR), "\"3\"", both, path), 404, "no-such-partner");
        assertThat(events("PartnerMembersChanged", id)).hasSize(2);
    }

    @Test
    void a_member_registers_a_program_with_its_prices_and_it_is_found() {
        String partner = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        Response registered = registerProgram(DIRECTOR, partner, "Harbor Homework Club");
        String id = registered
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("partnerName", equalTo("Harbor Youth Alliance"))
                .body("grades", equalTo(List.of("K", "1", "2")))
                .body("priceSheet.version", equalTo(1))
                .body("priceSheet.prices[0].code", equalTo("year"))
                .body("priceSheet.prices[0].amount.amount", equalTo("60000.00"))
                .body("vetting", nullValue())
                .extract()
                .path("id");
        assertThat(registered.header("Location")).endsWith("/programs/" + id);

        when().get("/programs/{id}", id).then().statusCode(200).body("name", equalTo("Harbor Homework Club"));
        given().queryParam("q", "GAMES").get("/programs").then().body("items.id", equalTo(List.of(id)));
        given().queryParam("q", "youth all").get("/programs").then().body("items.id", equalTo(List.of(id)));
        given().queryParam("grade", "K").get("/programs").then().body("items", hasSize(1));
        given().queryParam("grade", "12").get("/programs").then().body("items", hasSize(0));
        given().queryParam("serviceArea", "academic").get("/programs").then().body("items", hasSize(0));
        given().queryParam("partnerId", UUID.randomUUID())
                .get("/programs")
                .then()
                .body("items", hasSize(0));
        given().queryParam("vetted", true).get("/programs").then().body("items", hasSize(0));
        given().queryParam("vetted", false).get("/programs").then().body("items", hasSize(1));
        given().queryParam("grade", "13").get("/programs").then().statusCode(400);
        given().accept("text/csv")
                .get("/programs")
                .then()
                .body(containsString("K|1|2"), containsString("year 60000.00 agreed|session 450.00 per-session"));
        assertThat(events("ProgramRegistered", id)).hasSize(1);
        ProblemAnswers.check(given().get("/programs/{id}", UUID.randomUUID()), 404, "no-such-program");
    }

    @Test
    void a_program_belongs_to_a_member_s_partner_and_has_a_name_of_its_own() {
        String partner = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        registerPartner(STRANGER, "Another").then().statusCode(201);
        registerProgram(DIRECTOR, partner, "Harbor Homework Club").then().statusCode(201);

        ProblemAnswers.check(registerProgram(STRANGER, partner, "Mine"), 404, "no-such-partner");
        ProblemAnswers.check(registerProgram(DIRECTOR, UUID.randomUUID().toString(), "Mine"), 404, "no-such-partner");
        ProblemAnswers.check(registerProgram(DIRECTOR, partner, "harbor homework CLUB"), 409, "program-exists");
    }

    @ParameterizedTest(name = "{0} instead of {1} is {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"450.00\" | \"0.00\" | 422 | price-not-positive",
                "\"session\" | \"year\" | 422 | price-code-twice",
                "\"per-session\" | \"per-hour\" | 400 | invalid-request",
                "\"capacity\": 400 | \"capacity\": 0 | 400 | invalid-request",
                "[\"1\", \"K\", \"2\"] | [\"13\"] | 400 | invalid-request",
                "afterschool-and-recreation | sports | 400 | invalid-request",
            })
    void what_is_no_program_is_not_registered(String good, String bad, int status, String problem) {
        String partner = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        String body = program("Club", today(), "60000.00").replace(good, bad);

        ProblemAnswers.check(post(partner(DIRECTOR), body, "/partners/" + partner + "/programs"), status, problem);
    }

    @Test
    void new_prices_are_a_version_of_their_own_and_the_old_ones_stay_readable() {
        String partner = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        String id = registerProgram(DIRECTOR, partner, "Harbor Homework Club").path("id");
        String path = "/programs/" + id;

        String dearer = program("Harbor Homework Club", today().plusDays(90), "65000.00");
        put(partner(DIRECTOR), "\"1\"", dearer, path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("priceSheet.version", equalTo(2))
                .body("priceSheet.prices[0].amount.amount", equalTo("65000.00"));

        put(partner(DIRECTOR), "\"2\"", dearer, path).then().statusCode(200).header("ETag", "\"2\"");
        when().get(path + "/price-sheets")
                .then()
                .body("items.version", equalTo(List.of(1, 2)))
                .body("items[0].prices[0].amount.amount", equalTo("60000.00"));
        given().queryParam("limit", 1).get(path + "/price-sheets").then().body("items", hasSize(1));
        assertThat(events("ProgramChanged", id)).hasSize(1);

        ProblemAnswers.check(
                put(partner(DIRECTOR), "\"2\"", program("Harbor Homework Club", today().minusDays(1), "1.00"), path),
                422,
                "price-sheet-too-early");
        ProblemAnswers.check(
                put(partner(DIRECTOR), "\"2\"", dearer.replace("afterschool-and-recreation", "academic"), path),
                422,
                "service-area-fixed");
        ProblemAnswers.check(put(partner(DIRECTOR), "\"1\"", dearer, path), 412, "stale-state");
        ProblemAnswers.check(put(partner(STRANGER), "\"2\"", dearer, path), 404, "no-such-program");
        registerProgram(DIRECTOR, partner, "Second").then().statusCode(201);
        ProblemAnswers.check(
                put(partner(DIRECTOR), "\"2\"", dearer.replace("Harbor Homework Club", "Second"), path),
                409,
                "program-exists");
    }

    @Test
    void the_change_feed_tells_what_was_said() {
        String id = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");

        soon().untilAsserted(() -> given().auth()
                .oauth2(Tokens.system("events:read"))
                .queryParam("subject", id)
                .get("/events")
                .then()
                .statusCode(200)
                .body("findAll { it.subject == '%s' }.type".formatted(id), hasItem(endsWith("PartnerRegistered.v1"))));
    }

    private static String members(String... subjects) {
        return "{\"members\": [%s]}"
                .formatted(String.join(
                        ", ",
                        List.of(subjects).stream()
                                .map(subject ->
                                        "{\"issuer\": \"%s\", \"subject\": \"%s\"}".formatted(Tokens.ISSUER, subject))
                                .toList()));
    }

    private static List<String> events(String name, String subject) {
        return Tables.texts(
                "SELECT payload FROM event_log WHERE type LIKE ? AND subject = ?", "%." + name + ".v1", subject);
    }
}
