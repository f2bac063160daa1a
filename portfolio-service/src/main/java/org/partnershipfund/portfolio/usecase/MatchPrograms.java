package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.matching.Candidate;
import org.partnershipfund.portfolio.matching.Matching;
import org.partnershipfund.portfolio.matching.Needs;
import org.partnershipfund.portfolio.matching.Offers;
import org.partnershipfund.portfolio.matching.PointsTable;
import org.partnershipfund.portfolio.matching.Ranking;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;

/** Ranks the programs on the menu of a day for a school; nothing of it is kept. */
@ApplicationScoped
public class MatchPrograms {

    private final Programs programs;
    private final Offers offers;
    private final PointsTable.Book points;

    MatchPrograms(Programs programs, Offers offers, PointsTable.Book points) {
        this.programs = programs;
        this.offers = offers;
        this.points = points;
    }

    /**
     * The ranking.
     *
     * @param year in which the programs would serve the school
     * @param day whose menu and prices count
     * @throws RefusedException if a goal names a term of another service area
     */
    @Transactional
    public Ranking rank(School school, FiscalYear year, LocalDate day, Needs needs) {
        var matching = new Matching(school, year, needs.checked().orRefuse().state(), points.on(day));
        Map<ProgramId, Integer> taken = offers.placesTakenElsewhere(year, school.code());
        List<Candidate> menu = programs.list(onTheMenu(day), Optional.empty(), Integer.MAX_VALUE).stream()
                .map(offered -> candidate(offered, day, taken))
                .toList();
        return Ranking.of(matching, menu, offers.offTheMenu(day));
    }

    private static Programs.Filter onTheMenu(LocalDate day) {
        return new Programs.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(true),
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Candidate candidate(OfferedProgram offered, LocalDate day, Map<ProgramId, Integer> taken) {
        Program program = offered.program().value();
        return new Candidate(
                program.id(),
                program.partner(),
                offered.partner().name(),
                program.description(),
                program.sheetOn(day),
                offered.vetting().orElseThrow(),
                Math.max(0, program.description().capacity() - taken.getOrDefault(program.id(), 0)));
    }
}
