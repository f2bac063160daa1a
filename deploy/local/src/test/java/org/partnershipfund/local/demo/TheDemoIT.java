package org.partnershipfund.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Settings;

/** {@code ./fund demo} on a new suite: the whole year once, then what came of each of its stories. */
class TheDemoIT {

    @TempDir
    private static Path folder;

    private static Suite suite;
    private static SuiteClient anybody;
    private static Cast cast;
    private static boolean agrees;
    private static String told = "";

    @BeforeAll
    static void play_the_year() throws InterruptedException {
        suite = Suite.in(folder, Map.of(Settings.CLOCK_ADJUSTABLE, "true"));
        suite.up();
        anybody = suite.client();
        cast = new Cast(anybody);
        var screen = new ByteArrayOutputStream();
        agrees = new FundYear(suite.place(), anybody, to(screen)).play();
        told = screen.toString(StandardCharsets.UTF_8);
        System.out.print(told);
    }

    @AfterAll
    static void stop() {
        anybody.close();
        suite.close();
    }

    @Test
    void the_year_agrees_to_the_cent_and_to_the_event() {
        assertThat(agrees).isTrue();
        assertThat(told)
                .contains("60 allocations (GET /allocations, anybody)")
                .contains("60 budget lines, appropriated (GET /budget-lines)")
                .contains("contracts and encumbered + expended, by school")
                .contains("invoices and expended, by school")
                .contains("approval said, procurement heard")
                .contains("dead letters of all services")
                .doesNotContain("WRONG");
    }

    @Test
    void the_year_is_told_by_the_memo_s_calendar() {
        assertThat(told)
                .containsSubsequence(
                        "(memo: the Opportunity Portfolio)",
                        "(memo: 1 December)",
                        "(memo: 8 December)",
                        "(memo: 11 to 13 December)",
                        "(memo: 14 December to 11 January)",
                        "(memo: approval of the School Site Council)",
                        "(memo: approval of the Instructional Superintendent)",
                        "(memo: a restricted budget line)",
                        "(memo: procurement)");
    }

