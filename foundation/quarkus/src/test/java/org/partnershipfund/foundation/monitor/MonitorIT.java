package org.partnershipfund.foundation.monitor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** The page is ours alone, may talk to the four services only, and knows nothing before somebody signs in. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class MonitorIT {

    @Test
    void the_page_may_run_our_own_files_and_talk_to_the_four_services_and_the_sign_in_only() {
        given().get("/monitor")
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("X-Frame-Options", "DENY")
                .header(
                        "Content-Security-Policy",
                        equalTo(
                                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'"
                                        + " http://127.0.0.1:8081 http://127.0.0.1:8082 http://127.0.0.1:8083"
                                        + " https://procurement.example.org http://127.0.0.1:18080; base-uri 'none';"
                                        + " form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
                                        + " trusted-types 'none'"));
    }

    @Test
    void every_part_that_the_page_names_is_served_and_none_comes_from_elsewhere() {
        String page = given().get("/monitor").asString();
        assertThat(page).doesNotContain("://").doesNotContain(" style=").doesNotContain(" onclick");
        var names = Pattern.compile("(?:src|href)=\"(monitor/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names).contains("monitor/monitor.js", "monitor/monitor.css", "monitor/icon.svg");
        names.forEach(name -> given().get("/" + name).then().statusCode(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doors.js",
                "elements.js",
                "journey.js",
                "letters.js",
                "live.js",
                "monitor.js",
                "sign-in.js",
                "stream.js",
                "streams.js"
            })
    void no_script_makes_markup_of_text_or_keeps_a_token(String script) {
        String text = given().get("/monitor/" + script)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(text)
                .doesNotContain(
                        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")
                .doesNotContain("localStorage", "document.cookie");
        Pattern.compile("from '\\./([a-z-]+\\.js)'")
                .matcher(text)
                .results()
                .forEach(part -> given().get("/monitor/" + part.group(1)).then().statusCode(200));
    }

    @Test
    void the_configuration_names_the_services_and_the_types_of_events_and_no_secret() {
        given().get("/monitor/configuration")
                .then()
                .statusCode(200)
                .body("services.allocation", equalTo("http://127.0.0.1:8081"))
                .body("client", equalTo("event-monitor"))
                .body("types.name", hasItem("AllocationPublished"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/monitor/index.html", "/monitor/application.properties", "/monitor/monitor.js.map"})
    void nothing_else_of_the_jar_is_served(String path) {
        given().get(path).then().statusCode(404).body("type", endsWith("not-found"));
    }

    @Test
    void a_page_of_another_service_may_ask_and_a_stranger_s_may_not() {
        given().header("Origin", "http://127.0.0.1:8082")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization,last-event-id")
                .options("/events/stream")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://127.0.0.1:8082")
                .header("Access-Control-Allow-Headers", containsString("Last-Event-ID"))
                .header("Access-Control-Allow-Credentials", not(equalTo("true")));
        given().header("Origin", "https://elsewhere.example")
                .auth()
                .oauth2(Tokens.as("operator"))
                .get("/events")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void how_the_streams_stand_is_for_operators_and_auditors() {
        given().auth()
                .oauth2(Tokens.as("operator"))
                .get("/event-streams")
                .then()
                .statusCode(200)
                .body("hears.channel", hasItem("heard"))
                .body("letters", hasKey("dead"));
        given().auth()
                .oauth2(Tokens.as("records-auditor"))
                .get("/event-streams")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.as("school-leader"))
                .get("/event-streams")
                .then()
                .statusCode(403);
        given().get("/event-streams").then().statusCode(401);
    }
}
