package org.partnershipfund.procurement.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Bidding.DEADLINE;
import static org.partnershipfund.procurement.fixtures.Bidding.OFFICER_ONE;
import static org.partnershipfund.procurement.fixtures.Bidding.OFFICER_TWO;
import static org.partnershipfund.procurement.fixtures.Bidding.ZONE;
import static org.partnershipfund.procurement.fixtures.Bidding.invitation;
import static org.partnershipfund.procurement.fixtures.Bidding.keys;
import static org.partnershipfund.procurement.fixtures.Bidding.notice;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.program;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.envelope.Envelope.Part;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.fixtures.Bidding;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.rules.RuleBook;
import org.partnershipfund.procurement.tender.Invitation.Kind;
import org.partnershipfund.procurement.tender.Mark.Consensus;
import org.partnershipfund.procurement.tender.Mark.Sheet;
import org.partnershipfund.procurement.tender.Price.UnitPrice;
import org.partnershipfund.procurement.tender.Tender.Awarded;
import org.partnershipfund.procurement.tender.Tender.Cancelled;
import org.partnershipfund.procurement.tender.Tender.Closed;
import org.partnershipfund.procurement.tender.Tender.Drafted;
import org.partnershipfund.procurement.tender.Tender.Evaluated;
import org.partnershipfund.procurement.tender.Tender.Evaluation;
import org.partnershipfund.procurement.tender.Tender.LeftOut;
import org.partnershipfund.procurement.tender.Tender.Opened;
import org.partnershipfund.procurement.tender.Tender.Opening;
import org.partnershipfund.procurement.tender.Tender.PricesOpened;
import org.partnershipfund.procurement.tender.Tender.Publication;
import org.partnershipfund.procurement.tender.Tender.Published;

/** docs/policy/tenders.md, line by line. */
class TenderPolicyTest {

    private static final RuleBook RULES = Policy.rules();
    private static final LocalDate FEBRUARY_12 = LocalDate.of(2018, 2, 12);
    private static final Opening OPENING = new Opening(List.of(OFFICER_ONE, OFFICER_TWO), List.of("R. Ames"), DEADLINE);

    private static Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    // --- §1 -------------------------------------------------------------------------------------------------------

    static List<List<String>> notices() {
        return Policy.ofTenders("| notices | on |", 1);
    }

    @ParameterizedTest
    @MethodSource("notices")
    void a_notice_stands_everywhere_two_weeks_before_the_deadline(List<String> row) {
        LocalDate on = LocalDate.parse(row.get(1));
        Set<String> places = RULES.evaluate(FEBRUARY_12, Money.ofDollars("120000.00"))
                .orRefuse()
                .state()
                .places();
        List<Notice> notices = new ArrayList<>();
        for (String place : new TreeSet<>(places)) {
            boolean late = row.get(0).equals("all, newspaper late") && place.equals("newspaper");
            boolean missing = row.get(0).equals("without " + place)
                    || (row.get(0).equals("without bulletin") && place.contains("bulletin"));
            if (!missing) {
                notices.add(notice(place, late ? FEBRUARY_12 : on));
            }
        }
        var drafted = new Drafted(invitation(Kind.BIDS, true, instant(row.get(2))), keys());

        assertThat(outcome(Tendering.publish(drafted, notices, places, RULES, ZONE, instant("2018-02-12T09:00"))))
                .isEqualTo(row.get(3));
    }

    @Test
    void it_is_not_published_before_two_officers_have_registered_different_keys() {
        Tender drafted = new Drafted(invitation(Kind.BIDS, true, DEADLINE), List.of());
        Tender one = Tendering.register(drafted, keys().getFirst()).orRefuse().state();

        assertThat(outcome(publish(one))).isEqualTo("KeysMissing");
        assertThat(outcome(Tendering.register(one, Bidding.key(OFFICER_TWO, Bidding.ONE))))
                .isEqualTo("NotNow");
        Tender again = Tendering.register(one, Bidding.key(OFFICER_ONE, Bidding.TWO))
                .orRefuse()
                .state();
        assertThat(((Drafted) again).keys()).hasSize(1);
        Tender both = Tendering.register(one, keys().getLast()).orRefuse().state();
        assertThat(outcome(publish(both))).isEqualTo("done");
        assertThat(outcome(Tendering.register(both, Bidding.key(new Person("issuer", "third"), Bidding.TWO))))
                .isEqualTo("NotNow");
    }

