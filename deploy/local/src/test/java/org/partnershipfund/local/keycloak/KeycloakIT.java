package org.partnershipfund.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.monitor.Browser;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.token.People;
import org.partnershipfund.local.token.Tokens;

/** A real Keycloak in the suite: its tokens open the right doors, others open none, and it is all there the next day. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOR_OFFICES = "/schools/imports";

    @TempDir
    private static Path folder;

    private static Suite suite;
    private static Tokens tokens;
    private static String yesterday;

    @BeforeAll
    static void start() throws InterruptedException {
        suite = Suite.in(
                        folder,
                        Map.of(
                                Settings.IDENTITY, "keycloak",
                                // Built once for all runs of this test.
                                Settings.PROGRAMS,
                                        Suite.checkout()
                                                .resolve("deploy/local/target/programs")
                                                .toString(),
                                Settings.WITHOUT, "portfolio,approval,procurement"))
                .downAtExit();
        suite.up();
        tokens = Tokens.at(suite.place());
        yesterday = tokens.of("budget-office");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    @Order(1)
    void a_role_opens_its_doors_and_no_others() throws IOException, InterruptedException {
        assertThat(status(yesterday, FOR_OFFICES)).isEqualTo(200);
        assertThat(status(tokens.of("partner"), FOR_OFFICES)).isEqualTo(403);
        assertThat(status(null, FOR_OFFICES)).isEqualTo(401);
    }

    @Test
    @Order(2)
    void a_system_reads_events_only_with_the_scope() throws IOException, InterruptedException {
        var reads = tokens.of("student-information-system", Optional.of("events:read"));

        assertThat(status(reads, "/events")).isEqualTo(200);
        assertThat(status(tokens.of("student-information-system"), "/events")).isEqualTo(403);
        assertThat(status(reads, FOR_OFFICES)).isEqualTo(403);
    }

    @Test
    @Order(3)
    void the_person_is_the_same_as_in_a_locally_signed_token_and_the_token_says_nothing_else() throws IOException {
        var claims = claims(yesterday);

        var person = People.of(suite.place()).named("budget-office").orElseThrow();
        assertThat(claims.path("sub").asText()).isEqualTo(person.subject());
        assertThat(claims.path("iss").asText()).isEqualTo(suite.place().issuer());
        assertThat(claims.path("aud").asText()).isEqualTo("partnership-fund");
        assertThat(claims.path("realm_access")).isEqualTo(JSON.readTree("{\"roles\": [\"budget-office\"]}"));
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isGreaterThanOrEqualTo(900);
    }

    @Test
    @Order(4)
    void a_token_for_another_audience_or_of_another_issuer_is_refused() throws IOException, InterruptedException {
        var secrets = new Secrets(suite.place().secrets());
        // Of our realm and of the right person, but asked for by a program that is not for our services.
        var elsewhere = ask("partnership-fund", "budget-office", secrets.demoPassword());
        assertThat(claims(elsewhere).path("iss").asText())
                .isEqualTo(suite.place().issuer());
        assertThat(status(elsewhere, FOR_OFFICES)).isEqualTo(401);

        var administrator = ask(
                "master",
                KeycloakServer.ADMINISTRATOR,
                Files.readString(KeycloakServer.administratorPasswordFile(secrets))
                        .strip());
        assertThat(status(administrator, FOR_OFFICES)).isEqualTo(401);
        assertThat(status(suite.token("budget-office"), FOR_OFFICES)).isEqualTo(401);
    }

    @Test
    @Order(4)
    void an_operator_signs_in_to_the_event_monitor_with_their_own_password() {
        var installed = Browser.installed();
        assumeTrue(installed.isPresent(), "no Chromium is installed");
        try (var browser = installed.orElseThrow()) {
            var page = browser.desk();
            var _ = page.navigate(suite.url(Service.ALLOCATION) + "/monitor#streams");
            page.getByText("Sign in with the district's account").click();
            page.locator("#username").fill("operator");
            page.locator("#password").fill(new Secrets(suite.place().secrets()).demoPassword());
            page.locator("#kc-login").click();

            PlaywrightAssertions.assertThat(page.locator("#who")).containsText("Signed in as operator");
            PlaywrightAssertions.assertThat(page.locator("#streams-speaks").getByText("reading"))
                    .isVisible();
            assertThat(page.url()).isEqualTo(suite.url(Service.ALLOCATION) + "/monitor#streams");
            assertThat(page.evaluate(
                            "() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage) + document.cookie"))
                    .asString()
                    .isEqualTo("{}{}");
        }
    }

    @Test
    @Order(5)
    void while_keycloak_is_away_the_tokens_it_gave_go_on_working() throws IOException, InterruptedException {
        var keycloak = suite.process(KeycloakServer.CHILD);

        suite.kill(KeycloakServer.CHILD);

        assertThat(status(yesterday, FOR_OFFICES)).isEqualTo(200);
        suite.awaitReplaced(KeycloakServer.CHILD, keycloak);
    }

    @Test
    @Order(6)
    void after_down_and_up_everything_is_there_again() throws IOException, InterruptedException {
        suite.down();
        suite.up();

        assertThat(status(yesterday, FOR_OFFICES)).isEqualTo(200);
        assertThat(status(Tokens.at(suite.place()).of("partnerships-team"), FOR_OFFICES))
                .isEqualTo(200);
    }

    @Test
    @Order(7)
    void no_password_is_in_any_log_and_nobody_else_can_read_the_realm_file() throws IOException {
        try (var files = Files.list(suite.place().secrets())) {
            var secrets = files.map(KeycloakIT::read).toArray(String[]::new);
            try (var logs = Files.list(suite.place().logs())) {
                for (var log : logs.toList()) {
                    assertThat(read(log)).doesNotContain(secrets);
                }
            }
        }
        var realm = suite.place().data().resolve("keycloak/data/import/partnership-fund-realm.json");
        assertThat(Files.getPosixFilePermissions(realm)).hasSize(2);
    }

    private static int status(@org.jspecify.annotations.Nullable String token, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.url(Service.ALLOCATION) + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static String ask(String realm, String username, String password) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("%s/realms/%s/protocol/openid-connect/token"
                        .formatted(suite.place().url(Door.KEYCLOAK), realm)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=%s&password=%s"
                        .formatted(username, password)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            assertThat(answer.path("access_token").asText())
                    .as(answer.toString())
                    .isNotEmpty();
            return answer.path("access_token").asText();
        }
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
