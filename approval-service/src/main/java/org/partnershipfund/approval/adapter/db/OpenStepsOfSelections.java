package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.partnershipfund.approval.plan.Plan;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.Selection.Submitted;
import org.partnershipfund.foundation.sql.Sql;

/** Keeps table {@code open_step} as the selection says, in the transaction that stores the selection. */
@ApplicationScoped
class OpenStepsOfSelections {

    private final Sql sql;
    private final Clock clock;

    OpenStepsOfSelections(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void keep(Selection selection) {
        Dossier dossier = selection.dossier();
        List<Plan.Open> open = selection instanceof Submitted submitted ? submitted.openSteps() : List.of();
        int _ = sql.update(
                "DELETE FROM open_step WHERE selection_id = ? AND step <> ALL (?)",
                dossier.id().value(),
                open.stream().map(one -> one.step().word()).toArray(String[]::new));
        for (Plan.Open one : open) {
            int _ = sql.update(
                    """
                    INSERT INTO open_step (selection_id, step, fund_id, school_code, content_version, stage, since, until)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT ON CONSTRAINT open_step_pkey DO NOTHING
                    """,
                    dossier.id().value(),
                    one.step().word(),
                    dossier.fund().value(),
                    dossier.school().value(),
                    dossier.content().version(),
                    one.planned().stage(),
                    one.since().atOffset(ZoneOffset.UTC),
                    one.planned()
                            .deadline()
                            .map(deadline ->
                                    deadline.end(one.since(), clock.getZone()).atOffset(ZoneOffset.UTC))
                            .orElse(null));
        }
    }
}
