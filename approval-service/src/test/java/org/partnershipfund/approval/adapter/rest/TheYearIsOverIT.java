package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Policy approval §8 through the doors and from Kafka. */
@QuarkusTest
class TheYearIsOverIT extends SchoolStory {

    @Test
    void what_no_contract_claims_lapses_and_what_is_under_contract_stays_reserved() {
        String draft = school.draft("10.00").then().statusCode(201).extract().path("id");
        String contracted = approved(school.line("600.00") + ", " + line(other, "year"));
        wire.fundsReserved(contracted, 1, fund, school.code);
        wire.contracted(contracted, 1, fund, school.code, UUID.randomUUID(), program, "600.00");
        String reserved = approved(school.line("100.00"));
        wire.fundsReserved(reserved, 1, fund, school.code);
        awaitState(reserved, "reserved");
        soon().untilAsserted(() ->
                school.principal().get("/selections/{id}", contracted).then().body("contracted", hasSize(1)));

        wire.fundClosed(fund, 2019);

        awaitState(reserved, "lapsed");
        school.principal()
                .get("/selections/{id}", reserved)
                .then()
                .body("lapsedAt", is("2019-07-01T13:00:00Z"))
                .body("reservedAt", notNullValue())
                .body("waitsFor", nullValue());
        school.principal().get("/selections/{id}", draft).then().body("state", is("lapsed"));
        school.principal().get("/selections/{id}", contracted).then().body("state", is("reserved"));
        school.partnershipsTeam()
                .queryParam("fundId", fund)
                .queryParam("state", "lapsed")
                .get("/selections")
                .then()
                .body("items.id", contains(draft, reserved));
        assertThat(said.audited(reserved)).last().asString().startsWith("SelectionLapsed");

        school.withdraw(contracted).then().statusCode(409).body("type", endsWith("lines-under-contract"));
        wire.outcomeDiffers(contracted, 1, fund, school.code, other, third);
        wire.fundClosed(fund, 2019);
        wire.fundOpened(fund);
        awaitHeard(contracted);
        school.principal().get("/selections/{id}", contracted).then().body("state", is("reserved"));
        assertThat(said.audited(reserved).stream().filter(line -> line.startsWith("SelectionLapsed")))
                .hasSize(1);
        assertThat(said.audited(fund.toString()).stream().filter(line -> line.startsWith("FundClosingRemembered")))
                .hasSize(1);
    }

    @Test
    void a_closed_fund_takes_no_drafts_versions_submissions_motions_or_decisions() {
        String draft = school.draft("10.00").then().statusCode(201).extract().path("id");
        String submitted = school.submitted("20.00");
        String meeting = convened(submitted);
        String waiting = school.submitted("30.00");
        school.close(voted(waiting, "yes")).then().statusCode(200);

        wire.fundClosed(fund, 2019);

        awaitState(draft, "lapsed");
        school.draft("10.00").then().body("detail", containsString("was closed on 1 July 2019, 09:00 EDT"));
        refused(school.draft("10.00"));
        refused(school.revise(draft, school.line("11.00")));
        refused(school.submit(draft));
        refused(school.withdraw(draft));
        refused(school.move(meeting, submitted));
        refused(school.postMeeting(school.principal(), Instant.now().plus(Duration.ofHours(49)), submitted));
        refused(school.decide(school.superintendent(), waiting, "superintendent-decision", "approve"));
        refused(school.decide(school.budgetOffice(), waiting, "completeness-check", "complete"));
    }

    @Test
    void no_draft_slips_through_while_the_fund_is_being_closed() throws Exception {
        wire.fundClosed(fund, 2019);
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (Future<Response> last :
                    threads.invokeAll(Collections.<Callable<Response>>nCopies(3, this::draftUntilRefused))) {
                refused(last.get());
            }
        }

        school.partnershipsTeam()
                .queryParam("fundId", fund)
                .queryParam("state", "draft")
                .get("/selections")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    /** The first answer that is no new draft, or the last one after a minute and a half. */
    private Response draftUntilRefused() {
        Instant patience = Instant.now().plus(Duration.ofSeconds(90));
        Response answer = school.draft("1.00");
        while (answer.statusCode() == 201 && Instant.now().isBefore(patience)) {
            answer = school.draft("1.00");
        }
        return answer;
    }

    @Test
    void a_closing_that_comes_ahead_of_its_fund_is_kept_and_one_of_another_year_is_for_an_operator() {
        UUID early = UUID.randomUUID();
        UUID wrong = UUID.randomUUID();
        wire.fundClosed(early, 2019);
        wire.fundClosed(early, 2019);
        wire.fundOpened(early);
        wire.fundOpened(wrong);
        wire.fundClosed(wrong, 2020);

        soon().untilAsserted(() -> {
            assertThat(said.audited(early.toString())).anyMatch(line -> line.startsWith("FundRemembered"));
            assertThat(said.letters(wrong.toString()))
                    .singleElement()
                    .asString()
                    .contains("is not of fiscal year 2020");
        });
        assertThat(said.letters(early.toString())).isEmpty();
        refused(new SchoolDoors(school.code, early, program).draft("1.00"));
        new SchoolDoors(school.code, wrong, program).draft("1.00").then().statusCode(201);
    }

    @Test
    void a_contract_that_is_heard_after_the_closing_brings_its_selection_back() {
        String selection = approved(school.line("600.00"));
        wire.fundClosed(fund, 2019);
        awaitState(selection, "lapsed");

        wire.fundsReserved(selection, 1, fund, school.code);
        wire.contracted(selection, 1, fund, school.code, UUID.randomUUID(), program, "600.00");

        awaitState(selection, "reserved");
        school.principal()
                .get("/selections/{id}", selection)
                .then()
                .body("contracted[0].amount.amount", is("600.00"))
                .body("lapsedAt", nullValue());
    }

    private static void refused(Response response) {
        response.then().statusCode(409).body("type", endsWith("fund-closed"));
    }

    /** Procurement says another thing about the selection; when that is heard, so is what it said before. */
    private void awaitHeard(String selection) {
        wire.contracted(selection, 1, fund, school.code, UUID.randomUUID(), other, "1.00");
        soon().untilAsserted(() ->
                school.principal().get("/selections/{id}", selection).then().body("contracted", hasSize(2)));
    }
}
