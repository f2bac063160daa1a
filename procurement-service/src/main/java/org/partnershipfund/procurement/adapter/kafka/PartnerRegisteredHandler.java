package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.PartnerRegisteredV1;
import org.partnershipfund.foundation.caller.PartnerMembers;
import org.partnershipfund.foundation.caller.Person;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** An organisation is registered: from now on its members pass the doors for partners. */
@ApplicationScoped
class PartnerRegisteredHandler implements EventHandler<PartnerRegisteredV1> {

    private final PartnerMembers members;

    PartnerRegisteredHandler(PartnerMembers members) {
        this.members = members;
    }

    @Override
    public EventType<PartnerRegisteredV1> type() {
        return Events.PARTNER_REGISTERED;
    }

    @Override
    public Outcome handle(PartnerRegisteredV1 data, Heard heard) {
        members.replace(
                data.partnerId(),
                data.members().stream()
                        .map(one -> new Person(one.issuer(), one.subject()))
                        .toList());
        return Outcome.done();
    }
}
