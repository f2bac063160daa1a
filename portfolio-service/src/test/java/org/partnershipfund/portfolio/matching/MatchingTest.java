package org.partnershipfund.portfolio.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnershipfund.portfolio.fixtures.Matches.candidate;
import static org.partnershipfund.portfolio.fixtures.Matches.delivery;
import static org.partnershipfund.portfolio.fixtures.Matches.description;
import static org.partnershipfund.portfolio.fixtures.Matches.goals;
import static org.partnershipfund.portfolio.fixtures.Matches.grades;
import static org.partnershipfund.portfolio.fixtures.Matches.matching;
import static org.partnershipfund.portfolio.fixtures.Matches.price;
import static org.partnershipfund.portfolio.fixtures.Matches.readers;
import static org.partnershipfund.portfolio.fixtures.Matches.reading;
import static org.partnershipfund.portfolio.fixtures.Matches.sessions;
import static org.partnershipfund.portfolio.fixtures.Matches.sites;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.fixtures.Matches;
import org.partnershipfund.portfolio.matching.MatchingRefusal.GoalOutsideArea;
import org.partnershipfund.portfolio.matching.Ranking.Ranked;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.Price;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.PriceUnit;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;

/** How programs are matched to a school, and what is said of it (policy matching). */
class MatchingTest {

    /** Everything that a school can ask for. */
    private static final Needs EVERYTHING = new Needs(
            goals("literacy, stem-science, arts"),
            grades("3, 4, 5"),
            45,
            sessions("monday 15:00-17:30, thursday 15:00-17:30"),
            Optional.empty(),
            List.of("en", "es"),
            Optional.of(Money.ofDollars("5000.00")));

    @Test
    void a_program_that_has_all_that_is_asked_for_has_all_points_and_lacks_nothing() {
        Match match = matching(reading()).match(readers());

        assertThat(match.score()).isEqualTo(matching(reading()).most()).isEqualTo(65);
        assertThat(match.missing()).isEmpty();
        assertThat(match.rules().stream().map(Scored::reason))
                .containsExactly(
                        "It does literacy, which is a goal of the school.",
                        "It serves 3 of 3 grades.",
                        "It has 400 places left in FY2019.",
                        "It comes to the school.");
        assertThat(match.price())
                .contains(new Quote(
                        price("pupil", PriceUnit.PER_PUPIL, "100.00"),
                        45,
                        Money.ofDollars("4500.00"),
                        "For 45 pupils."));
    }

    @Test
    void what_is_missing_is_said_rule_by_rule_in_plain_sentences() {
        Match match = matching(EVERYTHING)
                .match(candidate(
                        1,
                        description(
                                ServiceArea.ACADEMIC,
                                "2, 3",
                                delivery(
                                        "literacy", "en", "monday 15:00-16:00", sites("Roxbury 42.310000 -71.060000"))),
                        20,
                        price("afternoon", PriceUnit.PER_SESSION, "70.00")));

        assertThat(match.missing())
                .containsExactly(
                        "It does not meet stem-science and arts.",
                        "It does not serve grade 4 and grade 5.",
                        "It has places for 20 of 45 pupils.",
                        "It has no session within thursday 15:00-17:30.",
                        "It is over the budget by $40.00.",
                        "It is not given in es.",
                        "It has no site in Dorchester.");
        assertThat(match.rules().stream().map(Scored::reason))
                .containsExactly(
                        "It does literacy, which is a goal of the school.",
                        "It meets 1 of 3 goals.",
                        "It serves 1 of 3 grades.",
                        "It has 20 places left in FY2019.",
                        "Its usual week has a session within 1 of 2 times.",
                        "It costs $5,040.00 of the budget of $5,000.00.",
                        "It is given in 1 of 2 languages.",
                        "Its nearest site, House of Roxbury in Roxbury, is 1,112 m from the school.");
        assertThat(match.price().map(Quote::assumed))
                .contains("For 72 sessions, assumed: 2 a week at the times of the school, in 36 weeks.");
    }

