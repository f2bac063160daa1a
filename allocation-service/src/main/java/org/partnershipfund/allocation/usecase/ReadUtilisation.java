package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.allocation.equity.EquityReport;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.revision.CurrentAmounts;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.allocation.utilisation.Spending;
import org.partnershipfund.allocation.utilisation.Utilisation;
import org.partnershipfund.allocation.utilisation.YearEnd;
import org.partnershipfund.kernel.RefusedException;

/** Reads how much of a fund's allocations is under contract and paid, and what became of it at the year's end. */
@ApplicationScoped
public class ReadUtilisation {

    private final ReadScenarios readScenarios;
    private final Scenarios scenarios;
    private final CountAmounts countAmounts;
    private final Spending spending;

    ReadUtilisation(ReadScenarios readScenarios, Scenarios scenarios, CountAmounts countAmounts, Spending spending) {
        this.readScenarios = readScenarios;
        this.scenarios = scenarios;
        this.countAmounts = countAmounts;
        this.spending = spending;
    }

    /**
     * The utilisation of one fund; of no school while nothing is published.
     *
     * @throws RefusedException if the fund does not exist, or only for others
     */
    public Used of(FundId id, Sight sight) {
        Fund fund = readScenarios.fund(id, sight).value();
        return new Used(of(fund), scenario(fund).map(this::illustrative).orElse(false));
    }

    /**
     * How a fund is used.
     *
     * @param illustrative whether the index by which it was allocated only shows how things work
     */
    public record Used(Utilisation utilisation, boolean illustrative) {}

    /**
     * What became of the fund's money, school by school; provisional until it is closed.
     *
     * @throws RefusedException if the fund does not exist, or only for others
     */
    public YearEnd yearEnd(FundId id, Sight sight) {
        Fund fund = readScenarios.fund(id, sight).value();
        return YearEnd.of(fund, of(fund));
    }

    private Utilisation of(Fund fund) {
        return scenario(fund)
                .map(published -> of(published, fund))
                .orElseGet(() -> Utilisation.of(List.of(), spending.of(fund.id())));
    }

    private static Optional<UUID> scenario(Fund fund) {
        return switch (fund) {
            case Fund.Open _ -> Optional.empty();
            case Fund.Allocated allocated -> Optional.of(allocated.scenario());
            case Fund.Appropriated appropriated ->
                Optional.of(appropriated.allocated().scenario());
            case Fund.Closed closed ->
                Optional.of(closed.appropriated().allocated().scenario());
        };
    }

    private boolean illustrative(UUID published) {
        return readScenarios
                .scenario(new ScenarioId(published), Sight.PUBLISHED)
                .value()
                .title()
                .index()
                .provenance()
                .illustrative();
    }

    private Utilisation of(UUID scenario, Fund fund) {
        CurrentAmounts now = countAmounts.of(fund);
        List<SchoolAmount> schools = EquityReport.amounts(scenarios
                        .find(new ScenarioId(scenario))
                        .orElseThrow(
                                () -> new IllegalStateException("fund %s without its scenario".formatted(fund.id())))
                        .value()
                        .allocations())
                .stream()
                .map(school -> now.find(school.school())
                        .map(current -> school.receiving(current.amount()))
                        .orElse(school))
                .toList();
        return Utilisation.of(schools, spending.of(fund.id()));
    }
}
