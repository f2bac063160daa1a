package org.partnershipfund.procurement.invoice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.contract.Person;

/**
 * A school's word on whether the services were delivered.
 *
 * @param delivered no rejects the whole invoice
 * @param verdicts on the lines that it does not accept whole
 */
public record Verification(
        SchoolCode school,
        boolean delivered,
        List<Verdict> verdicts,
        @Nullable String note,
        Person by,
        Instant at) {

    public Verification {
        verdicts = List.copyOf(verdicts);
    }

    /**
     * What a school says of a line that it does not accept whole.
     *
     * @param line the place of the line on the invoice, from 1
     * @param accepted what it accepts; nothing while it disputes the line
     */
    public record Verdict(int line, Money accepted, boolean disputed, String reason) {

        /** Delivered in part. */
        public static Verdict part(int line, Money accepted, String reason) {
            return new Verdict(line, accepted, false, reason);
        }

        /** Open until somebody decides. */
        public static Verdict dispute(int line, String reason) {
            return new Verdict(line, Money.ZERO, true, reason);
        }
    }
}
