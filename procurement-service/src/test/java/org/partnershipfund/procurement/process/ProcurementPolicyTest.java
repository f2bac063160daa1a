package org.partnershipfund.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Books.FUND_2019;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.asked;
import static org.partnershipfund.procurement.fixtures.Purchases.competition;
import static org.partnershipfund.procurement.fixtures.Purchases.id;
import static org.partnershipfund.procurement.fixtures.Purchases.isByName;
import static org.partnershipfund.procurement.fixtures.Purchases.line;
import static org.partnershipfund.procurement.fixtures.Purchases.opened;
import static org.partnershipfund.procurement.fixtures.Purchases.opening;
import static org.partnershipfund.procurement.fixtures.Purchases.outcome;
import static org.partnershipfund.procurement.fixtures.Purchases.program;
import static org.partnershipfund.procurement.fixtures.Purchases.quote;
import static org.partnershipfund.procurement.fixtures.Purchases.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.process.Award.NotResponsible;
import org.partnershipfund.procurement.process.ContractingProcess.Awarded;
import org.partnershipfund.procurement.process.ContractingProcess.Request;
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.Offer.Rating;
import org.partnershipfund.procurement.process.ProcessEvent.AwardMade;
import org.partnershipfund.procurement.process.ProcessEvent.OutcomeDiffers;
import org.partnershipfund.procurement.process.ProcessRefusal.Splitting;
import org.partnershipfund.procurement.process.Solicitation.Asked;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Method;
import org.partnershipfund.procurement.rules.RuleBook;

/** docs/policy/procurement.md §3 to §6. */
class ProcurementPolicyTest {

    private static final List<ReservedLine> THIRTY_THOUSAND = List.of(line(1, "10000.00"), line(2, "20000.00"));
    private static final Set<String> PLACES = Set.of("office", "newspaper", "commbuys", "city-record");
    private static final Instant OPENS = Instant.parse("2018-02-19T15:00:00Z");

    static List<List<String>> competitions() {
        return Policy.table("| asked | quotes and answers |");
    }

    /** Policy §5. */
    @ParameterizedTest
    @MethodSource("competitions")
    void quotes_are_decided_as_written(List<String> row) {
        Decision<ContractingProcess> decision =
                solicit(opened(THIRTY_THOUSAND), asked(row.get(0).split(" ", -1)));
        for (String answer : row.get(1).split(", ", -1)) {
            if (!answer.isEmpty() && decision instanceof Accepted<ContractingProcess>(var process, var _)) {
                String[] words = answer.split(" ", -1);
                decision = Competition.offer(process, quote(words[0], words[1]), ON_FEBRUARY_5, AT_FEBRUARY_5);
            }
        }
        if (!row.get(2).isEmpty() && decision instanceof Accepted<ContractingProcess>(var process, var _)) {
            String[] words = row.get(2).split(" ", -1);
            List<NotResponsible> left = words.length == 3
                    ? List.of(
                            isByName(words[2])
                                    ? new NotResponsible(null, words[2].substring(1), "Owes a delivery")
                                    : new NotResponsible(program(words[2]).id(), null, "Owes a delivery"))
                    : List.of();
            decision = award(process, words[0], left, THIRTY_THOUSAND);
        }

        assertThat(outcome(decision)).isEqualTo(row.get(3));
    }

    private static Decision<ContractingProcess> solicit(ContractingProcess process, Solicitation asked) {
        LocalDate opensOn = asked instanceof NoticePosted notice
                ? LocalDate.ofInstant(notice.opensAt(), java.time.ZoneId.of("America/New_York"))
                : asked.on();
        return Competition.solicit(process, asked, opensOn, List.of(), Policy.rules(), ON_FEBRUARY_5, AT_FEBRUARY_5);
    }

    private static Decision<ContractingProcess> award(
            ContractingProcess process, String letter, List<NotResponsible> left, List<ReservedLine> lines) {
        return award(process, letter, left, lines, List.of());
    }

    private static Decision<ContractingProcess> award(
            ContractingProcess process,
            String letter,
            List<NotResponsible> left,
            List<ReservedLine> lines,
            List<ContractingProcess> year) {
        return new Awarding(program(letter).id(), "As the file shows", left)
                .of(process, lines, year, Policy.rules(), AT_FEBRUARY_5);
    }

