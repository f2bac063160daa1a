package org.partnershipfund.foundation.caller;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.partnershipfund.contracts.CouncilSeatTakenV2;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A seat on a School Site Council opens its school to the person; the principal's seat makes a school leader too. A seat
 * that never came to be opens nothing. Acts in every service that listens to approval-service.
 */
@ApplicationScoped
class CouncilSeatTakenHandler implements EventHandler<CouncilSeatTakenV2> {

    private final ScopeRecords records;

    @Inject
    CouncilSeatTakenHandler(ScopeRecords records) {
        this.records = records;
    }

    @Override
    public EventType<CouncilSeatTakenV2> type() {
        return Events.COUNCIL_SEAT_TAKEN;
    }

    @Override
    public Outcome handle(CouncilSeatTakenV2 data, Heard heard) {
        if (data.until() != null && data.until().isBefore(data.from())) {
            return new Outcome.Unusable("until %s lies before from %s".formatted(data.until(), data.from()));
        }
        if (!SchoolCode.isValid(data.schoolCode())) {
            return new Outcome.Unusable("schoolCode has eight digits, not " + data.schoolCode());
        }
        var person = new Person(data.member().issuer(), data.member().subject());
        var school = new SchoolCode(data.schoolCode());
        for (String role :
                data.leads() ? List.of(Roles.COUNCIL_MEMBER, Roles.SCHOOL_LEADER) : List.of(Roles.COUNCIL_MEMBER)) {
            if (data.cancelled()) {
                records.cancel(person, role, school, data.from());
            } else {
                records.record(person, role, school, data.from(), data.until());
            }
        }
        return Outcome.done();
    }
}
