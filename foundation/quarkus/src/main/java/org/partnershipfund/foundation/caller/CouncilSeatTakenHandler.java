package org.partnershipfund.foundation.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.partnershipfund.contracts.CouncilSeatTakenV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A seat on a School Site Council opens its school to the person; the principal's seat makes a school leader too.
 * Acts in every service that listens to approval-service.
 */
@ApplicationScoped
class CouncilSeatTakenHandler implements EventHandler<CouncilSeatTakenV1> {

    private final ScopeRecords records;

    @Inject
    CouncilSeatTakenHandler(ScopeRecords records) {
        this.records = records;
    }

    @Override
    public EventType<CouncilSeatTakenV1> type() {
        return Events.COUNCIL_SEAT_TAKEN;
    }

    @Override
    public Outcome handle(CouncilSeatTakenV1 data, Heard heard) {
        if (data.until() != null && data.until().isBefore(data.from())) {
            return new Outcome.Unusable("until %s lies before from %s".formatted(data.until(), data.from()));
        }
        if (!SchoolCode.isValid(data.schoolCode())) {
            return new Outcome.Unusable("schoolCode has eight digits, not " + data.schoolCode());
        }
        var person = new Person(data.member().issuer(), data.member().subject());
        var school = new SchoolCode(data.schoolCode());
        records.record(person, Roles.COUNCIL_MEMBER, school, data.from(), data.until());
        if (data.group().equals("principal")) {
            records.record(person, Roles.SCHOOL_LEADER, school, data.from(), data.until());
        }
        return Outcome.done();
    }
}
