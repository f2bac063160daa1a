package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.partnershipfund.allocation.opportunityindex.Component;
import org.partnershipfund.allocation.opportunityindex.Factor;
import org.partnershipfund.allocation.opportunityindex.IndexModel;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.allocation.opportunityindex.MissingRule;
import org.partnershipfund.allocation.opportunityindex.Weight;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;

/** Keeps how the district measures need, as the next version of a name. */
@ApplicationScoped
public class MakeIndexModel {

    private final IndexModels models;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    MakeIndexModel(IndexModels models, AuditTrail audit, Ids ids, Clock clock) {
        this.models = models;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What the district decided. */
    public record Ask(
            String name,
            String decidedBy,
            boolean illustrative,
            Map<Component, Weight> weights,
            List<Factor> factors,
            MissingRule missing) {}

    /**
     * Makes the next version of the name.
     *
     * @throws RefusedException if weights do not add up, or a factor is not possible
     */
    @Transactional
    public IndexModel make(Ask ask) {
        models.holdNames();
        IndexModel model = IndexModel.make(
                        new IndexModelId(ids.next()),
                        ask.name(),
                        models.newestVersion(ask.name()) + 1,
                        ask.decidedBy(),
                        ask.illustrative(),
                        ask.weights(),
                        ask.factors(),
                        ask.missing(),
                        clock.instant())
                .orRefuse()
                .state();
        models.add(model);
        audit.record(new AuditTrail.Change("IndexModelMade", model.id().value().toString(), null, model));
        return model;
    }
}
