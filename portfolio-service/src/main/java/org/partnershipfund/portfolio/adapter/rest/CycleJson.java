package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.cycle.Category;
import org.partnershipfund.portfolio.cycle.Criterion;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.Minimums;
import org.partnershipfund.portfolio.program.ServiceArea;

/**
 * A cycle on the wire.
 *
 * @param intentBy absent if answers come with the application
 */
@Schema(name = "Cycle")
public record CycleJson(
        UUID id,
        @Schema(examples = "Opportunity Portfolio 2018-19") String name,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(examples = "2017-10-02") LocalDate opensOn,

        @Schema(
                examples = "2017-10-09",
                description = "The last day for saying that one applies; absent if that is closesOn")
        @Nullable LocalDate intentBy,

        @Schema(examples = "2017-10-20", description = "The last day for the answers")
        LocalDate closesOn,

        List<CategoryJson> categories,
        Instant announcedAt) {

    /** What an application is judged by. */
    @Schema(name = "Criterion")
    public record CriterionJson(
            @NotNull @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}",
                    message = "it must be 1 to 40 letters, digits, dots, dashes or underscores, such as quality")
            @JsonProperty(required = true)
            @Schema(required = true, examples = "quality")
            String code,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The program meets the district's quality standards")
            String text) {

        static CriterionJson of(Criterion criterion) {
            return new CriterionJson(criterion.code(), criterion.text());
        }

        Criterion criterion() {
            return new Criterion(code, text);
        }
    }

    /**
     * What a category asks for in numbers.
     *
     * @param days absent, as the others are, if it asks for none
     */
    @Schema(name = "Minimums")
    public record MinimumsJson(
            @Min(0) @Max(50) @Schema(
                    examples = "2",
                    description = "Full years of delivery, at least; unless said, what the district has set (2)")
            @Nullable Integer years,

            @Min(1) @Max(366) @Schema(examples = "20", description = "Days of delivery, at least") @Nullable Integer days,

            @Min(1) @Max(8784) @Schema(examples = "80", description = "Hours of delivery, at least") @Nullable Integer hours,

            @Schema(
                    description =
                            "The fewest adults to pupils; of a program, the bands count in which it serves a grade")
            @Nullable RatiosJson ratios) {

        static MinimumsJson of(Minimums minimums) {
            return new MinimumsJson(
                    minimums.years(),
                    minimums.days().orElse(null),
                    minimums.hours().orElse(null),
                    RatiosJson.of(minimums.ratios()));
        }

        private Minimums minimums(int usualYears) {
            return new Minimums(
                    years == null ? usualYears : years,
                    Optional.ofNullable(days),
                    Optional.ofNullable(hours),
                    RatiosJson.ratios(ratios));
        }
    }

    /** What a cycle seeks, and by which rules. */
    @Schema(name = "Category")
    public record CategoryJson(
            @Schema(examples = "summer") String code,
            @Schema(examples = "5th Quarter, summer") String name,

            @Schema(examples = "[\"afterschool-and-recreation\"]")
            List<String> serviceAreas,

            MinimumsJson minimums,
            List<CriterionJson> criteria,
            @Schema(examples = "2") int reviewers,
            @Schema(examples = "[\"background-checks\"]") List<String> clearances) {

        static CategoryJson of(Category category) {
            return new CategoryJson(
                    category.code(),
                    category.name(),
                    category.areas().stream().map(ServiceArea::word).toList(),
                    MinimumsJson.of(category.minimums()),
                    category.criteria().stream().map(CriterionJson::of).toList(),
                    category.reviewers(),
                    category.clearances().stream().map(ClearanceKind::word).toList());
        }

        /** As one cell of a table. */
        @Override
        public String toString() {
            return code + ": " + criteria.stream().map(CriterionJson::code).collect(Collectors.joining(", "));
        }
    }

    /** What a cycle is to seek. */
    @Schema(name = "AnnounceCategory")
    public record CategoryToAnnounce(
            @NotNull @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}",
                    message = "it must be 1 to 40 letters, digits, dots, dashes or underscores, such as summer")
            @JsonProperty(required = true)
            @Schema(required = true, examples = "summer", description = "Unique within the cycle")
            String code,

            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(required = true, examples = "5th Quarter, summer")
            String name,

            @NotEmpty @Size(max = 6) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "[\"afterschool-and-recreation\"]",
                    description = "Whose programs may apply in it")
            List<
                            @NotNull @Pattern(regexp = ServiceArea.WORDS, message = "it must be one of " + ServiceArea.WORDS) String>
                    serviceAreas,

            @Valid @Nullable MinimumsJson minimums,

            @NotEmpty @Size(max = 50) @JsonProperty(required = true) @Schema(required = true)
            List<@NotNull @Valid CriterionJson> criteria,

            @Min(Category.FEWEST_REVIEWERS) @Max(9) @Schema(
                    examples = "2",
                    description = "How many reviews to vet takes, at least; 2 unless said, and never fewer")
            @Nullable Integer reviewers,

            @Size(max = 3) @Schema(
                    examples = "[\"background-checks\"]",
                    description = "What its partner must be cleared of when a program is vetted; none unless said")
            @Nullable List<
                            @NotNull @Pattern(regexp = ClearanceKind.WORDS, message = "it must be one of " + ClearanceKind.WORDS) String>
                    clearances) {

        private Category category(int usualMinimumYears) {
            return new Category(
                    code,
                    name.strip(),
                    serviceAreas.stream().map(ServiceArea::of).toList(),
                    minimums == null ? Minimums.years(usualMinimumYears) : minimums.minimums(usualMinimumYears),
                    criteria.stream().map(CriterionJson::criterion).toList(),
                    reviewers == null ? Category.FEWEST_REVIEWERS : reviewers,
                    clearances == null
                            ? List.of()
                            : clearances.stream().map(ClearanceKind::of).toList());
        }
    }

    /** What it takes to announce a cycle. */
    @Schema(name = "AnnounceCycle")
    public record ToAnnounce(
            @NotBlank @Size(max = 200) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "Opportunity Portfolio 2018-19",
                    description = "Unique within the fiscal year")
            String name,

            @Min(2000) @Max(2199) @JsonProperty(required = true)
            @Schema(required = true, examples = "2019", description = "For which the programs are sought")
            int fiscalYear,

            @NotNull @JsonProperty(required = true) @Schema(required = true, examples = "2017-10-02")
            LocalDate opensOn,

            @Schema(
                    examples = "2017-10-09",
                    description = "The last day for saying that one applies, if the answers may follow until closesOn")
            @Nullable LocalDate intentBy,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2017-10-20", description = "The last day for the answers")
            LocalDate closesOn,

            @NotEmpty @Size(max = 20) @JsonProperty(required = true) @Schema(required = true)
            List<@NotNull @Valid CategoryToAnnounce> categories) {

        Cycle.Terms terms(int usualMinimumYears) {
            return new Cycle.Terms(
                    name.strip(),
                    new FiscalYear(fiscalYear),
                    opensOn,
                    Optional.ofNullable(intentBy),
                    closesOn,
                    categories.stream()
                            .map(category -> category.category(usualMinimumYears))
                            .toList());
        }
    }

    static CycleJson of(Cycle cycle) {
        Cycle.Terms terms = cycle.terms();
        return new CycleJson(
                cycle.id().value(),
                terms.name(),
                terms.year().endYear(),
                terms.opensOn(),
                terms.intentBy().orElse(null),
                terms.closesOn(),
                terms.categories().stream().map(CategoryJson::of).toList(),
                cycle.announcedAt());
    }
}
