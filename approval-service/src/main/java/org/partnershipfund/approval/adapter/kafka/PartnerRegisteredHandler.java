package org.partnershipfund.approval.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.approval.usecase.RememberProgram;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.PartnerRegisteredV1;
import org.partnershipfund.foundation.inbox.EventHandler;
import org.partnershipfund.foundation.inbox.Heard;
import org.partnershipfund.foundation.inbox.Outcome;

/** An organisation is registered: its programs may be chosen. Its members are of no concern here. */
@ApplicationScoped
class PartnerRegisteredHandler implements EventHandler<PartnerRegisteredV1> {

    private final RememberProgram remember;

    PartnerRegisteredHandler(RememberProgram remember) {
        this.remember = remember;
    }

    @Override
    public EventType<PartnerRegisteredV1> type() {
        return Events.PARTNER_REGISTERED;
    }

    @Override
    public Outcome handle(PartnerRegisteredV1 data, Heard heard) {
        remember.partner(data.partnerId(), data.name());
        return Outcome.done(Outcomes.partner(data.partnerId()));
    }
}
