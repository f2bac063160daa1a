package org.partnershipfund.portfolio.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.fixtures.Harbor;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramRefusal.PriceSheetTooEarly;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AnswersDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotInCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotServed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CycleNotOpen;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoReviewIsEnough;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TooFewYears;

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
        var answered =
                Arrays.stream(example.get(3).split(",", -1)).map(String::strip).toList();
        var request = Harbor.request(ServiceArea.of(example.get(1)), Integer.parseInt(example.get(2)), answered);

        var decision = Application.submit(
                Harbor.APPLICATION,
                request,
                Harbor.club(),
                Harbor.autumn(),
                LocalDate.parse(example.get(0)),
                Optional.empty());

        assertThat(wordOf(decision)).isEqualTo(example.get(4));
    }

    static Stream<List<String>> may_it_be_vetted() {
        return PolicyPage.examples("may it be vetted").stream();
    }

    @ParameterizedTest
    @MethodSource("may_it_be_vetted")
    void a_program_may_be_vetted_when_the_page_says(List<String> example) {
        Application application = Harbor.submitted();
        var reviews = new ArrayList<String>(BRACKET.matcher(example.get(0))
                .results()
                .map(found -> found.group(1))
                .filter(bracket -> !bracket.equals("none"))
                .toList());
        for (String bracket : reviews) {
            List<Grading> gradings = Arrays.stream(bracket.split(",", -1))
                    .map(String::strip)
                    .map(Grading::of)
                    .toList();
            var reviewer = new Person(Harbor.ISSUER, "reviewer " + reviews.indexOf(bracket));
            application = Application.review(
                            application,
                            Harbor.autumn(),
                            Harbor.alliance(),
                            Harbor.review(reviewer, gradings.get(0), gradings.get(1)),
                            Tie.NONE)
                    .orRefuse()
                    .state();
        }

        var decision = Application.decide(
                application, Harbor.TO_VET, Harbor.alliance(), Harbor.TEAM_LEAD, Harbor.ON_1_NOVEMBER);

        assertThat(wordOf(decision)).isEqualTo(example.get(1));
    }

    private static String wordOf(Decision<Application> decision) {
        return switch (decision) {
            case Decision.Accepted<Application> accepted -> accepted.state().word();
            case Decision.Refused<Application>(var why) ->
                switch (why) {
                    case CycleNotOpen _ -> "cycle-not-open";
                    case CategoryNotInCycle _ -> "category-not-in-cycle";
                    case CategoryNotServed _ -> "category-not-served";
                    case TooFewYears _ -> "too-few-years";
                    case AnswersDoNotFit _ -> "answers-do-not-fit";
                    case NoReviewIsEnough _ -> "no-review-is-enough";
                    default -> why.toString();
                };
        };
    }
}
