package org.partnershipfund.approval.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What waits for whom, all of it. */
public interface TurnsToRemind {

    /**
     * Open turns in a stable order, behind {@code after}, at most {@code limit}.
     *
     * @param today the day in the district whose records name the people
     */
    List<Turn> list(LocalDate today, Optional<Turn> after, int limit);
}
