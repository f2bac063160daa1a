package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import org.partnershipfund.kernel.DomainEvent;
import org.partnershipfund.portfolio.program.ProgramId;

/** Everything in vetting that others learn of; a refusal stays between the district and the partner. */
public sealed interface VettingEvent extends DomainEvent {

    /** All of it is about one program. */
    ProgramId program();

    /** A partner applied; nobody acts on it. */
    record ApplicationSubmitted(ApplicationId id, Application.Request request) implements VettingEvent {
        @Override
        public ProgramId program() {
            return request.program();
        }

        @Override
        public Instant at() {
            return request.at();
        }
    }

    /** approval-service shows it to schools, and where the policy says so lets them choose nothing else. */
    record ProgramVetted(Application.Vetted application) implements VettingEvent {
        @Override
        public ProgramId program() {
            return application.request().program();
        }

        @Override
        public Instant at() {
            return application.changedAt();
        }
    }
}
