package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_INDEXES;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.appropriate;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.budgetOffice;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importIndex;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.openFund;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.publish;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.run;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;
import org.partnershipfund.allocation.fixtures.Procurement;
import org.partnershipfund.allocation.fixtures.Procurement.Share;

/** docs/policy/equity.md §8 over Kafka and through the doors: Adams has $600.00, Baker $400.00, Curie nothing. */
@Backbone
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the address, and each test its doors
class UtilisationDoorsIT {

    private static final String ADAMS = "00350001";
    private static final String BAKER = "00350002";
    private static final String CURIE = "00350003";

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private Procurement procurement;
    private String fund = "";

    @BeforeEach
    void publish_six_hundred_and_four_hundred_dollars() {
        procurement = new Procurement(kafka);
        String enrollment =
                importSchools(THREE_SCHOOLS, "2017-11-01").then().extract().path("snapshot.id");
        String index = importIndex(THREE_INDEXES, "Need 2017").then().extract().path("index.id");
        fund = openFund("Partnership Fund", "1000.00").then().extract().path("id");
        var computed = run(fund, index, enrollment, "{\"kind\": \"top\", \"schools\": 2}");
        publish(computed.path("id"), computed.header("ETag")).then().statusCode(200);
    }

    @AfterEach
    void empty_the_tables() {
        procurement.close();
        Tables.empty();
    }

