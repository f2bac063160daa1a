package org.partnershipfund.local.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.observability.Alerts.Alert;

/** Whoever is woken finds the page that says what to do. */
class AlertsTest {

    static Stream<Alert> alerts() throws IOException {
        return Alerts.all().stream();
    }

    @Test
    void no_alert_has_the_name_of_another() throws IOException {
        assertThat(Alerts.all()).extracting(Alert::name).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void an_alert_says_how_bad_it_is_what_is_wrong_and_where_to_read_on(Alert alert) throws IOException {
        assertThat(alert.severity()).isIn("critical", "warning", "info");
        assertThat(alert.summary()).isNotBlank();
        assertThat(alert.runbook()).startsWith("docs/operations.md#");
        var anchors = Files.readAllLines(Suite.checkout().resolve("docs/operations.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(AlertsTest::anchor)
                .toList();
        assertThat(anchors).contains(alert.runbook().substring(alert.runbook().indexOf('#') + 1));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void the_handbook_names_every_alert(Alert alert) throws IOException {
        assertThat(Files.readString(Suite.checkout().resolve("docs/operations.md")))
                .contains("`" + alert.name() + "`");
    }

    @Test
    void names_of_metrics_are_found_in_a_question_to_prometheus() {
        assertThat(
                        Alerts.metrics(
                                "sum by (service) (rate(http_server_requests_seconds_count{status=~\"5..\"}[5m])) / min_over_time(fund_dead_letters{state=\"dead\"}[1h]) > 0.01"))
                .containsExactly("fund_dead_letters", "http_server_requests_seconds_count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check rules alerts.yml", "test rules alerts.test.yml", "check config prometheus.yml"})
    void prometheus_itself_takes_the_rules_and_they_fire_when_they_should(String arguments)
            throws IOException, InterruptedException {
        var promtool = Path.of("/usr/bin/promtool");
        if (!Files.isExecutable(promtool)) {
            System.out.println("NOT CHECKED in this run: promtool " + arguments + ". apt-get install prometheus.");
        }
        assumeTrue(Files.isExecutable(promtool), "promtool is not installed");
        var command = Stream.concat(Stream.of(promtool.toString()), List.of(arguments.split(" ")).stream())
                .toList();
        var process = new ProcessBuilder(command)
                .directory(Alerts.FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }
}
