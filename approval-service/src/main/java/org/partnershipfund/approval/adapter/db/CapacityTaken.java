package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;

/**
 * Keeps table {@code capacity_taken} as the selection says, in the transaction that stores the selection: of the version
 * that stands and the one that is on its way the larger, program by program (docs/policy/approval.md §10).
 */
@ApplicationScoped
class CapacityTaken {

    private final Sql sql;

    CapacityTaken(Sql sql) {
        this.sql = sql;
    }

    void keep(SelectionId id) {
        sql.later("""
                WITH taken AS (
                    SELECT program_id, fiscal_year, max(pupils) AS pupils
                      FROM (SELECT line.program_id, s.fiscal_year, sum(line.pupils) AS pupils
                              FROM selection AS s JOIN selection_line AS line ON line.selection_id = s.id
                             WHERE s.id = ? AND s.state <> 'lapsed'
                               AND (line.content_version = s.standing_version
                                    OR (line.content_version = s.content_version
                                        AND s.state IN ('submitted', 'approved', 'reserved')))
                             GROUP BY line.program_id, s.fiscal_year, line.content_version) AS version
                     GROUP BY program_id, fiscal_year),
                gone AS (
                    DELETE FROM capacity_taken AS kept
                     WHERE kept.selection_id = ?
                       AND NOT EXISTS (SELECT FROM taken WHERE taken.program_id = kept.program_id))
                INSERT INTO capacity_taken AS kept (program_id, fiscal_year, selection_id, pupils)
                SELECT program_id, fiscal_year, ?, pupils FROM taken
                    ON CONFLICT ON CONSTRAINT capacity_taken_pkey
                    DO UPDATE SET pupils = EXCLUDED.pupils WHERE kept.pupils <> EXCLUDED.pupils
                """, id.value(), id.value(), id.value());
    }

    // As JSON: for an array PostgreSQL plans each time anew, because it counts its elements.
    private static String asked(Collection<ProgramId> programs) {
        ArrayNode rows = RowJson.list();
        programs.stream()
                .distinct()
                .forEach(program ->
                        rows.addObject().put("program_id", program.value().toString()));
        return rows.toString();
    }

    /** Pupils of each program in all other selections of the year; a program that nobody chose is absent. */
    Map<ProgramId, Long> pupils(FiscalYear year, Collection<ProgramId> programs, SelectionId but) {
        return sql
                .list(
                        """
                        SELECT asked.program_id, taken.pupils
                          FROM json_populate_recordset(NULL::capacity_taken, ?::json) AS asked,
                               LATERAL (SELECT sum(kept.pupils) AS pupils FROM capacity_taken AS kept
                                         WHERE kept.program_id = asked.program_id AND kept.fiscal_year = ?
                                           AND kept.selection_id <> ?) AS taken
                         WHERE taken.pupils IS NOT NULL
                        """,
                        row -> Map.entry(new ProgramId(row.getObject("program_id", UUID.class)), row.getLong("pupils")),
                        asked(programs),
                        year.endYear(),
                        but.value())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