    @Test
    void a_contract_of_two_schools_and_its_payments_are_counted_by_school_and_by_need() {
        UUID contract = UUID.randomUUID();
        var shares = List.of(new Share(ADAMS, "450.00"), new Share(BAKER, "100.00"), new Share(ADAMS, "50.00"));
        awaitHeard(procurement.executes(contract, fund, "600.00", shares));
        awaitHeard(procurement.pays(UUID.randomUUID(), contract, fund, "100.00", List.of(new Share(ADAMS, "100.00"))));

        when().get("/funds/{id}/utilisation", fund)
                .then()
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of(ADAMS, BAKER)))
                .body("items.allocated.amount", equalTo(List.of("600.00", "400.00")))
                .body("items.contracted.amount", equalTo(List.of("500.00", "100.00")))
                .body("items.paid.amount", equalTo(List.of("100.00", "0.00")))
                .body("items[0].contractedShare", equalTo("0.833333"))
                .body("items.illustrative", equalTo(List.of(true, true)))
                .body("items[0].quintiles", equalTo(List.of(3, 4, 5)));
        when().get("/funds/{id}/utilisation/by-need", fund)
                .then()
                .statusCode(200)
                .body("items.quintile", equalTo(List.of("1", "2", "3", "4", "5", "all")))
                .body(
                        "items.contracted.amount",
                        equalTo(List.of("10.00", "60.00", "130.00", "200.00", "200.00", "600.00")))
                .body("items[5].illustrative", equalTo(true))
                .body("items[5].paidShare", equalTo("0.100000"));
        assertThat(given().accept("text/csv")
                        .get("/funds/{id}/utilisation/by-need", fund)
                        .asString()
                        .lines())
                .hasSize(7);
        String next = given().queryParam("limit", 1)
                .get("/funds/{id}/utilisation", fund)
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        given().queryParam("after", next)
                .get("/funds/{id}/utilisation", fund)
                .then()
                .body("items.schoolCode", equalTo(List.of(BAKER)));
    }

    @Test
    void what_is_told_twice_counts_once_and_told_otherwise_is_for_an_operator() {
        UUID contract = UUID.randomUUID();
        UUID invoice = UUID.randomUUID();
        var share = List.of(new Share(ADAMS, "500.00"));
        awaitHeard(procurement.executes(contract, fund, "500.00", share));
        awaitHeard(procurement.executes(contract, fund, "500.00", share));
        awaitHeard(procurement.pays(invoice, contract, fund, "20.00", List.of(new Share(ADAMS, "20.00"))));
        awaitHeard(procurement.pays(invoice, contract, fund, "20.00", List.of(new Share(ADAMS, "20.00"))));

        assertThat(reason(procurement.pays(invoice, contract, fund, "21.00", List.of(new Share(ADAMS, "21.00")))))
                .contains(invoice.toString(), "told before");
        assertThat(reason(procurement.executes(contract, fund, "501.00", List.of(new Share(ADAMS, "501.00")))))
                .contains(contract.toString(), "told before");
        when().get("/funds/{id}/utilisation/by-need", fund)
                .then()
                .body("items[5].contracted.amount", equalTo("500.00"))
                .body("items[5].paid.amount", equalTo("20.00"));
    }

    @Test
    void what_cannot_be_is_for_an_operator_and_counts_nowhere() {
        UUID nobody = UUID.randomUUID();

        assertThat(reason(procurement.executes(
                        UUID.randomUUID(), nobody.toString(), "1.00", List.of(new Share(ADAMS, "1.00")))))
                .contains(nobody.toString());
        assertThat(reason(procurement.executes(UUID.randomUUID(), fund, "1.00", List.of(new Share(CURIE, "1.00")))))
                .contains(CURIE, "allocates nothing");
        assertThat(reason(procurement.executes(UUID.randomUUID(), fund, "2.00", List.of(new Share(ADAMS, "1.00")))))
                .contains("$1.00, not to $2.00");
        when().get("/funds/{id}/utilisation/by-need", fund).then().body("items[5].contracted.amount", equalTo("0.00"));
    }

    @Test
    void a_payment_that_is_told_first_waits_for_its_contract() {
        UUID contract = UUID.randomUUID();
        UUID payment = procurement.pays(UUID.randomUUID(), contract, fund, "30.00", List.of(new Share(BAKER, "30.00")));
        soon().untilAsserted(() -> assertThat(
                        Tables.texts("SELECT state FROM dead_letter WHERE event_id = ?", payment.toString()))
                .containsExactly("parked"));

        awaitHeard(procurement.executes(contract, fund, "30.00", List.of(new Share(BAKER, "30.00"))));

        soon().untilAsserted(() -> when().get("/funds/{id}/utilisation/by-need", fund)
                .then()
                .body("items[5].paid.amount", equalTo("30.00")));
    }

    @Test
    void payments_in_parts_count_from_the_first_on_and_a_refund_counts_no_more() {
        UUID contract = UUID.randomUUID();
        UUID invoice = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID note = UUID.randomUUID();
        List<Share> adams = List.of(new Share(ADAMS, "60.00"));
        // Ahead of its contract: it waits, and so does what was given back of it.
        UUID early = procurement.paysPart(first, invoice, contract, fund, "60.00", adams);
        soon().untilAsserted(() -> assertThat(
                        Tables.texts("SELECT state FROM dead_letter WHERE event_id = ?", early.toString()))
                .containsExactly("parked"));
        awaitHeard(procurement.executes(contract, fund, "500.00", List.of(new Share(ADAMS, "500.00"))));
        soon().untilAsserted(() -> when().get("/funds/{id}/utilisation/by-need", fund)
                .then()
                .body("items[5].paid.amount", equalTo("60.00")));

        awaitHeard(procurement.paysPart(first, invoice, contract, fund, "60.00", adams));
        awaitHeard(procurement.paysPart(
                UUID.randomUUID(), invoice, contract, fund, "40.00", List.of(new Share(ADAMS, "40.00"))));
        awaitHeard(procurement.pays(invoice, contract, fund, "100.00", List.of(new Share(ADAMS, "100.00"))));
        awaitHeard(procurement.credits(note, invoice, contract, fund, ADAMS, "30.00"));
        awaitHeard(procurement.credits(note, invoice, contract, fund, ADAMS, "30.00"));
        awaitHeard(procurement.credits(UUID.randomUUID(), invoice, contract, fund, ADAMS, "0.00"));

        assertThat(reason(procurement.paysPart(
                        first, invoice, contract, fund, "61.00", List.of(new Share(ADAMS, "61.00")))))
                .contains(invoice.toString(), "told before");
        assertThat(reason(procurement.credits(note, invoice, contract, fund, ADAMS, "31.00")))
                .contains(invoice.toString(), "told before");
        assertThat(reason(procurement.credits(UUID.randomUUID(), invoice, contract, fund, CURIE, "1.00")))
                .contains(CURIE, "allocates nothing");
        when().get("/funds/{id}/year-end", fund)
                .then()
                .body("totals.contracted.amount", equalTo("470.00"))
                .body("totals.paid.amount", equalTo("70.00"))
                .body("totals.unpaid.amount", equalTo("400.00"))
                .body("totals.notContracted.amount", equalTo("530.00"));
    }

    @Test
    void what_a_terminated_contract_gave_back_is_not_under_contract_any_more() {
        UUID contract = UUID.randomUUID();
        awaitHeard(procurement.executes(
                contract, fund, "600.00", List.of(new Share(ADAMS, "500.00"), new Share(BAKER, "100.00"))));
        awaitHeard(procurement.terminates(
                contract,
                fund,
                "2018-11-20T15:00:00Z",
                List.of(new Share(ADAMS, "120.00"), new Share(ADAMS, "30.00"), new Share(BAKER, "0.00"))));
        awaitHeard(procurement.terminates(
                contract, fund, "2018-11-19T15:00:00Z", List.of(new Share(ADAMS, "400.00"), new Share(BAKER, "0.00"))));

        when().get("/funds/{id}/utilisation", fund)
                .then()
                .statusCode(200)
                .body("items.contracted.amount", equalTo(List.of("150.00", "0.00")));
    }

    @Test
    void the_year_end_report_is_provisional_until_the_fund_is_closed_and_adds_up() {
        UUID contract = UUID.randomUUID();
        awaitHeard(procurement.executes(contract, fund, "500.00", List.of(new Share(ADAMS, "500.00"))));
        awaitHeard(procurement.pays(UUID.randomUUID(), contract, fund, "100.00", List.of(new Share(ADAMS, "100.00"))));
        appropriate(fund, "\"2\"", "1000.00", "2018-03-28").then().statusCode(200);

        String provisional = when().get("/funds/{id}/year-end", fund)
                .then()
                .statusCode(200)
                .body("provisional", equalTo(true))
                .body("closedAt", nullValue())
                .body("sentences[0]", startsWith("Provisional: the year of FY2019 is not closed"))
                .body("pool.amount", equalTo("1000.00"))
                .body("reserve.amount", equalTo("0.00"))
                .body("schools", equalTo(2))
                .body("totals.allocated.amount", equalTo("1000.00"))
                .body("totals.contracted.amount", equalTo("500.00"))
                .body("totals.unpaid.amount", equalTo("400.00"))
                .body("totals.notContracted.amount", equalTo("500.00"))
                .body("totals.lapsed.amount", equalTo("0.00"))
                .extract()
                .header("ETag");
        assertThat(when().get("/funds/{id}/year-end", fund).header("ETag")).isEqualTo(provisional);
        budgetOffice()
                .header("If-Match", "\"3\"")
                .put("/funds/{id}/closing", fund)
                .then()
                .statusCode(200);

        assertThat(when().get("/funds/{id}/year-end", fund)
                        .then()
                        .body("provisional", equalTo(false))
                        .body("closedAt", notNullValue())
                        .body("sentences[0]", equalTo("The year of FY2019 is closed."))
                        .body("totals.lapsed.amount", equalTo("500.00"))
                        .extract()
                        .header("ETag"))
                .isNotEqualTo(provisional);
        String next = given().queryParam("limit", 1)
                .get("/funds/{id}/year-end/schools", fund)
                .then()
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of(ADAMS)))
                .body("items[0].lapsed.amount", equalTo("100.00"))
                .extract()
                .path("next");
        given().queryParam("after", next)
                .get("/funds/{id}/year-end/schools", fund)
                .then()
                .body("items.schoolCode", equalTo(List.of(BAKER)))
                .body("items[0].lapsed.amount", equalTo("400.00"))
                .body("next", nullValue());
        assertThat(given().accept("text/csv")
                        .get("/funds/{id}/year-end/schools", fund)
                        .asString()
                        .lines())
                .containsExactly(
                        "school_code,school_name,provisional,allocated_amount,allocated_currency,contracted_amount,contracted_currency,paid_amount,paid_currency,unpaid_amount,unpaid_currency,not_contracted_amount,not_contracted_currency,lapsed_amount,lapsed_currency",
                        "00350001,Adams,false,600.00,USD,500.00,USD,100.00,USD,400.00,USD,0.00,USD,100.00,USD",
                        "00350002,Baker,false,400.00,USD,0.00,USD,0.00,USD,0.00,USD,0.00,USD,400.00,USD");

        awaitHeard(procurement.executes(UUID.randomUUID(), fund, "30.00", List.of(new Share(BAKER, "30.00"))));
        when().get("/funds/{id}/year-end", fund)
                .then()
                .body("totals.contracted.amount", equalTo("530.00"))
                .body("totals.lapsed.amount", equalTo("470.00"));
    }

    @Test
    void before_publication_the_fund_does_not_exist_for_others() {
        String draft = openFund("Another fund", "500.00").then().extract().path("id");

        for (String door : List.of(
                "/funds/{id}/utilisation",
                "/funds/{id}/utilisation/by-need",
                "/funds/{id}/year-end",
                "/funds/{id}/year-end/schools")) {
            when().get(door, draft)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("no-such-fund"))
                    .body("detail", containsString(draft));
            budgetOffice().get(door, draft).then().statusCode(200);
        }
    }

    private static void awaitHeard(UUID event) {
        soon().until(() -> !Tables.texts("SELECT event_id FROM inbox WHERE event_id = ?", event.toString())
                .isEmpty());
    }

    private static String reason(UUID event) {
        return soon().until(
                        () -> Tables.texts("SELECT reason FROM dead_letter WHERE event_id = ?", event.toString()),
                        found -> !found.isEmpty())
                .getFirst();
    }
}
