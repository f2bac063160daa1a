package org.partnershipfund.local.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.demo.PlayedYear;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.token.People;

/** What the packaged services tell their operators after the demo's year. */
@ExtendWith(PlayedYear.class)
@Order(4)
class TheYearIsWatchedIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ADDRESS_OF_MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z]{2,}");

    private static Suite suite;

    @BeforeAll
    static void a_year_was_played(PlayedYear.Year year) {
        suite = year.suite();
    }

    private static HttpResponse<String> ask(Service service, String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(suite.place().url(service.management()) + path))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static List<String> samples(Service service) {
        return ask(service, "/q/metrics")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static double value(Service service, String sample) {
        return samples(service).stream()
                .filter(line -> line.startsWith(sample))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError(service + " has no " + sample));
    }

    @Test
    void every_metric_of_alerts_and_dashboard_is_exposed() throws IOException {
        Set<String> exposed = new HashSet<>();
        for (var service : Service.values()) {
            samples(service).forEach(line -> exposed.add(line.split("[{ ]", 2)[0]));
        }
        Set<String> asked = new TreeSet<>();
        for (var alert : Alerts.all()) {
            asked.addAll(Alerts.metrics(alert.expression()));
        }
        Alerts.questionsOfTheDashboard().forEach(question -> asked.addAll(Alerts.metrics(question)));

        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(exposed).containsAll(asked);
    }

    @ParameterizedTest
    @EnumSource
    void every_service_tells_of_its_events_its_chain_and_its_letters(Service service) throws InterruptedException {
        // A figure is blind (NaN) where a look at the database came late, or met another test's hand in it.
        Suite.await(
                "the log has grown, its relay reads, and nothing is dead",
                Duration.ofMinutes(2),
                () -> value(service, "fund_events_position") > 0
                        && value(service, "fund_relay_slot_usable") == 1
                        && value(service, "fund_relay_active") == 1
                        && value(service, "fund_dead_letters{state=\"dead\"") == 0);
        Suite.await(
                "the chain has caught up",
                Duration.ofMinutes(2),
                () -> value(service, "fund_audit_oldest_unsealed_seconds") < 5
                        && value(service, "fund_audit_checkpoint_age_seconds") < 300);
        assertThat(value(service, "agroal_active_count")).isNotNegative();
    }

    @Test
    void the_books_say_of_themselves_that_they_agree() throws InterruptedException {
        Suite.await(
                "the books are looked at",
                Duration.ofMinutes(2),
                () -> value(Service.PROCUREMENT, "fund_ledger_transfers") > 0);
        assertThat(value(Service.PROCUREMENT, "fund_ledger_balances")).isEqualTo(1);
        assertThat(value(Service.PROCUREMENT, "fund_ledger_papers_agree")).isEqualTo(1);
        assertThat(value(Service.PROCUREMENT, "fund_ledger_disagreements")).isZero();
    }

    @Test
    void messages_that_wait_or_were_given_up_are_counted() {
        assertThat(value(Service.APPROVAL, "fund_mail_messages{state=\"given-up\""))
                .isNotNegative();
        assertThat(value(Service.APPROVAL, "fund_mail_oldest_waiting_seconds")).isNotNegative();
        assertThat(value(Service.PORTFOLIO, "fund_webhook_deliveries{state=\"waiting\""))
                .isNotNegative();
    }

    /** REST call in approval-service, event, effect in procurement-service, its event, effect in approval-service again. */
    @Test
    void one_id_leads_from_the_call_to_what_other_services_did_because_of_it() throws SQLException {
        String trace;
        try (var database = suite.administrator(Service.APPROVAL);
                var query = database.createStatement();
                var row = query.executeQuery("""
                        SELECT substr(e.traceparent, 4, 32)
                          FROM event_log AS e JOIN audit_log AS a ON a.request_id = substr(e.traceparent, 4, 32)
                         WHERE e.type = 'org.partnershipfund.approval.SelectionApproved.v1'
                           AND a.actor NOT LIKE 'service:%'
                         ORDER BY e.seq LIMIT 1""")) {
            assertThat(row.next())
                    .as("a person's audit row has the id of the trace")
                    .isTrue();
            trace = row.getString(1);
        }

        assertThat(audited(Service.PROCUREMENT, trace)).anyMatch(action -> action.startsWith("service:procurement"));
        assertThat(said(Service.PROCUREMENT, trace)).contains("org.partnershipfund.procurement.FundsReserved.v1");
        assertThat(audited(Service.APPROVAL, trace)).anyMatch(action -> action.startsWith("service:approval"));
    }

    private static List<String> audited(Service service, String trace) throws SQLException {
        return texts(service, "SELECT actor || ' ' || action FROM audit_log WHERE request_id LIKE '%" + trace + "%'");
    }

    private static List<String> said(Service service, String trace) throws SQLException {
        return texts(service, "SELECT type FROM event_log WHERE traceparent LIKE '00-" + trace + "-%'");
    }

    private static List<String> texts(Service service, String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var database = suite.administrator(service);
                var query = database.createStatement();
                var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    @Test
    void a_failure_is_logged_with_the_ids_to_search_by_and_without_what_the_caller_sent()
            throws SQLException, IOException, InterruptedException {
        var id = "told-apart-" + System.nanoTime();
        administer(Service.PORTFOLIO, "REVOKE SELECT ON dead_letter FROM portfolio_app");
        int status;
        try {
            status = HTTP.send(
                            HttpRequest.newBuilder(URI.create(suite.url(Service.PORTFOLIO)
                                            + "/dead-letters?subject=jane.doe%40families.example"))
                                    .header("Authorization", "Bearer " + suite.token("operator"))
                                    .header("X-Request-Id", id)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } finally {
            administer(Service.PORTFOLIO, "GRANT SELECT ON dead_letter TO portfolio_app");
        }
        assertThat(status).isEqualTo(500);

        Suite.await(
                "the failure is logged",
                Duration.ofMinutes(2),
                () -> !linesOf(id).isEmpty());
        var line = linesOf(id).getFirst();
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("service").asText()).isEqualTo("portfolio-service");
        assertThat(line.at("/mdc/traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(Files.readString(suite.place().log("portfolio-service"))).doesNotContain("jane.doe");
    }

    private static void administer(Service service, String statement) throws SQLException {
        try (var administrator = suite.administrator(service);
                var execute = administrator.createStatement()) {
            var _ = execute.execute(statement);
        }
    }

    private static List<JsonNode> linesOf(String requestId) {
        try {
            return json(Files.readAllLines(suite.place().log("portfolio-service"))).stream()
                    .filter(line -> line.at("/mdc/requestId").asText().equals(requestId))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<JsonNode> json(List<String> lines) {
        var parsed = new ArrayList<JsonNode>();
        for (var line : lines) {
            if (line.startsWith("{")) {
                try {
                    parsed.add(JSON.readTree(line));
                } catch (JsonProcessingException e) {
                    // The last line may be on its way.
                    System.out.println("half a line: " + line);
                }
            }
        }
        return parsed;
    }

    @ParameterizedTest
    @EnumSource
    void a_whole_year_s_log_has_no_name_no_address_and_no_token(Service service) throws IOException {
        var log = Files.readString(suite.place().log(service.module()));
        assertThat(json(log.lines().toList())).isNotEmpty();

        assertThat(log).doesNotContain("Bearer ").doesNotContainPattern("eyJ[A-Za-z0-9_-]{20}");
        assertThat(ADDRESS_OF_MAIL.matcher(log).results().map(found -> found.group()))
                .isEmpty();
        People.of(suite.place())
                .humans()
                .filter(person -> person.name().contains(" "))
                .forEach(person -> assertThat(log).doesNotContain(person.name()));
    }
}
