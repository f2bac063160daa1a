package org.partnershipfund.local.place;

/** Who vouches for people in this suite. */
public enum Identity {
    /** Keycloak, started and kept by the launcher. */
    KEYCLOAK,
    /** The launcher itself signs tokens: quick, for tests and for a machine with little memory. */
    LOCAL,
    /** An OpenID provider of the operator's own. */
    EXTERNAL
}
