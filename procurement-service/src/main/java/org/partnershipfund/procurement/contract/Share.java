package org.partnershipfund.procurement.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;

/**
 * What one school buys under a contract by one line of its selection, in this fund year.
 *
 * @param reservation what it is encumbered from
 * @param encumbrance what it is paid from; null until the contract is executed
 */
public record Share(
        SchoolCode school,
        UUID selection,
        UUID line,
        Money amount,
        CommitmentId reservation,
        @Nullable CommitmentId encumbrance) {

    Share encumberedBy(CommitmentId commitment) {
        return new Share(school, selection, line, amount, reservation, commitment);
    }

    /** The same share with another amount. */
    Share holding(Money other) {
        return new Share(school, selection, line, other, reservation, encumbrance);
    }
}
