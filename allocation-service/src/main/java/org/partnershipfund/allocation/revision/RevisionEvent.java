package org.partnershipfund.allocation.revision;

import java.time.Instant;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Everything of a revision that others must know. */
public sealed interface RevisionEvent extends DomainEvent {

    /** procurement-service is asked to take the amount off the giving school's line, if it is free. */
    record RevisionProposed(Revision.Terms terms, SchoolCode from) implements RevisionEvent {
        @Override
        public Instant at() {
            return terms.proposedAt();
        }
    }

    /** One school's allocation is another from now on; said of both schools in one transaction. */
    record AllocationRevised(
            Revision.Terms terms, AllocationId allocation, SchoolCode school, Money before, Money after, Instant at)
            implements RevisionEvent {}
}
