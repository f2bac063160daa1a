package org.partnershipfund.portfolio.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.partnershipfund.portfolio.matching.Excluded.Reason;
import org.partnershipfund.portfolio.program.ProgramId;

/**
 * All programs for a school: those that are ranked, best first, and those that are not.
 *
 * @param most the points that a program could have, the same for all
 * @param excluded by id
 */
public record Ranking(PointsTable table, int most, List<Match> matches, List<Excluded> excluded) {

    public Ranking {
        matches = List.copyOf(matches);
        excluded = List.copyOf(excluded);
    }

    /**
     * Ranks the menu.
     *
     * @param menu every program on it
     * @param offTheMenu every other program, with the reason
     */
    public static Ranking of(Matching matching, List<Candidate> menu, List<Excluded> offTheMenu) {
        List<Excluded> excluded = new ArrayList<>(offTheMenu);
        List<Match> matches = new ArrayList<>();
        for (Candidate candidate : menu) {
            if (candidate.servesAny(matching.needs())) {
                matches.add(matching.match(candidate));
            } else {
                excluded.add(Excluded.forItsGrades(candidate));
            }
        }
        matches.sort(Comparator.comparing(Match::place));
        excluded.sort(Comparator.comparing(program -> text(program.id())));
        return new Ranking(matching.table(), matching.most(), matches, excluded);
    }

    /** A match with its number in the ranking, from 1 on. */
    public record Ranked(int rank, Match match) {}

    /** The matches behind a place, best first, at most {@code limit}. */
    public List<Ranked> behind(Optional<Match.Place> last, int limit) {
        return IntStream.range(0, matches.size())
                .mapToObj(place -> new Ranked(place + 1, matches.get(place)))
                .filter(ranked -> last.map(
                                place -> place.compareTo(ranked.match().place()) < 0)
                        .orElse(true))
                .limit(limit)
                .toList();
    }

    /** The programs that are not ranked, behind an id, at most {@code limit}. */
    public List<Excluded> excludedBehind(Optional<ProgramId> last, int limit) {
        return excluded.stream()
                .filter(program -> last.map(id -> text(id).compareTo(text(program.id())) < 0)
                        .orElse(true))
                .limit(limit)
                .toList();
    }

    private static String text(ProgramId id) {
        return id.value().toString();
    }

    /** How many programs are not ranked for each reason; every reason is there. */
    public Map<Reason, Integer> counts() {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            counts.put(reason, 0);
        }
        excluded.forEach(program -> counts.merge(program.reason(), 1, Integer::sum));
        return counts;
    }
}
