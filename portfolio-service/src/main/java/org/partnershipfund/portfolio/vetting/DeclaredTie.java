package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import org.partnershipfund.portfolio.partner.Person;

/**
 * What somebody declared to bind them to the partner of an application (§4.2). It is never taken back.
 *
 * @param tie any but none
 */
public record DeclaredTie(Person person, Tie tie, Instant at) {

    public DeclaredTie {
        if (tie == Tie.NONE) {
            throw new IllegalArgumentException("none is no tie");
        }
    }
}
