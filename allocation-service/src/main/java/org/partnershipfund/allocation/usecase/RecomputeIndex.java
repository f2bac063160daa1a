package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.partnershipfund.allocation.opportunityindex.Computation;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.NoSuchComputation;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.StudentsNotKept;
import org.partnershipfund.allocation.opportunityindex.Computations;
import org.partnershipfund.allocation.opportunityindex.IndexComputation;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.StudentRecords;
import org.partnershipfund.allocation.opportunityindex.TractSets;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;

/** Computes an index once more from the pupils that are still kept, and compares the bytes. */
@ApplicationScoped
public class RecomputeIndex {

    private final Computations computations;
    private final IndexModels models;
    private final TractSets tractSets;
    private final StudentRecords students;
    private final AuditTrail audit;
    private final Clock clock;

    RecomputeIndex(
            Computations computations,
            IndexModels models,
            TractSets tractSets,
            StudentRecords students,
            AuditTrail audit,
            Clock clock) {
        this.computations = computations;
        this.models = models;
        this.tractSets = tractSets;
        this.students = students;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came out, beside what had come out then. */
    public record Comparison(Computation computation, String recomputedDigest) {

        /** Whether every byte is the same. */
        public boolean isEqual() {
            return computation.resultDigest().equals(recomputedDigest);
        }
    }

    /**
     * Computes it again; changes nothing.
     *
     * @throws RefusedException if there is no such computation, or its pupils are not kept any more
     */
    @Transactional
    public Comparison recompute(IndexSetId id) {
        Computation computation =
                computations.find(id).orElseThrow(() -> new RefusedException(new NoSuchComputation(id)));
        // Held before the clock is looked at: who deletes pupils whose time is over leaves these alone until the end.
        students.holdKept(id);
        if (!computation.keepsStudents(clock.instant())) {
            throw new RefusedException(new StudentsNotKept(id));
        }
        var measurement = new Measurement(
                models.find(computation.model()).orElseThrow(),
                tractSets.find(computation.tracts()).orElseThrow());
        students.forEachKept(
                id,
                (school, _, values) -> measurement.peers().add(school, values).ifPresent(factor -> {
                    throw new IllegalStateException("%s had room when the pupils were kept".formatted(factor.key()));
                }));
        IndexComputation again = measurement.computation();
        students.forEachKept(id, again::add);
        var comparison = new Comparison(
                computation, Digests.of(again.outcome().orRefuse().state()));
        audit.record(new AuditTrail.Change("IndexRecomputed", id.value().toString(), null, comparison));
        return comparison;
    }
}
