package org.partnershipfund.portfolio.adapter.rest;

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
import org.partnershipfund.portfolio.cycle.Delivery;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.usecase.Apply;
import org.partnershipfund.portfolio.vetting.Answer;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.Application.Intended;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Returned;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Suspended;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.ChangeRequest;
import org.partnershipfund.portfolio.vetting.DeclaredTie;
import org.partnershipfund.portfolio.vetting.Dossier;
import org.partnershipfund.portfolio.vetting.Finding;
import org.partnershipfund.portfolio.vetting.Grading;
import org.partnershipfund.portfolio.vetting.Intent;
import org.partnershipfund.portfolio.vetting.Rating;
import org.partnershipfund.portfolio.vetting.Restatement;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.Ruling;
import org.partnershipfund.portfolio.vetting.Suspension;
import org.partnershipfund.portfolio.vetting.Tie;

/**
 * An application on the wire.
 *
 * @param submittedAt when the newest answers were handed in; absent before the first
 * @param dueOn the last day for new answers; absent unless it was returned
 * @param endedAt when it was decided or withdrawn; absent while it waits
 * @param reasons of the decision or, if the partner gave one, of the withdrawal
 * @param validFrom absent, as {@code validUntil} is, unless it was vetted
 */
@Schema(name = "Application")
public record ApplicationJson(
        UUID id,
        UUID programId,
        UUID partnerId,
        UUID cycleId,
        @Schema(examples = "afterschool-and-recreation") String category,
        @Schema(examples = "6") int yearsOfDelivery,
        @Schema(examples = "25") @Nullable Integer days,
        @Schema(examples = "100") @Nullable Integer hours,
        @Nullable RatiosJson ratios,

        @Schema(enumeration = {"intended", "submitted", "returned", "vetted", "suspended", "refused", "withdrawn"})
        String state,

        Instant appliedAt,
        @Nullable Instant submittedAt,

        @Schema(examples = "1", description = "Which round of answers is the newest; 0 before the first")
        int round,

        @Schema(examples = "2") int reviewCount,
        @Schema(examples = "2017-10-27") @Nullable LocalDate dueOn,
        @Nullable Instant endedAt,
        @Nullable String reasons,
        @Schema(examples = "2017-11-01") @Nullable LocalDate validFrom,

        @Schema(examples = "2019-06-30", description = "The last day that counts") @Nullable LocalDate validUntil) {

    /**
     * An application by itself.
     *
     * @param reviews absent, as findings, restatements and ties are, for the partner, who learns the decision and its
     *     reasons
     */
    @Schema(name = "FullApplication")
    public record Full(
            @JsonUnwrapped ApplicationJson application,
            @Schema(description = "Of the newest round") List<AnswerJson> answers,
            List<ChangeRequestJson> changeRequests,
            List<SuspensionJson> suspensions,

            @Schema(description = "For the partnerships team and the records auditor") @Nullable List<ReviewJson> reviews,

            @Schema(
                    description =
                            "For the partnerships team and the records auditor: what reviewers said after they talked to each other")
            @Nullable List<RestatementJson> restatements,

            @Schema(
                    description =
                            "For the partnerships team and the records auditor: what the reviewers of the newest round hold of each criterion together")
            @Nullable List<FindingJson> findings,

            @Schema(
                    description =
                            "For the partnerships team and the records auditor: who declared a tie to the partner")
            @Nullable List<TieJson> ties) {

        /** What its partner sees of it, which are no reviews. */
        static Full ofPartner(Application application) {
            Dossier dossier = application.dossier();
            return new Full(
                    ApplicationJson.of(application),
                    answers(dossier),
                    dossier.requests().stream().map(ChangeRequestJson::of).toList(),
                    dossier.suspensions().stream().map(SuspensionJson::of).toList(),
                    null,
                    null,
                    null,
                    null);
        }

        static Full ofTeam(Application application, List<Finding> findings) {
            Dossier dossier = application.dossier();
            return new Full(
                    ApplicationJson.of(application),
                    answers(dossier),
                    dossier.requests().stream().map(ChangeRequestJson::of).toList(),
                    dossier.suspensions().stream().map(SuspensionJson::of).toList(),
                    dossier.reviews().stream().map(ReviewJson::of).toList(),
                    dossier.restatements().stream().map(RestatementJson::of).toList(),
                    findings.stream().map(FindingJson::of).toList(),
                    dossier.ties().stream().map(TieJson::of).toList());
        }

        private static List<AnswerJson> answers(Dossier dossier) {
            return dossier.answers().stream().map(AnswerJson::of).toList();
        }
    }

    /** What is to be answered better. */
    @Schema(name = "ChangeRequest")
    public record ChangeRequestJson(
            String what, @Schema(examples = "2017-10-27") LocalDate dueOn, Instant at) {

        static ChangeRequestJson of(ChangeRequest request) {
            return new ChangeRequestJson(request.what(), request.dueOn(), request.at());
        }
    }

    /**
     * When it was off the menu, and why.
     *
     * @param reinstatedOn the first day on the menu again; absent, as its reasons are, while it is off
     */
    @Schema(name = "Suspension")
    public record SuspensionJson(
            String reasons,
            @Schema(examples = "2018-01-15") LocalDate from,
            @Schema(examples = "2018-01-22") @Nullable LocalDate reinstatedOn,
            @Nullable String reinstatementReasons) {

        static SuspensionJson of(Suspension suspension) {
            return new SuspensionJson(
                    suspension.reasons(),
                    suspension.from(),
                    suspension.end().map(Suspension.Reinstatement::on).orElse(null),
                    suspension.end().map(Suspension.Reinstatement::reasons).orElse(null));
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
    public record ReviewJson(
            UUID id,
            PersonJson reviewer,

            @Schema(examples = "1", description = "Of which round of answers")
            int round,

            List<RatingJson> ratings,
            Instant at) {

        static ReviewJson of(Review review) {
            return new ReviewJson(
                    review.id().value(),
                    PersonJson.of(review.reviewer()),
                    review.round(),
                    review.ratings().stream().map(RatingJson::of).toList(),
                    review.at());
        }
    }

    /** What a reviewer says of a criterion after the reviewers talked to each other. */
    @Schema(name = "Restatement")
    public record RestatementJson(
            PersonJson reviewer,
            @Schema(examples = "1") int round,
            @JsonUnwrapped RatingJson rating,
            Instant at) {

        static RestatementJson of(Restatement said) {
            return new RestatementJson(
                    PersonJson.of(said.reviewer()), said.round(), RatingJson.of(said.rating()), said.at());
        }
    }

    /**
     * What the reviewers hold of one criterion together.
     *
     * @param rating absent while they disagree whether it is met
     */
    @Schema(name = "Finding")
    public record FindingJson(
            @Schema(examples = "quality") String criterion,
            @Schema(examples = "true") boolean agreed,

            @Schema(enumeration = {"exceeds", "meets", "does-not-meet"}) @Nullable String rating) {

        static FindingJson of(Finding finding) {
            return new FindingJson(
                    finding.criterion(),
                    finding.isAgreed(),
                    finding.grading().map(Grading::word).orElse(null));
        }
    }

    /** What it takes to apply. */
    @Schema(name = "Apply")
    public record ToApply(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID programId,

            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID cycleId,

            @NotBlank @Size(max = 40) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "afterschool-and-recreation",
                    description = "The code of one of the cycle's, for programs of this one's service area")
            String category,

            @Min(0) @Max(500) @JsonProperty(required = true)
            @Schema(
                    required = true,
                    examples = "6",
                    description = "Full years in which the partner has delivered the service")
            int yearsOfDelivery,

            @Min(1) @Max(366) @Schema(examples = "25", description = "Days on which the service is delivered") @Nullable Integer days,

            @Min(1) @Max(8784) @Schema(examples = "100", description = "Hours on these days together") @Nullable Integer hours,

            @Nullable RatiosJson ratios,

            @Size(min = 1, max = 50) @Schema(
                    description =
                            "One to each criterion of the category; absent if they follow (PUT /applications/{id}/answers)")
            @Nullable List<@NotNull @Valid AnswerJson> answers) {

        Apply.Form form() {
            return new Apply.Form(
                    new ProgramId(programId),
                    new CycleId(cycleId),
                    category,
                    new Delivery(
                            yearsOfDelivery,
                            Optional.ofNullable(days),
                            Optional.ofNullable(hours),
                            RatiosJson.ratios(ratios)),
                    Optional.ofNullable(answers)
                            .map(all -> all.stream().map(AnswerJson::answer).toList()));
        }
    }

    /** What it takes to answer. */
    @Schema(name = "AnswerApplication")
    public record ToAnswer(
            @NotEmpty @Size(max = 50) @JsonProperty(required = true)
            @Schema(required = true, description = "One to each criterion of the category")
            List<@NotNull @Valid AnswerJson> answers) {

        List<Answer> asAnswers() {
            return answers.stream().map(AnswerJson::answer).toList();
        }
    }

    /** What it takes to review. */
    @Schema(name = "ReviewApplication")
    public record ToReview(
            @NotNull @Size(max = 50) @JsonProperty(required = true)
            @Schema(required = true, description = "One of each criterion of the category; of no matter with a tie")
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

    /** What it takes to say again how criteria stand. */
    @Schema(name = "RestateReview")
    public record ToRestate(
            @NotEmpty @Size(max = 50) @JsonProperty(required = true)
            @Schema(required = true, description = "One or more criteria, each once")
            List<@NotNull @Valid RatingJson> ratings) {

        List<Rating> asRatings() {
            return ratings.stream().map(RatingJson::asRating).toList();
        }
    }

    /** What it takes to send an application back. */
    @Schema(name = "RequestChanges")
    public record ToSendBack(
            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, examples = "Say who supervises the staff at each site.")
            String what,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, examples = "2017-10-27", description = "The last day for new answers")
            LocalDate dueOn) {}

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

    /** What it takes to suspend or to reinstate. */
    @Schema(name = "ReasonsForStanding")
    public record ToStand(
            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, examples = "The insurance has ended and no new certificate was handed in.")
            String reasons) {}

    /** What may be said when an application is taken back. */
    @Schema(name = "WithdrawApplication")
    public record ToWithdraw(
            @Size(max = 2000) @Schema(examples = "We apply with the new program instead.") @Nullable String reason) {}

    /** What became of an application, in words and days. */
    private record Outcome(
            @Nullable LocalDate dueOn,
            @Nullable Instant endedAt,
            @Nullable String reasons,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {

        private static final Outcome NONE = new Outcome(null, null, null, null, null);

        private static Outcome of(Application application) {
            return switch (application) {
                case Intended _, Submitted _ -> NONE;
                case Returned returned -> new Outcome(returned.request().dueOn(), null, null, null, null);
                case Vetted vetted -> of(vetted);
                case Suspended(var vetted) -> of(vetted);
                case Refused refused ->
                    new Outcome(null, refused.changedAt(), refused.ruling().reasons(), null, null);
                case Withdrawn withdrawn ->
                    new Outcome(null, withdrawn.changedAt(), withdrawn.reason().orElse(null), null, null);
            };
        }

        private static Outcome of(Vetted vetted) {
            var ruling = vetted.ruling();
            return new Outcome(null, vetted.decidedAt(), ruling.reasons(), ruling.from(), ruling.until());
        }
    }

    static ApplicationJson of(Application application) {
        Intent intent = application.intent();
        Dossier dossier = application.dossier();
        Outcome outcome = Outcome.of(application);
        return new ApplicationJson(
                application.id().value(),
                intent.program().value(),
                intent.partner().value(),
                intent.cycle().value(),
                intent.category(),
                intent.delivery().years(),
                intent.delivery().days().orElse(null),
                intent.delivery().hours().orElse(null),
                RatiosJson.of(intent.delivery().ratios()),
                application.word(),
                intent.at(),
                dossier.submissions().isEmpty()
                        ? null
                        : dossier.submissions().getLast().at(),
                dossier.round(),
                dossier.reviews().size(),
                outcome.dueOn(),
                outcome.endedAt(),
                outcome.reasons(),
                outcome.validFrom(),
                outcome.validUntil());
    }
}
