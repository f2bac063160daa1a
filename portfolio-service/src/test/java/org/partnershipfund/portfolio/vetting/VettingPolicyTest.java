package org.partnershipfund.portfolio.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.cycle.Delivery;
import org.partnershipfund.portfolio.cycle.GradeBand;
import org.partnershipfund.portfolio.cycle.Minimums;
import org.partnershipfund.portfolio.cycle.Ratio;
import org.partnershipfund.portfolio.fixtures.Harbor;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceSheetTooEarly;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AnswersDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.BelowMinimum;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotInCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotServed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CriteriaNotMet;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CycleNotOpen;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ReviewersDisagree;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TooFewReviews;

/** The worked examples of docs/policy/partner-vetting.md. */
class VettingPolicyTest {

    private static final Pattern BRACKET = Pattern.compile("\\(([^)]+)\\)");

    static Stream<List<String>> new_prices() {
        return PolicyPage.examples("new prices").stream();
    }

    @ParameterizedTest
    @MethodSource("new_prices")
    void new_prices_begin_when_the_page_says(List<String> example) {
        var first = LocalDate.parse(example.get(0));
        var asked = Harbor.prices(LocalDate.parse(example.get(1)), "65000.00");
        Program program = Program.register(
                        Harbor.CLUB,
                        Harbor.alliance(),
                        Harbor.homework(),
                        Harbor.prices(first, "60000.00"),
                        Optional.empty(),
                        Harbor.ON_2_OCTOBER)
                .orRefuse()
                .state();

        var decision = Program.change(
                program,
                Harbor.alliance(),
                Harbor.homework(),
                asked,
                Optional.empty(),
                LocalDate.of(2018, 2, 1),
                Harbor.ON_1_NOVEMBER);

        assertThat(word(decision)).isEqualTo(example.get(2));
    }

    private static String word(Decision<Program> decision) {
        return switch (decision) {
            case Decision.Accepted<Program> accepted ->
                "version "
                        + Optional.of(accepted.state().latestSheet())
                                .map(PriceSheet::version)
                                .orElseThrow();
            case Decision.Refused<Program>(var why) ->
                why instanceof PriceSheetTooEarly early ? "too early: " + early.earliest() : why.toString();
        };
    }

    static Stream<List<String>> may_it_apply() {
        return PolicyPage.examples("may it apply").stream();
    }

    @ParameterizedTest
    @MethodSource("may_it_apply")
    void a_program_may_apply_when_the_page_says(List<String> example) {
        LocalDate today = LocalDate.parse(example.get(0));
        var intended = Application.intend(
                Harbor.APPLICATION,
                Harbor.intent(example.get(1), Integer.parseInt(example.get(2))),
                Harbor.club(),
                Harbor.autumn(),
                today,
                Optional.empty());

        var decision = switch (intended) {
            case Decision.Accepted<Application>(var application, var _)
            when !example.get(3).equals("(later)") ->
                Application.answer(
                        application,
                        Harbor.autumn(),
                        Harbor.answers(words(example.get(3)).toArray(String[]::new)),
                        Harbor.DIRECTOR,
                        today,
                        Harbor.ON_5_OCTOBER);
            case Decision.Accepted<Application> accepted -> accepted;
            case Decision.Refused<Application> refused -> refused;
        };

        assertThat(wordOf(decision)).isEqualTo(example.get(4));
    }

    static Stream<List<String>> what_can_be_counted() {
        return PolicyPage.examples("what can be counted").stream();
    }

