package org.partnershipfund.procurement.adapter;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.partnershipfund.foundation.clock.DistrictClock;
import org.partnershipfund.procurement.disclosure.Publisher;

/** Settings as the nouns know them. */
@Singleton
class Wiring {

    @Produces
    @Singleton
    Publisher publisher(DisclosureSettings settings) {
        return new Publisher(
                settings.ocidPrefix(),
                DistrictClock.ZONE,
                settings.address(),
                settings.scheme(),
                settings.identifier(),
                settings.district(),
                settings.office(),
                settings.payer(),
                settings.schoolScheme());
    }
}
