package org.partnershipfund.procurement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.fixtures.Policy;
import org.partnershipfund.procurement.rules.RuleRefusal.NoSuchGround;

/** docs/policy/procurement.md §1 and §2. */
class RuleBookTest {

    private static final RuleBook RULES = Policy.rules();
    private static final LocalDate IN_2018 = LocalDate.of(2018, 1, 15);

    static List<List<String>> boundaries() {
        return Policy.table("| day | value | method |");
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void every_boundary_comes_out_as_written(List<String> row) {
        var day = LocalDate.parse(row.get(0));
        var decision = RULES.evaluate(day, Money.ofDollars(row.get(1)));

        var found = switch (decision) {
            case Accepted<Evaluation>(var evaluation, var _) ->
                List.of(
                        evaluation.method().word(),
                        Integer.toString(evaluation.method().tier()),
                        yes(evaluation, "mayor"),
                        yes(evaluation, "appropriation"),
                        yes(evaluation, "superintendent"),
                        yes(evaluation, "partner"));
            case Refused<Evaluation>(var why) -> List.of(why.getClass().getSimpleName(), "", "", "", "", "");
        };

        assertThat(found).isEqualTo(row.subList(2, row.size()));
    }

    private static String yes(Evaluation evaluation, String requirement) {
        return evaluation.demands(requirement) ? "yes" : "no";
    }

    @Property
    void on_every_recorded_day_every_value_has_exactly_one_method(
            @ForAll @LongRange(min = 1, max = 100_000_000) long cents,
            @ForAll @LongRange(min = 0, max = 5_000) long day,
            @ForAll("classes") String jurisdiction) {
        var on = LocalDate.of(2013, 7, 1).plusDays(day);
        var value = new Money(cents);

        assertThat(RULES.rules().stream()
                        .filter(rule -> rule.kind().equals("method")
                                && rule.holdsFor(jurisdiction)
                                && rule.appliesOn(on)
                                && rule.appliesTo(value)))
                .hasSize(1);
    }

    @Provide
    Arbitrary<String> classes() {
        return Arbitraries.of("school-district", "other-body");
    }

    static List<List<String>> classesOfBodies() {
        return Policy.table("| day | class | value |");
    }

    @ParameterizedTest
    @MethodSource("classesOfBodies")
    void each_class_of_bodies_has_its_own_thresholds_and_lead_times(List<String> row) {
        var answer = answer(row.get(0), row.get(2), row.get(1), "competition", null);

        assertThat(List.of(
                        answer.method().word(),
                        Integer.toString(answer.method().tier()),
                        number(answer.leadLeast()),
                        number(answer.leadMost())))
                .isEqualTo(row.subList(3, row.size()));
        assertThat(answer.jurisdiction()).isEqualTo(row.get(1));
    }

    private static String number(Optional<ProcurementRule> rule) {
        return rule.map(ProcurementRule::quantity).map(String::valueOf).orElse("");
    }

    private static Answer answer(
            String day, String dollars, @Nullable String jurisdiction, String route, @Nullable String ground) {
        return RULES.answer(new Question(LocalDate.parse(day), Money.ofDollars(dollars), jurisdiction, route, ground))
                .orRefuse()
                .state();
    }

    @Test
    void the_district_buys_as_a_school_district_unless_somebody_asks_otherwise() {
        assertThat(answer("2023-01-15", "75000.00", null, "competition", null).method())
                .isEqualTo(Method.WRITTEN_QUOTES);
        assertThat(answer("2023-01-15", "75000.00", "other-body", "competition", null)
                        .method())
                .isEqualTo(Method.SEALED_BIDS_OR_PROPOSALS);
    }

    @Test
    void only_superintendent_cfo_and_deputy_cfo_sign_for_the_district() {
        assertThat(answer("2018-01-15", "1.00", null, "competition", null).who("district"))
                .containsExactlyInAnyOrder("district-superintendent", "cfo", "deputy-cfo");
        assertThat(RULES.who("mayor", IN_2018, Money.ofDollars("49999.99"))).isEmpty();
        assertThat(RULES.who("mayor", IN_2018, Money.ofDollars("50000.00"))).containsExactly("mayor");
    }

    @Test
    void a_notice_is_due_for_two_weeks_where_bids_are_sealed_and_three_quotes_where_they_are_not() {
        var sealed = answer("2018-01-15", "50000.01", null, "competition", null);
        var quotes = answer("2018-01-15", "50000.00", null, "competition", null);

        assertThat(number(sealed.noticeDays())).isEqualTo("14");
        assertThat(sealed.places()).hasSize(4);
        assertThat(sealed.minimumQuotes()).isEmpty();
        assertThat(number(quotes.minimumQuotes())).isEqualTo("3");
        assertThat(quotes.places()).isEmpty();
    }

    @Test
    void without_a_competition_nobody_is_asked_and_everybody_still_approves() {
        var answer = answer("2018-01-15", "50000.00", null, "sole-source", null);

        assertThat(answer.requirements()).noneMatch(rule -> rule.stage().equals("solicitation"));
        assertThat(answer.who("mayor")).containsExactly("mayor");
        assertThat(answer.permitted()).isTrue();
        assertThat(answer.caps()).hasSize(2);
        assertThat(answer.grounds()).extracting(ProcurementRule::name).containsExactly("sole-source");
    }

    @Test
    void above_its_cap_a_sole_source_is_not_permitted() {
        assertThat(answer("2018-01-15", "50000.01", null, "sole-source", null).permitted())
                .isFalse();
        assertThat(answer("2018-01-15", "50000.01", null, "exemption", null).permitted())
                .isTrue();
    }

    @Test
    void an_exemption_rests_on_a_known_ground_with_its_conditions() {
        var answer = answer("2018-01-15", "50000.01", null, "exemption", "grant");

        assertThat(answer.grounds()).extracting(ProcurementRule::id).containsExactly("ground-grant");
        assertThat(answer.conditions()).hasSize(4).allMatch(rule -> rule.name().equals("grant"));
        assertThat(RULES.answer(new Question(IN_2018, new Money(1), null, "exemption", "sole-source")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.why())
                                .isEqualTo(new NoSuchGround(
                                        "sole-source",
                                        IN_2018,
                                        List.of("emergency", "grant", "intergovernmental", "special-education"))));
    }

    @Property
    void every_condition_is_of_a_ground_of_the_same_days(@ForAll @LongRange(min = 0, max = 5_000) long day) {
        var on = LocalDate.of(2013, 7, 1).plusDays(day);
        var grounds = RULES.recorded(on, "school-district")
                .filter(rule -> rule.kind().equals("ground"))
                .map(ProcurementRule::name)
                .toList();

        assertThat(RULES.recorded(on, "school-district")
                        .filter(rule -> rule.kind().equals("condition"))
                        .map(ProcurementRule::name))
                .isNotEmpty()
                .allMatch(grounds::contains);
        assertThat(grounds).allMatch(name -> !RULES.conditions(name, on).isEmpty());
    }

    @Property
    void more_money_never_means_a_laxer_method(
            @ForAll @LongRange(min = 1, max = 100_000_000) long cents,
            @ForAll @LongRange(min = 0, max = 100_000_000) long more) {
        assertThat(tier(cents + more)).isGreaterThanOrEqualTo(tier(cents));
    }

    private static int tier(long cents) {
        return RULES.evaluate(IN_2018, new Money(cents))
                .orRefuse()
                .state()
                .method()
                .tier();
    }

    @Test
    void a_bulletin_is_a_place_of_notice_above_100_000_only() {
        assertThat(places("100000.00")).doesNotContain("goods-and-services-bulletin");
        assertThat(places("100000.01"))
                .containsExactlyInAnyOrder(
                        "office", "newspaper", "commbuys", "city-record", "goods-and-services-bulletin");
    }

    private static java.util.Set<String> places(String dollars) {
        return RULES.evaluate(IN_2018, Money.ofDollars(dollars))
                .orRefuse()
                .state()
                .places();
    }

    @Test
    void the_capped_reading_of_sole_source_is_the_one_applied() {
        assertThat(RULES.permits("sole-source", IN_2018, Money.ofDollars("50000.00")))
                .isTrue();
        assertThat(RULES.permits("sole-source", IN_2018, Money.ofDollars("50000.01")))
                .isFalse();
    }

    @Test
    void a_method_says_its_word_and_is_found_by_it() {
        for (Method method : Method.values()) {
            assertThat(Method.ofWord(method.word())).isEqualTo(method);
        }
    }
}
