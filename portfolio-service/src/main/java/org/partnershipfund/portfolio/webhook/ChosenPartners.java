package org.partnershipfund.portfolio.webhook;

import java.util.Set;
import java.util.UUID;
import org.partnershipfund.portfolio.partner.PartnerId;

/** Which partners were told that a school's approved selection has programs of theirs. */
public interface ChosenPartners {

    /** Keeps the partners of an approved selection, in place of those of its version before. */
    void keep(UUID selection, Set<PartnerId> partners);

    /** Forgets the selection, and answers whose programs it had; nobody's, if it was never approved. */
    Set<PartnerId> forget(UUID selection);
}
