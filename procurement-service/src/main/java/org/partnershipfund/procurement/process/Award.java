package org.partnershipfund.procurement.process;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/**
 * What a process found.
 *
 * @param price of this fund year, all schools together
 * @param asChosen whether it is the program that the schools chose
 * @param units what a call-off takes of its framework award; none on other routes
 */
public record Award(
        Program program,
        Money price,
        String justification,
        List<NotResponsible> notResponsible,
        boolean asChosen,
        Instant at,
        List<CalledUnit> units) {

    public Award {
        notResponsible = List.copyOf(notResponsible);
        // Awards that were stored before frameworks have none.
        units = Objects.requireNonNullElse(units, List.<CalledUnit>of()).stream()
                .toList();
    }

    /** An award that is no call-off. */
    public Award(
            Program program,
            Money price,
            String justification,
            List<NotResponsible> notResponsible,
            boolean asChosen,
            Instant at) {
        this(program, price, justification, notResponsible, asChosen, at, List.of());
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
