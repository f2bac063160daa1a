package org.partnershipfund.local.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Service;

/** What Connect says of a connector, and what our connector files say to Connect. */
class RelaysTest {

    @ParameterizedTest(name = "connector {0}, task {1}: {2}")
    @CsvSource({
        "RUNNING,    RUNNING,    RUNNING",
        "RUNNING,    FAILED,     FAILED",
        "FAILED,     RUNNING,    FAILED",
        "RUNNING,    UNASSIGNED, STARTING",
        "UNASSIGNED, RUNNING,    STARTING",
    })
    void a_relay_runs_only_when_connector_and_task_do(String connector, String task, Relays.State expected)
            throws JsonProcessingException {
        var status = """
                {"status": {"connector": {"state": "%s"}, "tasks": [{"id": 0, "state": "%s"}]}}
                """.formatted(connector, task);

        assertThat(Relays.stateOf(new ObjectMapper().readTree(status))).isEqualTo(expected);
    }

    @Test
    void a_connector_without_its_task_is_still_starting() throws JsonProcessingException {
        var status =
                new ObjectMapper().readTree("{\"status\": {\"connector\": {\"state\": \"RUNNING\"}, \"tasks\": []}}");

        assertThat(Relays.stateOf(status)).isEqualTo(Relays.State.STARTING);
    }

    @Test
    void a_connector_nobody_knows_is_missing() {
        assertThat(Relays.stateOf(MissingNode.getInstance())).isEqualTo(Relays.State.MISSING);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_service_has_a_file_with_names_of_its_own_and_no_secret(Service service) throws IOException {
        var file = new Properties();
        try (var reader = Files.newBufferedReader(
                Suite.checkout().resolve("deploy/connect").resolve(service.connector() + ".properties"))) {
            file.load(reader);
        }

        assertThat(file)
                .containsEntry("database.dbname", service.word())
                .containsEntry("slot.name", service.slot())
                .containsEntry("topic.prefix", service.word())
                .containsEntry("publication.name", "event_log_publication")
                .containsEntry("publication.autocreate.mode", "disabled")
                .containsEntry("snapshot.mode", "no_data")
                .containsEntry("poll.interval.ms", "50")
                .containsEntry("transforms.outbox.route.topic.replacement", "${routedByValue}");
        assertThat(file.getProperty("database.password")).matches("\\$\\{env:[A-Z_]+}");
        assertThat(file.getProperty("database.hostname")).matches("\\$\\{env:[A-Z_]+}");
    }

    @Test
    void the_four_files_differ_in_names_only() throws IOException {
        var texts = new java.util.HashSet<String>();
        for (var service : Service.values()) {
            texts.add(
                    Files.readString(Suite.checkout().resolve("deploy/connect/" + service.connector() + ".properties"))
                            .replace(service.word(), "SERVICE"));
        }

        assertThat(texts).hasSize(1);
    }

    @Test
    void services_and_speakers_are_the_same_four() {
        assertThat(Service.values())
                .extracting(Service::word)
                .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.of(Speaker.values())
                        .map(Speaker::word)
                        .toList());
    }
}
