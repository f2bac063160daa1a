package org.partnershipfund.approval.adapter.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Account;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.Motion.Open;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.approval.council.Motion.RollCall;
import org.partnershipfund.approval.council.Result.Tally;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.council.Vote;

/**
 * A motion on the wire.
 *
 * @param version of the selection that the motion binds to
 * @param closing result, count and reasons; absent while it is open
 */
@Schema(name = "Motion")
public record MotionJson(
        UUID id,
        UUID meetingId,
        @Schema(examples = "00350231") String schoolCode,
        UUID selectionId,
        int version,
        String digest,

        @Schema(enumeration = {"open", "closed"}) String state,

        Instant openedAt,
        List<BallotJson> ballots,
        @Nullable RollCallJson rollCall,
        @Nullable ClosingJson closing) {

    static final String VOTES = "yes|no|abstain|recused";

    /** A member's vote. */
    @Schema(name = "Ballot")
    public record BallotJson(
            UUID seatId,

            @Schema(enumeration = {"yes", "no", "abstain", "recused"})
            String vote,

            @Schema(description = "Cast by the member, not by the recorder of a roll call")
            boolean own,

            @Nullable String tie,

            @Schema(
                    description =
                            "A declared tie that nothing takes back: cast by the member, confirmed by both chairs, or declared in an earlier motion")
            boolean stands) {

        static BallotJson of(Ballot ballot) {
            return new BallotJson(
                    ballot.seat().value(),
                    ballot.vote().word(),
                    ballot.own(),
                    ballot.tie().orElse(null),
                    ballot.stands());
        }
    }

    /** Who entered the roll call, and who confirmed it. */
    @Schema(name = "RollCall")
    public record RollCallJson(
            PersonJson enteredBy, @Nullable PersonJson confirmedBy) {

        static RollCallJson of(RollCall call) {
            return new RollCallJson(
                    PersonJson.of(call.enteredBy()),
                    call.confirmedBy().map(PersonJson::of).orElse(null));
        }
    }

    /** What became of the motion. */
    @Schema(name = "MotionClosing")
    public record ClosingJson(
            @Schema(enumeration = {"passed", "lost", "no-quorum", "blocked"})
            String result,

            List<String> reasons,
            TallyJson tally,

            @Schema(description = "The principal voted against the majority and has not accounted for it yet")
            boolean accountOwed,

            @Nullable AccountJson account,
            Instant closedAt) {

        static ClosingJson of(Closed closed) {
            return new ClosingJson(
                    closed.result().word(),
                    closed.result().reasons(),
                    TallyJson.of(closed.result().tally()),
                    closed.accountOwed(),
                    closed.account().map(AccountJson::of).orElse(null),
                    closed.closedAt());
        }
    }

    /** The count. */
    @Schema(name = "Tally")
    public record TallyJson(
            int votingMembers,
            int seated,
            int present,
            int teachers,
            int parents,
            int yes,
            int no,
            int abstained,
            int recused) {

        static TallyJson of(Tally tally) {
            return new TallyJson(
                    tally.votingMembers(),
                    tally.seated(),
                    tally.present(),
                    tally.teachers(),
                    tally.parents(),
                    tally.yes(),
                    tally.no(),
                    tally.abstained(),
                    tally.recused());
        }
    }

    /** The principal's account of a vote against the majority. */
    @Schema(name = "Account")
    public record AccountJson(String text, UUID meetingId, Instant recordedAt) {

        static AccountJson of(Account account) {
            return new AccountJson(account.text(), account.meeting().value(), account.recordedAt());
        }
    }

    /** A motion in a list. */
    @Schema(name = "MotionSummary")
    public record Summary(
            UUID id,
            UUID meetingId,
            String schoolCode,
            UUID selectionId,
            int version,
            String state,
            @Nullable String result,
            boolean accountOwed,
            Instant openedAt,
            @Nullable Instant closedAt) {

        static Summary of(Motion motion) {
            MotionJson full = MotionJson.of(motion);
            ClosingJson closing = full.closing();
            return new Summary(
                    full.id(),
                    full.meetingId(),
                    full.schoolCode(),
                    full.selectionId(),
                    full.version(),
                    full.state(),
                    closing == null ? null : closing.result(),
                    closing != null && closing.accountOwed(),
                    full.openedAt(),
                    closing == null ? null : closing.closedAt());
        }
    }

    /** What is put to the council. */
    @Schema(name = "PutMotion")
    public record ToMove(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID selectionId) {}

    /** One's own ballot. */
    @Schema(name = "CastBallot")
    public record ToCast(
            @NotNull @Pattern(regexp = VOTES, message = "it must be yes, no, abstain or recused") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"yes", "no", "abstain", "recused"})
            String vote,

            @Size(max = 500) @Schema(description = "Of a recusal: the organisation and the tie to it") @Nullable String tie) {

        Vote choice() {
            return Words.constant(Vote.values(), Vote::word, vote);
        }

        Optional<String> ties() {
            return Optional.ofNullable(tie).filter(text -> !text.isBlank());
        }
    }

    /** What the recorder heard. */
    @Schema(name = "CallTheRoll")
    public record ToCall(
            @NotNull @Size(min = 1, max = 60) @JsonProperty(required = true) @Schema(required = true)
            List<@Valid @NotNull CalledJson> ballots) {

        List<Ballot> called() {
            return ballots.stream().map(CalledJson::ballot).toList();
        }
    }

    /** One member's answer to the roll call. */
    @Schema(name = "CalledBallot")
    public record CalledJson(
            @NotNull @JsonProperty(required = true) @Schema(required = true)
            UUID seatId,

            @NotNull @Pattern(regexp = VOTES, message = "it must be yes, no, abstain or recused") @JsonProperty(required = true)
            @Schema(
                    required = true,
                    enumeration = {"yes", "no", "abstain", "recused"})
            String vote,

            @Size(max = 500) @Schema(description = "Of a recusal: the organisation and the tie to it") @Nullable String tie) {

        Ballot ballot() {
            return Ballot.called(
                    new SeatId(seatId),
                    Words.constant(Vote.values(), Vote::word, vote),
                    Optional.ofNullable(tie).filter(text -> !text.isBlank()));
        }
    }

    /** What the principal said about a vote against the majority. */
    @Schema(name = "GiveAccount")
    public record ToAccount(
            @NotBlank @Size(max = 4000) @JsonProperty(required = true)
            @Schema(required = true, description = "The account as given in writing")
            String text,

            @NotNull @JsonProperty(required = true)
            @Schema(required = true, description = "The later meeting at which it was given in person")
            UUID meetingId) {}

    static MotionJson of(Motion motion) {
        return switch (motion) {
            case Open open -> of(open, "open", null);
            case Closed closed -> of(closed.open(), "closed", ClosingJson.of(closed));
        };
    }

    private static MotionJson of(Open open, String state, @Nullable ClosingJson closing) {
        Question question = open.question();
        return new MotionJson(
                question.id().value(),
                question.meeting().value(),
                question.school().value(),
                question.item().selection(),
                question.item().version(),
                question.item().digest(),
                state,
                question.openedAt(),
                open.ballots().stream().map(BallotJson::of).toList(),
                open.rollCall().map(RollCallJson::of).orElse(null),
                closing);
    }
}