    @Test
    void another_winner_is_told_to_every_school_with_its_part_of_the_price() {
        var solicited = solicit(opened(THIRTY_THOUSAND), asked("A", "B", "C"))
                .orRefuse()
                .state();
        for (var one : List.of(quote("A", "25000.00"), quote("B", "24000.00"), quote("C", "no"))) {
            solicited = Competition.offer(solicited, one, ON_FEBRUARY_5, AT_FEBRUARY_5)
                    .orRefuse()
                    .state();
        }

        var awarded = award(solicited, "B", List.of(), THIRTY_THOUSAND).orRefuse();

        assertThat(awarded.state())
                .isInstanceOfSatisfying(
                        Awarded.class, one -> assertThat(one.award().asChosen()).isFalse());
        assertThat(awarded.events()).hasSize(3);
        assertThat(awarded.events().getFirst()).isInstanceOf(AwardMade.class);
        assertThat(awarded.events().stream()
                        .filter(OutcomeDiffers.class::isInstance)
                        .map(OutcomeDiffers.class::cast)
                        .map(one ->
                                one.line().school().value() + " " + one.amount().dollars()))
                .containsExactly("00000001 8000.00", "00000002 16000.00");
    }

    @Test
    void below_ten_thousand_a_justified_choice_need_not_be_the_lowest() {
        var lines = List.of(line(1, "9999.99"));
        var solicited = solicit(opened(lines), asked("A", "B", "C")).orRefuse().state();
        for (var one : List.of(quote("A", "9000.00"), quote("B", "8000.00"), quote("C", "no"))) {
            solicited = Competition.offer(solicited, one, ON_FEBRUARY_5, AT_FEBRUARY_5)
                    .orRefuse()
                    .state();
        }

        assertThat(outcome(award(solicited, "A", List.of(), lines))).isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "50000.00, 2018-02-19T15:00:00Z, SolicitationDoesNotFit",
        "50000.01, 2018-02-19T15:00:00Z, done",
        "50000.01, 2018-02-19T04:59:59Z, NoticeTooShort",
        "100000.01, 2018-02-19T15:00:00Z, PlacesMissing"
    })
    void a_notice_stands_in_every_place_two_weeks_before_the_opening(String value, Instant opensAt, String outcome) {
        var process = opened(List.of(line(1, value)));

        assertThat(outcome(solicit(process, new NoticePosted(ON_FEBRUARY_5, PLACES, opensAt))))
                .isEqualTo(outcome);
    }

    @Test
    void proposals_stay_sealed_until_the_opening_and_an_unacceptable_one_is_out() {
        var lines = List.of(line(1, "60000.00"));
        var solicited = solicit(opened(lines), new NoticePosted(ON_FEBRUARY_5, PLACES, OPENS))
                .orRefuse()
                .state();
        var offer = new Proposal(
                program("A"), Money.ofDollars("55000.00"), List.of(new Rating("experience", "unacceptable")));
        var other = new Proposal(
                program("B"), Money.ofDollars("58000.00"), List.of(new Rating("experience", "advantageous")));

        assertThat(outcome(Competition.offer(solicited, offer, ON_FEBRUARY_5, OPENS.minusMillis(1))))
                .isEqualTo("NoOffersNow");
        var both = Competition.offer(
                        Competition.offer(solicited, offer, ON_FEBRUARY_5, OPENS)
                                .orRefuse()
                                .state(),
                        other,
                        ON_FEBRUARY_5,
                        OPENS)
                .orRefuse()
                .state();
        assertThat(outcome(award(both, "A", List.of(), lines))).isEqualTo("UnacceptableProposal");
        assertThat(outcome(award(both, "B", List.of(), lines))).isEqualTo("done");
        assertThat(outcome(Competition.offer(both, quote("C", "1.00"), ON_FEBRUARY_5, OPENS)))
                .isEqualTo("NoOffersNow");
    }

    @Test
    void each_step_is_taken_once_and_in_order() {
        var open = opened(THIRTY_THOUSAND);
        assertThat(outcome(award(open, "A", List.of(), THIRTY_THOUSAND))).isEqualTo("NotAwardableNow");
        assertThat(outcome(Competition.offer(open, quote("A", "1.00"), ON_FEBRUARY_5, AT_FEBRUARY_5)))
                .isEqualTo("NoOffersNow");
        var solicited = solicit(open, asked("A", "B", "C")).orRefuse().state();
        assertThat(solicited.method()).isEqualTo(Method.WRITTEN_QUOTES);
        assertThat(outcome(solicit(solicited, asked("A", "B", "C")))).isEqualTo("NoSolicitationNow");
        assertThat(solicited).isInstanceOf(Solicited.class);
    }

    @ParameterizedTest
    @CsvSource({"2018-02-04, DateNotPossible", "2018-02-06, DateNotPossible"})
    void nothing_is_dated_before_the_opening_or_in_the_future(LocalDate on, String outcome) {
        var asked = new Solicitation.QuotesAsked(
                on, "Tutoring", asked("A", "B", "C").asked());

        assertThat(outcome(solicit(opened(THIRTY_THOUSAND), asked))).isEqualTo(outcome);
    }

    /** Policy §4.1. */
    @Test
    void a_split_is_refused_with_every_earlier_purchase_and_every_threshold_crossed() {
        var earlier = opened(List.of(line(7, "30000.00")));

        var refused = opening(
                request(competition(), 1, false), List.of(line(8, "20000.01")), List.of(earlier), ON_FEBRUARY_5);

        assertThat(refused)
                .isEqualTo(Decision.refuse(new Splitting(
                        Money.ofDollars("20000.01"),
                        Money.ofDollars("50000.01"),
                        Method.SEALED_BIDS_OR_PROPOSALS,
                        List.of(new Splitting.Earlier(
                                earlier.id(),
                                "A",
                                "Program A",
                                "tutoring",
                                Route.Kind.COMPETITION,
                                Money.ofDollars("30000.00"),
                                Method.WRITTEN_QUOTES,
                                ON_FEBRUARY_5)),
                        List.of(
                                new Splitting.Crossed(
                                        "mayor-approval-2016",
                                        "mayor",
                                        Money.ofDollars("50000.00"),
                                        "Acts 2011 c.196 s.1"),
                                new Splitting.Crossed(
                                        "method-sealed-2016",
                                        "sealed-bids-or-proposals",
                                        Money.ofDollars("50000.01"),
                                        "Acts 2016 c.218; M.G.L. c.30B s.4"),
                                new Splitting.Crossed(
                                        "public-notice-2016",
                                        "public-notice",
                                        Money.ofDollars("50000.01"),
                                        "Acts 2016 c.218; M.G.L. c.30B s.4")))));
    }

    /** Policy §3. */
    @ParameterizedTest
    @CsvSource({
        "SOLE_SOURCE, letter, 1, 50000.00, done",
        "SOLE_SOURCE, letter, 1, 50000.01, SoleSourceOverCap",
        "SOLE_SOURCE, letter, 2, 25000.01, SoleSourceOverCap",
        "SOLE_SOURCE, , 1, 1.00, ReferenceMissing",
        "CALL_OFF, RFP 1123, 3, 500000.00, done",
        "CALL_OFF, RFP 1123, 4, 1.00, TermTooLong",
        "EXEMPTION, c.30B s.1(b)(8), 1, 90000.00, done",
        "COMPETITION, , 1, 90000.00, done"
    })
    void a_route_rests_on_something(Route.Kind kind, String reference, int years, String reserved, String outcome) {
        var route = new Route(kind, "As decided", reference);

        assertThat(outcome(opening(request(route, years, false), List.of(line(1, reserved)), List.of(), ON_FEBRUARY_5)))
                .isEqualTo(outcome);
    }

    @Test
    void without_a_competition_the_chosen_program_is_awarded_at_what_is_reserved() {
        var route = new Route(Route.Kind.CALL_OFF, "Awarded in RFP 1123", "RFP 1123");
        var process = opening(request(route, 1, false), THIRTY_THOUSAND, List.of(), ON_FEBRUARY_5)
                .orRefuse()
                .state();

        assertThat(outcome(solicit(process, asked("A", "B", "C")))).isEqualTo("NoSolicitationNow");
        assertThat(outcome(award(process, "B", List.of(), THIRTY_THOUSAND))).isEqualTo("NoSuchOffer");
        assertThat(award(process, "A", List.of(), THIRTY_THOUSAND).orRefuse().state())
                .isInstanceOfSatisfying(
                        Awarded.class, one -> assertThat(one.award().price()).isEqualTo(Money.ofDollars("30000.00")));
    }

    @Test
    void nothing_is_bought_that_no_school_has_reserved() {
        assertThat(outcome(opening(request(competition(), 1, false), List.of(), List.of(), ON_FEBRUARY_5)))
                .isEqualTo("NothingToBuy");
    }

    /** Policy §3.3. */
    @ParameterizedTest
    @CsvSource({"3, , done", "4, , TermTooLong", "4, ' ', TermTooLong", "4, 'School Committee, 28 March 2018', done"})
    void a_recorded_vote_allows_a_longer_term(int years, String vote, String outcome) {
        var asked = new Request(FUND_2019, program("A").id(), competition(), years, vote, false);

        assertThat(outcome(opening(asked, List.of(line(1, "1.00")), List.of(), ON_FEBRUARY_5)))
                .isEqualTo(outcome);
    }

    static List<List<String>> purchases() {
        return Policy.table("| reserved before | route | now |");
    }

    /** Policy §4. */
    @ParameterizedTest
    @MethodSource("purchases")
    void what_belongs_together_is_not_bought_in_pieces(List<String> row) {
        var before = opening(
                        request(route(row.get(1)), 1, false),
                        List.of(reserved(1, row.get(0))),
                        List.of(),
                        ON_FEBRUARY_5)
                .orRefuse()
                .state();

        assertThat(outcome(opening(
                        request(route(row.get(3)), 1, row.get(4).equals("yes")),
                        List.of(reserved(2, row.get(2))),
                        List.of(before),
                        ON_FEBRUARY_5)))
                .isEqualTo(row.get(5));
    }

    /** A line as "program area dollars". */
    private static ReservedLine reserved(int school, String words) {
        String[] parts = words.split(" ", -1);
        return line(school, program(parts[0], parts[1]), parts[2], null);
    }

    private static Route route(String word) {
        var kind = Route.Kind.ofWord(word);
        return new Route(kind, "As decided", kind == Route.Kind.COMPETITION ? null : "on file");
    }

    /** Policy §1.3: both readings are rows; the tables above are decided by the adopted one. */
    @ParameterizedTest
    @CsvSource({"A, tutoring, Splitting", "B, tutoring, done", "A, arts, done"})
    void read_the_other_way_partner_and_area_must_both_be_the_same(String letter, String area, String outcome) {
        var other = new RuleBook(Policy.rules().rules().stream()
                .map(rule -> rule.kind().equals("reading") ? Policy.readOtherwise(rule) : rule)
                .toList());
        var lines = List.of(line(3, program(letter, area), "20000.01", null));

        assertThat(outcome(opening(
                        request(competition(), 1, false),
                        lines,
                        List.of(opened(THIRTY_THOUSAND)),
                        other,
                        ON_FEBRUARY_5)))
                .isEqualTo(outcome);
    }

    @Test
    void of_an_awarded_purchase_the_winner_and_the_price_count() {
        var solicited =
                offered(opened(THIRTY_THOUSAND), quote("A", "29000.00"), quote("B", "20000.00"), quote("C", "no"));
        var awarded =
                award(solicited, "B", List.of(), THIRTY_THOUSAND).orRefuse().state();

        assertThat(outcome(opening(
                        request(competition(), 1, false),
                        List.of(line(3, program("B", "arts"), "30000.01", null)),
                        List.of(awarded),
                        ON_FEBRUARY_5)))
                .isEqualTo("Splitting");
        assertThat(outcome(opening(
                        request(competition(), 1, false),
                        List.of(line(3, program("B", "arts"), "30000.00", null)),
                        List.of(awarded),
                        ON_FEBRUARY_5)))
                .isEqualTo("done");
        assertThat(outcome(opening(
                        request(competition(), 1, false),
                        List.of(line(3, program("A", "arts"), "30000.01", null)),
                        List.of(awarded),
                        ON_FEBRUARY_5)))
                .isEqualTo("done");
    }

    private static ContractingProcess offered(ContractingProcess process, Offer... offers) {
        var solicited = solicit(process, asked("A", "B", "C")).orRefuse().state();
        for (Offer one : offers) {
            solicited = Competition.offer(solicited, one, ON_FEBRUARY_5, AT_FEBRUARY_5)
                    .orRefuse()
                    .state();
        }
        return solicited;
    }

    /** Policy §3.5. */
    @Test
    void the_method_follows_the_value_until_offers_are_asked_for() {
        var grown = List.of(line(1, "10000.00"), line(2, "40000.01"));

        var process = ContractingProcess.revalued(opened(THIRTY_THOUSAND), grown, Policy.rules());

        assertThat(process.opening().value()).isEqualTo(Money.ofDollars("50000.01"));
        assertThat(process.method()).isEqualTo(Method.SEALED_BIDS_OR_PROPOSALS);
        assertThat(outcome(solicit(process, asked("A", "B", "C")))).isEqualTo("SolicitationDoesNotFit");
        assertThat(ContractingProcess.revalued(process, List.of(), Policy.rules())
                        .opening()
                        .value())
                .isEqualTo(Money.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"54000.00, MethodOutgrown", "50000.01, MethodOutgrown", "50000.00, done"})
    void what_outgrew_its_method_is_not_awarded_above_the_threshold(String price, String outcome) {
        var grown = List.of(line(1, "20000.00"), line(2, "40000.00"));
        var process = ContractingProcess.revalued(
                offered(opened(THIRTY_THOUSAND), quote("A", price), quote("B", "55000.00"), quote("C", "no")),
                grown,
                Policy.rules());

        assertThat(process.method()).isEqualTo(Method.WRITTEN_QUOTES);
        assertThat(outcome(award(process, "A", List.of(), grown))).isEqualTo(outcome);
    }

    @Test
    void every_year_of_the_term_counts_at_the_award() {
        var lines = List.of(line(1, "15000.00"));
        var open = opening(request(competition(), 3, false), lines, List.of(), ON_FEBRUARY_5)
                .orRefuse()
                .state();
        var grown = List.of(line(1, "17000.00"));
        var process = ContractingProcess.revalued(
                offered(open, quote("A", "16700.00"), quote("B", "17000.00"), quote("C", "no")), grown, Policy.rules());

        assertThat(outcome(award(process, "A", List.of(), grown))).isEqualTo("MethodOutgrown");
    }

    @Test
    void what_outgrew_its_method_is_put_to_competition_again_by_the_stricter_one() {
        var grown = List.of(line(1, "20000.00"), line(2, "40000.00"));
        var solicited = offered(opened(THIRTY_THOUSAND), quote("A", "54000.00"));
        var process = ContractingProcess.revalued(solicited, grown, Policy.rules());

        assertThat(outcome(solicit(process, asked("A", "B", "C")))).isEqualTo("SolicitationDoesNotFit");
        var again = solicit(process, new NoticePosted(ON_FEBRUARY_5, PLACES, OPENS))
                .orRefuse()
                .state();

        assertThat(again.method()).isEqualTo(Method.SEALED_BIDS_OR_PROPOSALS);
        assertThat(again)
                .isInstanceOfSatisfying(
                        Solicited.class, one -> assertThat(one.offers()).isEmpty());
        assertThat(outcome(solicit(again, new NoticePosted(ON_FEBRUARY_5, PLACES, OPENS))))
                .isEqualTo("NoSolicitationNow");
    }

    @Test
    void an_earlier_purchase_that_grows_is_seen_when_the_later_one_is_awarded() {
        var lines = List.of(line(3, "15000.00"));
        var earlier = opened(THIRTY_THOUSAND);
        var later = opening(request(competition(), 1, false), lines, List.of(earlier), ON_FEBRUARY_5)
                .orRefuse()
                .state();
        var process = offered(later, quote("A", "15000.00"), quote("B", "no"), quote("C", "no"));
        var grown = ContractingProcess.revalued(earlier, List.of(line(1, "35000.01")), Policy.rules());

        assertThat(outcome(award(process, "A", List.of(), lines, List.of(earlier, process))))
                .isEqualTo("done");
        assertThat(outcome(award(process, "A", List.of(), lines, List.of(grown, process))))
                .isEqualTo("MethodOutgrown");
    }

    static List<List<String>> growing() {
        return Policy.table("| earlier | later |");
    }

    /** Policy §4.3. */
    @ParameterizedTest
    @MethodSource("growing")
    void an_earlier_purchase_does_not_grow_unseen_after_the_later_one_was_awarded(List<String> row) {
        String[] words = row.get(1).split(" ", -1);
        var small = reserved(1, row.getFirst());
        var first = opened(List.of(small));
        var line = line(2, program(words[0], words[1]), words[2], null);
        var second = opening(request(competition(), 1, words.length > 3), List.of(line), List.of(first), ON_FEBRUARY_5)
                .orRefuse()
                .state();
        var asked = inCompetition(second, words[0], words[1], line.amount().dollars());
        var awardedTo = line(2, program(words[0], words[1]), words[2], line.amount());
        ContractingProcess later = switch (row.get(2)) {
            case "asked for" -> asked;
            case "awarded" -> awarded(asked, words, line, first);
            case "awarded and left by every school" ->
                ContractingProcess.revalued(awarded(asked, words, awardedTo, first), List.of(), Policy.rules());
            default -> throw new IllegalArgumentException(row.get(2));
        };
        var all = List.of(line(1, program("A"), row.get(3), null));
        var grown = ContractingProcess.revalued(first, all, Policy.rules());
        var offered = offered(grown, quote("A", row.get(3)), quote("B", "no"), quote("C", "no"));

        assertThat(outcome(award(offered, "A", List.of(), all, List.of(offered, later))))
                .isEqualTo(row.get(4));
        // The same is seen already when the offers are asked for.
        assertThat(outcome(Competition.solicit(
                        grown,
                        asked("A", "B", "C"),
                        ON_FEBRUARY_5,
                        List.of(grown, later),
                        Policy.rules(),
                        ON_FEBRUARY_5,
                        AT_FEBRUARY_5)))
                .isEqualTo(row.get(4).equals("done") ? "done" : "SolicitationDoesNotFit");
    }

    /** With one offer that can be awarded, by whatever method the value demands. */
    private static ContractingProcess inCompetition(
            ContractingProcess process, String letter, String area, String dollars) {
        if (process.method() != Method.SEALED_BIDS_OR_PROPOSALS) {
            var quote = new Offer.Quote(program(letter, area), letter, Money.ofDollars(dollars), null, ON_FEBRUARY_5);
            return offered(process, quote, quote(letter.equals("A") ? "B" : "A", "no"), quote("C", "no"));
        }
        var solicited = solicit(process, new NoticePosted(ON_FEBRUARY_5, PLACES, OPENS))
                .orRefuse()
                .state();
        var proposal = new Proposal(program(letter, area), Money.ofDollars(dollars), List.of());
        return Competition.offer(solicited, proposal, ON_FEBRUARY_5, OPENS)
                .orRefuse()
                .state();
    }

    private static ContractingProcess awarded(
            ContractingProcess asked, String[] words, ReservedLine line, ContractingProcess first) {
        return award(asked, words[0], List.of(), List.of(line), List.of(first, asked))
                .orRefuse()
                .state();
    }

    @Test
    void what_the_schools_have_left_after_the_award_does_not_count() {
        var lines = List.of(line(1, "10000.00"), line(2, "20000.00"));
        var awarded = award(
                        offered(opened(lines), quote("A", "30000.00"), quote("B", "no"), quote("C", "no")),
                        "A",
                        List.of(),
                        lines)
                .orRefuse()
                .state();
        var stays = line(1, program("A"), "10000.00", Money.ofDollars("10000.00"));

        assertThat(outcome(afterwards("20000.01", awarded))).isEqualTo("Splitting");
        var half = ContractingProcess.revalued(awarded, List.of(stays), Policy.rules());
        assertThat(outcome(afterwards("40000.00", half))).isEqualTo("done");
        assertThat(outcome(afterwards("40000.01", half))).isEqualTo("Splitting");
        var nobody = ContractingProcess.revalued(awarded, List.of(), Policy.rules());
        assertThat(outcome(afterwards("9999.99", nobody))).isEqualTo("done");
    }

    private static Decision<ContractingProcess> afterwards(String dollars, ContractingProcess earlier) {
        return opening(request(competition(), 1, false), List.of(line(3, dollars)), List.of(earlier), ON_FEBRUARY_5);
    }

    /** Policy §4.4. */
    @Test
    void who_wins_a_competition_is_awarded_whatever_else_they_sell_and_counts_from_then_on() {
        var arts = List.of(line(1, program("B", "arts"), "30000.00", null));
        var before = opening(request(competition(), 1, false), arts, List.of(), ON_FEBRUARY_5)
                .orRefuse()
                .state();
        var lines = List.of(line(2, "30000.00"));
        var chosen = opening(request(competition(), 1, false), lines, List.of(before), ON_FEBRUARY_5)
                .orRefuse()
                .state();
        var process = offered(chosen, quote("A", "30000.00"), quote("B", "29000.00"), quote("C", "no"));

        var awarded = award(process, "B", List.of(), lines, List.of(before, process));

        assertThat(outcome(awarded)).isEqualTo("done");
        assertThat(outcome(opening(
                        request(competition(), 1, false),
                        List.of(line(3, program("B", "music"), "9999.99", null)),
                        List.of(before, awarded.orRefuse().state()),
                        ON_FEBRUARY_5)))
                .isEqualTo("Splitting");
    }

    /** Policy §3.5. */
    @ParameterizedTest
    @CsvSource({
        "2018-01-20, 2018-02-19T15:00:00Z, DateNotPossible",
        "2018-02-04, 2018-02-19T15:00:00Z, DateNotPossible",
        "2018-02-05, 2018-02-18T15:00:00Z, NoticeTooShort",
        "2018-02-05, 2018-02-19T15:00:00Z, done"
    })
    void a_notice_that_became_due_later_does_not_begin_before(LocalDate noticeOn, Instant opensAt, String outcome) {
        LocalDate january = LocalDate.of(2018, 1, 15);
        var open = opening(request(competition(), 1, false), THIRTY_THOUSAND, List.of(), january)
                .orRefuse()
                .state();
        var first = new Solicitation.QuotesAsked(
                january, "Tutoring", asked("A", "B", "C").asked());
        var solicited = Competition.solicit(open, first, january, List.of(), Policy.rules(), january, AT_FEBRUARY_5)
                .orRefuse()
                .state();
        var outgrown = ContractingProcess.revalued(solicited, List.of(line(1, "60000.00")), Policy.rules());

        assertThat(outcome(solicit(outgrown, new NoticePosted(noticeOn, PLACES, opensAt))))
                .isEqualTo(outcome);
    }

    /** Policy §3.5; lines as dollars, all of program A. */
    @ParameterizedTest
    @CsvSource({
        "0.00, 30000.00, 20000.00, 20000.00",
        "0.00, 30000.00, 20000.01, ''",
        "0.00, 0.00, 25000.00 30000.00, 30000.00",
        "0.00, 0.00, 60000.00 25000.00 30000.00, 30000.00",
        "0.00, 0.00, 10000.00 15000.00 25000.00, 25000.00 15000.00 10000.00",
        "30000.00, 0.00, 20000.00, 20000.00",
        "30000.00, 0.00, 25000.00, ''",
        "30000.00, 0.00, 25000.00 20000.00, 20000.00"
    })
    void a_sole_source_never_grows_beyond_its_cap_with_what_belongs_to_it(
            String before, String bought, String asked, String expected) {
        List<ContractingProcess> year = new ArrayList<>();
        if (!before.equals("0.00")) {
            year.add(opened(List.of(line(1, before))));
        }
        var route = new Route(Route.Kind.SOLE_SOURCE, "Only they can", "Determination 7");
        var process = opening(request(route, 1, false), List.of(line(2, "20000.00")), year, ON_FEBRUARY_5)
                .orRefuse()
                .state();
        year.add(process);
        List<ReservedLine> lines = new ArrayList<>();
        for (String dollars : asked.split(" ", -1)) {
            lines.add(line(4 + lines.size(), dollars));
        }
        List<ReservedLine> held = bought.equals("0.00") ? List.of() : List.of(line(3, bought));

        var joining = ContractingProcess.joining(process, held, lines, year, Policy.rules());

        assertThat(String.join(
                        " ", joining.stream().map(one -> one.amount().dollars()).toList()))
                .isEqualTo(expected);
        List<ReservedLine> all = new ArrayList<>(held);
        all.addAll(joining);
        if (!all.isEmpty()) {
            assertThat(outcome(award(process, "A", List.of(), all, year)))
                    .as("what joined can be awarded")
                    .isEqualTo("done");
        }
    }

    @Test
    void a_sole_source_above_its_cap_is_not_awarded() {
        var route = new Route(Route.Kind.SOLE_SOURCE, "Only they can", "Determination 7");
        var process = opening(request(route, 1, false), THIRTY_THOUSAND, List.of(), ON_FEBRUARY_5)
                .orRefuse()
                .state();
        var grown = List.of(line(1, "20000.00"), line(2, "30000.01"));

        assertThat(outcome(award(process, "A", List.of(), grown))).isEqualTo("SoleSourceOverCap");
        assertThat(outcome(award(process, "A", List.of(), THIRTY_THOUSAND))).isEqualTo("done");
    }

    /** Policy §5.1: two partners are called Foo, and one asked is not registered. */
    @Test
    void a_name_that_two_of_those_asked_bear_says_nothing() {
        var first = new Program(id("program 1"), id("partner 1"), "Foo", "Foo One", "tutoring");
        var second = new Program(id("program 2"), id("partner 2"), "Foo", "Foo Two", "tutoring");
        var third = new Program(id("program 3"), id("partner 3"), "Foo", "Foo Three", "tutoring");
        var asked = new Solicitation.QuotesAsked(
                ON_FEBRUARY_5,
                "Tutoring",
                List.of(
                        new Asked(first.partner(), "Foo", null),
                        new Asked(second.partner(), "Foo", null),
                        new Asked(null, "Bar", null)));
        var process = solicit(opened(THIRTY_THOUSAND), asked).orRefuse().state();

        assertThat(outcome(answer(process, null, "foo", "1.00"))).isEqualTo("NameNotUnique");
        assertThat(outcome(answer(process, third, "Foo", "1.00"))).isEqualTo("NotAsked");
        var one = answer(process, first, "Foo", "20000.00").orRefuse().state();
        var two = answer(one, second, "Foo", "21000.00").orRefuse().state();
        assertThat(outcome(answer(two, second, "Foo", "20500.00"))).isEqualTo("AlreadyOffered");
        var three = answer(two, null, "BAR", "22000.00").orRefuse().state();

        assertThat(outcome(awardTo(second, three, new NotResponsible(null, "Foo", "Owes a delivery"))))
                .isEqualTo("NameNotUnique");
        assertThat(outcome(awardTo(second, three, new NotResponsible(null, "Bar", "Owes a delivery"))))
                .isEqualTo("NotTheLowest");
        assertThat(outcome(awardTo(second, three, new NotResponsible(first.id(), null, "Owes a delivery"))))
                .isEqualTo("done");
    }

    private static Decision<ContractingProcess> answer(
            ContractingProcess process, @Nullable Program program, String name, String dollars) {
        var quote = new Offer.Quote(program, name, Money.ofDollars(dollars), null, ON_FEBRUARY_5);
        return Competition.offer(process, quote, ON_FEBRUARY_5, AT_FEBRUARY_5);
    }

    private static Decision<ContractingProcess> awardTo(
            Program winner, ContractingProcess process, NotResponsible left) {
        return new Awarding(winner.id(), "As the file shows", List.of(left))
                .of(process, THIRTY_THOUSAND, List.of(), Policy.rules(), AT_FEBRUARY_5);
    }

    @Test
    void with_earlier_purchases_the_method_is_that_of_the_sum() {
        List<ContractingProcess> earlier = List.of(opened(THIRTY_THOUSAND));

        var process = opening(request(competition(), 1, true), List.of(line(3, "20000.01")), earlier, ON_FEBRUARY_5)
                .orRefuse()
                .state();

        assertThat(process.opening().value()).isEqualTo(Money.ofDollars("50000.01"));
        assertThat(process.opening().own()).isEqualTo(Money.ofDollars("20000.01"));
        assertThat(process.method()).isEqualTo(Method.SEALED_BIDS_OR_PROPOSALS);
    }

    /** Policy §6. */
    @Property
    void a_price_is_shared_to_the_cent_and_no_line_is_asked_for_more_than_it_has(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 10_000_000) Long> cents,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long choice) {
        List<ReservedLine> lines = new ArrayList<>();
        for (Long one : cents) {
            lines.add(line(lines.size() + 1, new Money(one).dollars()));
        }
        long most = cents.stream().mapToLong(one -> one).sum();
        var price = new Money(cents.size() + choice % (most - cents.size() + 1));

        var amounts = PriceShares.of(price, lines);

        assertThat(amounts.values().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(price);
        lines.forEach(one ->
                assertThat(amounts.getOrDefault(one.commitment(), Money.ZERO)).isBetween(new Money(1), one.amount()));
    }
}
