package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.matching.Excluded;
import org.partnershipfund.portfolio.matching.Excluded.Reason;
import org.partnershipfund.portfolio.matching.Offers;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.ProgramId;

/** What matching must know of programs, from the tables of vetting and partnerships. */
@ApplicationScoped
class SqlOffers implements Offers {

    /**
     * Every program with the first reason for which it is not ranked (matching §2), none if it is. A vetting that holds on
     * the day, and keeps no program on the menu, is suspended.
     */
    private static final String STANDING = """
            WITH standing AS (
                SELECT p.id, p.name, p.partner_id,
                       EXISTS (SELECT 1 FROM application a WHERE a.program_id = p.id AND %s) AS on_the_menu,
                       EXISTS (SELECT 1 FROM application h WHERE h.program_id = p.id
                           AND h.state IN ('vetted', 'suspended') AND h.valid_from <= ? AND h.valid_until >= ?) AS held,
                       string_to_array(p.grades, ';') && string_to_array(?, ';') AS serves
                FROM program p),
            judged AS (
                SELECT s.*, CASE WHEN on_the_menu AND serves THEN NULL
                                 WHEN on_the_menu THEN 'no-grade-in-common'
                                 WHEN held THEN 'suspended'
                                 ELSE 'not-on-the-menu' END AS reason
                FROM standing s)
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
    public List<ProgramId> ranked(LocalDate day, List<Grade> grades) {
        return sql.list(
                STANDING + "SELECT id FROM judged WHERE reason IS NULL ORDER BY id",
                row -> new ProgramId(row.getObject("id", UUID.class)),
                asked(day, grades));
    }

    private record Count(Reason reason, int programs) {}

    @Override
    public Map<Reason, Integer> countExcluded(LocalDate day, List<Grade> grades) {
        return sql
                .list(
                        STANDING
                                + "SELECT reason, count(*) AS programs FROM judged WHERE reason IS NOT NULL GROUP BY reason",
                        row -> new Count(Reason.of(row.getString("reason")), row.getInt("programs")),
                        asked(day, grades))
                .stream()
                .collect(toMap(Count::reason, Count::programs));
    }

    @Override
    public List<Excluded> excluded(LocalDate day, List<Grade> grades, Optional<ProgramId> after, int limit) {
        return sql.list(
                STANDING + """
                        SELECT j.id, j.name, o.id AS partner_id, o.name AS partner_name, j.reason
                        FROM judged j JOIN partner o ON o.id = j.partner_id
                        WHERE j.reason IS NOT NULL AND j.id > ? ORDER BY j.id LIMIT ?
                        """,
                SqlOffers::excluded,
                asked(day, grades, after.map(ProgramId::value).orElse(Lists.BEFORE_ALL), limit));
    }

    private static Object[] asked(LocalDate day, List<Grade> grades, Object... more) {
        return Stream.concat(
                        Stream.of(day, day, day, day, day, day, Lists.joined(grades, Grade::word)), Stream.of(more))
                .toArray();
    }

    private static Excluded excluded(ResultSet row) throws SQLException {
        return new Excluded(
                new ProgramId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getString("partner_name"),
                Reason.of(row.getString("reason")));
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