    @Test
    void nothing_is_published_when_its_deadline_has_come() {
        var drafted = new Drafted(invitation(Kind.BIDS, true, DEADLINE), keys());

        assertThat(outcome(Tendering.publish(
                        drafted, List.of(notice("office", FEBRUARY_12)), Set.of("office"), RULES, ZONE, DEADLINE)))
                .isEqualTo("NoticeTooShort");
        assertThat(outcome(Tendering.publish(
                        drafted,
                        List.of(notice("office", FEBRUARY_12)),
                        Set.of("office"),
                        RULES,
                        ZONE,
                        DEADLINE.minusSeconds(1))))
                .isEqualTo("done");
    }

    @Test
    void proposals_take_a_written_reason_and_criteria_and_bids_take_none() {
        var proposals = invitation(Kind.PROPOSALS, false, DEADLINE);
        var bids = invitation(Kind.BIDS, false, DEADLINE);

        assertThat(outcome(Tendering.draft(proposals, RULES))).isEqualTo("done");
        assertThat(outcome(Tendering.draft(with(proposals, " ", List.of("experience")), RULES)))
                .isEqualTo("ReasonForProposalsMissing");
        assertThat(outcome(Tendering.draft(with(proposals, "Quality", List.of()), RULES)))
                .isEqualTo("TermsIncomplete");
        assertThat(outcome(Tendering.draft(with(proposals, "Quality", List.of("a", "a")), RULES)))
                .isEqualTo("TermsIncomplete");
        assertThat(outcome(Tendering.draft(with(bids, null, List.of("experience")), RULES)))
                .isEqualTo("TermsIncomplete");
    }

    private static Invitation with(Invitation like, @Nullable String why, List<String> criteria) {
        return new Invitation(
                like.id(),
                like.kind(),
                like.title(),
                like.description(),
                like.serviceArea(),
                like.subject(),
                like.value(),
                why,
                criteria,
                like.closesAt(),
                like.draftedBy(),
                like.draftedOn());
    }

    // --- §2 -------------------------------------------------------------------------------------------------------

    static Stream<List<String>> lives() {
        return Stream.of(Kind.PROPOSALS, Kind.BIDS).flatMap(kind -> {
            List<String> acts = List.of(
                    "key",
                    "publish",
                    "bid",
                    "ask",
                    "open technical",
                    "open price",
                    "rate",
                    "conclude",
                    "award",
                    "cancel");
            return Policy.ofTenders("| state | key |", kind == Kind.PROPOSALS ? 1 : 2).stream()
                    .flatMap(row -> acts.stream()
                            .map(act -> List.of(kind.name(), row.getFirst(), act, row.get(1 + acts.indexOf(act)))));
        });
    }

    @ParameterizedTest
    @MethodSource("lives")
    void each_act_has_its_state(List<String> line) {
        Kind kind = Kind.valueOf(line.get(0));
        Tender tender = inState(kind, line.get(1));

        String found =
                act(tender, line.get(2), line.get(1).equals("published") ? DEADLINE.minusSeconds(200_000) : DEADLINE);

        assertThat(found).isEqualTo(line.get(3));
    }

    private static String act(Tender tender, String act, Instant now) {
        return switch (act) {
            case "key" -> said(Tendering.register(tender, keys().getFirst()));
            case "publish" -> said(publish(tender));
            case "bid" -> said(Tendering.late(tender, ZONE, now));
            case "ask" -> said(Tendering.lateToAsk(tender, RULES, ZONE, now));
            case "open technical" -> said(OpeningBids.tooEarly(tender, Part.TECHNICAL));
            case "open price" -> said(OpeningBids.tooEarly(tender, Part.PRICE));
            case "rate" -> said(Judging.rate(tender, sheet("evaluator 3", Rating.ADVANTAGEOUS)));
            case "conclude" -> said(Judging.conclude(tender, List.of(consensus(Rating.ADVANTAGEOUS)), RULES, now));
            case "award" ->
                said(new Choosing(List.of(id("bid A")), List.of(), "The best").of(tender, RULES, text -> text, now));
            default -> said(Tendering.cancel(tender, "No money", OFFICER_ONE, now));
        };
    }

    private static String said(Decision<?> decision) {
        return decision instanceof Decision.Refused<?>(Refusal why) ? said(Optional.of(why)) : "yes";
    }

