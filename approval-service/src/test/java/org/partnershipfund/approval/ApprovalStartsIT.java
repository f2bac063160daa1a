package org.partnershipfund.approval;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.GoldenFile;
import org.partnershipfund.testkit.Tokens;

/** The shell stands on the foundation alone: its tables, its doors, its manners. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "approval"))
@SuppressWarnings("NullAway.Init") // Quarkus fills the addresses
class ApprovalStartsIT {

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void it_is_alive_and_measured() {
        given().get(live).then().statusCode(200).body("status", is("UP"));
        given().get(metrics).then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
    }

    @Test
    void its_change_feed_is_open_to_systems_and_empty() {
        given().auth()
                .oauth2(Tokens.system("events:read"))
                .get("/events")
                .then()
                .statusCode(200)
                .header("Feed-Caught-Up", "true")
                .body("size()", is(0));
        given().get("/events").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void it_has_no_doors_of_its_own_yet() {
        given().get("/partners").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void its_openapi_document_is_the_one_in_the_repository() {
        given().get("/q/openapi").then().statusCode(200).body(containsString("approval-service"));
        GoldenFile.checkOpenApi("approval-service");
    }
}
