package org.partnershipfund.portfolio.adapter.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.contracts.ApplicationSubmittedV1;
import org.partnershipfund.contracts.ClearanceRecordedV1;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.contracts.PartnerMembersChangedV1;
import org.partnershipfund.contracts.PartnerRegisteredV1;
import org.partnershipfund.contracts.PartnershipRegisteredV1;
import org.partnershipfund.contracts.PersonV1;
import org.partnershipfund.contracts.PriceSheetV1;
import org.partnershipfund.contracts.ProgramChangedV1;
import org.partnershipfund.contracts.ProgramRegisteredV1;
import org.partnershipfund.contracts.ProgramReinstatedV1;
import org.partnershipfund.contracts.ProgramSuspendedV1;
import org.partnershipfund.contracts.ProgramVettedV1;
import org.partnershipfund.foundation.eventlog.EventsOnWire;
import org.partnershipfund.foundation.eventlog.OnWire;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.portfolio.catalogue.Partnership.Source;
import org.partnershipfund.portfolio.catalogue.PartnershipEvent;
import org.partnershipfund.portfolio.catalogue.PartnershipEvent.PartnershipRegistered;
import org.partnershipfund.portfolio.clearance.ClearanceEvent.ClearanceRecorded;
import org.partnershipfund.portfolio.partner.PartnerEvent;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerMembersChanged;
import org.partnershipfund.portfolio.partner.PartnerEvent.PartnerRegistered;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.ProgramEvent;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramChanged;
import org.partnershipfund.portfolio.program.ProgramEvent.ProgramRegistered;
import org.partnershipfund.portfolio.vetting.VettingEvent;
import org.partnershipfund.portfolio.vetting.VettingEvent.ApplicationSubmitted;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramReinstated;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramSuspended;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramVetted;

/** Our events as the contracts have them; a new event of ours breaks the build here until it has a wire form. */
@Singleton
final class PortfolioEventsOnWire implements EventsOnWire {

    @Override
    public Optional<OnWire<?>> of(DomainEvent event) {
        return Optional.of(
                switch (event) {
                    case PartnerEvent ours -> of(ours);
                    case ClearanceRecorded(var found, var at) ->
                        OnWire.of(
                                Events.CLEARANCE_RECORDED,
                                found.partner().value(),
                                new ClearanceRecordedV1(
                                        found.partner().value(),
                                        found.kind().word(),
                                        found.status().word(),
                                        found.expiresOn().orElse(null),
                                        at));
                    case ProgramEvent ours -> of(ours);
                    case VettingEvent ours -> of(ours);
                    case PartnershipEvent ours -> of(ours);
                    default -> throw new IllegalArgumentException("not an event of this service: " + event.getClass());
                });
    }

    private static OnWire<?> of(PartnerEvent event) {
        String subject = event.partner().value().toString();
        return switch (event) {
            case PartnerRegistered registered ->
                new OnWire<>(
                        Events.PARTNER_REGISTERED,
                        subject,
                        new PartnerRegisteredV1(
                                registered.partner().value(),
                                registered.name(),
                                registered.kind().word(),
                                people(registered.members()),
                                registered.at()));
            case PartnerMembersChanged changed ->
                new OnWire<>(
                        Events.PARTNER_MEMBERS_CHANGED,
                        subject,
                        new PartnerMembersChangedV1(
                                changed.partner().value(), people(changed.members()), changed.at()));
        };
    }

    private static OnWire<?> of(ProgramEvent event) {
        String subject = event.program().id().value().toString();
        return switch (event) {
            case ProgramRegistered registered -> new OnWire<>(Events.PROGRAM_REGISTERED, subject, data(registered));
            case ProgramChanged changed -> new OnWire<>(Events.PROGRAM_CHANGED, subject, data(changed));
        };
    }

    private static ProgramRegisteredV1 data(ProgramRegistered event) {
        var program = event.program();
        var description = program.description();
        return new ProgramRegisteredV1(
                program.id().value(),
                program.partner().value(),
                event.partnerName(),
                description.name(),
                description.area().word(),
                description.grades().stream().map(Grade::word).toList(),
                description.capacity(),
                sheet(program.latestSheet()),
                event.at());
    }

    private static ProgramChangedV1 data(ProgramChanged event) {
        var program = event.program();
        var description = program.description();
        return new ProgramChangedV1(
                program.id().value(),
                program.partner().value(),
                event.partnerName(),
                description.name(),
                description.area().word(),
                description.grades().stream().map(Grade::word).toList(),
                description.capacity(),
                sheet(program.latestSheet()),
                event.at());
    }

    private static OnWire<?> of(PartnershipEvent event) {
        return switch (event) {
            case PartnershipRegistered(var partnership, var at) ->
                new OnWire<>(
                        Events.PARTNERSHIP_REGISTERED,
                        partnership.id().value().toString(),
                        new PartnershipRegisteredV1(
                                partnership.id().value(),
                                partnership.program().value(),
                                partnership.school().value(),
                                partnership.year().endYear(),
                                partnership.details().funding().word(),
                                partnership.source().map(Source::illustrative).orElse(false),
                                at));
        };
    }

    private static OnWire<?> of(VettingEvent event) {
        String subject = event.program().value().toString();
        return switch (event) {
            case ApplicationSubmitted submitted -> new OnWire<>(Events.APPLICATION_SUBMITTED, subject, data(submitted));
            case ProgramVetted vetted -> new OnWire<>(Events.PROGRAM_VETTED, subject, data(vetted));
            case ProgramSuspended suspended -> new OnWire<>(Events.PROGRAM_SUSPENDED, subject, data(suspended));
            case ProgramReinstated reinstated -> new OnWire<>(Events.PROGRAM_REINSTATED, subject, data(reinstated));
        };
    }

    private static ApplicationSubmittedV1 data(ApplicationSubmitted event) {
        var intent = event.intent();
        return new ApplicationSubmittedV1(
                event.id().value(),
                intent.program().value(),
                intent.partner().value(),
                intent.cycle().value(),
                intent.area().word(),
                event.at());
    }

    private static ProgramVettedV1 data(ProgramVetted event) {
        var intent = event.application().intent();
        var ruling = event.application().ruling();
        return new ProgramVettedV1(
                intent.program().value(),
                intent.partner().value(),
                event.application().id().value(),
                intent.cycle().value(),
                intent.area().word(),
                ruling.from(),
                ruling.until(),
                event.at());
    }

    private static ProgramSuspendedV1 data(ProgramSuspended event) {
        var intent = event.application().intent();
        return new ProgramSuspendedV1(
                intent.program().value(),
                intent.partner().value(),
                event.application().id().value(),
                event.application().suspension().from(),
                event.at());
    }

    private static ProgramReinstatedV1 data(ProgramReinstated event) {
        var intent = event.application().intent();
        return new ProgramReinstatedV1(
                intent.program().value(),
                intent.partner().value(),
                event.application().id().value(),
                event.reinstatement().on(),
                event.at());
    }

    private static List<PersonV1> people(List<Person> people) {
        return people.stream()
                .map(person -> new PersonV1(person.issuer(), person.subject()))
                .toList();
    }

    private static PriceSheetV1 sheet(PriceSheet sheet) {
        return new PriceSheetV1(
                sheet.version(),
                sheet.validFrom(),
                sheet.prices().stream()
                        .map(price -> new PriceSheetV1.PriceV1(
                                price.code(),
                                price.description(),
                                price.unit().word(),
                                MoneyV1.of(price.amount()),
                                price.tier().from() == 1 ? null : price.tier().from(),
                                price.tier().until().orElse(null)))
                        .toList());
    }
}
