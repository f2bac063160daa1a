package org.partnershipfund.portfolio.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.CycleRefusal.ClosesBeforeItOpens;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CriterionTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CycleExists;
import org.partnershipfund.portfolio.program.ServiceArea;

/** A round of vetting. It never changes, because applications answer to what it said. */
public record Cycle(CycleId id, Terms terms, Instant announcedAt) {

    /**
     * What a cycle announces.
     *
     * @param name unique within the fiscal year
     * @param year for which its programs are sought
     * @param opensOn the first day on which one may apply
     * @param closesOn the last
     * @param categories one or more, each once
     * @param criteria one or more
     * @param minimumYears for how many years an applicant must have delivered the service, at least
     */
    public record Terms(
            String name,
            FiscalYear year,
            LocalDate opensOn,
            LocalDate closesOn,
            List<ServiceArea> categories,
            List<Criterion> criteria,
            int minimumYears) {
        public Terms {
            if (name.isBlank() || categories.isEmpty() || criteria.isEmpty() || minimumYears < 0) {
                throw new IllegalArgumentException("a cycle has a name, a category, a criterion and no negative years");
            }
            categories = List.copyOf(new TreeSet<>(categories));
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * Announces a cycle (§3.1).
     *
     * @param namesake the cycle of that name and year, if there is one
     */
    public static Decision<Cycle> announce(CycleId id, Terms terms, Optional<CycleId> namesake, Instant at) {
        if (namesake.isPresent()) {
            return Decision.refuse(new CycleExists(terms.name(), terms.year(), namesake.get()));
        }
        if (terms.closesOn().isBefore(terms.opensOn())) {
            return Decision.refuse(new ClosesBeforeItOpens(terms.opensOn(), terms.closesOn()));
        }
        Set<String> codes = new HashSet<>();
        return terms.criteria().stream()
                .map(Criterion::code)
                .filter(code -> !codes.add(code))
                .findFirst()
                .<Decision<Cycle>>map(code -> Decision.refuse(new CriterionTwice(code)))
                .orElseGet(() -> Decision.accept(new Cycle(id, terms, at)));
    }

    /** Whether one may apply on this day; first and last day included. */
    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(terms.opensOn()) && !day.isAfter(terms.closesOn());
    }

    /** How answers and ratings name the criteria, in the cycle's order. */
    public List<String> codes() {
        return terms.criteria().stream().map(Criterion::code).toList();
    }
}
