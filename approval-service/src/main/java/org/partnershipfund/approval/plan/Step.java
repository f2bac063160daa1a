package org.partnershipfund.approval.plan;

import java.util.Arrays;
import java.util.List;
import org.partnershipfund.approval.plan.StepKind.CompletenessCheck;
import org.partnershipfund.approval.plan.StepKind.CouncilMotion;
import org.partnershipfund.approval.plan.StepKind.Procurement;
import org.partnershipfund.approval.plan.StepKind.SingleDecision;

/**
 * Where a selection can be approved or returned.
 *
 * <p>Source: docs/policy/approval.md §13.2.
 */
public enum Step {
    /** The School Site Council. */
    COUNCIL("council"),
    /** The Instructional Superintendent of the school. */
    SUPERINTENDENT("superintendent"),
    /** The partnerships team, such as about a partner that the school never had before. */
    PARTNERSHIPS_TEAM("partnerships-team"),
    /** The budget office, about the money; not its check that everything is there. */
    BUDGET_OFFICE("budget-office"),
    /** The superintendent of the district. */
    DISTRICT_SUPERINTENDENT("district-superintendent"),
    /** The chief financial officer. */
    CFO("cfo"),
    /** The deputy chief financial officer. */
    DEPUTY_CFO("deputy-cfo"),
    /** The budget office's check that everything is there. */
    COMPLETENESS("completeness"),
    /** The ledger, which sets the money aside. */
    RESERVATION("reservation"),
    /** A procurement that another program won. */
    COMPETITION("competition");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** As it is written in JSON, tables and events. */
    public String word() {
        return word;
    }

    /** How it decides. */
    public StepKind kind() {
        return switch (this) {
            case COUNCIL -> new CouncilMotion();
            case SUPERINTENDENT -> new SingleDecision("instructional-superintendent");
            case PARTNERSHIPS_TEAM, BUDGET_OFFICE, DISTRICT_SUPERINTENDENT, CFO, DEPUTY_CFO -> new SingleDecision(word);
            case COMPLETENESS -> new CompletenessCheck();
            case RESERVATION, COMPETITION -> new Procurement();
        };
    }

    /** Those that a plan may have, in the order in which they are listed. */
    public static List<Step> ofPlans() {
        return Arrays.stream(values())
                .filter(step -> switch (step.kind()) {
                    case CouncilMotion _, SingleDecision _, CompletenessCheck _ -> true;
                    case Procurement _ -> false;
                })
                .toList();
    }
}
