package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Money;

/**
 * What a process found.
 *
 * @param price of this fund year, all schools together
 * @param asChosen whether it is the program that the schools chose
 */
public record Award(
        Program program,
        Money price,
        String justification,
        List<NotResponsible> notResponsible,
        boolean asChosen,
        Instant at) {

    public Award {
        notResponsible = List.copyOf(notResponsible);
    }

    /** Who offered less and is left out, with the reason. */
    public record NotResponsible(UUID program, String reason) {}
}
