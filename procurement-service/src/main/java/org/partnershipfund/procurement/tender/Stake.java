package org.partnershipfund.procurement.tender;

import java.util.Optional;
import org.partnershipfund.procurement.tender.TenderRefusal.BelongsToBidder;

/**
 * What somebody of the offices has to do with those who bid. Who has anything to do with them decides nothing.
 *
 * <p>Source: docs/policy/tenders.md §9.
 *
 * @param handedIn put envelopes of the tender in or took them back, for whomever
 * @param ofBidder belongs to a partner whose bid counts, or did when the bid was put in
 * @param mayBid belongs to a partner that offers something in the service area
 */
public record Stake(boolean handedIn, boolean ofBidder, boolean mayBid) {

    /** What one does for a tender that nobody does who bids for it. */
    public enum Act {
        /** Registering a key, which comes before the bids. */
        KEY,
        OPEN,
        RATE,
        CONCLUDE,
        AWARD,
        CANCEL
    }

    /** Why they may not do it, if they may not. The sentence names no partner: who asks may not know yet who bid. */
    public Optional<TenderRefusal> fault(TenderId tender, Act act) {
        if (handedIn) {
            return Optional.of(new BelongsToBidder(tender, "you put an envelope in, or took one back"));
        }
        if (ofBidder) {
            return Optional.of(
                    new BelongsToBidder(tender, "you belong to a partner that bid, or did when its bid was put in"));
        }
        return act == Act.KEY && mayBid
                ? Optional.of(new BelongsToBidder(tender, "you belong to a partner that may bid for it"))
                : Optional.empty();
    }
}
