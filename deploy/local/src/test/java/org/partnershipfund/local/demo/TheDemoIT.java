package org.partnershipfund.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.sample.Sample;

/** {@code ./fund demo} on a new suite: the whole year once, then what came of each of its stories. */
@ExtendWith(PlayedYear.class)
@Order(4)
class TheDemoIT {

    private static Suite suite;
    private static SuiteClient anybody;
    private static Cast cast;
    private static boolean agrees;
    private static String told = "";

    @BeforeAll
    static void play_the_year(PlayedYear.Year year) {
        suite = year.suite();
        anybody = suite.client();
        cast = new Cast(anybody);
        agrees = year.agrees();
        told = year.told();
    }

    @AfterAll
    static void stop() {
        anybody.close();
    }

    @Test
    void the_year_agrees_to_the_cent_and_to_the_event() {
        assertThat(agrees).isTrue();
        assertThat(told)
                .contains("60 allocations (GET /allocations, anybody)")
                .contains("60 budget lines, appropriated (GET /budget-lines)")
                .contains("contracts and encumbered + expended, by school")
                .contains("invoices and expended, by school")
                .contains("pool of the fund, less the reserve (GET /funds/{id})")
                .contains("ledger beside selections, contracts and invoices")
                .containsPattern("approval said, procurement heard +([1-9][0-9]*) = \\1  ok")
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
                        "(memo: support by central office)",
                        "(memo: approval of the School Site Council)",
                        "(memo: approval of the Instructional Superintendent)",
                        "(memo: a restricted budget line)",
                        "(memo: procurement)");
    }

    @Test
    void played_again_it_changes_nothing_and_shows_the_same_table() throws InterruptedException {
        int said = said();
        var screen = new ByteArrayOutputStream();

        boolean again = new FundYear(suite.place(), anybody, PlayedYear.to(screen)).play();

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
    void last_year_s_partnerships_are_told_as_the_memo_counts_them() {
        assertThat(told)
                .contains("Of FY18: $6,700,000.00 of 14 partners at 70 schools")
                .contains("On 30 November anybody found 0 lines, today 95.");
    }

    @Test
    void everybody_finds_every_partnership_and_what_the_fund_pays_for_is_among_them() {
        assertThat(told)
                .containsPattern("everybody finds 3304 partnerships of 118 schools, 28 per school .generated; ")
                .containsPattern("and [1-9][0-9]* programs at 3304 places as HSDS 3.0 ")
                .containsPattern("Who looks for \"litracy\" finds [1-9][0-9]* programs");
        var contracted = cast.anybody().all(Door.PORTFOLIO, "/partnerships", Map.of("fiscalYear", "2019"));
        assertThat(contracted).isNotEmpty().allSatisfy(partnership -> {
            assertThat(partnership.path("funding").asText()).isEqualTo("partnership-fund");
            assertThat(partnership.path("contractIds")).isNotEmpty();
            assertThat(partnership.path("illustrative").asBoolean()).isFalse();
        });
    }

    @Test
    void a_school_s_needs_are_matched_and_its_superintendent_suggests_what_fits() {
        assertThat(told)
                .containsPattern(
                        "Michael J Perkins says what it needs .*; first, with [1-9][0-9]* of [1-9][0-9]* points: .+, \\$[0-9,.]+ for this school")
                .containsPattern("Why: [0-9]+ of [0-9]+: It .+ [0-9]+ of [0-9]+: ")
                .contains("the school says: considered. Nobody is bound by it.");
    }

    @Test
    void a_partner_s_portal_is_told_by_signed_messages_from_its_application_to_its_payment() {
        assertThat(told)
                .containsPattern(
                        "portal of Harbor Youth Alliance hears of each step of its application by webhook: [1-9][0-9]* x application.changed; every signature verified by the published library, 0 messages not believed")
                .containsPattern(
                        "was told all year: [1-9][0-9]* x application.changed, [1-9][0-9]* x contract.executed, [1-9][0-9]* x invoice.paid, [1-9][0-9]* x selection.approved.*; 0 messages not believed");
    }

    @Test
    void need_is_measured_from_pupils_who_do_not_exist_and_none_of_them_is_kept() {
        assertThat(told)
                .contains("nothing here is Boston's own index")
                .contains("Out of 53,263 generated pupils comes the index of 118 schools")
                .contains("No pupil is kept.")
                .contains("Such as Perkins: neighborhood ")
                .contains("and computes a scenario: 60 of 118 schools, 27,176 pupils.");
        assertThat(cast.anybody().all(Door.ALLOCATION, "/index-computations", Map.of()))
                .singleElement()
                .satisfies(computation -> {
                    assertThat(computation.path("illustrative").asBoolean()).isTrue();
                    assertThat(computation.has("studentsKeptUntil")).isFalse();
                });
    }

    @Test
    void what_the_share_of_disadvantaged_pupils_alone_would_give_is_told_beside_it() {
        assertThat(told)
                .contains(
                        "by the share of disadvantaged pupils alone: 25,705 pupils; 5 schools would receive money that now do not, 5 others the other way round. Perkins: $52,775.72 instead of $49,919.05.");
        assertThat(allocation(Stories.IN_PERSON)).isEqualTo(Money.ofDollars("49919.05"));
    }

    @Test
    void anybody_reads_whether_the_money_goes_to_the_need_and_that_last_year_is_generated() {
        assertThat(told)
                .containsSubsequence(
                        "Equity, before and after",
                        "concentration index (above 0: to the need)",
                        "neither; of 14 partners the central funding ends.",
                        "it proves nothing about any real school or partner",
                        "FY2018 is generated: nothing here proves anything about Boston.")
                .contains("Utilisation by need")
                .contains("contracts and utilisation (GET /funds/{id}/utilisation)");
    }

    @Test
    void nobody_could_read_an_allocation_before_8_december() {
        assertThat(told)
                .contains("Refused to the budget office, which would publish a day early: Fund ")
                .contains("publishes its allocations on 2017-12-08, and today is 2017-12-07 in the district.")
                .contains(
                        "anybody finds 0, the principal of Perkins finds 0, a partner finds 0; the scenario does not exist for any of them.");
        assertThat(cast.anybody().all(Door.ALLOCATION, "/allocations", Map.of()))
                .hasSize(118)
                .allSatisfy(allocation ->
                        assertThat(allocation.path("publishedAt").asText()).startsWith("2017-12-08T14:0"));
    }

    @Test
    void a_reader_out_of_scope_finds_nothing() {
        String perkins =
                "/selections/" + selection(Stories.IN_PERSON).path("id").asText();
        String network = "superintendent-" + (isOfFirstNetwork(Stories.IN_PERSON) ? "2" : "1");
        String mystic =
                "/contracts/" + contractOf("Mystic River Tutors").path("id").asText();

        assertThat(status(cast.principal(Stories.IN_PERSON), Door.APPROVAL, perkins))
                .isEqualTo(200);
        assertThat(status(cast.principal(Stories.ONE_CENT), Door.APPROVAL, perkins))
                .isEqualTo(404);
        assertThat(status(cast.coChair(Stories.ONE_CENT), Door.APPROVAL, perkins + "/decisions"))
                .isEqualTo(404);
        assertThat(status(cast.as(network), Door.APPROVAL, perkins)).isEqualTo(404);
        assertThat(cast.as(network)
                        .put(
                                Door.APPROVAL,
                                perkins + "/superintendent-decision",
                                Map.of("decision", "approve", "reasons", "Not mine to decide."),
                                "\"1\"")
                        .answer()
                        .status())
                .isEqualTo(404);
        assertThat(status(cast.as("partner-" + Stories.CHEAPER_PARTNER), Door.PROCUREMENT, mystic))
                .isEqualTo(200);
        assertThat(status(cast.as("partner-" + Stories.CHOSEN_PARTNER), Door.PROCUREMENT, mystic))
                .isEqualTo(404);
        assertThat(status(cast.anybody(), Door.PROCUREMENT, mystic)).isEqualTo(401);
    }

    @Test
    void a_motion_with_the_principal_recused_was_blocked_and_passed_without_that_organisation() {
        assertThat(results(Stories.PRINCIPAL_RECUSED)).containsExactly("blocked", "passed");
        assertThat(verdicts(Stories.PRINCIPAL_RECUSED))
                .startsWith("council blocked 1")
                .contains("council approved 2", "completeness approved 2");
        assertThat(told).contains("The partnerships team finds 1 blocked motion");
    }

    @Test
    void decisions_about_an_earlier_version_are_kept_and_bind_nobody() {
        for (String school : List.of(Stories.RETURNED, Stories.GIVES, Stories.OUTCOME_DIFFERS)) {
            Map<Boolean, Long> earlier = binding(school, 1);
            Map<Boolean, Long> present = binding(school, 2);

            assertThat(earlier).as("about version 1 at %s", school).containsOnlyKeys(false);
            assertThat(present).as("about version 2 at %s", school).containsOnlyKeys(true);
        }
        assertThat(told).contains("on record about earlier versions: 2, of which 0 still bind");
    }

    @Test
    void an_amendment_was_decided_anew_by_all_and_by_a_delegate_and_moved_the_difference_only() {
        String school = Stories.RECEIVES;

        assertThat(verdicts(school))
                .containsExactly(
                        "council approved 1",
                        "superintendent approved 1",
                        "completeness approved 1",
                        "council approved 2",
                        "superintendent approved 2",
                        "completeness approved 2");
        assertThat(items(school, "/decisions"))
                .filteredOn(decision -> decision.hasNonNull("inPlaceOf"))
                .extracting(decision -> decision.path("step").asText())
                .containsExactly("superintendent");
        List<Money> totals = items(school, "/versions").stream()
                .map(version -> Dollars.of(version.path("total")))
                .toList();
        assertThat(totals.getLast()).isEqualTo(totals.getFirst().plus(Stories.MOVED));
        assertThat(told)
                .contains("version 1 stands with its money meanwhile")
                .contains("reserved are $2,500.00 more than before, the difference to the cent")
                .containsPattern("version 2  superintendent  approved  binds, in another's place");
    }

    @Test
    void a_school_that_waited_for_office_hours_moved_up_and_was_told_by_e_mail() {
        assertThat(told)
                .contains("book: confirmed, confirmed, waiting.")
                .containsPattern("moves up: confirmed. It is told by e-mail: \".+\", with .+\\.ics")
                .contains("2 of 2 places taken");
    }

    @Test
    void a_contract_below_10_000_is_signed_by_the_district_alone_on_a_purchase_order() {
        assertThat(contractsBetween("0.00", "9999.99")).isNotEmpty().allSatisfy(contract -> {
            assertThat(steps(contract)).containsExactly("district");
            assertThat(contract.path("purchaseOrder").asText()).isNotEmpty();
        });
    }

    @Test
    void a_quote_contract_needs_partner_superintendent_and_auditor_and_no_mayor() {
        assertThat(contractsBetween("10000.00", "49999.99"))
                .isNotEmpty()
                .allSatisfy(contract -> assertThat(steps(contract))
                        .containsExactly("partner", "superintendent", "appropriation", "district"));
    }

    @Test
    void a_contract_above_50_000_needs_the_auditor_and_the_mayor() {
        assertThat(contractsBetween("50000.01", "99999999.99"))
                .isNotEmpty()
                .allSatisfy(contract ->
                        assertThat(steps(contract)).containsExactly("partner", "appropriation", "mayor", "district"));
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
    void what_was_bought_without_a_competition_stands_with_its_reasons_in_a_public_register() {
        var register = cast.anybody().all(Door.PROCUREMENT, "/sole-source-register", Map.of());

        assertThat(register)
                .extracting(
                        entry -> entry.path("kind").asText(),
                        entry -> entry.path("ground").asText())
                .containsExactlyInAnyOrder(
                        tuple("sole-source", "sole-source"), tuple("exemption", "special-education"));
        assertThat(register).allSatisfy(entry -> {
            assertThat(Dollars.of(entry.path("bought")).isPositive()).isTrue();
            assertThat(entry.path("investigation").asText()).isNotBlank();
        });
    }

    @Test
    void a_purchase_that_was_split_is_refused_and_bought_by_the_method_of_the_sum() {
        assertThat(told)
                .contains("Refused to the procurement officer, who would buy Numbers for Teams by itself")
                .contains(
                        "Counted together with the earlier purchase it is worth $11,728.73 and bought by written-quotes.");
    }

    @Test
    void sealed_envelopes_were_unreadable_before_their_time_and_late_ones_refused() {
        assertThat(told)
                .containsPattern("Refused to an officer who would look into the envelopes: .+")
                .containsPattern("Refused to a bidder who comes an hour late: .+")
                .contains(
                        "Two officers opened the envelopes together, 2 proposals were rated, and only then prices were opened.")
                .contains("Two bids for the area college-and-career were opened by two officers")
                .containsPattern("Paid First Jobs called off for [1-9][0-9]* pupils");
    }

    @Test
    void the_city_s_books_were_reconciled_and_two_mistakes_found() {
        assertThat(told).contains("everything matches but two.").contains("Both have a reason on file");
    }

    @Test
    void anybody_follows_a_purchase_as_open_data() {
        assertThat(told)
                .containsPattern(
                        "GET /ocds/records/ocds-213czf-[0-9a-f-]+: [1-9][0-9]* releases of OCDS 1.1; .+, awarded \\$[0-9,.]+, contracted")
                .containsPattern("sole-source +contracted")
                .containsPattern("call-off +contracted");
    }

    @Test
    void a_contract_that_ended_early_gave_back_what_nobody_is_owed() {
        JsonNode contract = cast.procurementOfficer()
                .get(
                        Door.PROCUREMENT,
                        "/contracts/"
                                + contractOf("Riverway Family Bridge")
                                        .path("id")
                                        .asText())
                .made()
                .json();
        Money share = Dollars.of(contract.path("shares").path(0).path("amount"));
        Money released =
                Dollars.of(contract.path("ended").path("released").path(0).path("amount"));

        assertThat(contract.path("state").asText()).isEqualTo("terminated");
        assertThat(share.minus(released)).isEqualTo(new Money(share.cents() * 40 / 100));
        assertThat(told)
                .contains("where they can be selected again")
                .contains("Refused to the partner, which still would invoice");
    }

    @Test
    void service_before_the_contract_was_executed_is_refused_for_ever() {
        JsonNode contract = contractOf("Mystic River Tutors");

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
                                        "Summer sessions",
                                        "unit",
                                        "lump sum",
                                        "quantity",
                                        "1",
                                        "unitPrice",
                                        Dollars.wire(Money.ofDollars("500.00")),
                                        "pupilsServed",
                                        12))))
                .refused("service-before-execution");

        assertThat(refused).contains("2018-07-05", "2018-07-10");
    }

    private static int status(Actor reader, Door door, String path) {
        return reader.get(door, path).answer().status();
    }

    private static boolean isOfFirstNetwork(String school) {
        return new Sample(suite.place().deploy("sample"))
                .networks()
                .getOrDefault("superintendent-1", List.of())
                .contains(school);
    }

    private static JsonNode contractOf(String partner) {
        return cast.procurementOfficer().all(Door.PROCUREMENT, "/contracts", Map.of()).stream()
                .filter(contract -> contract.path("partnerName").asText().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    /** Contracts of such a value, all years with options, as the officer reads each. */
    private static List<JsonNode> contractsBetween(String from, String until) {
        Actor officer = cast.procurementOfficer();
        return officer.all(Door.PROCUREMENT, "/contracts", Map.of("state", "executed")).stream()
                .filter(contract -> !Money.ofDollars(from).exceeds(Dollars.of(contract.path("value")))
                        && !Dollars.of(contract.path("value")).exceeds(Money.ofDollars(until)))
                .map(contract -> officer.get(
                                Door.PROCUREMENT,
                                "/contracts/" + contract.path("id").asText())
                        .made()
                        .json())
                .toList();
    }

    /** The steps that were taken; one that is not taken is named with an exclamation mark. */
    private static List<String> steps(JsonNode contract) {
        List<String> steps = new ArrayList<>();
        contract.path("steps")
                .forEach(step -> steps.add(
                        step.path("step").asText() + (step.path("done").asBoolean() ? "" : "!")));
        return steps;
    }

    /** How many decisions about a version bind, and how many do not. */
    private static Map<Boolean, Long> binding(String school, int version) {
        return items(school, "/decisions").stream()
                .filter(decision -> decision.path("version").asInt() == version)
                .collect(Collectors.groupingBy(
                        decision -> decision.path("binding").asBoolean(), Collectors.counting()));
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

    /** Without the checkpoints: they come by the clock, the last of them up to a minute after the year. */
    private static int said() {
        var traffic = new EventTraffic(cast.operator().client(), new Crowd(new Narrator(System.out)));
        return Stream.of(Service.values())
                .flatMap(service -> traffic.byName(service).entrySet().stream())
                .filter(said -> !said.getKey().equals("AuditCheckpoint"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
