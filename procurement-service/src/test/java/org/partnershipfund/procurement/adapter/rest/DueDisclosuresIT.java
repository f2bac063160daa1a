package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Policy disclosure §2.1: steps of invoices are published soon after them, and before anybody reads. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class DueDisclosuresIT extends BuyingStory {

    private static final String DUE = "SELECT count(*) FROM ocds_due WHERE process_id = ?";
    private static final String RECORD = "/ocds/records/{ocid}?releases=linked";

    private static final String OLDEST = "fund_disclosure_oldest_due_seconds";
    private static final double MOST_OF_A_YEAR = Duration.ofDays(360).toSeconds();

    private String invoice = "";

    @TestHTTPResource(value = "/metrics", management = true)
    @SuppressWarnings("NullAway.Init") // the test framework sets it
    URI metrics;

    @Test
    void what_nobody_reads_is_published_by_itself_a_moment_later() {
        String process = invoiced();

        soon().until(() -> count(DUE, process) == 0);
        assertThat(count(
                        "SELECT count(*) FROM ocds_release JOIN ocds_record USING (ocid)"
                                + " WHERE process_id = ? AND ocds_release.tags LIKE 'implementation%'",
                        process))
                .isPositive();
    }

    @Test
    void a_process_that_cannot_be_published_is_kept_in_mind_and_keeps_no_other_from_its_readers() {
        UUID unknown = UUID.randomUUID();
        sql.updateOne("INSERT INTO ocds_due (process_id, at) VALUES (?, now() - interval '1 year')", unknown);
        try {
            String process = invoiced();

            when().get(RECORD, "ocds-213czf-" + process)
                    .then()
                    .statusCode(200)
                    .body("records[0].compiledRelease.contracts[0].implementation.milestones", hasSize(3));
            assertThat(count(DUE, process)).isZero();
            assertThat(count(DUE, unknown.toString())).isOne();
        } finally {
            int _ = sql.update("DELETE FROM ocds_due WHERE process_id = ?", unknown);
        }
    }

    @Test
    void an_operator_is_told_how_long_the_oldest_step_waits_and_when_nobody_can_tell() {
        UUID unknown = UUID.randomUUID();
        soon().untilAsserted(() -> assertThat(oldest()).isBetween(0.0, MOST_OF_A_YEAR));
        sql.updateOne("INSERT INTO ocds_due (process_id, at) VALUES (?, now() - interval '1 year')", unknown);
        try {
            soon().untilAsserted(() -> assertThat(oldest()).isBetween(MOST_OF_A_YEAR, 2 * MOST_OF_A_YEAR));

            administer("REVOKE SELECT ON ocds_due FROM procurement_app");
            try {
                soon().untilAsserted(() -> assertThat(oldest()).isNaN());
            } finally {
                administer("GRANT SELECT ON ocds_due TO procurement_app");
            }

            soon().untilAsserted(() -> assertThat(oldest()).isBetween(MOST_OF_A_YEAR, 2 * MOST_OF_A_YEAR));
        } finally {
            int _ = sql.update("DELETE FROM ocds_due WHERE process_id = ?", unknown);
        }
        soon().untilAsserted(() -> assertThat(oldest()).isBetween(0.0, MOST_OF_A_YEAR));
    }

    /** What a scrape reads. */
    private double oldest() {
        return when().get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(OLDEST))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + OLDEST));
    }

    private static void administer(String statement) {
        try (var administrator = DriverManager.getConnection(
                        setting("testkit.postgres.url"),
                        setting("testkit.postgres.superuser"),
                        setting("testkit.postgres.password"));
                var execute = administrator.createStatement()) {
            var _ = execute.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot run: " + statement, e);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    @Test
    void what_was_published_of_an_invoice_is_updated_by_its_next_steps() {
        String process = invoiced();
        assertThat(lastTags(process)).containsExactly("implementation");

        put(leader(leaderOne), "/invoices/%s/verifications/%s".formatted(invoice, one), Map.of("delivered", true))
                .statusCode(200);

        assertThat(lastTags(process)).containsExactly("implementationUpdate");
    }

    private static List<String> lastTags(String process) {
        List<List<String>> tags = when().get("/ocds/releases?limit=500&ocid=ocds-213czf-" + process)
                .then()
                .statusCode(200)
                .extract()
                .path("releases.tag");
        return tags.getLast();
    }

    private long count(String statement, String process) {
        return sql.list(statement, row -> row.getLong(1), UUID.fromString(process))
                .getFirst();
    }

    /** A process with a contract under which its partner has sent an invoice. */
    private String invoiced() {
        approve(selectionOne, 1, one, harbor, "5000.00");
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, "5000.00").statusCode(200);
        String contract = draft(process);
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        invoice = post(
                        partner(),
                        "/invoices",
                        Map.of(
                                "contractId",
                                contract,
                                "number",
                                "1",
                                "lines",
                                List.of(service(one, today(), today(), "100.00"))))
                .statusCode(201)
                .extract()
                .path("id");
        return process;
    }
}
