package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.invoice.Invoices;
import org.partnershipfund.procurement.usecase.CloseLines;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** docs/policy/invoices.md behind its doors: in part, in dispute, in several payments, credited, twice, at once. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class InvoicesAreSettledIT extends BuyingStory {

    private final String clerk = UUID.randomUUID().toString();

    @Inject
    Invoices invoices;

    @Inject
    CloseLines closeLines;

    /** A contract below the threshold of signatures: an order suffices, and service may have begun before it. */
    private String contracted(String dollars) {
        approve(selectionOne, 1, one, harbor, dollars);
        String process = open(harbor, callOff());
        awardCalledOff(process, harbor, dollars).statusCode(200);
        String contract = draft(process);
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        return contract;
    }

    private ValidatableResponse send(String contract, String number, Map<?, ?>... lines) {
        return post(partner(), "/invoices", Map.of("contractId", contract, "number", number, "lines", List.of(lines)));
    }

    private Map<String, Object> today(String amount) {
        return service(one, today(), today(), amount);
    }

    private static Map<String, Object> with(Map<String, Object> line, String key, Object value) {
        Map<String, Object> other = new HashMap<>(line);
        other.put(key, value);
        return other;
    }

    private RequestSpecification clerk() {
        return given().auth().oauth2(Tokens.of(clerk, "budget-office"));
    }

    private String received(String contract, String number, String... amounts) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String amount : amounts) {
            lines.add(with(today(amount), "description", "Line " + lines.size()));
        }
        String invoice = post(partner(), "/invoices", Map.of("contractId", contract, "number", number, "lines", lines))
                .statusCode(201)
                .extract()
                .path("id");
        put(leader(leaderOne), path(invoice, "verifications/" + one), Map.of("delivered", true))
                .statusCode(200);
        put(officer(), path(invoice, "certification"), null).statusCode(200);
        put(as("city-auditor"), path(invoice, "receipt"), null).statusCode(200);
        return invoice;
    }

    private static String path(String invoice, String door) {
        return "/invoices/" + invoice + "/" + door;
    }

    private static Map<String, Object> part(int line, String amount) {
        return Map.of("line", line, "amount", dollars(amount));
    }

    private ValidatableResponse pay(String invoice, String reference, List<Map<String, Object>> lines) {
        return put(as("budget-office"), path(invoice, "payment"), Map.of("reference", reference, "lines", lines));
    }

    private ValidatableResponse credit(
            RequestSpecification who, String invoice, String number, int line, String amount) {
        String tag = officer().get("/invoices/" + invoice).then().extract().header("ETag");
        return post(
                who.header("If-Match", tag),
                path(invoice, "credit-notes"),
                Map.of("number", number, "line", line, "amount", dollars(amount), "reason", "Invoiced too much"));
    }

    private static String reference() {
        return "EFT-" + UUID.randomUUID();
    }

    @Test
    void a_school_accepts_in_part_and_disputes_and_the_officer_decides() {
        String contract = contracted("9000.00");
        String invoice = send(contract, "1", today("600.00"), with(today("400.00"), "description", "Materials"))
                .statusCode(201)
                .body("waitsFor", is("school"))
                .body("lines[1].unit", is("lump sum"))
                .body("lines[1].pupilsServed", is(24))
                .extract()
                .path("id");
        put(
                        leader(leaderOne),
                        path(invoice, "verifications/" + one),
                        Map.of(
                                "delivered",
                                true,
                                "lines",
                                List.of(Map.of("line", 2, "accepted", dollars("400.01"), "reason", "More than asked"))))
                .statusCode(422)
                .body("type", endsLike("invoice-line-exceeded"));
        put(
                        leader(leaderOne),
                        path(invoice, "verifications/" + one),
                        Map.of(
                                "delivered",
                                true,
                                "lines",
                                List.of(Map.of("line", 2, "reason", "Neither accepted nor disputed"))))
                .statusCode(400);
        put(
                        leader(leaderOne),
                        path(invoice, "verifications/" + one),
                        Map.of(
                                "delivered",
                                true,
                                "lines",
                                List.of(
                                        Map.of("line", 1, "accepted", dollars("500.00"), "reason", "Four did not come"),
                                        Map.of("line", 2, "disputed", true, "reason", "Nothing arrived"))))
                .statusCode(200)
                .body("state", is("disputed"))
                .body("waitsFor", is("procurement-officer"))
                .body("lines.disputed", contains(false, true));
        put(officer(), path(invoice, "certification"), null)
                .statusCode(409)
                .body("type", endsLike("invoice-step-not-now"));
        put(
                        leader(leaderTwo),
                        path(invoice, "lines/2/decision"),
                        Map.of("accepted", dollars("400.00"), "reason", "Not theirs"))
                .statusCode(404)
                .body("type", endsLike("no-such-invoice"));
        // Nor do they learn that it is there and has changed, or by naming a school of their own.
        leader(leaderTwo)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"987654\"")
                .body(Map.of("accepted", dollars("400.00"), "reason", "Not theirs"))
                .put(path(invoice, "lines/2/decision"))
                .then()
                .statusCode(404)
                .body("type", endsLike("no-such-invoice"));
        leader(leaderTwo)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"987654\"")
                .body(Map.of("delivered", true))
                .put(path(invoice, "verifications/" + two))
                .then()
                .statusCode(404)
                .body("type", endsLike("no-such-invoice"));
        put(
                        leader(leaderOne),
                        path(invoice, "lines/1/decision"),
                        Map.of("accepted", dollars("600.00"), "reason", "Found them"))
                .statusCode(409)
                .body("type", endsLike("line-not-in-dispute"));
        put(
                        officer(),
                        path(invoice, "lines/2/decision"),
                        Map.of("accepted", dollars("150.00"), "reason", "The delivery note shows a part"))
                .statusCode(200)
                .body("state", is("verified"))
                .body("lines.accepted.amount", contains("500.00", "150.00"));
        put(officer(), path(invoice, "certification"), null)
                .statusCode(200)
                .body("lines.certified.amount", contains("500.00", "150.00"));
        put(as("city-auditor"), path(invoice, "receipt"), null).statusCode(200).body("due.amount", is("650.00"));
        pay(invoice, reference(), List.of()).statusCode(200).body("state", is("paid"));
        line(one)
                .body("items[0].balance.expended.amount", is("650.00"))
                .body("items[0].balance.encumbered.amount", is("8350.00"));
        // What was not accepted is open again: all that is left, and not a cent more.
        send(contract, "2", with(today("8350.01"), "continues", List.of("1")))
                .statusCode(422)
                .body("type", endsLike("invoice-exceeds-encumbrance"));
        send(contract, "2", with(today("8350.00"), "continues", List.of("1"))).statusCode(201);
    }

    @Test
    void several_payments_and_credit_notes_settle_an_invoice_and_say_so() {
        String contract = contracted("9000.00");
        String invoice = received(contract, "1", "600.00", "400.00");
        String first = reference();
        pay(invoice, first, List.of(part(1, "100.00")))
                .statusCode(200)
                .body("state", is("partly-paid"))
                .body("due.amount", is("900.00"));
        pay(invoice, first, List.of(part(1, "100.00")))
                .statusCode(409)
                .body("type", endsLike("payment-reference-used"));
        pay(invoice, reference(), List.of(part(1, "500.01")))
                .statusCode(422)
                .body("type", endsLike("invoice-line-exceeded"));
        put(
                        as("budget-office"),
                        path(invoice, "payment"),
                        Map.of(
                                "reference",
                                reference(),
                                "paidOn",
                                today().plusDays(1).toString()))
                .statusCode(422)
                .body("type", endsLike("payment-day-not-possible"));
        credit(as("budget-office"), invoice, "CN-1", 1, "1.00")
                .statusCode(422)
                .body("type", endsLike("separation-of-duties"));
        credit(clerk(), invoice, "CN-1", 1, "600.01").statusCode(422).body("type", endsLike("credit-exceeds-line"));
        credit(clerk(), invoice, "CN-1", 1, "550.00")
                .statusCode(201)
                .body("creditNotes[0].ofDue.amount", is("500.00"))
                .body("creditNotes[0].ofPaid.amount", is("50.00"))
                .body("due.amount", is("400.00"));
        credit(clerk(), invoice, "CN-1", 2, "1.00").statusCode(409).body("type", endsLike("credit-note-number-used"));
        line(one)
                .body("items[0].balance.expended.amount", is("50.00"))
                .body("items[0].balance.encumbered.amount", is("8900.00"))
                .body("items[0].balance.available.amount", is("91050.00"));
        pay(invoice, reference(), List.of())
                .statusCode(200)
                .body("state", is("paid"))
                .body("waitsFor", is("nobody"))
                .body("payments", hasSize(2));
        String process = officer().get("/invoices/" + invoice).then().extract().path("processId");
        assertThat(said.about(process))
                .containsSubsequence("InvoicePaymentMade", "InvoiceCredited", "InvoicePaymentMade", "InvoicePaid")
                .containsOnlyOnce("InvoicePaid");
        assertThat(said.latest(process, "InvoicePaid")).contains("500.00");
        partner()
                .get("/invoices/payment-status?contractId=" + contract)
                .then()
                .statusCode(200)
                .body("items[0].state", is("paid"))
                .body("items[0].paid.amount", is("500.00"))
                .body("items[0].returned.amount", is("50.00"))
                .body("items[0].certified.amount", is("1000.00"));
    }

    @Test
    void the_same_service_is_not_invoiced_twice() {
        String contract = contracted("9000.00");
        send(contract, "1", with(today("100.00"), "unitPrice", dollars("100.01")))
                .statusCode(422)
                .body("type", endsLike("does-not-multiply"));
        send(contract, "1", today("100.00"), today("100.00"))
                .statusCode(422)
                .body("type", endsLike("invoice-line-twice"));
        send(contract, "1", with(today("100.00"), "amount", Map.of("amount", "100.00", "currency", "EUR")))
                .statusCode(400)
                .body("detail", not(is("")));
        send(contract, "1", with(today("100.00"), "quantity", "1.0001")).statusCode(400);
        String first =
                send(contract, "1", today("100.00")).statusCode(201).extract().path("id");
        send(contract, "1", today("200.00")).statusCode(409).body("type", endsLike("invoice-number-used"));
        send(contract, "2", today("200.00")).statusCode(409).body("type", endsLike("period-invoiced-before"));
        send(contract, "2", with(today("200.00"), "continues", List.of("3")))
                .statusCode(422)
                .body("type", endsLike("nothing-to-continue"));
        send(contract, "2", with(today("200.00"), "continues", List.of("1")))
                .statusCode(201)
                .body("lines[0].continues", contains("1"));
        put(leader(leaderOne), path(first, "verifications/" + one), Map.of("delivered", false))
                .statusCode(200)
                .body("state", is("rejected"));
        // Of what was rejected nothing is claimed, so nothing is continued.
        send(contract, "3", with(today("300.00"), "continues", List.of("1", "2")))
                .statusCode(422)
                .body("type", endsLike("nothing-to-continue"));
        send(contract, "3", with(today("300.00"), "continues", List.of("2"))).statusCode(201);
    }

    @Test
    void invoices_payments_and_credits_at_once_never_exceed_by_a_cent() throws Exception {
        String contract = contracted("900.00");
        List<Callable<Integer>> asked = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String number = "at-once-" + i;
            // Different days would not help: all of them want more than half of what is open.
            asked.add(() -> send(contract, number, today("450.01")).extract().statusCode());
        }
        assertThat(atOnce(asked)).containsOnlyOnce(201);

        String invoice = officer()
                .get("/invoices?contractId=" + contract)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        put(leader(leaderOne), path(invoice, "verifications/" + one), Map.of("delivered", true))
                .statusCode(200);
        put(officer(), path(invoice, "certification"), null).statusCode(200);
        put(as("city-auditor"), path(invoice, "receipt"), null).statusCode(200);
        List<Callable<Integer>> payments = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            payments.add(() -> pay(invoice, reference(), List.of(part(1, "225.01")))
                    .extract()
                    .statusCode());
        }
        // Each carries the version that it saw; whoever reads anew finds 225.00 due, a cent less than asked.
        assertThat(atOnce(payments)).containsOnlyOnce(200);
        pay(invoice, reference(), List.of()).statusCode(200).body("state", is("paid"));
        List<Callable<Integer>> credits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String number = "CN-at-once-" + i;
            credits.add(() ->
                    credit(clerk(), invoice, number, 1, "225.01").extract().statusCode());
        }
        assertThat(atOnce(credits)).containsOnlyOnce(201);
        line(one)
                .body("items[0].balance.expended.amount", is("225.00"))
                .body("items[0].balance.encumbered.amount", is("449.99"));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        List<Integer> codes = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (var done : pool.invokeAll(calls)) {
                codes.add(done.get());
            }
        }
        return codes;
    }

    @Test
    void what_comes_back_after_the_funds_year_lapses_at_once() {
        String contract = contracted("9000.00");
        String invoice = received(contract, "1", "600.00");
        pay(invoice, reference(), List.of()).statusCode(200);
        var _ = closeLines.close(fund, year(), "event", Instant.now()).orRefuse();

        credit(clerk(), invoice, "CN-1", 1, "600.00").statusCode(201);

        line(one)
                .body("items[0].balance.available.amount", is("0.00"))
                .body("items[0].balance.lapsed.amount", is("91600.00"))
                .body("items[0].balance.encumbered.amount", is("8400.00"));
    }

    @Test
    void everybody_sees_what_waits_where_and_since_when() {
        String contract = contracted("9000.00");
        String _ = received(contract, "1", "600.00");
        String second = send(contract, "2", with(today("10.00"), "continues", List.of("1")))
                .statusCode(201)
                .extract()
                .path("id");

        as("cfo")
                .get("/invoices/ageing?fundId=" + fund)
                .then()
                .statusCode(200)
                .body("rows.state", contains("received", "submitted"))
                .body("rows.waitsFor", contains("budget-office", "school"))
                .body("rows.fromDays", contains(0, 0))
                .body("rows.untilDays", contains(30, 30))
                .body("open.amount", is("610.00"));
        partner()
                .get("/invoices/payment-status?contractId=" + contract)
                .then()
                .statusCode(200)
                .body("items.waitsFor", contains("budget-office", "school"))
                .body("items[1].waitsForSchools", contains(one))
                .body("items.age", contains(0, 0));
        partner()
                .accept("text/csv")
                .get("/invoices/payment-status?contractId=" + contract)
                .then()
                .statusCode(200)
                .contentType("text/csv");
        leader(leaderOne).get("/invoices/payment-status").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of(UUID.randomUUID().toString(), "partner"))
                .get("/invoices/payment-status?contractId=" + contract)
                .then()
                .body("items", hasSize(0));
        partner().get("/invoices?contractId=" + contract).then().body("items.id", hasItem(second));
    }

    @Test
    void the_bands_are_those_of_the_policy() {
        assertThat(invoices.bands())
                .extracting(band -> List.of(
                        Integer.toString(band.fromDays()),
                        band.untilDays() == null ? "" : Integer.toString(band.untilDays())))
                .isEqualTo(Policy.table("invoices.md", "| from day | until day |"));
    }
}
