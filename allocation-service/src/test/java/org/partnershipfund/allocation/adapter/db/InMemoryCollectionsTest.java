package org.partnershipfund.allocation.adapter.db;

import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.fixtures.InMemory;
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

class InMemoryCollectionsTest extends CollectionsContract {

    private final Schools schools = new InMemory.SchoolMap();
    private final EnrollmentSnapshots snapshots = new InMemory.SnapshotMap();
    private final IndexSets indexes = new InMemory.IndexSetMap();
    private final Funds funds = new InMemory.FundMap();
    private final InMemory.RevisionMap revisions = new InMemory.RevisionMap();
    private final Notices notices = new InMemory.NoticeMap();
    private final Spending spending = new InMemory.SpendingMap();
    private final IndexModels models = new InMemory.ModelMap(_ -> false);
    private final TractSets tracts = new InMemory.TractSetMap();
    private final InMemory.ScenarioMap scenarios = new InMemory.ScenarioMap(revisions);

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
        return scenarios;
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
    void forget() {}
}
