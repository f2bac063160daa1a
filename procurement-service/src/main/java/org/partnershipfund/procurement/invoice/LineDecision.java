package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.Person;

/**
 * What a line comes to after the schools have spoken: the end of a dispute, or what the officer lowers it to.
 *
 * @param line the place of the line on the invoice, from 1
 */
public record LineDecision(int line, Money accepted, String reason, Side side, Person by, Instant at) {

    /** Who decides it. */
    public enum Side {
        /** The school takes its own dispute back, whole or in part. */
        SCHOOL,
        /** The contracting officer, after hearing both. */
        OFFICER
    }
}
