package org.partnershipfund.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * What every service has from the foundation, once it runs: it is alive and measured, it says what happened, it describes
 * its doors.
 *
 * <pre>{@code
 * @QuarkusTest
 * @WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
 * class PortfolioStartsIT extends ServiceStartsContract {}
 * }</pre>
 */
@SuppressWarnings("NullAway.Init") // Quarkus fills the addresses
public abstract class ServiceStartsContract {

    @TestHTTPResource(value = "/health/live", management = true)
    URI live;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void it_is_alive_and_measured() {
        given().get(live).then().statusCode(200).body("status", is("UP"));
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("jvm_memory_used_bytes"))
                .body(containsString("agroal_awaiting_count"))
                .body(containsString("fund_dead_letters"))
                .body(containsString("fund_events_stream_readers"))
                .body(containsString("fund_audit_checkpoint_age_seconds"))
                .body(containsString("fund_audit_oldest_unsealed_seconds"))
                .body(containsString("fund_relay_oldest_unpublished_seconds"));
    }

    @Test
    void its_change_feed_is_open_to_systems_alone() {
        given().auth()
                .oauth2(Tokens.system("events:read"))
                .get("/events")
                .then()
                .statusCode(200)
                .header("Feed-Caught-Up", notNullValue());
        given().get("/events").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void an_address_without_a_door_is_a_problem() {
        given().get("/nowhere").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void its_openapi_document_is_the_one_in_the_repository() {
        String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
        given().get("/q/openapi").then().statusCode(200).body(containsString(service));
        GoldenFile.checkOpenApi(service);
    }
}
