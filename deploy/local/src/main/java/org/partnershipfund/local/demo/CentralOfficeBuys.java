package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Choice;
import org.partnershipfund.local.sample.Program;

/** Central office buys for all schools together, by the method that the law demands of the sum. */
final class CentralOfficeBuys implements Chapter {

    /** The only one that is bought for three years: the value counts all of them, the money only the first. */
    static final String THREE_YEARS = "keel";

    private static final String SEALED = "sealed-bids-or-proposals";
    private static final Money BULLETIN = Money.ofDollars("100000.00");
    private static final LocalDateTime OPENING = LocalDateTime.of(2018, 2, 23, 14, 0);
    private static final LocalDateTime EVENING = LocalDateTime.of(2018, 2, 20, 18, 0);

    private final Stage stage;
    private final Narrator narrator;
    private final SchoolDesk desk;
    private final Map<String, Thing> processes = new TreeMap<>();
    private final Map<String, Money> prices;
    private final SealedTender tender;

    CentralOfficeBuys(Stage stage, SchoolDesk desk) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.desk = desk;
        this.prices = stage.year().totals();
        this.tender = new SealedTender(stage, OPENING);
    }

    @Override
    public void play() throws InterruptedException {
        narrator.chapter("February 2018: central office buys");
        narrator.rule("central office completes the public procurement that creates the contracts", "procurement");
        determine();
        open();
        splitIsRefused();
        awardWithoutCompetition();
        solicit();
        quotes();
        anotherPartnerWins();
        proposals();
    }

    /** Whoever buys without a competition writes down first why the law allows it. */
    private void determine() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2018, 2, 5, 9, 0));
        determine(
                Stories.SOLE_SOURCE,
                "sole-source",
                "sole-source",
                Money.ofDollars("10000.00"),
                List.of("condition-sole-source-investigated"));
        determine(
                Stories.EXEMPT,
                "exemption",
                "special-education",
                Money.ofDollars("250000.00"),
                List.of("condition-special-education-direct-services"));
        List<JsonNode> register = stage.cast().anybody().all(Door.PROCUREMENT, "/sole-source-register", Map.of());
        narrator.tell(
                "What is bought without a competition rests on a written determination; anybody reads %d in the register (GET /sole-source-register).",
                register.size());
    }

    private void determine(String partner, String kind, String ground, Money upTo, List<String> conditions) {
        Map<String, Object> body = new HashMap<>();
        body.put("fundId", stage.year().fund());
        body.put("programId", stage.year().id(Kind.PROGRAM, partner));
        body.put("kind", kind);
        body.put("ground", ground);
        body.put("upTo", Dollars.wire(upTo));
        body.put("investigation", "Invented: the portfolio, the state's list and two catalogues were searched.");
        body.put("asked", List.of("Invented: two neighbouring districts"));
        body.put("priceReasonable", "Invented: other districts pay the same.");
        body.put(
                "conditions",
                conditions.stream()
                        .map(rule -> Map.of("rule", rule, "how", "Invented: as the file shows."))
                        .toList());
        body.put("determinedBy", "Chief procurement officer");
        body.put("determinedOn", "2018-02-05");
        body.put(
                "text",
                "Invented: %s, for the fund's year."
                        .formatted(stage.year().program(partner).name()));
        Thing determination = stage.cast()
                .procurementOfficer()
                .post(Door.PROCUREMENT, "/determinations", body)
                .made();
        var _ = stage.year().keep(Kind.DETERMINATION, partner, determination.id());
    }

    private void open() throws InterruptedException {
        List<String> partners = prices.keySet().stream()
                .filter(partner -> !partner.equals(Stories.SPLIT))
                .sorted()
                .toList();
        List<Thing> opened = stage.crowd().map("processes are opened", partners, this::open);
        for (int i = 0; i < partners.size(); i++) {
            var _ = processes.put(partners.get(i), opened.get(i));
        }
        narrator.tell(
                "One process per program for all schools that chose it, by competition unless the law allows otherwise: %d processes, by method %s.",
                opened.size(),
                new TreeMap<>(opened.stream()
                        .collect(Collectors.groupingBy(CentralOfficeBuys::method, Collectors.counting()))));
        narrator.tell(
                "%s counts three years with options, %s: only this year's money is ever encumbered.",
                stage.year().program(THREE_YEARS).name(), Dollars.words(value(THREE_YEARS)));
    }

    private Thing open(String partner) {
        return kept(partner, ask(partner, false).made());
    }

    private Thing kept(String partner, Thing process) {
        var _ = stage.year().keep(Kind.PROCESS, partner, process.id());
        return process;
    }

    private Reply ask(String partner, boolean withEarlier) {
        return stage.cast()
                .procurementOfficer()
                .post(
                        Door.PROCUREMENT,
                        "/processes",
                        Map.of(
                                "fundId",
                                stage.year().fund(),
                                "programId",
                                stage.year().id(Kind.PROGRAM, partner),
                                "route",
                                route(partner),
                                "termYears",
                                partner.equals(THREE_YEARS) ? 3 : 1,
                                "withEarlier",
                                withEarlier));
    }

    private Map<String, String> route(String partner) {
        return switch (partner) {
            case Stories.SOLE_SOURCE ->
                Map.of(
                        "kind",
                        "sole-source",
                        "reasons",
                        "One practicable source was found.",
                        "reference",
                        stage.year().id(Kind.DETERMINATION, partner));
            case Stories.EXEMPT ->
                Map.of(
                        "kind",
                        "exemption",
                        "reasons",
                        "Direct services to children with special needs.",
                        "reference",
                        stage.year().id(Kind.DETERMINATION, partner));
            case Stories.CALLED_OFF ->
                Map.of(
                        "kind",
                        "call-off",
                        "reasons",
                        "The framework of November covers it.",
                        "reference",
                        stage.year().id(Kind.FRAMEWORK_AWARD, partner));
            default ->
                Map.of("kind", "competition", "reasons", "No award of an earlier competition covers this service.");
        };
    }

    /** A second small purchase of the same area would stay below the threshold that both together reach. */
    private void splitIsRefused() {
        String refused = ask(Stories.SPLIT, false).refused("purchase-is-split");
        narrator.tell(
                "Refused to the procurement officer, who would buy %s by itself: %s", name(Stories.SPLIT), refused);
        Thing process = kept(Stories.SPLIT, ask(Stories.SPLIT, true).made());
        var _ = processes.put(Stories.SPLIT, process);
        narrator.tell(
                "Counted together with the earlier purchase it is worth %s and bought by %s.",
                Dollars.words(value(Stories.SPLIT)), method(process));
    }

    private void awardWithoutCompetition() {
        award(Stories.SOLE_SOURCE, Stories.SOLE_SOURCE, "The only practicable source, as determined.");
        award(Stories.EXEMPT, Stories.EXEMPT, "Exempt, as determined.");
        int pupils = stage.year().schools().stream()
                .flatMap(school -> stage.year().choices(school).stream())
                .filter(choice -> choice.partner().equals(Stories.CALLED_OFF))
                .mapToInt(Choice::quantity)
                .sum();
        Thing _ = stage.cast()
                .procurementOfficer()
                .step(
                        Door.PROCUREMENT,
                        process(Stories.CALLED_OFF),
                        "award",
                        Map.of(
                                "programId",
                                stage.year().id(Kind.PROGRAM, Stories.CALLED_OFF),
                                "justification",
                                "Called off at the unit price of the framework.",
                                "units",
                                List.of(Map.of("code", SealedTender.UNIT, "quantity", pupils))))
                .made();
        narrator.tell(
                "Awarded without another competition: %s from a sole source, %s as direct services to children with special needs, %s called off for %d pupils.",
                name(Stories.SOLE_SOURCE), name(Stories.EXEMPT), name(Stories.CALLED_OFF), pupils);
    }

    private String name(String partner) {
        return stage.year().program(partner).name();
    }

    private boolean isCompeted(String partner) {
        return !List.of(Stories.SOLE_SOURCE, Stories.EXEMPT, Stories.CALLED_OFF).contains(partner);
    }

    private void solicit() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2018, 2, 7, 9, 0));
        tender.publish(thing(THREE_YEARS).id(), places(THREE_YEARS), "2018-02-07");
        List<String> competed = processes.keySet().stream()
                .filter(partner -> isCompeted(partner) && !partner.equals(THREE_YEARS))
                .toList();
        stage.crowd().each("offers are asked for", competed, partner -> {
            boolean sealed = isSealed(partner);
            Thing _ = stage.cast()
                    .procurementOfficer()
                    .step(
                            Door.PROCUREMENT,
                            process(partner),
                            "solicitation",
                            sealed ? Map.of("sealed", notice(partner)) : Map.of("quotes", request(partner)))
                    .made();
        });
        narrator.tell(
                "Below $50,000.01 at least three organisations are asked for quotes; above, notices stand for two weeks in every place the law names, and offers stay sealed until %s.",
                OPENING.toLocalDate());
        narrator.tell(
                "%s is tendered with electronic envelopes: sealed to two officers' keys, so that none of them, and nobody who runs this suite, reads one alone.",
                stage.year().program(THREE_YEARS).name());
    }

    private List<String> places(String partner) {
        List<String> places = new ArrayList<>(List.of("office", "newspaper", "commbuys", "city-record"));
        if (value(partner).exceeds(BULLETIN)) {
            places.add("goods-and-services-bulletin");
        }
        return places;
    }

    private Map<String, Object> notice(String partner) {
        return Map.of("noticeOn", "2018-02-07", "places", places(partner), "opensAt", Calendar.instant(OPENING));
    }

    private Map<String, Object> request(String partner) {
        return Map.of(
                "solicitedOn",
                "2018-02-07",
                "description",
                "Services of the area %s for the schools listed; no partner is named."
                        .formatted(stage.year().program(partner).serviceArea()),
                "asked",
                rivals(partner).stream()
                        .map(program -> Map.of(
                                "partnerId",
                                stage.year().id(Kind.PARTNER, program.partner()),
                                "name",
                                program.partnerName()))
                        .toList());
    }

    /** The chosen program first, then others of its service area. */
    private List<Program> rivals(String partner) {
        Program chosen = stage.year().program(partner);
        List<Program> rivals = new ArrayList<>(List.of(chosen));
        stage.sample().programs().stream()
                .filter(program -> program.serviceArea().equals(chosen.serviceArea()) && !program.equals(chosen))
                .limit(2)
                .forEach(rivals::add);
        return rivals;
    }

    private void quotes() throws InterruptedException {
        stage.calendar().turnTo(LocalDateTime.of(2018, 2, 13, 9, 0));
        List<String> quoted = processes.keySet().stream()
                .filter(partner -> isCompeted(partner) && !isSealed(partner))
                .toList();
        stage.crowd().each("quotes come in", quoted, partner -> {
            for (Program rival : rivals(partner)) {
                Thing _ = stage.cast()
                        .procurementOfficer()
                        .post(
                                Door.PROCUREMENT,
                                process(partner) + "/quotes",
                                Map.of(
                                        "programId",
                                        stage.year().id(Kind.PROGRAM, rival.partner()),
                                        "amount",
                                        Dollars.wire(quote(partner, rival)),
                                        "quotedOn",
                                        "2018-02-12"))
                        .made();
            }
        });
        for (String partner : quoted) {
            if (!partner.equals(Stories.CHOSEN_PARTNER)) {
                award(partner, partner, "The lowest responsible quotation; three are on file.");
            }
        }
        narrator.tell(
                "%d processes are decided on quotes; on file for each: %s.", quoted.size(), onFile(quoted, "quotes"));
        sealedBids();
    }

    private void sealedBids() {
        List<Program> rivals = rivals(THREE_YEARS).subList(0, 2);
        tender.askAndAnswer(rivals.getLast());
        tender.bid(rivals.getFirst(), price(THREE_YEARS));
        tender.bid(rivals.getLast(), new Money(price(THREE_YEARS).cents() * 104 / 100));
        narrator.tell("Refused to an officer who would look into the envelopes: %s", tender.lookedAtEarly());
    }

    private Money quote(String chosen, Program rival) {
        if (rival.partner().equals(chosen)) {
            return price(chosen);
        }
        return rival.partner().equals(Stories.CHEAPER_PARTNER)
                ? Stories.CHEAPER
                : new Money(price(chosen).cents() * 108 / 100);
    }

    private void anotherPartnerWins() throws InterruptedException {
        String school = Stories.OUTCOME_DIFFERS;
        String refused = stage.cast()
                .procurementOfficer()
                .step(
                        Door.PROCUREMENT,
                        process(Stories.CHOSEN_PARTNER),
                        "award",
                        award(Stories.CHOSEN_PARTNER, "It is the one that the school chose."))
                .refused("not-the-lowest");
        narrator.tell("Refused to the procurement officer, who would award as the school chose: %s", refused);
        award(Stories.CHOSEN_PARTNER, Stories.CHEAPER_PARTNER, "The lowest responsible quotation of three.");
        stage.crowd()
                .until(
                        "the other outcome has come back to the school",
                        () -> desk.selection(school).text("state").equals("returned"));
        narrator.tell(
                "%s is returned to %s: another partner won. The school, its council and its superintendent decide again.",
                stage.year().program(Stories.CHOSEN_PARTNER).name(), desk.name(school));
        stage.calendar().turnTo(LocalDateTime.of(2018, 2, 15, 9, 0));
        List<Choice> accepted = stage.year().choices(school).stream()
                .map(choice -> choice.awardedTo(Stories.CHEAPER_PARTNER, Stories.CHEAPER))
                .toList();
        Thing _ = desk.revise(school, accepted);
        Thing _ = desk.submit(school).made();
        desk.call(school, EVENING);
        stage.calendar().turnTo(EVENING.plusMinutes(5));
        Thing motion = desk.decide(school, Roll.UNANIMOUS);
        stage.calendar().turnTo(LocalDateTime.of(2018, 2, 21, 9, 0));
        desk.superintendent(school, "approve", "The outcome serves the same pupils.");
        desk.complete(school);
        stage.crowd()
                .until(
                        "the new version is reserved",
                        () -> desk.selection(school).text("state").equals("reserved"));
        narrator.tell(
                "They accept %s for %s (council: %s): a new version, reserved anew; what is saved stays on the school's line.",
                stage.year().program(Stories.CHEAPER_PARTNER).partnerName(),
                Dollars.words(Stories.CHEAPER),
                SchoolDesk.result(motion));
        narrator.tell("Decisions %s.", desk.onRecord(school));
    }

    private void proposals() throws InterruptedException {
        stage.calendar().turnTo(OPENING.plusHours(1));
        narrator.tell(
                "Refused to a bidder who comes an hour late: %s",
                tender.late(rivals(THREE_YEARS).getLast()));
        tender.openAndRate(THREE_YEARS);
        narrator.tell(
                "Two officers opened the envelopes together, %d proposals were rated, and only then prices were opened.",
                tender.registered());
        List<String> sealed = processes.keySet().stream()
                .filter(partner -> isCompeted(partner) && isSealed(partner))
                .toList();
        List<String> onPaper =
                sealed.stream().filter(partner -> !partner.equals(THREE_YEARS)).toList();
        stage.crowd().each("proposals are opened and rated", onPaper, partner -> {
            for (Program rival : rivals(partner).subList(0, 2)) {
                boolean chosen = rival.partner().equals(partner);
                Money price = chosen ? price(partner) : new Money(price(partner).cents() * 104 / 100);
                Thing _ = stage.cast()
                        .procurementOfficer()
                        .post(
                                Door.PROCUREMENT,
                                process(partner) + "/proposals",
                                Map.of(
                                        "programId",
                                        stage.year().id(Kind.PROGRAM, rival.partner()),
                                        "price",
                                        Dollars.wire(price),
                                        "ratings",
                                        List.of(
                                                rating("experience", chosen ? "highly-advantageous" : "advantageous"),
                                                rating("staffing", "advantageous"))))
                        .made();
            }
        });
        stage.calendar().turnTo(LocalDateTime.of(2018, 3, 1, 9, 0));
        tender.award(THREE_YEARS, "The most advantageous proposal at the lower price.");
        stage.crowd()
                .each(
                        "awards are made",
                        onPaper,
                        partner -> award(partner, partner, "The most advantageous proposal at the lower price."));
        narrator.tell(
                "%d processes had sealed proposals, opened after %s and rated; for each there were %s. Awarded are %d processes.",
                sealed.size(),
                OPENING.toLocalDate(),
                onFile(sealed, "proposals"),
                stage.cast()
                        .procurementOfficer()
                        .all(
                                Door.PROCUREMENT,
                                "/processes",
                                Map.of("fundId", stage.year().fund(), "state", "awarded"))
                        .size());
    }

    /** How many offers the processes hold, as the officer reads them: {@code 3} or {@code 2 to 3}. */
    private String onFile(List<String> partners, String offers) {
        IntSummaryStatistics counts = partners.stream()
                .mapToInt(partner -> stage.cast()
                        .procurementOfficer()
                        .get(Door.PROCUREMENT, process(partner))
                        .made()
                        .json()
                        .path(offers)
                        .size())
                .summaryStatistics();
        String words = counts.getMin() == counts.getMax()
                ? String.valueOf(counts.getMin())
                : "%d to %d".formatted(counts.getMin(), counts.getMax());
        return words + " " + offers;
    }

    private static Map<String, String> rating(String criterion, String rating) {
        return Map.of("criterion", criterion, "rating", rating);
    }

    private void award(String process, String winner, String justification) {
        Thing _ = stage.cast()
                .procurementOfficer()
                .step(Door.PROCUREMENT, process(process), "award", award(winner, justification))
                .made();
    }

    private Map<String, Object> award(String winner, String justification) {
        return Map.of(
                "programId",
                stage.year().id(Kind.PROGRAM, winner),
                "justification",
                justification,
                "notResponsible",
                List.of());
    }

    private boolean isSealed(String partner) {
        return method(thing(partner)).equals(SEALED);
    }

    private static String method(Thing process) {
        return process.text("method");
    }

    private Money value(String partner) {
        return Dollars.of(thing(partner).json().path("value"));
    }

    /** What the schools reserved for a program, all together. */
    private Money price(String partner) {
        return prices.getOrDefault(partner, Money.ZERO);
    }

    private Thing thing(String partner) {
        Thing process = processes.get(partner);
        if (process == null) {
            throw new IllegalStateException("no process for " + partner);
        }
        return process;
    }

    private String process(String partner) {
        return "/processes/" + thing(partner).id();
    }
}
