package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractPaper;
import org.partnershipfund.procurement.contract.ContractPaper.Status;
import org.partnershipfund.procurement.contract.PaperKind;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.usecase.AmendContract;
import org.partnershipfund.testkit.BackboneResource;

/** docs/policy/contracts.md, through the doors, with the real ledger; its books agree with its papers after each story. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class ContractLifeIT extends BuyingStory {

    private static final Map<String, String> WHY = Map.of("reason", "The partner closed its site");

    @Inject
    Papers papers;

    @Inject
    AmendContract amendContract;

    /** A contract of one school, bought by a call-off. */
    private String drafted(String dollars) {
        approve(selectionOne, 1, one, harbor, dollars);
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, dollars).statusCode(200);
        return draft(process);
    }

    private String executed(String dollars) {
        String contract = drafted(dollars);
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        return contract;
    }

    private static String processOf(String contract) {
        return officer().get("/contracts/" + contract).then().extract().path("processId");
    }

    private static String shareOf(String contract) {
        return officer().get("/contracts/" + contract).then().extract().path("shares[0].reservationId");
    }

    private void verify(String invoice, boolean delivered, int status) {
        put(
                        leader(leaderOne),
                        "/invoices/" + invoice + "/verifications/" + one,
                        Map.of("delivered", delivered, "note", "As seen"))
                .statusCode(status);
    }

    private void pay(String invoice) {
        verify(invoice, true, 200);
        put(officer(), "/invoices/" + invoice + "/certification", null).statusCode(200);
        put(as("city-auditor"), "/invoices/" + invoice + "/receipt", null).statusCode(200);
        put(as("budget-office"), "/invoices/" + invoice + "/payment", Map.of("reference", "EFT-" + UUID.randomUUID()))
                .statusCode(200);
    }

    private void lineHolds(String account, String dollars) {
        line(one).body("items[0].balance." + account + ".amount", is(dollars));
    }

    private ValidatableResponse end(String contract, String how) {
        return put(officer(), "/contracts/" + contract + "/" + how, WHY);
    }

    /** An invoice for days that earlier ones of these numbers have too. */
    private ValidatableResponse another(String contract, String number, String dollars, String... continues) {
        Map<String, Object> line = new HashMap<>(service(one, today(), today(), dollars));
        line.put("continues", List.of(continues));
        return post(partner(), "/invoices", Map.of("contractId", contract, "number", number, "lines", List.of(line)));
    }

    private static ValidatableResponse propose(String contract, @Nullable String amount, String... unitPrice) {
        Map<String, Object> body = new HashMap<>(Map.of("need", "Twelve more pupils joined in October"));
        if (amount != null) {
            body.put("shares", List.of(Map.of("reservationId", shareOf(contract), "amount", dollars(amount))));
        }
        if (unitPrice.length == 2) {
            body.put(
                    "unitPrice",
                    Map.of("unit", "cent", "before", dollars(unitPrice[0]), "after", dollars(unitPrice[1])));
        }
        String tag = officer().get("/contracts/" + contract).then().extract().header("ETag");
        return officer()
                .header("If-Match", tag)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/contracts/" + contract + "/amendments")
                .then();
    }

    @Test
    void a_terminated_contract_gives_back_what_nobody_is_owed_and_its_school_selects_again() {
        String contract = executed("9000.00");
        pay(invoice(contract, "T-1", today(), "2000.00")
                .statusCode(201)
                .extract()
                .path("id"));
        String underway = another(contract, "T-2", "1500.00", "T-1")
                .statusCode(201)
                .extract()
                .path("id");

        end(contract, "termination")
                .statusCode(200)
                .body("state", is("terminated"))
                .body("active", is(false))
                .body("ended.reason", is("The partner closed its site"))
                .body("ended.released.amount.amount", contains("5500.00"));

        lineHolds("encumbered", "1500.00");
        lineHolds("available", "96500.00");
        invoice(contract, "T-3", today(), "1.00").statusCode(409).body("type", endsLike("contract-ended"));
        end(contract, "termination").statusCode(409).body("type", endsLike("contract-ended"));
        propose(contract, null).statusCode(409).body("type", endsLike("contract-ended"));
        put(officer(), "/contracts/" + contract + "/settlement", null)
                .statusCode(409)
                .body("type", endsLike("nothing-to-settle"));
        verify(underway, false, 200);
        put(officer(), "/contracts/" + contract + "/settlement", null)
                .statusCode(200)
                .body("ended.released.amount.amount", contains("5500.00", "1500.00"));
        lineHolds("encumbered", "0.00");
        lineHolds("expended", "2000.00");
        approve(selectionOne, 2, one, harbor, "3000.00");
        lineHolds("reserved", "3000.00");
        assertThat(said.about(processOf(contract)))
                .containsExactly(
                        "ProcessOpened",
                        "AwardMade",
                        "ContractExecuted",
                        "PurchaseOrderIssued",
                        "InvoicePaymentMade",
                        "InvoicePaid",
                        "ContractTerminated",
                        "ContractTerminated");
        assertThat(said.latest(processOf(contract), "ContractTerminated")).contains("2000.00", "\"executed\":true");
    }

    @Test
    void a_draft_that_is_given_up_frees_what_was_reserved_for_it() {
        String contract = drafted("20000.00");
        signAsPartner(contract, true).statusCode(200);
        end(contract, "termination").statusCode(409).body("type", endsLike("contract-state-not-now"));

        end(contract, "abandonment").statusCode(200).body("state", is("abandoned"));

        lineHolds("reserved", "0.00");
        lineHolds("available", "100000.00");
        signAsPartner(contract, true).statusCode(409).body("type", endsLike("contract-ended"));
        end(contract, "abandonment").statusCode(409).body("type", endsLike("contract-ended"));
        officer()
                .get("/contracts?state=abandoned&fundId=" + fund)
                .then()
                .body("items.id", contains(contract))
                .body("items.state", contains("abandoned"));
        approve(selectionOne, 2, one, mystic, "5000.00");
        lineHolds("reserved", "5000.00");
        assertThat(said.latest(processOf(contract), "ContractTerminated")).contains("\"executed\":false", "0.00");
    }

    @Test
    void a_school_buys_more_by_an_amendment_out_of_what_its_amended_selection_set_aside() {
        String contract = executed("8000.00");
        String path = "/contracts/" + contract;
        propose(contract, "10000.00", "0.01", "0.01").statusCode(409).body("type", endsLike("increase-not-reserved"));
        approve(selectionOne, 2, one, harbor, "10000.01");
        lineHolds("reserved", "2000.01");
        lineHolds("available", "89999.99");
        propose(contract, "10000.01", "0.01", "0.01").statusCode(422).body("type", endsLike("increase-too-large"));
        propose(contract, "10000.00").statusCode(422).body("type", endsLike("unit-price-missing"));
        propose(contract, "10000.00", "0.01", "0.02").statusCode(422).body("type", endsLike("unit-price-rises"));
        propose(contract, "10000.00", "0.02", "0.02")
                .statusCode(422)
                .body("type", endsLike("unit-price-not-of-the-award"))
                .body("detail", containsString("cent (cent) at $0.01"));
        propose(contract, null).statusCode(422).body("type", endsLike("nothing-to-amend"));

        propose(contract, "10000.00", "0.01", "0.01")
                .statusCode(201)
                .body("amount.amount", is("8000.00"))
                .body("amendments.state", contains("proposed"))
                .body("amendments[0].missing", contains("partner", "superintendent", "appropriation", "district"));
        propose(contract, "9000.00", "0.01", "0.01").statusCode(409).body("type", endsLike("amendment-pending"));

        String amendment = path + "/amendments/1";
        put(officer(), amendment + "/execution", null).statusCode(409).body("type", endsLike("contract-not-complete"));
        sign(contract, "amendments/1/signatures/district", "cfo", 409, "step-too-early");
        put(partner(), amendment + "/signatures/partner", Map.of("taxAttestation", true, "nonCollusion", false))
                .statusCode(422)
                .body("type", endsLike("attestation-missing"));
        put(partner(), amendment + "/signatures/partner", Map.of("taxAttestation", true, "nonCollusion", true))
                .statusCode(200);
        sign(contract, "amendments/1/approvals/superintendent", "district-superintendent", 200, null);
        sign(contract, "amendments/1/certifications/appropriation", "city-auditor", 200, null);
        sign(contract, "amendments/1/approvals/mayor", "mayor", 409, "step-not-demanded");
        sign(contract, "amendments/1/signatures/district", "district-superintendent", 422, "same-person");
        sign(contract, "amendments/1/signatures/district", "cfo", 200, null);
        sign(contract, "amendments/2/signatures/district", "cfo", 404, "no-such-amendment");
        put(officer(), amendment + "/execution", null)
                .statusCode(200)
                .body("amount.amount", is("10000.00"))
                .body("originalAmount.amount", is("8000.00"))
                .body("shares.amount.amount", contains("8000.00", "2000.00"))
                .body("amendments.state", contains("agreed"));

        lineHolds("encumbered", "10000.00");
        lineHolds("reserved", "0.00");
        lineHolds("available", "90000.00");
        assertThat(said.latest(selectionOne.toString(), "SelectionContracted"))
                .contains("\"version\":2", "\"10000.00\"");
        // The amendment took a cent less than was set aside; the next version sets it aside anew.
        approve(selectionOne, 3, one, harbor, "10000.01");
        lineHolds("reserved", "0.01");
        invoice(contract, "A-1", today(), "10000.01")
                .statusCode(422)
                .body("type", endsLike("invoice-exceeds-encumbrance"));
        pay(invoice(contract, "A-2", today(), "9500.00")
                .statusCode(201)
                .extract()
                .path("id"));
        lineHolds("expended", "9500.00");
        propose(contract, "7000.00").statusCode(422).body("type", endsLike("share-is-owed"));
        end(contract, "completion").statusCode(409).body("type", endsLike("contract-not-complete-yet"));
        pay(another(contract, "A-3", "500.00", "A-2").statusCode(201).extract().path("id"));
        end(contract, "completion")
                .statusCode(200)
                .body("state", is("completed"))
                .body("ended.released", hasSize(0));
        assertThat(said.about(processOf(contract))).contains("ContractAmended", "ContractCompleted");
    }

    @Test
    void a_school_buys_less_and_the_difference_goes_back_to_its_line() {
        String contract = executed("8000.00");

        propose(contract, "5000.00").statusCode(201).body("amendments[0].missing", contains("partner", "district"));
        put(
                        partner(),
                        "/contracts/" + contract + "/amendments/1/signatures/partner",
                        Map.of("taxAttestation", true, "nonCollusion", true))
                .statusCode(200);
        sign(contract, "amendments/1/signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/amendments/1/execution", null)
                .statusCode(200)
                .body("amount.amount", is("5000.00"));

        lineHolds("encumbered", "5000.00");
        lineHolds("available", "95000.00");
        assertThat(said.latest(selectionOne.toString(), "SelectionContracted"))
                .contains("\"version\":1", "\"5000.00\"");
        officer().get("/contracts/" + contract + "/amendments").then().body("number", contains(1));
        // What a newer version asks for beyond what the contract holds now is asked for anew.
        approve(selectionOne, 2, one, harbor, "8000.00");
        lineHolds("reserved", "3000.00");
        approve(selectionOne, 3, one, harbor, "5000.00");
        lineHolds("reserved", "0.00");
        assertThat(said.latest(selectionOne.toString(), "SelectionContracted"))
                .contains("\"version\":3", "\"5000.00\"");
    }

    @Test
    void a_completed_contract_leaves_what_was_paid_and_takes_nothing_more() {
        String contract = executed("8000.00");
        pay(invoice(contract, "C-1", today(), "8000.00")
                .statusCode(201)
                .extract()
                .path("id"));
        end(contract, "completion").statusCode(200).body("state", is("completed"));

        approve(selectionOne, 2, one, harbor, "8000.01");
        assertThat(said.latest(selectionOne.toString(), "ReservationRefused"))
                .contains("is completed", "no more than $8,000.00", "a line of its own");
        lineHolds("reserved", "0.00");
        approve(selectionOne, 3, one, harbor, "8000.00");
        assertThat(said.about(selectionOne.toString())).endsWith("FundsReserved", "SelectionContracted");
    }

    @Test
    void a_sole_source_grows_only_within_what_was_determined() {
        approve(selectionOne, 1, one, harbor, "8000.00");
        String process = open(harbor, soleSource(harbor, "9000.00"));
        award(process, harbor).statusCode(200);
        String contract = draft(process);
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        approve(selectionOne, 2, one, harbor, "10000.00");

        propose(contract, "9000.01", "5.00", "5.00")
                .statusCode(422)
                .body("type", endsLike("determination-exceeded"))
                .body("detail", containsString("$9,000.01"));
        propose(contract, "9000.00", "5.00", "5.00").statusCode(201);
        put(
                        partner(),
                        "/contracts/" + contract + "/amendments/1/signatures/partner",
                        Map.of("taxAttestation", true, "nonCollusion", true))
                .statusCode(200);
        long seen = IfMatch.version(
                officer().get("/contracts/" + contract).then().extract().header("ETag"));
        // Who may sign for the district is the dated rule, as for the contract itself, whomever a door lets in.
        assertThatThrownBy(() -> amendContract.sign(
                        new ContractId(UUID.fromString(contract)),
                        seen,
                        1,
                        Step.DISTRICT,
                        new Person("issuer", "a mayor"),
                        Set.of("mayor"),
                        null,
                        false,
                        new Sight(true, Set.of(), Set.of())))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("cfo, deputy-cfo, district-superintendent");
        sign(contract, "amendments/1/signatures/district", "district-superintendent", 200, null);
        put(officer(), "/contracts/" + contract + "/amendments/1/execution", null)
                .statusCode(200)
                .body("amount.amount", is("9000.00"));
        officer().get("/processes/" + process).then().body("value.amount", is("9000.00"));
        lineHolds("reserved", "0.00");
    }

    @Test
    void what_was_set_aside_for_an_amendment_goes_back_when_the_contract_ends() {
        String contract = executed("8000.00");
        approve(selectionOne, 2, one, harbor, "9000.00");
        propose(contract, "9000.00", "0.01", "0.01").statusCode(201);

        end(contract, "termination").statusCode(200).body("amendments.state", contains("withdrawn"));

        lineHolds("reserved", "0.00");
        lineHolds("encumbered", "0.00");
        lineHolds("available", "100000.00");
    }

    @Test
    void while_a_contract_is_suspended_nothing_is_certified_and_nothing_of_these_days_invoiced() {
        String contract = executed("9000.00");
        String invoice = invoice(contract, "S-1", today(), "1000.00")
                .statusCode(201)
                .extract()
                .path("id");
        verify(invoice, true, 200);
        end(contract, "suspension")
                .statusCode(200)
                .body("state", is("suspended"))
                .body("active", is(false));
        end(contract, "suspension").statusCode(409).body("type", endsLike("contract-state-not-now"));

        put(officer(), "/invoices/" + invoice + "/certification", null)
                .statusCode(409)
                .body("type", endsLike("contract-state-not-now"));
        invoice(contract, "S-2", today(), "1.00").statusCode(422).body("type", endsLike("service-while-suspended"));
        propose(contract, "8000.00").statusCode(409).body("type", endsLike("contract-state-not-now"));

        end(contract, "reinstatement")
                .statusCode(200)
                .body("state", is("executed"))
                .body("pauses.reason", contains("The partner closed its site"));
        put(officer(), "/invoices/" + invoice + "/certification", null).statusCode(200);
        another(contract, "S-3", "1.00", "S-1").statusCode(201);
    }

    @Test
    void the_papers_are_checked_on_the_day_the_contract_binds() {
        String contract = drafted("20000.00");
        vote();
        officer()
                .get("/contracts/" + contract + "/papers")
                .then()
                .statusCode(200)
                .body("valid", is(false))
                .body("reason", containsString("tax-attestation is missing"));
        signAsPartner(contract, true).statusCode(200);
        sign(contract, "certifications/appropriation", "city-auditor", 200, null);
        sign(contract, "approvals/superintendent", "district-superintendent", 200, null);
        sign(contract, "signatures/district", "cfo", 200, null);
        clear(PaperKind.LIABILITY_INSURANCE, today().minusDays(1), Instant.parse("2018-01-01T00:00:00Z"));

        put(officer(), "/contracts/" + contract + "/execution", null)
                .statusCode(409)
                .body("type", endsLike("contract-papers-not-valid"))
                .body("detail", containsString("liability-insurance expired"));
        clear(PaperKind.LIABILITY_INSURANCE, today(), Instant.parse("2018-01-02T00:00:00Z"));
        put(officer(), "/contracts/" + contract + "/execution", null)
                .statusCode(200)
                .body("papersDueOn", is(year().firstDay().minusDays(28).toString()))
                .body("requisition", startsWith("REQ-"));
        partner()
                .get("/contracts/" + contract + "/papers")
                .then()
                .statusCode(200)
                .body("valid", is(true))
                .body("papers.kind", contains("tax-attestation", "non-collusion", "liability-insurance"))
                .body("papers.status", hasItem("in-order"));
        // A renewal that begins tomorrow takes nothing from today, and a finding of today counts; told twice, it is the
        // same.
        clear(PaperKind.LIABILITY_INSURANCE, today().plusDays(1), null, Instant.parse("2018-01-03T00:00:00Z"));
        officer()
                .get("/contracts/" + contract + "/papers")
                .then()
                .body("valid", is(true))
                .body("papers.expiresOn", hasItem(today().toString()));
        clear(PaperKind.BACKGROUND_CHECKS, today().plusDays(1), null, Instant.parse("2018-01-03T00:00:00Z"));
        clear(PaperKind.BACKGROUND_CHECKS, today().plusDays(1), null, Instant.parse("2018-01-03T00:00:00Z"));
        officer()
                .get("/contracts/" + contract + "/papers")
                .then()
                .body("valid", is(false))
                .body("reason", containsString("background-checks counts from " + today().plusDays(1)));
        clear(PaperKind.BACKGROUND_CHECKS, today(), null, Instant.parse("2018-01-04T00:00:00Z"));
        officer().get("/contracts/" + contract + "/papers").then().body("valid", is(true));
        partner()
                .contentType(ContentType.JSON)
                .body(Map.of("taxAttestation", true, "nonCollusion", true))
                .put("/contracts/" + contract + "/papers/attestations")
                .then()
                .statusCode(200)
                .body(
                        "papers[0].expiresOn",
                        is(today().plusMonths(12).minusDays(1).toString()));
        assertThat(said.latest(processOf(contract), "PurchaseOrderIssued")).contains("REQ-", "PO-", one);
    }

    @Test
    void the_contract_is_handed_out_as_a_page_and_as_the_same_pdf_each_time() {
        String contract = executed("9000.00");

        String page = as("city-auditor")
                .accept("text/html")
                .get("/contracts/" + contract + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains(
                        "Contract request form",
                        "Specification",
                        "REQ-",
                        "PO-",
                        "$9,000.00",
                        "School " + one,
                        "district")
                .contains("SHA-256 of what was signed")
                .contains("<th class=\"money\">Amount</th>", "<td class=\"money\">$9,000.00</td>")
                .contains("-fs-table-paginate: paginate");
        byte[] pdf = document(contract);
        assertThat(pdf).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(document(contract)).isEqualTo(pdf);
        leader(leaderTwo)
                .accept("text/html")
                .get("/contracts/" + contract + "/document")
                .then()
                .statusCode(404);
    }

    private byte[] document(String contract) {
        return partner()
                .accept("application/pdf")
                .get("/contracts/" + contract + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private void clear(PaperKind kind, LocalDate expiresOn, Instant at) {
        clear(kind, LocalDate.of(2017, 1, 1), expiresOn, at);
    }

    private void clear(PaperKind kind, LocalDate from, @Nullable LocalDate expiresOn, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        papers.clear(harbor.partner(), new ContractPaper(kind, Status.IN_ORDER, from, expiresOn, at)));
    }
}
