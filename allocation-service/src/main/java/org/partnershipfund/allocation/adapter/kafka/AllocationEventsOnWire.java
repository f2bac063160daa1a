package org.partnershipfund.allocation.adapter.kafka;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.fund.ChartOfAccounts;
import org.partnershipfund.allocation.fund.FundEvent;
import org.partnershipfund.allocation.fund.FundEvent.FundAppropriated;
import org.partnershipfund.allocation.fund.FundEvent.FundClosed;
import org.partnershipfund.allocation.fund.FundEvent.FundOpened;
import org.partnershipfund.allocation.revision.RevisionEvent;
import org.partnershipfund.allocation.revision.RevisionEvent.AllocationRevised;
import org.partnershipfund.allocation.revision.RevisionEvent.RevisionProposed;
import org.partnershipfund.allocation.scenario.ScenarioEvent;
import org.partnershipfund.allocation.scenario.ScenarioEvent.AllocationPublished;
import org.partnershipfund.contracts.AllocationPublishedV1;
import org.partnershipfund.contracts.AllocationRevisedV1;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundAppropriatedV1;
import org.partnershipfund.contracts.FundClosedV1;
import org.partnershipfund.contracts.FundOpenedV1;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.contracts.RevisionProposedV1;
import org.partnershipfund.foundation.eventlog.EventsOnWire;
import org.partnershipfund.foundation.eventlog.OnWire;
import org.partnershipfund.kernel.DomainEvent;

/** Our events as the contracts have them; a new event of ours breaks the build here until it has a wire form. */
@Singleton
final class AllocationEventsOnWire implements EventsOnWire {

    @Override
    public Optional<OnWire<?>> of(DomainEvent event) {
        return Optional.of(
                switch (event) {
                    case FundEvent ours -> of(ours);
                    case ScenarioEvent ours -> of(ours);
                    case RevisionEvent ours -> of(ours);
                    default -> throw new IllegalArgumentException("not an event of this service: " + event.getClass());
                });
    }

    private static OnWire<?> of(FundEvent event) {
        return switch (event) {
            case FundOpened opened ->
                new OnWire<>(Events.FUND_OPENED, opened.fund().value().toString(), data(opened));
            case FundAppropriated appropriated ->
                new OnWire<>(
                        Events.FUND_APPROPRIATED, appropriated.fund().value().toString(), data(appropriated));
            case FundClosed(var fund, var year, var at) ->
                new OnWire<>(
                        Events.FUND_CLOSED,
                        fund.value().toString(),
                        new FundClosedV1(fund.value(), year.endYear(), at));
        };
    }

    private static OnWire<?> of(ScenarioEvent event) {
        return switch (event) {
            case AllocationPublished published ->
                new OnWire<>(
                        Events.ALLOCATION_PUBLISHED,
                        published.allocation().school().value(),
                        data(published));
        };
    }

    private static OnWire<?> of(RevisionEvent event) {
        return switch (event) {
            case RevisionProposed proposed ->
                new OnWire<>(Events.REVISION_PROPOSED, proposed.from().value(), data(proposed));
            case AllocationRevised revised ->
                new OnWire<>(Events.ALLOCATION_REVISED, revised.school().value(), data(revised));
        };
    }

    private static FundOpenedV1 data(FundOpened event) {
        ChartOfAccounts chart = event.terms().chart();
        return new FundOpenedV1(
                event.fund().value(),
                event.terms().name(),
                event.terms().year().endYear(),
                event.terms().year().firstDay(),
                event.terms().year().lastDay(),
                MoneyV1.of(event.terms().pool()),
                new FundOpenedV1.ChartV1(chart.account(), chart.fund(), chart.program(), chart.subclass()),
                event.at());
    }

    private static FundAppropriatedV1 data(FundAppropriated event) {
        return new FundAppropriatedV1(
                event.fund().value(),
                event.year().endYear(),
                MoneyV1.of(event.adoption().amount()),
                event.adoption().vote(),
                event.adoption().on(),
                event.lines().stream()
                        .map(line -> new FundAppropriatedV1.LineV1(line.school().value(), MoneyV1.of(line.amount())))
                        .toList(),
                event.at());
    }

    private static AllocationPublishedV1 data(AllocationPublished event) {
        Candidate school = event.allocation().line().school();
        return new AllocationPublishedV1(
                event.allocation().id().value(),
                event.fund().value(),
                event.scenario().value(),
                event.year().endYear(),
                school.school().value(),
                school.name(),
                event.allocation().centre().value(),
                MoneyV1.of(event.allocation().amount()),
                school.index().decimal(),
                school.pupils(),
                event.at());
    }

    private static RevisionProposedV1 data(RevisionProposed event) {
        return new RevisionProposedV1(
                event.terms().id().value(),
                event.terms().fund().value(),
                event.from().value(),
                MoneyV1.of(event.terms().amount()),
                event.terms().reason(),
                event.at());
    }

    private static AllocationRevisedV1 data(AllocationRevised event) {
        return new AllocationRevisedV1(
                event.terms().id().value(),
                event.allocation().value(),
                event.terms().fund().value(),
                event.school().value(),
                MoneyV1.of(event.before()),
                MoneyV1.of(event.after()),
                event.terms().reason(),
                event.at());
    }
}
