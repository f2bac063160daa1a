package org.partnershipfund.approval.turn;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.SelectionId;

/** The open steps of selections, with the persons who may act; for whoever reminds them, too. */
public interface OpenTurns {

    /** Where a page of open turns ended. */
    record After(SelectionId selection, Step step) {}

    /**
     * Open turns in the order of their selections and steps.
     *
     * @param fund only of this fund; empty for all
     * @param today the day in the district whose records name the persons
     */
    List<OpenTurn> list(Optional<FundId> fund, LocalDate today, Optional<After> after, int limit);

    /** Those of one selection, in the order of their stages. */
    List<OpenTurn> of(SelectionId selection, LocalDate today);
}
