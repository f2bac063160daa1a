package org.partnershipfund.procurement.usecase;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.tender.CalledOff;
import org.partnershipfund.procurement.tender.FrameworkAward;
import org.partnershipfund.procurement.tender.FrameworkAwards;
import org.partnershipfund.procurement.tender.TenderRefusal.NoSuchFrameworkAward;

/** Finds the award that a call-off names. */
final class Frameworks {

    private Frameworks() {}

    /**
     * The award of the route's reference.
     *
     * @throws RefusedException if it names none
     */
    static FrameworkAward named(FrameworkAwards awards, Route route) {
        String reference = route.reference() == null ? "" : route.reference().strip();
        return id(reference)
                .flatMap(awards::find)
                .orElseThrow(() -> new RefusedException(new NoSuchFrameworkAward(reference)));
    }

    /**
     * Refuses what the process takes now, if all that is called off is more than was published for.
     *
     * @throws RefusedException if it is
     */
    static void requireWithin(FrameworkAwards awards, UUID process) {
        awards.calledOff(process).flatMap(CalledOff::fault).ifPresent(why -> {
            throw new RefusedException(why);
        });
    }

    private static Optional<UUID> id(@Nullable String reference) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(reference)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