    @ParameterizedTest
    @MethodSource("what_can_be_counted")
    void what_can_be_counted_is_enough_when_the_page_says(List<String> example) {
        var summer = new Minimums(
                2,
                Optional.of(20),
                Optional.of(80),
                Map.of(
                        GradeBand.PK_TO_K,
                        Ratio.of("1:11"),
                        GradeBand.GRADES_1_TO_8,
                        Ratio.of("1:15"),
                        GradeBand.GRADES_9_TO_12,
                        Ratio.of("1:25")));
        Map<GradeBand, Ratio> ratios = new EnumMap<>(GradeBand.class);
        int column = 4;
        for (GradeBand band : GradeBand.values()) {
            given(example.get(column++)).ifPresent(word -> ratios.put(band, Ratio.of(word)));
        }
        var delivery = new Delivery(
                Integer.parseInt(example.get(1)),
                given(example.get(2)).map(Integer::valueOf),
                given(example.get(3)).map(Integer::valueOf),
                ratios);

        List<String> missed = summer
                .against(delivery, words(example.get(0)).stream().map(Grade::of).toList())
                .stream()
                .filter(check -> !check.isMet())
                .map(Minimums.Check::what)
                .toList();

        assertThat(missed.isEmpty() ? "(none)" : String.join(", ", missed)).isEqualTo(example.get(7));
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell).filter(word -> !word.equals("(none)"));
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(",", -1)).map(String::strip).toList();
    }

    static Stream<List<String>> may_it_be_vetted() {
        return PolicyPage.examples("may it be vetted").stream();
    }

    @ParameterizedTest
    @MethodSource("may_it_be_vetted")
    void a_program_may_be_vetted_when_the_page_says(List<String> example) {
        List<String> parts = Arrays.asList(example.get(0).split(" then ", -1));
        List<List<Grading>> reviews = brackets(parts.getFirst());
        Application application = Harbor.submitted();
        for (int reviewer = 0; reviewer < reviews.size(); reviewer++) {
            application = Harbor.reviewed(
                    application,
                    person(reviewer),
                    reviews.get(reviewer).getFirst(),
                    reviews.get(reviewer).getLast());
        }
        for (List<Grading> again : parts.size() > 1 ? brackets(parts.getLast()) : List.<List<Grading>>of()) {
            application = Application.restate(
                            application,
                            Harbor.autumn(),
                            Harbor.alliance(),
                            Harbor.review(person(0), again.getFirst(), again.getLast())
                                    .ratings(),
                            person(0),
                            Harbor.ON_25_OCTOBER)
                    .orRefuse()
                    .state();
        }

        var decision = Application.decide(
                application, Harbor.TO_VET, Harbor.autumn(), Harbor.alliance(), Harbor.TEAM_LEAD, Harbor.ON_1_NOVEMBER);

        assertThat(wordOf(decision)).isEqualTo(example.get(1));
    }

    private static Person person(int reviewer) {
        return new Person(Harbor.ISSUER, "reviewer " + reviewer);
    }

    private static List<List<Grading>> brackets(String cell) {
        return BRACKET.matcher(cell)
                .results()
                .map(found -> found.group(1))
                .filter(bracket -> !bracket.equals("none"))
                .map(bracket -> words(bracket).stream().map(Grading::of).toList())
                .toList();
    }

    static Stream<List<String>> on_the_menu() {
        return PolicyPage.examples("on the menu").stream();
    }

    @ParameterizedTest
    @MethodSource("on_the_menu")
    void a_program_is_on_the_menu_when_the_page_says(List<String> example) {
        boolean on = Harbor.reinstated().isOnTheMenuOn(LocalDate.parse(example.get(0)));

        assertThat(on ? "yes" : "no").isEqualTo(example.get(1));
    }

    private static String wordOf(Decision<Application> decision) {
        return switch (decision) {
            case Decision.Accepted<Application> accepted -> accepted.state().word();
            case Decision.Refused<Application> refused ->
                switch (refused.why()) {
                    case CycleNotOpen _ -> "cycle-not-open";
                    case CategoryNotInCycle _ -> "category-not-in-cycle";
                    case CategoryNotServed _ -> "category-not-served";
                    case BelowMinimum(var _, var missed) ->
                        "below-minimum: " + missed.getFirst().what();
                    case AnswersDoNotFit _ -> "answers-do-not-fit";
                    case TooFewReviews _ -> "too-few-reviews";
                    case ReviewersDisagree _ -> "reviewers-disagree";
                    case CriteriaNotMet _ -> "criteria-not-met";
                    default -> refused.toString();
                };
        };
    }
}
