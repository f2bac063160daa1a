package org.partnershipfund.approval.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnershipfund.approval.fixtures.School.BUDGET_OFFICER;
import static org.partnershipfund.approval.fixtures.School.CHOIR;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FINGERPRINT;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.HOMEWORK;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.SUPERINTENDENT;
import static org.partnershipfund.approval.fixtures.School.TODAY;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.plan.Facts;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Stages;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.policy.ApprovalPolicy;
import org.partnershipfund.approval.selection.Amending;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.approval.selection.CancelledPurchase;
import org.partnershipfund.approval.selection.CommunityRole;
import org.partnershipfund.approval.selection.ConsideredOption;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.LineAsked;
import org.partnershipfund.approval.selection.LineComment;
import org.partnershipfund.approval.selection.Mandate;
import org.partnershipfund.approval.selection.Needs;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.approval.selection.TakingPart;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** A selection comes back from its tables as it was stored, at every step of a long life. */
class WhatIsStoredIsReadIT {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final Needs NEEDS = new Needs(
            "Read \"by grade three\"",
            "Levels; näher besehen",
            "K\nto 2",
            "Two evenings",
            List.of(
                    new ConsideredOption(Optional.of(HOMEWORK), "Homework", true, "it fits"),
                    new ConsideredOption(Optional.empty(), "Nothing", false, "too little")),
            List.of(
                    new TakingPart(CommunityRole.FAMILY, Optional.of(12), Optional.of("an evening")),
                    new TakingPart(CommunityRole.TEACHER, Optional.of(3), Optional.empty())));

    private static final Ids IDS = School.ids();

    private long version;

    @Test
    void at_every_step_of_its_life() throws SQLException {
        try (var database = ApprovalDatabase.start()) {
            FundId fund = database.fund();
            List<Selections> replicas = List.of(database.selections(NOW), database.selections(NOW));
            Selections selections = replicas.getFirst();
            var state = Selection.draft(ID, fund, FY2019, CODE, NEEDS, lines("900.00"), PRINCIPAL, NOW, FINGERPRINT);
            UUID line = state.dossier().content().lines().getFirst().id();
            state = kept(replicas, state);

            state = kept(replicas, of(Selection.submit(state, measure(fund), plan(state), PRINCIPAL, later(1))));
            state = kept(replicas, of(Selection.approvedByCouncil(state, "5 of 7", new UUID(0, 7), later(2))));
            state = kept(
                    replicas,
                    of(Selection.decide(
                            state,
                            Step.SUPERINTENDENT,
                            Verdict.RETURNED,
                            "see the line",
                            List.of(new LineComment(line, "too dear")),
                            Mandate.own(SUPERINTENDENT),
                            later(3))));
            state = kept(
                    replicas, of(Selection.revise(state, NEEDS, lines("800.00"), PRINCIPAL, later(4), FINGERPRINT)));
            state = kept(replicas, of(Selection.submit(state, measure(fund), plan(state), PRINCIPAL, later(5))));
            state = kept(replicas, of(Selection.approvedByCouncil(state, "6 of 7", new UUID(0, 8), later(6))));
            state = kept(
                    replicas,
                    of(Selection.superintendentDecides(state, Verdict.APPROVED, "", SUPERINTENDENT, later(7))));
            state = kept(
                    replicas, of(Selection.checkCompleteness(state, Verdict.APPROVED, "", BUDGET_OFFICER, later(8))));
            state = kept(replicas, of(Selection.reserved(state, later(9))));
            UUID bought = state.dossier().content().lines().getFirst().id();
            state = kept(
                    replicas,
                    of(Selection.purchaseCancelled(
                            state, new CancelledPurchase(new UUID(8, 8), "Club", "Harbor", "no offers", later(10)))));
            state = kept(
                    replicas,
                    of(Selection.contracted(
                            state,
                            List.of(new Contracted(
                                    new UUID(7, 1),
                                    new UUID(8, 9),
                                    2,
                                    bought,
                                    HOMEWORK,
                                    Money.ofDollars("800.00"),
                                    later(11))))));
            state = kept(
                    replicas,
                    of(Amending.amend(state, "more", NEEDS, lines("850.00"), PRINCIPAL, later(12), FINGERPRINT)));
            state = kept(replicas, of(Amending.withdraw(state, later(13))));
            state = kept(
                    replicas,
                    of(Amending.amend(state, "most", NEEDS, lines("870.00"), PRINCIPAL, later(14), FINGERPRINT)));
            UUID lost = state.dossier().content().lines().getFirst().id();
            state = kept(
                    replicas,
                    of(Selection.outcomeDiffers(
                            state,
                            new Award(
                                    new UUID(8, 1),
                                    lost,
                                    HOMEWORK,
                                    CHOIR,
                                    "Voices",
                                    Money.ofDollars("9.00"),
                                    later(15)),
                            "the choir won")));
            Selection last = kept(replicas, Selection.lapse(state, later(16)));

            assertThat(selections.contents(ID)).hasSize(4);
            assertThat(selections.submittedVersions(ID)).containsExactlyInAnyOrder(1, 2);
            assertThatThrownBy(() -> selections.store(last, new Versioned<>(last, version - 1)))
                    .isInstanceOf(StaleStateException.class);
            assertThatThrownBy(() -> selections.add(last)).isInstanceOf(StaleStateException.class);
            assertThat(selections.find(ID)).contains(new Versioned<>(last, version));
        }
    }

    /** Stores what was decided, and finds the same again, whichever way it is read, and whichever replica wrote it. */
    private Selection kept(List<Selections> replicas, Selection next) {
        Selections selections = replicas.get(version % 2 == 0 ? 0 : 1);
        var read = selections.hold(ID);
        long stored = read.isPresent() ? selections.store(next, read.get()) : selections.add(next);
        assertThat(stored).isEqualTo(version + 1);
        version = stored;
        var expected = new Versioned<>(next, version);
        assertThat(selections.find(ID)).contains(expected);
        assertThat(selections.hold(ID).orElseThrow().value())
                .as("what was just written is not read")
                .isSameAs(next);
        assertThat(replicas).allSatisfy(replica -> assertThat(replica.hold(ID)).contains(expected));
        var all = new Selections.Filter(
                Optional.of(Set.of(CODE)),
                Optional.of(next.dossier().fund()),
                Optional.of(next.word()),
                Optional.empty(),
                Optional.of(Instant.EPOCH));
        assertThat(selections.list(all, Optional.empty(), 10)).containsExactly(expected);
        return next;
    }

    private static Selection of(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }

    private static Instant later(int minutes) {
        return NOW.plusSeconds(60L * minutes).plusNanos(123_456_000);
    }

    private static List<Line> lines(String dollars) {
        return LineAsked.price(
                        List.of(School.agreed(dollars)),
                        Map.of(HOMEWORK, School.homework()),
                        FY2019,
                        List.of(),
                        TODAY,
                        IDS)
                .orRefuse()
                .state();
    }

    private static Plan plan(Selection selection) {
        return Plan.resolve(
                Stages.usual(selection.dossier().fund()),
                new Facts(selection.dossier().content().total(), List.of(), List.of()));
    }

    private static Selection.Measure measure(FundId fund) {
        return new Selection.Measure(
                Money.ofDollars("60000.00"),
                Money.ZERO,
                ApprovalPolicy.usual(fund, NOW),
                Map.of(HOMEWORK, School.homework()),
                TODAY);
    }
}
