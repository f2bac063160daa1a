package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes requests for a door from what its OpenAPI document says: a good one, and then one or two things in it turned
 * odd. The same dice make the same requests, as long as the suite knows the same things.
 */
final class OddRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 7;
    private static final int MANY = 2_000;
    private static final int TOO_DEEP = 20_000;
    private static final LocalDate YEAR = LocalDate.of(2018, 7, 1);

    /** What stands in for a piece of JSON that no tree can hold. */
    private static final Pattern RAW = Pattern.compile("\"@@raw:(\\d+)@@\"");

    private static final Pattern WORDS = Pattern.compile("[\\w. -]+(\\|[\\w. -]+)+");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Content-Type",
            "If-Match",
            "Idempotency-Key",
            "Range",
            "X-Request-Id",
            "X-Reason",
            "If-None-Match",
            "If-Modified-Since",
            "If-Range",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Last-Event-ID",
            "Content-Encoding",
            "Origin",
            "Cookie",
            "traceparent",
            "Prefer");

    private static final Map<String, List<String>> VALUES = Map.of(
            "Accept",
            List.of(
                    "text/csv",
                    "application/json",
                    "application/xml",
                    "text/html",
                    "*/*;q=0",
                    "*/*",
                    "application/json;q=abc",
                    "application/json;version=2",
                    "application/*",
                    "a/b/c",
                    "/",
                    ";",
                    "",
                    "text/csv;charset=utf-16",
                    "application/problem+json"),
            "Content-Type",
            List.of(
                    "text/plain",
                    "application/json;charset=utf-16",
                    "application/json; charset=iso-8859-1",
                    "application/json; charset=there-is-none",
                    "application/merge-patch+json",
                    "application/xml",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "application/x-www-form-urlencoded",
                    "text/csv;charset=utf-16",
                    "a/b/c",
                    "json",
                    ""),
            "If-Match",
            List.of(
                    "*",
                    "W/\"1\"",
                    "\"1\", \"2\"",
                    "1",
                    "\"\"",
                    "\"-1\"",
                    "\"01\"",
                    "\"999999999999999999\"",
                    "\"9999999999999999999\"",
                    "\"1e3\"",
                    ""),
            "Idempotency-Key",
            List.of("", " ", "x", "the same for everybody", "x".repeat(255), "x".repeat(256), "\u00e9", "a,b"),
            "Range",
            List.of(
                    "bytes=0-0",
                    "bytes=-1",
                    "bytes=5-1",
                    "bytes=0-99999999999999999999",
                    "bytes=0-1,3-4,6-7",
                    "lines=1-2",
                    "bytes="),
            "If-None-Match",
            List.of("*", "\"1\"", "W/\"1\"", "1", ""),
            "If-Modified-Since",
            List.of("Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", "yesterday"),
            "Accept-Encoding",
            List.of("gzip", "br", "identity;q=0", "*;q=0", "gzip;q=abc", ""),
            "Content-Encoding",
            List.of("gzip", "br", "deflate", "identity", "x"),
            "Last-Event-ID",
            List.of("0", "-1", "99999999999999999999", "x", ""));

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.ISO_8859_1);

    private final ApiDocuments documents;
    private final Function<ApiDoor, Optional<Thing>> things;
    private final KnownValues known;

    /**
     * @param things something that is there, for a door whose path names things
     */
    OddRequests(ApiDocuments documents, Function<ApiDoor, Optional<Thing>> things, KnownValues known) {
        this.documents = documents;
        this.things = things;
        this.known = known;
    }

    /** One request. */
    OddRequest next(ApiDoor door, Random dice) {
        var draft = new Draft(door, dice);
        int oddities = dice.nextInt(8) == 0 ? 0 : 1 + dice.nextInt(2);
        for (int i = 0; i < oddities; i++) {
            draft.turnOdd();
        }
        return draft.request();
    }

    /** A request in the making. */
    private final class Draft {

        private final ApiDoor door;
        private final Random dice;
        private final Thing thing;
        private final Thing owner;
        private final Map<String, String> path = new LinkedHashMap<>();
        private final List<Map.Entry<String, String>> query = new ArrayList<>();
        private final List<Map.Entry<String, String>> headers = new ArrayList<>();
        private final List<String> raws = new ArrayList<>();
        private final Optional<String> contentType;
        private JsonNode json = JSON.nullNode();
        private Optional<byte[]> body = Optional.empty();

        Draft(ApiDoor door, Random dice) {
            this.door = door;
            this.dice = dice;
            Optional<Thing> own = things.apply(door);
            owner = own.orElse(Thing.NONE);
            thing = dice.nextInt(6) == 0 ? Things.unknown(door) : own.orElseGet(() -> Things.unknown(door));
            thing.values().forEach((name, value) -> path.put(name, value));
            contentType = contentType();
            for (JsonNode parameter : documents.operation(door).path("parameters")) {
                String in = parameter.path("in").asText();
                boolean needed = parameter.path("required").asBoolean();
                if (in.equals("query") && (needed || dice.nextInt(3) == 0)) {
                    query(
                            parameter.path("name").asText(),
                            encoded(value(parameter).asText()));
                }
            }
            if (door.method().equals("POST")) {
                header("Idempotency-Key", new UUID(dice.nextLong(), dice.nextLong()).toString());
            }
            if (door.versioned()) {
                header("If-Match", "\"%d\"".formatted(dice.nextInt(4)));
            }
            contentType.ifPresent(type -> header("Content-Type", type));
            if (isJson()) {
                JsonNode schema = documents.operation(door).at("/requestBody/content/application~1json/schema");
                json = value(schema, "", 0);
            } else if (contentType.isPresent()) {
                body = Optional.of(file());
            }
        }

        private boolean isJson() {
            return contentType.filter("application/json"::equals).isPresent();
        }

        private Optional<String> contentType() {
            List<String> types = new ArrayList<>();
            documents.operation(door).at("/requestBody/content").fieldNames().forEachRemaining(types::add);
            return types.isEmpty() ? Optional.empty() : Optional.of(OddValues.any(types, dice));
        }

        private void query(String name, String encoded) {
            query.add(Map.entry(name, encoded));
        }

        private void header(String name, String value) {
            headers.add(Map.entry(name, value));
        }

        // What is good

        private JsonNode value(JsonNode parameter) {
            if (parameter.has("example") && dice.nextBoolean()) {
                return parameter.path("example");
            }
            return value(parameter.path("schema"), parameter.path("name").asText(), 0);
        }

        private JsonNode value(JsonNode named, String name, int depth) {
            JsonNode schema = documents.resolve(door.service(), named);
            if (schema.has("enum")) {
                return schema.path("enum").path(dice.nextInt(schema.path("enum").size()));
            }
            for (String choice : List.of("allOf", "anyOf", "oneOf")) {
                if (schema.path(choice).has(0)) {
                    return value(
                            schema.path(choice)
                                    .path(dice.nextInt(schema.path(choice).size())),
                            name,
                            depth);
                }
            }
            JsonNode types = schema.path("type");
            String type = types.isArray()
                    ? types.path(dice.nextInt(10) == 0 ? types.size() - 1 : 0).asText()
                    : types.asText();
            return switch (type) {
                case "object" -> object(schema, depth);
                case "array" -> array(schema, name, depth);
                case "integer", "number" -> number(schema);
                case "boolean" -> JSON.booleanNode(dice.nextBoolean());
                case "null" -> JSON.nullNode();
                // a number without a type, such as "limit"
                default -> schema.has("minimum") ? number(schema) : JSON.textNode(text(schema, name));
            };
        }

        private JsonNode object(JsonNode schema, int depth) {
            ObjectNode object = JSON.objectNode();
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(field -> required.add(field.asText()));
            schema.path("properties").properties().forEach(property -> {
                if (required.contains(property.getKey()) || (depth < DEEPEST && dice.nextInt(4) != 0)) {
                    object.set(property.getKey(), value(property.getValue(), property.getKey(), depth + 1));
                }
            });
            if (schema.path("additionalProperties").isObject() && depth < DEEPEST) {
                object.set(
                        known.any("schoolCode", dice).orElse("one"),
                        value(schema.path("additionalProperties"), "", depth + 1));
            }
            return object;
        }

        private JsonNode array(JsonNode schema, String name, int depth) {
            ArrayNode array = JSON.arrayNode();
            int least = schema.path("minItems").asInt(0);
            int most = Math.min(schema.path("maxItems").asInt(3), least + 2);
            int size = depth >= DEEPEST ? least : least + dice.nextInt(Math.max(1, most - least + 1));
            String singular = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
            for (int i = 0; i < size; i++) {
                array.add(value(schema.path("items"), singular, depth + 1));
            }
            return array;
        }

        private JsonNode number(JsonNode schema) {
            long least = schema.path("minimum").asLong(0);
            long most = schema.path("maximum").asLong(least + 100);
            return JSON.numberNode(
                    switch (dice.nextInt(4)) {
                        case 0 -> least;
                        case 1 -> most;
                        default -> least + Math.floorMod(dice.nextLong(), Math.max(1, Math.min(most - least, 50)));
                    });
        }

        private String text(JsonNode schema, String name) {
            Optional<String> seen = Optional.ofNullable(thing.values().get(name));
            if (seen.isPresent() && dice.nextInt(4) != 0) {
                return seen.get();
            }
            seen = known.any(name, dice);
            if (seen.isPresent() && dice.nextInt(5) != 0) {
                return seen.get();
            }
            if (schema.has("example")) {
                return schema.path("example").asText();
            }
            if (schema.path("examples").has(0) && dice.nextInt(4) != 0) {
                return schema.path("examples").path(0).asText();
            }
            String pattern = schema.path("pattern").asText();
            if (WORDS.matcher(pattern).matches()) {
                return OddValues.any(List.of(pattern.split("\\|", -1)), dice);
            }
            if (pattern.contains("[0-9]{8}")) {
                return known.any("schoolCode", dice).orElse("00350231");
            }
            if (pattern.contains("\\.[0-9]{2}$")) {
                return "%d.%02d".formatted(dice.nextInt(100_000), dice.nextInt(100));
            }
            return switch (schema.path("format").asText()) {
                case "uuid" ->
                    known.any("id", dice).orElseGet(() -> new UUID(dice.nextLong(), dice.nextLong()).toString());
                case "date" -> YEAR.plusDays(dice.nextInt(365)).toString();
                case "date-time" -> YEAR.plusDays(dice.nextInt(365)) + "T12:00:00Z";
                case "duration" -> "PT%dH".formatted(dice.nextInt(100));
                default -> {
                    int longest = Math.max(1, Math.min(schema.path("maxLength").asInt(60), 60));
                    String words = "Words of %s, made up".formatted(name.isEmpty() ? "somebody" : name);
                    yield words.substring(0, Math.min(words.length(), longest));
                }
            };
        }

        private byte[] file() {
            String type = contentType.orElse("");
            if (type.equals("text/csv")) {
                return csv();
            }
            return switch (dice.nextInt(5)) {
                case 0 -> "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
                case 1 -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 0};
                case 2 -> new byte[0];
                case 3 -> zip();
                default -> {
                    byte[] noise = new byte[dice.nextInt(3_000)];
                    dice.nextBytes(noise);
                    yield noise;
                }
            };
        }

        private byte[] zip() {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (String name :
                        List.of("manifest.csv", "orgs.csv", OddValues.any(List.of("users.csv", "../x", "a/b"), dice))) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write("sourcedId,status,%s\nx,active,%s\n"
                            .formatted(name, OddValues.text(dice))
                            .getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("memory failed", e);
            }
            return bytes.toByteArray();
        }

        /** The example's header, with its line and odd ones. */
        private byte[] csv() {
            JsonNode content = documents.operation(door).at("/requestBody/content/text~1csv");
            String example = content.at("/example").asText();
            for (JsonNode one : content.path("examples")) {
                example = one.path("value").asText();
            }
            String[] lines = example.split("\n", -1);
            var text = new StringBuilder(lines[0]).append('\n');
            String line = lines.length > 1 ? lines[1] : "";
            for (int i = dice.nextInt(4); i >= 0; i--) {
                List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
                if (dice.nextBoolean()) {
                    cells.set(
                            dice.nextInt(cells.size()),
                            '"' + OddValues.text(dice).replace("\"", "\"\"") + '"');
                }
                text.append(String.join(",", cells)).append(dice.nextInt(9) == 0 ? "\r\n" : "\n");
            }
            if (dice.nextInt(9) == 0) {
                text.append('"').append(OddValues.text(dice));
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        // What is odd

        void turnOdd() {
            List<Consumer<Draft>> ways = new ArrayList<>(List.of(Draft::oddHeader, Draft::oddQuery));
            if (door.namesThings()) {
                ways.add(Draft::oddPath);
            }
            if (contentType.isPresent()) {
                ways.add(isJson() ? Draft::oddJson : Draft::oddBytes);
                ways.add(isJson() ? Draft::oddJson : Draft::oddBytes);
                ways.add(isJson() ? Draft::oddJson : Draft::oddBytes);
                ways.add(Draft::oddBytes);
            }
            OddValues.any(ways, dice).accept(this);
        }

        private void oddPath() {
            String odd = OddValues.inAddress(dice);
            if (!odd.isEmpty()) {
                path.put(OddValues.any(List.copyOf(path.keySet()), dice), odd);
            }
        }

        private void oddQuery() {
            List<String> names = new ArrayList<>();
            documents.operation(door).path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
            if (names.isEmpty() || dice.nextInt(10) == 0) {
                names.add(OddValues.any(List.of("unheard-of", "", "%00", "limit", "a[b]"), dice)
                        .replace("[", "%5b")
                        .replace("]", "%5d"));
            }
            String name = OddValues.any(names, dice);
            if (dice.nextInt(4) == 0) {
                query.removeIf(parameter -> parameter.getKey().equals(name));
            }
            if (dice.nextInt(6) != 0) {
                query(name, OddValues.inAddress(dice));
            }
        }

        private void oddHeader() {
            String name = OddValues.any(dice.nextBoolean() ? HEADERS.subList(0, 5) : HEADERS, dice);
            headers.removeIf(header -> header.getKey().equals(name));
            List<String> values = VALUES.getOrDefault(name, List.of());
            switch (dice.nextInt(5)) {
                case 0 -> {
                    // it is left out
                }
                case 1 -> header(name, OddValues.inHeader(dice));
                case 2 -> {
                    header(name, values.isEmpty() ? "x" : OddValues.any(values, dice));
                    header(name, OddValues.inHeader(dice));
                }
                default -> header(name, values.isEmpty() ? OddValues.inHeader(dice) : OddValues.any(values, dice));
            }
        }

        private void oddJson() {
            List<Place> places = new ArrayList<>();
            places(json, places);
            if (places.isEmpty() || dice.nextInt(15) == 0) {
                json = raw(OddValues.json(dice));
                return;
            }
            Place place = OddValues.any(places, dice);
            switch (dice.nextInt(12)) {
                case 0 -> place.remove();
                case 1 -> place.put(JSON.nullNode());
                case 2, 3 -> place.put(raw(OddValues.json(dice)));
                case 4 -> place.put(JSON.arrayNode().add(place.value()));
                case 5 -> place.put(JSON.objectNode().set("value", place.value()));
                case 6 -> place.put(many(place.value()));
                case 7 -> place.twice(this);
                case 8 -> place.more(JSON.textNode(OddValues.text(dice)), dice);
                default -> place.put(JSON.textNode(OddValues.text(dice)));
            }
        }

        private JsonNode many(JsonNode value) {
            ArrayNode array = JSON.arrayNode();
            JsonNode one = value.isArray() && value.has(0) ? value.path(0) : value;
            for (int i = dice.nextInt(5) == 0 ? MANY : 3; i > 0; i--) {
                array.add(one);
            }
            return array;
        }

        private JsonNode raw(String piece) {
            raws.add(piece);
            return JSON.textNode("@@raw:%d@@".formatted(raws.size() - 1));
        }

        private void places(JsonNode node, List<Place> places) {
            if (node instanceof ObjectNode object) {
                object.properties().forEach(field -> {
                    places.add(new Place(object, field.getKey(), -1));
                    places(field.getValue(), places);
                });
            } else if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    places.add(new Place(array, "", i));
                    places(array.path(i), places);
                }
            }
        }

        private void oddBytes() {
            byte[] bytes = bytes().orElse(new byte[0]);
            String text = new String(bytes, StandardCharsets.UTF_8);
            body = Optional.of(
                    switch (dice.nextInt(12)) {
                        case 0 -> new byte[0];
                        case 1 ->
                            text.substring(0, dice.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
                        case 2 -> flipped(bytes);
                        case 3 -> text.getBytes(OddValues.any(CHARSETS, dice));
                        case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                        case 5 -> (text + text).getBytes(StandardCharsets.UTF_8);
                        case 6 -> ("[".repeat(TOO_DEEP) + text).getBytes(StandardCharsets.UTF_8);
                        case 7 -> "{\"a\":".repeat(TOO_DEEP).getBytes(StandardCharsets.UTF_8);
                        case 8 -> (" ".repeat(MANY) + text + "\u0000").getBytes(StandardCharsets.UTF_8);
                        case 9 -> text.repeat(dice.nextInt(30)).getBytes(StandardCharsets.UTF_8);
                        case 10 -> OddValues.text(dice).getBytes(StandardCharsets.UTF_8);
                        default -> OddValues.json(dice).getBytes(StandardCharsets.UTF_8);
                    });
        }

        private byte[] flipped(byte[] bytes) {
            byte[] flipped = bytes.clone();
            for (int i = 0; i < 1 + flipped.length / 50 && flipped.length > 0; i++) {
                flipped[dice.nextInt(flipped.length)] = (byte) dice.nextInt();
            }
            return flipped;
        }

        // What is sent

        private Optional<byte[]> bytes() {
            if (body.isPresent() || !isJson()) {
                return body;
            }
            String text = RAW.matcher(json.toString())
                    .replaceAll(found -> Matcher.quoteReplacement(raws.get(Integer.parseInt(found.group(1)))));
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }

        OddRequest request() {
            String filled = door.path();
            for (var value : path.entrySet()) {
                filled = filled.replace("{" + value.getKey() + "}", value.getValue());
            }
            String asked = query.stream()
                    .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                    .collect(Collectors.joining("&"));
            return new OddRequest(
                    door,
                    filled + (asked.isEmpty() ? "" : "?" + asked),
                    column(),
                    owner,
                    headers,
                    // Another day would change what every other door answers.
                    door.path().equals("/district-clock") ? bytes().map(Draft::withoutDay) : bytes());
        }

        private String column() {
            List<String> welcome = Roles.COLUMNS.stream()
                    .filter(column -> door.roles().contains(Roles.role(column)))
                    .toList();
            return switch (dice.nextInt(12)) {
                case 0 -> Roles.NOBODY;
                case 1 -> OddValues.any(Roles.COLUMNS, dice);
                default -> welcome.isEmpty() ? Roles.NOBODY : OddValues.any(welcome, dice);
            };
        }

        private static byte[] withoutDay(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            var day = Pattern.compile("\"instant\"\\s*:\\s*\"([^\"]*)\"").matcher(text);
            while (day.find()) {
                try {
                    var _ = Instant.parse(day.group(1));
                    return "{\"instant\": \"now\"}".getBytes(StandardCharsets.UTF_8);
                } catch (DateTimeException e) {
                    // It is refused, as it should be.
                }
            }
            // In UTF-16 it may be read all the same.
            return text.indexOf('\u0000') >= 0 ? new byte[0] : bytes;
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Where something stands in a tree. */
    private record Place(JsonNode in, String field, int index) {

        JsonNode value() {
            return in.isArray() ? in.path(index) : in.path(field);
        }

        void put(JsonNode value) {
            if (in instanceof ObjectNode object) {
                object.set(field, value);
            } else if (in instanceof ArrayNode array) {
                array.set(index, value);
            }
        }

        void remove() {
            if (in instanceof ObjectNode object) {
                object.remove(field);
            } else if (in instanceof ArrayNode array) {
                array.remove(index);
            }
        }

        /** The same field once more, with another value. */
        void twice(Draft draft) {
            put(draft.raw(
                    in.isArray()
                            ? value() + "," + value()
                            : value() + ",\"" + field + "\":" + OddValues.json(draft.dice)));
        }

        void more(JsonNode value, Random dice) {
            if (in instanceof ObjectNode object) {
                object.set(
                        OddValues.any(
                                List.of("", "unheardOf", "__proto__", "@type", field.toUpperCase(Locale.ROOT)), dice),
                        value);
            } else if (in instanceof ArrayNode array) {
                array.add(value);
            }
        }
    }
}
