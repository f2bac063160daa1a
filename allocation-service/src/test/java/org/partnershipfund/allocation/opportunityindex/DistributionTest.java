package org.partnershipfund.allocation.opportunityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.opportunityindex.Distribution.Scale;

/** Policy opportunity-index §3 "Values become scores". */
class DistributionTest {

    static Stream<Arguments> examples() {
        return PolicyPage.examples("opportunity-index.md", "scores").stream()
                .map(row -> Arguments.of(
                        numbers(row.get(0), 6),
                        Arrays.stream(Normalisation.values())
                                .filter(one -> one.word().equals(row.get(1)))
                                .findFirst()
                                .orElseThrow(),
                        Arrays.stream(Direction.values())
                                .filter(one -> one.word().equals(row.get(2)))
                                .findFirst()
                                .orElseThrow(),
                        numbers(row.get(3), 9)));
    }

    @ParameterizedTest(name = "{0} by {1}, {2}: {3}")
    @MethodSource("examples")
    void scores_as_the_policy_shows(
            List<Long> values, Normalisation normalisation, Direction direction, List<Long> scores) {
        Scale scale = of(values).scale(normalisation, direction);

        assertThat(values.stream().map(value -> (long) scale.score(value))).containsExactlyElementsOf(scores);
    }

    @Property
    void a_higher_value_never_scores_lower_when_more_is_need(
            @ForAll("values") List<Long> values, @ForAll Normalisation normalisation) {
        Scale scale = of(values).scale(normalisation, Direction.MORE_IS_NEED);
        var scores = values.stream().sorted().map(scale::score).toList();

        assertThat(scores).isSorted();
    }

    @Property
    void every_score_lies_between_nothing_and_one(
            @ForAll("values") List<Long> values, @ForAll Normalisation normalisation, @ForAll Direction direction) {
        Scale scale = of(values).scale(normalisation, direction);

        assertThat(values).allSatisfy(value -> assertThat(scale.score(value)).isBetween(0, Scale.WHOLE));
    }

    @Property
    void turning_the_direction_mirrors_every_score(
            @ForAll("values") List<Long> values, @ForAll Normalisation normalisation) {
        Distribution peers = of(values);
        Scale more = peers.scale(normalisation, Direction.MORE_IS_NEED);
        Scale less = peers.scale(normalisation, Direction.LESS_IS_NEED);

        assertThat(values)
                .allSatisfy(value -> assertThat(less.score(value)).isEqualTo(Scale.WHOLE - more.score(value)));
    }

    @Property
    void the_order_of_the_file_does_not_matter(
            @ForAll("values") List<Long> values, @ForAll Normalisation normalisation, @ForAll Random chance) {
        List<Long> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, chance);
        Scale one = of(values).scale(normalisation, Direction.MORE_IS_NEED);
        Scale other = of(shuffled).scale(normalisation, Direction.MORE_IS_NEED);

        assertThat(values).allSatisfy(value -> assertThat(other.score(value)).isEqualTo(one.score(value)));
    }

    @Property
    void percentile_ranks_are_one_half_on_average(@ForAll("values") List<Long> values) {
        Scale scale = of(values).scale(Normalisation.PERCENTILE_RANK, Direction.MORE_IS_NEED);
        double mean = values.stream().mapToLong(scale::score).average().orElseThrow();

        assertThat(mean).isBetween(Scale.MIDDLE - 1.0, Scale.MIDDLE + 1.0);
    }

    @Test
    void a_value_that_nobody_had_has_no_score() {
        Scale scale = of(List.of(1L, 2L)).scale(Normalisation.MIN_MAX, Direction.MORE_IS_NEED);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scale.score(3))
                .withMessageContaining("nobody had the value 3");
    }

    @Test
    void more_different_values_than_an_indicator_can_have_find_no_room_and_take_no_memory() {
        Distribution peers = new Distribution();
        for (long value = 0; value < Distribution.MOST_DIFFERENT; value++) {
            assertThat(peers.add(value)).isTrue();
        }

        assertThat(peers.add(-1)).isFalse();
        assertThat(peers.add(5)).isTrue();
        assertThat(peers.peers()).isEqualTo(Distribution.MOST_DIFFERENT + 1L);
    }

    @Provide
    Arbitrary<List<Long>> values() {
        return Arbitraries.longs()
                .between(-1_000_000_000_000L, 1_000_000_000_000L)
                .edgeCases(edges -> edges.add(0L, 1L))
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Distribution of(List<Long> values) {
        Distribution peers = new Distribution();
        values.forEach(value -> assertThat(peers.add(value)).isTrue());
        return peers;
    }

    private static List<Long> numbers(String cell, int decimals) {
        return Arrays.stream(cell.split(", "))
                .map(text -> new BigDecimal(text).movePointRight(decimals).longValueExact())
                .toList();
    }
}
