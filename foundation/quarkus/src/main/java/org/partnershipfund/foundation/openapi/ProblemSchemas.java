package org.partnershipfund.foundation.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The shapes of a problem, and of the headers that all doors share, as the API descriptions show them. */
final class ProblemSchemas {

    private ProblemSchemas() {}

    static void addTo(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Violation", violation()).addSchema("Problem", problem());
    }

    static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .required(true)
                .description(description)
                .example(example)
                .schema(string());
    }

    static Header answerHeader(String description) {
        return OASFactory.createHeader().description(description).schema(string());
    }

    private static Schema problem() {
        return object("Every failing answer (RFC 9457). One page per type: docs/problems.")
                .addProperty(
                        "type", text("Stable name of the kind of problem.", "urn:partnership-fund:problem:stale-state"))
                .addProperty("title", text("The same for every occurrence.", "It was changed since you read it"))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .examples(List.of(412)))
                .addProperty(
                        "detail",
                        text("What happened this time, and what to do.", "Read it again and send your change anew."))
                .addProperty("instance", text("The path that was asked for.", "/funds/018f4a2e"))
                .addProperty("requestId", text("Also in the header X-Request-Id.", "b1946ac9-2a4e"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("The single values that are wrong.")
                                .items(OASFactory.createSchema().ref("Violation")))
                .addProperty(
                        "evidence",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .description("What a refusal rests on, in a shape of its type: its page says which."))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema violation() {
        return object("One value that is not allowed.")
                .addProperty("field", text("Where it is.", "lines[0].price.amount"))
                .addProperty("value", text("What was sent.", "1.000"))
                .addProperty("reason", text("What is wrong and what would be right.", "two decimals, such as \"1.00\""))
                .required(List.of("field", "reason"));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description, String example) {
        return string().description(description).examples(List.of(example));
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