    @Test
    void played_again_it_changes_nothing_and_shows_the_same_table() throws InterruptedException {
        int said = said();
        var screen = new ByteArrayOutputStream();

        boolean again = new FundYear(suite.place(), anybody, to(screen)).play();

        assertThat(again).isTrue();
        assertThat(said()).isEqualTo(said);
        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("This suite has played the year before.")
                .contains(told.lines()
                        .filter(line -> line.contains("all together"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void one_cent_over_the_allocation_was_refused_and_a_cent_less_was_accepted() {
        String school = Stories.ONE_CENT;
        Money allocation = allocation(school);

        assertThat(items(school, "/versions"))
                .extracting(version -> Dollars.of(version.path("total")))
                .containsExactlyInAnyOrder(allocation.plus(new Money(1)), allocation);
        assertThat(selection(school).path("state").asText()).isEqualTo("reserved");
    }

    @Test
    void a_meeting_without_quorum_decided_nothing_and_the_next_one_did() {
        assertThat(results(Stories.NO_QUORUM)).containsExactly("no-quorum", "passed");
        assertThat(selection(Stories.NO_QUORUM).path("version").asInt()).isEqualTo(1);
    }

    @Test
    void a_motion_with_the_principal_in_the_minority_was_lost_and_the_account_is_given() {
        assertThat(results(Stories.PRINCIPAL_IN_MINORITY)).containsExactly("lost", "passed");
        assertThat(motions(Stories.PRINCIPAL_IN_MINORITY))
                .noneMatch(motion -> motion.path("accountOwed").asBoolean());
        assertThat(verdicts(Stories.PRINCIPAL_IN_MINORITY)).startsWith("council returned 1", "council approved 2");
    }

    @Test
    void what_the_superintendent_returned_went_through_all_steps_again() {
        assertThat(verdicts(Stories.RETURNED))
                .containsExactly(
                        "council approved 1",
                        "superintendent returned 1",
                        "council approved 2",
                        "superintendent approved 2",
                        "completeness approved 2");
    }

    @Test
    void a_reservation_after_a_downward_revision_was_refused_and_the_smaller_one_was_made() {
        assertThat(verdicts(Stories.GIVES)).contains("reservation returned 1", "completeness approved 2");
        assertThat(Dollars.of(selection(Stories.GIVES).path("total"))).isEqualTo(allocation(Stories.GIVES));
        assertThat(selection(Stories.GIVES).path("state").asText()).isEqualTo("reserved");
    }

    @Test
    void another_outcome_of_the_competition_was_accepted_as_a_new_version() {
        String school = Stories.OUTCOME_DIFFERS;

        assertThat(verdicts(school)).contains("competition returned 1", "completeness approved 2");
        assertThat(Dollars.of(selection(school).path("total"))).isEqualTo(Stories.CHEAPER);
        assertThat(selection(school).path("lines").path(0).path("partnerName").asText())
                .isEqualTo("Mystic River Tutors");
    }

    @Test
    void service_before_the_contract_was_executed_is_refused_for_ever() {
        JsonNode contract = cast.procurementOfficer().all(Door.PROCUREMENT, "/contracts", Map.of()).stream()
                .filter(one -> one.path("partnerName").asText().equals("Mystic River Tutors"))
                .findFirst()
                .orElseThrow();

        String refused = cast.as("partner-" + Stories.CHEAPER_PARTNER)
                .post(
                        Door.PROCUREMENT,
                        "/invoices",
                        Map.of(
                                "contractId",
                                contract.path("id").asText(),
                                "number",
                                "once-more",
                                "lines",
                                List.of(Map.of(
                                        "schoolCode",
                                        Stories.OUTCOME_DIFFERS,
                                        "serviceFrom",
                                        "2018-07-05",
                                        "serviceUntil",
                                        "2018-07-09",
                                        "amount",
                                        Dollars.wire(Money.ofDollars("500.00")),
                                        "description",
                                        "Summer sessions"))))
                .refused("service-before-execution");

        assertThat(refused).contains("2018-07-05", "2018-07-10");
    }

    private static Money allocation(String school) {
        return Dollars.of(cast.anybody()
                .all(Door.ALLOCATION, "/allocations", Map.of("schoolCode", school))
                .getFirst()
                .path("amount"));
    }

    private static JsonNode selection(String school) {
        String id = cast.principal(school)
                .all(Door.APPROVAL, "/selections", Map.of("schoolCode", school))
                .getFirst()
                .path("id")
                .asText();
        return cast.principal(school)
                .get(Door.APPROVAL, "/selections/" + id)
                .made()
                .json();
    }

    private static List<JsonNode> items(String school, String part) {
        return cast.principal(school)
                .all(
                        Door.APPROVAL,
                        "/selections/" + selection(school).path("id").asText() + part,
                        Map.of());
    }

    /** Step, verdict and version, in the order of their time. */
    private static List<String> verdicts(String school) {
        return items(school, "/decisions").stream()
                .sorted(Comparator.comparing(
                        decision -> decision.path("decidedAt").asText()))
                .map(decision -> "%s %s %d"
                        .formatted(
                                decision.path("step").asText(),
                                decision.path("verdict").asText(),
                                decision.path("version").asInt()))
                .toList();
    }

    private static List<JsonNode> motions(String school) {
        return cast.principal(school)
                .all(
                        Door.APPROVAL,
                        "/motions",
                        Map.of("selectionId", selection(school).path("id").asText()));
    }

    private static List<String> results(String school) {
        return motions(school).stream()
                .sorted(Comparator.comparing(motion -> motion.path("openedAt").asText()))
                .map(motion -> motion.path("result").asText())
                .toList();
    }

    private static int said() {
        var traffic = new EventTraffic(cast.operator().client(), new Crowd(new Narrator(System.out)));
        return Stream.of(Service.values()).mapToInt(traffic::said).sum();
    }

    private static PrintStream to(ByteArrayOutputStream screen) {
        return new PrintStream(screen, true, StandardCharsets.UTF_8);
    }
}
