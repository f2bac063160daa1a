package org.partnershipfund.allocation.adapter.db;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.opportunityindex.TractSets;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.scenario.Allocations;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.EnrollmentSnapshots;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.utilisation.Spending;

@Backbone
@QuarkusTest
@TestTransaction
class PanacheCollectionsIT extends CollectionsContract {

    @Inject
    Schools schools;

    @Inject
    EnrollmentSnapshots snapshots;

    @Inject
    IndexSets indexes;

    @Inject
    Funds funds;

    @Inject
    Scenarios scenarios;

    @Inject
    Allocations allocations;

    @Inject
    Revisions revisions;

    @Inject
    Notices notices;

    @Inject
    Spending spending;

    @Inject
    IndexModels models;

    @Inject
    TractSets tracts;

    @Inject
    EntityManager database;

    @Override
    Schools schools() {
        return schools;
    }

    @Override
    EnrollmentSnapshots snapshots() {
        return snapshots;
    }

    @Override
    IndexSets indexes() {
        return indexes;
    }

    @Override
    Funds funds() {
        return funds;
    }

    @Override
    Scenarios scenarios() {
        return scenarios;
    }

    @Override
    Allocations allocations() {
        return allocations;
    }

    @Override
    Revisions revisions() {
        return revisions;
    }

    @Override
    Notices notices() {
        return notices;
    }

    @Override
    Spending spending() {
        return spending;
    }

    @Override
    IndexModels models() {
        return models;
    }

    @Override
    TractSets tracts() {
        return tracts;
    }

    @Override
    void forget() {
        database.flush();
        database.clear();
    }
}
