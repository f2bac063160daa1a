package org.partnershipfund.approval.selection;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.partnershipfund.approval.fixtures.School.person;
import static org.partnershipfund.approval.fixtures.School.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.fixtures.School;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.PlannedStep;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection.Approved;
import org.partnershipfund.approval.selection.Selection.Measure;
import org.partnershipfund.approval.selection.Selection.Returned;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.SelectionRefusal.NoSuchLine;
import org.partnershipfund.approval.selection.SelectionRefusal.NotWaitingFor;
import org.partnershipfund.approval.selection.SelectionRefusal.OwnDecision;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;

/** Policy approval §13.6 and §14: whatever is decided in whatever order, nothing is approved without each of its steps. */
class NothingWithoutItsStepsTest {

    private static final SelectionId ID = new SelectionId(new UUID(0, 601));
    private static final UUID MOTION = new UUID(0, 701);
    private static final List<Step> STEPS = Step.ofPlans();

    /** Each step is put into one of four stages, or left out, or not needed; then people decide in any order. */
    @Property(tries = 2000)
    void no_order_of_decisions_approves_without_every_step_of_the_plan(
            @ForAll @Size(8) List<@IntRange(max = 5) Integer> places,
            @ForAll @Size(max = 30) List<@IntRange(max = 15) Integer> attempts) {
        Plan plan = plan(places);
        Set<Step> needed = plan.needed().stream().map(PlannedStep::step).collect(Collectors.toSet());
        Selection selection = submitted(plan);
        for (int attempt : attempts) {
            Step step = STEPS.get(attempt % STEPS.size());
            boolean approves = attempt < STEPS.size();
            Selection before = selection;
            selection = after(before, step, approves);
            if (selection instanceof Approved approved) {
                assertThat(approved.dossier().approvals()).containsOnlyKeys(needed);
                assertThat(approved.submitted().waitsFor()).isEmpty();
            }
            if (before instanceof Submitted open) {
                boolean itsTurn = open.waitsFor().contains(step);
                assertThat(selection.equals(before)).isEqualTo(!itsTurn);
                assertThat(selection instanceof Returned).isEqualTo(itsTurn && !approves);
                assertThat(plan).isEqualTo(open.plan());
            } else {
                assertThat(selection).isEqualTo(before);
            }
        }
        if (!attempts.stream()
                .map(attempt -> STEPS.get(attempt % STEPS.size()))
                .collect(Collectors.toSet())
                .containsAll(needed)) {
            assertThat(selection).isNotInstanceOf(Approved.class);
        }
    }

    /** Everybody in the order of the plan: it is approved by the last of them and not before. */
    @Property(tries = 500)
    void the_last_needed_step_approves_it(@ForAll @Size(8) List<@IntRange(max = 5) Integer> places) {
        Plan plan = plan(places);
        Selection selection = submitted(plan);
        for (PlannedStep planned : plan.needed()) {
            assertThat(selection).isInstanceOf(Submitted.class);
            selection = after(selection, planned.step(), true);
        }
        assertThat(selection).isInstanceOf(Approved.class);
    }

