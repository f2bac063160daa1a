package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * Whose offer is left out, with the reason: by the program offered, or by the name of who answered.
     *
     * @param program null for somebody who is not registered
     * @param name null if the program says who it is
     */
    public record NotResponsible(
            @Nullable UUID program, @Nullable String name, String reason) {

        boolean isAbout(Offer offer) {
            Program offered = offer.program();
            return program != null
                    ? offered != null && offered.id().equals(program)
                    : name != null && offer.organisation().isCalled(name);
        }

        /** Who is meant, for people. */
        String who() {
            return program != null ? "program " + program : String.valueOf(name);
        }
    }
}
