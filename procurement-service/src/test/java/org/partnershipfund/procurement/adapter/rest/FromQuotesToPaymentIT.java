package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** From a reserved line to a paid invoice, with every no on the way. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class FromQuotesToPaymentIT extends BuyingStory {

    @Test
    void a_program_is_bought_from_quotes_to_the_last_payment() {
        approve(selectionOne, 1, one, harbor, "10000.00");
        approve(selectionTwo, 1, two, harbor, "15000.00");
        String process = open(harbor, competition());
        officer()
                .get("/processes/" + process)
                .then()
                .statusCode(200)
                .body("state", is("open"))
                .body("method", is("written-quotes"))
                .body("value.amount", is("25000.00"))
                .body("lines.schoolCode", contains(one, two))
                .body("requirements.find { it.id == 'three-quotes' }.met", is(false));
        solicit(process).statusCode(200).body("state", is("solicited"));
        quote(process, harbor, "20000.00").statusCode(201).statusCode(201);
        quote(process, mystic, "20000.01").statusCode(201).statusCode(201);
        award(process, harbor).statusCode(422).body("type", endsLike("too-few-quotes"));
        quote(process, charles, null).statusCode(201).statusCode(201);
        award(process, mystic).statusCode(422).body("type", endsLike("not-the-lowest"));
        suspend(harbor);
        award(process, harbor).statusCode(409).body("type", endsLike("while-suspended"));
        reinstate(harbor);
        award(process, harbor)
                .statusCode(200)
                .body("state", is("awarded"))
                .body("award.asChosen", is(true))
                .body("lines.awarded.amount", contains("8000.00", "12000.00"))
                .body("requirements.find { it.id == 'three-quotes' }.by", startsWith("2 quotes of 3 asked"));
        assertThat(said.about(process)).containsExactly("ProcessOpened", "AwardMade");

        suspend(harbor);
        post(officer(), "/contracts", drafting(process)).statusCode(409).body("type", endsLike("while-suspended"));
        reinstate(harbor);
        String contract = draft(process);
        assertThat(said.latest(selectionTwo.toString(), "SelectionContracted"))
                .contains(contract, harbor.id().toString(), "12000.00");
        sign(contract, "signatures/district", "cfo", 409, "step-too-early");
        signAsPartner(contract, false).statusCode(422).body("type", endsLike("attestation-missing"));
        signAsPartner(contract, true).statusCode(200).body("missing", not(hasItem("partner")));
        sign(contract, "approvals/mayor", "mayor", 409, "step-not-demanded");
        sign(contract, "certifications/appropriation", "city-auditor", 409, "not-appropriated");
        vote();
        sign(contract, "certifications/appropriation", "city-auditor", 200, null);
        sign(contract, "certifications/appropriation", "city-auditor", 409, "step-taken-already");
        put(officer(), "/contracts/" + contract + "/execution", null)
                .statusCode(409)
                .body("type", endsLike("contract-not-complete"));
        sign(contract, "approvals/superintendent", "district-superintendent", 200, null);
        sign(contract, "signatures/district", "district-superintendent", 422, "same-person");
        sign(contract, "signatures/district", "cfo", 200, null);
        suspend(harbor);
        put(officer(), "/contracts/" + contract + "/execution", null)
                .statusCode(409)
                .body("type", endsLike("while-suspended"));
        reinstate(harbor);
        put(officer(), "/contracts/" + contract + "/execution", null)
                .statusCode(200)
                .body("state", is("executed"))
                .body("purchaseOrder", startsWith("PO-" + year().endYear()))
                .body("shares.amount.amount", contains("8000.00", "12000.00"));
        put(officer(), "/contracts/" + contract + "/execution", null)
                .statusCode(409)
                .body("type", endsLike("contract-executed-already"));
        line(one)
                .body("items[0].balance.encumbered.amount", is("8000.00"))
                .body("items[0].balance.reserved.amount", is("0.00"))
                .body("items[0].balance.available.amount", is("92000.00"));
        partner().get("/contracts/" + contract).then().statusCode(200).body("shares", hasSize(2));
        leader(leaderOne).get("/contracts/" + contract).then().statusCode(200).body("shares.schoolCode", contains(one));

        pays_an_invoice(contract);
        assertThat(said.about(process))
                .containsExactly(
                        "ProcessOpened",
                        "AwardMade",
                        "ContractExecuted",
                        "PurchaseOrderIssued",
                        "InvoicePaymentMade",
                        "InvoicePaid");
        as("budget-office")
                .get("/trial-balance?fundId=" + fund)
                .then()
                .body("balances", is(true))
                .body("papersAgree", is(true))
                .body("papers.find { it.what == 'encumbered' }.papers.amount", is("14000.00"))
                .body("papers.find { it.what == 'expended' }.ledger.amount", is("6000.00"));
    }

    private void pays_an_invoice(String contract) {
        invoice(contract, "1", today().minusDays(1), "100.00")
                .statusCode(422)
                .body(
                        "type",
                        endsLike(today().equals(year().firstDay()) ? "service-dates" : "service-before-execution"));
        invoice(contract, "1", today(), "8000.01")
                .statusCode(422)
                .body("type", endsLike("invoice-exceeds-encumbrance"));
        String invoice = invoice(contract, "1", today(), "2000.00", "4000.00")
                .statusCode(201)
                .body("amount.amount", is("6000.00"))
                .extract()
                .path("id");
        invoice(contract, "1", today(), "1.00").statusCode(409).body("type", endsLike("invoice-number-used"));
        invoice(contract, "2", today(), "6000.01")
                .statusCode(422)
                .body("type", endsLike("invoice-exceeds-encumbrance"));
        String path = "/invoices/" + invoice;
        put(officer(), path + "/certification", null).statusCode(409).body("type", endsLike("invoice-step-not-now"));
        put(leader(leaderOne), path + "/verifications/" + two, Map.of("delivered", true))
                .statusCode(404)
                .body("type", endsLike("no-such-invoice"));
        record(leaderOne, "council-member", two);
        put(
                        given().auth().oauth2(Tokens.of(leaderOne, "school-leader", "council-member")),
                        path + "/verifications/" + two,
                        Map.of("delivered", true))
                .statusCode(404)
                .body("type", endsLike("no-such-invoice"));
        put(
                        given().auth()
                                .oauth2(Tokens.of(UUID.randomUUID().toString(), "school-leader", "budget-office")),
                        path + "/verifications/" + two,
                        Map.of("delivered", true))
                .statusCode(404);
        put(leader(leaderOne), path + "/verifications/" + one, Map.of("delivered", true))
                .statusCode(200)
                .body("state", is("submitted"))
                .body("lines", hasSize(1));
        put(leader(leaderTwo), path + "/verifications/" + two, Map.of("delivered", true, "note", "All sessions"))
                .statusCode(200)
                .body("state", is("verified"));
        put(officer(), path + "/certification", null).statusCode(200).body("state", is("certified"));
        String reference = "EFT-" + UUID.randomUUID();
        put(as("budget-office"), path + "/payment", Map.of("reference", reference))
                .statusCode(409);
        put(as("city-auditor"), path + "/receipt", null).statusCode(200).body("state", is("received"));
        put(as("budget-office"), path + "/payment", Map.of("reference", reference))
                .statusCode(200)
                .body("state", is("paid"))
                .body("reference", is(reference));
        line(one)
                .body("items[0].balance.encumbered.amount", is("6000.00"))
                .body("items[0].balance.expended.amount", is("2000.00"));
        partner().get("/invoices?contractId=" + contract).then().statusCode(200).body("items.state", contains("paid"));
        leader(leaderTwo).get("/invoices?contractId=" + contract).then().body("items[0].schoolCodes", contains(two));
        as("city-auditor")
                .accept("text/csv")
                .get("/invoices?contractId=" + contract)
                .then()
                .statusCode(200)
                .contentType("text/csv");
    }

    @Test
    void before_the_vote_nothing_is_encumbered() {
        approve(selectionOne, 1, one, harbor, "9999.99");
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, "9999.99").statusCode(200).body("award.price.amount", is("9999.99"));
        String contract = draft(process);
        sign(contract, "signatures/district", "cfo", 200, null);

        put(officer(), "/contracts/" + contract + "/execution", null)
                .statusCode(409)
                .body("type", endsLike("not-appropriated"));
    }

    @Test
    void from_fifty_thousand_on_the_mayor_approves() {
        approve(selectionOne, 1, one, harbor, "50000.00");
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, "50000.00").statusCode(200);

        officer()
                .get("/contracts/" + draft(process))
                .then()
                .body("missing", contains("partner", "superintendent", "appropriation", "mayor", "district"));
    }
}