    @Test
    void what_a_program_does_not_say_gives_nothing_and_the_answer_says_whom_to_ask() {
        Match match = matching(EVERYTHING)
                .match(candidate(
                        1,
                        description(ServiceArea.HEALTH_AND_WELLNESS, "3, 4, 5", delivery("", "", "", sites("Roxbury"))),
                        45,
                        new Price[0]));

        assertThat(match.missing())
                .containsExactly(
                        "It does not say that it does literacy, stem-science and arts.",
                        "It does not meet literacy, stem-science and arts.",
                        "Ask the partner whether it can take place at the times of the school.",
                        "Ask the partner for a price, to compare with the budget of $5,000.00.",
                        "Ask the partner whether it is given in en and es.",
                        "It has no site in Dorchester.",
                        "It has no prices on that day.");
        assertThat(match.rules().getFirst().reason())
                .isEqualTo("It is of service area health-and-wellness, and no goal is.");
        assertThat(match.score()).isEqualTo(25);
    }

    @Test
    void the_lowest_line_of_the_sheet_is_the_price_and_those_that_do_not_count_say_why() {
        Match match = matching(reading())
                .match(candidate(
                        1,
                        readers().description(),
                        400,
                        price("session", PriceUnit.PER_SESSION, "10.00"),
                        price("year", PriceUnit.PER_YEAR, "9000.00"),
                        price("most", PriceUnit.AGREED, "8000.00"),
                        price("all", PriceUnit.FLAT, "8000.00")));

        assertThat(match.prices().counted().stream().map(quote -> quote.price().code() + " " + quote.isUpTo()))
                .containsExactly("all false", "most true", "year false");
        assertThat(match.prices().notCounted())
                .containsExactly(
                        new Quote.NotCounted(
                                price("session", PriceUnit.PER_SESSION, "10.00"),
                                "Nobody says how many sessions: give needs.sessions, or needs.times at which they take place."));
    }

    @Test
    void a_price_that_is_agreed_on_is_compared_as_the_most_it_may_be() {
        Match match = matching(EVERYTHING)
                .match(candidate(1, readers().description(), 400, price("most", PriceUnit.AGREED, "60000.00")));

        assertThat(match.rules().stream()
                        .filter(scored -> scored.rule() == Rule.BUDGET)
                        .map(Scored::reason))
                .containsExactly("It costs at most $60,000.00 of the budget of $5,000.00.");
        assertThat(match.missing()).contains("It is over the budget by $55,000.00.");
    }

    @Test
    void a_program_that_leaves_the_menu_before_the_year_begins_is_ranked_with_a_warning() {
        Candidate readers = readers();
        var leaving = new Candidate(
                readers.id(),
                readers.partner(),
                readers.partnerName(),
                readers.description(),
                readers.sheet(),
                readers.nextPrices(),
                Matches.vetted(LocalDate.of(2018, 6, 30)),
                readers.placesLeft());

        Match match = matching(reading()).match(leaving);

        assertThat(match.score()).isEqualTo(matching(reading()).most());
        assertThat(match.missing()).containsExactly("Its place on the menu ends on 2018-06-30, before FY2019 begins.");
    }

    @Test
    void a_program_whose_prices_change_before_the_year_ends_is_ranked_with_a_warning() {
        LocalDate july = LocalDate.of(2018, 7, 1);

        assertThat(matching(reading())
                        .match(with(readers().sheet(), Optional.of(july)))
                        .missing())
                .containsExactly("Its prices change on 2018-07-01, before FY2019 ends.");
        assertThat(matching(reading())
                        .match(with(readers().sheet(), Optional.of(july.plusYears(1))))
                        .missing())
                .isEmpty();
        assertThat(matching(reading())
                        .match(with(Optional.empty(), Optional.of(july)))
                        .missing())
                .containsExactly("It has no prices on that day; its first begin on 2018-07-01.");
    }

    private static Candidate with(Optional<PriceSheet> sheet, Optional<LocalDate> nextPrices) {
        Candidate readers = readers();
        return new Candidate(
                readers.id(),
                readers.partner(),
                readers.partnerName(),
                readers.description(),
                sheet,
                nextPrices,
                readers.vetting(),
                readers.placesLeft());
    }

    @Test
    void a_goal_whose_term_is_of_another_area_is_refused() {
        var needs = new Needs(
                List.of(new Goal(ServiceArea.ACADEMIC, Optional.of(SubTerm.ARTS))),
                List.of(Grade.GRADE_3),
                1,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());

        assertThat(needs.checked()).isEqualTo(Decision.refuse(new GoalOutsideArea(SubTerm.ARTS, ServiceArea.ACADEMIC)));
        assertThat(reading().checked()).isEqualTo(Decision.accept(reading()));
    }

