package org.partnershipfund.portfolio.matching;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.portfolio.fixtures.Matches.PAGE;
import static org.partnershipfund.portfolio.fixtures.Matches.candidate;
import static org.partnershipfund.portfolio.fixtures.Matches.delivery;
import static org.partnershipfund.portfolio.fixtures.Matches.description;
import static org.partnershipfund.portfolio.fixtures.Matches.goals;
import static org.partnershipfund.portfolio.fixtures.Matches.grades;
import static org.partnershipfund.portfolio.fixtures.Matches.matching;
import static org.partnershipfund.portfolio.fixtures.Matches.price;
import static org.partnershipfund.portfolio.fixtures.Matches.reading;
import static org.partnershipfund.portfolio.fixtures.Matches.sessions;
import static org.partnershipfund.portfolio.fixtures.Matches.sites;
import static org.partnershipfund.portfolio.fixtures.Matches.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.fixtures.Matches;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.program.Delivery;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.PriceUnit;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.Session;
import org.partnershipfund.portfolio.program.Tier;

/** Policy matching §3 to §5: the worked examples. */
class MatchingPolicyTest {

    static Stream<List<String>> goals_of_the_policy() {
        return PolicyPage.examples(PAGE, "goals").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goals_of_the_policy")
    void goals_give_the_points_that_the_policy_shows(List<String> row) {
        String[] program = row.get(1).split(":", -1);
        var needs = with(reading(), goals(row.get(0)), reading().grades(), List.of(), List.of());

        Match match = matching(needs)
                .match(candidate(
                        1,
                        description(
                                ServiceArea.of(program[0]), "3, 4, 5", delivery(program[1].strip(), "", "", List.of())),
                        400));

        assertThat(points(match, Rule.GOAL)).isEqualTo(row.get(2));
        assertThat(points(match, Rule.FURTHER_GOALS)).isEqualTo(row.get(3));
    }

    static Stream<List<String>> shares_of_the_policy() {
        return PolicyPage.examples(PAGE, "shares").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shares_of_the_policy")
    void shares_give_the_points_that_the_policy_shows(List<String> row) {
        String asked = row.get(1);
        String has = row.get(2);
        Match match = switch (row.get(0)) {
            case "grades" ->
                match(
                        with(reading(), reading().goals(), grades(asked), List.of(), List.of()),
                        has,
                        Delivery.UNSAID,
                        400);
            case "places" -> match(forPupils(Integer.parseInt(asked)), "3", Delivery.UNSAID, Integer.parseInt(has));
            case "languages" ->
                match(
                        with(reading(), reading().goals(), reading().grades(), List.of(), words(asked)),
                        "3",
                        delivery("", has, "", List.of()),
                        400);
            case "week" ->
                match(
                        with(reading(), reading().goals(), reading().grades(), sessions(asked), List.of()),
                        "3",
                        delivery("", "", has, List.of()),
                        400);
            default -> throw new IllegalStateException("the policy has no such rule: " + row.get(0));
        };

        assertThat(points(match, Rule.valueOf(row.get(0).toUpperCase(Locale.ROOT))))
                .isEqualTo(row.get(3));
    }

    static Stream<List<String>> places_of_the_policy() {
        return PolicyPage.examples(PAGE, "where").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places_of_the_policy")
    void sites_give_the_points_that_the_policy_shows(List<String> row) {
        Match match = match(reading(), "3", delivery("", "", "", sites(row.get(0))), 400);

        assertThat(points(match, Rule.WHERE)).isEqualTo(row.get(1));
    }

    static Stream<List<String>> prices_of_the_policy() {
        return PolicyPage.examples(PAGE, "prices").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("prices_of_the_policy")
    void a_price_comes_to_what_the_policy_shows(List<String> row) {
        var price =
                new Price("code", "As said", PriceUnit.of(row.get(0)), Money.ofDollars(row.get(1)), tier(row.get(2)));
        var needs = new Needs(
                reading().goals(),
                reading().grades(),
                Integer.parseInt(row.get(3)),
                week(row.get(4)),
                row.get(5).isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(row.get(5))),
                List.of(),
                Optional.empty());

        Quote.Sheet sheet = new Pricing(
                        needs, week(row.get(6)), Matches.points().of(Item.WEEKS))
                .of(new PriceSheet(1, Matches.FY2019.firstDay(), List.of(price)));

        assertThat(sheet.counted().stream()
                        .map(quote -> quote.amount().dollars())
                        .findFirst())
                .isEqualTo(row.get(7).equals("not counted") ? Optional.empty() : Optional.of(row.get(7)));
        assertThat(sheet.counted().size() + sheet.notCounted().size()).isEqualTo(1);
    }

    static Stream<List<String>> budgets_of_the_policy() {
        return PolicyPage.examples(PAGE, "budget").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("budgets_of_the_policy")
    void a_budget_gives_the_points_that_the_policy_shows(List<String> row) {
        var needs = new Needs(
                reading().goals(),
                reading().grades(),
                45,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(Money.ofDollars(row.get(1))));
        var description = description(ServiceArea.ACADEMIC, "3", Delivery.UNSAID);

        Match match = matching(needs)
                .match(
                        row.get(0).equals("none")
                                ? candidate(1, description, 400, new Price[0])
                                : candidate(1, description, 400, price("year", PriceUnit.PER_YEAR, row.get(0))));

        assertThat(points(match, Rule.BUDGET)).isEqualTo(row.get(2));
    }

    static Stream<List<String>> orders_of_the_policy() {
        return PolicyPage.examples(PAGE, "the order").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders_of_the_policy")
    void equal_programs_stand_as_the_policy_shows(List<String> row) {
        List<Match.Place> places = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String program : words(row.get(0))) {
            String[] parts = program.split("[ :]", -1);
            names.add(parts[0]);
            places.add(new Match.Place(
                    Integer.parseInt(parts[1]),
                    parts[2].equals("none") ? Optional.empty() : Optional.of(Money.ofDollars(parts[2])),
                    Matches.program(names.size())));
        }

        assertThat(places.stream()
                        .sorted()
                        .map(place -> names.get(places.indexOf(place)))
                        .collect(joining(", ")))
                .isEqualTo(row.get(1));
    }

    /** Such as {@code 10 of 15}; empty if the rule is left out. */
    private static String points(Match match, Rule rule) {
        return match.rules().stream()
                .filter(scored -> scored.rule() == rule)
                .map(scored -> scored.points() + " of " + scored.most())
                .collect(joining());
    }

    private static Match match(Needs needs, String gradesServed, Delivery delivery, int placesLeft) {
        return matching(needs)
                .match(candidate(1, description(ServiceArea.ACADEMIC, gradesServed, delivery), placesLeft));
    }

    private static Needs forPupils(int pupils) {
        return new Needs(
                reading().goals(),
                reading().grades(),
                pupils,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static Needs with(
            Needs needs, List<Goal> goals, List<Grade> grades, List<Session> times, List<String> languages) {
        return new Needs(goals, grades, needs.pupils(), times, needs.sessions(), languages, needs.budget());
    }

    private static Tier tier(String written) {
        String[] parts = written.split(" to | and more", -1);
        return new Tier(
                Integer.parseInt(parts[0]),
                parts[1].isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(parts[1])));
    }

    /** So many sessions on different days. */
    private static List<Session> week(String sessions) {
        return Stream.of("monday", "tuesday", "wednesday", "thursday", "friday")
                .limit(Integer.parseInt(sessions))
                .flatMap(day -> sessions(day + " 15:00-17:30").stream())
                .toList();
    }
}
