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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.approval.fixtures.PolicyPage;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.Selection.Reserved;
import org.partnershipfund.approval.selection.SelectionRefusal.AmendmentAnswerDue;
import org.partnershipfund.approval.selection.SelectionRefusal.ContractedLineDropped;
import org.partnershipfund.approval.selection.SelectionRefusal.FundIsClosed;
import org.partnershipfund.approval.selection.SelectionRefusal.LinesUnderContract;
import org.partnershipfund.approval.selection.SelectionRefusal.NotAmendable;
import org.partnershipfund.approval.selection.SelectionRefusal.NothingAmended;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Policy approval §12: what is approved is changed by a version of its own, and stands until the ledger has answered. */
class AmendingASelectionTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final UUID MOTION = new UUID(0, 701);
    private static final Instant CLOSED = Instant.parse("2019-07-01T13:00:00Z");
    private static final Award LOSES =
            new Award(new UUID(8, 1), new UUID(9, 1), HOMEWORK, CHOIR, "Inner City Voices", new Money(9000), NOW);
    private static final List<Contracted> CONTRACT = List.of(new Contracted(
            new UUID(7, 1), new UUID(8, 9), 1, new UUID(9, 1), HOMEWORK, Money.ofDollars("900.00"), NOW));

    static Stream<List<String>> table() {
        return PolicyPage.table("approval.md", "What becomes of an amendment").stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    void an_amendment_becomes_what_the_policy_page_says(List<String> row) {
        Selection selection = before(row.get(0), row.get(1));
        assertThat(words(selection)).isEqualTo(row.get(0));
        assertThat(stands(selection)).isEqualTo(row.get(1));
        List<String> said = new ArrayList<>();
        String refused = "";

        for (String happening : row.get(2).split(", ", -1)) {
            switch (happens(selection, happening)) {
                case Accepted<Selection>(Selection next, var events) -> {
                    selection = next;
                    events.forEach(event -> said.add(event.getClass().getSimpleName()));
                }
                case Refused<Selection>(var why) -> refused = slug(why);
            }
        }

        assertThat(refused.isEmpty() ? words(selection) : refused).isEqualTo(row.get(3));
        assertThat(stands(selection)).isEqualTo(row.get(4));
        assertThat(String.join(", ", said)).isEqualTo(row.get(5));
    }

    @Test
    void the_older_decisions_bind_again_when_the_amendment_is_given_up_and_its_number_is_not_used_again() {
        Selection reserved = before("reserved v1", "");
        Selection amended = state(amend(reserved, "950.00"));

        Selection back = state(Amending.withdraw(amended, NOW));
        Selection again = state(amend(back, "970.00"));

        assertThat(amended.dossier().decisions()).hasSize(3).noneMatch(amended::isBinding);
        assertThat(back).isInstanceOf(Reserved.class);
        assertThat(back.dossier().content()).isEqualTo(reserved.dossier().content());
        assertThat(back.dossier().decisions()).hasSize(3).allMatch(back::isBinding);
        assertThat(words(again)).isEqualTo("draft v3");
        assertThat(stands(again)).isEqualTo("v1 reserved");
    }

    @Test
    void every_version_of_an_amendment_says_why_and_keeps_saying_it_when_nothing_stands_any_more() {
        Selection amended = before("draft v2", "v1 reserved");
        Selection revised = state(Selection.revise(amended, NEEDS, lines("940.00"), PRINCIPAL, NOW, FINGERPRINT));
        Selection reserved = state(Selection.reserved(approved(revised), NOW));

        assertThat(before("reserved v1", "").dossier().content().amendedBecause())
                .isEmpty();
        assertThat(amended.dossier().content().amendedBecause()).contains("20 pupils more");
        assertThat(reserved.dossier().standing()).isEmpty();
        assertThat(reserved.dossier().content().amendedBecause()).contains("20 pupils more");
        assertThat(reserved.dossier().content().digest())
                .isEqualTo(FINGERPRINT.sha256(Content.text(
                        ID,
                        FUND,
                        CODE,
                        3,
                        NEEDS,
                        reserved.dossier().content().lines(),
                        List.of(),
                        Optional.of("20 pupils more"))));
    }

    @Test
    void what_follows_when_nothing_stands_any_more_amends_nothing() {
        Selection refused =
                state(Amending.standingRefused(before("draft v2", "v1 approved"), "only $1.00 is available", NOW));

        Selection revised = state(Selection.revise(refused, NEEDS, lines("940.00"), PRINCIPAL, NOW, FINGERPRINT));

        assertThat(refused.dossier().content().amendedBecause()).contains("20 pupils more");
        assertThat(revised.dossier().content().amendedBecause()).isEmpty();
    }

    @Test
    void an_amendment_keeps_what_is_under_contract() {
        Selection contracted = state(Selection.contracted(before("reserved v1", ""), CONTRACT));

        assertThat(submit(state(amend(contracted, "899.99"))))
                .isEqualTo(new Refused<>(
                        new ContractedLineDropped(HOMEWORK, Money.ofDollars("900.00"), Money.ofDollars("899.99"))));
        assertThat(submit(state(amend(contracted, "950.00")))).isInstanceOf(Accepted.class);
    }

    @Test
    void the_ledgers_answer_to_a_version_that_does_not_stand_changes_nothing() {
        Selection amended = before("draft v2", "v1 reserved");

        assertThat(Amending.stands(amended, 1)).isTrue();
        assertThat(Amending.stands(amended, 2)).isFalse();
        assertThat(Amending.standingReserved(amended, NOW)).isInstanceOf(Refused.class);
        assertThat(Selection.reserved(amended, NOW)).isInstanceOf(Refused.class);
        assertThat(Amending.standingReserved(before("reserved v1", ""), NOW)).isInstanceOf(Refused.class);
    }

    /** In whatever order school, deciders, ledger and competition act: what stands was approved and is older. */
    @Property
    void what_stands_is_older_approved_by_all_and_never_beside_what_is_reserved(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 11) Integer> happenings) {
        String[] all = {
            "amended",
            "revised",
            "submitted",
            "approved by all",
            "lost in council",
            "newest reserved",
            "newest refused",
            "v1 reserved",
            "given up",
            "loses a competition",
            "contracted",
            "withdrawn"
        };
        Selection selection = before("approved v1", "");

        for (int happening : happenings) {
            int versions = selection.dossier().versions();
            selection = switch (happens(selection, all[happening])) {
                case Accepted<Selection>(Selection next, var _) -> next;
                case Refused<Selection> _ -> selection;
            };
            Dossier dossier = selection.dossier();
            assertThat(dossier.versions()).isBetween(versions, versions + 1);
            assertThat(dossier.content().version()).isLessThanOrEqualTo(dossier.versions());
            boolean isReserved = selection instanceof Reserved;
            dossier.standing().ifPresent(standing -> {
                assertThat(isReserved).isFalse();
                assertThat(standing.content().version())
                        .isLessThan(dossier.content().version());
                assertThat(dossier.decisions().stream()
                                .filter(decision ->
                                        decision.version() == standing.content().version()
                                                && decision.verdict() == Verdict.APPROVED)
                                .map(StepDecision::step))
                        .contains(Step.COUNCIL, Step.SUPERINTENDENT, Step.COMPLETENESS);
            });
        }
    }

    /** The state of the table, reached by lawful steps. */
    private static Selection before(String is, String stands) {
        Selection draft = Selection.draft(ID, FUND, FY2019, CODE, NEEDS, lines("900.00"), PRINCIPAL, NOW, FINGERPRINT);
        Selection first = switch (is.endsWith("v1") ? is : stands.replace("v1 ", "") + " v1") {
            case "draft v1" -> draft;
            case "submitted v1" -> state(submit(draft));
            case "approved v1" -> approved(draft);
            case "reserved v1" -> state(Selection.reserved(approved(draft), NOW));
            case "returned v1" -> state(Selection.lostInCouncil(state(submit(draft)), "3 no", MOTION, NOW));
            case "withdrawn v1" -> state(Selection.withdraw(draft, "changed our mind", PRINCIPAL, NOW));
            case "lapsed v1" -> Selection.lapse(draft, CLOSED);
            default -> throw new IllegalArgumentException(is + " " + stands);
        };
        if (is.endsWith("v1")) {
            return first;
        }
        Selection second = state(amend(first, "950.00"));
        return switch (is) {
            case "draft v2" -> second;
            case "submitted v2" -> state(submit(second));
            case "approved v2" -> approved(second);
            case "returned v2" -> state(Selection.lostInCouncil(state(submit(second)), "3 no", MOTION, NOW));
            default -> throw new IllegalArgumentException(is);
        };
    }

    private static Decision<Selection> happens(Selection selection, String what) {
        return switch (what) {
            case "amended" -> amend(selection, "950.00");
            case "revised" -> Selection.revise(selection, NEEDS, lines("940.00"), PRINCIPAL, NOW, FINGERPRINT);
            case "submitted" -> submit(selection);
            case "lost in council" -> Selection.lostInCouncil(selection, "3 no", MOTION, NOW);
            case "approved by all" -> byAll(selection);
            case "newest reserved", "v2 reserved" -> Selection.reserved(selection, NOW);
            case "newest refused", "v2 refused" ->
                Selection.reservationRefused(selection, "only $1.00 is available", NOW);
            case "v1 reserved" -> Amending.standingReserved(selection, NOW);
            case "v1 refused" ->
                switch (Amending.standingRefused(selection, "only $1.00 is available", NOW)) {
                    case Accepted<Selection> accepted -> accepted;
                    // Said twice: the listener leaves it at that.
                    case Refused<Selection> _ -> Decision.accept(selection);
                };
            case "given up" -> Amending.withdraw(selection, NOW);
            case "loses a competition" -> Selection.outcomeDiffers(selection, LOSES, "lowest quote");
            case "withdrawn" -> Selection.withdraw(selection, "changed our mind", PRINCIPAL, NOW);
            case "contracted" -> Selection.contracted(selection, CONTRACT);
            case "the year ends" -> Decision.accept(Selection.lapse(selection, CLOSED));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Decision<Selection> byAll(Selection submitted) {
        return switch (Selection.approvedByCouncil(submitted, "8 yes", MOTION, NOW)) {
            case Refused<Selection> no -> no;
            case Accepted<Selection>(Selection byCouncil, var _) ->
                Selection.checkCompleteness(
                        state(Selection.superintendentDecides(
                                byCouncil, Verdict.APPROVED, "fits", SUPERINTENDENT, NOW)),
                        Verdict.APPROVED,
                        "complete",
                        BUDGET_OFFICER,
                        NOW);
        };
    }

    private static Selection approved(Selection draft) {
        Selection approved = state(byAll(state(submit(draft))));
        assertThat(approved).isInstanceOf(Approved.class);
        return approved;
    }

    private static Decision<Selection> amend(Selection selection, String dollars) {
        return Amending.amend(selection, "20 pupils more", NEEDS, lines(dollars), PRINCIPAL, NOW, FINGERPRINT);
    }

    private static Decision<Selection> submit(Selection draft) {
        return Selection.submit(
                draft,
                new Measure(
                        Money.ofDollars("5000.00"),
                        Money.ZERO,
                        policy(),
                        Map.of(HOMEWORK, homework(), CHOIR, choir()),
                        TODAY),
                Plan.usual(FUND),
                PRINCIPAL,
                NOW);
    }

    private static List<Line> lines(String dollars) {
        return LineAsked.price(
                        List.of(agreed(dollars)), Map.of(HOMEWORK, homework()), FY2019, List.of(), TODAY, School.ids())
                .orRefuse()
                .state();
    }

    private static String words(Selection selection) {
        return "%s v%d"
                .formatted(selection.word(), selection.dossier().content().version());
    }

    private static String stands(Selection selection) {
        return selection
                .dossier()
                .standing()
                .map(standing -> "v%d %s".formatted(standing.content().version(), standing.word()))
                .orElse("");
    }

    private static String slug(Refusal why) {
        return switch (why) {
            case NotAmendable _ -> "selection-not-amendable";
            case AmendmentAnswerDue _ -> "amendment-answer-due";
            case NothingAmended _ -> "nothing-amended";
            case FundIsClosed _ -> "fund-closed";
            case LinesUnderContract _ -> "lines-under-contract";
            default -> throw new IllegalArgumentException(why.toString());
        };
    }

    private static Selection state(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }
}
