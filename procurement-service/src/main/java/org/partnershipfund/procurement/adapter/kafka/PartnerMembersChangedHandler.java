package org.partnershipfund.procurement.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.PartnerMembersChangedV1;
import org.partnershipfund.foundation.caller.PartnerMembers;
import org.partnershipfund.foundation.caller.Person;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** Other people act for an organisation: they, and nobody else, pass the doors for partners. */
@ApplicationScoped
class PartnerMembersChangedHandler implements EventHandler<PartnerMembersChangedV1> {

    private final PartnerMembers members;

    PartnerMembersChangedHandler(PartnerMembers members) {
        this.members = members;
    }

    @Override
    public EventType<PartnerMembersChangedV1> type() {
        return Events.PARTNER_MEMBERS_CHANGED;
    }

    @Override
    public Outcome handle(PartnerMembersChangedV1 data, Heard heard) {
        members.replace(
                data.partnerId(),
                data.members().stream()
                        .map(one -> new Person(one.issuer(), one.subject()))
                        .toList());
        return Outcome.done();
    }
}
