package org.partnershipfund.procurement.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.ledger.Balance;

/** The seven balances of a line; read here, never written. */
@Embeddable
class BalanceColumns {

    @Column(name = "planned_cents", insertable = false, updatable = false)
    long planned;

    @Column(name = "appropriated_cents", insertable = false, updatable = false)
    long appropriated;

    @Column(name = "available_cents", insertable = false, updatable = false)
    long available;

    @Column(name = "reserved_cents", insertable = false, updatable = false)
    long reserved;

    @Column(name = "encumbered_cents", insertable = false, updatable = false)
    long encumbered;

    @Column(name = "expended_cents", insertable = false, updatable = false)
    long expended;

    @Column(name = "lapsed_cents", insertable = false, updatable = false)
    long lapsed;

    Balance noun() {
        return new Balance(
                new Money(planned),
                new Money(appropriated),
                new Money(available),
                new Money(reserved),
                new Money(encumbered),
                new Money(expended),
                new Money(lapsed));
    }
}
