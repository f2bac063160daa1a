package org.partnershipfund.approval.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.history.Happening;
import org.partnershipfund.approval.history.Happening.Awarded;
import org.partnershipfund.approval.history.Happening.ContractCompleted;
import org.partnershipfund.approval.history.Happening.ContractEnded;
import org.partnershipfund.approval.history.Happening.Decided;
import org.partnershipfund.approval.history.Happening.Deed;
import org.partnershipfund.approval.history.Happening.PurchaseCancelled;
import org.partnershipfund.approval.history.Happening.Said;
import org.partnershipfund.approval.history.Happening.Seen;
import org.partnershipfund.approval.history.Happening.UnderContract;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.selection.StepDecision;

/**
 * One thing that happened to a selection, on the wire.
 *
 * @param version of the selection's content then, or that it is about
 * @param action of a deed: the word of the audit trail
 * @param text in words
 * @param by absent for students, and if it was nobody in particular
 * @param name of a member of the council; of a student the word student
 * @param binding of a decision: whether it counts for what happens next
 * @param ballots of the closing of a motion: everybody's vote
 * @param inPlaceOf of a decision: who delegated it; absent for one's own, and for students
 * @param lineComments of a decision: what it says about single lines; absent if nothing
 */
@Schema(name = "SelectionHappening")
public record HistoryJson(
        Instant at,

        @Schema(
                enumeration = {
                    "deed",
                    "decision",
                    "award",
                    "contract",
                    "contract-ended",
                    "contract-completed",
                    "cancelled-purchase",
                    "comment",
                    "seen"
                })
        String kind,

        @Schema(examples = "1") int version,
        @Schema(examples = "SelectionSubmitted") @Nullable String action,
        @Schema(examples = "Selection submitted") String text,
        @Nullable PersonJson by,
        @Nullable String name,
        @Schema(examples = "school-leader") @Nullable String roles,
        @Nullable String step,
        @Nullable String verdict,
        @Nullable String digest,
        @Nullable Boolean binding,
        @Nullable UUID motionId,
        @Nullable String result,
        @Nullable List<VoteJson> ballots,
        @Nullable PersonJson inPlaceOf,
        @Nullable List<SelectionJson.LineCommentJson> lineComments) {

    private static final String STUDENT = "Student";

    /** How one member voted. */
    @Schema(name = "HistoryVote")
    public record VoteJson(
            UUID seatId,
            @Nullable String group,
            @Nullable String name,

            @Schema(enumeration = {"yes", "no", "abstain", "recused"})
            String vote,

            boolean own) {

        static VoteJson of(Ballot ballot, Council council) {
            Optional<Seat> seat = council.seats().stream()
                    .filter(one -> one.id().equals(ballot.seat()))
                    .findFirst();
            return new VoteJson(
                    ballot.seat().value(),
                    seat.map(one -> one.group().word()).orElse(null),
                    seat.flatMap(HistoryJson::name).orElse(null),
                    ballot.vote().word(),
                    ballot.own());
        }
    }

    static HistoryJson of(Happening happening, Council council) {
        return switch (happening) {
            case Deed deed -> of(deed, council);
            case Decided(var decision, boolean binding) ->
                new HistoryJson(
                        decision.at(),
                        "decision",
                        decision.version(),
                        null,
                        decision.reasons(),
                        decision.by().flatMap(by -> shown(by, council)).orElse(null),
                        decision.by().flatMap(by -> name(by, council)).orElse(null),
                        null,
                        decision.step().word(),
                        decision.verdict().word(),
                        decision.digest(),
                        binding,
                        null,
                        null,
                        null,
                        decision.inPlaceOf().flatMap(of -> shown(of, council)).orElse(null),
                        lineComments(decision));
            case Awarded(var award, int version) ->
                plain(
                        award.at(),
                        "award",
                        version,
                        "A competition gave %s to %s.".formatted(award.amount(), award.partnerName()));
            case UnderContract(var line) ->
                plain(
                        line.at(),
                        "contract",
                        line.version(),
                        "%s under contract %s.".formatted(line.amount(), line.contract()));
            case PurchaseCancelled(var purchase, int version) ->
                plain(
                        purchase.at(),
                        "cancelled-purchase",
                        version,
                        "Central office cancelled the purchase of %s: %s"
                                .formatted(purchase.programName(), purchase.reason()));
            case ContractEnded(var end, int version) ->
                plain(
                        end.at(),
                        "contract-ended",
                        version,
                        "Contract %s ended; %s of it were spent.".formatted(end.contract(), end.amount()));
            case ContractCompleted(var completion, int version) ->
                plain(
                        completion.at(),
                        "contract-completed",
                        version,
                        "Contract %s is completed; %s of it were paid."
                                .formatted(completion.contract(), completion.amount()));
            case Said(var comment) ->
                new HistoryJson(
                        comment.at(),
                        "comment",
                        comment.version(),
                        null,
                        comment.text(),
                        shown(comment.by(), council).orElse(null),
                        name(comment.by(), council).orElse(null),
                        comment.role(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Seen(Instant at, int version, Person by) ->
                new HistoryJson(
                        at,
                        "seen",
                        version,
                        null,
                        "Seen for the first time by this person.",
                        shown(by, council).orElse(null),
                        name(by, council).orElse(null),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        };
    }

    private static HistoryJson of(Deed deed, Council council) {
        Optional<Motion.Closed> closing = deed.closing();
        return new HistoryJson(
                deed.at(),
                "deed",
                deed.version(),
                deed.action(),
                deed.words(),
                deed.by().flatMap(by -> shown(by, council)).orElse(null),
                deed.by().flatMap(by -> name(by, council)).orElse(null),
                deed.roles(),
                null,
                null,
                null,
                null,
                deed.motion().map(motion -> motion.question().id().value()).orElse(null),
                closing.map(closed -> closed.result().word()).orElse(null),
                closing.map(closed -> closed.ballots().stream()
                                .map(ballot -> VoteJson.of(ballot, council))
                                .toList())
                        .orElse(null),
                null,
                null);
    }

    private static HistoryJson plain(Instant at, String kind, int version, String text) {
        return new HistoryJson(
                at, kind, version, null, text, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static @Nullable List<SelectionJson.LineCommentJson> lineComments(StepDecision decision) {
        return decision.comments().isEmpty()
                ? null
                : decision.comments().stream()
                        .map(SelectionJson.LineCommentJson::of)
                        .toList();
    }

    private static Optional<String> name(Person person, Council council) {
        return council.seats().stream()
                .filter(seat -> seat.member().equals(person))
                .flatMap(seat -> name(seat).stream())
                .findFirst();
    }

    private static Optional<String> name(Seat seat) {
        return seat.group() == Group.STUDENT ? Optional.of(STUDENT) : seat.name();
    }

    private static Optional<PersonJson> shown(Person person, Council council) {
        Set<Person> students = council.seats().stream()
                .filter(seat -> seat.group() == Group.STUDENT)
                .map(Seat::member)
                .collect(Collectors.toUnmodifiableSet());
        return Optional.ofNullable(new Adults.Shown(students).of(person));
    }
}
