package org.partnershipfund.approval.menu;

import java.util.UUID;

/** The partner organisations we heard of. */
public interface Partners {

    /** Whether the organisation's registration was heard. */
    boolean isRegistered(UUID partner);

    /** Keeps an organisation; kept before, only its name may change. */
    void keep(UUID partner, String name);
}
