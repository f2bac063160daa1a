package org.partnershipfund.approval.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.SelectionRefusal.NotYourStep;
import org.partnershipfund.foundation.problem.Problem;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Of many decisions none takes the answers of the others with it, whatever happens to it. */
class OneOfManyDecisionsTest {

    private static final UUID SELECTION = new UUID(0, 7);
    private static final DecisionsJson.Item ITEM =
            new DecisionsJson.Item(SELECTION, 3, "cfo", "approve", "fits the plan", List.of());

    @Test
    void what_is_refused_answers_as_the_door_for_one_would() {
        assertThat(answer(() -> {
                    throw new RefusedException(new NotYourStep(new SelectionId(SELECTION), Step.CFO));
                }))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(problem(answer).type()).endsWith(":not-your-step");
                });
        assertThat(answer(() -> {
                            throw new StaleStateException(SELECTION, 3);
                        })
                        .status())
                .isEqualTo(412);
    }

    @Test
    void what_fails_unexpectedly_is_answered_and_tells_nothing_of_the_fault() {
        assertThat(answer(() -> {
                    throw new IllegalStateException("password of the database: hunter2");
                }))
                .satisfies(answer -> {
                    assertThat(answer.selectionId()).isEqualTo(SELECTION);
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.state()).isNull();
                    assertThat(problem(answer).type()).endsWith(":temporarily-unavailable");
                    assertThat(problem(answer).detail())
                            .contains("new Idempotency-Key")
                            .doesNotContain("hunter2");
                });
    }

    private static DecisionsJson.Answer answer(Supplier<Versioned<Selection>> decision) {
        return ManyDecisionsResource.one(new Problems(), ITEM, decision);
    }

    private static Problem problem(DecisionsJson.Answer answer) {
        return Objects.requireNonNull(answer.problem());
    }
}
