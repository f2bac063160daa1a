package org.partnershipfund.approval.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.council;
import static org.partnershipfund.approval.fixtures.School.person;
import static org.partnershipfund.approval.fixtures.School.seatOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Meeting.Item;
import org.partnershipfund.approval.council.MeetingId;
import org.partnershipfund.approval.council.Motion;
import org.partnershipfund.approval.council.Motion.Ballot;
import org.partnershipfund.approval.council.Motion.Closed;
import org.partnershipfund.approval.council.Motion.Open;
import org.partnershipfund.approval.council.Motion.Question;
import org.partnershipfund.approval.council.MotionId;
import org.partnershipfund.approval.council.Result;
import org.partnershipfund.approval.council.Result.Tally;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.council.SeatId;
import org.partnershipfund.approval.council.Vote;
import org.partnershipfund.approval.fund.RememberedFund;
import org.partnershipfund.approval.fund.SchoolAllocation;
import org.partnershipfund.approval.history.Chronicle.Trace;
import org.partnershipfund.approval.history.Happening.Decided;
import org.partnershipfund.approval.history.Happening.Deed;
import org.partnershipfund.approval.history.Happening.Said;
import org.partnershipfund.approval.history.Happening.Seen;
import org.partnershipfund.approval.history.PublicRecord.DecisionPart;
import org.partnershipfund.approval.history.PublicRecord.FilePart;
import org.partnershipfund.approval.history.PublicRecord.RollPart;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Attachment;
import org.partnershipfund.approval.selection.AttachmentId;
import org.partnershipfund.approval.selection.Comment;
import org.partnershipfund.approval.selection.CommunityRole;
import org.partnershipfund.approval.selection.ConsideredOption;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.TakingPart;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/** Policy approval §17: everything that happened, oldest first, and what of it is handed out. */
class TheFileOfASelectionTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final ProgramId PROGRAM = new ProgramId(new UUID(0, 201));
    private static final MotionId MOTION = new MotionId(new UUID(0, 701));
    private static final Seat PRINCIPAL = named(seatOf(council(), "principal"), "P. Example");
    private static final Seat STUDENT = new Seat(
            new SeatId(new UUID(9, 9)),
            Group.STUDENT,
            false,
            person("student-1"),
            Optional.of("A. Pupil"),
            LocalDate.of(2017, 10, 15),
            Optional.empty());

    private static Seat named(Seat seat, String name) {
        return new Seat(
                seat.id(), seat.group(), seat.alternate(), seat.member(), Optional.of(name), seat.from(), seat.until());
    }

    private static Council withStudent() {
        return new Council(CODE, council().constitution(), council().coChair(), List.of(PRINCIPAL, STUDENT));
    }

    private static Instant at(int hour) {
        return NOW.plusSeconds(3600L * hour);
    }

    private static Content content(int version, int hour) {
        var line = new Line(
                new UUID(0, version),
                PROGRAM,
                "Harbor Homework Club",
                new UUID(0, 301),
                "Harbor Youth Alliance",
                "afterschool-and-recreation",
                1,
                "year",
                Unit.AGREED,
                Money.ofDollars("900.00"),
                1,
                30,
                Money.ofDollars("900.00"),
                LocalDate.of(2018, 9, 4),
                LocalDate.of(2019, 6, 21));
        return new Content(
                version,
                new Needs(
                        "Reading",
                        "Levels",
                        "Grades K to 2",
                        "Evenings",
                        List.of(new ConsideredOption(Optional.empty(), "Own staff", false, "no hours left")),
                        List.of(new TakingPart(CommunityRole.FAMILY, Optional.of(12), Optional.of("two evenings")))),
                List.of(line),
                "digest-" + version,
                person("principal"),
                at(hour));
    }

    private static Content amending(Content content, String why) {
        return new Content(
                content.version(),
                content.needs(),
                content.lines(),
                content.attachments(),
                Optional.of(why),
                content.digest(),
                content.draftedBy(),
                content.draftedAt());
    }

    private static Content having(Content content, Attachment... attachments) {
        return new Content(
                content.version(),
                content.needs(),
                content.lines(),
                List.of(attachments),
                content.amendedBecause(),
                content.digest(),
                content.draftedBy(),
                content.draftedAt());
    }

    private static Attachment attached(String fileName, int hour) {
        return new Attachment(
                new AttachmentId(new UUID(4, hour)),
                fileName,
                FileType.PDF,
                182_044,
                "digest of " + fileName,
                person("principal"),
                at(hour));
    }

    private static StepDecision decision(Step step, Verdict verdict, int version, int hour) {
        return new StepDecision(
                step, verdict, version, "digest-" + version, "because", Optional.empty(), Optional.empty(), at(hour));
    }

    /** In the place of the superintendent, with a word about the line of version 2. */
    private static StepDecision delegated() {
        return new StepDecision(
                Step.SUPERINTENDENT,
                Verdict.APPROVED,
                2,
                "digest-2",
                "because",
                Optional.of(person("deputy")),
                Optional.empty(),
                at(6),
                Optional.of(person("superintendent")),
                List.of(new LineComment(new UUID(0, 2), "The room takes twenty.")));
    }

    private static Closed motion() {
        var question = new Question(
                MOTION,
                new MeetingId(new UUID(0, 702)),
                CODE,
                new Item(ID.value(), 2, "digest-2"),
                person("principal"),
                at(5));
        List<Ballot> ballots = List.of(
                new Ballot(PRINCIPAL.id(), Vote.YES, true, Optional.empty(), false, Optional.of(PRINCIPAL.member())),
                new Ballot(STUDENT.id(), Vote.NO, false, Optional.empty(), false, Optional.of(STUDENT.member())));
        return new Closed(
                new Open(question, ballots, Optional.empty()),
                new Result.Passed(new Tally(11, 11, 7, 2, 3, 6, 1, 0, 0), List.of("6 yes, 1 no.")),
                at(6),
                Optional.empty());
    }

    private static Chronicle chronicle() {
        var dossier = new Dossier(
                ID,
                FUND,
                new FiscalYear(2019),
                CODE,
                content(2, 3),
                Optional.of(at(1)),
                List.of(
                        decision(Step.COUNCIL, Verdict.RETURNED, 1, 2),
                        decision(Step.COUNCIL, Verdict.APPROVED, 2, 6),
                        delegated()),
                List.of(),
                List.of(new Contracted(
                        new UUID(0, 901), new UUID(0, 902), 2, new UUID(0, 2), PROGRAM, new Money(90_000), at(9))));
        return new Chronicle(
                new Submitted(dossier, person("principal"), at(4), Plan.usual(FUND)),
                List.of(content(1, 0), content(2, 3)),
                List.of(motion()),
                List.of(
                        trace(ID.value(), "SelectionDrafted", 0),
                        trace(ID.value(), "SelectionSubmitted", 1),
                        trace(ID.value(), "SelectionRevised", 3),
                        trace(ID.value(), "SelectionSubmitted", 4),
                        trace(ID.value(), "SelectionCommented", 5),
                        trace(MOTION.value(), "MotionOpened", 5),
                        trace(MOTION.value(), "MotionClosed", 6)),
                List.of(new Comment(
                        new UUID(0, 950),
                        ID,
                        2,
                        Optional.empty(),
                        person("parent-1"),
                        "council-member",
                        "Is June too early?",
                        at(5))),
                List.of(new Seen(at(7), 2, person("superintendent"))));
    }

    private static Trace trace(UUID subject, String action, int hour) {
        return new Trace(at(hour), subject.toString(), action, Optional.of(person("principal")), "school-leader");
    }

    private static PublicRecord file() {
        return PublicRecord.of(new PublicRecord.Of(
                chronicle(),
                Set.of(1, 2),
                Optional.of(new SchoolAllocation(FUND, CODE, "Harbor School", Money.ofDollars("52775.72"))),
                Optional.of(new RememberedFund(FUND, "Partnership Fund FY2019", new FiscalYear(2019))),
                withStudent()));
    }

    @Test
    void everything_is_told_oldest_first_with_the_version_of_its_time() {
        List<Happening> all = chronicle().happenings();

        assertThat(all.stream().map(Happening::at)).isSorted();
        assertThat(all.stream()
                        .filter(one -> one instanceof Deed)
                        .map(one -> "%s of %d".formatted(((Deed) one).words(), one.version())))
                .containsExactly(
                        "Selection drafted of 1",
                        "Selection submitted of 1",
                        "Selection revised of 2",
                        "Selection submitted of 2",
                        "Motion opened of 2",
                        "Motion closed of 2");
        assertThat(all.stream().filter(one -> one instanceof Decided).map(one -> ((Decided) one).binding()))
                .containsExactly(false, true, true);
        assertThat(all.stream()
                        .filter(one -> one instanceof Said)
                        .map(one -> ((Said) one).comment().text()))
                .containsExactly("Is June too early?");
        assertThat(all.get(all.size() - 2)).isEqualTo(new Seen(at(7), 2, person("superintendent")));
    }

    @Test
    void why_it_was_amended_is_told_and_printed_with_the_version_that_says_so() {
        Chronicle plain = chronicle();
        var amended = new Chronicle(
                plain.selection(),
                List.of(content(1, 0), amending(content(2, 3), "20 pupils more"), content(3, 8)),
                plain.motions(),
                List.of(
                        trace(ID.value(), "SelectionDrafted", 0),
                        trace(ID.value(), "SelectionAmended", 3),
                        trace(ID.value(), "SelectionSubmitted", 4),
                        trace(ID.value(), "SelectionAmended", 8)),
                plain.comments(),
                plain.sights());

        assertThat(amended.happenings().stream()
                        .filter(one -> one instanceof Deed)
                        .map(one -> ((Deed) one).words()))
                .containsExactly(
                        "Selection drafted",
                        "Selection amended: 20 pupils more",
                        "Selection submitted",
                        "Selection amended");
        assertThat(PublicRecord.of(new PublicRecord.Of(
                                amended, Set.of(), Optional.empty(), Optional.empty(), withStudent()))
                        .versions()
                        .stream()
                        .map(PublicRecord.VersionPart::amendedBecause))
                .containsExactly("", "20 pupils more", "");
    }

    @Test
    void what_was_attached_and_taken_out_is_told_and_the_file_names_only_what_somebody_decided_on() {
        Attachment plan = attached("plan.pdf", 3);
        Attachment mistake = attached("names.pdf", 4);
        Chronicle plain = chronicle();
        var told = new Chronicle(
                plain.selection(),
                List.of(
                        content(1, 0),
                        having(content(2, 3), plan),
                        having(content(3, 4), plan, mistake),
                        content(4, 8)),
                List.of(),
                List.of(
                        trace(ID.value(), "SelectionDrafted", 0),
                        trace(ID.value(), "SelectionFileAttached", 3),
                        trace(ID.value(), "SelectionFileAttached", 4),
                        trace(ID.value(), "SelectionRevised", 8)),
                List.of(),
                List.of());
        var removed = new Chronicle(
                plain.selection(),
                List.of(having(content(1, 0), plan), content(2, 3)),
                List.of(),
                List.of(trace(ID.value(), "SelectionFileRemoved", 3)),
                List.of(),
                List.of());

        assertThat(words(told))
                .containsExactly(
                        "Selection drafted",
                        "Selection file attached: plan.pdf",
                        "Selection file attached: names.pdf",
                        "Selection revised");
        assertThat(words(removed)).containsExactly("Selection file removed: plan.pdf");
        assertThat(PublicRecord.of(
                                new PublicRecord.Of(told, Set.of(2), Optional.empty(), Optional.empty(), withStudent()))
                        .versions()
                        .stream()
                        .map(PublicRecord.VersionPart::files))
                .containsExactly(
                        List.of(),
                        List.of(new FilePart("plan.pdf", "PDF, 182,044 bytes", "digest of plan.pdf")),
                        List.of(new FilePart("plan.pdf", "PDF, 182,044 bytes", "digest of plan.pdf")),
                        List.of());
    }

    @Test
    void what_happens_after_an_amendment_was_given_up_is_told_of_the_version_that_stood() {
        Chronicle plain = chronicle();
        var givenUp = new Chronicle(
                plain.selection(),
                List.of(content(1, 0), amending(content(2, 2), "more"), amending(content(3, 4), "more"), content(4, 9)),
                List.of(),
                List.of(
                        trace(ID.value(), "SelectionDrafted", 0),
                        trace(ID.value(), "SelectionSubmitted", 1),
                        trace(ID.value(), "SelectionAmended", 3),
                        trace(ID.value(), "SelectionRevised", 4),
                        trace(ID.value(), "AmendmentWithdrawn", 5),
                        trace(ID.value(), "FundsReservationHeard", 6),
                        trace(ID.value(), "SelectionAmended", 9),
                        trace(ID.value(), "AmendmentWithdrawn", 10)),
                List.of(),
                List.of());

        assertThat(givenUp.happenings().stream()
                        .filter(one -> one instanceof Deed)
                        .map(one -> "%s of %d".formatted(((Deed) one).words(), one.version())))
                .containsExactly(
                        "Selection drafted of 1",
                        "Selection submitted of 1",
                        "Selection amended: more of 2",
                        "Selection revised of 3",
                        "Amendment withdrawn of 1",
                        "Funds reservation heard of 1",
                        "Selection amended of 4",
                        "Amendment withdrawn of 1");
    }

    @Test
    void the_file_changes_when_a_version_is_drafted() {
        Chronicle plain = chronicle();
        var later = new Chronicle(
                plain.selection(),
                List.of(content(1, 0), content(2, 3), content(3, 20)),
                plain.motions(),
                plain.traces(),
                plain.comments(),
                plain.sights());

        assertThat(PublicRecord.of(new PublicRecord.Of(
                                later, Set.of(1), Optional.empty(), Optional.empty(), withStudent()))
                        .changedAt())
                .isEqualTo(at(20));
    }

    private static List<String> words(Chronicle chronicle) {
        return chronicle.happenings().stream()
                .filter(one -> one instanceof Deed)
                .map(one -> ((Deed) one).words())
                .toList();
    }

    @Test
    void only_the_closing_of_a_motion_tells_the_votes() {
        assertThat(chronicle().happenings().stream()
                        .filter(one ->
                                one instanceof Deed deed && deed.closing().isPresent())
                        .map(Happening::at))
                .containsExactly(at(6));
        var open = new Deed(
                at(5), 2, "MotionClosed", Optional.empty(), "", Optional.<Motion>of(motion().open()), Optional.empty());
        assertThat(open.closing()).isEmpty();
    }

    @Test
    void the_file_that_is_handed_out_names_adults_and_no_student() {
        PublicRecord file = file();

        assertThat(file.motions().getFirst().roll())
                .containsExactly(
                        new RollPart("P. Example", "principal", "yes"),
                        new RollPart("Student", "student", "no (called)"));
        assertThat(file.toString())
                .doesNotContain("A. Pupil")
                .doesNotContain("superintendent")
                .doesNotContain("deputy");
    }

    @Test
    void the_file_says_what_a_decision_says_about_lines_and_that_it_was_delegated() {
        List<DecisionPart> decisions = file().versions().stream()
                .flatMap(version -> version.decisions().stream())
                .toList();

        assertThat(decisions.stream().map(DecisionPart::delegated)).containsExactly(false, true, false);
        assertThat(decisions.stream().map(DecisionPart::lineComments))
                .containsExactly(
                        List.of(),
                        List.of("About Harbor Homework Club (Harbor Youth Alliance): The room takes twenty."),
                        List.of());
    }

    @Test
    void the_file_has_the_newest_version_first_and_says_what_counts_no_longer() {
        PublicRecord file = file();

        assertThat(file.school()).isEqualTo("Harbor School (00350001)");
        assertThat(file.fund()).isEqualTo("Partnership Fund FY2019, fiscal year 2019");
        assertThat(file.versions().stream().map(PublicRecord.VersionPart::version))
                .containsExactly(2, 1);
        assertThat(file.versions().stream()
                        .flatMap(version -> version.decisions().stream())
                        .map(one -> one.body() + " " + one.verdict() + " " + one.binding()))
                .containsExactly(
                        "School Site Council approved true",
                        "Instructional Superintendent approved true",
                        "School Site Council returned false");
        assertThat(file.versions().getFirst().total())
                .isEqualTo(Money.ofDollars("900.00").toString());
        assertThat(file.contracts().getFirst().program()).isEqualTo("Harbor Homework Club");
        assertThat(file.versions().getFirst().options())
                .containsExactly(new PublicRecord.OptionPart("Own staff", "not chosen", "no hours left"));
        assertThat(file.versions().getFirst().community()).containsExactly("family: 12 (two evenings)");
        assertThat(file.changedAt()).isEqualTo(at(9));
    }
}
