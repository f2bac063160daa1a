package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.matching.Excluded;
import org.partnershipfund.portfolio.matching.Excluded.Reason;
import org.partnershipfund.portfolio.matching.Offers;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;

/** What matching must know of programs, from the tables of vetting and partnerships. */
@ApplicationScoped
class SqlOffers implements Offers {

    /** A vetting that holds on the day, and keeps no program on the menu, is suspended. */
    private static final String OFF_THE_MENU = """
            SELECT p.id, p.name, o.id AS partner_id, o.name AS partner_name,
                   EXISTS (SELECT 1 FROM application held WHERE held.program_id = p.id
                       AND held.state IN ('vetted', 'suspended') AND held.valid_from <= ? AND held.valid_until >= ?) AS suspended
            FROM program p JOIN partner o ON o.id = p.partner_id
            WHERE NOT EXISTS (SELECT 1 FROM application a WHERE a.program_id = p.id AND %s)
            ORDER BY p.id
            """.formatted(ApplicationRow.ON_THE_MENU_IN_SQL);

    /** As the view {@code program_served} has it, without one school. */
    private static final String TAKEN_ELSEWHERE = """
            SELECT served.program_id, sum(CASE WHEN served.pupils BETWEEN 1 AND %d THEN %d ELSE served.pupils END) AS taken
            FROM (SELECT h.program_id, h.fiscal_year, h.school_code, h.pupils FROM partnership h WHERE h.contracts = ''
                  UNION ALL
                  SELECT c.program_id, c.fiscal_year, c.school_code, c.pupils
                  FROM heard_choice c
                  JOIN heard_selection s ON s.selection_id = c.selection_id
                      AND s.approved_version = c.version AND s.ended_version < c.version) served
            WHERE served.fiscal_year = ? AND served.school_code <> ? AND served.pupils > 0
            GROUP BY served.program_id
            """.formatted(Details.FEW_PUPILS - 1, Details.FEW_PUPILS);

    private final Sql sql;

    SqlOffers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Excluded> offTheMenu(LocalDate day) {
        return sql.list(OFF_THE_MENU, SqlOffers::excluded, day, day, day, day, day, day);
    }

    private static Excluded excluded(ResultSet row) throws SQLException {
        return new Excluded(
                new ProgramId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getString("partner_name"),
                row.getBoolean("suspended") ? Reason.SUSPENDED : Reason.NOT_ON_THE_MENU);
    }

    private record Taken(ProgramId program, int places) {}

    @Override
    public Map<ProgramId, Integer> placesTakenElsewhere(FiscalYear year, SchoolCode school) {
        return sql
                .list(
                        TAKEN_ELSEWHERE,
                        row -> new Taken(
                                new ProgramId(row.getObject("program_id", UUID.class)),
                                Math.clamp(row.getLong("taken"), 0, Integer.MAX_VALUE)),
                        year.endYear(),
                        school.value())
                .stream()
                .collect(toMap(Taken::program, Taken::places));
    }
}
