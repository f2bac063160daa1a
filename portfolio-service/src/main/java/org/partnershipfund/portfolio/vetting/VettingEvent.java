package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.portfolio.program.ProgramId;

/** Everything that can happen on a program's way onto the menu, and off it, that others hear of. */
public sealed interface VettingEvent extends DomainEvent {

    /** Every one of it is about one program. */
    ProgramId program();

    /** A partner handed its answers in, for the first time or anew; nobody acts on it. */
    record ApplicationSubmitted(ApplicationId id, Intent intent, Instant at) implements VettingEvent {
        @Override
        public ProgramId program() {
            return intent.program();
        }
    }

    /** approval-service shows it to schools, and where the policy says so lets them choose nothing else. */
    record ProgramVetted(Application.Vetted application) implements VettingEvent {
        @Override
        public ProgramId program() {
            return application.intent().program();
        }

        @Override
        public Instant at() {
            return application.decidedAt();
        }
    }

    /** approval-service lets no selection go on that chooses it. */
    record ProgramSuspended(Application.Suspended application) implements VettingEvent {
        @Override
        public ProgramId program() {
            return application.intent().program();
        }

        @Override
        public Instant at() {
            return application.changedAt();
        }
    }

    /** approval-service lets selections that choose it go on. */
    record ProgramReinstated(Application.Vetted application, Suspension.Reinstatement reinstatement)
            implements VettingEvent {
        @Override
        public ProgramId program() {
            return application.intent().program();
        }

        @Override
        public Instant at() {
            return reinstatement.at();
        }
    }
}