    private static String said(Optional<? extends Refusal> why) {
        return why.map(one -> switch (one) {
                    case TenderRefusal.BidTooLate _ -> "late";
                    case TenderRefusal.NotNow _ -> "no";
                    default -> one.getClass().getSimpleName();
                })
                .orElse("yes");
    }

    private static Decision<Tender> publish(Tender tender) {
        return Tendering.publish(
                tender,
                List.of(notice("office", FEBRUARY_12)),
                Set.of("office"),
                RULES,
                ZONE,
                instant("2018-02-12T09:00"));
    }

    private static Tender inState(Kind kind, String state) {
        var invitation = invitation(kind, false, DEADLINE);
        var publication = new Publication(
                keys(), List.of(notice("office", FEBRUARY_12)), FEBRUARY_12, instant("2018-02-12T09:00"));
        var bids = List.of(bid("A", "100.00"));
        var evaluation = kind == Kind.PROPOSALS
                ? new Evaluation(sheets(), List.of(consensus(Rating.ADVANTAGEOUS)), DEADLINE)
                : null;
        var prices = new PricesOpened(
                invitation, publication, kind == Kind.PROPOSALS ? OPENING : null, evaluation, OPENING, bids);
        return switch (state) {
            case "drafted" -> new Drafted(invitation, keys());
            case "published" -> new Published(invitation, publication);
            case "closed" -> new Published(invitation, publication).at(DEADLINE);
            case "opened" -> new Opened(invitation, publication, OPENING, bids, sheets());
            case "evaluated" ->
                new Evaluated(invitation, publication, OPENING, bids, Objects.requireNonNull(evaluation));
            case "prices-opened" -> prices;
            case "awarded" ->
                new Choosing(List.of(id("bid A")), List.of(), "The best")
                        .of(prices, RULES, text -> text, DEADLINE)
                        .orRefuse()
                        .state();
            default -> new Cancelled(new Closed(invitation, publication), "No money", OFFICER_ONE, DEADLINE);
        };
    }

    // --- §4 -------------------------------------------------------------------------------------------------------

