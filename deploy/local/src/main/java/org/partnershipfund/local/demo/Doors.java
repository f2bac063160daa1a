package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;

/** The suite's doors as the demo uses them. */
final class Doors {

    private Doors() {}

    /** Every item of a list, page after page. */
    static List<JsonNode> all(SuiteClient who, Door door, String path, Map<String, String> query) {
        List<JsonNode> items = new ArrayList<>();
        Map<String, String> asked = new TreeMap<>(query);
        asked.put("limit", "100");
        while (true) {
            JsonNode page = who.get(door, path + query(asked)).expecting(200).json();
            page.path("items").forEach(items::add);
            if (page.path("next").isMissingNode() || page.path("next").isNull()) {
                return items;
            }
            asked.put("after", page.path("next").asText());
        }
    }

    /** Sends a file. */
    static JsonNode upload(
            SuiteClient who, Door door, String path, Map<String, String> query, String csv, int expected) {
        return who.post(
                        door,
                        path + query(query),
                        "text/csv",
                        BodyPublishers.ofString(csv),
                        UUID.randomUUID().toString())
                .expecting(expected)
                .json();
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
