package org.partnershipfund.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.partnershipfund.local.demo.Ledgers.Evidence;

/** The demo's proof can fail: it must say so when two services disagree by a cent. */
class TheProofTest {

    private static final JsonNode SCENARIO = scenario("0.00", "1000.00");

    private static final List<JsonNode> ALLOCATIONS = List.of(
            allocation(1, "00350001", "600.00"),
            allocation(2, "00350002", "400.00"),
            allocation(3, "00350003", "0.00"));

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Narrator narrator = new Narrator(new PrintStream(screen, true, StandardCharsets.UTF_8));

    @Test
    void what_agrees_to_the_cent_is_proven() {
        assertThat(proof(List.of(line("00350001", "600.00"), line("00350002", "400.00")), true))
                .isTrue();

        assertThat(printed()).contains("$1,000.00  ok", "equal to the cent").doesNotContain("WRONG");
    }

    @Test
    void a_cent_too_little_on_one_line_is_found() {
        assertThat(proof(List.of(line("00350001", "600.00"), line("00350002", "399.99")), true))
                .isFalse();

        assertThat(printed()).contains("different: [00350002]  WRONG");
    }

    @Test
    void a_cent_on_the_wrong_line_is_found_though_the_sum_agrees() {
        assertThat(proof(List.of(line("00350001", "600.01"), line("00350002", "399.99")), true))
                .isFalse();

        assertThat(printed()).contains("different: [00350001, 00350002]  WRONG");
    }

    @Test
    void a_line_that_nobody_allocated_is_found() {
        assertThat(proof(
                        List.of(line("00350001", "600.00"), line("00350002", "400.00"), line("00350009", "1.00")),
                        true))
                .isFalse();
    }

    @Test
    void books_that_do_not_balance_are_found() {
        assertThat(proof(List.of(line("00350001", "600.00"), line("00350002", "400.00")), false))
                .isFalse();

        assertThat(printed()).contains("does not balance  WRONG");
    }

    @Test
    void a_pool_that_is_a_cent_more_than_what_was_allocated_is_found() {
        assertThat(Ledgers.proof(narrator, evidence(fund("1000.01", "1000.01"), true, true)))
                .isFalse();

        assertThat(printed().lines().filter(line -> line.endsWith("WRONG"))).hasSize(2);
    }

    @Test
    void what_is_held_back_is_in_the_pool_and_not_in_the_budget() {
        var reserved = new Evidence(
                fund("1100.00", "1000.00"),
                scenario("100.00", "1000.00"),
                ALLOCATIONS,
                List.of(line("00350001", "600.00"), line("00350002", "400.00")),
                json("{\"balances\": true, \"transfers\": 4, \"papersAgree\": true}"),
                List.of(parts("shares", "150.00")),
                List.of(parts("lines", "50.00")));

        assertThat(Ledgers.proof(narrator, reserved)).isTrue();

        assertThat(printed()).contains("$1,100.00 - $100.00");
    }

    @Test
    void a_budget_that_adopted_a_cent_less_than_the_pool_is_found() {
        assertThat(Ledgers.proof(narrator, evidence(fund("1000.00", "999.99"), true, true)))
                .isFalse();
    }

    @Test
    void a_ledger_that_differs_from_its_papers_is_found() {
        assertThat(Ledgers.proof(narrator, evidence(fund("1000.00", "1000.00"), true, false)))
                .isFalse();

        assertThat(printed()).contains("papers disagree  WRONG");
    }

    @Test
    void a_cent_paid_without_a_contract_is_found() {
        assertThat(proof(List.of(line("00350001", "600.00"), line("00350002", "400.00", "100.00", "50.01")), true))
                .isFalse();

        assertThat(printed()).contains("contracts and encumbered + expended, by school");
    }

    @Test
    void allocation_service_must_count_the_same_contracts_and_payments() {
        assertThat(Ledgers.utilisation(narrator, evidence(fund("1000.00", "1000.00"), true, true), used("50.00")))
                .isTrue();
        assertThat(printed()).doesNotContain("WRONG");

        assertThat(Ledgers.utilisation(narrator, evidence(fund("1000.00", "1000.00"), true, true), used("50.01")))
                .isFalse();
        assertThat(printed()).contains("different: [00350002]  WRONG");
    }

