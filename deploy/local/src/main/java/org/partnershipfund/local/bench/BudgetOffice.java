package org.partnershipfund.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;

/** What the budget office does at the doors of allocation-service before anything can be measured. */
final class BudgetOffice {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SuiteClient office;

    BudgetOffice(SuiteClient office) {
        this.office = office;
    }

    /** Opens a fund of FY2019 with so many dollars; its id. */
    String fund(String name, long dollars) {
        ObjectNode asked = JSON.createObjectNode().put("name", name).put("fiscalYear", 2019);
        asked.putObject("pool").put("amount", "%d.00".formatted(dollars)).put("currency", "USD");
        asked.putObject("chart")
                .put("account", "52907")
                .put("fund", "100")
                .put("program", "2536")
                .put("subclass", "00000");
        return post("/funds", asked);
    }

    /** Makes something; its id. */
    String post(String path, ObjectNode asked) {
        return office.post(Door.ALLOCATION, path, asked.toString())
                .expecting(201)
                .json()
                .path("id")
                .asText();
    }

    /** Imports a file; the whole answer. */
    JsonNode upload(String path, Map<String, String> query, String csv) {
        var asked = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
        return office.post(
                        Door.ALLOCATION,
                        path + asked,
                        "text/csv",
                        BodyPublishers.ofString(csv),
                        UUID.randomUUID().toString())
                .expecting(201)
                .json();
    }
}
