package org.partnershipfund.allocation.formula;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.formula.BoundedSplit.Bounds;
import org.partnershipfund.allocation.formula.BoundedSplit.Part;
import org.partnershipfund.allocation.formula.FormulaRefusal.CapsBelowPool;
import org.partnershipfund.allocation.formula.FormulaRefusal.FloorsAbovePool;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy §9 "Bounds", its worked examples and what it promises. */
class BoundedSplitTest {

    static Stream<Arguments> examples() {
        return PolicyPage.examples("bounds").stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5)));
    }

    @ParameterizedTest(name = "{0} in units of {1} over {2}, floors {3}, caps {4}: {5}")
    @MethodSource("examples")
    void splits_as_the_policy_shows(
            String pool, String unit, String weights, String floors, String caps, String parts) {
        Map<String, Long> named = new TreeMap<>();
        Map<String, Bounds> bounds = new TreeMap<>();
        List<String> weight = List.of(weights.split(", "));
        for (int i = 0; i < weight.size(); i++) {
            named.put(name(i), Long.valueOf(weight.get(i)));
            bounds.put(name(i), new Bounds(money(at(floors, i)).orElse(Money.ZERO), money(at(caps, i))));
        }

        var decision =
                BoundedSplit.split(Money.ofDollars(pool), Money.ofDollars(unit).cents(), named, bounds);

        String answer = switch (decision) {
            case Accepted<SortedMap<String, Part>>(var given, var _) ->
                String.join(
                        ", ",
                        given.values().stream().map(BoundedSplitTest::words).toList());
            case Refused<SortedMap<String, Part>>(FloorsAbovePool _) -> "floors-above-pool";
            case Refused<SortedMap<String, Part>>(CapsBelowPool _) -> "caps-below-pool";
            case Refused<SortedMap<String, Part>>(var why) -> why.sentence();
        };
        assertThat(answer).isEqualTo(parts);
    }

    @Property
    void the_parts_add_up_to_the_pool_and_nobody_leaves_the_bounds(@ForAll("cases") Case one) {
        one.parts().ifPresent(parts -> {
            assertThat(sum(parts)).isEqualTo(one.pool());
            parts.forEach((receiver, part) -> {
                Bounds own = requireNonNull(one.bounds().get(receiver));
                assertThat(part.amount()).isGreaterThanOrEqualTo(own.floor());
                own.cap().ifPresent(cap -> assertThat(part.amount()).isLessThanOrEqualTo(cap));
            });
        });
    }

    @Property
    void a_split_is_refused_only_when_no_split_exists(@ForAll("cases") Case one) {
        long floors = one.bounds().values().stream()
                .mapToLong(own -> own.floor().cents())
                .sum();
        long caps = one.weights().entrySet().stream()
                .mapToLong(entry -> {
                    Bounds own = requireNonNull(one.bounds().get(entry.getKey()));
                    return entry.getValue() == 0
                            ? own.floor().cents()
                            : own.cap().orElse(one.pool()).cents();
                })
                .sum();

        assertThat(one.parts().isPresent())
                .isEqualTo(floors <= one.pool().cents() && caps >= one.pool().cents());
    }

    @Property
    void between_two_unbounded_schools_the_heavier_never_gets_less(@ForAll("cases") Case one) {
        one.parts()
                .ifPresent(parts -> parts.forEach((heavy, more) -> parts.forEach((light, less) -> {
                    if (more instanceof Part.Proportional
                            && less instanceof Part.Proportional
                            && requireNonNull(one.weights().get(heavy))
                                    > requireNonNull(one.weights().get(light))) {
                        assertThat(more.amount()).isGreaterThanOrEqualTo(less.amount());
                    }
                })));
    }

    @Property
    void the_order_of_the_file_does_not_matter(@ForAll("cases") Case one, @ForAll Random chance) {
        var entries = new ArrayList<>(one.weights().entrySet());
        Collections.shuffle(entries, chance);
        Map<String, Long> shuffled = new LinkedHashMap<>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));

        assertThat(new Case(one.pool(), shuffled, one.bounds()).parts()).isEqualTo(one.parts());
    }

    @Property
    void without_bounds_it_is_the_largest_remainder(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long cents, @ForAll("weights") List<Long> weights) {
        Map<String, Long> named = named(weights);
        var parts = BoundedSplit.split(new Money(cents), 1, named, Map.of())
                .orRefuse()
                .state();

        LargestRemainder.split(new Money(cents), named)
                .forEach((receiver, share) ->
                        assertThat(requireNonNull(parts.get(receiver)).amount()).isEqualTo(share.amount()));
    }

    @Test
    void a_pool_that_is_no_number_of_whole_units_is_a_mistake_of_the_caller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundedSplit.split(Money.ofDollars("10.50"), 100, named(List.of(1L)), Map.of()))
                .withMessageContaining("whole units");
    }

    @Test
    void a_cap_below_the_floor_is_no_bound() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bounds(Money.ofDollars("2.00"), Optional.of(Money.ofDollars("1.00"))))
                .withMessageContaining("in order");
    }

    record Case(Money pool, Map<String, Long> weights, Map<String, Bounds> bounds) {
        Optional<SortedMap<String, Part>> parts() {
            Decision<SortedMap<String, Part>> decision = BoundedSplit.split(pool, 1, weights, bounds);
            return decision instanceof Accepted<SortedMap<String, Part>>(var parts, var _)
                    ? Optional.of(parts)
                    : Optional.empty();
        }
    }

    record Receiver(long weight, long floor, Optional<Long> more) {
        Bounds bounds() {
            return new Bounds(new Money(floor), more.map(above -> new Money(floor + above)));
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Receiver> receivers = Combinators.combine(
                        Arbitraries.longs().between(0, 50),
                        Arbitraries.longs().between(0, 40),
                        Arbitraries.longs().between(0, 60).optional(0.6))
                .as(Receiver::new);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000),
                        receivers
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(12)
                                .filter(all -> all.stream().anyMatch(one -> one.weight() > 0)))
                .as((pool, all) -> {
                    Map<String, Bounds> bounds = new TreeMap<>();
                    for (int i = 0; i < all.size(); i++) {
                        bounds.put(name(i), all.get(i).bounds());
                    }
                    return new Case(
                            new Money(pool),
                            named(all.stream().map(Receiver::weight).toList()),
                            bounds);
                });
    }

    @Provide
    Arbitrary<List<Long>> weights() {
        return Arbitraries.longs()
                .between(0, 5_000_000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .filter(weights -> weights.stream().anyMatch(weight -> weight > 0));
    }

    private static Money sum(SortedMap<String, Part> parts) {
        return parts.values().stream().map(Part::amount).reduce(Money.ZERO, Money::plus);
    }

    private static Map<String, Long> named(List<Long> weights) {
        Map<String, Long> named = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            named.put(name(i), weights.get(i));
        }
        return named;
    }

    private static String name(int place) {
        return Character.toString('A' + place);
    }

    private static String at(String list, int place) {
        return Arrays.asList(list.split(", ")).get(place);
    }

    private static Optional<Money> money(String cell) {
        return cell.equals("-") ? Optional.empty() : Optional.of(Money.ofDollars(cell));
    }

    private static String words(Part part) {
        return part.amount().dollars()
                + switch (part) {
                    case Part.Proportional _ -> "";
                    case Part.AtFloor _ -> " (floor)";
                    case Part.AtCap _ -> " (cap)";
                };
    }
}
