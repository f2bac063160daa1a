package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.approval.fixtures.School.CODE;
import static org.partnershipfund.approval.fixtures.School.FUND;
import static org.partnershipfund.approval.fixtures.School.FY2019;
import static org.partnershipfund.approval.fixtures.School.HOMEWORK;
import static org.partnershipfund.approval.fixtures.School.NEEDS;
import static org.partnershipfund.approval.fixtures.School.NOW;
import static org.partnershipfund.approval.fixtures.School.PRINCIPAL;
import static org.partnershipfund.approval.fixtures.School.SUPERINTENDENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.adapter.rest.TurnJson.ProgressStep;
import org.partnershipfund.approval.adapter.rest.TurnJson.StandingProgress;
import org.partnershipfund.approval.menu.Unit;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Standing;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.approval.usecase.ReadTurns;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Versioned;

/** Policy approval §15.2: how far an amendment is, and beside it the way of the version that stands meanwhile. */
class ProgressOfAnAmendmentTest {

    private static final Instant APPROVED = NOW.plusSeconds(3600);
    private static final Instant RESERVED = NOW.plusSeconds(7200);

    @Test
    void each_version_is_told_with_its_own_decisions() {
        TurnJson.Progress progress = progress(Optional.of(standing(Optional.of(RESERVED))));
        StandingProgress stands = Objects.requireNonNull(progress.standing());

        assertThat(progress.version()).isEqualTo(2);
        assertThat(statuses(progress.steps())).containsExactly("approved", "to-come", "to-come", "to-come");
        assertThat(stands.version()).isEqualTo(1);
        assertThat(stands.state()).isEqualTo("reserved");
        assertThat(stands.reason()).isEqualTo("20 pupils more");
        assertThat(stands.approvedAt()).isEqualTo(APPROVED);
        assertThat(stands.reservedAt()).isEqualTo(RESERVED);
        assertThat(stands.steps().stream().map(ProgressStep::step))
                .containsExactly("council", "superintendent", "completeness", "reservation");
        assertThat(statuses(stands.steps())).containsOnly("approved");
        assertThat(stands.steps().get(1).decidedBy()).isEqualTo(PersonJson.of(SUPERINTENDENT));
    }

    @Test
    void what_stands_without_the_ledgers_answer_waits_for_it() {
        StandingProgress stands = Objects.requireNonNull(
                progress(Optional.of(standing(Optional.empty()))).standing());

        assertThat(stands.state()).isEqualTo("approved");
        assertThat(stands.reservedAt()).isNull();
        assertThat(statuses(stands.steps())).containsExactly("approved", "approved", "approved", "open");
    }

    @Test
    void what_amends_nothing_has_nothing_that_stands() {
        assertThat(progress(Optional.empty()).standing()).isNull();
    }

    private static List<String> statuses(List<ProgressStep> steps) {
        return steps.stream().map(ProgressStep::status).toList();
    }

    private static TurnJson.Progress progress(Optional<Standing> standing) {
        var dossier = new Dossier(
                new SelectionId(new UUID(0, 1)),
                FUND,
                FY2019,
                CODE,
                content(2),
                Optional.of(NOW),
                List.of(
                        approved(Step.COUNCIL, 1, Optional.empty()),
                        approved(Step.SUPERINTENDENT, 1, Optional.of(SUPERINTENDENT)),
                        approved(Step.COMPLETENESS, 1, Optional.of(PRINCIPAL)),
                        approved(Step.COUNCIL, 2, Optional.empty())),
                List.of(),
                List.of(),
                standing,
                2);
        var submitted = new Submitted(dossier, PRINCIPAL, NOW, Plan.usual(FUND));
        return TurnJson.progress(
                new ReadTurns.Turn(new Versioned<>(submitted, 9), List.of(), List.of(), NOW), List.of());
    }

    private static Standing standing(Optional<Instant> reservedAt) {
        return new Standing(content(1), PRINCIPAL, NOW, Plan.usual(FUND), APPROVED, reservedAt, "20 pupils more");
    }

    private static Content content(int version) {
        var line = new Line(
                new UUID(1, version),
                HOMEWORK,
                "Homework Club",
                new UUID(0, 301),
                "Harbor Youth Alliance",
                "academic-support",
                1,
                "year",
                Unit.AGREED,
                Money.ofDollars("900.00"),
                1,
                30,
                Money.ofDollars("900.00"),
                LocalDate.of(2018, 9, 4),
                LocalDate.of(2019, 6, 21));
        return new Content(version, NEEDS, List.of(line), "digest-" + version, PRINCIPAL, NOW);
    }

    private static StepDecision approved(Step step, int version, Optional<Person> by) {
        return new StepDecision(
                step, Verdict.APPROVED, version, "digest-" + version, "fits", by, Optional.empty(), NOW);
    }
}
