package org.partnershipfund.allocation.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.allocation.formula.Apportionment;
import org.partnershipfund.allocation.formula.Apportionment.Line;
import org.partnershipfund.allocation.formula.Apportionment.Totals;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.AlreadyPublished;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.IndexMissing;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.PublishedIsFinal;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** A scenario is always in exactly one of these states; a published one never changes. */
public sealed interface Scenario {

    /** What went in; the same in every state. */
    Title title();

    /** What came out, by rank; the same in every state. */
    List<Allocation> allocations();

    /**
     * What goes into a scenario.
     *
     * @param name what people call it; need not be unique
     * @param rules how the pool is shared out
     * @param index the set that the indexes are from
     * @param enrollment the snapshot that the pupils are from
     */
    record Title(
            ScenarioId id,
            String name,
            FundId fund,
            FiscalYear year,
            Rules rules,
            IndexSet.Title index,
            EnrollmentSnapshot.Title enrollment,
            Instant computedAt) {}

    /** Seen by the budget office only; it may be one of many. */
    record Computed(Title title, List<Allocation> allocations) implements Scenario {
        public Computed {
            allocations = List.copyOf(allocations);
        }

        private Published publish(Instant at) {
            return new Published(this, at);
        }
    }

    /** Seen by everybody; final. */
    record Published(Computed computed, Instant publishedAt) implements Scenario {
        @Override
        public Title title() {
            return computed.title();
        }

        @Override
        public List<Allocation> allocations() {
            return computed.allocations();
        }
    }

    /**
     * A scenario without its allocations, for lists and for the explanation of one allocation.
     *
     * @param publishedAt empty while it is only computed
     */
    record Summary(Title title, Totals totals, Optional<Instant> publishedAt) {

        /** When it became what it is. */
        public Instant changedAt() {
            return publishedAt.orElse(title.computedAt());
        }
    }

    /** The scenario without its allocations. */
    default Summary summary() {
        List<Line> lines = allocations().stream().map(Allocation::line).toList();
        Totals totals = new Apportionment(title().rules(), lines).totals();
        return switch (this) {
            case Computed(Title title, var _) -> new Summary(title, totals, Optional.empty());
            case Published(Computed computed, Instant at) -> new Summary(computed.title(), totals, Optional.of(at));
        };
    }

    /**
     * Computes a scenario: the same inputs always give the same amounts.
     *
     * @param index the set that {@code title} names
     * @param enrollment the snapshot that {@code title} names; its schools are the candidates
     * @param schools at least the schools of the snapshot
     * @param before what schools had, by the notice that the rules name; who is missing had nothing
     * @param ids for the allocations, in the order of rank
     */
    static Decision<Scenario> compute(
            Title title,
            IndexSet index,
            EnrollmentSnapshot enrollment,
            Map<SchoolCode, School> schools,
            Map<SchoolCode, Money> before,
            Ids ids) {
        List<Candidate> candidates = new ArrayList<>();
        List<SchoolCode> withoutIndex = new ArrayList<>();
        enrollment.counts().forEach((code, count) -> {
            IndexValue value = index.values().get(code);
            if (value == null) {
                withoutIndex.add(code);
            } else {
                candidates.add(new Candidate(code, known(schools, code).name(), value, count.pupils()));
            }
        });
        if (!withoutIndex.isEmpty()) {
            return Decision.refuse(new IndexMissing(
                    withoutIndex, title.index().name(), enrollment.title().asOf()));
        }
        return switch (Apportionment.of(title.rules(), candidates, before)) {
            case Accepted<Apportionment>(Apportionment shared, var _) ->
                Decision.accept(new Computed(title, allocations(shared, schools, ids)));
            case Refused<Apportionment>(var why) -> Decision.refuse(why);
        };
    }

    /** The scenario as one that may still be computed anew. */
    static Decision<Computed> draft(Scenario scenario) {
        return switch (scenario) {
            case Computed computed -> Decision.accept(computed);
            case Published published ->
                Decision.refuse(new PublishedIsFinal(published.title().id(), published.publishedAt()));
        };
    }

    /** Makes a scenario final. */
    static Decision<Published> publish(Scenario scenario, Instant at) {
        return switch (scenario) {
            case Computed computed -> Decision.accept(computed.publish(at));
            case Published published ->
                Decision.refuse(new AlreadyPublished(published.title().id(), published.publishedAt()));
        };
    }

    private static List<Allocation> allocations(Apportionment shared, Map<SchoolCode, School> schools, Ids ids) {
        List<Allocation> allocations = new ArrayList<>();
        for (Line line : shared.lines()) {
            School school = known(schools, line.school().school());
            allocations.add(new Allocation(new AllocationId(ids.next()), school.centre(), line));
        }
        return allocations;
    }

    private static School known(Map<SchoolCode, School> schools, SchoolCode code) {
        School school = schools.get(code);
        if (school == null) {
            throw new IllegalArgumentException("school %s is counted and yet unknown".formatted(code));
        }
        return school;
    }
}
