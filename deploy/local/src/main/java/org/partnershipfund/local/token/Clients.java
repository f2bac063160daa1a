package org.partnershipfund.local.token;

/** The programs that may ask Keycloak for tokens. */
public final class Clients {

    /** Gives tokens for a username and a password to curl, the demo and {@code ./fund token}. */
    public static final String CLIENT = "partnership-fund-cli";

    /** The event monitor in an operator's browser: no secret, a code for a proof (PKCE), back to our own addresses only. */
    public static final String MONITOR = "event-monitor";

    private Clients() {}

    /** Under which name the secret of a system is kept. */
    public static String secretOf(String system) {
        return "client-" + system;
    }
}
