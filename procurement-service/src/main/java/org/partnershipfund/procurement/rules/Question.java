package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;

/**
 * What is asked of the rules without buying anything.
 *
 * @param value of all schools and all years with their options
 * @param jurisdiction the class of bodies whose rules are asked for; null for that of the district
 * @param route {@code competition}, {@code call-off}, {@code sole-source} or {@code exemption}
 * @param ground of a sole source or an exemption; null for any
 */
public record Question(
        LocalDate on,
        Money value,
        @Nullable String jurisdiction,
        String route,
        @Nullable String ground) {

    /** Whether somebody is asked for offers on this route. */
    boolean isCompeted() {
        return route.equals("competition");
    }
}
