package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** docs/policy/reconciliation.md: the ledger beside a file of the city's books. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class ReconciliationIT extends BuyingStory {

    private static final String HEADER =
            "account,fund,responsibility_centre,program,subclass,reference,date,amount,kind\n";

    private final String run = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);

    private static String entry(String reference, LocalDate day, String amount, String kind) {
        return "52907,100,101203,2536,000,%s,%s,%s,%s\n".formatted(reference, day, amount, kind);
    }

    private ValidatableResponse send(String file, boolean dryRun) {
        return as("budget-office")
                .contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file)
                .post("/reconciliations?fiscalYear=%d&through=%s&source=Test&dryRun=%s"
                        .formatted(year().endYear(), today(), dryRun))
                .then();
    }

    /** A contract with one received invoice of 1,000.00; its purchase order. */
    private String bought(String number) {
        approve(selectionOne, 1, one, harbor, "9000.00");
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, "9000.00").statusCode(200);
        String contract = draft(process);
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        invoiced = invoice(contract, number, today(), "1000.00")
                .statusCode(201)
                .extract()
                .path("id");
        put(leader(leaderOne), "/invoices/" + invoiced + "/verifications/" + one, Map.of("delivered", true))
                .statusCode(200);
        put(officer(), "/invoices/" + invoiced + "/certification", null).statusCode(200);
        put(as("city-auditor"), "/invoices/" + invoiced + "/receipt", null).statusCode(200);
        return officer().get("/contracts/" + contract).then().extract().path("purchaseOrder");
    }

    private String invoiced = "";

    private void pay(String reference, String amount) {
        put(
                        as("budget-office"),
                        "/invoices/" + invoiced + "/payment",
                        Map.of("reference", reference, "lines", List.of(Map.of("line", 1, "amount", dollars(amount)))))
                .statusCode(200);
    }

    private static Map<String, String> outcomes(String id) {
        Map<String, String> outcomes = new HashMap<>();
        String next = "";
        do {
            var page = as("cfo")
                    .get("/reconciliations/" + id + "/items?limit=500" + (next.isEmpty() ? "" : "&after=" + next))
                    .then()
                    .statusCode(200)
                    .extract();
            List<Map<String, Object>> items = page.path("items");
            items.forEach(
                    item -> outcomes.put(String.valueOf(item.get("reference")), String.valueOf(item.get("outcome"))));
            next = page.path("next") == null ? "" : page.path("next");
        } while (!next.isEmpty());
        return outcomes;
    }

    @Test
    void every_item_of_the_policys_table_comes_out_as_it_says() {
        String purchaseOrder = bought("INV-" + run);
        List<List<String>> rows = Policy.table("reconciliation.md", "| kind | here | there | outcome |");
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            String reference = "R%d-%s".formatted(i, run);
            if (!row.get(1).isEmpty()) {
                pay(reference, row.get(1));
            }
            for (String amount : row.get(2).split(" \\+ ", -1)) {
                if (!amount.isEmpty()) {
                    String[] words = amount.split(" ", -1);
                    long earlier = words.length > 1 ? Long.parseLong(words[1]) : 0;
                    // Written otherwise than here, which changes nothing.
                    file.append(entry(
                            reference.toLowerCase(Locale.ROOT), today().minusDays(earlier), words[0], row.get(0)));
                }
            }
        }
        file.append(entry(purchaseOrder, today(), "9000.00", "encumbrance"));

        String id = send(file.toString(), false)
                .statusCode(201)
                .body("settled", is(false))
                .extract()
                .path("id");

        Map<String, String> outcomes = outcomes(id);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(outcomes)
                    .as("%s", rows.get(i))
                    .containsEntry("R%d-%s".formatted(i, run), rows.get(i).get(3));
        }
        assertThat(outcomes).containsEntry(purchaseOrder, "matched");
        send(file.toString(), false).statusCode(200).body("id", is(id));
    }

    @Test
    void what_the_city_books_by_invoice_number_is_found_and_refunds_take_back() {
        String number = "INV-" + run;
        String _ = bought(number);
        pay("P1-" + run, "300.00");
        pay("P2-" + run, "700.00");
        String tag = officer().get("/invoices/" + invoiced).then().extract().header("ETag");
        post(
                        io.restassured.RestAssured.given()
                                .auth()
                                .oauth2(Tokens.of(UUID.randomUUID().toString(), "budget-office"))
                                .header("If-Match", tag),
                        "/invoices/" + invoiced + "/credit-notes",
                        Map.of(
                                "number",
                                "CN-" + run,
                                "line",
                                1,
                                "amount",
                                dollars("50.00"),
                                "reason",
                                "Too much",
                                "reference",
                                "REFUND-" + run))
                .statusCode(201);

        String id = send(
                        HEADER
                                + entry(number, today(), "1000.00", "expenditure")
                                + entry("REFUND-" + run, today(), "-50.00", "expenditure"),
                        false)
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(outcomes(id))
                .containsEntry(number, "matched")
                .containsEntry("REFUND-" + run, "matched")
                .doesNotContainKey("P1-" + run);
    }

    @Test
    void a_faulty_file_is_told_line_by_line_and_leaves_nothing() {
        String faulty = HEADER
                + entry("F-" + run, today(), "10.00", "expenditure")
                + "52907,100,101203,2535,000,F-%s,%s,10.00,expenditure\n".formatted(run, today())
                + "52907,100,101203,2536,000,F-%s,%s,10,guess\n".formatted(run, today());
        send(faulty, true).statusCode(200).body("lines", is(3)).body("faultyLines", is(2));
        send(faulty, false)
                .statusCode(400)
                .body("type", endsLike("faulty-upload"))
                .body("detail", startsWith("Nothing was imported"));
        assertThat(sql.list("SELECT 1 FROM reconciliation_entry", row -> row.getInt(1)))
                .isEmpty();
        send("account,amount\n1,2\n", false).statusCode(400);
    }

    @Test
    void a_difference_is_resolved_with_a_reason_and_stays_what_it_was() {
        String file = HEADER + entry("D-" + run, today(), "10.00", "expenditure");
        String id = send(file, false).statusCode(201).extract().path("id");
        List<Map<String, Object>> open = as("cfo")
                .get("/reconciliations/" + id + "/items?open=true&outcome=missing-here&kind=expenditure&limit=500")
                .then()
                .statusCode(200)
                .body("items.outcome", everyItem(is("missing-here")))
                .extract()
                .path("items");
        Object place = open.stream()
                .filter(item -> ("D-" + run).equals(item.get("reference")))
                .findFirst()
                .orElseThrow()
                .get("item");
        String path = "/reconciliations/" + id + "/items/" + place;
        String tag = as("cfo").get(path).then().statusCode(200).extract().header("ETag");
        Map<String, String> reason = Map.of("reason", "Booked by the city in the next period");

        as("cfo")
                .header("If-Match", tag)
                .contentType("application/json")
                .body(reason)
                .put(path + "/resolution")
                .then()
                .statusCode(403);
        as("budget-office")
                .header("If-Match", tag)
                .contentType("application/json")
                .body(reason)
                .put(path + "/resolution")
                .then()
                .statusCode(200)
                .body("outcome", is("missing-here"))
                .body("resolution", is("Booked by the city in the next period"));
        as("budget-office")
                .header("If-Match", tag)
                .contentType("application/json")
                .body(reason)
                .put(path + "/resolution")
                .then()
                .statusCode(412);
        List<Object> left = new ArrayList<>(as("cfo")
                .get("/reconciliations/" + id + "/items?open=true&outcome=missing-here&limit=500")
                .then()
                .extract()
                .<List<Object>>path("items.item"));
        assertThat(left).doesNotContain(place);
        as("records-auditor")
                .accept("text/csv")
                .get("/reconciliations/" + id + "/items?outcome=missing-here")
                .then()
                .statusCode(200)
                .body(containsString("D-" + run));
        as("records-auditor").accept("text/csv").get("/reconciliations").then().statusCode(200);
        as("cfo").get("/reconciliations/" + id + "/items?outcome=odd").then().statusCode(400);
        as("cfo").get("/reconciliations/" + UUID.randomUUID()).then().statusCode(404);
        leader(leaderOne).get("/reconciliations/" + id).then().statusCode(403);
    }

    @Test
    void what_matched_has_nothing_to_resolve() {
        String purchaseOrder = bought("M-" + run);
        String id = send(HEADER + entry(purchaseOrder, today(), "9000.00", "encumbrance"), false)
                .statusCode(201)
                .extract()
                .path("id");
        List<Map<String, Object>> matched = as("cfo")
                .get("/reconciliations/" + id + "/items?outcome=matched")
                .then()
                .extract()
                .path("items");
        String path = "/reconciliations/" + id + "/items/" + matched.getFirst().get("item");

        as("budget-office")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(Map.of("reason", "No need"))
                .put(path + "/resolution")
                .then()
                .statusCode(409)
                .body("type", endsLike("nothing-to-resolve"));
    }
}
