package org.partnershipfund.testkit.bait.usecase;

import org.partnershipfund.testkit.bait.adapter.db.TableOfSorts;

/** A verb that reaches into an adapter. */
class PublishByHand {

    String publish(TableOfSorts table) {
        return table.name();
    }
}
