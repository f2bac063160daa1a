package org.partnershipfund.allocation.adapter.rest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.scenario.Comparison;
import org.partnershipfund.foundation.web.MoneyJson;

/** One school in two to five scenarios; a column set for each, so that JSON and CSV have the same parts. */
@Schema(name = "ComparedSchool")
public record ScenarioComparisonJson(
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "Michael J Perkins") String schoolName,

        @Schema(description = "In the scenario that was named first; absent if it does not count the school") @Nullable Entry first,

        @Schema(description = "In the scenario that was named second") @Nullable Entry second,

        @Schema(description = "In the third, if there is one") @Nullable Entry third,

        @Schema(description = "In the fourth, if there is one") @Nullable Entry fourth,

        @Schema(description = "In the fifth, if there is one") @Nullable Entry fifth) {

    /** What one scenario means for the school. */
    @Schema(name = "ComparedAllocation")
    public record Entry(
            UUID allocationId,
            @Schema(examples = "1") int rank,
            @Schema(examples = "0.844538") String index,

            @Schema(
                    description =
                            "Whether the index only shows how things work; then it is not the district's own index")
            boolean illustrative,

            @Schema(examples = "238") int pupils,

            @Schema(enumeration = {"funded", "held-harmless", "below-the-cut", "without-pupils"})
            String outcome,

            MoneyJson amount,

            @Schema(
                    description =
                            "amount less that of the first scenario; all of it where the first does not count the school")
            MoneyJson difference) {

        static Entry of(Comparison.Entry entry) {
            var line = entry.allocation().line();
            return new Entry(
                    entry.allocation().id().value(),
                    line.rank(),
                    line.school().index().decimal(),
                    entry.illustrative(),
                    line.school().pupils(),
                    AllocationJson.word(line.outcome()),
                    MoneyJson.of(entry.allocation().amount()),
                    MoneyJson.of(entry.difference()));
        }
    }

    static ScenarioComparisonJson of(Comparison.Row row) {
        return new ScenarioComparisonJson(
                row.school().value(), row.name(), at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4));
    }

    private static @Nullable Entry at(Comparison.Row row, int place) {
        List<Optional<Comparison.Entry>> entries = row.entries();
        return place < entries.size() ? entries.get(place).map(Entry::of).orElse(null) : null;
    }
}
