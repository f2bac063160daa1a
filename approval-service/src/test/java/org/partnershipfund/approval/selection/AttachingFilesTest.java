package org.partnershipfund.approval.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FINGERPRINT;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.HOMEWORK;
import static org.partnershipfund.approval.fixtures.School.NEEDS;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.agreed;
import static org.partnershipfund.approval.fixtures.School.homework;
import static org.partnershipfund.approval.fixtures.School.ids;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachedTwice;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentDisguised;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentNotAdmitted;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentSwells;
import org.partnershipfund.approval.selection.AttachmentRefusal.AttachmentsTooLarge;
import org.partnershipfund.approval.selection.AttachmentRefusal.NoSuchAttachment;
import org.partnershipfund.approval.selection.AttachmentRefusal.TooManyAttachments;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.NotEditable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FileType;
import org.partnershipfund.kernel.Inspection;
import org.partnershipfund.kernel.ReceivedFile;

/** Policy approval §4.4: files belong to a version, and every version is decided on as a whole. */
class AttachingFilesTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final Attaching.Limits LIMITS = new Attaching.Limits(3, 1_000);
    private static final Attaching.Change CHANGE = new Attaching.Change(PRINCIPAL, NOW, ids(), FINGERPRINT);

    @Test
    void a_file_makes_a_new_version_with_the_same_needs_and_lines_and_another_digest() {
        Selection draft = draft();

        Selection attached = attach(draft, file("plan.pdf", "ab", 100));

        Content before = draft.dossier().content();
        Content after = attached.dossier().content();
        assertThat(attached).isInstanceOf(Draft.class);
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.needs()).isEqualTo(before.needs());
        assertThat(after.total()).isEqualTo(before.total());
        assertThat(after.lines()).hasSize(1).doesNotContainAnyElementsOf(before.lines());
        assertThat(after.lines().getFirst().again(new UUID(0, 0)))
                .isEqualTo(before.lines().getFirst().again(new UUID(0, 0)));
        assertThat(after.attachments())
                .extracting(Attachment::fileName, Attachment::type, Attachment::bytes, Attachment::sha256)
                .containsExactly(tuple("plan.pdf", FileType.PDF, 100L, "ab"));
        assertThat(after.digest()).isNotEqualTo(before.digest());
    }

    @Test
    void name_type_and_digest_of_each_file_follow_all_else_and_none_adds_nothing() {
        List<Line> lines = draft().dossier().content().lines();
        var attachment =
                new Attachment(new AttachmentId(new UUID(1, 1)), "plan.pdf", FileType.PDF, 100, "ab", PRINCIPAL, NOW);
        String without = Content.text(ID, FUND, CODE, 2, NEEDS, lines, List.of(), Optional.empty());

        assertThat(Content.text(ID, FUND, CODE, 2, NEEDS, lines, List.of(attachment), Optional.of("more pupils")))
                .isEqualTo(
                        without + "11:attachments\n1:1\n8:plan.pdf\n3:pdf\n2:ab\n15:amended because\n11:more pupils\n");
        assertThat(without).doesNotContain("attachments");
    }

    @Test
    void a_file_that_is_called_or_is_something_else_makes_another_digest() {
        assertThat(Stream.of(
                                file("plan.pdf", "ab", 100),
                                file("plan.pdf", "ac", 100),
                                file("plans.pdf", "ab", 100),
                                new ReceivedFile(
                                        "plan.docx",
                                        Optional.empty(),
                                        new Inspection.Admitted(FileType.DOCX),
                                        100,
                                        "ab"))
                        .map(file -> attach(draft(), file).dossier().content().digest()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_newer_version_keeps_the_files_until_one_is_taken_out() {
        Selection two = attach(attach(draft(), file("plan.pdf", "ab", 100)), file("notes.pdf", "ac", 100));
        List<Attachment> attachments = two.dossier().content().attachments();

        Selection revised =
                state(Selection.revise(two, NEEDS, two.dossier().content().lines(), PRINCIPAL, NOW, FINGERPRINT));
        Selection rest = state(Attaching.remove(revised, attachments.getFirst().id(), CHANGE));

        assertThat(revised.dossier().content().attachments()).isEqualTo(attachments);
        assertThat(rest.dossier().content().attachments()).containsExactly(attachments.getLast());
        assertThat(rest.dossier().content().version()).isEqualTo(5);
        assertThat(Attaching.remove(rest, attachments.getFirst().id(), CHANGE))
                .isEqualTo(new Refused<>(
                        new NoSuchAttachment(ID, attachments.getFirst().id())));
    }

    @Test
    void an_amendment_begins_with_the_files_of_what_stands_and_given_up_they_are_as_they_were() {
        Selection draft = attach(draft(), file("plan.pdf", "ab", 100));
        List<Attachment> attachments = draft.dossier().content().attachments();
        Selection reserved = new Reserved(new Approved(submitted(draft), NOW), NOW);

        Selection amended = state(Amending.amend(
                reserved, "more pupils", NEEDS, draft.dossier().content().lines(), PRINCIPAL, NOW, FINGERPRINT));
        Selection less = state(Attaching.remove(amended, attachments.getFirst().id(), CHANGE));

        assertThat(amended.dossier().content().attachments()).isEqualTo(attachments);
        assertThat(less.dossier().content().attachments()).isEmpty();
        assertThat(less.dossier().content().amendedBecause()).contains("more pupils");
        assertThat(state(Amending.withdraw(less, NOW)).dossier().content().attachments())
                .isEqualTo(attachments);
    }

    static Stream<Selection> what_others_have_in_hand() {
        Submitted submitted = submitted(draft());
        Approved approved = new Approved(submitted, NOW);
        return Stream.of(
                submitted,
                approved,
                new Reserved(approved, NOW),
                new Withdrawn(submitted.dossier(), "no more", PRINCIPAL, NOW));
    }

    @ParameterizedTest
    @MethodSource("what_others_have_in_hand")
    void nothing_is_attached_to_what_others_have_in_hand(Selection selection) {
        assertThat(Attaching.attach(selection, file("plan.pdf", "ab", 100), LIMITS, CHANGE))
                .isEqualTo(new Refused<>(new NotEditable(ID, selection.word())));
        assertThat(Attaching.remove(selection, new AttachmentId(new UUID(1, 1)), CHANGE))
                .isEqualTo(new Refused<>(new NotEditable(ID, selection.word())));
    }

    @Test
    void what_came_back_takes_a_file_and_is_a_draft_again_and_what_lapsed_takes_none() {
        Selection back = new Returned(submitted(draft()).dossier(), Step.COUNCIL, "show the plan", NOW);

        assertThat(attach(back, file("plan.pdf", "ab", 100))).isInstanceOf(Draft.class);
        assertThat(Attaching.attach(new Lapsed(back, NOW), file("plan.pdf", "ab", 100), LIMITS, CHANGE))
                .isEqualTo(new Refused<>(new FundIsClosed(FUND, NOW)));
    }

    @Test
    void number_and_length_of_the_files_have_a_limit_and_none_is_attached_twice() {
        Selection two = attach(attach(draft(), file("a.pdf", "aa", 400)), file("b.pdf", "ab", 400));
        Selection three = attach(two, file("c.pdf", "ac", 200));

        assertThat(Attaching.attach(two, file("again.pdf", "aa", 1), LIMITS, CHANGE))
                .isEqualTo(new Refused<>(new AttachedTwice("again.pdf", "a.pdf")));
        assertThat(Attaching.attach(two, file("large.pdf", "ac", 201), LIMITS, CHANGE))
                .isEqualTo(new Refused<>(new AttachmentsTooLarge("large.pdf", 1_001, 1_000)));
        assertThat(Attaching.attach(three, file("more.pdf", "ad", 1), LIMITS, CHANGE))
                .isEqualTo(new Refused<>(new TooManyAttachments(ID, 3)));
    }

    @Test
    void what_is_not_admitted_swells_or_is_disguised_is_refused_with_what_was_found() {
        assertThat(refused("a.pdf", new Inspection.NotAdmitted("it is empty")))
                .isEqualTo(new Refused<>(new AttachmentNotAdmitted("a.pdf", "it is empty")));
        assertThat(refused("a.docx", new Inspection.Swells("too many parts")))
                .isEqualTo(new Refused<>(new AttachmentSwells("a.docx", "too many parts")));
        assertThat(refused("a.docx", new Inspection.Admitted(FileType.PDF)))
                .isEqualTo(new Refused<>(new AttachmentDisguised("a.docx", "PDF")));
    }

    @Test
    void what_was_only_in_a_draft_is_not_handed_out_once_it_is_taken_out() {
        Selection one = attach(draft(), file("decided.pdf", "aa", 1));
        Selection two = attach(one, file("mistake.pdf", "ab", 1));
        List<Attachment> both = two.dossier().content().attachments();
        Selection three = state(Attaching.remove(two, both.getLast().id(), CHANGE));
        Selection four = state(Attaching.remove(three, both.getFirst().id(), CHANGE));
        List<Content> versions = Stream.of(one, two, three, four)
                .map(its -> its.dossier().content())
                .toList();

        assertThat(Attaching.onFile(two.dossier().content(), versions, Set.of()))
                .isEqualTo(both);
        assertThat(Attaching.onFile(four.dossier().content(), versions, Set.of()))
                .isEmpty();
        assertThat(Attaching.onFile(four.dossier().content(), versions, Set.of(2, 4)))
                .containsExactly(both.getFirst());
    }

    private static Decision<Selection> refused(String name, Inspection found) {
        return Attaching.attach(draft(), new ReceivedFile(name, Optional.empty(), found, 1, "ab"), LIMITS, CHANGE);
    }

    private static ReceivedFile file(String name, String sha256, long bytes) {
        return new ReceivedFile(name, Optional.empty(), new Inspection.Admitted(FileType.PDF), bytes, sha256);
    }

    private static Selection draft() {
        List<Line> lines = LineAsked.price(
                        List.of(agreed("900.00")), Map.of(HOMEWORK, homework()), FY2019, List.of(), TODAY, ids())
                .orRefuse()
                .state();
        return Selection.draft(ID, FUND, FY2019, CODE, NEEDS, lines, PRINCIPAL, NOW, FINGERPRINT);
    }

    private static Submitted submitted(Selection draft) {
        return new Submitted(draft.dossier(), PRINCIPAL, NOW, Plan.usual(FUND));
    }

    private static Selection attach(Selection selection, ReceivedFile file) {
        return state(Attaching.attach(selection, file, LIMITS, CHANGE));
    }

    private static Selection state(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }
}
