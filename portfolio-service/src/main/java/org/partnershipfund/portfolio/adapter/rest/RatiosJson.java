package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.portfolio.cycle.GradeBand;
import org.partnershipfund.portfolio.cycle.Ratio;

/** Adults to pupils by grade band, on the wire; a band of which nothing is said is absent. */
@Schema(name = "Ratios")
public record RatiosJson(
        @JsonProperty("PK-K")
        @Schema(
                pattern = "^" + Ratio.PATTERN + "$",
                examples = "1:11",
                description = "Adults to pupils, prekindergarten and kindergarten")
        @Nullable String pkToK,

        @JsonProperty("1-8")
        @Schema(pattern = "^" + Ratio.PATTERN + "$", examples = "1:15", description = "Adults to pupils, grades 1 to 8")
        @Nullable String grades1To8,

        @JsonProperty("9-12")
        @Schema(
                pattern = "^" + Ratio.PATTERN + "$",
                examples = "1:25",
                description = "Adults to pupils, grades 9 to 12")
        @Nullable String grades9To12) {

    public RatiosJson {
        check("PK-K", pkToK);
        check("1-8", grades1To8);
        check("9-12", grades9To12);
    }

    private static void check(String band, @Nullable String ratio) {
        if (ratio != null && !ratio.matches(Ratio.PATTERN)) {
            throw new InvalidValueException(
                    band, ratio, "it must be adults to pupils, neither of them zero, such as 1:15");
        }
    }

    static @Nullable RatiosJson of(Map<GradeBand, Ratio> ratios) {
        return ratios.isEmpty()
                ? null
                : new RatiosJson(
                        word(ratios, GradeBand.PK_TO_K),
                        word(ratios, GradeBand.GRADES_1_TO_8),
                        word(ratios, GradeBand.GRADES_9_TO_12));
    }

    private static @Nullable String word(Map<GradeBand, Ratio> ratios, GradeBand band) {
        Ratio ratio = ratios.get(band);
        return ratio == null ? null : ratio.word();
    }

    /** What was said; nothing if there is no such object. */
    static Map<GradeBand, Ratio> ratios(@Nullable RatiosJson said) {
        Map<GradeBand, Ratio> ratios = new EnumMap<>(GradeBand.class);
        if (said != null) {
            keep(ratios, GradeBand.PK_TO_K, said.pkToK);
            keep(ratios, GradeBand.GRADES_1_TO_8, said.grades1To8);
            keep(ratios, GradeBand.GRADES_9_TO_12, said.grades9To12);
        }
        return ratios;
    }

    private static void keep(Map<GradeBand, Ratio> ratios, GradeBand band, @Nullable String word) {
        if (word != null) {
            var _ = ratios.put(band, Ratio.of(word));
        }
    }

    /** As one cell of a table. */
    @Override
    public String toString() {
        StringBuilder cell = new StringBuilder();
        ratios(this)
                .forEach((band, ratio) -> cell.append(cell.isEmpty() ? "" : " ")
                        .append(band.word())
                        .append('=')
                        .append(ratio.word()));
        return cell.toString();
    }
}
