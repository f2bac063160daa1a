package org.partnershipfund.foundation.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.SupervisorAssignedV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.SchoolCode;

/**
 * An assignment opens the schools of a network to its Instructional Superintendent. Acts in every service that listens
 * to approval-service.
 */
@ApplicationScoped
class SupervisorAssignedHandler implements EventHandler<SupervisorAssignedV1> {

    private final ScopeRecords records;

    @Inject
    SupervisorAssignedHandler(ScopeRecords records) {
        this.records = records;
    }

    @Override
    public EventType<SupervisorAssignedV1> type() {
        return Events.SUPERVISOR_ASSIGNED;
    }

    @Override
    public Outcome handle(SupervisorAssignedV1 data, Heard heard) {
        if (data.until() != null && data.until().isBefore(data.from())) {
            return new Outcome.Unusable("until %s lies before from %s".formatted(data.until(), data.from()));
        }
        if (!SchoolCode.isValid(data.schoolCode())) {
            return new Outcome.Unusable("schoolCode has eight digits, not " + data.schoolCode());
        }
        records.record(
                new Person(data.supervisor().issuer(), data.supervisor().subject()),
                Roles.INSTRUCTIONAL_SUPERINTENDENT,
                new SchoolCode(data.schoolCode()),
                data.from(),
                data.until());
        return Outcome.done();
    }
}
