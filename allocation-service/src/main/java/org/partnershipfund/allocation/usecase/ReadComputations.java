package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.opportunityindex.Computation;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.NoSuchComputation;
import org.partnershipfund.allocation.opportunityindex.Computations;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.ModelRefusal.NoSuchModel;
import org.partnershipfund.allocation.opportunityindex.SchoolNeed;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Reads how need was measured: everybody what a published scenario rests on, the district's offices everything. */
@ApplicationScoped
public class ReadComputations {

    private final Computations computations;
    private final IndexModels models;

    ReadComputations(Computations computations, IndexModels models) {
        this.computations = computations;
        this.models = models;
    }

    /**
     * One computation.
     *
     * @throws RefusedException if it does not exist, or only for others
     */
    public Computation computation(IndexSetId id, Sight sight) {
        return computations
                .find(id)
                .filter(_ -> sight == Sight.DRAFTS || computations.isPublic(id))
                .orElseThrow(() -> new RefusedException(new NoSuchComputation(id)));
    }

    /** The computations by id, behind {@code after} and of later than that, at most {@code limit}. */
    public List<Computation> computations(
            Sight sight, Optional<IndexSetId> after, Optional<Instant> computedAfter, int limit) {
        return computations.list(sight == Sight.PUBLISHED, after, computedAfter, limit);
    }

    /** What schools got, and the model by which. */
    public record Found(IndexModel model, List<SchoolNeed> schools) {}

    /**
     * What the schools got, by code, behind {@code after}, at most {@code limit}.
     *
     * @throws RefusedException if the computation does not exist, or only for others
     */
    public Found schools(IndexSetId id, Sight sight, Optional<SchoolCode> after, int limit) {
        var computation = computation(id, sight);
        return new Found(
                models.find(computation.model()).orElseThrow(),
                computations.schools(computation.title().id(), after, limit));
    }

    /**
     * One version of a model.
     *
     * @throws RefusedException if it does not exist, or only for others
     */
    public IndexModel model(IndexModelId id, Sight sight) {
        return models.find(id)
                .filter(_ -> sight == Sight.DRAFTS || computations.isPublic(id))
                .orElseThrow(() -> new RefusedException(new NoSuchModel(id)));
    }

    /** The versions of models by id, behind {@code after} and made later than that, at most {@code limit}. */
    public List<IndexModel> models(Sight sight, Optional<IndexModelId> after, Optional<Instant> madeAfter, int limit) {
        return models.list(sight == Sight.PUBLISHED, after, madeAfter, limit);
    }
}
