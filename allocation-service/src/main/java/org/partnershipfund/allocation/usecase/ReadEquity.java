package org.partnershipfund.allocation.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.partnershipfund.allocation.baseline.BaselineRefusal.YearBeforeNotTold;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.equity.Changes;
import org.partnershipfund.allocation.equity.EquityReport;
import org.partnershipfund.allocation.equity.SchoolAmount;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoSuchScenario;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.usecase.ReadScenarios.Sight;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;

/** Measures a scenario against need, beside the year before; each reader from what that reader may see. */
@ApplicationScoped
public class ReadEquity {

    private final Scenarios scenarios;
    private final ReadPriorYearFunding readPriorYearFunding;
    private final Schools schools;

    ReadEquity(Scenarios scenarios, ReadPriorYearFunding readPriorYearFunding, Schools schools) {
        this.scenarios = scenarios;
        this.readPriorYearFunding = readPriorYearFunding;
        this.schools = schools;
    }

    /**
     * The equity report of one scenario.
     *
     * @throws RefusedException if the scenario does not exist, or only for others
     */
    public EquityReport report(ScenarioId id, Sight sight) {
        Scenario scenario = scenario(id, sight);
        return EquityReport.of(scenario.title(), scenario.allocations(), yearBefore(scenario, sight));
    }

    /**
     * What a scenario changes against the year before.
     *
     * @throws RefusedException if the scenario or a notice of the year before do not exist, or only for others
     */
    public Changes changes(ScenarioId id, Sight sight) {
        Scenario scenario = scenario(id, sight);
        Notice before = yearBefore(scenario, sight)
                .orElseThrow(() -> new RefusedException(
                        new YearBeforeNotTold(before(scenario.title().year()))));
        List<SchoolAmount> after = EquityReport.amounts(scenario.allocations());
        return Changes.of(scenario.title(), after, before, names());
    }

    private Scenario scenario(ScenarioId id, Sight sight) {
        Scenario scenario = scenarios
                .find(id)
                .orElseThrow(() -> new RefusedException(new NoSuchScenario(id)))
                .value();
        return switch (scenario) {
            case Scenario.Published published -> published;
            case Scenario.Computed computed -> {
                if (sight == Sight.PUBLISHED) {
                    throw new RefusedException(new NoSuchScenario(id));
                }
                yield computed;
            }
        };
    }

    private Optional<Notice> yearBefore(Scenario scenario, Sight sight) {
        return readPriorYearFunding.notice(sight, before(scenario.title().year()));
    }

    private Map<SchoolCode, String> names() {
        return schools.all().values().stream()
                .collect(Collectors.toMap(school -> school.code(), school -> school.name()));
    }

    private static FiscalYear before(FiscalYear year) {
        return new FiscalYear(year.endYear() - 1);
    }
}
