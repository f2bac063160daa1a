package org.partnershipfund.approval.adapter.db;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Account;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.Motion.Open;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.approval.council.Motion.RollCall;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Result;
import org.partnershipfund.approval.council.Result.Blocked;
import org.partnershipfund.approval.council.Result.Lost;
import org.partnershipfund.approval.council.Result.NoQuorum;
import org.partnershipfund.approval.council.Result.Passed;
import org.partnershipfund.approval.council.Result.Tally;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.council.Vote;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** A motion as it lies in table {@code motion}, with its ballots and reasons. */
@Entity
@Table(name = "motion")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class MotionRow {

    /** A ballot as it lies in table {@code motion_ballot}. */
    @Embeddable
    static class BallotPart {

        @Column(name = "seat_id")
        UUID seat;

        String vote;
        boolean own;

        @Nullable String tie;

        boolean stands;

        @Column(name = "member_issuer")
        @Nullable String memberIssuer;

        @Column(name = "member_subject")
        @Nullable String memberSubject;

        static BallotPart of(Ballot ballot) {
            var part = new BallotPart();
            part.seat = ballot.seat().value();
            part.vote = ballot.vote().word();
            part.own = ballot.own();
            part.tie = ballot.tie().orElse(null);
            part.stands = ballot.stands();
            part.memberIssuer = ballot.member().map(Person::issuer).orElse(null);
            part.memberSubject = ballot.member().map(Person::subject).orElse(null);
            return part;
        }

        Ballot noun() {
            return new Ballot(
                    new SeatId(seat),
                    Words.constant(Vote.values(), Vote::word, vote),
                    own,
                    Optional.ofNullable(tie),
                    stands,
                    memberIssuer == null || memberSubject == null
                            ? Optional.empty()
                            : Optional.of(new Person(memberIssuer, memberSubject)));
        }
    }

    @Id
    UUID id;

    @Column(name = "meeting_id")
    UUID meetingId;

    @Column(name = "school_code")
    String schoolCode;

    @Column(name = "selection_id")
    UUID selectionId;

    @Column(name = "content_version")
    int contentVersion;

    String digest;

    @Column(name = "opened_issuer")
    String openedIssuer;

    @Column(name = "opened_subject")
    String openedSubject;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "entered_issuer")
    @Nullable String enteredIssuer;

    @Column(name = "entered_subject")
    @Nullable String enteredSubject;

    @Column(name = "confirmed_issuer")
    @Nullable String confirmedIssuer;

    @Column(name = "confirmed_subject")
    @Nullable String confirmedSubject;

    @Nullable String result;

    @Column(name = "account_needed")
    @Nullable Boolean accountNeeded;

    @Column(name = "voting_members")
    @Nullable Integer votingMembers;

    @Nullable Integer seated;

    @Nullable Integer present;

    @Nullable Integer teachers;

    @Nullable Integer parents;

    @Nullable Integer yes;

    @Nullable Integer no;

    @Nullable Integer abstained;

    @Nullable Integer recused;

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    @Column(name = "account_text")
    @Nullable String accountText;

    @Column(name = "account_meeting")
    @Nullable UUID accountMeeting;

    @Column(name = "account_issuer")
    @Nullable String accountIssuer;

    @Column(name = "account_subject")
    @Nullable String accountSubject;

    @Column(name = "account_at")
    @Nullable Instant accountAt;

    @Version
    long version = 1;

    @ElementCollection
    @CollectionTable(name = "motion_ballot", joinColumns = @JoinColumn(name = "motion_id"))
    @OrderColumn(name = "place")
    List<BallotPart> ballots = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "motion_reason", joinColumns = @JoinColumn(name = "motion_id"))
    @OrderColumn(name = "place")
    @Column(name = "reason")
    List<String> reasons = new ArrayList<>();

    static MotionRow of(Question question) {
        var row = new MotionRow();
        row.id = question.id().value();
        row.meetingId = question.meeting().value();
        row.schoolCode = question.school().value();
        row.selectionId = question.item().selection();
        row.contentVersion = question.item().version();
        row.digest = question.item().digest();
        row.openedIssuer = question.openedBy().issuer();
        row.openedSubject = question.openedBy().subject();
        row.openedAt = question.openedAt();
        return row;
    }

    MotionRow take(Motion motion) {
        ballots.clear();
        motion.ballots().forEach(ballot -> ballots.add(BallotPart.of(ballot)));
        var call = motion.rollCall();
        enteredIssuer = call.map(entered -> entered.enteredBy().issuer()).orElse(null);
        enteredSubject = call.map(entered -> entered.enteredBy().subject()).orElse(null);
        confirmedIssuer =
                call.flatMap(RollCall::confirmedBy).map(Person::issuer).orElse(null);
        confirmedSubject =
                call.flatMap(RollCall::confirmedBy).map(Person::subject).orElse(null);
        switch (motion) {
            case Open _ -> {}
            case Closed closed -> takeClosed(closed);
        }
        return this;
    }

    private void takeClosed(Closed closed) {
        Tally tally = closed.result().tally();
        result = closed.result().word();
        accountNeeded = closed.result().needsAccount();
        votingMembers = tally.votingMembers();
        seated = tally.seated();
        present = tally.present();
        teachers = tally.teachers();
        parents = tally.parents();
        yes = tally.yes();
        no = tally.no();
        abstained = tally.abstained();
        recused = tally.recused();
        closedAt = closed.closedAt();
        if (reasons.isEmpty()) {
            reasons.addAll(closed.result().reasons());
        }
        closed.account().ifPresent(account -> {
            accountText = account.text();
            accountMeeting = account.meeting().value();
            accountIssuer = account.recordedBy().issuer();
            accountSubject = account.recordedBy().subject();
            accountAt = account.recordedAt();
        });
    }

    Versioned<Motion> versioned() {
        Open open = open();
        return new Versioned<>(
                result == null ? open : new Closed(open, result(result), requireNonNull(closedAt), account()), version);
    }

    private Open open() {
        return new Open(
                new Question(
                        new MotionId(id),
                        new MeetingId(meetingId),
                        new SchoolCode(schoolCode),
                        new Item(selectionId, contentVersion, digest),
                        new Person(openedIssuer, openedSubject),
                        openedAt),
                ballots.stream().map(BallotPart::noun).toList(),
                Words.person(enteredIssuer, enteredSubject)
                        .map(entered -> new RollCall(entered, Words.person(confirmedIssuer, confirmedSubject))));
    }

    private Result result(String word) {
        Tally tally = new Tally(
                requireNonNull(votingMembers),
                requireNonNull(seated),
                requireNonNull(present),
                requireNonNull(teachers),
                requireNonNull(parents),
                requireNonNull(yes),
                requireNonNull(no),
                requireNonNull(abstained),
                requireNonNull(recused));
        return switch (word) {
            case "passed" -> new Passed(tally, reasons);
            case "lost" -> new Lost(tally, reasons, requireNonNull(accountNeeded));
            case "no-quorum" -> new NoQuorum(tally, reasons);
            case "blocked" -> new Blocked(tally, reasons);
            case String unknown -> throw new IllegalStateException("motion %s is %s".formatted(id, unknown));
        };
    }

    private Optional<Account> account() {
        return accountText == null
                ? Optional.empty()
                : Optional.of(new Account(
                        accountText,
                        new MeetingId(requireNonNull(accountMeeting)),
                        new Person(requireNonNull(accountIssuer), requireNonNull(accountSubject)),
                        requireNonNull(accountAt)));
    }
}
