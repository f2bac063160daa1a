package org.partnershipfund.allocation.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Need;
import org.partnershipfund.allocation.opportunityindex.Component;
import org.partnershipfund.allocation.opportunityindex.ComputedIndex;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.SchoolNeed;
import org.partnershipfund.allocation.opportunityindex.Weight;
import org.partnershipfund.kernel.SchoolCode;

/** What the answer about a school's index shows of how it came about. */
class IndexComputationJsonTest {

    private static final SchoolNeed HALF = new SchoolNeed.Measured(new ComputedIndex(
            new SchoolCode("00350001"),
            400,
            Map.of(
                    Component.NEIGHBORHOOD, 500_000_000,
                    Component.INDIVIDUAL, 500_000_000,
                    Component.PERFORMANCE, 500_000_000),
            500_000_000,
            IndexValue.of("0.50")));

    @Test
    void a_component_that_nobody_measures_is_absent_and_not_the_middle() {
        var measured = Need.model(1);
        var tractsOnly = IndexModel.make(
                        new IndexModelId(District.id(720)),
                        "Tracts",
                        1,
                        "nobody: a test",
                        true,
                        Map.of(Component.NEIGHBORHOOD, Weight.of("1")),
                        measured.factors(true),
                        measured.missing(),
                        District.IN_NOVEMBER)
                .orRefuse()
                .state();

        var all = IndexComputationJson.School.of(HALF, measured);
        var tracts = IndexComputationJson.School.of(HALF, tractsOnly);

        assertThat(List.of(all.neighborhood(), all.individual(), all.performance()))
                .containsOnly("0.50");
        assertThat(tracts)
                .isEqualTo(new IndexComputationJson.School("00350001", "0.50", "own-pupils", 400L, "0.50", null, null));
    }
}
