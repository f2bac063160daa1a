package org.partnershipfund.procurement.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Purchases.AT_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.ON_FEBRUARY_5;
import static org.partnershipfund.procurement.fixtures.Purchases.asked;
import static org.partnershipfund.procurement.fixtures.Purchases.competition;
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
import org.partnershipfund.procurement.process.ContractingProcess.Solicited;
import org.partnershipfund.procurement.process.Offer.Proposal;
import org.partnershipfund.procurement.process.Offer.Rating;
import org.partnershipfund.procurement.process.ProcessEvent.AwardMade;
import org.partnershipfund.procurement.process.ProcessEvent.OutcomeDiffers;
import org.partnershipfund.procurement.process.Solicitation.NoticePosted;
import org.partnershipfund.procurement.reservation.ReservedLine;
import org.partnershipfund.procurement.rules.Method;

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
                decision = ContractingProcess.offer(process, quote(words[0], words[1]), ON_FEBRUARY_5, AT_FEBRUARY_5);
            }
        }
        if (!row.get(2).isEmpty() && decision instanceof Accepted<ContractingProcess>(var process, var _)) {
            String[] words = row.get(2).split(" ", -1);
            List<NotResponsible> left = words.length == 3
                    ? List.of(new NotResponsible(program(words[2]).id(), "Owes a delivery"))
                    : List.of();
            decision = award(process, words[0], left, THIRTY_THOUSAND);
        }

        assertThat(outcome(decision)).isEqualTo(row.get(3));
    }

    private static Decision<ContractingProcess> solicit(ContractingProcess process, Solicitation asked) {
        LocalDate opensOn = asked instanceof NoticePosted notice
                ? LocalDate.ofInstant(notice.opensAt(), java.time.ZoneId.of("America/New_York"))
                : asked.on();
        return ContractingProcess.solicit(process, asked, opensOn, Policy.rules(), ON_FEBRUARY_5, AT_FEBRUARY_5);
    }

    private static Decision<ContractingProcess> award(
            ContractingProcess process, String letter, List<NotResponsible> left, List<ReservedLine> lines) {
        return ContractingProcess.award(
                process, program(letter).id(), "As the file shows", left, lines, Policy.rules(), AT_FEBRUARY_5);
    }

    @Test
    void another_winner_is_told_to_every_school_with_its_part_of_the_price() {
        var solicited = solicit(opened(THIRTY_THOUSAND), asked("A", "B", "C"))
                .orRefuse()
                .state();
        for (var one : List.of(quote("A", "25000.00"), quote("B", "24000.00"), quote("C", "no"))) {
            solicited = ContractingProcess.offer(solicited, one, ON_FEBRUARY_5, AT_FEBRUARY_5)
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
            solicited = ContractingProcess.offer(solicited, one, ON_FEBRUARY_5, AT_FEBRUARY_5)
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

        assertThat(outcome(ContractingProcess.offer(solicited, offer, ON_FEBRUARY_5, OPENS.minusMillis(1))))
                .isEqualTo("NoOffersNow");
        var both = ContractingProcess.offer(
                        ContractingProcess.offer(solicited, offer, ON_FEBRUARY_5, OPENS)
                                .orRefuse()
                                .state(),
                        other,
                        ON_FEBRUARY_5,
                        OPENS)
                .orRefuse()
                .state();
        assertThat(outcome(award(both, "A", List.of(), lines))).isEqualTo("UnacceptableProposal");
        assertThat(outcome(award(both, "B", List.of(), lines))).isEqualTo("done");
        assertThat(outcome(ContractingProcess.offer(both, quote("C", "1.00"), ON_FEBRUARY_5, OPENS)))
                .isEqualTo("NoOffersNow");
    }

    @Test
    void each_step_is_taken_once_and_in_order() {
        var open = opened(THIRTY_THOUSAND);
        assertThat(outcome(award(open, "A", List.of(), THIRTY_THOUSAND))).isEqualTo("NotAwardableNow");
        assertThat(outcome(ContractingProcess.offer(open, quote("A", "1.00"), ON_FEBRUARY_5, AT_FEBRUARY_5)))
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

    /** Policy §4. */
    @ParameterizedTest
    @CsvSource({
        "20000.01, A, false, Splitting",
        "20000.00, A, false, done",
        "20000.01, A, true, done",
        "20000.01, B, false, done",
        "9999.99, A, false, Splitting"
    })
    void what_belongs_together_is_not_bought_in_pieces(
            String value, String letter, boolean withEarlier, String outcome) {
        List<ContractingProcess> earlier = List.of(opened(THIRTY_THOUSAND));
        var lines = List.of(line(3, program(letter), value, null));

        assertThat(outcome(opening(request(competition(), 1, withEarlier), lines, earlier, ON_FEBRUARY_5)))
                .isEqualTo(outcome);
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

        var amounts = ContractingProcess.amounts(price, lines);

        assertThat(amounts.values().stream().reduce(Money.ZERO, Money::plus)).isEqualTo(price);
        lines.forEach(one ->
                assertThat(amounts.getOrDefault(one.commitment(), Money.ZERO)).isBetween(new Money(1), one.amount()));
    }
}
