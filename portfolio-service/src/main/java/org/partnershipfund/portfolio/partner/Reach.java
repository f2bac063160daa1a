package org.partnershipfund.portfolio.partner;

import java.util.Set;

/** For which partners somebody may act or look. What is out of reach does not exist for them. */
public sealed interface Reach {

    /** For all of them: the district's own offices. */
    record Every() implements Reach {}

    /** For those that they are a member of; may be none. */
    record Only(Set<PartnerId> partners) implements Reach {
        public Only {
            partners = Set.copyOf(partners);
        }
    }

    /** Whether the partner is within reach. */
    default boolean covers(PartnerId partner) {
        return switch (this) {
            case Every() -> true;
            case Only(var partners) -> partners.contains(partner);
        };
    }
}
