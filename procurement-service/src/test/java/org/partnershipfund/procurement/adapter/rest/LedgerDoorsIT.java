package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.fixtures.Books;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;
import org.partnershipfund.procurement.usecase.AppropriateLines;
import org.partnershipfund.procurement.usecase.AppropriateLines.Appropriation;
import org.partnershipfund.procurement.usecase.OpenBudgetLine;
import org.partnershipfund.procurement.usecase.OpenBudgetLine.Allocation;
import org.partnershipfund.procurement.usecase.RememberFund;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** What the doors to the ledger show, and to whom. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class LedgerDoorsIT {

    private static final AtomicInteger SCHOOLS = new AtomicInteger(60_000_000);

    @Inject
    RememberFund remember;

    @Inject
    OpenBudgetLine open;

    @Inject
    AppropriateLines appropriate;

    @Inject
    Sql sql;

    private final FundId fund = new FundId(UUID.randomUUID());
    private final List<BudgetLine> lines = new ArrayList<>();

    /** Three schools with $1.00, $2.00 and $3.00; the first was voted. */
    @BeforeEach
    void three_lines() {
        var _ = remember.remember(RememberedFund.opened(
                        fund, "Partnership Fund FY2019", new FiscalYear(2019), Money.ofDollars("6.00"), Books.CHART))
                .orRefuse();
        for (int dollars = 1; dollars <= 3; dollars++) {
            lines.add(open.open(new Allocation(
                            fund,
                            new FiscalYear(2019),
                            new SchoolCode("%08d".formatted(SCHOOLS.getAndIncrement())),
                            "=School " + dollars,
                            new ResponsibilityCentre("101203"),
                            Money.ofDollars(dollars + ".00"),
                            "event-" + dollars,
                            Books.ON_DECEMBER_8))
                    .orRefuse()
                    .state());
        }
        var _ = appropriate
                .appropriate(new Appropriation(
                        fund,
                        new FiscalYear(2019),
                        Money.ofDollars("1.00"),
                        "School Committee, unanimous",
                        LocalDate.of(2018, 3, 28),
                        List.of(new Appropriation.Line(lines.getFirst().school(), Money.ofDollars("1.00"))),
                        "vote",
                        Books.ON_MARCH_28))
                .orRefuse();
    }

    @Test
    void a_line_shows_its_key_and_every_balance() {
        get("/budget-lines/" + lines.getFirst().id())
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("schoolCode", is(lines.getFirst().school().value()))
                .body("fundId", is(fund.toString()))
                .body("fiscalYear", is(2019))
                .body("stage", is("appropriated"))
                .body("chart.account", is("52907"))
                .body("chart.responsibilityCentre", is("101203"))
                .body("chart.program", is("2536"))
                .body("balance.planned.amount", is("0.00"))
                .body("balance.appropriated.amount", is("1.00"))
                .body("balance.available.amount", is("1.00"))
                .body("balance.expended.amount", is("0.00"))
                .body("balance.expended.currency", is("USD"));
    }

    @Test
    void the_lines_of_a_fund_come_page_by_page_by_school() {
        String next = get("/budget-lines?fundId=" + fund + "&limit=2")
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of(code(0), code(1))))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("next");

        get("/budget-lines?fundId=%s&limit=2&after=%s".formatted(fund, next))
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of(code(2))));
    }

    @Test
    void lines_are_filtered_by_school_and_year() {
        get("/budget-lines?schoolCode=" + code(1)).body("items.id", equalTo(List.of(id(1))));
        get("/budget-lines?fundId=%s&fiscalYear=2019".formatted(fund)).body("items.size()", is(3));
        get("/budget-lines?fundId=%s&fiscalYear=2020".formatted(fund)).body("items.size()", is(0));
    }

    @Test
    void modified_after_shows_where_money_moved_since() {
        get("/budget-lines?fundId=%s&modifiedAfter=%s".formatted(fund, "2000-01-01T00:00:00Z"))
                .body("items.size()", is(3));
        get("/budget-lines?fundId=%s&modifiedAfter=%s"
                        .formatted(fund, Instant.now().plusSeconds(60)))
                .body("items.size()", is(0));
    }

    @Test
    void lines_come_as_csv_that_no_spreadsheet_runs() {
        String csv = as("budget-office")
                .accept("text/csv")
                .get("/budget-lines?fundId=" + fund)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv.lines().toList()).hasSize(4);
        assertThat(csv)
                .startsWith("id,fund_id,fiscal_year,school_code")
                .contains("'=School 1")
                .contains("1.00");
    }

    @Test
    void totals_add_the_lines_up() {
        get("/budget-lines/totals?fundId=" + fund)
                .statusCode(200)
                .body("lines", is(3))
                .body("balance.planned.amount", is("5.00"))
                .body("balance.appropriated.amount", is("1.00"))
                .body("balance.available.amount", is("6.00"));
    }

    @Test
    void every_transfer_of_a_line_is_shown_with_its_cause() {
        get("/budget-lines/" + id(0) + "/transfers")
                .statusCode(200)
                .body("items.move", equalTo(List.of("plan", "appropriate")))
                .body("items.debit", equalTo(List.of("planned", "appropriated")))
                .body("items.credit", equalTo(List.of("available", "planned")))
                .body("items.amount.amount", equalTo(List.of("1.00", "1.00")))
                .body("items[0].cause", is("event-1"))
                .body("items[0].at", is("2017-12-08T13:00:00Z"))
                .body("items[1].reason", is("Adopted on 2018-03-28: School Committee, unanimous"));
        String next = get("/budget-lines/" + id(0) + "/transfers?limit=1")
                .body("items.move", equalTo(List.of("plan")))
                .extract()
                .path("next");
        get("/budget-lines/%s/transfers?limit=1&after=%s".formatted(id(0), next))
                .body("items.move", equalTo(List.of("appropriate")));
    }

    @Test
    void the_trial_balance_shows_that_the_books_agree() {
        get("/trial-balance?fundId=" + fund)
                .statusCode(200)
                .body("balances", is(true))
                .body("debits.amount", is("6.00"))
                .body("credits.amount", is("6.00"))
                .body("lines", is(3))
                .body("transfers", is(4))
                .body(
                        "accounts.account",
                        equalTo(List.of(
                                "planned",
                                "appropriated",
                                "available",
                                "reserved",
                                "encumbered",
                                "expended",
                                "lapsed")))
                .body("accounts[1].stored.amount", is("1.00"))
                .body("accounts[1].folded.amount", is("1.00"))
                .body("disagreements.size()", is(0));
    }

    @Test
    void a_school_leader_sees_the_lines_of_the_recorded_schools_and_nothing_else() {
        String leader = UUID.randomUUID().toString();
        record(leader, "school-leader", lines.get(1).school());
        RequestSpecification asLeader = given().auth().oauth2(Tokens.of(leader, "school-leader"));

        asLeader.get("/budget-lines?fundId=" + fund).then().statusCode(200).body("items.id", equalTo(List.of(id(1))));
        given().auth()
                .oauth2(Tokens.of(leader, "school-leader"))
                .get("/budget-lines/totals?fundId=" + fund)
                .then()
                .body("balance.planned.amount", is("2.00"));
        given().auth()
                .oauth2(Tokens.of(leader, "school-leader"))
                .get("/budget-lines/" + id(1))
                .then()
                .statusCode(200);
        for (String path : List.of("/budget-lines/" + id(0), "/budget-lines/" + id(0) + "/transfers")) {
            given().auth()
                    .oauth2(Tokens.of(leader, "school-leader"))
                    .get(path)
                    .then()
                    .statusCode(404)
                    .body("type", is("urn:partnership-fund:problem:no-such-budget-line"));
        }
    }

    @Test
    void out_of_scope_answers_exactly_as_unknown() {
        String nobody = Tokens.of(UUID.randomUUID().toString(), "school-leader");
        String unknown = UUID.randomUUID().toString();

        String hidden = given().auth()
                .oauth2(nobody)
                .get("/budget-lines/" + id(0))
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        String absent = given().auth()
                .oauth2(nobody)
                .get("/budget-lines/" + unknown)
                .then()
                .statusCode(404)
                .extract()
                .path("detail");

        assertThat(hidden.replace(id(0), "X")).isEqualTo(absent.replace(unknown, "X"));
        given().auth().oauth2(nobody).get("/budget-lines?fundId=" + fund).then().body("items.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/budget-lines", "/budget-lines/totals", "/trial-balance"})
    void without_a_token_or_with_another_role_the_doors_stay_shut(String path) {
        given().get(path).then().statusCode(401).contentType("application/problem+json");
        as("partner").get(path).then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void a_school_leader_draws_up_no_trial_balance() {
        as("school-leader").get("/trial-balance").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/budget-lines?schoolCode=123, schoolCode",
        "/budget-lines?fiscalYear=1066, fiscalYear",
        "/budget-lines?fundId=abc, fundId",
        "/budget-lines?limit=0, limit",
        "/budget-lines?limit=501, limit",
        "/budget-lines?after=%21, after",
        "/budget-lines?after=AAAA, after",
        "/trial-balance?fiscalYear=x, fiscalYear"
    })
    void what_cannot_be_read_is_a_400_that_names_the_parameter(String path, String parameter) {
        get(path).statusCode(400).contentType("application/problem+json").body("detail", containsString(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void nothing_is_changed_through_these_doors(String method) {
        as("budget-office").request(method, "/budget-lines/" + id(0)).then().statusCode(405);
    }

    @Test
    void every_problem_speaks_plainly() {
        get("/budget-lines/" + UUID.randomUUID())
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:partnership-fund:problem:"))
                .body("detail", not(containsString("Exception")));
    }

    private String code(int line) {
        return lines.get(line).school().value();
    }

    private String id(int line) {
        return lines.get(line).id().toString();
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.as(role));
    }

    private static ValidatableResponse get(String path) {
        return as("budget-office").urlEncodingEnabled(false).get(path).then();
    }

    private void record(String subject, String role, SchoolCode school) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.updateOne(
                        "INSERT INTO scope_record (issuer, subject, role, school_code, valid_from) VALUES (?, ?, ?, ?, ?)",
                        Tokens.ISSUER,
                        subject,
                        role,
                        school.value(),
                        LocalDate.of(2000, 1, 1)));
    }
}
