package org.partnershipfund.portfolio.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CategoryTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.ClosesBeforeItOpens;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CriterionTwice;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CycleExists;
import org.partnershipfund.portfolio.cycle.CycleRefusal.CyclesOverlap;
import org.partnershipfund.portfolio.cycle.CycleRefusal.IntentDayOutside;

/** A round of vetting. It never changes, because applications answer to what it said. */
public record Cycle(CycleId id, Terms terms, Instant announcedAt) {

    /**
     * What a cycle announces.
     *
     * @param name unique within the fiscal year
     * @param year for which its programs are sought
     * @param opensOn the first day on which one may say that one applies
     * @param intentBy the last day for saying so; the answers may follow until {@code closesOn}
     * @param closesOn the last day for the answers
     * @param categories one or more
     */
    public record Terms(
            String name,
            FiscalYear year,
            LocalDate opensOn,
            Optional<LocalDate> intentBy,
            LocalDate closesOn,
            List<Category> categories) {
        public Terms {
            if (name.isBlank() || categories.isEmpty()) {
                throw new IllegalArgumentException("a cycle has a name and a category");
            }
            categories = List.copyOf(categories);
        }
    }

    /**
     * Announces a cycle (§3.1).
     *
     * @param others the cycles of that fiscal year
     */
    public static Decision<Cycle> announce(CycleId id, Terms terms, List<Cycle> others, Instant at) {
        return refusal(terms, others)
                .<Decision<Cycle>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new Cycle(id, terms, at)));
    }

    private static Optional<CycleRefusal> refusal(Terms terms, List<Cycle> others) {
        return Stream.<Optional<? extends CycleRefusal>>of(
                        others.stream()
                                .filter(other -> other.terms.name().equals(terms.name()))
                                .findFirst()
                                .map(other -> new CycleExists(terms.name(), terms.year(), other.id)),
                        Optional.of(new ClosesBeforeItOpens(terms.opensOn(), terms.closesOn()))
                                .filter(_ -> terms.closesOn().isBefore(terms.opensOn())),
                        terms.intentBy()
                                .filter(day -> day.isBefore(terms.opensOn()) || day.isAfter(terms.closesOn()))
                                .map(day -> new IntentDayOutside(day, terms.opensOn(), terms.closesOn())),
                        twice(terms.categories().stream().map(Category::code)).map(CategoryTwice::new),
                        terms.categories().stream()
                                .flatMap(category -> twice(category.codes().stream())
                                        .map(code -> new CriterionTwice(category.code(), code))
                                        .stream())
                                .findFirst(),
                        others.stream()
                                .flatMap(other -> overlap(terms, other).stream())
                                .findFirst())
                .<CycleRefusal>flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> twice(Stream<String> codes) {
        Set<String> seen = new HashSet<>();
        return codes.filter(code -> !seen.add(code)).findFirst();
    }

    /** Two open cycles that seek the same category would let one program be vetted by two sets of criteria. */
    private static Optional<CyclesOverlap> overlap(Terms terms, Cycle other) {
        boolean atTheSameTime = !terms.opensOn().isAfter(other.terms.closesOn())
                && !other.terms.opensOn().isAfter(terms.closesOn());
        return terms.categories().stream()
                .map(Category::code)
                .filter(code -> atTheSameTime && other.category(code).isPresent())
                .findFirst()
                .map(code -> new CyclesOverlap(code, other.id, other.terms.opensOn(), other.terms.closesOn()));
    }

    /** The last day on which one may say that one applies. */
    public LocalDate lastDayForIntents() {
        return terms.intentBy().orElse(terms.closesOn());
    }

    /** The category of that code. */
    public Optional<Category> category(String code) {
        return terms.categories().stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }
}
