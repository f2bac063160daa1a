package org.partnershipfund.allocation.formula;

import java.util.Optional;
import org.partnershipfund.kernel.Money;

/**
 * Between what and what every served school stays.
 *
 * <p>Source: docs/policy/allocation.md §9 "Bounds".
 *
 * @param floor more than nothing
 * @param cap more than nothing, at least the floor
 */
public record Guardrails(Optional<Money> floor, Optional<Money> cap) {

    /** Anything from nothing on. */
    public static final Guardrails NONE = new Guardrails(Optional.empty(), Optional.empty());

    public Guardrails {
        if (floor.filter(money -> !money.isPositive()).isPresent()
                || cap.filter(money -> !money.isPositive()).isPresent()) {
            throw new IllegalArgumentException("floor and cap are more than nothing: %s, %s".formatted(floor, cap));
        }
        if (areCrossed(floor, cap)) {
            throw new IllegalArgumentException("the cap %s is below the floor %s".formatted(cap, floor));
        }
    }

    /** Whether both are set and no amount lies between them. */
    public static boolean areCrossed(Optional<Money> floor, Optional<Money> cap) {
        return cap.isPresent()
                && floor.filter(least -> least.exceeds(cap.get())).isPresent();
    }
}
