package org.partnershipfund.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The requests that are made by dice, without a suite. */
class OddRequestsTest {

    private static final int TIMES = 40;
    private static final long SEED = 8;

    private final ApiDocuments documents = new ApiDocuments();
    private final List<ApiDoor> doors = ApiDoors.all();

    private OddRequests requests() {
        var known = new KnownValues();
        known.learn("schoolCode", "00350231");
        return new OddRequests(documents, _ -> Optional.empty(), known);
    }

    @Test
    void the_same_dice_make_the_same_requests() {
        for (ApiDoor door : doors) {
            var one = new Random(SEED);
            var two = new Random(SEED);
            for (int i = 0; i < TIMES; i++) {
                assertThat(requests().next(door, one))
                        .hasToString(requests().next(door, two).toString());
            }
        }
    }

    @Test
    void every_address_can_be_sent() {
        for (ApiDoor door : doors) {
            var dice = new Random(SEED);
            for (int i = 0; i < TIMES; i++) {
                String path = requests().next(door, dice).path();
                assertThatCode(() -> URI.create("http://localhost:8081" + path))
                        .as(path)
                        .doesNotThrowAnyException();
                assertThat(path).doesNotContain("{", "}");
            }
        }
    }

    @Test
    void the_districts_clock_is_never_set() throws IOException {
        ApiDoor clock = doors.stream()
                .filter(door -> door.name().endsWith("PUT /district-clock"))
                .findFirst()
                .orElseThrow();
        var dice = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            byte[] body = requests().next(clock, dice).body().orElse(new byte[0]);
            assertThat(isAnInstant(body))
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isFalse();
        }
    }

    @Test
    void most_bodies_are_json_and_some_are_not() {
        ApiDoor selections = doors.stream()
                .filter(door -> door.body()
                        .filter(body -> body.contentType().equals("application/json"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        Set<Boolean> seen = new HashSet<>();
        var dice = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            requests().next(selections, dice).body().ifPresent(body -> seen.add(isJson(body)));
        }
        assertThat(seen).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void what_the_documents_promise_can_be_compared_with_an_answer() {
        for (ApiDoor door : doors) {
            for (int status : documents.statuses(door)) {
                if (status < 300 && documents.mediaTypes(door, status).contains("application/json")) {
                    assertThatCode(() -> documents.errors(door, status, "application/json", "{}"))
                            .as("%s %d", door.name(), status)
                            .doesNotThrowAnyException();
                }
            }
        }
        ApiDoor list = doors.stream()
                .filter(door -> door.name().equals("approval GET /absences"))
                .findFirst()
                .orElseThrow();
        assertThat(documents.errors(list, 200, "application/json", "{\"items\": 7}"))
                .isNotEmpty();
    }

    private static boolean isJson(byte[] body) {
        try {
            JsonNode read = new ObjectMapper().readTree(body);
            return read != null;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isAnInstant(byte[] body) throws IOException {
        if (!isJson(body)) {
            return false;
        }
        try {
            var _ = Instant.parse(
                    new ObjectMapper().readTree(body).path("instant").asText());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
