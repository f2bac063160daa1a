package org.partnershipfund.portfolio.catalogue;

/** In whose name somebody speaks of a partnership (catalogue §5.4). */
public enum Voice {
    /** Who leads the school: they may also be of the team, or act for the partner. */
    SCHOOL,
    /** The partnerships team. */
    TEAM,
    /** A member of the program's partner. */
    PARTNER
}
