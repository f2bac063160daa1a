package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.problem.InvalidValueException;
import org.partnershipfund.foundation.web.MoneyJson;
import org.partnershipfund.portfolio.matching.Goal;
import org.partnershipfund.portfolio.matching.Needs;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;

/** What a school needs, on the wire; just as approval-service keeps it, so that its answer can be sent here. */
@Schema(
        name = "SchoolNeeds",
        description = "What a school needs of partners in a year; what is left out counts nothing")
public record NeedsJson(
        @NotEmpty @Size(max = 20) @JsonProperty(required = true)
        @Schema(required = true, description = "The goals of the school's plan that partners serve")
        List<@NotNull @Valid GoalJson> goals,

        @NotEmpty @Size(max = 14) @JsonProperty(required = true)
        @Schema(required = true, examples = "[\"3\", \"4\", \"5\"]", description = "PK, K, 1 to 12")
        List<@NotNull @Pattern(regexp = Grade.WORDS, message = "it must be PK, K or 1 to 12") String> grades,

        @Min(1) @Max(100_000) @JsonProperty(required = true) @Schema(required = true, examples = "45")
        int pupils,

        @Size(max = 50) @Schema(description = "Times of the week at which it can take place") @Nullable List<@NotNull @Valid SessionJson> times,

        @Min(1) @Max(10_000) @Schema(
                examples = "60",
                description = "How many sessions in the year; absent to have it reckoned from the times")
        @Nullable Integer sessions,

        @Size(max = 40) @Schema(examples = "[\"en\", \"es\"]", description = "Codes of ISO 639") @Nullable List<
                        @NotNull @Pattern(regexp = "[a-z]{2,3}", message = "it must be a code of ISO 639, such as en, es or kea") String>
                languages,

        @Valid @Schema(description = "What it may cost; above zero") @Nullable MoneyJson budget) {

    public NeedsJson {
        if (budget != null && !budget.money().isPositive()) {
            throw new InvalidValueException(
                    "budget", budget.amount(), "it must be above zero; leave it out where there is none");
        }
    }

    /** A goal of the school's plan, on the wire. */
    @Schema(name = "SchoolGoal")
    public record GoalJson(
            @NotNull @Pattern(regexp = ServiceArea.WORDS, message = "it must be one of " + ServiceArea.WORDS) @JsonProperty(required = true)
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

            @Pattern(regexp = SubTerm.WORDS, message = "it must be one of " + SubTerm.WORDS) @Schema(
                    examples = "literacy",
                    description = "What exactly, within the service area; absent for anything of it: " + SubTerm.WORDS)
            @Nullable String term) {

        Goal goal() {
            return new Goal(
                    ServiceArea.of(serviceArea), Optional.ofNullable(term).map(SubTerm::of));
        }
    }

    Needs needs() {
        return new Needs(
                goals.stream().map(GoalJson::goal).toList(),
                grades.stream().map(Grade::of).toList(),
                pupils,
                said(times).map(SessionJson::session).toList(),
                Optional.ofNullable(sessions),
                said(languages).toList(),
                Optional.ofNullable(budget).map(MoneyJson::money));
    }

    private static <T> Stream<T> said(@Nullable List<T> some) {
        return some == null ? Stream.of() : some.stream();
    }
}