    @Test
    void the_table_has_a_row_for_every_school_with_money_and_counts_the_others() {
        Ledgers.table(narrator, ALLOCATIONS, List.of(line("00350001", "600.00"), line("00350002", "400.00")));

        assertThat(printed().lines())
                .anyMatch(row -> row.contains("00350001") && row.contains("$600.00") && row.endsWith("$450.00"))
                .anyMatch(row -> row.contains("all together") && row.contains("$1,000.00"))
                .anyMatch(row -> row.startsWith("1 schools receive nothing"));
    }

    private boolean proof(List<JsonNode> lines, boolean balances) {
        return Ledgers.proof(narrator, evidence(fund("1000.00", "1000.00"), lines, balances, true));
    }

    private static Evidence evidence(JsonNode fund, boolean balances, boolean papersAgree) {
        return evidence(fund, List.of(line("00350001", "600.00"), line("00350002", "400.00")), balances, papersAgree);
    }

    private static Evidence evidence(JsonNode fund, List<JsonNode> lines, boolean balances, boolean papersAgree) {
        return new Evidence(
                fund,
                SCENARIO,
                ALLOCATIONS,
                lines,
                json("{\"balances\": %s, \"transfers\": 4, \"papersAgree\": %s}".formatted(balances, papersAgree)),
                List.of(parts("shares", "150.00")),
                List.of(parts("lines", "50.00")));
    }

    private static JsonNode scenario(String reserve, String sharedOut) {
        return json("""
                {"rules": {"reserve": {"amount": "%s", "currency": "USD"}},
                 "sharedOut": {"amount": "%s", "currency": "USD"}}""".formatted(reserve, sharedOut));
    }

    private static JsonNode fund(String pool, String adopted) {
        return json("""
                {"pool": {"amount": "%s", "currency": "USD"},
                 "appropriation": {"adopted": {"amount": "%s", "currency": "USD"}}}""".formatted(pool, adopted));
    }

    /** Both schools as allocation-service counts them; the second was paid as said. */
    private static List<JsonNode> used(String paid) {
        return List.of(used("00350001", "50.00"), used("00350002", paid));
    }

    private static JsonNode used(String school, String paid) {
        return json("""
                {"schoolCode": "%s", "contracted": {"amount": "150.00", "currency": "USD"},
                 "paid": {"amount": "%s", "currency": "USD"}}""".formatted(school, paid));
    }

    private String printed() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode allocation(int rank, String school, String amount) {
        return json("""
                {"rank": %d, "schoolCode": "%s", "schoolName": "A school", "index": "0.60", "pupils": 100,
                 "amount": {"amount": "%s", "currency": "USD"}}""".formatted(rank, school, amount));
    }

    private static JsonNode line(String school, String appropriated) {
        return line(school, appropriated, "100.00", "50.00");
    }

    private static JsonNode line(String school, String appropriated, String encumbered, String expended) {
        return json("""
                {"schoolCode": "%s",
                 "balance": {"planned": {"amount": "0.00", "currency": "USD"},
                             "appropriated": {"amount": "%s", "currency": "USD"},
                             "reserved": {"amount": "0.00", "currency": "USD"},
                             "encumbered": {"amount": "%s", "currency": "USD"},
                             "expended": {"amount": "%s", "currency": "USD"},
                             "available": {"amount": "450.00", "currency": "USD"}}}""".formatted(school, appropriated, encumbered, expended));
    }

    /** A contract or an invoice of both schools. */
    private static JsonNode parts(String name, String amount) {
        return json("""
                {"%s": [{"schoolCode": "00350001", "amount": {"amount": "%s", "currency": "USD"}},
                        {"schoolCode": "00350002", "amount": {"amount": "%s", "currency": "USD"}}]}""".formatted(name, amount, amount));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
