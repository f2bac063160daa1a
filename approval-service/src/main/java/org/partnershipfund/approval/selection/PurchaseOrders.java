package org.partnershipfund.approval.selection;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All purchase orders that procurement told of. */
public interface PurchaseOrders {

    /** Keeps one; told again it changes nothing. */
    void add(PurchaseOrder order);

    /** Those of some contracts, by their number. */
    List<PurchaseOrder> of(Collection<UUID> contracts);
}
