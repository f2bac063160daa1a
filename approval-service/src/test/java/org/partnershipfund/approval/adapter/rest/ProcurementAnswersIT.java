package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What procurement says of a selection brings it back or lets it go on, from Kafka. */
@QuarkusTest
class ProcurementAnswersIT extends SchoolStory {

    @Test
    void what_procurement_refuses_comes_back_with_its_reason() {
        String selection = approved(school.line("900.00"));

        wire.reservationRefused(selection, 1, fund, school.code);

        awaitState(selection, "returned");
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("returned.by", is("reservation"))
                .body("returned.reasons", containsString("$1.00 is available"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.fundsReserved(UUID.randomUUID().toString(), 1, fund, school.code);
        assertThat(said.letters(selection)).isEmpty();
        assertThat(said.about(selection)).contains("SelectionReturned");
    }

    @Test
    void another_winner_is_accepted_at_the_awarded_amount_by_a_new_version() {
        String selection = approved(school.line("900.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.outcomeDiffers(selection, 1, fund, school.code, program, other);
        awaitState(selection, "returned");

        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("returned.by", is("competition"))
                .body("awards[0].awardedProgramId", is(other.toString()))
                .body("awards[0].amount.amount", is("90.00"));
        school.revise(selection, line(other, "awarded"))
                .then()
                .statusCode(200)
                .body("total.amount", is("90.00"))
                .body("lines[0].unit", is("agreed"));
        school.submit(selection).then().statusCode(200);
    }

    @Test
    void a_cancelled_purchase_voids_its_award_and_the_school_submits_its_own_choice_again() {
        String selection = approved(school.line("900.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.outcomeDiffers(selection, 1, fund, school.code, program, other);
        awaitState(selection, "returned");
        String process = school.principal()
                .get("/selections/{id}", selection)
                .then()
                .extract()
                .path("awards[0].processId");

        wire.processCancelled(process, selection, fund);
        soon().untilAsserted(() -> school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("cancelledPurchases.reason", contains("The specification was wrong."))
                .body("state", is("returned")));

        school.revise(selection, line(other, "awarded")).then().statusCode(422);
        school.revise(selection, school.line("900.00")).then().statusCode(200);
        school.submit(selection).then().statusCode(200);
    }

    @Test
    void two_lines_that_lose_on_different_days_are_both_taken_as_awarded() {
        String selection = revisedAfterTheFirstOfTwoLinesLost();
        school.submit(selection).then().statusCode(200);

        // Procurement has not heard of the second version: it speaks of the first one.
        wire.outcomeDiffers(selection, 1, fund, school.code, other, third);

        awaitState(selection, "returned");
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("version", is(2))
                .body("returned.by", is("competition"))
                .body("awards.chosenProgramId", contains(program.toString(), other.toString()))
                .body("awards.decidedAt", everyItem(is("2018-05-01T13:00:00Z")));
        school.revise(selection, line(third, "awarded") + ", " + line(other, "year"))
                .then()
                .statusCode(200);
        school.submit(selection).then().statusCode(422).body("type", endsWith("lost-a-competition"));
        school.revise(selection, line(third, "awarded")).then().statusCode(200);
        school.submit(selection).then().statusCode(200).body("waitsFor", is("council"));
    }

    @Test
    void a_draft_learns_of_an_award_and_its_etag_changes() {
        String selection = revisedAfterTheFirstOfTwoLinesLost();
        String before = school.etag(selection);

        wire.outcomeDiffers(selection, 1, fund, school.code, other, third);

        soon().untilAsserted(() ->
                school.principal().get("/selections/{id}", selection).then().body("awards", hasSize(2)));
        assertThat(school.etag(selection)).isNotEqualTo(before);
        school.principal().get("/selections/{id}", selection).then().body("state", is("draft"));
    }

    @Test
    void what_is_under_contract_is_neither_withdrawn_nor_left_out_of_a_new_version() {
        String selection = approved(school.line("600.00") + ", " + line(other, "year"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.contracted(selection, 1, fund, school.code, UUID.randomUUID(), program, "600.00");
        awaitContract(selection);

        school.withdraw(selection)
                .then()
                .statusCode(409)
                .body("type", endsWith("lines-under-contract"))
                .body("detail", containsString("$600.00 of selection"));
        wire.outcomeDiffers(selection, 1, fund, school.code, other, third);
        awaitState(selection, "returned");
        school.withdraw(selection).then().statusCode(409).body("type", endsWith("lines-under-contract"));
        school.revise(selection, school.line("599.99") + ", " + line(third, "awarded"))
                .then()
                .statusCode(200);
        school.submit(selection)
                .then()
                .statusCode(422)
                .body("type", endsWith("contracted-line-dropped"))
                .body(
                        "detail",
                        containsString(
                                "under contract for $600.00, and the largest line that this version has for it is $599.99"));
        school.revise(selection, school.line("600.00") + ", " + line(third, "awarded"))
                .then()
                .statusCode(200);
        school.submit(selection).then().statusCode(200);
        school.withdraw(selection).then().statusCode(409).body("type", endsWith("lines-under-contract"));
    }

    @Test
    void when_a_contract_ends_its_school_chooses_again_and_only_what_was_spent_counts() {
        UUID contract = UUID.randomUUID();
        String selection = approved(school.line("600.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.contracted(selection, 1, fund, school.code, contract, program, "600.00");
        wire.ordered(selection, fund, school.code, contract, program);
        awaitContract(selection);
        soon().untilAsserted(() -> school.principal()
                .get("/selections/{id}/progress", selection)
                .then()
                .body("purchaseOrders.requisition", contains("REQ-2019-000017"))
                .body("purchaseOrders.contractId", contains(contract.toString())));

        wire.terminated(selection, fund, school.code, contract, program, "150.00");

        soon().untilAsserted(() ->
                school.principal().get("/selections/{id}", selection).then().body("contracted", hasSize(0)));
        school.withdraw(selection).then().statusCode(200);
        school.principal()
                .get("/selections/{id}/history", selection)
                .then()
                .body("items.kind", hasItem("contract-ended"));
        String another = school.draft("850.01").then().statusCode(201).extract().path("id");
        school.submit(another).then().statusCode(422).body("detail", containsString("so $0.01 is too much"));
    }

    @Test
    void money_under_contract_is_not_spent_again_after_a_withdrawal_that_crossed_it() {
        String selection = approved(school.line("600.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        awaitState(selection, "reserved");
        school.withdraw(selection).then().statusCode(200);

        wire.contracted(selection, 1, fund, school.code, UUID.randomUUID(), program, "600.00");

        awaitContract(selection);
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("state", is("withdrawn"))
                .body("contracted[0].amount.amount", is("600.00"));
        String another = school.draft("400.01").then().statusCode(201).extract().path("id");
        school.submit(another)
                .then()
                .statusCode(422)
                .body("type", endsWith("allocation-exceeded"))
                .body("detail", containsString("so $0.01 is too much"));
        school.revise(another, school.line("400.00")).then().statusCode(200);
        school.submit(another).then().statusCode(200);
    }

    @Test
    void a_contract_that_goes_on_with_newer_versions_counts_once_against_the_allocation() {
        UUID contract = UUID.randomUUID();
        String selection = approved(school.line("600.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.contracted(selection, 1, fund, school.code, contract, program, "600.00");
        awaitContract(selection);

        wire.contracted(selection, 2, fund, school.code, contract, program, "600.00");

        soon().untilAsserted(() -> school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("contracted.version", contains(2))
                .body("contracted.amount.amount", contains("600.00")));
        String another = school.draft("400.00").then().statusCode(201).extract().path("id");
        school.submit(another).then().statusCode(200);
    }

    @Test
    void what_an_amended_contract_gave_back_is_chosen_again_and_what_it_added_is_not_left_out() {
        UUID contract = UUID.randomUUID();
        String selection = approved(school.line("600.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.contracted(selection, 1, fund, school.code, contract, program, "600.00");
        awaitAmount(selection, "600.00");
        wire.contractedAnew(
                selection, 1, fund, school.code, contract, program, "450.00", Instant.parse("2018-10-01T15:00:00Z"));
        awaitAmount(selection, "450.00");

        String file = school.principal()
                .get("/selections/{id}/history", selection)
                .then()
                .extract()
                .asString();
        assertThat(file).contains("$600.00 under contract", "$450.00 under contract");
        school.amend(selection, school.line("449.99") + ", " + line(other, "year"))
                .then()
                .statusCode(200);
        school.submit(selection).then().statusCode(422).body("type", endsWith("contracted-line-dropped"));
        school.revise(selection, school.line("450.00") + ", " + line(other, "year"))
                .then()
                .statusCode(200);
        school.submit(selection).then().statusCode(200);

        // Raised, while the school's amendment waits; a word of before that comes late changes nothing.
        wire.contractedAnew(
                selection, 1, fund, school.code, contract, program, "500.00", Instant.parse("2018-11-01T15:00:00Z"));
        awaitAmount(selection, "500.00");
        wire.contractedAnew(
                selection, 1, fund, school.code, contract, program, "470.00", Instant.parse("2018-10-15T15:00:00Z"));
        wire.completed(selection, fund, school.code, contract, program, "500.00");
        awaitKind(selection, "contract-completed");
        awaitAmount(selection, "500.00");
    }

    @Test
    void a_completed_contract_keeps_what_was_paid_and_the_school_is_warned_of_asking_for_more() {
        UUID contract = UUID.randomUUID();
        String selection = approved(school.line("600.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        // Another topic key: the completion may be heard before the amounts that it left.
        wire.completed(selection, fund, school.code, contract, program, "350.00");
        wire.completed(selection, fund, school.code, contract, program, "350.00");
        wire.contracted(selection, 1, fund, school.code, contract, program, "600.00");
        wire.contractedAnew(
                selection, 1, fund, school.code, contract, program, "350.00", Instant.parse("2019-06-24T15:00:00Z"));
        // All of it: also what is said twice makes a new ETag, which must not come between a read and a change below.
        awaitHeard(selection, "SelectionContractCompleted", 2);
        awaitHeard(selection, "SelectionContracted", 2);
        awaitKind(selection, "contract-completed");
        awaitAmount(selection, "350.00");

        school.withdraw(selection).then().statusCode(409).body("type", endsWith("lines-under-contract"));
        school.amend(selection, school.line("600.00") + ", " + line(other, "year"))
                .then()
                .statusCode(200);
        school.principal()
                .get("/selections/{id}/validation", selection)
                .then()
                .statusCode(200)
                .body("findings.code", hasItem("contract-delivered"))
                .body("findings.sentence", hasItem(containsString("$350.00 of this line was paid")));
        school.revise(selection, school.line("350.00") + ", " + line(other, "year"))
                .then()
                .statusCode(200);
        school.principal()
                .get("/selections/{id}/validation", selection)
                .then()
                .body("findings.code", not(hasItem("contract-delivered")));
        school.submit(selection).then().statusCode(200);
    }

    @Test
    void what_was_spent_of_a_contract_that_ended_counts_beside_a_version_that_leaves_its_lines_out() {
        UUID contract = UUID.randomUUID();
        String selection = approved(school.line("900.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.contracted(selection, 1, fund, school.code, contract, program, "900.00");
        awaitAmount(selection, "900.00");
        wire.terminated(selection, fund, school.code, contract, program, "750.00");
        awaitKind(selection, "contract-ended");

        // $750.00 of $1,000.00 are spent; the program costs $300.00 a year.
        school.amend(selection, line(other, "year")).then().statusCode(200);
        school.submit(selection)
                .then()
                .statusCode(422)
                .body("type", endsWith("allocation-exceeded"))
                .body("detail", containsString("so $50.00 is too much"));
        school.revise(selection, school.line("250.00")).then().statusCode(200);
        school.submit(selection).then().statusCode(200);
        // Also for the school's other selections of the fund.
        String another = school.draft("0.01").then().statusCode(201).extract().path("id");
        school.submit(another).then().statusCode(422).body("detail", containsString("so $0.01 is too much"));
    }

    @Test
    void what_a_credit_note_gave_back_is_chosen_again_once_whenever_it_is_told() {
        UUID contract = UUID.randomUUID();
        UUID note = UUID.randomUUID();
        String selection = approved(school.line("900.00"));
        wire.fundsReserved(selection, 1, fund, school.code);
        // Before its contract, twice, and one of what was never paid, the last word of the three on its topic key.
        wire.credited(note, fund, school.code, contract, "80.00", "50.00");
        wire.credited(note, fund, school.code, contract, "80.00", "50.00");
        wire.credited(UUID.randomUUID(), fund, school.code, contract, "30.00", "0.00");
        wire.contracted(selection, 1, fund, school.code, contract, program, "900.00");
        awaitAmount(selection, "900.00");

        // $900.00 of $1,000.00 are under contract.
        String another = school.draft("150.01").then().statusCode(201).extract().path("id");
        soon().untilAsserted(() -> school.principal()
                .get("/selections/{id}/validation", another)
                .then()
                .body("returned.amount", is("50.00"))
                .body("left.amount", is("-0.01")));
        school.submit(another)
                .then()
                .statusCode(422)
                .body("type", endsWith("allocation-exceeded"))
                .body("detail", containsString("$50.00 came back by credit notes, so $0.01 is too much"));
        school.revise(another, school.line("150.00")).then().statusCode(200);
        school.submit(another).then().statusCode(200);
        // Also that of another contract of the school, which nobody told of here yet, waits for it.
        wire.credited(UUID.randomUUID(), fund, school.code, UUID.randomUUID(), "80.00", "50.00");
        wire.credited(UUID.randomUUID(), fund, school.code, contract, "7.00", "7.00");
        soon().untilAsserted(() -> school.principal()
                .get("/selections/{id}/validation", another)
                .then()
                .body("returned.amount", is("57.00")));
    }

    private void awaitHeard(String selection, String action, int times) {
        soon().untilAsserted(() -> assertThat(said.audited(selection))
                .filteredOn(line -> line.startsWith(action + " "))
                .hasSize(times));
    }

    private void awaitAmount(String selection, String dollars) {
        soon().untilAsserted(() -> school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("contracted.amount.amount", contains(dollars)));
    }

    private void awaitKind(String selection, String kind) {
        soon().untilAsserted(() -> school.principal()
                .get("/selections/{id}/history", selection)
                .then()
                .body("items.kind", hasItem(kind)));
    }

    private void awaitContract(String selection) {
        soon().untilAsserted(() ->
                school.principal().get("/selections/{id}", selection).then().body("contracted", hasSize(1)));
    }

    /** Its second version takes what the third program won, and still asks for the other one. */
    private String revisedAfterTheFirstOfTwoLinesLost() {
        String selection = approved(school.line("600.00") + ", " + line(other, "year"));
        wire.fundsReserved(selection, 1, fund, school.code);
        wire.outcomeDiffers(selection, 1, fund, school.code, program, third);
        awaitState(selection, "returned");
        school.revise(selection, line(third, "awarded") + ", " + line(other, "year"))
                .then()
                .statusCode(200);
        return selection;
    }
}
