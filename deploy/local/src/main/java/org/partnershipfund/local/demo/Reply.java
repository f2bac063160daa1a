package org.partnershipfund.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.partnershipfund.local.client.Answer;

/** What a door answered somebody, before it is known whether the story wanted a yes or a no. */
record Reply(String username, Answer answer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "urn:partnership-fund:problem:";

    /**
     * The yes.
     *
     * @throws DemoFailedException if the door refused, with the door's own sentence
     */
    Thing made() {
        if (answer.status() / 100 != 2) {
            throw new DemoFailedException(
                    "%s: %s answered %d %s: %s".formatted(username, answer.request(), answer.status(), slug(), said()));
        }
        return new Thing(
                answer.body().isEmpty() ? JSON.createObjectNode() : answer.json(),
                answer.etag().orElse(""));
    }

    /**
     * The sentence of the no.
     *
     * @throws DemoFailedException if the door said yes, or no for another reason
     */
    String refused(String wanted) {
        if (!isRefused(wanted)) {
            throw new DemoFailedException("%s: %s should have been refused as %s, but answered %d %s: %s"
                    .formatted(username, answer.request(), wanted, answer.status(), slug(), said()));
        }
        return problem().path("detail").asText();
    }

    /** Whether the door refused for this reason. */
    boolean isRefused(String wanted) {
        return slug().equals(wanted);
    }

    /** Whether the door has not heard yet of something that another service said. */
    boolean isTooEarly() {
        return slug().endsWith("-not-heard-of");
    }

    private String slug() {
        return answer.status() < 400 ? "" : problem().path("type").asText().replace(TYPE, "");
    }

    /** The sentence of a problem with the values it names, or the whole answer. */
    private String said() {
        JsonNode problem = problem();
        String detail = problem.path("detail").asText();
        JsonNode violations = problem.path("violations");
        return detail.isEmpty() ? answer.body() : violations.isEmpty() ? detail : detail + " " + violations;
    }

    private JsonNode problem() {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
