package org.partnershipfund.allocation.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.kernel.Money;

/** Policy §4 "Rounding", its worked examples and what it promises. */
class LargestRemainderTest {

    static Stream<Arguments> examples() {
        return PolicyPage.examples("rounding").stream()
                .map(row -> Arguments.of(
                        Money.ofDollars(row.get(0)),
                        numbers(row.get(1)),
                        Arrays.stream(row.get(2).split(", "))
                                .map(Money::ofDollars)
                                .toList()));
    }

    @ParameterizedTest(name = "{0} over {1} gives {2}")
    @MethodSource("examples")
    void splits_as_the_policy_shows(Money pool, List<Long> weights, List<Money> parts) {
        assertThat(amounts(pool, named(weights))).containsExactlyElementsOf(parts);
    }

    @Property
    void the_parts_add_up_to_the_pool(@ForAll @LongRange(min = 0) long cents, @ForAll("weights") List<Long> weights) {
        var parts = amounts(new Money(cents), named(weights));

        assertThat(parts.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(new Money(cents));
    }

    @Property
    void nobody_is_a_cent_away_from_the_exact_quota(
            @ForAll @LongRange(min = 0) long cents, @ForAll("weights") List<Long> weights) {
        BigInteger total =
                BigInteger.valueOf(weights.stream().mapToLong(Long::longValue).sum());
        var names = named(weights);
        var shares = LargestRemainder.split(new Money(cents), names);

        names.forEach((name, weight) -> {
            BigInteger exact = BigInteger.valueOf(cents).multiply(BigInteger.valueOf(weight));
            BigInteger given = BigInteger.valueOf(amount(shares, name).cents()).multiply(total);
            assertThat(given.subtract(exact).abs()).isLessThan(total);
        });
    }

    @Property
    void the_order_of_the_file_does_not_matter(
            @ForAll @LongRange(min = 0, max = 1_000_000_00) long cents,
            @ForAll("weights") List<Long> weights,
            @ForAll Random chance) {
        var names = named(weights);
        var shuffled = new ArrayList<>(names.entrySet());
        Collections.shuffle(shuffled, chance);
        Map<String, Long> inAnotherOrder = new LinkedHashMap<>();
        shuffled.forEach(entry -> inAnotherOrder.put(entry.getKey(), entry.getValue()));

        assertThat(LargestRemainder.split(new Money(cents), inAnotherOrder))
                .isEqualTo(LargestRemainder.split(new Money(cents), names));
    }

    @Property
    void who_weighs_more_never_gets_less(
            @ForAll @LongRange(min = 0) long cents, @ForAll("weights") List<Long> weights) {
        var names = named(weights);
        var shares = LargestRemainder.split(new Money(cents), names);

        names.forEach((heavier, more) -> names.forEach((lighter, less) -> {
            if (more > less) {
                assertThat(amount(shares, heavier)).isGreaterThanOrEqualTo(amount(shares, lighter));
            }
        }));
    }

    @Test
    void a_pool_cannot_be_split_when_nobody_has_a_weight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(Money.ofDollars("10.00"), named(List.of(0L, 0L))))
                .withMessageContaining("not all zero");
    }

    @Test
    void a_weight_below_zero_is_no_weight() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(Money.ofDollars("10.00"), named(List.of(5L, -1L))))
                .withMessageContaining("zero or more");
    }

    @Test
    void a_debt_cannot_be_split() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.split(new Money(-1), named(List.of(1L))))
                .withMessageContaining("negative");
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return Arbitraries.longs()
                .between(0, 5_000_000_000L)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .filter(weights -> weights.stream().anyMatch(weight -> weight > 0));
    }

    private static Money amount(SortedMap<String, Share> shares, String name) {
        return Objects.requireNonNull(shares.get(name)).amount();
    }

    private static List<Money> amounts(Money pool, Map<String, Long> weights) {
        return LargestRemainder.split(pool, weights).values().stream()
                .map(Share::amount)
                .toList();
    }

    private static Map<String, Long> named(List<Long> weights) {
        Map<String, Long> named = new LinkedHashMap<>();
        for (Long weight : weights) {
            named.put("%03d".formatted(named.size()), weight);
        }
        return named;
    }

    private static List<Long> numbers(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(", ")).map(Long::valueOf).toList();
    }
}
