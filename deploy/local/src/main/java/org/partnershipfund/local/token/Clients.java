package org.partnershipfund.local.token;

/** The programs that may ask Keycloak for tokens. */
public final class Clients {

    /** Gives tokens for a username and a password to curl, the demo and {@code ./fund token}. */
    public static final String CLIENT = "partnership-fund-cli";

    private Clients() {}

    /** Under which name the secret of a system is kept. */
    public static String secretOf(String system) {
        return "client-" + system;
    }
}
