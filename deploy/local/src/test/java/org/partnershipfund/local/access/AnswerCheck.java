package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.partnershipfund.local.Suite;

/** What every answer owes, whatever was asked: a status of the door's document, and a body that keeps its promise. */
final class AnswerCheck {

    /** The longest that anybody waits for an answer on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROBLEM = "application/problem+json";
    private static final String TYPE = "urn:partnership-fund:problem:";

    /** Given before any door is looked for, as docs/api/README.md says. */
    private static final Set<Integer> BEFORE_ANY_DOOR = Set.of(414, 431);

    private static final int NOT_ALLOWED = 403;

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

    /** What tells a stranger how the service is made. */
    private static final Pattern INSIDE = Pattern.compile(
            "org\\.(partnershipfund|postgresql|hibernate|jboss|apache)|io\\.(quarkus|vertx|smallrye)|com\\.fasterxml"
                    + "|java\\.(lang|util|time|sql)|jakarta\\.|[a-z]Exception\\b|\\tat |\\.java:\\d|SQLSTATE|PSQL"
                    + "|\\b(SELECT .* FROM|INSERT INTO|violates .* constraint|column \"|relation \")");

    private final ApiDocuments documents;

    AnswerCheck(ApiDocuments documents) {
        this.documents = documents;
    }

    /** An answer as it came. */
    record Came(
            int status,
            String contentType,
            Optional<String> requestId,
            Optional<String> retryAfter,
            String body,
            Duration after) {}

    /** What is wrong with an answer, a sentence each. */
    List<String> faults(OddRequest request, Came came) {
        List<String> faults = new ArrayList<>();
        ApiDoor door = request.door();
        int status = came.status();
        if (isTurnedAwayUnread(request, came)) {
            return faults;
        }
        if (status >= 500 && status != 503) {
            faults.add("answers %d".formatted(status));
        } else if (!documents.statuses(door).contains(status) && !BEFORE_ANY_DOOR.contains(status)) {
            faults.add("answers %d, which its document does not list".formatted(status));
        }
        if (status == 503 && came.retryAfter().isEmpty()) {
            faults.add("answers 503 and does not say when to come again");
        }
        if (came.after().compareTo(PATIENCE) > 0) {
            faults.add("takes longer than %d s".formatted(PATIENCE.toSeconds()));
        }
        if (came.requestId().isEmpty()) {
            faults.add("answers without a request id");
        }
        if (status >= 400) {
            problem(came).ifPresent(faults::add);
        } else if (WITHOUT_BODY.contains(status)) {
            if (!came.body().isEmpty()) {
                faults.add("answers %d with a body".formatted(status));
            }
        } else {
            promised(door, came).ifPresent(faults::add);
        }
        return faults;
    }

    /**
     * The server itself turns away what is too long to be looked at, and pages of other sites, with nothing but the
     * status, as docs/api/README.md says.
     */
    private static boolean isTurnedAwayUnread(OddRequest request, Came came) {
        boolean elsewhere = came.status() == NOT_ALLOWED
                && request.headers().stream().anyMatch(header -> header.getKey().equals("Origin"));
        return came.body().isEmpty() && (elsewhere || BEFORE_ANY_DOOR.contains(came.status()));
    }

    private static Optional<String> problem(Came came) {
        if (!ApiDocuments.plain(came.contentType()).equals(PROBLEM)) {
            return Optional.of(
                    "refuses with %d as \"%s\", not as a problem".formatted(came.status(), came.contentType()));
        }
        JsonNode problem;
        try {
            problem = JSON.readTree(came.body());
        } catch (IOException e) {
            return Optional.of("refuses with %d and a problem that cannot be read".formatted(came.status()));
        }
        String type = problem.path("type").asText();
        String slug = type.startsWith(TYPE) ? type.substring(TYPE.length()) : "";
        if (slug.isEmpty() || !Files.exists(Suite.checkout().resolve("docs/problems/" + slug + ".md"))) {
            return Optional.of("refuses with a problem that has no page: " + type);
        }
        for (String field : List.of("title", "detail", "instance", "requestId")) {
            if (!problem.path(field).isTextual() || problem.path(field).asText().isBlank()) {
                return Optional.of("refuses with %s without %s".formatted(slug, field));
            }
        }
        if (problem.path("status").asInt() != came.status()) {
            return Optional.of("refuses with %s and another status in the problem".formatted(slug));
        }
        if (!came.requestId().equals(Optional.of(problem.path("requestId").asText()))) {
            return Optional.of("refuses with %s and another request id in the problem".formatted(slug));
        }
        var inside = INSIDE.matcher(problem.path("title").asText() + "\n"
                + problem.path("detail").asText() + "\n" + problem.path("violations"));
        return inside.find()
                ? Optional.of("tells with %s how it is made: %s".formatted(slug, inside.group()))
                : Optional.empty();
    }

    private Optional<String> promised(ApiDoor door, Came came) {
        Set<String> types = documents.mediaTypes(door, came.status());
        if (types.isEmpty() && came.body().isEmpty()) {
            return Optional.empty();
        }
        String type = ApiDocuments.plain(came.contentType());
        if (!types.contains(type) && !types.contains("*/*")) {
            return Optional.of("answers %d as \"%s\", which its document does not list".formatted(came.status(), type));
        }
        if (!type.equals("application/json")) {
            return Optional.empty();
        }
        List<Error> errors = documents.errors(door, came.status(), type, came.body());
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of("answers %d with what its schema does not allow: %s"
                        .formatted(came.status(), shape(errors.getFirst())));
    }

    /** The same for every item of a list. */
    private static String shape(Error error) {
        return error.toString().replaceAll("/\\d+", "/n");
    }
}
