package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.testkit.Tokens;

/** The doors as partners and the partnerships team use them; the people are invented. */
final class PortfolioDoors {

    static final String DIRECTOR = "director-of-harbor";
    static final String COLLEAGUE = "colleague-at-harbor";
    static final String STRANGER = "director-of-another";
    static final String REVIEWER = "reviewer";
    static final String SECOND_REVIEWER = "second-reviewer";
    static final String TEAM_LEAD = "team-lead";

    private PortfolioDoors() {}

    /** Today in the district, by which windows and prices are judged. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    static RequestSpecification partner(String subject) {
        return given().auth().oauth2(Tokens.of(subject, "partner"));
    }

    static RequestSpecification team(String subject) {
        return given().auth().oauth2(Tokens.of(subject, "partnerships-team"));
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.as(role));
    }

    static Response post(RequestSpecification who, String body, String path) {
        return who.header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    static Response put(RequestSpecification who, String etag, String body, String path) {
        return who.header("If-Match", etag)
                .contentType("application/json")
                .body(body)
                .put(path);
    }

    static Response registerPartner(String subject, String name) {
        return post(partner(subject), """
                {"name": "%s", "kind": "nonprofit", "contactEmail": "office@harbor-youth.example"}
                """.formatted(name), "/partners");
    }

    static String program(String name, LocalDate pricesFrom, String dollars) {
        return """
                {"name": "%s", "serviceArea": "afterschool-and-recreation", "description": "Homework help and games",
                 "grades": ["1", "K", "2"], "capacity": 400,
                 "priceSheet": {"validFrom": "%s", "prices": [
                   {"code": "year", "description": "One school year", "unit": "agreed",
                    "amount": {"amount": "%s", "currency": "USD"}},
                   {"code": "session", "description": "One afternoon", "unit": "per-session",
                    "amount": {"amount": "450.00", "currency": "USD"}}]}}
                """.formatted(name, pricesFrom, dollars);
    }

    static Response registerProgram(String subject, String partner, String name) {
        return post(
                partner(subject),
                program(name, today().minusDays(30), "60000.00"),
                "/partners/" + partner + "/programs");
    }

    /** A cycle of two categories named by their service areas. */
    static Response announceCycle(String name, LocalDate opensOn, LocalDate closesOn) {
        return announceCycle(name, opensOn, closesOn, "afterschool-and-recreation", "academic");
    }

    static Response announceCycle(String name, LocalDate opensOn, LocalDate closesOn, String... codes) {
        return post(
                team(TEAM_LEAD),
                """
                {"name": "%s", "fiscalYear": 2019, "opensOn": "%s", "closesOn": "%s", "categories": [%s]}
                """.formatted(
                                name,
                                opensOn,
                                closesOn,
                                Stream.of(codes).map(PortfolioDoors::category).collect(Collectors.joining(", "))),
                "/cycles");
    }

    /** For the programs of the area that its code begins with. */
    static String category(String code) {
        return """
                {"code": "%s", "name": "Programs of %s", "serviceAreas": ["%s"],
                 "criteria": [{"code": "quality", "text": "Meets the standards"},
                              {"code": "safety", "text": "Is safe"}]}
                """.formatted(code, code, code.split("\\.", -1)[0]);
    }

    static String application(String program, String cycle) {
        return """
                {"programId": "%s", "cycleId": "%s", "category": "afterschool-and-recreation", "yearsOfDelivery": 6,
                 "answers": [{"criterion": "safety", "text": "Two adults"}, {"criterion": "quality", "text": "Observed"}]}
                """.formatted(program, cycle);
    }

    static Response apply(String subject, String program, String cycle) {
        return post(partner(subject), application(program, cycle), "/applications");
    }

    static Response review(RequestSpecification who, String application, String safety, String tie) {
        return post(who, """
                {"ratings": [{"criterion": "quality", "rating": "exceeds", "reason": "Above the benchmark"},
                             {"criterion": "safety", "rating": "%s", "reason": "Seen on site"}], "tie": "%s"}
                """.formatted(safety, tie), "/applications/" + application + "/reviews");
    }

    static Response suspend(RequestSpecification who, String application, String etag) {
        return put(
                who,
                etag,
                "{\"reasons\": \"The insurance has ended.\"}",
                "/applications/" + application + "/suspension");
    }

    static Response reinstate(RequestSpecification who, String application, String etag) {
        return put(
                who, etag, "{\"reasons\": \"There is a new one.\"}", "/applications/" + application + "/reinstatement");
    }

    /** By two reviewers, who agree. */
    static void review(String application) {
        review(team(REVIEWER), application, "meets", "none").then().statusCode(201);
        review(team(SECOND_REVIEWER), application, "exceeds", "none").then().statusCode(201);
    }

    static Response vet(String application, String etag, LocalDate from, LocalDate until) {
        return put(team(TEAM_LEAD), etag, """
                {"outcome": "vetted", "reasons": "Every criterion is met.", "validFrom": "%s", "validUntil": "%s"}
                """.formatted(from, until), "/applications/" + application + "/decision");
    }
}
