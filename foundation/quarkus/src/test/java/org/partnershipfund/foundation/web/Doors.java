package org.partnershipfund.foundation.web;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.partnershipfund.foundation.caller.Roles;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.Tokens;

/** How tests knock at the sample doors. */
public final class Doors {

    private Doors() {}

    /** Somebody of the budget office. */
    public static RequestSpecification office() {
        return given().auth().oauth2(Tokens.as(Roles.BUDGET_OFFICE));
    }

    static RequestSpecification json(String body) {
        return office().contentType(ContentType.JSON).body(body);
    }

    static RequestSpecification once(String body) {
        return json(body).header("Idempotency-Key", UUID.randomUUID());
    }

    static RequestSpecification csv(String body) {
        return office().contentType("text/csv").body(body).header("Idempotency-Key", UUID.randomUUID());
    }

    static String problemOf(Response answer) {
        return ProblemAnswers.slugOf(answer);
    }
}
