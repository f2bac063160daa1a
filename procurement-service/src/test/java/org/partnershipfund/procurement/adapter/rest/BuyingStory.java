package org.partnershipfund.procurement.adapter.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.partnershipfund.foundation.caller.PartnerMembers;
import org.partnershipfund.foundation.caller.Person;
import org.partnershipfund.foundation.clock.DistrictClock;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.fixtures.Bidding;
import org.partnershipfund.procurement.fixtures.Books;
import org.partnershipfund.procurement.fixtures.Said;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Programs;
import org.partnershipfund.procurement.reservation.ApprovedSelection;
import org.partnershipfund.procurement.tender.FrameworkAward;
import org.partnershipfund.procurement.tender.FrameworkAwards;
import org.partnershipfund.procurement.tender.Invitation;
import org.partnershipfund.procurement.tender.Invitation.Framework;
import org.partnershipfund.procurement.tender.Invitation.Item;
import org.partnershipfund.procurement.tender.Price.UnitPrice;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.TenderId;
import org.partnershipfund.procurement.tender.Tenders;
import org.partnershipfund.procurement.usecase.AppropriateLines;
import org.partnershipfund.procurement.usecase.AppropriateLines.Appropriation;
import org.partnershipfund.procurement.usecase.OpenBudgetLine;
import org.partnershipfund.procurement.usecase.OpenBudgetLine.Allocation;
import org.partnershipfund.procurement.usecase.RememberFund;
import org.partnershipfund.procurement.usecase.ReserveSelection;
import org.partnershipfund.testkit.Tokens;

/** What the stories of buying begin with: two schools, three partners, and the doors that people go through. */
abstract class BuyingStory {

    static final AtomicInteger SCHOOLS = new AtomicInteger(70_000_000);

    @Inject
    RememberFund remember;

    @Inject
    OpenBudgetLine open;

    @Inject
    AppropriateLines appropriate;

    @Inject
    ReserveSelection reserve;

    @Inject
    Programs programs;

    private UUID vetting = UUID.randomUUID();

    @Inject
    PartnerMembers members;

    @Inject
    Tenders tenders;

    @Inject
    FrameworkAwards frameworkAwards;

    @Inject
    Said said;

    @Inject
    Sql sql;

    @Inject
    Ledger ledger;

    final FundId fund = new FundId(UUID.randomUUID());
    final String one = school();
    final String two = school();
    final UUID selectionOne = UUID.randomUUID();
    final UUID selectionTwo = UUID.randomUUID();
    final String area = "area-" + UUID.randomUUID();
    final Program harbor = program("Harbor");
    final Program mystic = program("Mystic");
    final Program charles = program("Charles");
    final String member = UUID.randomUUID().toString();
    final String leaderOne = UUID.randomUUID().toString();
    final String leaderTwo = UUID.randomUUID().toString();

    @BeforeEach
    void two_schools_have_chosen_harbor() {
        var _ = remember.remember(
                        RememberedFund.opened(fund, "Fund " + fund, year(), Money.ofDollars("200000.00"), Books.CHART))
                .orRefuse();
        for (String code : List.of(one, two)) {
            var _ = open.open(new Allocation(
                            fund,
                            year(),
                            new SchoolCode(code),
                            "School " + code,
                            new ResponsibilityCentre("101203"),
                            Money.ofDollars("100000.00"),
                            "event",
                            Books.ON_DECEMBER_8))
                    .orRefuse();
        }
        QuarkusTransaction.requiringNew().run(() -> {
            List.of(harbor, mystic, charles).forEach(programs::remember);
            members.replace(harbor.partner(), List.of(new Person(Tokens.ISSUER, member)));
            members.replace(mystic.partner(), List.of(new Person(Tokens.ISSUER, member)));
        });
        record(leaderOne, one);
        record(leaderTwo, two);
    }

    @AfterEach
    void the_books_balance_and_agree_with_their_papers() {
        var trial = ledger.trialBalance(LedgerSlice.of(fund));
        assertThat(trial.disagreements()).isEmpty();
        assertThat(trial.papers().disagreements()).isEmpty();
        assertThat(trial.balances()).isTrue();
        assertThat(trial.papers().agree()).isTrue();
    }

