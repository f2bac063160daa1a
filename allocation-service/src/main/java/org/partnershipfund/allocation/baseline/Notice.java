package org.partnershipfund.allocation.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** What one fiscal year paid for, as it is told on one day. It never changes; a correction is a notice of a later day. */
public record Notice(Title title, List<PriorYearFunding> lines) {

    public Notice {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a notice tells something");
        }
    }

    /** What was paid at each school that the notice names, all partners together. */
    public SortedMap<SchoolCode, Money> bySchool() {
        SortedMap<SchoolCode, Money> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.school(), line.amount(), Money::plus));
        return sums;
    }

    /**
     * A notice without its lines.
     *
     * @param year which year's funding is told
     * @param on from this day on, in the district, everybody may read it
     * @param source who made the figures, from which books
     * @param illustrative whether the figures are made up to show how things work
     */
    public record Title(
            NoticeId id, FiscalYear year, LocalDate on, String source, boolean illustrative, Instant importedAt) {

        /** What everybody must be told who sees a figure of it; nothing if the figures are the district's books. */
        public Optional<String> caveat() {
            return illustrative
                    ? Optional.of(
                            "The funding of %s is generated, not the district's books: it proves nothing about any real school or partner."
                                    .formatted(year))
                    : Optional.empty();
        }
    }
}
