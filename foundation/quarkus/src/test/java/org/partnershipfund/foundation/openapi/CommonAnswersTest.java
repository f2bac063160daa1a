package org.partnershipfund.foundation.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

/** A document that promises nothing is not built. */
class CommonAnswersTest {

    private static OpenAPI answering(String status, APIResponse answer) {
        return OASFactory.createOpenAPI()
                .paths(OASFactory.createPaths()
                        .addPathItem(
                                "/funds",
                                OASFactory.createPathItem()
                                        .GET(OASFactory.createOperation()
                                                .responses(OASFactory.createAPIResponses()
                                                        .addAPIResponse(status, answer)))));
    }

    @Test
    void a_door_that_describes_refusals_alone_is_named() {
        var api = answering("404", OASFactory.createAPIResponse().description("no-such-fund"));

        assertThatThrownBy(() -> new CommonAnswers().filterOpenAPI(api))
                .hasMessageContaining("GET /funds describes no answer but refusals");
    }

    @Test
    void a_door_whose_answer_has_no_media_type_is_named() {
        var api = answering(
                "200", OASFactory.createAPIResponse().description("The fund").content(OASFactory.createContent()));

        assertThatThrownBy(() -> new CommonAnswers().filterOpenAPI(api)).hasMessageContaining("@Produces");
    }

    @Test
    void a_door_that_answers_without_a_body_is_described() {
        var api = answering("204", OASFactory.createAPIResponse().description("Gone"));

        assertThatCode(() -> new CommonAnswers().filterOpenAPI(api)).doesNotThrowAnyException();
    }
}
