package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        ArrayNode rows = RowJson.list();
        for (Plan.Open one : open) {
            rows.add(RowJson.tree(new Row(
                    dossier.id().value(),
                    one.step().word(),
                    dossier.fund().value(),
                    dossier.school().value(),
                    dossier.content().version(),
                    one.planned().stage(),
                    one.since(),
                    one.planned()
                            .deadline()
                            .map(deadline -> deadline.end(one.since(), clock.getZone()))
                            .orElse(null))));
        }
        sql.later(
                """
                WITH gone AS (DELETE FROM open_step WHERE selection_id = ? AND step <> ALL (?))
                INSERT INTO open_step (selection_id, step, fund_id, school_code, content_version, stage, since, until)
                SELECT selection_id, step, fund_id, school_code, content_version, stage, since, until
                  FROM json_populate_recordset(NULL::open_step, ?::json)
                    ON CONFLICT ON CONSTRAINT open_step_pkey DO NOTHING
                """,
                dossier.id().value(),
                open.stream().map(one -> one.step().word()).toArray(String[]::new),
                rows.toString());
    }

    /** A step that is open, as it lies in the table. */
    private record Row(
            UUID selectionId,
            String step,
            UUID fundId,
            String schoolCode,
            int contentVersion,
            int stage,
            Instant since,
            @Nullable Instant until) {}
}
