package org.partnershipfund.procurement.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.procurement.adapter.kafka.Letters;
import org.partnershipfund.procurement.fixtures.Wire;
import org.partnershipfund.procurement.fixtures.Wire.Line;
import org.partnershipfund.testkit.BackboneResource;

/** Schools decide again while central office buys: another winner, a newer version, a withdrawal. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class SchoolsDecideAgainIT extends BuyingStory {

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    Letters letters;

    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
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
        assertThat(said.latest(selectionOne.toString(), "ReservationRefused"))
                .contains("under contract", "keep Mystic Club", "at least $8,000.00");
        vote();
        sign(contract, "signatures/district", "deputy-cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        line(one)
                .body("items[0].balance.encumbered.amount", is("8000.00"))
                .body("items[0].balance.available.amount", is("92000.00"));
    }

    /** Chosen: Harbor, bought by a call-off, and Charles, put to competition with Mystic as the winner. */
    private String harborUnderContractAndCharlesLost() {
        hear(1, new Line(harbor, "9000.00"), new Line(charles, "20000.00"));
        String bought = open(harbor, callOff());
        awardCalledOff(bought, harbor, "9000.00").statusCode(200);
        String contract = draft(bought);
        String process = open(charles, competition());
        solicit(process).statusCode(200);
        quote(process, charles, "19000.00").statusCode(201);
        quote(process, mystic, "18000.00").statusCode(201);
        quote(process, harbor, null).statusCode(201);
        award(process, mystic).statusCode(200).body("waitingFor", contains(one));
        return contract;
    }

    @Test
    void what_is_under_contract_goes_on_while_the_school_accepts_another_winner_for_the_rest() {
        String contract = harborUnderContractAndCharlesLost();

        hear(2, new Line(mystic, "18500.00"), new Line(harbor, "9500.00"));

        assertThat(said.about(selectionOne.toString()))
                .containsExactly(
                        "FundsReserved",
                        "SelectionContracted",
                        "ProcurementOutcomeDiffers",
                        "FundsReserved",
                        "SelectionContracted");
        String reserved = said.latest(selectionOne.toString(), "FundsReserved");
        // What version 2 asks for on top of the contract is set aside for an amendment of it.
        assertThat(reserved).contains("\"version\":2", "\"18500.00\"", "\"9500.00\"");
        assertThat(said.latest(selectionOne.toString(), "SelectionContracted"))
                .contains("\"version\":2", contract, harbor.id().toString(), "\"9000.00\"");
        line(one).body("items[0].balance.reserved.amount", is("28000.00"));
        officer()
                .get("/processes?programId=" + charles.id())
                .then()
                .body("items.state", contains("awarded"))
                .body("items.awardedProgramId", contains(mystic.id().toString()));

        executes(contract);
        line(one)
                .body("items[0].balance.encumbered.amount", is("9000.00"))
                .body("items[0].balance.reserved.amount", is("19000.00"));
        // The contract binds by now; the next version carries it over all the same.
        hear(3, new Line(mystic, "18000.00"), new Line(harbor, "9000.00"), new Line(harbor, "1000.00"));
        assertThat(said.latest(selectionOne.toString(), "FundsReserved")).contains("\"version\":3", "\"1000.00\"");
        line(one)
                .body("items[0].balance.encumbered.amount", is("9000.00"))
                .body("items[0].balance.reserved.amount", is("19000.00"));
    }

    @Test
    void a_smaller_line_gives_back_what_the_contract_does_not_ask_for() {
        approve(selectionTwo, 1, two, harbor, "15000.00");
        hear(1, new Line(harbor, "10000.00"), new Line(charles, "90000.00"));
        String process = open(harbor, competition());
        solicit(process).statusCode(200);
        quote(process, harbor, "20000.00").statusCode(201);
        quote(process, mystic, null).statusCode(201);
        quote(process, charles, null).statusCode(201);
        award(process, harbor).statusCode(200).body("lines.awarded.amount", contains("8000.00", "12000.00"));
        String _ = draft(process);

        hear(2, new Line(harbor, "8000.00"), new Line(charles, "92000.00"));

        assertThat(said.latest(selectionOne.toString(), "FundsReserved")).contains("\"version\":2");
        line(one).body("items[0].balance.available.amount", is("0.00"));
    }

    @Test
    void a_version_that_drops_or_lowers_what_is_under_contract_is_refused_whole() {
        String _ = harborUnderContractAndCharlesLost();

        hear(2, new Line(mystic, "18500.00"));
        assertThat(said.latest(selectionOne.toString(), "ReservationRefused"))
                .contains("\"version\":2", "under contract", "keep Harbor Club");
        hear(3, new Line(mystic, "18500.00"), new Line(harbor, "8999.99"));
        assertThat(said.latest(selectionOne.toString(), "ReservationRefused"))
                .contains("\"version\":3", "at least $9,000.00", "\"available\":{\"amount\":\"100000.00\"");

        line(one).body("items[0].balance.reserved.amount", is("29000.00"));
        hear(4, new Line(mystic, "92000.00"), new Line(harbor, "9000.00"));
        assertThat(said.latest(selectionOne.toString(), "ReservationRefused"))
                .contains("\"version\":4", "\"101000.00\"", "\"available\":{\"amount\":\"100000.00\"");
        hear(5, new Line(mystic, "18000.00"), new Line(harbor, "9000.00"));
        line(one).body("items[0].balance.reserved.amount", is("27000.00"));
    }

    @Test
    void a_withdrawal_that_comes_late_releases_the_rest_and_the_contract_goes_on() {
        String contract = harborUnderContractAndCharlesLost();

        say(Wire.selectionWithdrawn(selectionOne, 1, fund.value(), one));

        soon().untilAsserted(() -> line(one).body("items[0].balance.reserved.amount", is("9000.00")));
        assertThat(letters.open(selectionOne.toString())).isEmpty();
        executes(contract);
        line(one)
                .body("items[0].balance.encumbered.amount", is("9000.00"))
                .body("items[0].balance.reserved.amount", is("0.00"))
                .body("items[0].balance.available.amount", is("91000.00"));
    }

    @Test
    void when_the_year_is_over_what_no_contract_claims_lapses_and_the_contract_is_still_signed() {
        String contract = harborUnderContractAndCharlesLost();
        vote();

        say(Wire.fundClosed(fund.value(), year()));
        say(Wire.fundClosed(fund.value(), year()));

        soon().untilAsserted(() -> line(one)
                .body("items[0].balance.lapsed.amount", is("91000.00"))
                .body("items[0].balance.available.amount", is("0.00"))
                .body("items[0].balance.reserved.amount", is("9000.00")));
        line(two).body("items[0].balance.lapsed.amount", is("100000.00"));
        executes(contract);
        line(one)
                .body("items[0].balance.encumbered.amount", is("9000.00"))
                .body("items[0].balance.lapsed.amount", is("91000.00"));
        as("budget-office")
                .get("/trial-balance?fundId=" + fund)
                .then()
                .body("balances", is(true))
                .body("papersAgree", is(true));
    }

    @Test
    void what_a_contract_leaves_over_when_it_is_signed_after_the_year_lapses_at_once() {
        hear(1, new Line(harbor, "9900.00"));
        String process = open(harbor, competition());
        solicit(process).statusCode(200);
        quote(process, harbor, "9000.00").statusCode(201);
        quote(process, mystic, "9500.00").statusCode(201);
        quote(process, charles, null).statusCode(201);
        award(process, harbor).statusCode(200);
        String contract = draft(process);
        vote();
        say(Wire.fundClosed(fund.value(), year()));
        soon().untilAsserted(() -> line(one).body("items[0].balance.lapsed.amount", is("90100.00")));

        executes(contract);

        line(one)
                .body("items[0].balance.encumbered.amount", is("9000.00"))
                .body("items[0].balance.available.amount", is("0.00"))
                .body("items[0].balance.lapsed.amount", is("91000.00"));
    }

    @Test
    void each_line_of_a_program_that_two_processes_buy_joins_one_of_them() {
        hear(1, new Line(harbor, "9000.00"), new Line(mystic, "9500.00"));
        String lost = open(harbor, competition());
        String own = post(officer(), "/processes", opening(mystic, competition(), true))
                .statusCode(201)
                .extract()
                .path("id");
        solicit(lost).statusCode(200);
        quote(lost, harbor, "9000.00").statusCode(201);
        quote(lost, mystic, "8000.00").statusCode(201);
        quote(lost, charles, null).statusCode(201);
        award(lost, mystic).statusCode(200);

        hear(2, new Line(mystic, "9400.00"), new Line(mystic, "8000.00"));

        officer()
                .get("/processes/" + lost)
                .then()
                .body("lines.amount.amount", contains("8000.00"))
                .body("lines.awarded.amount", contains("8000.00"))
                .body("waitingFor", hasSize(0));
        officer().get("/processes/" + own).then().body("lines.amount.amount", contains("9400.00"));
    }

    private void executes(String contract) {
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
    }

    /** What approval-service says of the first school's selection, and the answer to it. */
    private void hear(int version, Line... lines) {
        say(Wire.selectionApproved(selectionOne, version, fund.value(), year(), one, List.of(lines)));
        String answer = "\"version\":" + version + ",";
        soon().untilAsserted(() -> assertThat(said.latest(selectionOne.toString(), "FundsReserved")
                        + said.latest(selectionOne.toString(), "ReservationRefused"))
                .contains(answer));
    }

    private void say(ProducerRecord<String, byte[]> record) {
        try {
            var _ = producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("Kafka did not take a record", e);
        }
    }
}
