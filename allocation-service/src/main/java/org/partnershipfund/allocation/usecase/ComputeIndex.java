package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.opportunityindex.Computation;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.UnknownModel;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.UnknownTractSet;
import org.partnershipfund.allocation.opportunityindex.Computations;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.IndexComputation;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.allocation.opportunityindex.IndexRefusal.IndexNameTaken;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.Provenance;
import org.partnershipfund.allocation.opportunityindex.SchoolNeed;
import org.partnershipfund.allocation.opportunityindex.StudentRecords;
import org.partnershipfund.allocation.opportunityindex.TractSet;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.opportunityindex.TractSets;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Computes an Opportunity Index from pupils, and lets the pupils go again. */
@ApplicationScoped
public class ComputeIndex {

    private static final int REPEATED_TOLD = 200;

    private final IndexModels models;
    private final TractSets tractSets;
    private final Schools schools;
    private final StudentRecords students;
    private final IndexSets sets;
    private final Computations computations;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ComputeIndex(
            IndexModels models,
            TractSets tractSets,
            Schools schools,
            StudentRecords students,
            IndexSets sets,
            Computations computations,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.models = models;
        this.tractSets = tractSets;
        this.schools = schools;
        this.students = students;
        this.sets = sets;
        this.computations = computations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What shall be computed.
     *
     * @param name unique; what people will call the set
     * @param source where the pupils come from
     * @param illustrative whether the pupils are not the district's own, such as generated ones
     * @param keep how long the pupils stay; nothing is kept if it is not more than zero
     */
    public record Ask(
            IndexModelId model,
            TractSetId tracts,
            String name,
            String source,
            LocalDate snapshotDate,
            boolean illustrative,
            Duration keep) {}

    /** An upload of pupils, as an adapter reads it. */
    public interface PupilFile {

        /** Reads every pupil that can be used into the roll, and remembers what cannot. */
        void read(Roll roll);

        /**
         * The SHA-256 of the bytes, in hexadecimal, if all pupils could be used.
         *
         * @param repeated pupils that are there more than once
         * @throws RuntimeException whatever tells the sender what cannot be used
         */
        String digestIfClean(List<StudentRecords.Repeated> repeated);
    }

    /** What a reader must know about the pupils it reads, and where they go. */
    public static final class Roll {

        private final IndexModel model;
        private final Set<SchoolCode> schools;
        private final Measurement measurement;
        private final StudentRecords.Intake intake;

        private Roll(IndexModel model, Set<SchoolCode> schools, Measurement measurement, StudentRecords.Intake intake) {
            this.model = model;
            this.schools = schools;
            this.measurement = measurement;
            this.intake = intake;
        }

        /** By which model the pupils are measured. */
        public IndexModel model() {
            return model;
        }

        /** The schools that are known. */
        public Set<SchoolCode> schools() {
            return schools;
        }

        /** The census tracts that are known. */
        public Set<String> tracts() {
            return measurement.tracts().keySet();
        }

        /**
         * Takes a pupil in; see {@link StudentRecords.Intake#add}.
         *
         * @return the factor that has more different values than any indicator has, if one has
         */
        public Optional<Factor> take(
                long line, String key, SchoolCode school, @Nullable String tract, @Nullable Long[] values) {
            Optional<Factor> full = measurement.peers().add(school, values);
            if (full.isEmpty()) {
                intake.add(line, key, school, tract, values);
            }
            return full;
        }
    }

    /**
     * Computes an index and keeps it as a set that scenarios can use.
     *
     * @throws RefusedException if model or tracts are not there or do not fit, the name is taken, or no school has ten
     *     pupils
     */
    @Transactional
    public Computation compute(Ask ask, PupilFile file) {
        IndexModel model =
                models.find(ask.model()).orElseThrow(() -> new RefusedException(new UnknownModel(ask.model())));
        TractSet tracts =
                tractSets.find(ask.tracts()).orElseThrow(() -> new RefusedException(new UnknownTractSet(ask.tracts())));
        requireFree(ask.name());
        var measurement = new Measurement(model, tracts);
        Set<SchoolCode> known = schools.all().keySet();
        students.admit(intake -> file.read(new Roll(model, known, measurement, intake)));
        String digest = file.digestIfClean(students.repeated(REPEATED_TOLD));
        IndexComputation computation = measurement.computation();
        students.forEach(computation::add);
        List<SchoolNeed> needs = computation.outcome().orRefuse().state();
        // Only now, so that nobody waits for a name while pupils are read.
        sets.holdNames();
        requireFree(ask.name());
        IndexSet set = set(ask, model, tracts, needs);
        sets.add(set);
        Optional<Instant> keptUntil = Optional.of(ask.keep())
                .filter(Duration::isPositive)
                .map(keep -> set.title().importedAt().plus(keep));
        var computed = new Computation(
                set.title(),
                model.id(),
                tracts.title().id(),
                needs.stream().mapToLong(ComputeIndex::pupilsShown).sum(),
                digest,
                Digests.of(needs),
                keptUntil);
        computations.add(computed, needs);
        if (keptUntil.isPresent()) {
            students.keep(set.title().id());
        }
        audit.record(new AuditTrail.Change(
                "IndexComputed", set.title().id().value().toString(), null, new Computed(computed, needs.size())));
        return computed;
    }

    private record Computed(Computation computation, int schools) {}

    private void requireFree(String name) {
        sets.findByName(name).ifPresent(existing -> {
            throw new RefusedException(new IndexNameTaken(name, existing.id()));
        });
    }

    private IndexSet set(Ask ask, IndexModel model, TractSet tracts, List<SchoolNeed> needs) {
        SortedMap<SchoolCode, IndexValue> values = new TreeMap<>();
        needs.forEach(need -> values.put(need.school(), need.index()));
        var provenance = new Provenance(
                ask.source(),
                "computed from pupils by index model '%s', version %d, and tract set '%s'"
                        .formatted(model.name(), model.version(), tracts.title().name()),
                ask.snapshotDate(),
                ask.illustrative() || model.illustrative());
        return new IndexSet(
                new IndexSet.Title(new IndexSetId(ids.next()), ask.name(), provenance, clock.instant()), values);
    }

    private static long pupilsShown(SchoolNeed need) {
        return switch (need) {
            case SchoolNeed.Measured measured -> measured.found().pupils();
            case SchoolNeed.TooFewPupils _ -> 0;
        };
    }
}
