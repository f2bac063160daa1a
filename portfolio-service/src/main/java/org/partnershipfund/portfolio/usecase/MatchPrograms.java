package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.matching.Candidate;
import org.partnershipfund.portfolio.matching.Excluded;
import org.partnershipfund.portfolio.matching.Excluded.Reason;
import org.partnershipfund.portfolio.matching.Matching;
import org.partnershipfund.portfolio.matching.Needs;
import org.partnershipfund.portfolio.matching.Offers;
import org.partnershipfund.portfolio.matching.PointsTable;
import org.partnershipfund.portfolio.matching.Ranking;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;

/** Ranks the programs on the menu of a day for a school; nothing of it is kept. */
@ApplicationScoped
public class MatchPrograms {

    /** So many programs are read by one statement, whose values are counted. */
    private static final int READ_AT_ONCE = 1_000;

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
        List<ProgramId> ids = offers.ranked(day, needs.grades());
        List<Candidate> candidates = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            programs.offered(ids.subList(from, Math.min(ids.size(), from + READ_AT_ONCE)), day).stream()
                    // what was suspended since the ids were read is not on the menu any more
                    .filter(offered -> offered.vetting().isPresent())
                    .map(offered -> candidate(offered, day, taken))
                    .forEach(candidates::add);
        }
        return Ranking.of(matching, candidates);
    }

    /** How many programs a ranking leaves out, for each reason. */
    public Map<Reason, Integer> countExcluded(LocalDate day, Needs needs) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            counts.put(reason, 0);
        }
        counts.putAll(offers.countExcluded(day, needs.grades()));
        return counts;
    }

    /**
     * The programs that a ranking leaves out, by id, behind {@code after}, at most {@code limit}.
     *
     * @throws RefusedException if a goal names a term of another service area
     */
    public List<Excluded> excluded(LocalDate day, Needs needs, Optional<ProgramId> after, int limit) {
        return offers.excluded(day, needs.checked().orRefuse().state().grades(), after, limit);
    }

    private static Candidate candidate(OfferedProgram offered, LocalDate day, Map<ProgramId, Integer> taken) {
        Program program = offered.program().value();
        return new Candidate(
                program.id(),
                program.partner(),
                offered.partner().name(),
                program.description(),
                program.sheetOn(day),
                program.sheets().stream()
                        .map(PriceSheet::validFrom)
                        .filter(begin -> begin.isAfter(day))
                        .min(Comparator.naturalOrder()),
                offered.vetting().orElseThrow(),
                Math.max(0, program.description().capacity() - taken.getOrDefault(program.id(), 0)));
    }
}
