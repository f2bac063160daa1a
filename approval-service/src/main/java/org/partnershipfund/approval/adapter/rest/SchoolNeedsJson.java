package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.matching.Goal;
import org.partnershipfund.approval.matching.SchoolNeeds;
import org.partnershipfund.approval.matching.Wanted;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;

/** What a school needs in a year, on the wire; {@code needs} is sent to portfolio-service as it is. */
@Schema(name = "KeptNeeds")
public record SchoolNeedsJson(
        @Schema(examples = "00350231") String schoolCode,
        @Schema(examples = "2019") int fiscalYear,
        WantedJson needs,

        @Schema(description = "Absent for students") @Nullable PersonJson saidBy,

        Instant saidAt) {

    private static final String AREAS =
            "academic|college-and-career|health-and-wellness|parents-and-family|resource-and-capacity|afterschool-and-recreation";

    private static final String TERMS =
            "literacy|stem-science|stem-technology|stem-engineering|stem-mathematics|english-learners|college-access"
                    + "|workforce-development|behavioral-health|social-emotional|physical-health|family-engagement"
                    + "|homelessness|attendance|volunteers|enrichment|arts|sports|summer";

    /** What a school wants of partners; the words are those of portfolio-service's programs. */
    @Schema(
            name = "SchoolNeeds",
            description = "What a school needs of partners in a year; what is left out counts nothing")
    public record WantedJson(
            @NotEmpty @Size(max = 20) @JsonProperty(required = true)
            @Schema(required = true, description = "The goals of the school's plan that partners serve")
            List<@NotNull @Valid GoalJson> goals,

            @NotEmpty @Size(max = 14) @JsonProperty(required = true)
            @Schema(required = true, examples = "[\"3\", \"4\", \"5\"]", description = "PK, K, 1 to 12")
            List<@NotNull @Pattern(regexp = "PK|K|[1-9]|1[0-2]", message = "it must be PK, K or 1 to 12") String>
                    grades,

            @Min(1) @Max(100_000) @JsonProperty(required = true) @Schema(required = true, examples = "45")
            int pupils,

            @Size(max = 50) @Schema(description = "Times of the week at which it can take place") @Nullable List<@NotNull @Valid SessionJson> times,

            @Min(1) @Max(10_000) @Schema(
                    examples = "60",
                    description = "How many sessions in the year; absent to have it reckoned from the times")
            @Nullable Integer sessions,

            @Size(max = 40) @Schema(examples = "[\"en\", \"es\"]", description = "Codes of ISO 639") @Nullable List<
                            @NotNull @Pattern(
                                    regexp = "[a-z]{2,3}",
                                    message = "it must be a code of ISO 639, such as en, es or kea")
                            String>
                    languages,

            @Valid @Schema(description = "What it may cost; above zero") @Nullable MoneyJson budget) {

        public WantedJson {
            if (budget != null && !budget.money().isPositive()) {
                throw new InvalidValueException(
                        "budget", budget.amount(), "it must be above zero; leave it out where there is none");
            }
        }

        static WantedJson of(Wanted wanted) {
            return new WantedJson(
                    wanted.goals().stream().map(GoalJson::of).toList(),
                    wanted.grades(),
                    wanted.pupils(),
                    wanted.times().stream().map(SessionJson::of).toList(),
                    wanted.sessions().orElse(null),
                    wanted.languages(),
                    wanted.budget().map(MoneyJson::of).orElse(null));
        }

        Wanted wanted() {
            return new Wanted(
                    goals.stream().map(GoalJson::goal).distinct().toList(),
                    grades.stream().distinct().toList(),
                    pupils,
                    said(times).map(SessionJson::session).distinct().toList(),
                    Optional.ofNullable(sessions),
                    said(languages).distinct().toList(),
                    Optional.ofNullable(budget).map(MoneyJson::money));
        }

        private static <T> Stream<T> said(@Nullable List<T> some) {
            return some == null ? Stream.of() : some.stream();
        }
    }

    /** A goal of the school's plan, on the wire. */
    @Schema(name = "SchoolGoal")
    public record GoalJson(
            @NotNull @Pattern(regexp = AREAS, message = "it must be one of " + AREAS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "academic",
                    enumeration = {
                        "academic",
                        "college-and-career",
                        "health-and-wellness",
                        "parents-and-family",
                        "resource-and-capacity",
                        "afterschool-and-recreation"
                    })
            String serviceArea,

            @Pattern(regexp = TERMS, message = "it must be one of " + TERMS) @Schema(
                    examples = "literacy",
                    description = "What exactly, within the service area; absent for anything of it: " + TERMS)
            @Nullable String term) {

        static GoalJson of(Goal goal) {
            return new GoalJson(goal.serviceArea(), goal.term().orElse(null));
        }

        Goal goal() {
            return new Goal(serviceArea, Optional.ofNullable(term));
        }
    }

    static SchoolNeedsJson of(SchoolNeeds needs, Adults.Shown shown) {
        return new SchoolNeedsJson(
                needs.school().value(),
                needs.year().endYear(),
                WantedJson.of(needs.wanted()),
                shown.of(needs.saidBy()),
                needs.saidAt());
    }
}
