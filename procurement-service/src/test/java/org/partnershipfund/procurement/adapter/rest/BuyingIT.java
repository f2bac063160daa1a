package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnershipfund.foundation.caller.PartnerMembers;
import org.partnershipfund.foundation.caller.Person;
import org.partnershipfund.foundation.clock.DistrictClock;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.fixtures.Books;
import org.partnershipfund.procurement.fixtures.Said;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Programs;
import org.partnershipfund.procurement.reservation.ApprovedSelection;
import org.partnershipfund.procurement.usecase.AppropriateLines;
import org.partnershipfund.procurement.usecase.AppropriateLines.Appropriation;
import org.partnershipfund.procurement.usecase.OpenBudgetLine;
import org.partnershipfund.procurement.usecase.OpenBudgetLine.Allocation;
import org.partnershipfund.procurement.usecase.RememberFund;
import org.partnershipfund.procurement.usecase.ReserveSelection;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** From a reserved line to a paid invoice, through the doors, with every no on the way. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class BuyingIT {

    private static final AtomicInteger SCHOOLS = new AtomicInteger(70_000_000);

    @Inject
    RememberFund remember;

    @Inject
    OpenBudgetLine open;

    @Inject
    AppropriateLines appropriate;

    @Inject
    ReserveSelection reserve;

    @Inject
    Programs programs;

    @Inject
    PartnerMembers members;

    @Inject
    Said said;

    @Inject
    Sql sql;

    @Inject
    Ledger ledger;

    private final FundId fund = new FundId(UUID.randomUUID());
    private final String one = school();
    private final String two = school();
    private final UUID selectionOne = UUID.randomUUID();
    private final UUID selectionTwo = UUID.randomUUID();
    private final String area = "area-" + UUID.randomUUID();
    private final Program harbor = program("Harbor");
    private final Program mystic = program("Mystic");
    private final Program charles = program("Charles");
    private final String member = UUID.randomUUID().toString();
    private final String leaderOne = UUID.randomUUID().toString();
    private final String leaderTwo = UUID.randomUUID().toString();

    @BeforeEach
    void two_schools_have_chosen_harbor() {
        var _ = remember.remember(
                        RememberedFund.opened(fund, "Fund " + fund, year(), Money.ofDollars("200000.00"), Books.CHART))
                .orRefuse();
        for (String code : List.of(one, two)) {
            var _ = open.open(new Allocation(
                            fund,
                            year(),
                            new SchoolCode(code),
                            "School " + code,
                            new ResponsibilityCentre("101203"),
                            Money.ofDollars("100000.00"),
                            "event",
                            Books.ON_DECEMBER_8))
                    .orRefuse();
        }
        QuarkusTransaction.requiringNew().run(() -> {
            List.of(harbor, mystic, charles).forEach(programs::remember);
            members.replace(harbor.partner(), List.of(new Person(Tokens.ISSUER, member)));
            members.replace(mystic.partner(), List.of(new Person(Tokens.ISSUER, member)));
        });
        record(leaderOne, one);
        record(leaderTwo, two);
    }

    @AfterEach
    void the_books_balance_and_agree_with_their_papers() {
        var trial = ledger.trialBalance(LedgerSlice.of(fund));
        assertThat(trial.disagreements()).isEmpty();
        assertThat(trial.papers().disagreements()).isEmpty();
        assertThat(trial.balances()).isTrue();
        assertThat(trial.papers().agree()).isTrue();
    }

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
        award(process, harbor)
                .statusCode(200)
                .body("state", is("awarded"))
                .body("award.asChosen", is(true))
                .body("lines.awarded.amount", contains("8000.00", "12000.00"))
                .body("requirements.find { it.id == 'three-quotes' }.by", startsWith("2 quotes of 3 asked"));
        assertThat(said.about(process)).containsExactly("ProcessOpened", "AwardMade");

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
                .containsExactly("ProcessOpened", "AwardMade", "ContractExecuted", "InvoicePaid");
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
        put(leader(leaderOne), path + "/verifications/" + one, Map.of("delivered", true))
                .statusCode(200)
                .body("state", is("submitted"))
                .body("lines", hasSize(1));
        put(leader(leaderTwo), path + "/verifications/" + two, Map.of("delivered", true, "note", "All sessions"))
                .statusCode(200)
                .body("state", is("verified"));
        put(officer(), path + "/certification", null).statusCode(200).body("state", is("certified"));
        put(as("budget-office"), path + "/payment", Map.of("reference", "EFT-1"))
                .statusCode(409);
        put(as("city-auditor"), path + "/receipt", null).statusCode(200).body("state", is("received"));
        put(as("budget-office"), path + "/payment", Map.of("reference", "EFT-1"))
                .statusCode(200)
                .body("state", is("paid"))
                .body("reference", is("EFT-1"));
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
    void another_winner_goes_back_to_the_schools_and_joins_or_leaves() {
        approve(selectionOne, 1, one, harbor, "10000.00");
        approve(selectionTwo, 1, two, harbor, "15000.00");
        String process = open(harbor, competition());
        solicit(process).statusCode(200);
        quote(process, harbor, "24000.00").statusCode(201);
        quote(process, mystic, "20000.00").statusCode(201);
        quote(process, charles, "24000.00").statusCode(201);
        award(process, mystic).statusCode(200).body("award.asChosen", is(false)).body("waitingFor", contains(one, two));
        assertThat(said.about(selectionOne.toString())).containsExactly("FundsReserved", "ProcurementOutcomeDiffers");
        assertThat(said.latest(selectionOne.toString(), "ProcurementOutcomeDiffers"))
                .contains(
                        "\"awardedAmount\":{\"amount\":\"8000.00\"", mystic.id().toString(), "lowest responsible");
        post(officer(), "/contracts", drafting(process))
                .statusCode(409)
                .body("type", endsLike("process-not-ready"))
                .body("detail", containsString(one));

        approve(selectionOne, 2, one, mystic, "7999.99");
        assertThat(said.latest(selectionOne.toString(), "ReservationRefused")).contains("at least the awarded price");
        approve(selectionOne, 3, one, mystic, "9000.00");
        officer().get("/processes/" + process).then().body("waitingFor", contains(two));
        withdraw(selectionTwo, two);

        officer()
                .get("/processes/" + process)
                .then()
                .body("waitingFor", hasSize(0))
                .body("lines.schoolCode", contains(one))
                .body("lines.awarded.amount", contains("8000.00"));
        String contract = draft(process);
        officer()
                .get("/contracts/" + contract)
                .then()
                .body("amount.amount", is("8000.00"))
                .body("program.programId", is(mystic.id().toString()))
                .body("steps.step", contains("district"));
        approve(selectionOne, 4, one, harbor, "1.00");
        assertThat(said.latest(selectionOne.toString(), "ReservationRefused")).contains("under contract");
        vote();
        sign(contract, "signatures/district", "deputy-cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        line(one)
                .body("items[0].balance.encumbered.amount", is("8000.00"))
                .body("items[0].balance.available.amount", is("92000.00"));
    }

    @Test
    void many_selections_at_once_never_reserve_more_than_the_line_has() throws Exception {
        List<UUID> selections = new ArrayList<>();
        List<Callable<Boolean>> approvals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            UUID selection = UUID.randomUUID();
            selections.add(selection);
            approvals.add(() -> {
                approve(selection, 1, one, harbor, "3000.00");
                return true;
            });
        }

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> done : threads.invokeAll(approvals)) {
                assertThat(done.get()).isTrue();
            }
        }

        assertThat(selections.stream().map(selection -> said.about(selection.toString())))
                .filteredOn(List.of("FundsReserved")::equals)
                .hasSize(33);
        line(one).body("items[0].balance.reserved.amount", is("99000.00"));
    }

    @Test
    void before_the_vote_nothing_is_encumbered() {
        approve(selectionOne, 1, one, harbor, "9999.99");
        String process = open(harbor, callOff());
        award(process, harbor).statusCode(200).body("award.price.amount", is("9999.99"));
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
        award(process, harbor).statusCode(200);

        officer()
                .get("/contracts/" + draft(process))
                .then()
                .body("missing", contains("partner", "superintendent", "appropriation", "mayor", "district"));
    }

    @Test
    void what_belongs_together_is_not_split_unless_the_sum_decides() {
        approve(selectionOne, 1, one, harbor, "60000.00");
        String _ = open(harbor, competition());
        approve(selectionTwo, 1, two, harbor, "40000.01");

        post(officer(), "/processes", opening(harbor, competition(), false))
                .statusCode(422)
                .body("type", endsLike("purchase-is-split"))
                .body("detail", containsString("$100000.01"));
        post(officer(), "/processes", opening(harbor, competition(), true))
                .statusCode(201)
                .body("value.amount", is("100000.01"))
                .body("method", is("sealed-bids-or-proposals"));
    }

    @Test
    void sealed_offers_are_asked_for_in_public_and_opened_in_time() {
        approve(selectionOne, 1, one, harbor, "100000.00");
        approve(selectionTwo, 1, two, harbor, "1000.00");
        String process = open(harbor, competition());
        solicit(process).statusCode(422).body("type", endsLike("solicitation-does-not-fit"));
        notice(process, 13, true).statusCode(422).body("type", endsLike("opening-too-soon"));
        notice(process, 15, false).statusCode(422).body("type", endsLike("notice-places-missing"));
        notice(process, 15, true)
                .statusCode(200)
                .body("solicitation.kind", is("sealed"))
                .body("method", is("sealed-bids-or-proposals"));

        post(
                        officer(),
                        "/processes/" + process + "/proposals",
                        Map.of(
                                "programId",
                                harbor.id(),
                                "price",
                                dollars("90000.00"),
                                "ratings",
                                List.of(Map.of("criterion", "experience", "rating", "advantageous"))))
                .statusCode(409)
                .body("type", endsLike("no-offers-now"))
                .body("detail", containsString("sealed until"));
        quote(process, harbor, "1.00").statusCode(409).body("type", endsLike("no-offers-now"));
        award(process, harbor).statusCode(422).body("type", endsLike("no-such-offer"));
    }

    @ParameterizedTest
    @CsvSource({
        "sole-source, , 1, 422, route-reference-missing",
        "sole-source, letter, 2, 422, sole-source-over-cap",
        "call-off, RFP 1123, 4, 422, term-too-long",
        "barter, x, 1, 400, invalid-request"
    })
    void a_route_must_be_lawful(String kind, String reference, int years, int status, String slug) {
        approve(selectionOne, 1, one, harbor, "30000.00");
        Map<String, Object> route = new java.util.HashMap<>(Map.of("kind", kind, "reasons", "As decided"));
        if (reference != null) {
            route.put("reference", reference);
        }

        post(
                        officer(),
                        "/processes",
                        Map.of("fundId", fund.value(), "programId", harbor.id(), "route", route, "termYears", years))
                .statusCode(status)
                .body("type", endsLike(slug));
    }

    @Test
    void what_is_not_there_or_not_for_you_is_absent() {
        approve(selectionOne, 1, one, harbor, "9000.00");
        String process = open(harbor, callOff());
        award(process, harbor).statusCode(200);
        String contract = draft(process);
        String unknown = UUID.randomUUID().toString();

        post(officer(), "/processes", opening(mystic, competition(), false))
                .statusCode(409)
                .body("type", endsLike("nothing-to-buy"));
        officer().get("/processes/" + unknown).then().statusCode(404).body("type", endsLike("no-such-process"));
        leader(leaderTwo)
                .get("/contracts/" + contract)
                .then()
                .statusCode(404)
                .body("type", endsLike("no-such-contract"));
        leader(leaderTwo).get("/contracts?fundId=" + fund).then().body("items", hasSize(0));
        leader(leaderOne).get("/contracts?fundId=" + fund).then().body("items.id", contains(contract));
        as("partner").get("/contracts/" + contract).then().statusCode(404);
        as("partner").get("/contracts?fundId=" + fund).then().statusCode(200).body("items", hasSize(0));
        post(as("partner"), "/invoices", invoicing(contract, "1", today(), "1.00"))
                .statusCode(404)
                .body("type", endsLike("no-such-contract"));
        post(partner(), "/invoices", invoicing(contract, "1", today(), "1.00"))
                .statusCode(409)
                .body("type", endsLike("contract-not-executed"));
        officer().get("/invoices/" + unknown).then().statusCode(404).body("type", endsLike("no-such-invoice"));
        partner().get("/processes/" + process).then().statusCode(403);
        as("school-leader").get("/processes").then().statusCode(403);
        given().get("/contracts").then().statusCode(401);
        post(as("budget-office"), "/contracts", drafting(process)).statusCode(403);
        post(officer(), "/contracts", drafting(process)).statusCode(409).body("type", endsLike("contract-exists"));
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        approve(selectionOne, 1, one, harbor, "9000.00");
        String process = open(harbor, callOff());
        var award = Map.of("programId", harbor.id(), "justification", "Called off");

        officer()
                .contentType(ContentType.JSON)
                .body(award)
                .put("/processes/" + process + "/award")
                .then()
                .statusCode(428);
        officer()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"99\"")
                .body(award)
                .put("/processes/" + process + "/award")
                .then()
                .statusCode(412)
                .body("type", endsLike("stale-state"));
    }

    @Test
    void only_those_asked_answer_and_each_once() {
        approve(selectionOne, 1, one, harbor, "20000.00");
        String process = open(harbor, competition());
        quote(process, harbor, "1.00").statusCode(409).body("type", endsLike("no-offers-now"));
        solicit(process).statusCode(200);
        quote(process, harbor, "20000.00").statusCode(201).statusCode(201);
        quote(process, harbor, "19000.00").statusCode(409).body("type", endsLike("already-offered"));
        Program stranger = program("Stranger");
        quote(process, stranger, "1.00").statusCode(409).body("type", endsLike("program-not-known"));
        QuarkusTransaction.requiringNew().run(() -> programs.remember(stranger));
        quote(process, stranger, "1.00").statusCode(422).body("type", endsLike("not-asked"));
    }

    @Test
    void the_rules_answer_by_day_and_value() {
        post(
                        as("partnerships-team"),
                        "/procurement-rules/evaluations",
                        Map.of("on", "2018-01-15", "value", dollars("50000.00")))
                .statusCode(200)
                .body("method", is("written-quotes"))
                .body("tier", is(2))
                .body("row", is("method-quotes-2016"))
                .body("requirements.id", hasItem("mayor"));
        post(officer(), "/procurement-rules/evaluations", Map.of("on", "2001-01-15", "value", dollars("1.00")))
                .statusCode(422)
                .body("type", endsLike("rules-not-known"));
        officer()
                .get("/procurement-rules?limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", notNullValue());
        as("partner").get("/procurement-rules").then().statusCode(403);
    }

    private Program program(String name) {
        return new Program(UUID.randomUUID(), UUID.randomUUID(), name, name + " Club", area);
    }

    private static LocalDate today() {
        return LocalDate.now(DistrictClock.ZONE);
    }

    private static FiscalYear year() {
        return FiscalYear.of(today());
    }

    private static String school() {
        return "%08d".formatted(SCHOOLS.getAndIncrement());
    }

    private void approve(UUID selection, int version, String code, Program program, String dollars) {
        var amount = Money.ofDollars(dollars);
        var line = new ApprovedSelection.Line(
                UUID.randomUUID(),
                program.id(),
                program.name(),
                program.partner(),
                program.partnerName(),
                program.serviceArea(),
                amount);
        var _ = reserve.reserve(new ApprovedSelection(
                        selection, version, fund, year(), new SchoolCode(code), amount, List.of(line), "event"))
                .orRefuse();
    }

    private void withdraw(UUID selection, String code) {
        var _ = reserve.withdraw(selection, 1, fund, new SchoolCode(code), "Other plans", "event")
                .orRefuse();
    }

    private void vote() {
        var all = Money.ofDollars("100000.00");
        var _ = appropriate
                .appropriate(new Appropriation(
                        fund,
                        year(),
                        Money.ofDollars("200000.00"),
                        "School Committee",
                        today(),
                        List.of(
                                new Appropriation.Line(new SchoolCode(one), all),
                                new Appropriation.Line(new SchoolCode(two), all)),
                        "vote",
                        Books.ON_MARCH_28))
                .orRefuse();
    }

    private static Map<String, Object> competition() {
        return Map.of("kind", "competition", "reasons", "Several partners could serve");
    }

    private static Map<String, Object> callOff() {
        return Map.of("kind", "call-off", "reasons", "Awarded before", "reference", "RFP 1123");
    }

    private Map<String, Object> opening(Program program, Map<String, Object> route, boolean withEarlier) {
        return Map.of(
                "fundId",
                fund.value(),
                "programId",
                program.id(),
                "route",
                route,
                "termYears",
                1,
                "withEarlier",
                withEarlier);
    }

    private String open(Program program, Map<String, Object> route) {
        return post(officer(), "/processes", opening(program, route, false))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse solicit(String process) {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Program one : List.of(harbor, mystic, charles)) {
            asked.add(Map.of("partnerId", one.partner(), "name", one.partnerName()));
        }
        return put(
                officer(),
                "/processes/" + process + "/solicitation",
                Map.of(
                        "quotes",
                        Map.of(
                                "solicitedOn",
                                today().toString(),
                                "description",
                                "Tutoring, 30 pupils",
                                "asked",
                                asked)));
    }

    private static ValidatableResponse notice(String process, int days, boolean everywhere) {
        List<String> places = new ArrayList<>(List.of("office", "newspaper", "commbuys", "city-record"));
        if (everywhere) {
            places.add("goods-and-services-bulletin");
        }
        return put(
                officer(),
                "/processes/" + process + "/solicitation",
                Map.of(
                        "sealed",
                        Map.of(
                                "noticeOn",
                                today().toString(),
                                "places",
                                places,
                                "opensAt",
                                today().plusDays(days)
                                        .atTime(15, 0)
                                        .atZone(DistrictClock.ZONE)
                                        .toInstant()
                                        .toString())));
    }

    private static ValidatableResponse quote(
            String process, Program program, @org.jspecify.annotations.Nullable String amount) {
        Map<String, Object> body =
                new java.util.HashMap<>(Map.of("programId", program.id(), "quotedOn", today().toString()));
        if (amount == null) {
            body.put("declined", true);
            body.put("reason", "No capacity");
        } else {
            body.put("amount", dollars(amount));
        }
        return post(officer(), "/processes/" + process + "/quotes", body);
    }

    private static ValidatableResponse award(String process, Program program) {
        return put(
                officer(),
                "/processes/" + process + "/award",
                Map.of("programId", program.id(), "justification", "As the file shows"));
    }

    private static Map<String, Object> drafting(String process) {
        return Map.of(
                "processId",
                process,
                "startsOn",
                year().firstDay().toString(),
                "endsOn",
                year().lastDay().toString());
    }

    private static String draft(String process) {
        return post(officer(), "/contracts", drafting(process))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse signAsPartner(String contract, boolean attested) {
        return put(
                partner(),
                "/contracts/" + contract + "/signatures/partner",
                Map.of("taxAttestation", true, "nonCollusion", attested));
    }

    private static void sign(
            String contract, String step, String role, int status, @org.jspecify.annotations.Nullable String slug) {
        var answer = put(as(role), "/contracts/" + contract + "/" + step, null).statusCode(status);
        if (slug != null) {
            answer.body("type", endsLike(slug));
        }
    }

    private ValidatableResponse invoice(String contract, String number, LocalDate from, String... dollars) {
        return post(partner(), "/invoices", invoicing(contract, number, from, dollars));
    }

    private Map<String, Object> invoicing(String contract, String number, LocalDate from, String... dollars) {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (String amount : dollars) {
            asked.add(Map.of(
                    "schoolCode",
                    asked.isEmpty() ? one : two,
                    "serviceFrom",
                    from.toString(),
                    "serviceUntil",
                    today().toString(),
                    "amount",
                    dollars(amount),
                    "description",
                    "Homework club"));
        }
        return Map.of("contractId", contract, "number", number, "lines", asked);
    }

    private ValidatableResponse line(String code) {
        return as("budget-office")
                .get("/budget-lines?fundId=%s&schoolCode=%s".formatted(fund, code))
                .then()
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of(code)));
    }

    private static Map<String, String> dollars(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.as(role));
    }

    private static RequestSpecification officer() {
        return as("procurement-officer");
    }

    private RequestSpecification partner() {
        return given().auth().oauth2(Tokens.of(member, "partner"));
    }

    private static RequestSpecification leader(String subject) {
        return given().auth().oauth2(Tokens.of(subject, "school-leader"));
    }

    private static ValidatableResponse post(RequestSpecification who, String path, Object body) {
        return who.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    /** A change of what stands there now, with the version that an office reads. */
    private static ValidatableResponse put(
            RequestSpecification who, String path, @org.jspecify.annotations.Nullable Object body) {
        String resource = "/" + path.split("/", -1)[1] + "/" + path.split("/", -1)[2];
        String tag = officer().get(resource).then().statusCode(200).extract().header("ETag");
        var request = who.header("If-Match", tag);
        if (body != null) {
            request = request.contentType(ContentType.JSON).body(body);
        }
        return request.put(path).then();
    }

    private static org.hamcrest.Matcher<String> endsLike(String slug) {
        return containsString("urn:partnership-fund:problem:" + slug);
    }

    private void record(String subject, String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.updateOne(
                        "INSERT INTO scope_record (issuer, subject, role, school_code, valid_from) VALUES (?, ?, ?, ?, ?)",
                        Tokens.ISSUER,
                        subject,
                        "school-leader",
                        code,
                        LocalDate.of(2000, 1, 1)));
    }
}
