package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.revision.CurrentAmounts;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Scenarios;

/** Counts what the schools of a fund have now. */
@ApplicationScoped
class CountAmounts {

    private final Scenarios scenarios;
    private final Revisions revisions;

    CountAmounts(Scenarios scenarios, Revisions revisions) {
        this.scenarios = scenarios;
        this.revisions = revisions;
    }

    /** What each funded school has; of no school while nothing is published. */
    CurrentAmounts of(Fund fund) {
        return switch (fund) {
            case Fund.Open _ -> CurrentAmounts.of(List.of(), List.of());
            case Fund.Allocated allocated -> of(allocated.scenario(), allocated);
            case Fund.Appropriated appropriated -> of(appropriated.allocated().scenario(), appropriated);
            case Fund.Closed closed -> of(closed.appropriated().allocated().scenario(), closed);
        };
    }

    private CurrentAmounts of(UUID scenario, Fund fund) {
        return CurrentAmounts.of(
                scenarios
                        .find(new ScenarioId(scenario))
                        .orElseThrow(
                                () -> new IllegalStateException("fund %s without its scenario".formatted(fund.id())))
                        .value()
                        .allocations(),
                revisions.accepted(List.of(fund.id())));
    }
}