    @Test
    void separation_of_duties_holds_for_both_who_decides_and_in_whose_place() {
        Selection parallel = byCouncil(
                new Plan(1, List.of(needed(1, Step.COUNCIL), needed(2, Step.SUPERINTENDENT), needed(2, Step.CFO))));
        Mandate forAnna = new Mandate(person("ben"), Optional.of(person("anna")));
        Selection decided = accept(decide(parallel, Step.SUPERINTENDENT, forAnna));

        assertThat(decided.dossier().decisions().getLast().by()).contains(person("ben"));
        assertThat(decided.dossier().decisions().getLast().inPlaceOf()).contains(person("anna"));
        for (Mandate tainted : List.of(
                Mandate.own(person("anna")),
                Mandate.own(person("ben")),
                new Mandate(person("carl"), Optional.of(person("anna"))),
                new Mandate(person("ben"), Optional.of(person("dora"))),
                new Mandate(person("carl"), Optional.of(PRINCIPAL)))) {
            assertThat(decide(decided, Step.CFO, tainted)).isEqualTo(new Refused<>(new OwnDecision(ID, Step.CFO)));
        }
        assertThat(decide(decided, Step.CFO, Mandate.own(person("carl")))).isInstanceOf(Accepted.class);
        assertThat(decide(decided, Step.SUPERINTENDENT, Mandate.own(person("carl"))))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.SUPERINTENDENT, "submitted", "cfo")));
    }

    @Test
    void nobody_speaks_for_the_council() {
        assertThat(decide(submitted(Plan.usual(FUND)), Step.COUNCIL, Mandate.own(person("anna"))))
                .isEqualTo(new Refused<>(new NotWaitingFor(ID, Step.COUNCIL, "submitted", "council")));
    }

    @Test
    void a_comment_is_about_a_line_of_the_version() {
        Selection open = byCouncil(Plan.usual(FUND));
        UUID line = open.dossier().content().lines().getFirst().id();
        UUID strange = new UUID(0, 999);

        Selection back = accept(commented(open, line));

        assertThat(back.dossier().decisions().getLast().comments())
                .containsExactly(new LineComment(line, "The room takes twenty."));
        assertThat(commented(open, strange)).isEqualTo(new Refused<>(new NoSuchLine(ID, strange, 1)));
    }

    private static Decision<Selection> commented(Selection selection, UUID line) {
        return Selection.decide(
                selection,
                Step.SUPERINTENDENT,
                Verdict.RETURNED,
                "see the lines",
                List.of(new LineComment(line, "The room takes twenty.")),
                Mandate.own(person("anna")),
                NOW);
    }

    private static Decision<Selection> decide(Selection selection, Step step, Mandate mandate) {
        return Selection.decide(selection, step, Verdict.APPROVED, "as discussed", List.of(), mandate, NOW);
    }

    private static Selection after(Selection selection, Step step, boolean approves) {
        Decision<Selection> decision = step == Step.COUNCIL
                ? approves
                        ? Selection.approvedByCouncil(selection, "8 yes", MOTION, NOW)
                        : Selection.lostInCouncil(selection, "3 no", MOTION, NOW)
                : Selection.decide(
                        selection,
                        step,
                        approves ? Verdict.APPROVED : Verdict.RETURNED,
                        "as discussed",
                        List.of(),
                        Mandate.own(person(step.word())),
                        NOW);
        return switch (decision) {
            case Accepted<Selection>(Selection next, var _) -> next;
            case Refused<Selection> _ -> selection;
        };
    }

    private static Plan plan(List<Integer> places) {
        List<PlannedStep> steps = new ArrayList<>();
        for (int i = 0; i < STEPS.size(); i++) {
            int place = places.get(i);
            if (STEPS.get(i) == Step.COUNCIL) {
                steps.add(needed(Math.clamp(place, 1, 4), Step.COUNCIL));
            } else if (place == 5) {
                steps.add(new PlannedStep(1, STEPS.get(i), false, "None of its conditions holds.", Optional.empty()));
            } else if (place > 0) {
                steps.add(needed(place, STEPS.get(i)));
            }
        }
        return new Plan(1, steps);
    }

    private static PlannedStep needed(int stage, Step step) {
        return new PlannedStep(stage, step, true, "a test", Optional.empty());
    }

    private static Selection byCouncil(Plan plan) {
        return after(submitted(plan), Step.COUNCIL, true);
    }

    private static Selection submitted(Plan plan) {
        List<Line> lines = LineAsked.price(
                        List.of(agreed("100.00")), Map.of(HOMEWORK, homework()), FY2019, List.of(), TODAY, School.ids())
                .orRefuse()
                .state();
        return accept(Selection.submit(
                Selection.draft(ID, FUND, FY2019, CODE, NEEDS, lines, PRINCIPAL, NOW, FINGERPRINT),
                new Measure(Money.ofDollars("1000.00"), Money.ZERO, policy(), Map.of(HOMEWORK, homework()), TODAY),
                plan,
                PRINCIPAL,
                NOW));
    }

    private static Selection accept(Decision<Selection> decision) {
        return decision.orRefuse().state();
    }
}