    Program program(String name) {
        return new Program(UUID.randomUUID(), UUID.randomUUID(), name, name + " Club", area);
    }

    static LocalDate today() {
        return LocalDate.now(DistrictClock.ZONE);
    }

    static FiscalYear year() {
        return FiscalYear.of(today());
    }

    static String school() {
        return "%08d".formatted(SCHOOLS.getAndIncrement());
    }

    /** A program with what a school sets aside for it. */
    record Chosen(Program program, String dollars) {}

    void approve(UUID selection, int version, String code, Program program, String dollars) {
        approve(selection, version, code, new Chosen(program, dollars));
    }

    void approve(UUID selection, int version, String code, Chosen... chosen) {
        List<ApprovedSelection.Line> lines = new ArrayList<>();
        Money total = Money.ZERO;
        for (Chosen one : chosen) {
            var amount = Money.ofDollars(one.dollars());
            total = total.plus(amount);
            lines.add(new ApprovedSelection.Line(
                    UUID.randomUUID(),
                    one.program().id(),
                    one.program().name(),
                    one.program().partner(),
                    one.program().partnerName(),
                    one.program().serviceArea(),
                    amount));
        }
        var _ = reserve.reserve(new ApprovedSelection(
                        selection, version, fund, year(), new SchoolCode(code), total, lines, "event"))
                .orRefuse();
    }

    void withdraw(UUID selection, String code) {
        var _ = reserve.withdraw(selection, 1, fund, new SchoolCode(code), "Other plans", "event")
                .orRefuse();
    }

    void vote() {
        var all = Money.ofDollars("100000.00");
        var _ = appropriate
                .appropriate(new Appropriation(
                        fund,
                        year(),
                        Money.ofDollars("200000.00"),
                        "School Committee",
                        today(),
                        List.of(
                                new Appropriation.Line(new SchoolCode(one), all),
                                new Appropriation.Line(new SchoolCode(two), all)),
                        "vote",
                        Books.ON_MARCH_28))
                .orRefuse();
    }

    static Map<String, Object> competition() {
        return Map.of("kind", "competition", "reasons", "Several partners could serve");
    }

    /** From an award to Harbor, whose one item costs a cent. */
    Map<String, Object> callOff() {
        return callOff("200000.00");
    }

    /** The same from a framework that was published for that value. */
    Map<String, Object> callOff(String value) {
        var tender = new TenderId(UUID.randomUUID());
        var award = UUID.randomUUID();
        var framework = new Framework(
                year().firstDay(),
                year().lastDay().plusYears(2),
                1,
                List.of(new Item("cent", "What a cent buys", "cent", 1)));
        QuarkusTransaction.requiringNew().run(() -> {
            long _ = tenders.store(
                    new Tender.Drafted(
                            new Invitation(
                                    tender,
                                    Invitation.Kind.BIDS,
                                    "Tutoring",
                                    "Tutoring",
                                    area,
                                    framework,
                                    Money.ofDollars(value),
                                    null,
                                    List.of(),
                                    Books.ON_DECEMBER_8,
                                    Bidding.OFFICER_ONE,
                                    today()),
                            List.of()),
                    0);
            frameworkAwards.add(new FrameworkAward(
                    award,
                    tender,
                    harbor,
                    area,
                    framework.from(),
                    framework.until(),
                    List.of(new UnitPrice("cent", "What a cent buys", "cent", new Money(1))),
                    Books.ON_DECEMBER_8));
        });
        return Map.of("kind", "call-off", "reasons", "Awarded before", "reference", award.toString());
    }

    static ValidatableResponse awardCalledOff(String process, Program program, String dollars) {
        return put(
                officer(),
                "/processes/" + process + "/award",
                Map.of(
                        "programId",
                        program.id(),
                        "justification",
                        "Called off",
                        "units",
                        List.of(Map.of(
                                "code",
                                "cent",
                                "quantity",
                                Money.ofDollars(dollars).cents()))));
    }

