package org.partnershipfund.approval.adapter.db;

import java.util.UUID;

/** Where lists begin. */
final class Sorting {

    /** Sorts before every id that was ever given out. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    private Sorting() {}
}
