package org.partnershipfund.allocation.adapter.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.scenario.Sensitivity.Result.Impossible;
import org.partnershipfund.allocation.scenario.Sensitivity.Result.Possible;
import org.partnershipfund.allocation.scenario.Sensitivity.Step;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * What one threshold would mean, on the wire.
 *
 * @param impossible why nothing can be shared out at this threshold; then there are no figures
 */
@Schema(name = "SensitivityStep")
public record SensitivityJson(
        @Schema(examples = "0.55", description = "The lowest index that would be served")
        String threshold,

        @Schema(examples = "71", description = "Schools that would be eligible") @Nullable Integer schools,

        @Schema(examples = "30125", description = "Pupils of these schools") @Nullable Long pupils,

        @Schema(
                examples = "189.2116",
                description = "What these schools would receive together, divided by their pupils")
        @Nullable String dollarsPerPupil,

        @Schema(description = "What these schools would receive together") @Nullable MoneyJson amount,

        @Schema(description = "What guarantees would cost the others") @Nullable MoneyJson holdHarmlessCost,

        @Schema(
                description =
                        "Schools that are served at the threshold before and no longer at this one, by need; read downwards, they enter")
        List<School> leaving,

        @Schema(description = "Whether the index only shows how things work; then it is not the district's own index")
        boolean illustrative,

        @Schema(
                examples =
                        "The caps of all served schools add up to $500.00, and there is $600.00 to share out. Raise the cap, serve more schools, or hold the rest back as a reserve.",
                description = "Why nothing can be shared out at this threshold; absent if it can")
        @Nullable String impossible) {

    /** One school. */
    @Schema(name = "LeavingSchool")
    public record School(
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "Michael J Perkins") String schoolName,
            @Schema(examples = "0.844538") String index,
            @Schema(examples = "238") int pupils) {

        static School of(Candidate school) {
            return new School(
                    school.school().value(), school.name(), school.index().decimal(), school.pupils());
        }

        /** As it stands in a cell of a table. */
        @Override
        public String toString() {
            return schoolCode;
        }
    }

    static SensitivityJson of(Step step, boolean illustrative) {
        List<School> leaving = step.leaving().stream().map(School::of).toList();
        String threshold = step.threshold().decimal();
        return switch (step.result()) {
            case Possible possible ->
                new SensitivityJson(
                        threshold,
                        possible.schools(),
                        possible.pupils(),
                        possible.dollarsPerPupil().toPlainString(),
                        MoneyJson.of(possible.amount()),
                        MoneyJson.of(possible.cost()),
                        leaving,
                        illustrative,
                        null);
            case Impossible(var why) ->
                new SensitivityJson(threshold, null, null, null, null, null, leaving, illustrative, why.sentence());
        };
    }
}
