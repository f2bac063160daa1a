package org.partnershipfund.approval.submission;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * Where a school stands with what it may choose of a fund.
 *
 * <p>Source: docs/policy/approval.md §16.5.
 *
 * @param selections how many it has that are neither withdrawn nor lapsed
 * @param selected what those cost together
 * @param approved what is approved or reserved, or stands while it is amended
 * @param reserved what the ledger has set aside
 * @param contracted what is under contract, whatever became of its selection
 * @param step where its least advanced selection stands: {@code no-selection}, {@code draft}, {@code returned}, the step
 *     that it waits for, the first of them if several are open, {@code approved} or {@code reserved}
 * @param openSteps every step that a selection of the school waits for, each once, those of early stages first
 * @param dueOn the last day for a first submission
 * @param overdue whether that day is past and nothing was ever submitted
 */
public record SchoolProgress(
        SchoolCode school,
        String schoolName,
        Money allocation,
        int selections,
        Money selected,
        Money approved,
        Money reserved,
        Money contracted,
        String step,
        List<Step> openSteps,
        Optional<LocalDate> dueOn,
        boolean overdue) {

    public SchoolProgress {
        openSteps = List.copyOf(openSteps);
    }
}
