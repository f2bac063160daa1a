package org.partnershipfund.approval.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.BUDGET_OFFICER;
import static org.partnershipfund.approval.fixtures.School.CHOIR;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FINGERPRINT;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.HOMEWORK;
import static org.partnershipfund.approval.fixtures.School.NEEDS;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.SUPERINTENDENT;
import static org.partnershipfund.approval.fixtures.School.TODAY;
import static org.partnershipfund.approval.fixtures.School.agreed;
import static org.partnershipfund.approval.fixtures.School.choir;
import static org.partnershipfund.approval.fixtures.School.homework;
import static org.partnershipfund.approval.fixtures.School.line;
import static org.partnershipfund.approval.fixtures.School.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection.Draft;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionReturned;
import org.partnershipfund.approval.selection.SelectionRefusal.LostACompetition;
import org.partnershipfund.approval.selection.SelectionRefusal.NotWaitingFor;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy approval §6.3 to §6.5: the lines of one selection lose on different days, and no award gets lost. */
class LosingACompetitionTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final UUID MOTION = new UUID(0, 701);
    private static final ProgramId TUTORING = new ProgramId(new UUID(0, 403));
    private static final ProgramId THEATRE = new ProgramId(new UUID(0, 404));
    private static final Map<ProgramId, Program> PROGRAMS = Map.of(
            HOMEWORK,
            homework(),
            CHOIR,
            choir(),
            TUTORING,
            choir(TUTORING, "Tutoring"),
            THEATRE,
            choir(THEATRE, "Theatre"));

    /** The homework club loses to tutoring, and later the choir to the theatre. */
    private static final Award FIRST = award(1, HOMEWORK, TUTORING, "900.00", 0);

    private static final Award SECOND = award(2, CHOIR, THEATRE, "800.00", 9);

    static Stream<List<String>> table() {
        return PolicyPage.table("approval.md", "When a competition is lost").stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_lost_competition_does_what_the_policy_page_says(List<String> row) {
        List<LineAsked> lines = switch (row.get(1)) {
            case "yes", "under contract" -> List.of(agreed("900.00"), line(CHOIR, "year"));
            case "under contract and more" -> List.of(agreed("900.00"), agreed("100.00"));
            case "no" -> List.of(line(CHOIR, "year"));
            default -> throw new IllegalArgumentException(row.get(1));
        };
        Selection before = in(row.getFirst(), lines);
        if (row.get(1).startsWith("under contract")) {
            before = state(Selection.contracted(before, List.of(homeworkUnderContract())));
        }

        Selection after = switch (Selection.outcomeDiffers(before, FIRST, "lowest quote")) {
            case Decision.Accepted<Selection>(Selection next, var _) -> next;
            case Refused<Selection> _ -> before;
        };

        assertThat(words(after)).isEqualTo(row.get(2));
        assertThat(after.dossier().awards().contains(FIRST))
                .isEqualTo(row.get(3).equals("yes"));
    }

    @Test
    void a_cancelled_competition_gave_nothing_and_the_school_may_submit_its_own_choice_again() {
        Selection lost = lose(reserved(), FIRST);
        var purchase = new CancelledPurchase(
                FIRST.process(), "Homework club", "Harbor", "The specification was wrong.", SECOND.at());

        Selection after = state(Selection.purchaseCancelled(lost, purchase));

        assertThat(after.dossier().awards()).containsExactly(FIRST);
        assertThat(after.dossier().awardsToTake()).isEmpty();
        assertThat(after.dossier().lostTo(HOMEWORK)).isEmpty();
        assertThat(after.dossier().isAwarded(TUTORING)).isFalse();
        assertThat(words(after)).isEqualTo(words(lost));
        assertThat(Selection.purchaseCancelled(after, purchase)).isInstanceOf(Refused.class);
    }

    @Test
    void an_outcome_heard_after_its_competition_was_cancelled_sends_nothing_back() {
        var purchase = new CancelledPurchase(
                FIRST.process(), "Homework club", "Harbor", "The specification was wrong.", FIRST.at());
        Selection cancelled = state(Selection.purchaseCancelled(reserved(), purchase));

        assertThat(Selection.outcomeDiffers(cancelled, FIRST, "lowest quote")).isInstanceOf(Refused.class);
        assertThat(state(Selection.outcomeDiffers(cancelled, SECOND, "lowest quote"))
                        .dossier()
                        .standingAwards())
                .containsExactly(SECOND);
    }

    @Test
    void the_second_line_loses_while_the_first_version_is_back_at_the_school() {
        Selection once = lose(reserved(), FIRST);

        var twice = Selection.outcomeDiffers(once, SECOND, "lowest quote").orRefuse();

        assertThat(twice.state().dossier().awards()).containsExactly(FIRST, SECOND);
        assertThat(twice.state().changedAt()).isEqualTo(SECOND.at());
        assertThat(twice.events())
                .isEqualTo(List.of(new SelectionReturned(twice.state().dossier(), Step.COMPETITION, SECOND.at())));
    }

    @Test
    void the_second_line_loses_while_the_school_drafts_the_second_version_which_learns_of_it() {
        Selection draft = accepted(lose(reserved(), FIRST), line(TUTORING, Award.PRICE_CODE), line(CHOIR, "year"));

        var learnt = Selection.outcomeDiffers(draft, SECOND, "lowest quote").orRefuse();

        assertThat(learnt.state()).isInstanceOf(Draft.class);
        assertThat(learnt.state().changedAt()).isEqualTo(SECOND.at());
        assertThat(learnt.events()).isEmpty();
        assertThat(submit(learnt.state()))
                .isEqualTo(new Refused<>(new LostACompetition("School Choir", "Partner of 404")));
        assertThat(bothAwarded(learnt.state())).isInstanceOf(Selection.Submitted.class);
    }

    @Test
    void the_second_line_loses_while_the_second_version_waits_for_its_decisions() {
        Selection submitted = submitted(secondVersion());

        Selection back = lose(submitted, SECOND);

        assertThat(words(back)).isEqualTo("returned by competition");
        assertThat(back.dossier().content().version()).isEqualTo(2);
        assertThat(bothAwarded(accepted(back, bothLines()))).isInstanceOf(Selection.Submitted.class);
    }

    @Test
    void the_second_line_loses_after_the_second_version_was_approved() {
        Selection back = lose(approved(submitted(secondVersion())), SECOND);

        assertThat(words(back)).isEqualTo("returned by competition");
        assertThat(back.dossier().decisions().getLast().version()).isEqualTo(2);
        assertThat(back.dossier().awards()).containsExactly(FIRST, SECOND);
    }

    @Test
    void an_award_that_the_newest_version_took_already_does_not_bring_it_back() {
        Selection taken = approved(submitted(accepted(lose(reserved(), FIRST), line(TUTORING, Award.PRICE_CODE))));
        Award tutoringLosesElsewhere = award(3, TUTORING, THEATRE, "700.00", 12);

        assertThat(words(lose(taken, tutoringLosesElsewhere))).isEqualTo("approved");
    }

    @Test
    void the_same_outcome_said_twice_changes_nothing() {
        assertThat(Selection.outcomeDiffers(lose(reserved(), FIRST), FIRST, "lowest quote"))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.COMPETITION, "returned", "nobody")));
    }

    private static Contracted homeworkUnderContract() {
        return new Contracted(
                new UUID(7, 1), new UUID(8, 7), 1, new UUID(9, 7), HOMEWORK, Money.ofDollars("900.00"), NOW);
    }

    private static Selection secondVersion() {
        return accepted(lose(reserved(), FIRST), line(TUTORING, Award.PRICE_CODE), line(CHOIR, "year"));
    }

    private static LineAsked[] bothLines() {
        return new LineAsked[] {line(TUTORING, Award.PRICE_CODE), line(THEATRE, Award.PRICE_CODE)};
    }

    private static Selection bothAwarded(Selection draft) {
        return submitted(accepted(draft, bothLines()));
    }

    private static Selection reserved() {
        return in("reserved", List.of(agreed("900.00"), line(CHOIR, "year")));
    }

    private static Selection in(String words, List<LineAsked> lines) {
        Selection draft =
                Selection.draft(ID, FUND, FY2019, CODE, NEEDS, priced(lines, List.of()), PRINCIPAL, NOW, FINGERPRINT);
        return switch (words) {
            case "draft" -> draft;
            case "submitted" -> submitted(draft);
            case "approved" -> approved(submitted(draft));
            case "reserved" -> state(Selection.reserved(approved(submitted(draft)), NOW));
            case "returned by council" -> state(Selection.lostInCouncil(submitted(draft), "3 no", MOTION, NOW));
            case "returned by competition" -> lose(approved(submitted(draft)), award(9, HOMEWORK, THEATRE, "1.00", 0));
            case "withdrawn" -> state(Selection.withdraw(submitted(draft), "changed our mind", PRINCIPAL, NOW));
            default -> throw new IllegalArgumentException(words);
        };
    }

    private static Selection accepted(Selection selection, LineAsked... lines) {
        return state(Selection.revise(
                selection,
                NEEDS,
                priced(List.of(lines), selection.dossier().awardsToTake()),
                PRINCIPAL,
                NOW,
                FINGERPRINT));
    }

    private static List<Line> priced(List<LineAsked> lines, List<Award> awards) {
        return LineAsked.price(lines, PROGRAMS, FY2019, awards, TODAY, School.ids())
                .orRefuse()
                .state();
    }

    private static Selection submitted(Selection draft) {
        return state(submit(draft));
    }

    private static Decision<Selection> submit(Selection draft) {
        return Selection.submit(
                draft,
                new Measure(Money.ofDollars("5000.00"), Money.ZERO, policy(), PROGRAMS, TODAY),
                Plan.usual(FUND),
                PRINCIPAL,
                NOW);
    }

    private static Selection approved(Selection submitted) {
        Selection byCouncil = state(Selection.approvedByCouncil(submitted, "8 yes", MOTION, NOW));
        Selection bySuperintendent =
                state(Selection.superintendentDecides(byCouncil, Verdict.APPROVED, "fits", SUPERINTENDENT, NOW));
        return state(Selection.checkCompleteness(bySuperintendent, Verdict.APPROVED, "complete", BUDGET_OFFICER, NOW));
    }

    private static Selection lose(Selection selection, Award award) {
        return state(Selection.outcomeDiffers(selection, award, "lowest quote"));
    }

    private static Selection state(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }

    private static String words(Selection selection) {
        return selection instanceof Returned returned
                ? "returned by " + returned.by().word()
                : selection.word();
    }

    private static Award award(int process, ProgramId chosen, ProgramId awarded, String dollars, int daysLater) {
        return new Award(
                new UUID(8, process),
                new UUID(9, process),
                chosen,
                awarded,
                "Partner of " + awarded.value().getLeastSignificantBits(),
                Money.ofDollars(dollars),
                NOW.plus(Duration.ofDays(daysLater)));
    }
}
