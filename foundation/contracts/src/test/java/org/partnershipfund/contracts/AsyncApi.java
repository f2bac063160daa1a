package org.partnershipfund.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.stream.Stream;

/** Writes the AsyncAPI 3 document from the catalogue of events, their schemas and samples. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AsyncApi() {}

    static String document() throws JsonProcessingException {
        ObjectNode root = JSON.createObjectNode();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "Partnership Fund events")
                .put("version", "1")
                .put(
                        "description",
                        "One Kafka topic per speaking service; CloudEvents 1.0 in binary mode; the key is the subject. "
                                + "Events of one subject keep their order; across subjects no order is promised. "
                                + "Every event may arrive more than once: dedupe by ce_id.")
                .putObject("license")
                .put("name", "Apache-2.0");
        root.put("defaultContentType", "application/json");
        channels(root.putObject("channels"));
        operations(root.putObject("operations"));
        ObjectNode components = root.putObject("components");
        messages(components.putObject("messages"));
        headers(components.putObject("schemas").putObject("cloudEventHeaders"));
        return new YAMLMapper().writeValueAsString(root);
    }

    private static void channels(ObjectNode channels) {
        for (Speaker speaker : speakers()) {
            ObjectNode channel = channels.putObject(speaker.word());
            channel.put("address", speaker.topic());
            channel.put("description", "What " + speaker.word() + "-service says.");
            ObjectNode messages = channel.putObject("messages");
            said(speaker)
                    .forEach(
                            event -> messages.putObject(key(event)).put("$ref", "#/components/messages/" + key(event)));
        }
    }

    private static void operations(ObjectNode operations) {
        for (Speaker speaker : speakers()) {
            operation(
                    operations,
                    speaker.word() + "-service-says",
                    "send",
                    speaker,
                    said(speaker).toList());
            for (Speaker hearer : Speaker.values()) {
                List<EventType<?>> heard = said(speaker)
                        .filter(event -> event.heardBy().contains(hearer))
                        .toList();
                if (!heard.isEmpty()) {
                    operation(
                            operations, hearer.word() + "-service-hears-" + speaker.word(), "receive", speaker, heard);
                }
            }
        }
    }

    private static void operation(
            ObjectNode operations, String name, String action, Speaker speaker, List<EventType<?>> events) {
        ObjectNode operation = operations.putObject(name);
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + speaker.word());
        ArrayNode messages = operation.putArray("messages");
        events.forEach(event ->
                messages.addObject().put("$ref", "#/channels/%s/messages/%s".formatted(speaker.word(), key(event))));
    }

    private static void messages(ObjectNode messages) throws JsonProcessingException {
        for (EventType<?> event : Events.ALL) {
            ObjectNode message = messages.putObject(key(event));
            message.put("name", event.type());
            message.put("title", event.name());
            message.put("summary", event.summary());
            message.put("contentType", "application/json");
            message.putObject("headers").put("$ref", "#/components/schemas/cloudEventHeaders");
            ObjectNode payload = message.putObject("payload");
            payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
            payload.set("schema", selfContained((ObjectNode) JSON.readTree(EventFiles.schema(event))));
            ObjectNode example = message.putArray("examples").addObject();
            example.put("name", "golden-sample");
            JsonNode sample = JSON.readTree(EventFiles.sample(event));
            example.set("payload", sample);
            message.putObject("bindings")
                    .putObject("kafka")
                    .putObject("key")
                    .put("type", "string")
                    .put("description", event.subject());
        }
    }

    /** Puts each definition where it is used: readers of AsyncAPI resolve references from the document's root. */
    private static JsonNode selfContained(ObjectNode schema) {
        JsonNode definitions = schema.remove("$defs");
        schema.remove(List.of("$id", "$schema"));
        return inlined(schema, definitions);
    }

    private static JsonNode inlined(JsonNode node, JsonNode definitions) {
        if (node.has("$ref")) {
            String name = node.get("$ref").asText().substring("#/$defs/".length());
            return inlined(definitions.get(name).deepCopy(), definitions);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(inlined(field.getValue(), definitions)));
        }
        return node;
    }

    private static void headers(ObjectNode headers) {
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        text(properties, "ce_specversion", "always 1.0");
        text(properties, "ce_id", "UUIDv7; the same event keeps it however often it is sent");
        text(properties, "ce_source", "the speaking service, such as /allocation-service");
        text(properties, "ce_type", "such as org.partnershipfund.allocation.AllocationPublished.v1");
        text(properties, "ce_subject", "the aggregate's id; also the Kafka key");
        text(properties, "ce_time", "when it happened, on the district clock (UTC)");
        text(properties, "content-type", "application/json");
        text(properties, "traceparent", "W3C trace context of the request that caused it; may be absent");
        ArrayNode required = headers.putArray("required");
        Stream.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "content-type")
                .forEach(required::add);
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static List<Speaker> speakers() {
        return Stream.of(Speaker.values())
                .filter(speaker -> said(speaker).findAny().isPresent())
                .toList();
    }

    private static Stream<EventType<?>> said(Speaker speaker) {
        return Events.ALL.stream().filter(event -> event.speaker() == speaker);
    }

    private static String key(EventType<?> event) {
        return event.name() + "V" + event.version();
    }
}