    @Test
    void a_points_table_without_an_item_or_with_a_part_above_its_whole_is_none() {
        Map<Item, Integer> values = new EnumMap<>(Matches.points().values());
        values.put(Item.GOAL_AREA, 36);
        assertThatThrownBy(() -> new PointsTable(LocalDate.EPOCH, "ours", values))
                .hasMessageContaining("no more points than the whole");
        values.remove(Item.GOAL_AREA);
        assertThatThrownBy(() -> new PointsTable(LocalDate.EPOCH, "ours", values))
                .hasMessageContaining("goal-area");
    }

    /** Whatever is asked and offered: every point is accounted for, and who lacks points is told what is missing. */
    @Property(tries = 300)
    void points_are_within_their_rule_and_a_lack_has_its_sentence(
            @ForAll("needs") Needs needs, @ForAll("menus") List<Candidate> menu) {
        Ranking ranking = Ranking.of(matching(needs), menu);

        assertThat(ranking.matches()).hasSameSizeAs(menu);
        for (Match match : ranking.matches()) {
            assertThat(match.rules().stream().mapToInt(Scored::most).sum()).isEqualTo(ranking.most());
            assertThat(match.score()).isBetween(0, ranking.most());
            assertThat(match.missing().isEmpty())
                    .isEqualTo(match.score() == ranking.most() && match.price().isPresent());
            match.prices()
                    .counted()
                    .forEach(quote -> assertThat(quote.amount().cents())
                            .isEqualTo(quote.price().amount().cents() * quote.quantity()));
        }
    }

    /** Whatever the menu: its order changes nothing, and pages of any size miss nothing and repeat nothing. */
    @Property(tries = 200)
    void a_ranking_is_the_same_each_time_and_page_by_page(
            @ForAll("needs") Needs needs, @ForAll("menus") List<Candidate> menu, @ForAll Random chance) {
        Ranking ranking = Ranking.of(matching(needs), menu);
        List<Candidate> shuffled = new ArrayList<>(menu);
        Collections.shuffle(shuffled, chance);

        assertThat(Ranking.of(matching(needs), shuffled)).isEqualTo(ranking);
        List<Match> paged = new ArrayList<>();
        Optional<Match.Place> last = Optional.empty();
        List<Ranked> page = ranking.behind(last, 2);
        while (!page.isEmpty()) {
            for (Ranked ranked : page) {
                paged.add(ranked.match());
                assertThat(ranked.rank()).isEqualTo(paged.size());
            }
            last = Optional.of(page.getLast().match().place());
            page = ranking.behind(last, 2);
        }
        assertThat(paged).isEqualTo(ranking.matches());
    }

    @Provide
    static Arbitrary<Needs> needs() {
        return Combinators.combine(
                        Arbitraries.of("literacy", "literacy, arts", "academic", "literacy, stem-science, academic"),
                        Arbitraries.of("3", "3, 4, 5", "K, 12"),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of("", "monday 15:00-17:30", "monday 15:00-17:30, friday 08:00-09:00"),
                        Arbitraries.of("", "en", "en, es"),
                        Arbitraries.of("1.00", "100.00", "5000.00", ""),
                        Arbitraries.of(0, 1, 40))
                .as((goals, grades, pupils, times, languages, budget, sessions) -> new Needs(
                        goals(goals),
                        grades(grades),
                        pupils,
                        sessions(times),
                        sessions == 0 ? Optional.empty() : Optional.of(sessions),
                        Matches.words(languages),
                        budget.isEmpty() ? Optional.empty() : Optional.of(Money.ofDollars(budget))));
    }

    @Provide
    static Arbitrary<List<Candidate>> menus() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of("", "literacy", "literacy, stem-science"),
                        Arbitraries.of("3", "3, 4, 5", "9"),
                        Arbitraries.of("", "en", "en, es"),
                        Arbitraries.of("", "monday 15:00-17:30", "friday 08:15-09:00"),
                        Arbitraries.of("", "Roxbury", "Dorchester", "Roxbury 42.310000 -71.060000"),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(PriceUnit.values()))
                .as((number, terms, grades, languages, week, sites, places, unit) -> candidate(
                        number,
                        description(ServiceArea.ACADEMIC, grades, delivery(terms, languages, week, sites(sites))),
                        places,
                        price("code", unit, "12.34")))
                .list()
                .ofMaxSize(12)
                .uniqueElements(Candidate::id);
    }
}
