package org.partnershipfund.allocation.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.adapter.RulesJson;
import org.partnershipfund.allocation.bundle.PublicBundle;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.revision.RevisedAllocation;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Everything it takes to recount a scenario, in one document. The shape is a contract with verifiers that others write:
 * what changes it changes {@code format}.
 *
 * <p>Source: docs/verify.md.
 *
 * @param schools every school of the scenario, by rank
 * @param total what they receive together, as published; revisions do not change it
 * @param digest SHA-256 of the document without this field, as JSON without blanks; absent only while it is made
 */
@Schema(name = "Bundle", description = "Everything it takes to recount a scenario; docs/verify.md says how")
public record BundleJson(
        @Schema(examples = FORMAT) String format,
        Fund fund,
        Scenario scenario,
        RulesJson rules,
        AllocationJson.Explanation.Index index,
        AllocationJson.Explanation.Enrollment enrollment,

        @Schema(description = "Where priorYearAmount is from; absent unless the rules hold harmless")
        PriorYearFundingJson.@Nullable NoticeJson priorYear,

        @Schema(description = "Every school of the enrolment, by rank")
        List<School> schools,

        @Schema(description = "Money that moved between schools since, oldest first")
        List<Moved> revisions,

        @Schema(description = "What all schools receive together")
        MoneyJson total,

        @Schema(
                examples = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                description =
                        "SHA-256 of this document without this field, as JSON without blanks (jq -cj 'del(.digest)')")
        @Nullable String digest) {

    /** What the shape is called. */
    static final String FORMAT = "partnership-fund.bundle.v1";

    /** What is shared out. */
    @Schema(name = "BundleFund")
    public record Fund(
            @Schema(examples = "Partnership Fund") String name,
            @Schema(examples = "2019") int fiscalYear,
            MoneyJson pool) {}

    /** Which scenario it is. */
    @Schema(name = "BundleScenario")
    public record Scenario(
            UUID id,
            UUID fundId,
            String name,
            Instant computedAt,

            @Schema(description = "Absent in a draft, which only the offices read") @Nullable Instant publishedAt) {}

    /** One school. */
    @Schema(name = "BundleSchool")
    public record School(
            @Schema(examples = "1") int rank,
            @Schema(examples = "00350231") String schoolCode,
            @Schema(examples = "Michael J Perkins") String schoolName,
            @Schema(examples = "0.844538") String index,
            @Schema(examples = "238") int pupils,

            @Schema(description = "What the notice says that the school had; absent unless the rules hold harmless")
            @Nullable MoneyJson priorYearAmount,

            @Schema(enumeration = {"funded", "held-harmless", "below-the-cut", "without-pupils"})
            String outcome,

            @Schema(description = "As published") MoneyJson amount,

            @Schema(description = "With the revisions since")
            MoneyJson amountNow) {

        private static School of(RevisedAllocation school) {
            var line = school.published().allocation().line();
            return new School(
                    line.rank(),
                    line.school().school().value(),
                    line.school().name(),
                    line.school().index().decimal(),
                    line.school().pupils(),
                    line.held()
                            .map(Apportionment.Held::before)
                            .map(MoneyJson::of)
                            .orElse(null),
                    AllocationJson.word(line.outcome()),
                    MoneyJson.of(line.outcome().amount()),
                    MoneyJson.of(school.amount()));
        }
    }

    /** Money that moved from one school to another, or between a school and the reserve. */
    @Schema(name = "BundleRevision")
    public record Moved(
            UUID id,
            Instant acceptedAt,

            @Schema(examples = "00350231", description = "Absent if the reserve gave") @Nullable String fromSchool,

            @Schema(examples = "00350002", description = "Absent if the reserve received") @Nullable String toSchool,

            MoneyJson amount,
            String reason) {

        private static Moved of(Revision.Accepted revision) {
            return new Moved(
                    revision.terms().id().value(),
                    revision.acceptedAt(),
                    revision.terms().from().line().map(SchoolCode::value).orElse(null),
                    revision.terms().to().line().map(SchoolCode::value).orElse(null),
                    MoneyJson.of(revision.terms().amount()),
                    revision.terms().reason());
        }
    }

    /** The digest as a strong ETag. */
    EntityTag tag() {
        return new EntityTag(String.valueOf(digest));
    }

    /**
     * The document with its digest.
     *
     * @param json writes it as the door does
     */
    static BundleJson of(PublicBundle bundle, ObjectMapper json) {
        BundleJson unsigned = of(bundle, (String) null);
        try {
            return of(
                    bundle,
                    "sha256:"
                            + HexFormat.of()
                                    .formatHex(MessageDigest.getInstance("SHA-256")
                                            .digest(json.writeValueAsBytes(unsigned))));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("our own shapes can be written, and every JDK has SHA-256", e);
        }
    }

    private static BundleJson of(PublicBundle bundle, @Nullable String digest) {
        var title = bundle.scenario().title();
        return new BundleJson(
                FORMAT,
                new Fund(
                        bundle.fund().name(),
                        bundle.fund().year().endYear(),
                        MoneyJson.of(bundle.fund().pool())),
                new Scenario(
                        title.id().value(),
                        title.fund().value(),
                        title.name(),
                        title.computedAt(),
                        bundle.scenario().publishedAt().orElse(null)),
                RulesJson.of(title.rules()),
                AllocationJson.Explanation.Index.of(title.index()),
                AllocationJson.Explanation.Enrollment.of(title.enrollment()),
                bundle.before().map(PriorYearFundingJson.NoticeJson::of).orElse(null),
                bundle.schools().stream().map(School::of).toList(),
                bundle.revisions().stream().map(Moved::of).toList(),
                MoneyJson.of(bundle.total()),
                digest);
    }
}
