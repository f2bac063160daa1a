package org.partnershipfund.local.token;

import java.util.Optional;

/** Who gives tokens to the people of this suite. */
@FunctionalInterface
public interface TokenSource {

    /**
     * A new token.
     *
     * @param username of {@link People}
     * @param scope blank-separated, such as {@code events:read}
     */
    AccessToken of(String username, Optional<String> scope);
}
