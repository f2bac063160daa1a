package org.partnershipfund.approval.plan;

import java.util.Optional;

/**
 * How a step decides.
 *
 * <p>Source: docs/policy/approval.md §13.2.
 */
public sealed interface StepKind {

    /** The council votes on a motion at a meeting (policy/school-site-council). */
    record CouncilMotion() implements StepKind {}

    /**
     * One person decides.
     *
     * @param role of that person, as tokens have it
     */
    record SingleDecision(String role) implements StepKind {}

    /** The budget office looks whether everything is there. */
    record CompletenessCheck() implements StepKind {
        static final String ROLE = "budget-office";
    }

    /** What procurement says about an approved selection; in no plan. */
    record Procurement() implements StepKind {}

    /** As it is written in JSON. */
    default String word() {
        return switch (this) {
            case CouncilMotion _ -> "council-motion";
            case SingleDecision _ -> "single-decision";
            case CompletenessCheck _ -> "completeness-check";
            case Procurement _ -> "procurement";
        };
    }

    /** The role of the one person who decides; empty where no single person does. */
    default Optional<String> decider() {
        return switch (this) {
            case SingleDecision(String role) -> Optional.of(role);
            case CompletenessCheck _ -> Optional.of(CompletenessCheck.ROLE);
            case CouncilMotion _, Procurement _ -> Optional.empty();
        };
    }
}
