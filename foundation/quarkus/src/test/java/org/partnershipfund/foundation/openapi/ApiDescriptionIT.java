package org.partnershipfund.foundation.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** What every API description says without being told by the door. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class ApiDescriptionIT {

    @Test
    void a_post_asks_for_its_key_and_names_its_problems() {
        var post = "paths.'/samples'.post.";

        assertThat(api().getString("openapi")).startsWith("3.1");
        assertThat(api().<Map<String, Object>>get(post + "responses").keySet())
                .containsExactly(
                        "200", "400", "401", "403", "406", "408", "409", "413", "415", "422", "429", "500", "503");
        assertThat(api().getString(post + "responses.'409'.description")).isEqualTo("idempotency-key-in-use");
        assertThat(api().getString(post + "responses.'401'.description")).isEqualTo("not-signed-in");
        assertThat(api().getString(post + "responses.'409'.content.'application/problem+json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api().getString(post + "parameters.find { it.name == 'Idempotency-Key' }.required"))
                .isEqualTo("true");
    }

    @Test
    void a_change_asks_for_the_version_that_was_seen() {
        var put = "paths.'/samples/by-id/{id}'.put.";

        assertThat(api().getString(put + "parameters.find { it.name == 'If-Match' }.required"))
                .isEqualTo("true");
        assertThat(api().<Map<String, Object>>get(put + "responses").keySet()).contains("404", "412", "428");
        assertThat(api().getString(put + "responses.'200'.headers.ETag.schema.type"))
                .isEqualTo("string");
    }

    @Test
    void an_open_door_asks_for_no_token() {
        assertThat(api().<Map<String, Object>>get("paths.'/samples/open'.get.responses")
                        .keySet())
                .doesNotContain("401", "403");
        assertThat(api().<Object>get("paths.'/samples/open'.get.security")).isNull();
    }

    @Test
    void a_list_is_json_and_csv() {
        var content = "paths.'/samples'.get.responses.'200'.content.";

        assertThat(api().getString(content + "'application/json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/PageSampleJson");
        assertThat(api().getString(content + "'text/csv'.schema.type")).isEqualTo("string");
    }

    @Test
    void a_school_code_is_text_of_eight_digits() {
        assertThat(api().getString("components.schemas.SchoolCode.pattern")).isEqualTo("^[0-9]{8}$");
    }

    @Test
    void there_is_a_page_to_try_it() {
        assertThat(given().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }

    private static JsonPath api() {
        return given().get("/q/openapi?format=json").jsonPath();
    }
}
