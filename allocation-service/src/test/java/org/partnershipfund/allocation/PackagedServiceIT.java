package org.partnershipfund.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.rest.RevisionDoorsIT;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.ProblemAnswersContract;
import org.partnershipfund.testkit.Tokens;

/** Every no of the service as it is shipped. */
@Backbone
@QuarkusIntegrationTest
class PackagedServiceIT extends ProblemAnswersContract {

    private static final String ADOPTION = """
            {"adopted": {"amount": "10.00", "currency": "USD"}, "vote": "School Committee, 28 March 2018",
             "adoptedOn": "2018-03-28"}""";

    @Test
    void status_409_by_the_services_own_table() {
        assertThat(openFund("Twice").statusCode()).isEqualTo(201);

        ProblemAnswers.check(openFund("Twice"), 409, "fund-exists");
    }

    @Test
    void status_412_for_a_change_of_what_somebody_changed_since() {
        String fund = openFund("Stale").path("id");

        Response answer = office().header("If-Match", "\"99\"").body(ADOPTION).put("/funds/{id}/appropriation", fund);

        ProblemAnswers.check(answer, 412, "stale-state");
    }

    @Test
    void status_428_for_a_change_without_if_match() {
        String fund = openFund("Unseen").path("id");

        ProblemAnswers.check(office().body(ADOPTION).put("/funds/{id}/appropriation", fund), 428, "if-match-missing");
    }

    @Override
    protected Set<String> listsBelowAPathParameter() {
        return RevisionDoorsIT.LISTS;
    }

    private static Response openFund(String name) {
        return office().header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"name": "%s", "fiscalYear": 2019, "pool": {"amount": "10.00", "currency": "USD"},
                         "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"}}
                        """.formatted(name))
                .post("/funds");
    }

    private static RequestSpecification office() {
        return given().auth().oauth2(Tokens.as("budget-office")).contentType("application/json");
    }
}
