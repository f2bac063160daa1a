package org.partnershipfund.portfolio.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.program.Point;

/**
 * What somebody looks for (catalogue §4).
 *
 * @param text words, phrases in quotes, {@code -} before what is not wanted, {@code or}; any text can be searched for
 * @param chosen of each facet that narrows the result, the words of which a program has at least one
 * @param near only what takes place near here, or comes to the school
 * @param vetted only those that are (or are not) on the menu of that day
 * @param day for which prices and vetting count
 * @param year for which places left count; where a program has no price on the day, the first that is in force when
 *     the year begins counts
 */
public record ProgramQuery(
        Optional<String> text,
        Map<Facet, Set<String>> chosen,
        Optional<Near> near,
        Optional<Boolean> vetted,
        Order order,
        LocalDate day,
        FiscalYear year) {

    public ProgramQuery {
        text = text.map(String::strip).filter(words -> !words.isEmpty());
        var kept = new EnumMap<Facet, Set<String>>(Facet.class);
        chosen.forEach((facet, words) -> {
            if (!words.isEmpty()) {
                kept.put(facet, Set.copyOf(words));
            }
        });
        chosen = Map.copyOf(kept);
        if ((order == Order.RELEVANCE && text.isEmpty()) || (order == Order.DISTANCE && near.isEmpty())) {
            throw new IllegalArgumentException("nothing to order by: " + order);
        }
    }

    /**
     * Around a place on the map.
     *
     * @param within metres, above zero; empty for any distance
     */
    public record Near(Point point, Optional<Integer> within) {}

    /** Whether misspelt words are looked for too: not where the text says by signs exactly what is meant (§4.2). */
    public boolean forgivesTypos() {
        return text.filter(words -> !words.contains("\"") && !words.matches("(?is)(.*\\s)?(-.*|or\\s.*)"))
                .isPresent();
    }
}