    static List<List<String>> moments() {
        return Policy.ofTenders("| clock | envelope |", 1);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void the_deadline_is_an_instant_and_questions_end_the_day_before(List<String> row) {
        Instant now = instant(row.get(0));
        Tender tender = inState(Kind.BIDS, "published").at(now);

        assertThat(Tendering.late(tender, ZONE, now)
                        .map(why -> why.getClass().getSimpleName())
                        .orElse("done"))
                .isEqualTo(row.get(1));
        assertThat(Tendering.lateToAsk(tender, RULES, ZONE, now)
                        .map(why -> why.getClass().getSimpleName())
                        .orElse("done"))
                .isEqualTo(row.get(2));
    }

    @Test
    void a_late_bid_hears_the_deadline_in_the_time_of_the_district() {
        Tender tender = inState(Kind.BIDS, "closed");

        assertThat(Tendering.late(tender, ZONE, DEADLINE.plusSeconds(1))
                        .orElseThrow()
                        .sentence())
                .contains("26 February 2018, 14:00:00 EST", "26 February 2018, 14:00:01 EST");
    }

    static List<List<String>> replacements() {
        return Policy.ofTenders("| in the box | one more |", 1);
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void a_partner_replaces_its_bid_so_often_and_no_more(List<String> row) {
        Tender tender = inState(Kind.BIDS, "published");

        assertThat(Tendering.tooOften(tender, Integer.parseInt(row.get(0)), RULES)
                        .map(why -> why.getClass().getSimpleName())
                        .orElse("done"))
                .isEqualTo(row.get(1));
    }

    // --- §6 -------------------------------------------------------------------------------------------------------

    static List<List<String>> ratings() {
        return Policy.ofTenders("| sheets | together |", 1);
    }

    @ParameterizedTest
    @MethodSource("ratings")
    void evaluators_agree_among_what_they_said(List<String> row) {
        var opened = (Opened) inState(Kind.PROPOSALS, "opened");
        Tender tender = new Opened(opened.invitation(), opened.publication(), OPENING, opened.bids(), List.of());
        int evaluator = 0;
        for (String word : row.get(0).split(", ", -1)) {
            tender = Judging.rate(tender, sheet("evaluator " + evaluator++, Rating.ofWord(word)))
                    .orRefuse()
                    .state();
        }
        List<Consensus> together = row.get(1).isEmpty() ? List.of() : List.of(consensus(Rating.ofWord(row.get(1))));

        assertThat(outcome(Judging.conclude(tender, together, RULES, DEADLINE))).isEqualTo(row.get(2));
    }

    @Test
    void nobody_throws_a_proposal_out_by_a_composite_that_no_criterion_has() {
        Tender tender = inState(Kind.PROPOSALS, "opened");
        var together = new Consensus(
                id("bid A"),
                List.of(new Mark("experience", Rating.ADVANTAGEOUS, "We agree")),
                Rating.UNACCEPTABLE,
                "On the whole");

        assertThat(outcome(Judging.conclude(tender, List.of(together), RULES, DEADLINE)))
                .isEqualTo("ConsensusOutside");
    }

    @Test
    void an_evaluator_counts_once_however_often_they_rate() {
        Tender tender = inState(Kind.PROPOSALS, "opened");
        Tender twice = Judging.rate(tender, sheet("evaluator 1", Rating.UNACCEPTABLE))
                .orRefuse()
                .state();

        assertThat(((Opened) twice).sheets()).hasSize(2);
    }

    private static Sheet sheet(String evaluator, Rating rating) {
        return new Sheet(
                new Person("issuer", evaluator), id("bid A"), List.of(new Mark("experience", rating, "As we saw")));
    }

    private static List<Sheet> sheets() {
        return List.of(sheet("evaluator 1", Rating.ADVANTAGEOUS), sheet("evaluator 2", Rating.ADVANTAGEOUS));
    }

    private static Consensus consensus(Rating rating) {
        return consensus("A", rating);
    }

    private static Consensus consensus(String letter, Rating rating) {
        return new Consensus(
                id("bid " + letter), List.of(new Mark("experience", rating, "We agree")), rating, "On the whole");
    }

    // --- §7 -------------------------------------------------------------------------------------------------------

    static List<List<String>> awards() {
        return Policy.ofTenders("| kind | for |", 1);
    }

    @ParameterizedTest
    @MethodSource("awards")
    void the_best_is_awarded(List<String> row) {
        Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT));
        List<Bid> bids = new ArrayList<>();
        List<Consensus> said = new ArrayList<>();
        for (String one : row.get(2).split(", ", -1)) {
            String letter = one.substring(0, 1);
            String what = one.substring(2);
            bids.add(
                    what.equals("bad")
                            ? bid(letter, "1.00").unreadable("torn")
                            : bid(letter, what.equals("no") ? "1.00" : what));
            said.add(consensus(letter, what.equals("no") ? Rating.UNACCEPTABLE : Rating.ADVANTAGEOUS));
        }
        var opened = new PricesOpened(
                invitation(kind, row.get(1).equals("framework"), DEADLINE),
                new Publication(keys(), List.of(), FEBRUARY_12, DEADLINE),
                null,
                kind == Kind.PROPOSALS ? new Evaluation(List.of(), said, DEADLINE) : null,
                OPENING,
                bids);
        List<LeftOut> left = letters(row.get(3))
                .map(letter -> new LeftOut(id("bid " + letter), "Not responsible"))
                .toList();
        List<UUID> asked =
                letters(row.get(4)).map(letter -> id("bid " + letter)).toList();

        // Whose lot is smaller comes first: the digest of a text is the text.
        assertThat(outcome(new Choosing(asked, left, "As the file shows").of(opened, RULES, text -> text, DEADLINE)))
                .isEqualTo(row.get(5));
    }

    private static Stream<String> letters(String cell) {
        return Arrays.stream(cell.split(" ")).filter(one -> !one.isEmpty());
    }

    private static Bid bid(String letter, String dollars) {
        return new Bid(
                id("bid " + letter),
                program(letter).partner(),
                letter,
                DEADLINE,
                "digest",
                null,
                new Price(program(letter), Money.ofDollars(dollars), List.of()),
                "lot " + letter);
    }

    @Test
    void the_draw_can_be_repeated_with_the_register_alone() {
        var bids = List.of(bid("A", "100.00"), bid("B", "100.00"));

        assertThat(Choosing.drawn(bids.getFirst(), bids, text -> "<" + text + ">"))
                .isEqualTo("<<lot A\nlot B>\nlot A>");
    }

