package org.partnershipfund.approval.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import static org.partnershipfund.approval.fixtures.School.homework;
import static org.partnershipfund.approval.fixtures.School.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.selection.Selection.Lapsed;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy approval §8: what no contract claims lapses. */
class WhenTheYearIsOverTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final UUID MOTION = new UUID(0, 701);
    private static final Instant CLOSED = Instant.parse("2019-07-01T13:00:00Z");
    private static final Award LOSES =
            new Award(new UUID(8, 1), new UUID(9, 1), HOMEWORK, CHOIR, "Inner City Voices", new Money(9000), NOW);
    private static final List<Contracted> CONTRACT = List.of(new Contracted(
            new UUID(7, 1), new UUID(8, 9), 1, new UUID(9, 1), HOMEWORK, Money.ofDollars("300.00"), NOW));

    static Stream<List<String>> table() {
        return PolicyPage.table("approval.md", "When the fund is closed").stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void a_selection_lapses_when_the_policy_page_says_so_and_only_once(List<String> row) {
        Selection before = in(row.getFirst());
        if (row.get(1).equals("yes")) {
            before = state(Selection.contracted(before, CONTRACT));
        }

        Selection after = Selection.lapse(before, CLOSED);

        assertThat(after.word()).isEqualTo(row.get(2));
        assertThat(after.dossier()).isEqualTo(before.dossier());
        assertThat(after.changedAt()).isEqualTo(after.equals(before) ? before.changedAt() : CLOSED);
        assertThat(Selection.lapse(after, CLOSED.plusSeconds(60))).isEqualTo(after);
    }

    @Test
    void whatever_is_tried_with_a_lapsed_selection_is_refused_because_the_fund_is_closed() {
        Selection lapsed = Selection.lapse(in("submitted"), CLOSED);
        var refused = new Refused<Selection>(new FundIsClosed(FUND, CLOSED));

        assertThat(List.of(
                        Selection.revise(lapsed, NEEDS, lines(), PRINCIPAL, CLOSED, FINGERPRINT),
                        submit(lapsed),
                        Selection.approvedByCouncil(lapsed, "8 yes", MOTION, CLOSED),
                        Selection.lostInCouncil(lapsed, "8 no", MOTION, CLOSED),
                        Selection.blockedInCouncil(lapsed, "recused", MOTION, CLOSED),
                        Selection.returnBlocked(lapsed, "x", BUDGET_OFFICER, CLOSED),
                        Selection.superintendentDecides(lapsed, Verdict.APPROVED, "x", SUPERINTENDENT, CLOSED),
                        Selection.checkCompleteness(lapsed, Verdict.APPROVED, "x", BUDGET_OFFICER, CLOSED),
                        Selection.withdraw(lapsed, "x", PRINCIPAL, CLOSED)))
                .containsOnly(refused);
        assertThat(new FundIsClosed(FUND, CLOSED).sentence())
                .contains("was closed on 1 July 2019, 09:00 EDT", "Choose for the fund of the next year.");
    }

    @Test
    void decisions_stay_on_record_and_bind_nobody_any_more() {
        Selection lapsed = Selection.lapse(in("reserved"), CLOSED);

        assertThat(lapsed.dossier().decisions()).hasSize(3).noneMatch(lapsed::isBinding);
    }

    @Test
    void a_reservation_and_its_contract_that_are_heard_after_the_closing_count_as_if_they_had_come_before() {
        Selection before = state(Selection.contracted(state(Selection.reserved(in("approved"), NOW)), CONTRACT));

        Selection closed = Selection.lapse(in("approved"), CLOSED);
        Selection reserved = state(Selection.reserved(closed, NOW));
        Selection contracted = state(Selection.contracted(reserved, CONTRACT));

        assertThat(reserved)
                .isInstanceOfSatisfying(
                        Lapsed.class, lapsed -> assertThat(lapsed.before()).isInstanceOf(Reserved.class));
        assertThat(contracted).isEqualTo(Selection.lapse(before, CLOSED)).isEqualTo(before);
    }

    @Test
    void what_lapsed_without_being_reserved_keeps_its_contract_on_record_and_stays_lapsed() {
        Selection lapsed =
                state(Selection.contracted(Selection.lapse(in("returned by competition"), CLOSED), CONTRACT));

        assertThat(lapsed.word()).isEqualTo("lapsed");
        assertThat(lapsed.dossier().contractedAmount()).isEqualTo(Money.ofDollars("300.00"));
    }

    @Test
    void a_refused_reservation_and_the_outcome_of_a_competition_are_past() {
        Selection lapsed = Selection.lapse(in("approved"), CLOSED);

        assertThat(Selection.reservationRefused(lapsed, "x", CLOSED)).isInstanceOf(Refused.class);
        assertThat(Selection.outcomeDiffers(lapsed, LOSES, "x")).isInstanceOf(Refused.class);
    }

    @Test
    void what_is_withdrawn_or_lapsed_already_cannot_lapse() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Lapsed(in("withdrawn"), CLOSED));
        assertThatIllegalArgumentException().isThrownBy(() -> new Lapsed(Selection.lapse(in("draft"), CLOSED), CLOSED));
    }

    private static Selection in(String words) {
        Selection draft = Selection.draft(ID, FUND, FY2019, CODE, NEEDS, lines(), PRINCIPAL, NOW, FINGERPRINT);
        return switch (words) {
            case "draft" -> draft;
            case "submitted" -> state(submit(draft));
            case "approved" -> approved(draft);
            case "reserved" -> state(Selection.reserved(approved(draft), NOW));
            case "returned by competition" -> state(Selection.outcomeDiffers(approved(draft), LOSES, "lowest quote"));
            case "withdrawn" -> state(Selection.withdraw(approved(draft), "changed our mind", PRINCIPAL, NOW));
            default -> throw new IllegalArgumentException(words);
        };
    }

    private static Selection approved(Selection draft) {
        Selection byCouncil = state(Selection.approvedByCouncil(state(submit(draft)), "8 yes", MOTION, NOW));
        Selection bySuperintendent =
                state(Selection.superintendentDecides(byCouncil, Verdict.APPROVED, "fits", SUPERINTENDENT, NOW));
        return state(Selection.checkCompleteness(bySuperintendent, Verdict.APPROVED, "complete", BUDGET_OFFICER, NOW));
    }

    private static Decision<Selection> submit(Selection draft) {
        return Selection.submit(
                draft,
                new Measure(Money.ofDollars("5000.00"), Money.ZERO, policy(), Map.of(HOMEWORK, homework()), TODAY),
                Plan.usual(FUND),
                PRINCIPAL,
                NOW);
    }

    private static List<Line> lines() {
        return LineAsked.price(
                        List.of(agreed("300.00")), Map.of(HOMEWORK, homework()), FY2019, List.of(), TODAY, School.ids())
                .orRefuse()
                .state();
    }

    private static Selection state(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }
}
