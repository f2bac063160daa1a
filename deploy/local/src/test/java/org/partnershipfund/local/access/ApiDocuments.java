package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Service;

/** What the four OpenAPI documents promise of each door. */
final class ApiDocuments {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Map<Service, JsonNode> documents = new EnumMap<>(Service.class);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    ApiDocuments() {
        for (Service service : Service.values()) {
            Path file = Suite.checkout().resolve("docs/api/" + service.module() + ".openapi.yaml");
            try {
                documents.put(service, YAML.readTree(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
    }

    /** What the document says of a door. */
    JsonNode operation(ApiDoor door) {
        return document(door.service())
                .path("paths")
                .path(door.path())
                .path(door.method().toLowerCase(Locale.ROOT));
    }

    /** The schema itself, where it is only named. */
    JsonNode resolve(Service service, JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = document(service)
                    .path("components")
                    .path("schemas")
                    .path(found.path("$ref").asText().replaceAll(".*/", ""));
        }
        return found;
    }

    /** The answers of a door. */
    Set<Integer> statuses(ApiDoor door) {
        Set<Integer> statuses = new TreeSet<>();
        operation(door)
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    /** The media types of an answer, without their parameters. */
    Set<String> mediaTypes(ApiDoor door, int status) {
        Set<String> types = new TreeSet<>();
        content(door, status).fieldNames().forEachRemaining(type -> types.add(plain(type)));
        return types;
    }

    /** What is wrong with a JSON answer by the door's own schema; empty if nothing is. */
    List<Error> errors(ApiDoor door, int status, String mediaType, String json) {
        JsonNode schema = content(door, status).path(mediaType).path("schema");
        if (schema.isMissingNode()) {
            return List.of();
        }
        return schemas.computeIfAbsent(
                        door.name() + " " + status + " " + mediaType, _ -> compile(door.service(), schema))
                .validate(json, InputFormat.JSON);
    }

    static String plain(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private JsonNode content(ApiDoor door, int status) {
        return operation(door).path("responses").path(Integer.toString(status)).path("content");
    }

    private Schema compile(Service service, JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document(service).path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }

    private JsonNode document(Service service) {
        JsonNode document = documents.get(service);
        if (document == null) {
            throw new IllegalStateException("no document of " + service);
        }
        return document;
    }
}
