package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.fixtures.Books;
import org.partnershipfund.testkit.BackboneResource;

/** docs/policy/ledger.md §6: what a line and a contract held at any instant. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class StatementsIT extends BuyingStory {

    private String paidContract() {
        approve(selectionOne, 1, one, harbor, "5000.00");
        approve(selectionTwo, 1, two, harbor, "4000.00");
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, "9000.00").statusCode(200);
        String contract = draft(process);
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        String invoice = invoice(contract, "1", today(), "1000.00", "500.00")
                .statusCode(201)
                .extract()
                .path("id");
        put(leader(leaderOne), "/invoices/" + invoice + "/verifications/" + one, Map.of("delivered", true))
                .statusCode(200);
        put(leader(leaderTwo), "/invoices/" + invoice + "/verifications/" + two, Map.of("delivered", true))
                .statusCode(200);
        put(officer(), "/invoices/" + invoice + "/certification", null).statusCode(200);
        put(as("city-auditor"), "/invoices/" + invoice + "/receipt", null).statusCode(200);
        put(as("budget-office"), "/invoices/" + invoice + "/payment", Map.of("reference", "EFT-" + UUID.randomUUID()))
                .statusCode(200);
        return contract;
    }

    private String lineId() {
        return line(one).extract().path("items[0].id");
    }

    @Test
    void a_lines_statement_leads_from_nothing_to_what_it_holds() {
        String _ = paidContract();

        as("budget-office")
                .get("/budget-lines/" + lineId() + "/statement")
                .then()
                .statusCode(200)
                .body(
                        "items.kind",
                        contains("opening", "transfer", "transfer", "transfer", "transfer", "transfer", "closing"))
                .body("items[0].available.amount", is("0.00"))
                .body("items[6].available.amount", is("95000.00"))
                .body("items[6].encumbered.amount", is("4000.00"))
                .body("items[6].expended.amount", is("1000.00"))
                .body("items[6].appropriated.amount", is("100000.00"));
        leader(leaderOne).get("/budget-lines/" + lineId() + "/statement").then().statusCode(200);
        leader(leaderTwo).get("/budget-lines/" + lineId() + "/statement").then().statusCode(404);
        partner().get("/budget-lines/" + lineId() + "/statement").then().statusCode(403);
        as("records-auditor")
                .accept("text/csv")
                .get("/budget-lines/" + lineId() + "/statement")
                .then()
                .statusCode(200)
                .body(containsString("opening"))
                .body(containsString("closing"));
    }

    @Test
    void a_statement_of_the_past_shows_the_past() {
        String _ = paidContract();
        // Planned on 8 December, voted on 28 March: between them nothing but the plan had happened.
        Instant between = Books.ON_DECEMBER_8.plusSeconds(1);

        as("budget-office")
                .get("/budget-lines/" + lineId() + "/statement?asOf=" + between)
                .then()
                .statusCode(200)
                .body("items.kind", contains("opening", "transfer", "closing"))
                .body("items[1].move", is("plan"))
                .body("items[2].planned.amount", is("100000.00"))
                .body("items[2].expended.amount", is("0.00"));
        as("budget-office")
                .get("/budget-lines/" + lineId() + "/statement?from=" + between)
                .then()
                .body("items[0].planned.amount", is("100000.00"))
                .body("items[1].move", is("appropriate"));
        as("budget-office")
                .get("/budget-lines/" + lineId() + "/statement?from=" + between + "&asOf=" + Books.ON_DECEMBER_8)
                .then()
                .statusCode(400);
        as("budget-office")
                .get("/budget-lines/" + lineId() + "/statement?knownAt=2000-01-02T00:00:00Z")
                .then()
                .body("items.kind", contains("opening", "closing"));
        as("cfo")
                .get("/trial-balance/history?fundId=" + fund + "&asOf=" + between)
                .then()
                .statusCode(200)
                .body("debits.amount", is("200000.00"))
                .body("credits.amount", is("200000.00"))
                .body("accounts.find { it.account == 'planned' }.folded.amount", is("200000.00"))
                .body("accounts.find { it.account == 'appropriated' }.folded.amount", is("0.00"));
    }

    @Test
    void pages_of_a_statement_are_the_statement() {
        String _ = paidContract();
        List<String> kinds = new ArrayList<>();
        List<String> balances = new ArrayList<>();
        String next = "";
        do {
            var page = as("budget-office")
                    .get("/budget-lines/" + lineId() + "/statement?limit=2" + (next.isEmpty() ? "" : "&after=" + next))
                    .then()
                    .statusCode(200)
                    .extract();
            kinds.addAll(page.<List<String>>path("items.kind"));
            balances.addAll(page.<List<String>>path("items.available.amount"));
            next = page.path("next") == null ? "" : page.path("next");
        } while (!next.isEmpty());

        var whole = as("budget-office")
                .get("/budget-lines/" + lineId() + "/statement")
                .then()
                .extract();
        assertThat(kinds).isEqualTo(whole.<List<String>>path("items.kind"));
        assertThat(balances).isEqualTo(whole.<List<String>>path("items.available.amount"));
    }

    @Test
    void a_contracts_statement_shows_what_was_encumbered_and_paid_under_it() {
        String contract = paidContract();

        partner()
                .get("/contracts/" + contract + "/statement")
                .then()
                .statusCode(200)
                .body("items.move.findAll { it != null }", contains("encumber", "encumber", "expend", "expend"))
                .body("items[-1].encumbered.amount", is("7500.00"))
                .body("items[-1].expended.amount", is("1500.00"));
        leader(leaderTwo)
                .get("/contracts/" + contract + "/statement")
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items[-1].encumbered.amount", is("3500.00"))
                .body("items[-1].expended.amount", is("500.00"));
        officer()
                .get("/contracts/" + contract + "/statement?asOf=" + Books.ON_MARCH_28)
                .then()
                .body("items.kind", contains("opening", "closing"));
        officer().get("/contracts/" + UUID.randomUUID() + "/statement").then().statusCode(404);
    }
}
