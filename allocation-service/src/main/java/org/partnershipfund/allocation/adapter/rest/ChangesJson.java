package org.partnershipfund.allocation.adapter.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.equity.Changes;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.foundation.web.MoneyJson;

/**
 * What a scenario changes against the year before, all schools together, on the wire.
 *
 * @param caveats what must be known before anything is concluded
 */
@Schema(name = "ChangesInAll")
public record ChangesJson(
        UUID scenarioId,
        UUID fundId,
        @Schema(examples = "2019") int fiscalYear,
        UUID noticeId,
        @Schema(examples = "2017-12-01") LocalDate noticeOn,

        @Schema(examples = "Office of Opportunity Gaps, partner payments of FY2018")
        String source,

        @Schema(
                examples =
                        "[\"The funding of FY2018 is generated, not the district's books: it proves nothing about any real school or partner.\"]",
                description = "What must be known before anything is concluded from the figures; one sentence each")
        List<String> caveats,

        @Schema(examples = "34") int schoolsThatGain,
        MoneyJson gain,
        @Schema(examples = "52") int schoolsThatLose,

        @Schema(description = "Less than nothing") MoneyJson loss,

        @Schema(examples = "32") int schoolsUnchanged,
        MoneyJson before,
        MoneyJson after,
        @Schema(examples = "14") int partners) {

    public ChangesJson {
        caveats = List.copyOf(caveats);
    }

    /**
     * What one school gains or loses.
     *
     * @param index absent if the scenario's snapshot does not count the school
     * @param beforeIllustrative whether {@code before} is made up to show how things work
     */
    @Schema(name = "SchoolChange")
    public record SchoolChangeJson(
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "Michael J Perkins") String schoolName,

            @Schema(examples = "0.844538", description = "Absent if the scenario does not count the school") @Nullable String index,

            @Schema(examples = "238") @Nullable Integer pupils,

            @Schema(description = "What the year before paid there, all partners together")
            MoneyJson before,

            @Schema(description = "What the scenario gives") MoneyJson after,

            @Schema(description = "after less before; less than nothing for a loss")
            MoneyJson change,

            @Schema(description = "Whether before is generated: made up to show how things work")
            boolean beforeIllustrative,

            @Schema(
                    description =
                            "Whether the index only shows how things work; then it is not the district's own index")
            boolean indexIllustrative) {

        static SchoolChangeJson of(Changes.SchoolChange school, Changes changes) {
            return new SchoolChangeJson(
                    school.school().value(),
                    school.name(),
                    school.inScenario().map(found -> found.index().decimal()).orElse(null),
                    school.inScenario().map(SchoolAmount::pupils).orElse(null),
                    MoneyJson.of(school.before()),
                    MoneyJson.of(school.after()),
                    MoneyJson.of(school.change()),
                    changes.notice().illustrative(),
                    changes.scenario().index().provenance().illustrative());
        }
    }

    /** What ends for one partner. */
    @Schema(name = "PartnerChange")
    public record PartnerChangeJson(
            @Schema(examples = "Harbor Youth Works", description = "As the district's books called it that year")
            String partner,

            @Schema(description = "What the central office paid it, which ends everywhere")
            MoneyJson ends,

            @Schema(examples = "7", description = "Where it was paid")
            int schools,

            @Schema(examples = "3", description = "Those of them that receive an allocation and may choose it again")
            int schoolsWithAllocation,

            @Schema(description = "The part of ends at schools that receive nothing")
            MoneyJson endsWhereNothingComes,

            @Schema(description = "Whether the amounts are generated: made up to show how things work")
            boolean illustrative) {

        static PartnerChangeJson of(Changes.PartnerChange partner, boolean illustrative) {
            return new PartnerChangeJson(
                    partner.partner(),
                    MoneyJson.of(partner.ends()),
                    partner.schools(),
                    partner.schoolsWithAllocation(),
                    MoneyJson.of(partner.endsWhereNothingComes()),
                    illustrative);
        }
    }

    static ChangesJson of(Changes changes) {
        return new ChangesJson(
                changes.scenario().id().value(),
                changes.scenario().fund().value(),
                changes.scenario().year().endYear(),
                changes.notice().id().value(),
                changes.notice().on(),
                changes.notice().source(),
                changes.caveats(),
                changes.gain().schools(),
                MoneyJson.of(changes.gain().amount()),
                changes.loss().schools(),
                MoneyJson.of(changes.loss().amount()),
                changes.unchanged(),
                MoneyJson.of(changes.before()),
                MoneyJson.of(changes.after()),
                changes.partners().size());
    }
}
