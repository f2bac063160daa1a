package org.partnershipfund.approval.adapter.kafka;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.partnershipfund.approval.council.CouncilEvent;
import org.partnershipfund.approval.council.CouncilEvent.CouncilSeatTaken;
import org.partnershipfund.approval.council.Group;
import org.partnershipfund.approval.council.Seat;
import org.partnershipfund.approval.person.Person;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Dossier;
import org.partnershipfund.approval.selection.Line;
import org.partnershipfund.approval.selection.SelectionEvent;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionApproved;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionReturned;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionSubmitted;
import org.partnershipfund.approval.selection.SelectionEvent.SelectionWithdrawn;
import org.partnershipfund.approval.selection.StepDecision;
import org.partnershipfund.approval.selection.Verdict;
import org.partnershipfund.approval.supervision.Assignment;
import org.partnershipfund.approval.supervision.SupervisionEvent;
import org.partnershipfund.approval.supervision.SupervisionEvent.SupervisorAssigned;
import org.partnershipfund.contracts.CouncilSeatTakenV2;
import org.partnershipfund.contracts.DecisionV1;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.contracts.PersonV1;
import org.partnershipfund.contracts.SelectionApprovedV1;
import org.partnershipfund.contracts.SelectionLineV1;
import org.partnershipfund.contracts.SelectionReturnedV2;
import org.partnershipfund.contracts.SelectionSubmittedV1;
import org.partnershipfund.contracts.SelectionWithdrawnV2;
import org.partnershipfund.contracts.SupervisorAssignedV1;
import org.partnershipfund.foundation.eventlog.EventsOnWire;
import org.partnershipfund.foundation.eventlog.OnWire;
import org.partnershipfund.kernel.DomainEvent;

/** Our events as the contracts have them; a new event of ours breaks the build here until it has a wire form. */
@Singleton
final class ApprovalEventsOnWire implements EventsOnWire {

    @Override
    public Optional<OnWire<?>> of(DomainEvent event) {
        return switch (event) {
            case CouncilEvent ours -> of(ours);
            case SupervisionEvent ours -> Optional.of(of(ours));
            case SelectionEvent ours -> Optional.of(of(ours));
            default -> throw new IllegalArgumentException("not an event of this service: " + event.getClass());
        };
    }

    // Nothing about a pupil is in any event, also not that one sits on a council.
    private static Optional<OnWire<?>> of(CouncilEvent event) {
        return switch (event) {
            case CouncilSeatTaken taken when taken.seat().group() == Group.STUDENT -> Optional.empty();
            case CouncilSeatTaken taken ->
                Optional.of(
                        new OnWire<>(Events.COUNCIL_SEAT_TAKEN, taken.school().value(), data(taken)));
        };
    }

    private static OnWire<?> of(SupervisionEvent event) {
        return switch (event) {
            case SupervisorAssigned assigned ->
                new OnWire<>(Events.SUPERVISOR_ASSIGNED, assigned.school().value(), data(assigned));
        };
    }

    private static OnWire<?> of(SelectionEvent event) {
        String subject = event.dossier().id().value().toString();
        return switch (event) {
            case SelectionSubmitted submitted -> new OnWire<>(Events.SELECTION_SUBMITTED, subject, data(submitted));
            case SelectionReturned returned -> new OnWire<>(Events.SELECTION_RETURNED, subject, data(returned));
            case SelectionApproved approved -> new OnWire<>(Events.SELECTION_APPROVED, subject, data(approved));
            case SelectionWithdrawn withdrawn -> new OnWire<>(Events.SELECTION_WITHDRAWN, subject, data(withdrawn));
        };
    }

    private static CouncilSeatTakenV2 data(CouncilSeatTaken event) {
        Seat seat = event.seat();
        return new CouncilSeatTakenV2(
                seat.id().value(),
                event.school().value(),
                seat.group() == Group.PRINCIPAL,
                person(seat.member()),
                seat.from(),
                seat.until().orElse(null),
                event.cancelled(),
                event.at());
    }

    private static SupervisorAssignedV1 data(SupervisorAssigned event) {
        Assignment assignment = event.assignment();
        return new SupervisorAssignedV1(
                assignment.id().value(),
                event.school().value(),
                person(assignment.supervisor()),
                assignment.from(),
                assignment.until().orElse(null),
                event.at());
    }

    private static SelectionSubmittedV1 data(SelectionSubmitted event) {
        Dossier dossier = event.dossier();
        Content content = dossier.content();
        return new SelectionSubmittedV1(
                dossier.id().value(),
                content.version(),
                content.digest(),
                dossier.fund().value(),
                dossier.year().endYear(),
                dossier.school().value(),
                MoneyV1.of(content.total()),
                lines(content),
                event.at());
    }

    private static SelectionApprovedV1 data(SelectionApproved event) {
        Dossier dossier = event.dossier();
        Content content = dossier.content();
        return new SelectionApprovedV1(
                dossier.id().value(),
                content.version(),
                content.digest(),
                dossier.fund().value(),
                dossier.year().endYear(),
                dossier.school().value(),
                MoneyV1.of(content.total()),
                lines(content),
                approvals(dossier),
                event.at());
    }

    private static List<DecisionV1> approvals(Dossier dossier) {
        Map<Step, StepDecision> newest = new TreeMap<>();
        dossier.current().stream()
                .filter(decision -> decision.verdict() == Verdict.APPROVED)
                .forEach(decision -> newest.put(decision.step(), decision));
        return Stream.of(Step.COUNCIL, Step.SUPERINTENDENT, Step.COMPLETENESS)
                .map(newest::get)
                .filter(Objects::nonNull)
                .map(decision -> new DecisionV1(decision.step().word(), decision.at()))
                .toList();
    }

    private static SelectionReturnedV2 data(SelectionReturned event) {
        Dossier dossier = event.dossier();
        return new SelectionReturnedV2(
                dossier.id().value(),
                dossier.content().version(),
                dossier.fund().value(),
                dossier.school().value(),
                wordOnWire(event.by()),
                event.at());
    }

    /** The wire knows one word for the offices of the district; which of them it was stays here (policy/approval §13.6). */
    private static String wordOnWire(Step step) {
        return switch (step) {
            case COUNCIL, SUPERINTENDENT, COMPLETENESS, RESERVATION, COMPETITION -> step.word();
            case PARTNERSHIPS_TEAM, BUDGET_OFFICE, DISTRICT_SUPERINTENDENT, CFO, DEPUTY_CFO -> Step.COMPLETENESS.word();
        };
    }

    private static SelectionWithdrawnV2 data(SelectionWithdrawn event) {
        Dossier dossier = event.dossier();
        return new SelectionWithdrawnV2(
                dossier.id().value(),
                dossier.content().version(),
                dossier.fund().value(),
                dossier.school().value(),
                event.at());
    }

    private static List<SelectionLineV1> lines(Content content) {
        return content.lines().stream().map(ApprovalEventsOnWire::line).toList();
    }

    private static SelectionLineV1 line(Line line) {
        return new SelectionLineV1(
                line.id(),
                line.program().value(),
                line.programName(),
                line.partner(),
                line.partnerName(),
                line.serviceArea(),
                line.sheetVersion(),
                line.priceCode(),
                line.unit().word(),
                MoneyV1.of(line.unitPrice()),
                line.quantity(),
                line.pupils(),
                MoneyV1.of(line.amount()),
                line.serviceFrom(),
                line.serviceUntil());
    }

    private static PersonV1 person(Person person) {
        return new PersonV1(person.issuer(), person.subject());
    }
}
