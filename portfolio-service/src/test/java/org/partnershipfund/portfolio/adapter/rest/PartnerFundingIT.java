package org.partnershipfund.portfolio.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.DIRECTOR;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.STRANGER;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.TEAM_LEAD;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.partner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerPartner;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.registerProgram;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.team;
import static org.partnershipfund.portfolio.adapter.rest.PortfolioDoors.today;
import static org.partnershipfund.portfolio.adapter.rest.SpokenEvents.say;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.adapter.Tables;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.ProblemAnswers;
import org.partnershipfund.testkit.Tokens;

/** A partner sees what became of its programs (policy catalogue §8). */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "portfolio"))
class PartnerFundingIT {

    private static final String PERKINS = "00350231";
    private static final String LEE = "00350001";
    private static final int THIS_YEAR = FiscalYear.of(today()).endYear();

    private String alliance = "";
    private String homework = "";
    private String sailing = "";

    @BeforeEach
    void a_partner_with_two_programs() {
        alliance = registerPartner(DIRECTOR, "Harbor Youth Alliance").path("id");
        registerPartner(STRANGER, "Another").then().statusCode(201);
        homework = registerProgram(DIRECTOR, alliance, "Harbor Homework Club").path("id");
        sailing = registerProgram(DIRECTOR, alliance, "Harbor Sailing").path("id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void a_partner_sees_how_many_schools_chose_it_what_is_contracted_and_paid_and_when_it_ends() {
        var perkins = UUID.randomUUID();
        var lee = UUID.randomUUID();
        approve(perkins, 1, PERKINS, line(homework, "100.00"), line(homework, "50.00"), line(sailing, "10.00"));
        approve(perkins, 2, PERKINS, line(homework, "120.00"));
        approve(lee, 1, LEE, line(homework, "30.25"));
        var contract = contract(homework, "150.25", "2019-06-30");
        pay(contract, "40.00");
        pay(contract, "2.50");

        awaitFunding(funding -> funding.body("items", hasSize(1))
                .body("items[0].programId", equalTo(homework))
                .body("items[0].programName", equalTo("Harbor Homework Club"))
                .body("items[0].fiscalYear", equalTo(THIS_YEAR))
                .body("items[0].schools", equalTo(2))
                .body("items[0].chosen.amount", equalTo("150.25"))
                .body("items[0].contracts", equalTo(1))
                .body("items[0].contracted.amount", equalTo("150.25"))
                .body("items[0].paid.amount", equalTo("42.50"))
                .body("items[0].fundingEndsOn", equalTo("2019-06-30")));
    }

    @Test
    void what_schools_chose_takes_places_and_few_pupils_count_as_ten() {
        approve(UUID.randomUUID(), 1, PERKINS, line(homework, "100.00", 45), line(homework, "100.00", 3));
        var given = UUID.randomUUID();
        approve(given, 1, LEE, line(homework, "100.00", 100));
        withdraw(given, 1, LEE);
        approve(UUID.randomUUID(), 1, LEE, line(homework, "100.00", 5));

        soon().untilAsserted(() -> given().queryParam("q", "homework")
                .get("/programs/search")
                .then()
                .statusCode(200)
                .body("items[0].capacityLeft", equalTo(400 - 45 - 10 - 10)));
    }

    @Test
    void what_is_heard_twice_late_or_in_the_wrong_order_counts_once() {
        var perkins = UUID.randomUUID();
        var lee = UUID.randomUUID();
        var contract = UUID.randomUUID();
        withdraw(lee, 1, LEE);
        approve(lee, 1, LEE, line(homework, "30.00"));
        approve(perkins, 2, PERKINS, line(sailing, "20.00"));
        approve(perkins, 1, PERKINS, line(homework, "10.00"));
        var invoice = UUID.randomUUID();
        pay(invoice, contract, "5.00");
        pay(invoice, contract, "5.00");
        contract(contract, sailing, "20.00", "2019-05-31");
        contract(contract, sailing, "20.00", "2019-05-31");
        say(Events.INVOICE_PAID, contract.toString(), "{\"invoiceId\": 7");

        awaitFunding(funding -> funding.body("items", hasSize(1))
                .body("items[0].programId", equalTo(sailing))
                .body("items[0].schools", equalTo(1))
                .body("items[0].chosen.amount", equalTo("20.00"))
                .body("items[0].contracted.amount", equalTo("20.00"))
                .body("items[0].paid.amount", equalTo("5.00"))
                .body("items[0].fundingEndsOn", equalTo("2019-05-31")));
    }

    @Test
    void payments_in_parts_count_from_the_first_on_and_what_a_credit_note_gave_back_counts_no_more() {
        var contract = contract(homework, "100.00", "2019-06-30");
        var invoice = UUID.randomUUID();
        var first = UUID.randomUUID();
        payPart(first, invoice, contract, "30.00", "10.00");
        payPart(first, invoice, contract, "30.00", "10.00");
        awaitFunding(funding -> funding.body("items[0].paid.amount", equalTo("30.00")));

        payPart(UUID.randomUUID(), invoice, contract, "10.00", "0.00");
        pay(invoice, contract, "40.00");
        // Its first payment was made before anybody listened: what is told at the end has it.
        var older = UUID.randomUUID();
        payPart(UUID.randomUUID(), older, contract, "1.00", "0.00");
        pay(older, contract, "6.00");
        awaitFunding(funding -> funding.body("items[0].paid.amount", equalTo("46.00")));

        var note = UUID.randomUUID();
        credit(note, invoice, contract, "15.00", "12.50");
        credit(note, invoice, contract, "15.00", "12.50");
        credit(UUID.randomUUID(), invoice, contract, "3.00", "0.00");
        credit(UUID.randomUUID(), invoice, contract, "3.00", "-1.00");
        awaitFunding(funding -> funding.body("items[0].paid.amount", equalTo("33.50"))
                .body("items[0].contracted.amount", equalTo("100.00")));
    }

    @Test
    void a_withdrawn_selection_counts_no_more_and_one_approved_anew_does() {
        var perkins = UUID.randomUUID();
        approve(perkins, 1, PERKINS, line(homework, "10.00"), line(sailing, "5.00"));
        awaitFunding(funding -> funding.body("items", hasSize(2)));
        withdraw(perkins, 1, PERKINS);
        awaitFunding(funding -> funding.body("items", hasSize(0)));
        approve(perkins, 2, PERKINS, line(homework, "9.00"));

        awaitFunding(funding -> funding.body("items", hasSize(1))
                .body("items[0].chosen.amount", equalTo("9.00"))
                .body("items[0].contracts", equalTo(0))
                .body("items[0].paid.amount", equalTo("0.00"))
                .body("items[0].fundingEndsOn", nullValue()));
    }

    @Test
    void a_selection_that_is_returned_after_its_approval_counts_no_more() {
        var perkins = UUID.randomUUID();
        approve(perkins, 1, PERKINS, line(homework, "10.00"));
        awaitFunding(funding -> funding.body("items", hasSize(1)));

        say(Events.SELECTION_RETURNED, perkins.toString(), """
                {"selectionId": "%s", "version": 1, "fundId": "018f3b5e-0000-7000-8000-000000002019",
                 "schoolCode": "%s", "returnedBy": "reservation", "returnedAt": "2018-02-01T15:00:00Z"}
                """.formatted(perkins, PERKINS));

        awaitFunding(funding -> funding.body("items", hasSize(0)));
    }

    @Test
    void the_list_pages_by_year_and_program_and_is_for_the_partner_and_the_offices() {
        approve(UUID.randomUUID(), 1, PERKINS, line(homework, "10.00"), line(sailing, "5.00"));
        awaitFunding(funding -> funding.body("items", hasSize(2)));

        String next = partner(DIRECTOR)
                .queryParam("limit", 1)
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .path("next");
        partner(DIRECTOR)
                .queryParam("limit", 1)
                .queryParam("after", next)
                .get(path())
                .then()
                .body("items.programId", equalTo(List.of(sailing)))
                .body("next", nullValue());
        partner(DIRECTOR)
                .queryParam("fiscalYear", THIS_YEAR + 1)
                .get(path())
                .then()
                .body("items", hasSize(0));
        team(TEAM_LEAD).get(path()).then().statusCode(200).body("items", hasSize(2));
        given().auth()
                .oauth2(Tokens.of("auditor", "records-auditor"))
                .get(path())
                .then()
                .statusCode(200);
        partner(DIRECTOR)
                .accept("text/csv")
                .get(path())
                .then()
                .statusCode(200)
                .body(startsWith("program_id,program_name,fiscal_year,schools"));
        ProblemAnswers.check(partner(STRANGER).get(path()), 404, "no-such-partner");
        ProblemAnswers.check(given().get(path()), 401, "not-signed-in");
        ProblemAnswers.check(
                given().auth().oauth2(Tokens.of("leader", "school-leader")).get(path()), 403, "not-allowed");
        ProblemAnswers.check(partner(DIRECTOR).queryParam("fiscalYear", 1).get(path()), 400, "invalid-parameter");
    }

    private String path() {
        return "/partners/" + alliance + "/funding";
    }

    private void awaitFunding(Consumer<ValidatableResponse> expected) {
        soon().untilAsserted(() ->
                expected.accept(partner(DIRECTOR).get(path()).then().statusCode(200)));
    }

    private static void approve(UUID selection, int version, String school, String... lines) {
        say(Events.SELECTION_APPROVED, selection.toString(), """
                {"selectionId": "%s", "version": %d,
                 "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                 "fundId": "018f3b5e-0000-7000-8000-000000002019", "fiscalYear": %d, "schoolCode": "%s",
                 "total": {"amount": "1.00", "currency": "USD"}, "lines": [%s],
                 "decisions": [], "approvedAt": "2018-01-26T15:00:00Z"}
                """.formatted(
                        selection, version, THIS_YEAR, school, String.join(",", lines)));
    }

    private String line(String program, String amount) {
        return line(program, amount, 30);
    }

    private String line(String program, String amount, int pupils) {
        return """
                {"lineId": "%s", "programId": "%s", "programName": "A program", "partnerId": "%s",
                 "partnerName": "Harbor Youth Alliance", "serviceArea": "afterschool-and-recreation",
                 "priceSheetVersion": 1, "priceCode": "year", "unit": "agreed",
                 "unitPrice": {"amount": "%s", "currency": "USD"}, "quantity": 1, "pupils": %d,
                 "amount": {"amount": "%s", "currency": "USD"}, "serviceFrom": "2018-09-04", "serviceUntil": "2019-06-21"}
                """.formatted(UUID.randomUUID(), program, alliance, amount, pupils, amount);
    }

    private static void withdraw(UUID selection, int version, String school) {
        say(Events.SELECTION_WITHDRAWN, selection.toString(), """
                {"selectionId": "%s", "version": %d, "fundId": "018f3b5e-0000-7000-8000-000000002019",
                 "schoolCode": "%s", "withdrawnAt": "2018-02-01T15:00:00Z"}
                """.formatted(selection, version, school));
    }

    private UUID contract(String program, String amount, String endsOn) {
        var contract = UUID.randomUUID();
        contract(contract, program, amount, endsOn);
        return contract;
    }

    private void contract(UUID contract, String program, String amount, String endsOn) {
        say(Events.CONTRACT_EXECUTED, UUID.randomUUID().toString(), """
                {"contractId": "%s", "processId": "018f3b5e-0000-7000-8000-000000001001",
                 "fundId": "018f3b5e-0000-7000-8000-000000002019", "fiscalYear": %d, "programId": "%s",
                 "partnerId": "%s", "amount": {"amount": "%s", "currency": "USD"}, "startsOn": "2018-07-01",
                 "endsOn": "%s", "shares": [], "executedAt": "2018-07-02T15:00:00Z"}
                """.formatted(
                        contract, THIS_YEAR, program, alliance, amount, endsOn));
    }

    private void pay(UUID contract, String amount) {
        pay(UUID.randomUUID(), contract, amount);
    }

    private void pay(UUID invoice, UUID contract, String amount) {
        say(Events.INVOICE_PAID, contract.toString(), """
                {"invoiceId": "%s", "contractId": "%s", "processId": "018f3b5e-0000-7000-8000-000000001001",
                 "fundId": "018f3b5e-0000-7000-8000-000000002019", "fiscalYear": %d, "partnerId": "%s",
                 "amount": {"amount": "%s", "currency": "USD"}, "payments": [], "paidAt": "2018-11-15T15:00:00Z"}
                """.formatted(invoice, contract, THIS_YEAR, alliance, amount));
    }

    private void payPart(UUID payment, UUID invoice, UUID contract, String amount, String stillDue) {
        say(Events.INVOICE_PAYMENT_MADE, contract.toString(), """
                {"invoiceId": "%s", "contractId": "%s", "processId": "018f3b5e-0000-7000-8000-000000001001",
                 "fundId": "018f3b5e-0000-7000-8000-000000002019", "fiscalYear": %d, "partnerId": "%s",
                 "paymentId": "%s", "reference": "EFT-%s", "paidOn": "2018-11-15",
                 "amount": {"amount": "%s", "currency": "USD"},
                 "payments": [{"schoolCode": "%s", "amount": {"amount": "%s", "currency": "USD"}}],
                 "stillDue": {"amount": "%s", "currency": "USD"}, "madeAt": "2018-11-15T15:00:00Z"}
                """.formatted(
                        invoice, contract, THIS_YEAR, alliance, payment, payment, amount, PERKINS, amount, stillDue));
    }

    private void credit(UUID note, UUID invoice, UUID contract, String amount, String returned) {
        say(Events.INVOICE_CREDITED, contract.toString(), """
                {"invoiceId": "%s", "contractId": "%s", "processId": "018f3b5e-0000-7000-8000-000000001001",
                 "fundId": "018f3b5e-0000-7000-8000-000000002019", "fiscalYear": %d, "partnerId": "%s",
                 "creditNoteId": "%s", "schoolCode": "%s", "amount": {"amount": "%s", "currency": "USD"},
                 "returned": {"amount": "%s", "currency": "USD"}, "creditedAt": "2018-12-15T15:00:00Z"}
                """.formatted(
                        invoice, contract, THIS_YEAR, alliance, note, PERKINS, amount, returned));
    }
}
