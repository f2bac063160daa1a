package org.partnershipfund.approval.selection;

import java.time.Instant;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.kernel.DomainEvent;

/** Everything that can happen to a selection and matters to others. */
public sealed interface SelectionEvent extends DomainEvent {

    Dossier dossier();

    /** The school lets it out of its hands. */
    record SelectionSubmitted(Dossier dossier, Instant at) implements SelectionEvent {}

    /** The school makes a new version; it reads the reasons at our door, and nobody else hears them. */
    record SelectionReturned(Dossier dossier, Step by, Instant at) implements SelectionEvent {}

    /** procurement-service sets the money aside. */
    record SelectionApproved(Dossier dossier, Instant at) implements SelectionEvent {}

    /** procurement-service releases what it set aside. */
    record SelectionWithdrawn(Dossier dossier, Instant at) implements SelectionEvent {}
}
