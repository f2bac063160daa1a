package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.fixtures.OfficialOcds;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;

/** What anybody may see of a purchase (policy disclosure). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class OcdsIT extends BuyingStory {

    @Test
    void everybody_can_follow_a_purchase_from_the_plan_to_the_payment() throws IOException {
        approve(selectionOne, 1, one, harbor, "10000.00");
        approve(selectionTwo, 1, two, harbor, "15000.00");
        String process = open(harbor, competition());
        assertThat(tags(process)).containsExactly("[planning]");
        solicit(process).statusCode(200);
        var _ = quote(process, harbor, "20000.00").statusCode(201);
        var _ = quote(process, mystic, "20000.01").statusCode(201);
        var _ = quote(process, charles, null).statusCode(201);
        // Sealed: neither who was asked nor who answered, nor what, nor whom the schools chose.
        assertThat(text("/ocds/records/" + ocid(process)))
                .doesNotContain(
                        "Harbor", "Mystic", "Charles", "20000", harbor.partner().toString());
        award(process, harbor).statusCode(200);
        vote();
        String contract = draft(process);
        signAsPartner(contract, true).statusCode(200);
        sign(contract, "certifications/appropriation", "city-auditor", 200, null);
        sign(contract, "approvals/superintendent", "district-superintendent", 200, null);
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        pay(process, contract);

        assertThat(tags(process))
                .containsExactly(
                        "[planning]",
                        "[tender]",
                        "[tenderUpdate, award]",
                        "[contract]",
                        "[implementation]",
                        // The first of two schools and the officer show the public nothing new.
                        "[implementationUpdate]",
                        "[implementationUpdate]",
                        "[implementationUpdate]");
        var record = when().get("/ocds/records/" + ocid(process))
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("version", is("1.1"))
                .body("records[0].compiledRelease.tag", equalTo(List.of("compiled")))
                .body("records[0].compiledRelease.tender.status", is("complete"))
                .body("records[0].compiledRelease.tender.procurementMethod", is("limited"))
                .body("records[0].compiledRelease.tender.numberOfTenderers", is(2))
                .body("records[0].compiledRelease.awards[0].value.amount", is(20000.00f))
                .body("records[0].compiledRelease.contracts[0].items.unit.value.amount", hasItems(8000.00f, 12000.00f))
                .body("records[0].compiledRelease.contracts[0].implementation.transactions[0].value.amount", is(6000f))
                .body(
                        "records[0].versionedRelease.tender.status.value",
                        equalTo(List.of("planned", "active", "complete")));
        nobody_is_named(record.extract().asString());
        everything_is_valid(process);
        readers_are_served(process);
        the_money_is_added_up();
    }

    private void the_money_is_added_up() {
        String of = "?fundId=" + fund;
        for (String by : List.of("school", "partner", "service-area", "method", "route", "fund", "fiscal-year")) {
            when().get("/spending-reports/dollars/" + by + of)
                    .then()
                    .statusCode(200)
                    .body("by", is(by))
                    .body("contracted.amount", is("20000.00"))
                    .body("paid.amount", is("6000.00"))
                    .body("soleSourcePercent", is(0.0f));
        }
        when().get("/spending-reports/dollars/school" + of)
                .then()
                .body("rows.key", equalTo(List.of(two, one)))
                .body("rows.contracted.amount", equalTo(List.of("12000.00", "8000.00")))
                .body("rows.paid.amount", equalTo(List.of("4000.00", "2000.00")));
        when().get("/spending-reports/dollars/method" + of).then().body("rows.key", equalTo(List.of("written-quotes")));
        when().get("/spending-reports/dollars/school" + of + "&asOf=2018-01-01T00:00:00Z")
                .then()
                .body("contracted.amount", is("0.00"));
        assertThat(text("/spending-reports/dollars/partner/rows.csv" + of)).contains("Harbor", "20000.00");
        assertThat(text("/spending-reports/dollars/partner/chart.svg" + of)).contains("<svg", "Harbor", "$20,000.00");
        when().get("/spending-reports/time" + of)
                .then()
                .statusCode(200)
                .body(
                        "steps.from",
                        equalTo(List.of("reserved", "opened", "solicited", "awarded", "executed", "invoiced")))
                .body("steps.processes", equalTo(List.of(1, 1, 1, 1, 1, 1)));
        assertThat(text("/spending-reports/time/rows.csv" + of)).contains("opened,solicited,1,");
        ProblemAnswers.check(when().get("/spending-reports/dollars/officer"), 400, "invalid-parameter");
    }

    private void nobody_is_named(String record) {
        assertThat(record).doesNotContain(member, leaderOne, leaderTwo, "issuer", "subject");
    }

    /** Each step is looked at: those between which nobody reads may share a release. */
    private void pay(String process, String contract) {
        String invoice = invoice(contract, "1", today(), "2000.00", "4000.00")
                .statusCode(201)
                .extract()
                .path("id");
        int before = tags(process).size();
        var delivered = Map.of("delivered", true);
        put(leader(leaderOne), "/invoices/" + invoice + "/verifications/" + one, delivered)
                .statusCode(200);
        put(leader(leaderTwo), "/invoices/" + invoice + "/verifications/" + two, delivered)
                .statusCode(200);
        assertThat(tags(process)).hasSize(before + 1);
        put(officer(), "/invoices/" + invoice + "/certification", null).statusCode(200);
        put(as("city-auditor"), "/invoices/" + invoice + "/receipt", null).statusCode(200);
        assertThat(tags(process)).hasSize(before + 2);
        put(as("budget-office"), "/invoices/" + invoice + "/payment", Map.of("reference", "TR-" + UUID.randomUUID()))
                .statusCode(200);
    }

    private static void everything_is_valid(String process) {
        assumeTrue(OfficialOcds.isThere(), OfficialOcds.ABSENT);
        var official = new OfficialOcds();
        assertThat(official.faultsOfReleases(json("/ocds/releases?ocid=" + ocid(process))))
                .isEmpty();
        assertThat(official.faultsOfRecords(json("/ocds/records/" + ocid(process))))
                .isEmpty();
        assertThat(official.faultsOfRecords(json("/ocds/records/" + ocid(process) + "?releases=linked")))
                .isEmpty();
        assertThat(official.faultsOfRecords(json("/ocds/records"))).isEmpty();
        assertThat(official.faultsOfReleases(json("/ocds/releases?limit=500"))).isEmpty();
        assertThat(official.faultsOfReleases(json("/ocds/releases/" + ocid(process) + "-0003")))
                .isEmpty();
    }

    private static void readers_are_served(String process) throws IOException {
        Map<String, String> once = new LinkedHashMap<>();
        String next = "/ocds/releases?limit=2";
        while (next != null) {
            var page = when().get(next).then().statusCode(200).extract();
            page.<List<String>>path("releases.id")
                    .forEach(id -> assertThat(once.put(id, id)).isNull());
            next = page.path("links.next");
        }
        String lines = text("/ocds/releases.jsonl");
        assertThat(lines.lines()).hasSize(once.size());
        assertThat(lines).contains(ocid(process) + "-0001");
        assertThat(text("/ocds/compiled-releases.jsonl").lines()).anyMatch(line -> line.contains(ocid(process)));
        assertThat(files())
                .containsKeys("main.csv", "parties.csv", "items.csv", "awards.csv", "contracts.csv", "transactions.csv")
                .hasEntrySatisfying(
                        "transactions.csv",
                        csv -> assertThat(csv.lines())
                                .anyMatch(line -> line.contains(ocid(process)) && line.contains("6000.00")));

        String tag = when().get("/ocds/records/" + ocid(process)).header("ETag");
        given().header("If-None-Match", tag)
                .get("/ocds/records/" + ocid(process))
                .then()
                .statusCode(304);
        assertThat(given().queryParam("tag", "award")
                        .queryParam("ocid", ocid(process))
                        .get("/ocds/releases")
                        .<List<String>>path("releases.id"))
                .containsExactly(ocid(process) + "-0003");
        assertThat(given().queryParam("since", "2999-01-01T00:00:00Z")
                        .get("/ocds/releases")
                        .<List<String>>path("releases.id"))
                .isEmpty();
        ProblemAnswers.check(
                given().header("If-Match", "\"1\"").get("/ocds/records/" + ocid(process)), 400, "invalid-parameter");
        ProblemAnswers.check(when().get("/ocds/releases?tag=awarded"), 400, "invalid-parameter");
        ProblemAnswers.check(when().get("/ocds/records/x?releases=none"), 400, "invalid-parameter");
        ProblemAnswers.check(when().get("/ocds/releases/x"), 404, "no-such-release");
        ProblemAnswers.check(when().get("/ocds/records/x"), 404, "no-such-record");
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var archive = new ZipInputStream(
                new ByteArrayInputStream(when().get("/ocds/tables.zip").asByteArray()), StandardCharsets.UTF_8)) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                files.put(entry.getName(), new String(archive.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static List<String> tags(String process) {
        List<String> tags = new ArrayList<>();
        when().get("/ocds/releases?limit=500&ocid=" + ocid(process))
                .<List<List<String>>>path("releases.tag")
                .forEach(one -> tags.add(one.toString()));
        return tags;
    }

    private static String text(String path) {
        Response answer = when().get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asString();
    }

    private static JsonNode json(String path) {
        return OfficialOcds.read(text(path));
    }

    private static String ocid(String process) {
        return "ocds-213czf-" + process;
    }
}
