package org.partnershipfund.procurement.reservation;

import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Why the holding of a selection cannot change; mostly the reason within an event, seldom an answer at a door. */
public sealed interface ReservationRefusal extends Refusal {

    /** A line is already a share of a contract. */
    record LineUnderContract(UUID selection, UUID line, UUID contract) implements ReservationRefusal {
        @Override
        public String sentence() {
            return "Line %s of selection %s is under contract %s; what is under contract is changed by amending the contract."
                    .formatted(line, selection, contract);
        }
    }

    /** The awarded partner costs more than the new version of the selection sets aside for it. */
    record AwardCostsMore(UUID selection, Money awarded, Money offered) implements ReservationRefusal {
        @Override
        public String sentence() {
            return "The awarded price for selection %s is %s, its new version has %s for that program; agree to at least the awarded price."
                    .formatted(selection, awarded, offered);
        }
    }
}
