package org.partnershipfund.portfolio.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.program.ProgramId;

/**
 * How well a program fits a school: the points of each rule, and what it costs.
 *
 * @param rules each rule that the school's needs call for, in order
 */
public record Match(Candidate candidate, FiscalYear year, List<Scored> rules, Quote.Sheet prices) {

    public Match {
        rules = List.copyOf(rules);
    }

    /** The sum of the points. */
    public int score() {
        return rules.stream().mapToInt(Scored::points).sum();
    }

    /** The lowest price for the school; empty if none can be reckoned. */
    public Optional<Quote> price() {
        return prices.counted().stream().findFirst();
    }

    /** What is missing, as plain sentences. */
    public List<String> missing() {
        List<String> all = new ArrayList<>();
        rules.forEach(rule -> rule.missing().ifPresent(all::add));
        if (candidate.sheet().isEmpty()) {
            all.add("It has no prices on that day%s."
                    .formatted(candidate
                            .nextPrices()
                            .map("; its first begin on %s"::formatted)
                            .orElse("")));
        } else if (price().isEmpty()) {
            all.add("No line of its price sheet counts for what the school needs.");
        }
        candidate
                .nextPrices()
                .filter(begin -> candidate.sheet().isPresent() && !begin.isAfter(year.lastDay()))
                .ifPresent(begin -> all.add("Its prices change on %s, before %s ends.".formatted(begin, year)));
        if (candidate.vetting().until().isBefore(year.firstDay())) {
            all.add("Its place on the menu ends on %s, before %s begins."
                    .formatted(candidate.vetting().until(), year));
        }
        return List.copyOf(all);
    }

    /** Where it stands in a ranking. */
    public Place place() {
        return new Place(score(), price().map(Quote::amount), candidate.id());
    }

    /**
     * A place in a ranking: more points first; then the lower price, none last; then the program registered first
     * (policy matching §5).
     */
    public record Place(int score, Optional<Money> price, ProgramId program) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::score)
                .reversed()
                .thenComparing(place -> place.price().map(Money::cents).orElse(Long.MAX_VALUE))
                .thenComparing(place -> place.price().isEmpty())
                .thenComparing(place -> place.program().value().toString());

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