    /** A written determination of that program, in the fund of this story. */
    Map<String, Object> determining(Program program, String kind, String ground, String upTo, String... conditions) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (String rule : conditions) {
            answers.add(Map.of("rule", rule, "how", "As the file shows"));
        }
        Map<String, Object> body = new HashMap<>();
        body.put("fundId", fund.value());
        body.put("programId", program.id());
        body.put("kind", kind);
        body.put("ground", ground);
        body.put("upTo", dollars(upTo));
        body.put("investigation", "Catalogues and the state's list were searched");
        body.put("asked", List.of("Newton Tutors"));
        body.put("priceReasonable", "Other districts pay the same");
        body.put("conditions", answers);
        body.put("determinedBy", "Chief procurement officer");
        body.put("determinedOn", today().toString());
        body.put("text", "Only they offer it in the city");
        return body;
    }

    /** The route of a sole source that was determined up to that value. */
    Map<String, Object> soleSource(Program program, String upTo) {
        String determination = post(
                        officer(),
                        "/determinations",
                        determining(program, "sole-source", "sole-source", upTo, "condition-sole-source-investigated"))
                .statusCode(201)
                .extract()
                .path("id");
        return Map.of("kind", "sole-source", "reasons", "Only they can", "reference", determination);
    }

    Map<String, Object> opening(Program program, Map<String, Object> route, boolean withEarlier) {
        return Map.of(
                "fundId",
                fund.value(),
                "programId",
                program.id(),
                "route",
                route,
                "termYears",
                1,
                "withEarlier",
                withEarlier);
    }

    String open(Program program, Map<String, Object> route) {
        return post(officer(), "/processes", opening(program, route, false))
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse solicit(String process) {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (Program one : List.of(harbor, mystic, charles)) {
            asked.add(Map.of("partnerId", one.partner(), "name", one.partnerName()));
        }
        return solicit(process, asked);
    }

    static ValidatableResponse solicit(String process, List<Map<String, Object>> asked) {
        return put(
                officer(),
                "/processes/" + process + "/solicitation",
                Map.of(
                        "quotes",
                        Map.of(
                                "solicitedOn",
                                today().toString(),
                                "description",
                                "Tutoring, 30 pupils",
                                "asked",
                                asked)));
    }

    static ValidatableResponse notice(String process, int days, boolean everywhere) {
        List<String> places = new ArrayList<>(List.of("office", "newspaper", "commbuys", "city-record"));
        if (everywhere) {
            places.add("goods-and-services-bulletin");
        }
        return put(
                officer(),
                "/processes/" + process + "/solicitation",
                Map.of(
                        "sealed",
                        Map.of(
                                "noticeOn",
                                today().toString(),
                                "places",
                                places,
                                "opensAt",
                                today().plusDays(days)
                                        .atTime(15, 0)
                                        .atZone(DistrictClock.ZONE)
                                        .toInstant()
                                        .toString())));
    }

    static ValidatableResponse quote(String process, Program program, @Nullable String amount) {
        Map<String, Object> body = new HashMap<>(Map.of("programId", program.id(), "quotedOn", today().toString()));
        if (amount == null) {
            body.put("declined", true);
            body.put("reason", "No capacity");
        } else {
            body.put("amount", dollars(amount));
        }
        return post(officer(), "/processes/" + process + "/quotes", body);
    }

    /** A quote of somebody who is not registered. */
    static ValidatableResponse quote(String process, String name, String amount) {
        return post(
                officer(),
                "/processes/" + process + "/quotes",
                Map.of("name", name, "quotedOn", today().toString(), "amount", dollars(amount)));
    }

    static ValidatableResponse propose(String process, Program program, String price, String rating) {
        return post(
                officer(),
                "/processes/" + process + "/proposals",
                Map.of(
                        "programId",
                        program.id(),
                        "price",
                        dollars(price),
                        "ratings",
                        List.of(Map.of("criterion", "experience", "rating", rating))));
    }

    static ValidatableResponse award(String process, Program program, Map<?, ?>... notResponsible) {
        return put(
                officer(),
                "/processes/" + process + "/award",
                Map.of(
                        "programId",
                        program.id(),
                        "justification",
                        "As the file shows",
                        "notResponsible",
                        List.of(notResponsible)));
    }

    /** As portfolio-service would say of a vetting, always on the same day, so that each suspension is another vetting's. */
    void suspend(Program program) {
        QuarkusTransaction.requiringNew().run(() -> programs.suspend(program.id(), vetting, today()));
    }

    void reinstate(Program program) {
        QuarkusTransaction.requiringNew().run(() -> programs.reinstate(program.id(), vetting, today()));
        vetting = UUID.randomUUID();
    }

    static Map<String, Object> drafting(String process) {
        return Map.of(
                "processId",
                process,
                "startsOn",
                year().firstDay().toString(),
                "endsOn",
                year().lastDay().toString());
    }

    static String draft(String process) {
        return post(officer(), "/contracts", drafting(process))
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse signAsPartner(String contract, boolean attested) {
        return put(
                partner(),
                "/contracts/" + contract + "/signatures/partner",
                Map.of("taxAttestation", true, "nonCollusion", attested));
    }

    static void sign(String contract, String step, String role, int status, @Nullable String slug) {
        var answer = put(as(role), "/contracts/" + contract + "/" + step, null).statusCode(status);
        if (slug != null) {
            answer.body("type", endsLike(slug));
        }
    }

    ValidatableResponse invoice(String contract, String number, LocalDate from, String... dollars) {
        return post(partner(), "/invoices", invoicing(contract, number, from, dollars));
    }

    Map<String, Object> invoicing(String contract, String number, LocalDate from, String... dollars) {
        List<Map<String, Object>> asked = new ArrayList<>();
        for (String amount : dollars) {
            asked.add(service(asked.isEmpty() ? one : two, from, today(), amount));
        }
        return Map.of("contractId", contract, "number", number, "lines", asked);
    }

    /** A line that asks for one lump sum. */
    static Map<String, Object> service(String school, LocalDate from, LocalDate until, String amount) {
        return Map.of(
                "schoolCode",
                school,
                "serviceFrom",
                from.toString(),
                "serviceUntil",
                until.toString(),
                "amount",
                dollars(amount),
                "description",
                "Homework club",
                "unit",
                "lump sum",
                "quantity",
                "1",
                "unitPrice",
                dollars(amount),
                "pupilsServed",
                24);
    }

    ValidatableResponse line(String code) {
        return as("budget-office")
                .get("/budget-lines?fundId=%s&schoolCode=%s".formatted(fund, code))
                .then()
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of(code)));
    }

    static Map<String, String> dollars(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.as(role));
    }

    static RequestSpecification officer() {
        return as("procurement-officer");
    }

    RequestSpecification partner() {
        return given().auth().oauth2(Tokens.of(member, "partner"));
    }

    static RequestSpecification leader(String subject) {
        return given().auth().oauth2(Tokens.of(subject, "school-leader"));
    }

    static ValidatableResponse post(RequestSpecification who, String path, Object body) {
        return who.contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    /** A change of what stands there now, with the version that an office reads. */
    static ValidatableResponse put(RequestSpecification who, String path, @Nullable Object body) {
        String resource = "/" + path.split("/", -1)[1] + "/" + path.split("/", -1)[2];
        String tag = officer().get(resource).then().statusCode(200).extract().header("ETag");
        var request = who.header("If-Match", tag);
        if (body != null) {
            request = request.contentType(ContentType.JSON).body(body);
        }
        return request.put(path).then();
    }

    static Matcher<String> endsLike(String slug) {
        return containsString("urn:partnership-fund:problem:" + slug);
    }

    void record(String subject, String code) {
        record(subject, "school-leader", code);
    }

    void record(String subject, String role, String code) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.updateOne(
                        "INSERT INTO scope_record (issuer, subject, role, school_code, valid_from) VALUES (?, ?, ?, ?, ?)",
                        Tokens.ISSUER,
                        subject,
                        role,
                        code,
                        LocalDate.of(2000, 1, 1)));
    }
}
