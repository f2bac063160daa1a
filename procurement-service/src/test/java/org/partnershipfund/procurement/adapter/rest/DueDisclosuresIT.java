package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

/** Policy disclosure §2.1: steps of invoices are published soon after them, and before anybody reads. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class DueDisclosuresIT extends BuyingStory {

    private static final String DUE = "SELECT count(*) FROM ocds_due WHERE process_id = ?";
    private static final String RECORD = "/ocds/records/{ocid}?releases=linked";

    private String invoice = "";

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
