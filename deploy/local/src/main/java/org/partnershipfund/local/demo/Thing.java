package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a door answered about one thing.
 *
 * @param etag the version a change must name; empty where the door gives none
 */
record Thing(JsonNode json, String etag) {

    String id() {
        return text("id");
    }

    String text(String field) {
        return json.path(field).asText();
    }
}
