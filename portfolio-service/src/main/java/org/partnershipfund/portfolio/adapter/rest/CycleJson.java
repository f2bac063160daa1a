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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.Criterion;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.program.ServiceArea;

/** A cycle on the wire. */
@Schema(name = "Cycle")
public record CycleJson(
        UUID id,
        @Schema(examples = "Opportunity Portfolio 2018-19") String name,
        @Schema(examples = "2019") int fiscalYear,
        @Schema(examples = "2017-10-02") LocalDate opensOn,

        @Schema(examples = "2017-10-20", description = "The last day on which one may apply")
        LocalDate closesOn,

        @Schema(examples = "[\"afterschool-and-recreation\"]")
        List<String> categories,

        List<CriterionJson> criteria,
        @Schema(examples = "2") int minimumYears,
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

        /** As one cell of a table. */
        @Override
        public String toString() {
            return code + ": " + text;
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

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2017-10-20", description = "The last day on which one may apply")
            LocalDate closesOn,

            @NotEmpty @Size(max = 6) @JsonProperty(required = true)
            @Schema(required = true, examples = "[\"afterschool-and-recreation\"]", description = "Service areas")
            List<
                            @NotNull @Pattern(regexp = ServiceArea.WORDS, message = "it must be one of " + ServiceArea.WORDS) String>
                    categories,

            @NotEmpty @Size(max = 50) @JsonProperty(required = true) @Schema(required = true)
            List<@NotNull @Valid CriterionJson> criteria,

            @Min(0) @Max(50) @Schema(
                    examples = "2",
                    description =
                            "How many years an applicant must have delivered the service, at least; unless said, what the district has set (2)")
            @Nullable Integer minimumYears) {

        Cycle.Terms terms(int usualMinimumYears) {
            return new Cycle.Terms(
                    name.strip(),
                    new FiscalYear(fiscalYear),
                    opensOn,
                    closesOn,
                    categories.stream().map(ServiceArea::of).toList(),
                    criteria.stream().map(CriterionJson::criterion).toList(),
                    minimumYears == null ? usualMinimumYears : minimumYears);
        }
    }

    static CycleJson of(Cycle cycle) {
        Cycle.Terms terms = cycle.terms();
        return new CycleJson(
                cycle.id().value(),
                terms.name(),
                terms.year().endYear(),
                terms.opensOn(),
                terms.closesOn(),
                terms.categories().stream().map(ServiceArea::word).toList(),
                terms.criteria().stream().map(CriterionJson::of).toList(),
                terms.minimumYears(),
                cycle.announcedAt());
    }
}