    @Test
    void without_the_rule_of_the_draw_any_of_the_equals_may_be_chosen() {
        var without = new RuleBook(RULES.rules().stream()
                .map(rule -> rule.name().equals("tie-by-draw") ? Policy.readOtherwise(rule) : rule)
                .toList());
        var prices = new PricesOpened(
                invitation(Kind.BIDS, false, DEADLINE),
                new Publication(keys(), List.of(), FEBRUARY_12, DEADLINE),
                null,
                null,
                OPENING,
                List.of(bid("A", "100.00"), bid("B", "100.00"), bid("C", "100.01")));

        for (var letter : Map.of("A", "done", "B", "done", "C", "NotTheBestBid").entrySet()) {
            var chosen = new Choosing(List.of(id("bid " + letter.getKey())), List.of(), "One of them")
                    .of(prices, without, text -> text, DEADLINE);
            assertThat(outcome(chosen)).isEqualTo(letter.getValue());
            if (chosen instanceof Decision.Accepted<Tender>(Awarded awarded, var _)) {
                assertThat(awarded.choice().drawn()).isFalse();
            }
        }
    }

    // --- §8 -------------------------------------------------------------------------------------------------------

    static List<List<String>> callOffs() {
        return Policy.ofTenders("| chosen | area |", 1);
    }

    @ParameterizedTest
    @MethodSource("callOffs")
    void an_award_covers_its_partner_area_and_years(List<String> row) {
        var fault = award().fault(
                        program(row.get(0), row.get(1)),
                        FiscalYear.of(LocalDate.of(Integer.parseInt(row.get(2)), 1, 1)),
                        Integer.parseInt(row.get(3)));

        assertThat(fault.map(why -> why.getClass().getSimpleName()).orElse("done"))
                .isEqualTo(row.get(4));
    }

    @Test
    void a_call_off_is_bought_at_the_awarded_unit_prices() {
        var called = award().called(Map.of("hour", 400L)).orRefuse().state();

        assertThat(FrameworkAward.price(called)).isEqualTo(Money.ofDollars("18000.00"));
        assertThat(outcome(award().called(Map.of()))).isEqualTo("UnitsNotAwarded");
        assertThat(outcome(award().called(Map.of("day", 1L)))).isEqualTo("UnitsNotAwarded");
        assertThat(outcome(award().called(Map.of("hour", 0L)))).isEqualTo("UnitsNotAwarded");
    }

    private static FrameworkAward award() {
        var framework = Bidding.framework(2);
        return new FrameworkAward(
                id("award"),
                Bidding.TENDER,
                program("A"),
                "tutoring",
                framework.from(),
                framework.until(),
                List.of(new UnitPrice("hour", "An hour of tutoring", "hour", Money.ofDollars("45.00"))),
                DEADLINE);
    }

    static List<List<String>> frameworks() {
        return Policy.ofTenders("| called off | more |", 1);
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void all_that_is_called_off_stays_within_what_was_published(List<String> row) {
        Money more = new Money(Money.ofDollars(row.get(1)).cents() * Long.parseLong(row.get(2)));
        var called = new CalledOff(
                id("award"),
                Bidding.TENDER,
                Money.ofDollars("120000.00"),
                Money.ofDollars(row.get(0)).plus(more));

        assertThat(called.fault().map(why -> why.getClass().getSimpleName()).orElse("done"))
                .isEqualTo(row.get(3));
    }

    // --- §9 -------------------------------------------------------------------------------------------------------

    static Stream<List<String>> stakes() {
        List<String> acts = List.of("key", "open", "rate", "conclude", "award", "cancel");
        return Policy.ofTenders("| who | key |", 1).stream()
                .flatMap(row -> acts.stream().map(act -> List.of(row.getFirst(), act, row.get(1 + acts.indexOf(act)))));
    }

    @ParameterizedTest
    @MethodSource("stakes")
    void nobody_decides_about_a_competition_in_which_they_have_a_part(List<String> line) {
        var stake = switch (line.get(0)) {
            case "nobody's" -> new Stake(false, false, false);
            case "other" -> new Stake(false, false, true);
            case "bidder's member" -> new Stake(false, true, true);
            case "who handed in" -> new Stake(true, false, false);
            default -> throw new AssertionError(line);
        };
        var fault = stake.fault(Bidding.TENDER, Stake.Act.valueOf(line.get(1).toUpperCase(Locale.ROOT)));

        assertThat(fault.map(why -> why.getClass().getSimpleName()).orElse("done"))
                .isEqualTo(line.get(2));
    }
}
