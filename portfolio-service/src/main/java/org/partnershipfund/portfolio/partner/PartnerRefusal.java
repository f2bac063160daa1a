package org.partnershipfund.portfolio.partner;

import org.partnershipfund.kernel.Refusal;

/** Every way a partner can say no. */
public sealed interface PartnerRefusal extends Refusal {

    /** The id names no partner, or none that the caller acts for. */
    record NoSuchPartner(PartnerId partner) implements PartnerRefusal {
        @Override
        public String sentence() {
            return "There is no partner %s, or it is not yours to change. GET /partners lists all; ask one of its members to add you."
                    .formatted(partner.value());
        }
    }

    /** Two partners of one name could not be told apart. */
    record PartnerExists(String name, PartnerId existing) implements PartnerRefusal {
        @Override
        public String sentence() {
            return "'%s' is registered as partner %s. Ask its members to add you, or give the second organisation a name of its own."
                    .formatted(name, existing.value());
        }
    }
}
