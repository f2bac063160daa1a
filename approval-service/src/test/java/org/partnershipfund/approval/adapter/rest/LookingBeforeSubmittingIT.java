package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.policy.LeadTime;
import org.partnershipfund.approval.policy.LeadTimes;
import org.partnershipfund.kernel.Money;

/** Policy approval §10 and §11 through the doors: a fund's rules, and everything that is found before a submission. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class LookingBeforeSubmittingIT extends SchoolStory {

    private static final String RULES = """
            {%s "minPartners": %d, "maxPartners": %d, "largestSharePercent": %d,
             "leastPerLine": {"amount": "%s", "currency": "USD"}, "capacity": "%s", "source": "a test"}
            """;

    @Inject
    LeadTimes leadTimes;

    @Inject
    Clock clock;

    @Test
    void a_draft_that_is_not_saved_shows_everything_at_once_and_nothing_is_kept() {
        set(RULES.formatted("", 2, 3, 50, "100.00", "warns")).then().statusCode(200);
        String early = school.line("1000.01").replace("2018-09-04", "2018-07-02");

        validate(early + ", " + line(other, "no-such-price"))
                .then()
                .statusCode(200)
                .body("submittable", is(false))
                .body(
                        "findings.findAll { it.severity == 'error' }.code",
                        contains("no-such-price", "allocation-exceeded", "too-few-partners", "share-too-large"))
                .body("findings.find { it.code == 'no-such-price' }.line", is(2))
                .body("findings.find { it.code == 'allocation-exceeded' }.line", nullValue())
                .body(
                        "findings.find { it.code == 'allocation-exceeded' }.sentence",
                        containsString("so $0.01 is too much"))
                .body("findings.find { it.code == 'service-too-early' }.severity", is("warning"))
                .body("total.amount", is("1000.01"))
                .body("allocation.amount", is("1000.00"))
                .body("left.amount", is("-0.01"))
                .body("rulesVersion", is(2))
                .body("earliestStarts", hasSize(1))
                .body("earliestStarts[0].line", is(1))
                .body("earliestStarts[0].method", is("sound-business-practices"))
                .body("earliestStarts[0].weeksAtLeast", is(1))
                .body("earliestStarts[0].earliest", notNullValue())
                .body("earliestStarts[0].note", containsString("own amount to that partner"));
        validate(line(other, "no-such-price")).then().statusCode(200).body("total.amount", is("0.00"));
        school.principal()
                .get("/selections?schoolCode={code}", school.code)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void who_may_ask_and_what_must_be_known() {
        String body = "{\"fundId\": \"%s\", \"schoolCode\": \"%s\", \"lines\": [%s]}";
        school.principal()
                .body(body.formatted(fund, "00359999", school.line("1.00")))
                .post("/selections/validations")
                .then()
                .statusCode(404)
                .body("type", endsWith("not-your-school"));
        school.principal()
                .body(body.formatted(UUID.randomUUID(), school.code, school.line("1.00")))
                .post("/selections/validations")
                .then()
                .statusCode(409)
                .body("type", endsWith("fund-not-heard-of"));
        school.superintendent()
                .body(body.formatted(fund, school.code, school.line("1.00")))
                .post("/selections/validations")
                .then()
                .statusCode(403);
        school.principal()
                .body(body.formatted(fund, school.code, ""))
                .post("/selections/validations")
                .then()
                .statusCode(400)
                .body("violations[0].field", containsString("lines"));
        String draft = school.draft("10.00").then().statusCode(201).extract().path("id");
        new SchoolDoors(anotherCode(), fund, program)
                .member("teacher-1")
                .get("/selections/{id}/validation", draft)
                .then()
                .statusCode(404);
        school.member("teacher-1")
                .get("/selections/{id}/validation", draft)
                .then()
                .statusCode(200)
                .body("submittable", is(true))
                .body("left.amount", is("990.00"));
    }

    @Test
    void a_program_suspended_and_an_allocation_lowered_after_the_draft_are_found_and_refuse_it() {
        String draft = school.draft(school.principal(), new SchoolDoors(school.code, fund, third).line("800.00"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID application = UUID.randomUUID();
        wire.programVetted(third, partner, application, "2017-12-01", "2030-11-30");
        wire.programSuspended(third, partner, application);
        soon().untilAsserted(() -> assertThat(said.audited(third.toString()))
                .anyMatch(audited -> audited.startsWith("SuspensionRemembered")));
        wire.allocationRevised(fund, school.code, "1000.00", "799.99");
        soon().untilAsserted(() -> assertThat(said.audited(school.code))
                .anyMatch(audited -> audited.startsWith("AllocationRevisionRemembered")));

        school.principal()
                .get("/selections/{id}/validation", draft)
                .then()
                .statusCode(200)
                .body(
                        "findings.findAll { it.severity == 'error' }.code",
                        contains("program-suspended", "allocation-exceeded"))
                .body("left.amount", is("-0.01"));
        school.submit(draft).then().statusCode(422).body("type", endsWith("program-suspended"));
    }

    @Test
    void the_last_cent_of_an_allocation_is_submitted_once_however_many_ask_for_it_at_once() throws Exception {
        List<String> drafts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            drafts.add(
                    school.draft(i == 0 ? "500.00" : "500.01").then().extract().path("id"));
        }

        List<Integer> answers = atOnce(drafts.stream()
                .<Callable<Integer>>map(draft -> () -> school.submit(draft).statusCode())
                .toList());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    }

    @Test
    void where_capacity_refuses_two_schools_never_choose_more_pupils_than_the_program_serves() throws Exception {
        set(RULES.formatted("", 1, 9, 100, "0.00", "refuses")).then().statusCode(200);
        SchoolDoors second = new SchoolDoors(anotherCode(), fund, program);
        second.seatCouncil().then().statusCode(200);
        wire.allocationPublished(fund, second.code, "1000.00");
        soon().untilAsserted(() ->
                assertThat(said.audited(second.code)).anyMatch(audited -> audited.startsWith("AllocationRemembered")));
        String here = drafted(school, 201);
        String there = drafted(second, 200);

        List<Integer> answers = atOnce(List.of(
                () -> school.submit(here).statusCode(),
                () -> second.submit(there).statusCode()));

        assertThat(answers).containsExactlyInAnyOrder(200, 422);
        SchoolDoors late = answers.getFirst() == 422 ? school : second;
        String lateOne = answers.getFirst() == 422 ? here : there;
        late.submit(lateOne)
                .then()
                .statusCode(422)
                .body("type", endsWith("capacity-exceeded"))
                .body("detail", containsString("can serve 400 pupils"))
                .body("detail", containsString("so 1 are too many"));
        set(RULES.formatted("", 1, 9, 100, "0.00", "warns")).then().statusCode(200);
        late.principal()
                .get("/selections/{id}/validation", lateOne)
                .then()
                .body("findings.find { it.code == 'capacity-exceeded' }.severity", is("warning"));
        late.submit(lateOne).then().statusCode(200);
    }

    @Test
    void a_fund_has_rules_from_the_day_it_is_heard_of_and_every_version_stays() {
        Response first = school.principal().get("/funds/{id}/selection-rules", fund);
        first.then()
                .statusCode(200)
                .body("version", is(1))
                .body("minPartners", is(1))
                .body("maxPartners", nullValue())
                .body("largestSharePercent", is(100))
                .body("capacity", is("warns"))
                .body("source", containsString("Default of the suite"));
        String next = LocalDate.now(clock).plusDays(40).toString();

        set(RULES.formatted("\"validFrom\": \"" + next + "\",", 1, 2, 60, "25.00", "refuses"))
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("validFrom", is(next));

        school.principal()
                .get("/funds/{id}/selection-rules", fund)
                .then()
                .header("ETag", not(first.header("ETag")))
                .body("version", is(1));
        school.principal()
                .get("/funds/{id}/selection-rules?on={day}", fund, next)
                .then()
                .body("version", is(2))
                .body("leastPerLine.amount", is("25.00"));
        school.principal()
                .get("/funds/{id}/selection-rules/versions?limit=1", fund)
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.version", contains(1));
        school.principal()
                .get("/funds/{id}/selection-rules/versions", fund)
                .then()
                .body("items.version", contains(1, 2));
        school.principal()
                .accept("text/csv")
                .get("/funds/{id}/selection-rules/versions", fund)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"));
        assertThat(said.audited(fund.toString())).anyMatch(audited -> audited.startsWith("SelectionRulesSet"));
    }

    @Test
    void only_the_budget_office_sets_rules_that_a_selection_can_meet() {
        String fine = RULES.formatted("", 1, 2, 60, "0.00", "warns");
        String tag = rulesTag();
        school.budgetOffice()
                .body(fine)
                .put("/funds/{id}/selection-rules", fund)
                .then()
                .statusCode(428);
        school.budgetOffice()
                .header("If-Match", "\"7\"")
                .body(fine)
                .put("/funds/{id}/selection-rules", fund)
                .then()
                .statusCode(412);
        school.principal()
                .header("If-Match", tag)
                .body(fine)
                .put("/funds/{id}/selection-rules", fund)
                .then()
                .statusCode(403);
        school.budgetOffice()
                .header("If-Match", "\"1\"")
                .body(fine)
                .put("/funds/{id}/selection-rules", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("no-such-selection-rules"));
        set(RULES.formatted("", 3, 2, 60, "0.00", "warns"))
                .then()
                .statusCode(422)
                .body("type", endsWith("partner-numbers-do-not-fit"));
        set(RULES.formatted("", 1, 2, 49, "0.00", "warns"))
                .then()
                .statusCode(422)
                .body("type", endsWith("shares-do-not-fit"));
        set(RULES.formatted("\"validFrom\": \"2017-01-01\",", 1, 2, 60, "0.00", "warns"))
                .then()
                .statusCode(422)
                .body("type", endsWith("rules-backdated"));
        set(RULES.formatted("", 0, 2, 60, "0.00", "warns"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(containsString("minPartners")));
        set(RULES.formatted("", 1, 2, 60, "-0.01", "warns")).then().statusCode(400);
        school.principal()
                .get("/funds/{id}/selection-rules?on=yesterday", fund)
                .then()
                .statusCode(400);
        assertThat(rulesTag()).isEqualTo(tag);
    }

    @Test
    void the_weeks_that_central_office_needs_are_those_of_the_policy_page() {
        for (List<String> row : PolicyPage.table("approval.md", "How long central office needs")) {
            Optional<LeadTime> tier =
                    LeadTime.of(leadTimes.all(), Money.ofDollars(row.get(1)), LocalDate.parse(row.get(0)));

            assertThat(tier.map(LeadTime::method).orElse("not known")).isEqualTo(row.get(2));
            assertThat(tier.map(one -> String.valueOf(one.weeksAtLeast())).orElse(""))
                    .isEqualTo(row.get(3));
            assertThat(tier.map(one -> String.valueOf(one.weeksAtMost())).orElse(""))
                    .isEqualTo(row.get(4));
        }
    }

    @Test
    void a_registered_program_is_a_warning_and_nothing_in_the_way() {
        validate(line(other, "year"))
                .then()
                .statusCode(200)
                .body("submittable", is(true))
                .body("findings.code", hasItems("not-on-the-menu"))
                .body("left.amount", is("700.00"));
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Integer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static String drafted(SchoolDoors school, int pupils) {
        return school.draft(
                        school.principal(), school.line("100.00").replace("\"pupils\": 30", "\"pupils\": " + pupils))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Response validate(String lines) {
        return school.principal()
                .body("{\"fundId\": \"%s\", \"schoolCode\": \"%s\", \"lines\": [%s]}"
                        .formatted(fund, school.code, lines))
                .post("/selections/validations");
    }

    private String rulesTag() {
        return school.budgetOffice()
                .get("/funds/{id}/selection-rules", fund)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    private Response set(String rules) {
        return school.budgetOffice()
                .header("If-Match", rulesTag())
                .body(rules)
                .put("/funds/{id}/selection-rules", fund);
    }
}
