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
import static org.partnershipfund.approval.fixtures.School.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.policy.PartnerChoice;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.Selection.Withdrawn;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionApproved;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionReturned;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionSubmitted;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionWithdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.AllocationExceeded;
import org.partnershipfund.approval.selection.SelectionRefusal.AlreadyWithdrawn;
import org.partnershipfund.approval.selection.SelectionRefusal.NotADraft;
import org.partnershipfund.approval.selection.SelectionRefusal.NotBlocked;
import org.partnershipfund.approval.selection.SelectionRefusal.NotEditable;
import org.partnershipfund.approval.selection.SelectionRefusal.NotInPortfolio;
import org.partnershipfund.approval.selection.SelectionRefusal.NotWaitingFor;
import org.partnershipfund.approval.selection.SelectionRefusal.OwnDecision;
import org.partnershipfund.approval.selection.SelectionRefusal.ProgramSuspended;
import org.partnershipfund.approval.selection.SelectionRefusal.SubmittedTooLate;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy approval §4 to §6: the states of a selection, in lawful order and in none other. */
class TheLifeOfASelectionTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final UUID MOTION = new UUID(0, 701);
    private static final Award AWARD =
            new Award(new UUID(0, 801), new UUID(0, 802), HOMEWORK, CHOIR, "Inner City Voices", new Money(100), NOW);
    private static final Contracted CONTRACTED =
            new Contracted(new UUID(0, 901), new UUID(0, 801), 1, new UUID(0, 803), HOMEWORK, new Money(200), NOW);
    private static final Money ALLOCATION = Money.ofDollars("52775.72");

    @Test
    void council_superintendent_and_budget_office_approve_in_this_order_and_the_money_is_reserved() {
        Selection submitted = submitted();
        Selection byCouncil = accept(Selection.approvedByCouncil(submitted, "8 yes", MOTION, NOW));
        Selection bySuperintendent = accept(
                Selection.superintendentDecides(byCouncil, Verdict.APPROVED, "fits the plan", SUPERINTENDENT, NOW));
        var approved = Selection.checkCompleteness(bySuperintendent, Verdict.APPROVED, "complete", BUDGET_OFFICER, NOW);
        Selection reserved = accept(Selection.reserved(accept(approved), NOW));

        assertThat(((Submitted) submitted).waitsFor()).containsExactly(Step.COUNCIL);
        assertThat(((Submitted) byCouncil).waitsFor()).containsExactly(Step.SUPERINTENDENT);
        assertThat(((Submitted) bySuperintendent).waitsFor()).containsExactly(Step.COMPLETENESS);
        assertThat(approved.orRefuse().events())
                .isEqualTo(List.of(new SelectionApproved(accept(approved).dossier(), NOW)));
        assertThat(reserved).isInstanceOf(Reserved.class);
        assertThat(reserved.dossier().decisions())
                .hasSize(3)
                .allMatch(decision -> decision.version() == 1
                        && decision.digest().equals(reserved.dossier().content().digest()))
                .allMatch(reserved::isBinding);
    }

    @Test
    void nobody_decides_out_of_turn() {
        assertThat(Selection.superintendentDecides(submitted(), Verdict.APPROVED, "x", SUPERINTENDENT, NOW))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.SUPERINTENDENT, "submitted", "council")));
        assertThat(Selection.checkCompleteness(submitted(), Verdict.APPROVED, "x", BUDGET_OFFICER, NOW))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.COMPLETENESS, "submitted", "council")));
        assertThat(Selection.approvedByCouncil(draft(), "x", MOTION, NOW))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.COUNCIL, "draft", "nobody")));
        assertThat(Selection.approvedByCouncil(approvedByCouncil(), "x", MOTION, NOW))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.COUNCIL, "submitted", "superintendent")));
        assertThat(Selection.reserved(submitted(), NOW))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.RESERVATION, "submitted", "council")));
    }

    @Test
    void nobody_decides_on_what_they_submitted_or_decided_before() {
        assertThat(Selection.superintendentDecides(approvedByCouncil(), Verdict.APPROVED, "x", PRINCIPAL, NOW))
                .isEqualTo(new Refused<>(new OwnDecision(ID, Step.SUPERINTENDENT)));
        Selection bySuperintendent = accept(
                Selection.superintendentDecides(approvedByCouncil(), Verdict.APPROVED, "x", SUPERINTENDENT, NOW));
        assertThat(Selection.checkCompleteness(bySuperintendent, Verdict.APPROVED, "x", SUPERINTENDENT, NOW))
                .isEqualTo(new Refused<>(new OwnDecision(ID, Step.COMPLETENESS)));
    }

    @Test
    void a_return_says_why_and_a_new_version_is_decided_on_anew_while_the_old_decisions_stay_on_record() {
        var returned = Selection.superintendentDecides(
                approvedByCouncil(), Verdict.RETURNED, "no plan for grade 3", SUPERINTENDENT, NOW);
        Selection back = accept(returned);
        Selection revised = revise(back, "40000.00");
        Selection again = submit(revised, Money.ZERO, policy()).orRefuse().state();

        assertThat(returned.orRefuse().events())
                .isEqualTo(List.of(new SelectionReturned(back.dossier(), Step.SUPERINTENDENT, NOW)));
        assertThat(back).isInstanceOf(Returned.class);
        assertThat(revised.dossier().content().version()).isEqualTo(2);
        assertThat(revised.dossier().content().digest())
                .isNotEqualTo(back.dossier().content().digest());
        assertThat(((Submitted) again).waitsFor()).containsExactly(Step.COUNCIL);
        assertThat(again.dossier().decisions()).hasSize(2).noneMatch(again::isBinding);
    }

    @Test
    void only_a_draft_is_submitted_and_only_a_draft_or_a_return_is_changed() {
        Selection returned = accept(Selection.lostInCouncil(submitted(), "3 no", MOTION, NOW));

        assertThat(submit(submitted(), Money.ZERO, policy())).isEqualTo(new Refused<>(new NotADraft(ID, "submitted")));
        assertThat(submit(returned, Money.ZERO, policy())).isEqualTo(new Refused<>(new NotADraft(ID, "returned")));
        assertThat(Selection.revise(submitted(), NEEDS, lines("1.00"), PRINCIPAL, NOW, FINGERPRINT))
                .isEqualTo(new Refused<>(new NotEditable(ID, "submitted")));
        assertThat(revise(draft(), "1.00").dossier().content().version()).isEqualTo(2);
    }

    @Test
    void a_school_chooses_within_its_allocation_to_the_cent() {
        var exactly = submit(draft(), Money.ofDollars("2775.72"), policy());

        assertThat(exactly.orRefuse().events())
                .isEqualTo(List.of(
                        new SelectionSubmitted(exactly.orRefuse().state().dossier(), NOW)));
        assertThat(submit(draft(), Money.ofDollars("2775.73"), policy()))
                .isEqualTo(new Refused<>(new AllocationExceeded(
                        Money.ofDollars("50000.00"), Money.ofDollars("2775.73"), ALLOCATION, Money.ZERO)));
        assertThat(new AllocationExceeded(
                                Money.ofDollars("50000.00"), Money.ofDollars("2775.73"), ALLOCATION, Money.ZERO)
                        .sentence())
                .isEqualTo(
                        "This selection is $50,000.00 and the school's others in this fund add up to $2,775.73; the allocation is $52,775.72, so $0.01 is too much. Take less, or withdraw another selection.");
        assertThat(new AllocationExceeded(
                                Money.ofDollars("50000.00"),
                                Money.ofDollars("2775.73"),
                                Money.ofDollars("52775.67"),
                                Money.ofDollars("0.05"))
                        .sentence())
                .contains("the allocation is $52,775.67 and $0.05 came back by credit notes, so $0.01 is too much.");
    }

    @Test
    void the_portfolio_guides_unless_the_policy_of_the_fund_admits_nothing_else() {
        List<Line> choir = LineAsked.price(
                        List.of(new LineAsked(
                                CHOIR,
                                "year",
                                1,
                                Optional.empty(),
                                30,
                                LocalDate.of(2018, 9, 4),
                                LocalDate.of(2019, 6, 21))),
                        Map.of(CHOIR, choir()),
                        FY2019,
                        List.of(),
                        TODAY,
                        School.ids())
                .orRefuse()
                .state();
        Selection draft = Selection.draft(ID, FUND, FY2019, CODE, NEEDS, choir, PRINCIPAL, NOW, FINGERPRINT);

        assertThat(submit(draft, Money.ZERO, policy())).isInstanceOf(Accepted.class);
        assertThat(submit(draft, Money.ZERO, policyOf(PartnerChoice.PORTFOLIO_ONLY, null)))
                .isEqualTo(new Refused<>(new NotInPortfolio("School Choir", TODAY)));
        assertThat(submit(draft(), Money.ZERO, policyOf(PartnerChoice.PORTFOLIO_ONLY, null)))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void a_suspended_program_is_chosen_under_no_policy_and_approved_by_nobody() {
        Program suspended = homework().standing(new UUID(0, 501), true);
        Program reinstated = suspended.standing(new UUID(0, 501), false);
        var no = new ProgramSuspended("Harbor Homework Club", TODAY);

        for (PartnerChoice choice : PartnerChoice.values()) {
            var measure =
                    new Measure(ALLOCATION, Money.ZERO, policyOf(choice, null), Map.of(HOMEWORK, suspended), TODAY);
            assertThat(Selection.submit(draft(), measure, Plan.usual(FUND), PRINCIPAL, NOW))
                    .isEqualTo(new Refused<>(no));
        }
        assertThat(Selection.suspension(submitted(), Map.of(HOMEWORK, suspended), TODAY))
                .contains(no);
        assertThat(Selection.suspension(submitted(), Map.of(HOMEWORK, reinstated), TODAY))
                .isEmpty();
        assertThat(Selection.suspension(submitted(), Map.of(HOMEWORK, homework()), TODAY))
                .isEmpty();
        assertThat(reinstated).isEqualTo(homework());
        assertThat(suspended.isSuspendedOn(LocalDate.of(2019, 1, 1))).isFalse();
        var twice =
                suspended.vetted(new Program.Vetting(new UUID(0, 502), TODAY.minusDays(1), TODAY.plusDays(1), false));
        assertThat(twice.isSuspendedOn(TODAY)).isTrue();
        assertThat(twice.isVettedOn(TODAY)).isFalse();
        assertThat(twice.standing(new UUID(0, 501), false).isVettedOn(TODAY)).isTrue();
    }

    @Test
    void the_due_date_is_for_a_first_submission_only() {
        ApprovalPolicy dueToday = policyOf(PartnerChoice.ANY_REGISTERED, TODAY);
        ApprovalPolicy dueYesterday = policyOf(PartnerChoice.ANY_REGISTERED, TODAY.minusDays(1));
        Selection again = revise(accept(Selection.lostInCouncil(submitted(), "3 no", MOTION, NOW)), "100.00");

        assertThat(submit(draft(), Money.ZERO, dueToday)).isInstanceOf(Accepted.class);
        assertThat(submit(draft(), Money.ZERO, dueYesterday))
                .isEqualTo(new Refused<>(new SubmittedTooLate(TODAY.minusDays(1), TODAY)));
        assertThat(submit(again, Money.ZERO, dueYesterday)).isInstanceOf(Accepted.class);
    }

    @Test
    void what_a_council_cannot_decide_waits_until_the_partnerships_team_returns_it() {
        Selection blocked = accept(Selection.blockedInCouncil(submitted(), "recused", MOTION, NOW));

        assertThat(((Submitted) blocked).waitsFor()).containsExactly(Step.COUNCIL);
        assertThat(blocked.dossier().isBlocked()).isTrue();
        assertThat(accept(Selection.returnBlocked(blocked, "choose another", BUDGET_OFFICER, NOW)))
                .isInstanceOf(Returned.class);
        assertThat(Selection.returnBlocked(submitted(), "x", BUDGET_OFFICER, NOW))
                .isEqualTo(new Refused<>(new NotBlocked(ID, "submitted")));
    }

    @Test
    void a_reservation_that_is_refused_brings_it_back_with_the_ledgers_reason() {
        Selection returned = accept(Selection.reservationRefused(approved(), "only $1.00 is available", NOW));

        assertThat(returned)
                .isInstanceOfSatisfying(
                        Returned.class, back -> assertThat(back.reasons()).isEqualTo("only $1.00 is available"));
        assertThat(Selection.reserved(returned, NOW))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.RESERVATION, "returned", "nobody")));
    }

    @Test
    void the_others_learn_of_a_withdrawal_only_if_they_knew_of_the_selection() {
        var ofDraft =
                Selection.withdraw(draft(), "changed our mind", PRINCIPAL, NOW).orRefuse();
        var ofReserved = Selection.withdraw(
                        accept(Selection.reserved(approved(), NOW)), "changed our mind", PRINCIPAL, NOW)
                .orRefuse();

        assertThat(ofDraft.events()).isEmpty();
        assertThat(ofReserved.events())
                .isEqualTo(List.of(new SelectionWithdrawn(ofReserved.state().dossier(), NOW)));
        assertThat(Selection.withdraw(ofDraft.state(), "again", PRINCIPAL, NOW))
                .isEqualTo(new Refused<>(new AlreadyWithdrawn(ID, NOW)));
    }

    @Test
    void two_contents_never_have_the_same_text() {
        Needs shifted = new Needs(
                NEEDS.goals() + "\n5:abcde", NEEDS.dataLookedAt(), NEEDS.pupilsToServe(), NEEDS.communityInvolved());

        assertThat(text(1, NEEDS, lines("1.00")))
                .isEqualTo(text(1, NEEDS, lines("1.00")))
                .isNotEqualTo(text(2, NEEDS, lines("1.00")))
                .isNotEqualTo(text(1, NEEDS, lines("1.01")))
                .isNotEqualTo(text(1, shifted, lines("1.00")));
    }

    @Test
    void what_was_decided_on_before_more_was_asked_for_keeps_its_text_and_so_its_digest() {
        assertThat(text(1, NEEDS, lines("1.00")).replace('\n', ' '))
                .isEqualTo(
                        "9:selection 36:00000000-0000-0000-0000-000000000259 7:version 1:1 4:fund 36:00000000-0000-0000-0000-0000000007e3 6:school 8:00350001 "
                                + "22:Reading by grade three 29:Attendance and reading levels 13:Grades K to 2 19:Two parent evenings "
                                + "36:00000000-0000-0000-0000-000000000191 36:00000000-0000-0000-0000-00000000012d 1:1 4:year 6:agreed 4:1.00 1:1 2:30 4:1.00 10:2018-09-04 10:2019-06-21 ");
    }

    @Test
    void what_was_considered_and_who_took_part_is_decided_on() {
        var option = new ConsideredOption(Optional.of(CHOIR), "School Choir", false, "no room");
        var other = new ConsideredOption(Optional.empty(), "School Choir", false, "no room");
        var families = new TakingPart(CommunityRole.FAMILY, Optional.of(34), Optional.empty());
        var told = new TakingPart(CommunityRole.FAMILY, Optional.empty(), Optional.of("34"));

        assertThat(Stream.of(
                                needs(List.of(), List.of()),
                                needs(List.of(option), List.of()),
                                needs(List.of(other), List.of()),
                                needs(List.of(option, option), List.of()),
                                needs(List.of(), List.of(families)),
                                needs(List.of(), List.of(told)),
                                needs(List.of(option), List.of(families)))
                        .map(needs -> text(1, needs, lines("1.00"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void why_a_school_amends_is_decided_on_and_follows_all_that_is_said() {
        var needs = needs(
                List.of(new ConsideredOption(Optional.empty(), "Own staff", false, "no room")),
                List.of(new TakingPart(CommunityRole.FAMILY, Optional.of(34), Optional.empty())));
        String reason = "20 pupils more";

        assertThat(Content.text(ID, FUND, CODE, 2, NEEDS, lines("1.00"), List.of(), Optional.of(reason)))
                .isEqualTo(text(2, NEEDS, lines("1.00")) + "15:amended because\n14:20 pupils more\n")
                .isNotEqualTo(
                        Content.text(ID, FUND, CODE, 2, NEEDS, lines("1.00"), List.of(), Optional.of(reason + ".")));
        assertThat(Content.text(ID, FUND, CODE, 2, needs, lines("1.00"), List.of(), Optional.of(reason)))
                .isEqualTo(text(2, needs, lines("1.00")) + "15:amended because\n14:20 pupils more\n");
    }

    private static String text(int version, Needs needs, List<Line> lines) {
        return Content.text(ID, FUND, CODE, version, needs, lines, List.of(), Optional.empty());
    }

    private static Needs needs(List<ConsideredOption> options, List<TakingPart> community) {
        return new Needs(
                NEEDS.goals(),
                NEEDS.dataLookedAt(),
                NEEDS.pupilsToServe(),
                NEEDS.communityInvolved(),
                options,
                community);
    }

    /** Whatever anybody tries in whatever order: approval needs three decisions on one version, withdrawal is final. */
    @Property
    void no_order_of_attempts_reaches_an_approval_without_all_three(
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 14) Integer> attempts) {
        Selection selection = draft();

        for (int attempt : attempts) {
            Selection before = selection;
            selection = attempt(selection, attempt);
            if (before instanceof Lapsed lapsed) {
                boolean mayBeReserved = lapsed.before() instanceof Reserved || lapsed.before() instanceof Approved;
                assertThat(selection).isInstanceOfAny(Lapsed.class, mayBeReserved ? Reserved.class : Lapsed.class);
                assertThat(selection instanceof Reserved reserved
                                && reserved.dossier().contracted().isEmpty())
                        .isFalse();
            } else if (before instanceof Withdrawn) {
                assertThat(selection).isInstanceOf(Withdrawn.class);
            } else if (!before.dossier().contracted().isEmpty()) {
                assertThat(selection).isNotInstanceOf(Withdrawn.class);
            }
            if (selection instanceof Approved || selection instanceof Reserved) {
                assertThat(selection.dossier().isApprovedBy(Step.COUNCIL)).isTrue();
                assertThat(selection.dossier().isApprovedBy(Step.SUPERINTENDENT))
                        .isTrue();
                assertThat(selection.dossier().isApprovedBy(Step.COMPLETENESS)).isTrue();
            }
            List<StepDecision> onRecord = before.dossier().decisions();
            assertThat(selection.dossier().decisions().subList(0, onRecord.size()))
                    .isEqualTo(onRecord);
            assertThat(selection.dossier().content().version())
                    .isGreaterThanOrEqualTo(before.dossier().content().version());
        }
    }

    private static Selection attempt(Selection selection, int attempt) {
        Decision<Selection> decision = switch (attempt) {
            case 0, 1 -> submit(selection, Money.ZERO, policy());
            case 2, 3 -> Selection.approvedByCouncil(selection, "yes", MOTION, NOW);
            case 4 -> Selection.lostInCouncil(selection, "no", MOTION, NOW);
            case 5 -> Selection.superintendentDecides(selection, Verdict.APPROVED, "x", SUPERINTENDENT, NOW);
            case 6 -> Selection.superintendentDecides(selection, Verdict.RETURNED, "x", SUPERINTENDENT, NOW);
            case 7 -> Selection.checkCompleteness(selection, Verdict.APPROVED, "x", BUDGET_OFFICER, NOW);
            case 8 -> Selection.reserved(selection, NOW);
            case 9 -> Selection.reservationRefused(selection, "x", NOW);
            case 10 -> Selection.revise(selection, NEEDS, lines("2.00"), PRINCIPAL, NOW, FINGERPRINT);
            case 11 -> Selection.outcomeDiffers(selection, AWARD, "x");
            case 12 -> Selection.contracted(selection, List.of(CONTRACTED));
            case 13 -> Decision.accept(Selection.lapse(selection, NOW));
            default -> Selection.withdraw(selection, "x", PRINCIPAL, NOW);
        };
        return switch (decision) {
            case Accepted<Selection>(Selection next, var _) -> next;
            case Refused<Selection> _ -> selection;
        };
    }

    private static Selection draft() {
        return Selection.draft(ID, FUND, FY2019, CODE, NEEDS, lines("50000.00"), PRINCIPAL, NOW, FINGERPRINT);
    }

    private static Selection submitted() {
        return accept(submit(draft(), Money.ZERO, policy()));
    }

    private static Selection approvedByCouncil() {
        return accept(Selection.approvedByCouncil(submitted(), "8 yes", MOTION, NOW));
    }

    private static Selection approved() {
        Selection bySuperintendent = accept(
                Selection.superintendentDecides(approvedByCouncil(), Verdict.APPROVED, "x", SUPERINTENDENT, NOW));
        return accept(Selection.checkCompleteness(bySuperintendent, Verdict.APPROVED, "x", BUDGET_OFFICER, NOW));
    }

    private static Selection revise(Selection selection, String dollars) {
        return accept(Selection.revise(selection, NEEDS, lines(dollars), PRINCIPAL, NOW, FINGERPRINT));
    }

    private static Decision<Selection> submit(Selection selection, Money others, ApprovalPolicy policy) {
        return Selection.submit(
                selection,
                new Measure(ALLOCATION, others, policy, Map.of(HOMEWORK, homework(), CHOIR, choir()), TODAY),
                Plan.usual(FUND),
                PRINCIPAL,
                NOW);
    }

    private static ApprovalPolicy policyOf(PartnerChoice choice, @Nullable LocalDate due) {
        return new ApprovalPolicy(FUND, choice, Optional.ofNullable(due), true, 48, "a test", NOW);
    }

    private static List<Line> lines(String dollars) {
        return LineAsked.price(
                        List.of(agreed(dollars)), Map.of(HOMEWORK, homework()), FY2019, List.of(), TODAY, School.ids())
                .orRefuse()
                .state();
    }

    private static Selection accept(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }
}
