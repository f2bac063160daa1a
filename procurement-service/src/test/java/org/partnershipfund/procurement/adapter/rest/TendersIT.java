package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.caller.Person;
import org.partnershipfund.foundation.web.IfMatch;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.kernel.envelope.EnvelopeException;
import org.partnershipfund.kernel.envelope.OfficerKeys;
import org.partnershipfund.kernel.envelope.WrappedShare;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.fixtures.Bidding;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.tender.SealedBids;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.TenderRefusal.TooManyReplacements;
import org.partnershipfund.procurement.usecase.AmendContract;
import org.partnershipfund.procurement.usecase.SubmitBid;
import org.partnershipfund.testkit.BackboneResource;
import org.partnershipfund.testkit.Tokens;

/** A sealed tender from its draft to its award, through the doors; time passes by the district's clock. */
@QuarkusTest
@TestProfile(TendersIT.TimePasses.class)
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class TendersIT extends BuyingStory {

    /** As in the demo: operators may set the clock. */
    public static final class TimePasses implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fund.clock.adjustable", "true");
        }
    }

    @Inject
    AmendContract amendContract;

    @Inject
    SubmitBid submitBid;

    private final KeyPair keyOne = OfficerKeys.generate();
    private final KeyPair keyTwo = OfficerKeys.generate();
    private final String mysticMember = UUID.randomUUID().toString();

    @BeforeEach
    void mystic_has_a_member_of_its_own() {
        QuarkusTransaction.requiringNew()
                .run(() -> members.replace(mystic.partner(), List.of(new Person(Tokens.ISSUER, mysticMember))));
    }

    @AfterEach
    void time_is_real_again() {
        clock(Instant.now());
    }

    private static void clock(Instant instant) {
        as("operator")
                .contentType(ContentType.JSON)
                .body(Map.of("instant", instant.toString()))
                .put("/district-clock")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification officer(int number) {
        return given().auth().oauth2(Tokens.of("officer-" + number, "procurement-officer"));
    }

    private RequestSpecification memberOf(Program program) {
        return given().auth().oauth2(Tokens.of(program.equals(mystic) ? mysticMember : member, "partner"));
    }

    private static Instant inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days));
    }

    private static List<Map<String, Object>> notices(boolean everywhere) {
        List<String> places = new ArrayList<>(List.of("office", "newspaper", "commbuys", "city-record"));
        if (everywhere) {
            places.add("goods-and-services-bulletin");
        }
        return places.stream()
                .map(place -> Map.<String, Object>of(
                        "place",
                        place,
                        "postedOn",
                        today().toString(),
                        "reference",
                        "File 7",
                        "sha256",
                        "ab".repeat(32)))
                .toList();
    }

    /** Drafted by the first officer, published by the second, with the keys of both. */
    private String published(Map<String, Object> draft) {
        String tender =
                post(officer(1), "/tenders", draft).statusCode(201).extract().path("id");
        given().get("/tenders/" + tender).then().statusCode(404).body("type", endsLike("no-such-tender"));
        put(officer(1), "/tenders/" + tender + "/publication", Map.of("notices", notices(true)))
                .statusCode(409)
                .body("type", endsLike("tender-keys-missing"));
        put(officer(1), "/tenders/" + tender + "/key", Map.of("key", "no key"))
                .statusCode(422)
                .body("type", endsLike("tender-key-unusable"));
        put(officer(1), "/tenders/" + tender + "/key", Map.of("key", OfficerKeys.text(keyOne.getPublic())))
                .statusCode(200);
        put(officer(2), "/tenders/" + tender + "/key", Map.of("key", OfficerKeys.text(keyTwo.getPublic())))
                .statusCode(200);
        put(officer(1), "/tenders/" + tender + "/publication", Map.of("notices", notices(false)))
                .statusCode(422)
                .body("type", endsLike("notice-places-missing"))
                .body("detail", containsString("goods-and-services-bulletin"));
        put(officer(2), "/tenders/" + tender + "/publication", Map.of("notices", notices(true)))
                .statusCode(200)
                .body("state", is("published"));
        return tender;
    }

    private static Map<String, Object> draft(String kind, Map<String, Object> of, int days) {
        Map<String, Object> draft = new HashMap<>(of);
        draft.put("kind", kind);
        draft.put("title", "Tutoring for the schools of the district");
        draft.put("description", "Thirty pupils, twice a week");
        draft.put("closesAt", inDays(days).toString());
        if (kind.equals("proposals")) {
            draft.put("whyProposals", "Experience counts as much as the price");
            draft.put("criteria", List.of("experience"));
        }
        return draft;
    }

    private static Map<String, Object> framework() {
        return Map.of(
                "framework",
                Map.of(
                        "from", year().firstDay().toString(),
                        "until", year().lastDay().plusYears(2).toString(),
                        "mostAwards", 2,
                        "items",
                                List.of(Map.of(
                                        "code", "hour", "description", "An hour", "unit", "hour", "quantity", 1000))),
                "value",
                dollars("150000.00"));
    }

    private String sealed(String tender, Part part, Program program, String content) {
        return Base64.getEncoder()
                .encodeToString(Bidding.seal(UUID.fromString(tender), part, program.partner(), content, keyOne, keyTwo)
                        .bytes());
    }

    private ValidatableResponse bid(String tender, Program program, @Nullable String technical, String form) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "partnerId",
                program.partner(),
                "price",
                sealed(tender, Part.PRICE, program, form),
                "nonCollusion",
                true,
                "taxAttestation",
                true));
        if (technical != null) {
            body.put("technical", sealed(tender, Part.TECHNICAL, program, technical));
        }
        return post(memberOf(program), "/tenders/" + tender + "/bids", body);
    }

    /** An officer unwraps the shares of one of the keys and hands them in. */
    private ValidatableResponse handIn(String tender, String part, int officer, int key) {
        KeyPair pair = key == 1 ? keyOne : keyTwo;
        List<Map<String, String>> wrapped = officer(officer)
                .get("/tenders/%s/shares?part=%s".formatted(tender, part))
                .then()
                .statusCode(200)
                .extract()
                .path("envelopes");
        List<Map<String, String>> shares = wrapped.stream()
                .map(one -> Map.of(
                        "bidId",
                        one.getOrDefault("bidId", ""),
                        "share",
                        unwrapped(one.getOrDefault(key == 1 ? "first" : "second", ""), pair)))
                .toList();
        return post(
                officer(officer),
                "/tenders/" + tender + "/openings",
                Map.of(
                        "part",
                        part,
                        "fingerprint",
                        OfficerKeys.fingerprint(pair.getPublic()),
                        "envelopes",
                        shares,
                        "witnesses",
                        List.of("R. Ames, Business Office")));
    }

    private static String unwrapped(String share, KeyPair pair) {
        try {
            return Base64.getEncoder().encodeToString(WrappedShare.ofText(share).unwrap(pair.getPrivate()));
        } catch (EnvelopeException e) {
            throw new AssertionError(e);
        }
    }

    private void assertNobodyIsTold(String tender) {
        given().get("/tenders/" + tender)
                .then()
                .statusCode(200)
                .body("register", nullValue())
                .body(not(containsString(mystic.partner().toString())));
        officer(1)
                .get("/tenders/" + tender)
                .then()
                .body("register", nullValue())
                .body(not(containsString(mystic.partner().toString())));
        assertThat(sql.list("""
                        SELECT concat_ws(' ', actor, state_before, state_after) FROM audit_log
                         WHERE subject = ? OR actor IN (?, ?)
                        """, row -> row.getString(1), tender, member, mysticMember))
                .as("what the trail says")
                .isNotEmpty()
                .noneMatch(text -> text.contains(mystic.partner().toString())
                        || text.contains(member)
                        || text.contains(mysticMember));
        assertThat(sql.list(
                        "SELECT encode(price, 'escape') || coalesce(encode(technical, 'escape'), '') FROM sealed_bid WHERE tender_id = ?::uuid AND price IS NOT NULL",
                        row -> row.getString(1),
                        tender))
                .noneMatch(text -> text.contains("programId") || text.contains("Our plan"));
    }

    @Test
    void proposals_stay_sealed_until_two_officers_open_them_and_prices_until_ratings_are_final() {
        approve(selectionOne, 1, one, harbor, "60000.00");
        approve(selectionTwo, 1, two, harbor, "60000.00");
        String process = open(harbor, competition());
        String tender = published(draft("proposals", Map.of("processId", process), 15));
        post(officer(1), "/tenders", draft("proposals", Map.of("processId", process), 15))
                .statusCode(409)
                .body("type", endsLike("process-not-tenderable"));
        officer().get("/processes/" + process).then().body("state", is("solicited"));
        propose(process, harbor, "1.00", "advantageous").statusCode(409).body("type", endsLike("no-offers-now"));
        award(process, harbor).statusCode(409).body("type", endsLike("not-awardable-now"));

        String question = post(
                        memberOf(harbor), "/tenders/" + tender + "/questions", Map.of("question", "How many pupils?"))
                .statusCode(201)
                .extract()
                .path("id");
        given().get("/tenders/" + tender).then().body("answers", empty());
        post(officer(1), "/tenders/%s/questions/%s/answer".formatted(tender, question), Map.of("answer", "Thirty"))
                .statusCode(201);
        given().get("/tenders/" + tender).then().body("answers.answer", contains("Thirty"));

        bid(tender, harbor, null, Bidding.form(harbor.id(), "110000.00"))
                .statusCode(422)
                .body("type", endsLike("envelope-unusable"));
        bid(UUID.randomUUID().toString(), harbor, "x", "y").statusCode(404);
        bid(tender, charles, "Our plan", Bidding.form(charles.id(), "1.00"))
                .statusCode(409)
                .body("type", endsLike("bidder-not-known"));
        bid(tender, harbor, "Our first plan", Bidding.form(harbor.id(), "119999.99"))
                .statusCode(201);
        bid(tender, harbor, "Our plan", Bidding.form(harbor.id(), "110000.00")).statusCode(201);
        bid(tender, mystic, "Our plan, too", Bidding.form(mystic.id(), "105000.00"))
                .statusCode(201);
        memberOf(harbor).get("/tenders/" + tender + "/receipts").then().body("", hasSize(1));
        assertNobodyIsTold(tender);
        given().get("/tenders/" + tender).then().body("bidsReceived", nullValue());
        officer(1).get("/tenders/" + tender + "/shares?part=technical").then().statusCode(409);
        officer(1)
                .get("/tenders/" + tender + "/shares?part=both")
                .then()
                .statusCode(400)
                .body("violations[0].field", is("part"))
                .body("violations[0].value", is("both"));
        officer(1).get("/tenders/" + tender + "/shares").then().statusCode(400);

        clock(inDays(15).plusSeconds(60));
        bid(tender, mystic, "Our plan, better", Bidding.form(mystic.id(), "90000.00"))
                .statusCode(409)
                .body("type", endsLike("bid-too-late"))
                .body("detail", containsString("closed at its deadline of"));
        post(memberOf(mystic), "/tenders/" + tender + "/withdrawals", Map.of("partnerId", mystic.partner()))
                .statusCode(409);
        given().get("/tenders?state=closed&serviceArea=" + area).then().body("items.id", hasItem(tender));
        given().get("/tenders/" + tender).then().body("state", is("closed")).body("bidsReceived", is(2));
        assertNobodyIsTold(tender);
        officer(1).get("/tenders/" + tender + "/shares?part=price").then().statusCode(409);

        handIn(tender, "technical", 1, 1).statusCode(201).body("state", is("closed"));
        assertNobodyIsTold(tender);
        handIn(tender, "technical", 1, 2).statusCode(422).body("type", endsLike("officer-twice"));
        List<String> bids = handIn(tender, "technical", 2, 2)
                .statusCode(201)
                .body("state", is("opened"))
                .body("register.partnerName", containsInAnyOrder("Harbor", "Mystic"))
                .body("register.price", not(hasItem(not(nullValue()))))
                .extract()
                .path("register.id");
        assertThat(officer(1)
                        .get("/tenders/%s/proposals/%s".formatted(tender, bids.getFirst()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .body()
                        .asByteArray())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Our plan");
        officer(1).get("/tenders/" + tender + "/shares?part=price").then().statusCode(409);
        assertThat(sql.list(
                        "SELECT state_after FROM audit_log WHERE subject = ? AND action = 'ProposalsOpened'",
                        row -> row.getString(1),
                        tender))
                .singleElement()
                .asString()
                .contains(member, mysticMember);

        List<Map<String, Object>> said = new ArrayList<>();
        for (String bid : bids) {
            var marks = List.of(Map.of("criterion", "experience", "rating", "advantageous", "reason", "As we saw"));
            for (int evaluator : List.of(1, 2)) {
                post(officer(evaluator), "/tenders/" + tender + "/ratings", Map.of("bidId", bid, "marks", marks))
                        .statusCode(201);
            }
            said.add(Map.of("bidId", bid, "marks", marks, "composite", "advantageous", "reason", "On the whole"));
        }
        put(officer(1), "/tenders/" + tender + "/evaluation", Map.of("proposals", said))
                .statusCode(200)
                .body("state", is("evaluated"));
        handIn(tender, "price", 2, 2).statusCode(201).body("state", is("evaluated"));
        handIn(tender, "price", 1, 1)
                .statusCode(201)
                .body("state", is("prices-opened"))
                .body("register.price.amount", containsInAnyOrder("110000.00", "105000.00"));
        given().get("/tenders/" + tender)
                .then()
                .body("register.price", not(hasItem(not(nullValue()))))
                .body("ratings", nullValue());

        put(
                        officer(1),
                        "/tenders/" + tender + "/award",
                        Map.of("bidIds", List.of(bids.getLast()), "justification", "Best"))
                .statusCode(200)
                .body("state", is("awarded"));
        given().get("/tenders/" + tender)
                .then()
                .body("register.price.amount", containsInAnyOrder("110000.00", "105000.00"))
                .body("ratings.composite", contains("advantageous", "advantageous"));
        officer()
                .get("/processes/" + process)
                .then()
                .body("state", is("awarded"))
                .body("award.partnerName", is("Mystic"))
                .body("award.price.amount", is("105000.00"))
                .body("waitingFor", containsInAnyOrder(one, two));
        assertThat(this.said.about(selectionOne.toString())).contains("ProcurementOutcomeDiffers");
    }

    @Test
    void schools_call_off_from_the_awards_of_a_framework_at_its_unit_prices() {
        Map<String, Object> draft = draft("bids", framework(), 15);
        draft.put("serviceArea", area);
        String tender = published(draft);
        bid(tender, harbor, null, units(harbor, "45.00")).statusCode(201);
        bid(tender, mystic, null, units(mystic, "40.00")).statusCode(201);
        post(memberOf(mystic), "/tenders/" + tender + "/withdrawals", Map.of("partnerId", mystic.partner()))
                .statusCode(204);
        post(memberOf(mystic), "/tenders/" + tender + "/withdrawals", Map.of("partnerId", mystic.partner()))
                .statusCode(404)
                .body("type", endsLike("no-bid-of-yours"));
        clock(inDays(15).plusSeconds(60));
        handIn(tender, "price", 1, 1).statusCode(201);
        String won = handIn(tender, "price", 2, 2)
                .statusCode(201)
                .body("register.partnerName", contains("Harbor"))
                .extract()
                .path("register[0].id");
        given().get("/tenders/" + tender).then().body("register[0].unitPrices.price.amount", contains("45.00"));
        put(officer(1), "/tenders/" + tender + "/award", Map.of("bidIds", List.of(won), "justification", "The lowest"))
                .statusCode(200);
        String award = given().get("/framework-awards?tenderId=" + tender)
                .then()
                .statusCode(200)
                .body("items.partnerName", contains("Harbor"))
                .extract()
                .path("items[0].id");
        given().get("/framework-awards/" + award).then().body("unitPrices.price.amount", contains("45.00"));

        approve(selectionOne, 1, one, harbor, "9000.00");
        approve(selectionTwo, 1, two, mystic, "9000.00");
        Map<String, Object> route = Map.of("kind", "call-off", "reasons", "Awarded before", "reference", award);
        post(officer(), "/processes", opening(mystic, route, false))
                .statusCode(422)
                .body("type", endsLike("framework-award-does-not-cover"));
        String process = open(harbor, route);
        award(process, harbor).statusCode(422).body("type", endsLike("units-not-awarded"));
        put(officer(), "/processes/" + process + "/award", callingOff(harbor, 201))
                .statusCode(422)
                .body("type", endsLike("award-outside-reservations"));
        put(officer(), "/processes/" + process + "/award", callingOff(harbor, 100))
                .statusCode(200)
                .body("award.price.amount", is("4500.00"))
                .body("award.units.unitPrice.amount", contains("45.00"));
    }

    private static String units(Program program, String hour) {
        return "{\"programId\": \"%s\", \"unitPrices\": {\"hour\": \"%s\"}}".formatted(program.id(), hour);
    }

    private static Map<String, Object> callingOff(Program program, int hours) {
        return Map.of(
                "programId", program.id(),
                "justification", "Called off",
                "units", List.of(Map.of("code", "hour", "quantity", hours)));
    }

    @Test
    void a_cancelled_tender_stays_sealed_and_its_process_may_be_tendered_anew() {
        approve(selectionOne, 1, one, harbor, "60000.00");
        approve(selectionTwo, 1, two, harbor, "60000.00");
        String process = open(harbor, competition());
        String tender = published(draft("bids", Map.of("processId", process), 15));
        bid(tender, mystic, null, Bidding.form(mystic.id(), "105000.00")).statusCode(201);

        put(officer(1), "/tenders/" + tender + "/cancellation", Map.of("reason", "The description was wrong"))
                .statusCode(200)
                .body("state", is("cancelled"));

        given().get("/tenders/" + tender)
                .then()
                .body("cancelledBecause", is("The description was wrong"))
                .body("bidsReceived", nullValue());
        assertNobodyIsTold(tender);
        officer().get("/processes/" + process).then().body("state", is("open"));
        String again = published(draft("bids", Map.of("processId", process), 15));
        assertThat(again).isNotEqualTo(tender);
        given().accept("text/csv").get("/tenders?serviceArea=" + area).then().statusCode(200);
    }

    @Test
    void who_belongs_to_a_bidder_or_put_a_bid_in_decides_nothing() {
        approve(selectionOne, 1, one, harbor, "60000.00");
        approve(selectionTwo, 1, two, harbor, "60000.00");
        String process = open(harbor, competition());
        String tender = published(draft("proposals", Map.of("processId", process), 15));
        String another = post(officer(1), "/tenders", frameworkInArea())
                .statusCode(201)
                .extract()
                .path("id");
        belongTo(mystic, mysticMember, "officer-3", "officer-4", "officer-5");
        put(officer(3), "/tenders/" + another + "/key", Map.of("key", OfficerKeys.text(keyOne.getPublic())))
                .statusCode(422)
                .body("type", endsLike("belongs-to-bidder"));
        bid(tender, mystic, "Our plan", Bidding.form(mystic.id(), "105000.00")).statusCode(201);
        // The partner's other officers leave it as soon as the bid is in: they stay bound. A new one is bound at once.
        belongTo(mystic, mysticMember, "officer-3", "officer-6");
        for (String whole : List.of("/tenders/" + tender, "/processes/" + process)) {
            put(officer(3), whole + "/cancellation", Map.of("reason", "We would lose"))
                    .statusCode(422)
                    .body("type", endsLike("belongs-to-bidder"));
        }
        clock(inDays(15).plusSeconds(60));
        for (int stranger : List.of(3, 4, 5, 6)) {
            officer(stranger)
                    .get("/tenders/" + tender + "/shares?part=technical")
                    .then()
                    .statusCode(422)
                    .body("type", endsLike("belongs-to-bidder"))
                    .body("detail", not(containsString("Mystic")));
        }
        String subject = mysticMember;
        given().auth()
                .oauth2(Tokens.of(subject, "procurement-officer"))
                .get("/tenders/" + tender + "/shares?part=technical")
                .then()
                .statusCode(422);

        handIn(tender, "technical", 1, 1).statusCode(201);
        List<String> bids =
                handIn(tender, "technical", 2, 2).statusCode(201).extract().path("register.id");
        var marks = List.of(Map.of("criterion", "experience", "rating", "advantageous", "reason", "As we saw"));
        post(officer(4), "/tenders/" + tender + "/ratings", Map.of("bidId", bids.getFirst(), "marks", marks))
                .statusCode(422)
                .body("type", endsLike("belongs-to-bidder"));
        for (int evaluator : List.of(1, 2)) {
            post(
                            officer(evaluator),
                            "/tenders/" + tender + "/ratings",
                            Map.of("bidId", bids.getFirst(), "marks", marks))
                    .statusCode(201);
        }
        var together = Map.of(
                "proposals",
                List.of(Map.of(
                        "bidId",
                        bids.getFirst(),
                        "marks",
                        marks,
                        "composite",
                        "advantageous",
                        "reason",
                        "On the whole")));
        put(officer(5), "/tenders/" + tender + "/evaluation", together).statusCode(422);
        put(officer(1), "/tenders/" + tender + "/evaluation", together).statusCode(200);
        handIn(tender, "price", 1, 1).statusCode(201);
        handIn(tender, "price", 2, 2).statusCode(201);
        var choice = Map.of("bidIds", bids, "justification", "Best");
        put(officer(6), "/tenders/" + tender + "/award", choice)
                .statusCode(422)
                .body("type", endsLike("belongs-to-bidder"));
        put(officer(1), "/tenders/" + tender + "/award", choice).statusCode(200);
    }

    private Map<String, Object> frameworkInArea() {
        Map<String, Object> draft = draft("bids", framework(), 15);
        draft.put("serviceArea", area);
        return draft;
    }

    private void belongTo(Program program, String... subjects) {
        QuarkusTransaction.requiringNew()
                .run(() -> members.replace(
                        program.partner(),
                        Stream.of(subjects)
                                .map(subject -> new Person(Tokens.ISSUER, subject))
                                .toList()));
    }

    @Test
    void partners_hand_in_at_the_same_moment_and_a_cancellation_waits_for_them() throws Exception {
        String tender = published(frameworkInArea());
        var first = submission(tender, harbor, "45.00");
        var handsIn = new CountDownLatch(1);
        var commits = new CountDownLatch(1);

        try (var threads = Executors.newFixedThreadPool(3)) {
            var slow = threads.submit(
                    () -> QuarkusTransaction.requiringNew().timeout(60).call(() -> {
                        var receipt = first.call();
                        handsIn.countDown();
                        commits.await();
                        return receipt;
                    }));
            handsIn.await();
            // Harbor's megabytes are on their way; Mystic does not wait for them.
            bid(tender, mystic, null, units(mystic, "40.00")).statusCode(201);
            var cancelling = threads.submit(
                    () -> put(officer(1), "/tenders/" + tender + "/cancellation", Map.of("reason", "No money"))
                            .extract()
                            .statusCode());
            soon().until(() -> !sql.list(
                            "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FROM tender WHERE id%FOR UPDATE%'",
                            row -> row.getInt(1))
                    .isEmpty());
            assertThat(cancelling.isDone()).isFalse();
            commits.countDown();
            assertThat(slow.get().partner()).isEqualTo(harbor.partner());
            assertThat(cancelling.get()).isEqualTo(200);
        } finally {
            commits.countDown();
        }
        assertThat(sql.list(
                        "SELECT partner_id FROM sealed_bid WHERE tender_id = ?::uuid",
                        row -> row.getObject(1, UUID.class),
                        tender))
                .containsExactlyInAnyOrder(harbor.partner(), mystic.partner());
    }

    @Test
    void a_bid_is_replaced_so_often_and_no_more_also_by_many_at_once() throws Exception {
        String tender = published(frameworkInArea());
        List<Callable<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            var submission = submission(tender, harbor, "45.00");
            attempts.add(() -> {
                try {
                    var _ = submission.call();
                    return true;
                } catch (RefusedException e) {
                    assertThat(e.refusal()).isInstanceOf(TooManyReplacements.class);
                    return false;
                }
            });
        }
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one : threads.invokeAll(attempts)) {
                taken += one.get() ? 1 : 0;
            }
        }

        assertThat(taken).isEqualTo(21);
        bid(tender, harbor, null, units(harbor, "44.00"))
                .statusCode(409)
                .body("type", endsLike("too-many-replacements"));
        bid(tender, mystic, null, units(mystic, "40.00")).statusCode(201);
        memberOf(harbor).get("/tenders/" + tender + "/receipts").then().body("", hasSize(1));
        post(memberOf(harbor), "/tenders/" + tender + "/withdrawals", Map.of("partnerId", harbor.partner()))
                .statusCode(204);
        bid(tender, harbor, null, units(harbor, "44.00")).statusCode(409);
    }

    private Callable<SealedBids.Receipt> submission(String tender, Program program, String hour) {
        var id = new TenderId(UUID.fromString(tender));
        byte[] price = Bidding.seal(id.value(), Part.PRICE, program.partner(), units(program, hour), keyOne, keyTwo)
                .bytes();
        return () -> submitBid.submit(
                id,
                program.partner(),
                Map.of(Part.PRICE, price),
                true,
                new org.partnershipfund.procurement.contract.Person(Tokens.ISSUER, member),
                Set.of(program.partner()));
    }

    @Test
    void a_purchase_that_is_sealed_by_the_sum_of_what_belongs_together_is_tendered_with_envelopes() {
        approve(selectionOne, 1, one, harbor, "40000.00");
        approve(selectionTwo, 1, two, mystic, "50000.00");
        var _ = open(harbor, competition());
        String process = open(mystic, competition());
        post(officer(1), "/tenders", draft("bids", Map.of("processId", process), 15))
                .statusCode(409)
                .body("type", endsLike("process-not-tenderable"))
                .body("detail", containsString("$50,000.00 demands written-quotes"));

        // The earlier purchase from the same service area grows: together they are above the threshold, each alone is
        // not.
        approve(selectionOne, 2, one, harbor, "50000.01");

        String tender = published(draft("bids", Map.of("processId", process), 15));
        given().get("/tenders/" + tender).then().body("value.amount", is("50000.00"));
        officer().get("/processes/" + process).then().body("state", is("solicited"));
    }

    @Test
    void all_call_offs_together_stay_within_the_frameworks_value_also_two_at_once() throws Exception {
        Map<String, Object> route = callOff("15000.00");
        approve(selectionOne, 1, one, harbor, "12000.00");
        String first = open(harbor, route);
        approve(selectionTwo, 1, two, harbor, "12000.00");
        String second = open(harbor, route);
        put(officer(), "/processes/" + first + "/award", cents(1_000_000)).statusCode(200);

        put(officer(), "/processes/" + second + "/award", cents(500_001))
                .statusCode(422)
                .body("type", endsLike("framework-value-exceeded"))
                .body("detail", containsString("$15,000.01 would be called off"));
        put(officer(), "/processes/" + second + "/award", cents(500_000)).statusCode(200);

        Map<String, Object> again = callOff("15000.00");
        List<Callable<Integer>> awards = new ArrayList<>();
        for (String code : List.of(one, two)) {
            approve(UUID.randomUUID(), 1, code, harbor, "8000.00");
            String process = open(harbor, again);
            awards.add(() -> put(officer(), "/processes/" + process + "/award", cents(750_001))
                    .extract()
                    .statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var one : threads.invokeAll(awards)) {
                answers.add(one.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void an_award_waits_for_an_amendment_of_the_same_framework_and_counts_it() throws Exception {
        Map<String, Object> route = callOff("12000.00");
        approve(selectionOne, 1, one, harbor, "7000.00");
        String process = open(harbor, route);
        put(officer(), "/processes/" + process + "/award", cents(700_000)).statusCode(200);
        String contract = draft(process);
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        approve(selectionOne, 2, one, harbor, "8500.00");
        raised(contract, "8500.00");
        approve(selectionTwo, 1, two, harbor, "4000.00");
        String other = open(harbor, route);
        long seen = IfMatch.version(
                officer().get("/contracts/" + contract).then().extract().header("ETag"));

        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Integer> award = QuarkusTransaction.requiringNew().call(() -> {
                var _ = amendContract.agree(new ContractId(UUID.fromString(contract)), seen, 1);
                Future<Integer> asked =
                        thread.submit(() -> put(officer(), "/processes/" + other + "/award", cents(350_001))
                                .extract()
                                .statusCode());
                // Neither has the other's fiscal year: without the framework's lock the award would be made by now.
                soon().until(() -> asked.isDone() || waiting() > 0);
                assertThat(asked).isNotDone();
                return asked;
            });

            assertThat(award.get()).isEqualTo(422);
        }
        put(officer(), "/processes/" + other + "/award", cents(350_000)).statusCode(200);
    }

    /** How many transactions of this service wait for a lock on a word. */
    private long waiting() {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list("""
                                SELECT count(*) FROM pg_locks
                                 WHERE locktype = 'advisory' AND NOT granted
                                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                                """, row -> row.getLong(1)).getFirst());
    }

    /** Proposes an amendment to that amount, and lets both parties sign it. */
    private void raised(String contract, String to) {
        String path = "/contracts/" + contract;
        var before = officer().get(path).then().extract();
        String share = before.path("shares[0].reservationId");
        officer()
                .header("If-Match", before.header("ETag"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "need",
                        "Twelve more pupils joined in October",
                        "shares",
                        List.of(Map.of("reservationId", share, "amount", dollars(to))),
                        "unitPrice",
                        Map.of("unit", "cent", "before", dollars("0.01"), "after", dollars("0.01"))))
                .post(path + "/amendments")
                .then()
                .statusCode(201);
        put(partner(), path + "/amendments/1/signatures/partner", Map.of("taxAttestation", true, "nonCollusion", true))
                .statusCode(200);
        sign(contract, "amendments/1/signatures/district", "cfo", 200, null);
    }

    @Test
    void what_was_awarded_counts_after_its_contract_was_completed_for_less() {
        Map<String, Object> route = callOff("12000.00");
        approve(selectionOne, 1, one, harbor, "8000.00");
        approve(selectionTwo, 1, two, harbor, "1000.00");
        String process = open(harbor, route);
        put(officer(), "/processes/" + process + "/award", cents(900_000)).statusCode(200);
        Map<String, Object> drafting = new HashMap<>(drafting(process));
        drafting.put("endsOn", today().toString());
        String contract = post(officer(), "/contracts", drafting)
                .statusCode(201)
                .extract()
                .path("id");
        vote();
        sign(contract, "signatures/district", "cfo", 200, null);
        put(officer(), "/contracts/" + contract + "/execution", null).statusCode(200);
        String invoice = invoice(contract, "K-1", today(), "2500.00")
                .statusCode(201)
                .extract()
                .path("id");
        put(
                        leader(leaderOne),
                        "/invoices/" + invoice + "/verifications/" + one,
                        Map.of("delivered", true, "note", "As seen"))
                .statusCode(200);
        put(officer(), "/invoices/" + invoice + "/certification", null).statusCode(200);
        put(as("city-auditor"), "/invoices/" + invoice + "/receipt", null).statusCode(200);
        put(as("budget-office"), "/invoices/" + invoice + "/payment", Map.of("reference", "EFT-" + UUID.randomUUID()))
                .statusCode(200);

        clock(inDays(2));
        put(officer(), "/contracts/" + contract + "/completion", Map.of("reason", "The year is over"))
                .statusCode(200)
                .body("ended.released.amount.amount", containsInAnyOrder("5500.00", "1000.00"));

        assertThat(said.latest(selectionOne.toString(), "SelectionContracted")).contains("\"2500.00\"");
        assertThat(said.latest(selectionTwo.toString(), "SelectionContracted")).contains("\"0.00\"");
        // The school takes the difference back, and the purchase is valued anew.
        approve(selectionOne, 2, one, harbor, "2500.00");
        assertThat(said.latest(selectionOne.toString(), "SelectionContracted"))
                .contains("\"version\":2", "\"2500.00\"");
        officer()
                .get("/processes/" + process)
                .then()
                .body("value.amount", is("9000.00"))
                .body("lines.awarded.amount", contains("8000.00"));
        given().get("/ocds/records/ocds-213czf-" + process)
                .then()
                .statusCode(200)
                .body(
                        "records[0].compiledRelease.awards[0].items.unit.value.amount",
                        containsInAnyOrder(8000.00f, 1000.00f));
        // $9,000.00 of $12,000.00 are called off, though $2,500.00 were paid.
        approve(UUID.randomUUID(), 1, two, harbor, "4000.00");
        String next = open(harbor, route);
        put(officer(), "/processes/" + next + "/award", cents(300_001))
                .statusCode(422)
                .body("type", endsLike("framework-value-exceeded"))
                .body("detail", containsString("$12,000.01 would be called off"));
        put(officer(), "/processes/" + next + "/award", cents(300_000)).statusCode(200);
    }

    private Map<String, Object> cents(int quantity) {
        return Map.of(
                "programId", harbor.id(),
                "justification", "Called off",
                "units", List.of(Map.of("code", "cent", "quantity", quantity)));
    }

    @Test
    void who_bids_asks_or_withdraws_stands_in_no_table_of_repeated_requests() {
        String tender = published(frameworkInArea());
        Map<String, Object> body = Map.of(
                "partnerId",
                mystic.partner(),
                "price",
                sealed(tender, Part.PRICE, mystic, units(mystic, "40.00")),
                "nonCollusion",
                true,
                "taxAttestation",
                true);
        String key = UUID.randomUUID().toString();
        for (boolean again : List.of(false, true)) {
            var answer = memberOf(mystic)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", key)
                    .body(body)
                    .post("/tenders/" + tender + "/bids")
                    .then()
                    .statusCode(201);
            assertThat(answer.extract().asString().isEmpty()).isEqualTo(again);
            assertThat("true".equals(answer.extract().header("Idempotent-Replayed")))
                    .isEqualTo(again);
        }
        memberOf(mystic).get("/tenders/" + tender + "/receipts").then().body("", hasSize(1));
        post(memberOf(mystic), "/tenders/" + tender + "/questions", Map.of("question", "How many?"))
                .statusCode(201);
        post(memberOf(mystic), "/tenders/" + tender + "/withdrawals", Map.of("partnerId", mystic.partner()))
                .statusCode(204);

        assertThat(sql.list(
                        "SELECT to_jsonb(k)::text FROM idempotency_key k WHERE path LIKE ?",
                        row -> row.getString(1),
                        "/tenders/" + tender + "/%"))
                .hasSize(3)
                .noneMatch(row -> row.contains(mysticMember)
                        || row.contains(key)
                        || row.contains(mystic.partner().toString()));
        assertThat(sql.list(
                        "SELECT id FROM sealed_bid WHERE tender_id = ?::uuid AND withdraws IS NULL",
                        row -> row.getString(1),
                        tender))
                .hasSize(1);
    }
}
