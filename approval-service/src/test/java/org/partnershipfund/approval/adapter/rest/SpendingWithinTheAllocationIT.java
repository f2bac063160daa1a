package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A school spends within its allocation and its fund's policy, through the doors and from Kafka. */
@QuarkusTest
class SpendingWithinTheAllocationIT extends SchoolStory {

    @Test
    void selections_of_a_school_never_exceed_its_allocation_however_many_are_submitted_at_once() throws Exception {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            drafts.add(school.draft("300.00").then().statusCode(201).extract().path("id"));
        }

        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> calls = drafts.stream()
                    .<Callable<Integer>>map(draft -> () -> school.submit(draft).statusCode())
                    .toList();
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 200).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(3);
    }

    @Test
    void a_revised_allocation_is_what_the_next_submission_is_measured_by() {
        String selection = school.draft("1000.00").then().extract().path("id");

        wire.allocationRevised(fund, school.code, "1000.00", "999.99");
        soon().untilAsserted(() -> assertThat(said.audited(school.code))
                .anyMatch(line -> line.startsWith("AllocationRevisionRemembered")));

        school.submit(selection)
                .then()
                .statusCode(422)
                .body("type", endsWith("allocation-exceeded"))
                .body("detail", containsString("so $0.01 is too much"));
    }

    @Test
    void a_fund_may_admit_the_portfolio_only_and_have_a_due_date() {
        String policy =
                "{\"partnerChoice\": \"portfolio-only\", \"selectionsDueOn\": %s, \"recusedCountAsPresent\": true, \"agendaNoticeHours\": 48, \"source\": \"a test\"}";
        String tag = school.budgetOffice()
                .get("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200)
                .body("partnerChoice", is("any-registered"))
                .body("agendaNoticeHours", is(48))
                .extract()
                .header("ETag");
        tag = school.budgetOffice()
                .header("If-Match", tag)
                .body(policy.formatted("null"))
                .put("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        String unvetted = school.draft(school.principal(), """
                        {"programId": "%s", "priceCode": "year", "quantity": 1, "pupils": 30,
                         "serviceFrom": "2018-09-04", "serviceUntil": "2019-06-21"}
                        """.formatted(other))
                .then()
                .statusCode(201)
                .body("lines[0].portfolio", is("registered"))
                .extract()
                .path("id");
        school.submit(unvetted).then().statusCode(422).body("type", endsWith("not-in-portfolio"));
        school.budgetOffice()
                .header("If-Match", tag)
                .body(policy.formatted("\"2018-01-31\""))
                .put("/approval-policies/{fund}", fund)
                .then()
                .statusCode(200);
        String late = school.draft("10.00").then().extract().path("id");
        school.submit(late).then().statusCode(422).body("type", endsWith("submitted-too-late"));
        school.budgetOffice()
                .get("/approval-policies/{fund}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-approval-policy"));
    }

    @Test
    void what_was_not_heard_of_yet_is_worth_another_try() {
        var unknownFund = new SchoolDoors(school.code, UUID.randomUUID(), program);
        unknownFund.draft("1.00").then().statusCode(409).body("type", endsWith("fund-not-heard-of"));
        var unknownProgram = new SchoolDoors(school.code, fund, UUID.randomUUID());
        unknownProgram.draft("1.00").then().statusCode(409).body("type", endsWith("program-not-heard-of"));
        UUID unallocated = UUID.randomUUID();
        wire.fundOpened(unallocated);
        soon().untilAsserted(
                        () -> assertThat(said.audited(unallocated.toString())).isNotEmpty());
        var withoutAllocation = new SchoolDoors(school.code, unallocated, program);
        String draft =
                withoutAllocation.draft("1.00").then().statusCode(201).extract().path("id");
        school.submit(draft).then().statusCode(409).body("type", endsWith("allocation-not-heard-of"));
        school.draft("60000.01").then().statusCode(422).body("type", endsWith("agreed-amount-too-high"));
    }
}
