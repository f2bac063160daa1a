package org.partnershipfund.allocation.opportunityindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.kernel.SchoolCode;

/** Policy opportunity-index §5.4: a component is shown only where it counts no group of fewer than ten. */
class ComputedIndexTest {

    static Stream<Arguments> breakdowns() {
        return PolicyPage.examples("opportunity-index.md", "the breakdown").stream()
                .map(row -> Arguments.of(Integer.parseInt(row.get(0)), row.get(1), row.get(2)));
    }

    @ParameterizedTest(name = "{1} of {0} pupils: {2}")
    @MethodSource("breakdowns")
    void a_component_is_shown_as_the_policy_says(int pupils, String mean, String shown) {
        assertThat(shown(pupils, new BigDecimal(mean).movePointRight(9).intValueExact()))
                .isEqualTo(shown);
    }

    @Test
    void no_component_that_is_shown_tells_how_many_of_a_group_of_fewer_than_ten_there_are() {
        for (int pupils = 10; pupils <= 1_200; pupils++) {
            for (int few = 0; few < SchoolNeed.SMALLEST_GROUP; few++) {
                assertThat(shown(pupils, yesOrNo(few, pupils))).isEqualTo("-");
                assertThat(shown(pupils, yesOrNo(pupils - few, pupils))).isEqualTo("-");
            }
        }
    }

    @Test
    void in_the_smallest_school_that_shows_components_most_counts_share_their_two_decimals_with_another() {
        int pupils = ComputedIndex.SMALLEST_BREAKDOWN;
        Set<String> different = new HashSet<>();
        IntStream.rangeClosed(10, pupils - 10).forEach(yes -> different.add(shown(pupils, yesOrNo(yes, pupils))));

        assertThat(different).doesNotContain("-").hasSizeLessThanOrEqualTo((pupils - 19 + 1) / 2 + 1);
    }

    private static int yesOrNo(int yes, int pupils) {
        return Math.toIntExact((yes * 1_000_000_000L + pupils / 2) / pupils);
    }

    private static String shown(int pupils, int mean) {
        var hundredths = new ComputedIndex(
                        new SchoolCode("00350001"),
                        pupils,
                        Map.of(Component.INDIVIDUAL, mean),
                        mean,
                        IndexValue.of("0.50"))
                .shown(Component.INDIVIDUAL);
        return hundredths.isEmpty()
                ? "-"
                : BigDecimal.valueOf(hundredths.getAsInt(), 2).toPlainString();
    }
}
