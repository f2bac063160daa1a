package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.RevisedAllocation;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.RevisionRefusal.NoSuchRevision;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Allocations;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchAllocation;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;

/** Reads revisions, and published allocations as they are now; what changed nothing is the offices' own. */
@ApplicationScoped
public class ReadRevisions {

    private final ReadScenarios readScenarios;
    private final Allocations allocations;
    private final Revisions revisions;

    ReadRevisions(ReadScenarios readScenarios, Allocations allocations, Revisions revisions) {
        this.readScenarios = readScenarios;
        this.allocations = allocations;
        this.revisions = revisions;
    }

    /**
     * One revision.
     *
     * @throws RefusedException if fund or revision do not exist, or only for others
     */
    public Versioned<Revision> revision(FundId fund, RevisionId id, Sight sight) {
        var visible = readScenarios.fund(fund, sight).value().id();
        return revisions
                .find(id)
                .filter(revision -> revision.value().terms().fund().equals(visible))
                .filter(revision -> sight == Sight.DRAFTS || revision.value() instanceof Revision.Accepted)
                .orElseThrow(() -> new RefusedException(new NoSuchRevision(fund, id)));
    }

    /**
     * The revisions of one fund by id, behind {@code after} and changed after that, at most {@code limit}.
     *
     * @throws RefusedException if the fund does not exist, or only for others
     */
    public List<Versioned<Revision>> revisions(
            FundId fund, Sight sight, Optional<RevisionId> after, Optional<Instant> changedAfter, int limit) {
        return revisions.list(
                readScenarios.fund(fund, sight).value().id(), sight == Sight.PUBLISHED, after, changedAfter, limit);
    }

    /**
     * One published allocation as it is now.
     *
     * @throws RefusedException if it does not exist
     */
    public RevisedAllocation allocation(AllocationId id) {
        return allocations
                .findPublished(id)
                .map(found -> RevisedAllocation.of(found, revisions.accepted(List.of(fund(found)))))
                .orElseThrow(() -> new RefusedException(new NoSuchAllocation(id)));
    }

    /** Published allocations as they are now, by id, behind {@code after}, at most {@code limit}. */
    public List<RevisedAllocation> allocations(Allocations.Filter filter, Optional<AllocationId> after, int limit) {
        List<AllocationInScenario> found = allocations.listPublished(filter, after, limit);
        List<Revision.Accepted> accepted = revisions.accepted(
                found.stream().map(ReadRevisions::fund).distinct().toList());
        return found.stream().map(one -> RevisedAllocation.of(one, accepted)).toList();
    }

    private static FundId fund(AllocationInScenario found) {
        return found.scenario().title().fund();
    }
}
