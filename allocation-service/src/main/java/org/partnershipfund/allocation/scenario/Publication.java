package org.partnershipfund.allocation.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.formula.HoldHarmless;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.scenario.ScenarioEvent.AllocationPublished;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.CentresCorrected;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.NoticeNotToldYet;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.SchoolCode;

/** A scenario and its fund, which are published together or not at all. */
public record Publication(Scenario.Published scenario, Fund fund) {

    /**
     * Publishes a scenario as the one of its fund: an event for each school that receives money.
     *
     * @param schools the roll as it is now; at least the schools of the scenario
     * @param today the day in the district
     * @throws IllegalArgumentException if the scenario is of another fund or another pool
     */
    public static Decision<Publication> of(
            Scenario scenario, Fund fund, Map<SchoolCode, School> schools, LocalDate today, Instant at) {
        if (!scenario.title().fund().equals(fund.id())
                || !scenario.title().rules().pool().equals(fund.terms().pool())) {
            throw new IllegalArgumentException("%s is not of fund %s".formatted(scenario.title(), fund.id()));
        }
        var untold = scenario.title()
                .rules()
                .holdHarmless()
                .map(HoldHarmless::toldOn)
                .filter(today::isBefore);
        if (untold.isPresent()) {
            return Decision.refuse(new NoticeNotToldYet(scenario.title().id(), untold.get(), today));
        }
        return switch (Scenario.publish(scenario, at)) {
            case Accepted<Scenario.Published>(var published, var _) -> of(published, fund, schools, today);
            case Refused<Scenario.Published>(var why) -> Decision.refuse(why);
        };
    }

    private static Decision<Publication> of(
            Scenario.Published published, Fund fund, Map<SchoolCode, School> schools, LocalDate today) {
        // A line is opened under the school's centre, once and for ever.
        List<SchoolCode> corrected = published.allocations().stream()
                .filter(allocation -> !charts(schools.get(allocation.school()), allocation))
                .map(Allocation::school)
                .sorted()
                .toList();
        if (!corrected.isEmpty()) {
            return Decision.refuse(new CentresCorrected(published.title().id(), corrected));
        }
        var allocated = Fund.allocate(fund, published.title().id().value(), today, published.publishedAt());
        return switch (allocated) {
            case Accepted<Fund>(Fund next, var _) ->
                Decision.accept(new Publication(published, next), events(published, fund.id()));
            case Refused<Fund>(var why) -> Decision.refuse(why);
        };
    }

    private static boolean charts(@Nullable School school, Allocation allocation) {
        return school != null && school.centre().equals(allocation.centre());
    }

    private static List<AllocationPublished> events(Scenario.Published published, FundId fund) {
        return published.allocations().stream()
                .filter(allocation -> allocation.amount().isPositive())
                .map(allocation -> new AllocationPublished(
                        fund, published.title().id(), published.title().year(), allocation, published.publishedAt()))
                .toList();
    }
}
