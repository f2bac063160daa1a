package org.partnershipfund.portfolio.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.usecase.Apply;
import org.partnershipfund.portfolio.vetting.Answer;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Request;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.DeclaredTie;
import org.partnershipfund.portfolio.vetting.Grading;
import org.partnershipfund.portfolio.vetting.Rating;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.Ruling;
import org.partnershipfund.portfolio.vetting.Tie;

/**
 * An application on the wire.
 *
 * @param endedAt when it was decided or withdrawn; absent while it waits
 * @param reasons of the decision or, if the partner gave one, of the withdrawal
 * @param validFrom absent, as {@code validUntil} is, unless it is vetted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Application")
public record ApplicationJson(
        UUID id,
        UUID programId,
        UUID partnerId,
        UUID cycleId,
        @Schema(examples = "afterschool-and-recreation") String category,
        @Schema(examples = "6") int yearsOfDelivery,

        @Schema(enumeration = {"submitted", "vetted", "refused", "withdrawn"})
        String state,

        Instant submittedAt,
        @Schema(examples = "1") int reviewCount,
        @Nullable Instant endedAt,
        @Nullable String reasons,
        @Schema(examples = "2017-11-01") @Nullable LocalDate validFrom,

        @Schema(examples = "2019-06-30", description = "The last day that counts") @Nullable LocalDate validUntil) {

    /**
     * An application by itself.
     *
     * @param reviews absent, as {@code ties} is, for the partner, who learns the decision and its reasons
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FullApplication")
    public record Full(
            @JsonUnwrapped ApplicationJson application,
            List<AnswerJson> answers,

            @Schema(description = "For the partnerships team and the records auditor") @Nullable List<ReviewJson> reviews,

            @Schema(
                    description =
                            "For the partnerships team and the records auditor: who declared a tie to the partner")
            @Nullable List<TieJson> ties) {

        static Full of(Application application, boolean withReviews) {
            return new Full(
                    ApplicationJson.of(application),
                    application.request().answers().stream().map(AnswerJson::of).toList(),
                    withReviews
                            ? application.reviews().stream().map(ReviewJson::of).toList()
                            : null,
                    withReviews ? application.ties().stream().map(TieJson::of).toList() : null);
        }
    }

    /** What somebody declared to bind them to the partner; they neither review nor decide. */
    @Schema(name = "DeclaredTie")
    public record TieJson(
            PersonJson person,

            @Schema(enumeration = {"employment", "board", "family", "financial", "other"})
            String tie,

            Instant declaredAt) {

        static TieJson of(DeclaredTie declared) {
            return new TieJson(PersonJson.of(declared.person()), declared.tie().word(), declared.at());
        }
    }

    /** What an applicant says to a criterion. */
    @Schema(name = "Answer")
    public record AnswerJson(
            @NotBlank @Size(max = 40) @JsonProperty(required = true)
            @Schema(required = true, examples = "quality", description = "The criterion's code")
            String criterion,

            @NotBlank @Size(max = 10_000) @JsonProperty(required = true)
            @Schema(required = true, examples = "An outside observer visits every site twice a year.")
            String text) {

        static AnswerJson of(Answer answer) {
            return new AnswerJson(answer.criterion(), answer.text());
        }

        Answer answer() {
            return new Answer(criterion, text);
        }
    }

    /** What a reviewer finds about a criterion. */
    @Schema(name = "Rating")
    public record RatingJson(
            @NotBlank @Size(max = 40) @JsonProperty(required = true)
            @Schema(required = true, examples = "quality", description = "The criterion's code")
            String criterion,

            @NotNull @Pattern(regexp = Grading.WORDS, message = "it must be one of " + Grading.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"exceeds", "meets", "does-not-meet"})
            String rating,

            @NotBlank @Size(max = 2000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Both observations are above the benchmark.")
            String reason) {

        static RatingJson of(Rating rating) {
            return new RatingJson(rating.criterion(), rating.grading().word(), rating.reason());
        }

        Rating asRating() {
            return new Rating(criterion, Grading.of(rating), reason);
        }
    }

    /** What one reviewer found. */
    @Schema(name = "Review")
    public record ReviewJson(UUID id, PersonJson reviewer, List<RatingJson> ratings, Instant at) {

        static ReviewJson of(Review review) {
            return new ReviewJson(
                    review.id().value(),
                    PersonJson.of(review.reviewer()),
                    review.ratings().stream().map(RatingJson::of).toList(),
                    review.at());
        }
    }

    /** What it takes to apply. */
    @Schema(name = "Apply")
    public record ToApply(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID cycleId,

            @NotNull @Pattern(regexp = ServiceArea.WORDS, message = "it must be one of " + ServiceArea.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "afterschool-and-recreation",
                    description = "One of the cycle's, and the one that the program serves")
            String category,

            @Min(0) @Max(500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "6",
                    description = "Full years in which the partner has delivered the service")
            int yearsOfDelivery,

            @NotEmpty @Size(max = 50) @JsonProperty(required = true)
            @Schema(required = true, description = "One to each criterion of the cycle")
            List<@NotNull @Valid AnswerJson> answers) {

        Apply.Form form() {
            return new Apply.Form(
                    new ProgramId(programId),
                    new CycleId(cycleId),
                    ServiceArea.of(category),
                    yearsOfDelivery,
                    answers.stream().map(AnswerJson::answer).toList());
        }
    }

    /** What it takes to review. */
    @Schema(name = "ReviewApplication")
    public record ToReview(
            @NotNull @Size(max = 50) @JsonProperty(required = true)
            @Schema(required = true, description = "One of each criterion of the cycle; of no matter with a tie")
            List<@NotNull @Valid RatingJson> ratings,

            @NotNull @Pattern(regexp = Tie.WORDS, message = "it must be one of " + Tie.WORDS) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"none", "employment", "board", "family", "financial", "other"},
                    description =
                            "What binds the reviewer to the partner; anything but none is kept instead of a review, and keeps them from reviewing and deciding")
            String tie) {

        List<Rating> asRatings() {
            return ratings.stream().map(RatingJson::asRating).toList();
        }

        Tie asTie() {
            return Tie.of(tie);
        }
    }

    /** What it takes to decide. */
    @Schema(name = "DecideApplication")
    public record ToDecide(
            @NotNull @Pattern(regexp = "vetted|refused", message = "it must be one of vetted|refused") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"vetted", "refused"})
            String outcome,

            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Every criterion is met; observations above the benchmark.")
            String reasons,

            @Schema(examples = "2017-11-01", description = "To vet; not to refuse") @Nullable LocalDate validFrom,

            @Schema(examples = "2019-06-30", description = "To vet; not to refuse. The last day that counts") @Nullable LocalDate validUntil) {

        Ruling ruling() {
            var from = Optional.ofNullable(validFrom);
            var until = Optional.ofNullable(validUntil);
            return outcome.equals("vetted") ? Ruling.vet(reasons, from, until) : Ruling.refuse(reasons, from, until);
        }
    }

    /** What may be said when an application is taken back. */
    @Schema(name = "WithdrawApplication")
    public record ToWithdraw(
            @Size(max = 2000) @Schema(examples = "We apply with the new program instead.") @Nullable String reason) {}

    static ApplicationJson of(Application application) {
        return switch (application) {
            case Submitted _ -> of(application, null, null, null, null);
            case Vetted vetted ->
                of(
                        application,
                        vetted.changedAt(),
                        vetted.ruling().reasons(),
                        vetted.ruling().from(),
                        vetted.ruling().until());
            case Refused refused ->
                of(application, refused.changedAt(), refused.ruling().reasons(), null, null);
            case Withdrawn withdrawn ->
                of(application, withdrawn.changedAt(), withdrawn.reason().orElse(null), null, null);
        };
    }

    private static ApplicationJson of(
            Application application,
            @Nullable Instant endedAt,
            @Nullable String reasons,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        Request request = application.request();
        return new ApplicationJson(
                application.id().value(),
                request.program().value(),
                request.partner().value(),
                request.cycle().value(),
                request.category().word(),
                request.years(),
                application.word(),
                request.at(),
                application.reviews().size(),
                endedAt,
                reasons,
                validFrom,
                validUntil);
    }
}
