package org.partnershipfund.procurement.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.fixtures.Policy;

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
            @ForAll @LongRange(min = 0, max = 5_000) long day) {
        var on = LocalDate.of(2013, 7, 1).plusDays(day);
        var value = new Money(cents);

        assertThat(RULES.rules().stream()
                        .filter(rule -> rule.kind().equals("method") && rule.appliesOn(on) && rule.appliesTo(value)))
                .hasSize(1);
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
