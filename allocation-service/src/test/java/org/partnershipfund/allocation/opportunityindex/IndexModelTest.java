package org.partnershipfund.allocation.opportunityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.ComponentWeightsDoNotAddUp;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorIsAKeyColumn;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorTwice;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.FactorWeightsDoNotAddUp;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NothingAdmitted;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NothingMeasured;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Refused;

/** Policy opportunity-index §2 "The model". */
class IndexModelTest {

    private static final Factor INCOME = factor("income", Component.NEIGHBORHOOD, "1");
    private static final Factor MOBILITY = factor("mobility", Component.INDIVIDUAL, "0.4");
    private static final Factor HOUSING = factor("housing", Component.INDIVIDUAL, "0.6");

    @Test
    void a_model_whose_weights_add_up_is_made() {
        var model = make(weights("0.3", "0.7"), List.of(INCOME, MOBILITY, HOUSING))
                .orRefuse()
                .state();

        assertThat(model.factors(true)).containsExactly(INCOME);
        assertThat(model.factors(false)).containsExactly(MOBILITY, HOUSING);
        assertThat(model.weight(Component.PERFORMANCE)).isEqualTo(new Weight(0));
    }

    @Test
    void weights_of_components_that_are_not_one_together_are_refused_with_their_sum() {
        assertThat(why(make(weights("0.3", "0.699999"), List.of(INCOME, MOBILITY, HOUSING))))
                .isEqualTo(new ComponentWeightsDoNotAddUp(999_999))
                .extracting("sentence")
                .isEqualTo(
                        "The weights of the components add up to 0.999999 instead of 1. Change them until they do, to six decimals.");
    }

    @Test
    void weights_of_factors_that_are_not_one_together_are_refused_with_their_component() {
        assertThat(why(make(weights("0.3", "0.7"), List.of(INCOME, HOUSING))))
                .isEqualTo(new FactorWeightsDoNotAddUp(Component.INDIVIDUAL, 600_000));
    }

    @Test
    void a_component_that_counts_and_measures_nothing_is_refused() {
        assertThat(why(make(weights("0.3", "0.7"), List.of(INCOME))))
                .isEqualTo(new NothingMeasured(Component.INDIVIDUAL));
    }

    @Test
    void a_column_cannot_be_two_factors() {
        assertThat(why(make(weights("0.3", "0.7"), List.of(INCOME, MOBILITY, HOUSING, HOUSING))))
                .isEqualTo(new FactorTwice("housing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"student_key", "school_code", "tract_geoid"})
    void who_and_where_are_not_measured(String column) {
        assertThat(why(make(weights("1", "0"), List.of(factor(column, Component.NEIGHBORHOOD, "1")))))
                .isEqualTo(new FactorIsAKeyColumn(column));
    }

    @Test
    void bounds_that_admit_nothing_are_refused() {
        var upsideDown = new Factor(
                "income",
                "Income",
                Component.NEIGHBORHOOD,
                Direction.LESS_IS_NEED,
                Normalisation.MIN_MAX,
                2_500_000L,
                0L,
                Weight.of("1"));

        assertThat(why(make(weights("1", "0"), List.of(upsideDown))))
                .isEqualTo(new NothingAdmitted("income", "2.5", "0"));
    }

    @Test
    void a_weight_is_a_decimal_from_nothing_to_one() {
        assertThat(Weight.parse("0.25")).hasValue(new Weight(250_000));
        assertThat(Weight.parse("1")).hasValue(new Weight(1_000_000));
        assertThat(Weight.parse("1.000001")).isEmpty();
        assertThat(Weight.parse("-0.1")).isEmpty();
        assertThat(Weight.parse("NaN")).isEmpty();
        assertThat(Weight.parse("0.1234567")).isEmpty();
        assertThat(Weight.of("0.250").decimal()).isEqualTo("0.25");
    }

    @Test
    void a_factor_is_named_like_a_column() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> factor("Median income", Component.NEIGHBORHOOD, "1"))
                .withMessageContaining("Median income");
    }

    private static Map<Component, Weight> weights(String neighborhood, String individual) {
        return Map.of(Component.NEIGHBORHOOD, Weight.of(neighborhood), Component.INDIVIDUAL, Weight.of(individual));
    }

    private static Factor factor(String key, Component component, String weight) {
        return new Factor(
                key,
                key,
                component,
                Direction.MORE_IS_NEED,
                Normalisation.PERCENTILE_RANK,
                null,
                null,
                Weight.of(weight));
    }

    private static Decision<IndexModel> make(Map<Component, Weight> weights, List<Factor> factors) {
        return IndexModel.make(
                new IndexModelId(new UUID(0, 7)),
                "Test",
                1,
                "nobody",
                true,
                weights,
                factors,
                MissingRule.REFUSE,
                Instant.parse("2017-10-01T12:00:00Z"));
    }

    private static Object why(Decision<IndexModel> decision) {
        return decision instanceof Refused<IndexModel>(var refusal) ? refusal : decision;
    }
}
