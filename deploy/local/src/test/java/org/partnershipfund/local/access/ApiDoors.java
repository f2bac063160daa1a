package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Service;

/** Every door of the four services, read from {@code docs/api}, which each build compares with the code. */
final class ApiDoors {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String JSON = "application/json";
    private static final int DEEPEST = 6;

    /** In the middle of the fund's year that the demo plays: everybody is in office. */
    static final String CLOCK = "{\"instant\": \"2019-01-02T15:00:00Z\"}";

    private final JsonNode document;
    private final Service service;

    private ApiDoors(Service service, JsonNode document) {
        this.service = service;
        this.document = document;
    }

    /** All doors, service by service, by path and method. */
    static List<ApiDoor> all() {
        return Stream.of(Service.values())
                .flatMap(service -> of(service).stream())
                .toList();
    }

    private static List<ApiDoor> of(Service service) {
        Path file = Suite.checkout().resolve("docs/api/" + service.module() + ".openapi.yaml");
        try {
            return new ApiDoors(service, YAML.readTree(file.toFile())).doors();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private List<ApiDoor> doors() {
        List<ApiDoor> doors = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> door(path.getKey(), operation.getKey(), operation.getValue()))
                        .forEach(doors::add));
        return doors;
    }

    private ApiDoor door(String path, String method, JsonNode operation) {
        Set<String> roles = new LinkedHashSet<>();
        operation
                .path("security")
                .forEach(scheme -> scheme.path("bearerToken").forEach(role -> roles.add(role.asText())));
        List<ApiDoor.Query> query = new ArrayList<>();
        boolean versioned = false;
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (name.equals("If-Match")) {
                versioned = true;
            } else if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                query.add(new ApiDoor.Query(name, value(parameter)));
            }
        }
        return new ApiDoor(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                Set.copyOf(roles),
                List.copyOf(query),
                versioned,
                // The one door whose example would change what all others answer.
                path.equals("/district-clock") && method.equals("put")
                        ? Optional.of(new ApiDoor.Body(JSON, CLOCK))
                        : body(operation.path("requestBody").path("content")));
    }

    private Optional<ApiDoor.Body> body(JsonNode content) {
        var kinds = content.properties().iterator();
        if (!kinds.hasNext()) {
            return Optional.empty();
        }
        var kind = kinds.next();
        if (!kind.getKey().equals(JSON)) {
            return Optional.of(new ApiDoor.Body(kind.getKey(), "nothing of use"));
        }
        JsonNode told = kind.getValue().path("example");
        if (told.isMissingNode()) {
            told = kind.getValue().path("examples").path(0).path("value");
        }
        JsonNode example = told.isMissingNode() ? sample(kind.getValue().path("schema"), DEEPEST) : told;
        return Optional.of(
                new ApiDoor.Body(kind.getKey(), example.isTextual() ? example.asText() : example.toString()));
    }

    private String value(JsonNode parameter) {
        JsonNode example = parameter.path("example");
        return example.isMissingNode()
                ? sample(parameter.path("schema"), DEEPEST).asText()
                : example.asText();
    }

    /** A value of the schema, as far as it says what its values are; else an empty one. */
    private JsonNode sample(JsonNode schema, int deep) {
        var json = YAML.getNodeFactory();
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().replaceAll(".*/", "");
            return sample(document.path("components").path("schemas").path(name), deep);
        }
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.path("examples").has(0)) {
            return schema.path("examples").path(0);
        }
        if (schema.path("enum").has(0)) {
            return schema.path("enum").path(0);
        }
        if (schema.path("allOf").has(0)) {
            return sample(schema.path("allOf").path(0), deep);
        }
        if (schema.path("anyOf").has(0)) {
            return sample(schema.path("anyOf").path(0), deep);
        }
        JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asText()) {
            case "integer", "number" ->
                json.numberNode(Math.max(1, schema.path("minimum").asInt(1)));
            case "boolean" -> json.booleanNode(false);
            case "array" -> {
                var array = json.arrayNode();
                yield deep == 0 ? array : array.add(sample(schema.path("items"), deep - 1));
            }
            case "object" -> {
                var object = json.objectNode();
                if (deep > 0) {
                    schema.path("properties")
                            .properties()
                            .forEach(property -> object.set(property.getKey(), sample(property.getValue(), deep - 1)));
                }
                yield object;
            }
            default ->
                json.textNode(
                        switch (schema.path("format").asText()) {
                            case "uuid" -> new UUID(0, 0x8000_0000_0000_0000L).toString();
                            case "date" -> "2018-03-01";
                            case "date-time" -> "2018-03-01T12:00:00Z";
                            default -> "2018-03-01";
                        });
        };
    }
}
