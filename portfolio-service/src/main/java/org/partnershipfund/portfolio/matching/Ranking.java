package org.partnershipfund.portfolio.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The programs of the menu for a school, best first.
 *
 * @param most the points that a program could have, the same for all
 */
public record Ranking(PointsTable table, int most, List<Match> matches) {

    public Ranking {
        matches = List.copyOf(matches);
    }

    /**
     * Ranks programs.
     *
     * @param candidates every program on the menu that serves at least one of the grades
     */
    public static Ranking of(Matching matching, List<Candidate> candidates) {
        return new Ranking(
                matching.table(),
                matching.most(),
                candidates.stream()
                        .map(matching::match)
                        .sorted(Comparator.comparing(Match::place))
                        .toList());
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
}
