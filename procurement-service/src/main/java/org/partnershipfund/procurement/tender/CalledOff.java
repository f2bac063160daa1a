package org.partnershipfund.procurement.tender;

import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.tender.TenderRefusal.FrameworkExceeded;

/**
 * What is called off from all awards of a framework, all its years, beside what was published for it.
 *
 * <p>Source: docs/policy/tenders.md §8.3.
 *
 * @param award from which the last purchase is called off
 * @param value of the invitation, all years with options
 * @param called by all purchases together, the last one among them
 */
public record CalledOff(UUID award, TenderId tender, Money value, Money called) {

    /** Why the last one is too much, if it is. */
    public Optional<TenderRefusal> fault() {
        return called.exceeds(value)
                ? Optional.of(new FrameworkExceeded(award, tender, value, called))
                : Optional.empty();
    }
}
