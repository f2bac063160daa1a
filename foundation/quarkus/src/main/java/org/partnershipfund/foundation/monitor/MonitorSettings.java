package org.partnershipfund.foundation.monitor;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the four services are for an operator's browser; without all four addresses there is no page. */
@ConfigMapping(prefix = "fund.monitor")
public interface MonitorSettings {

    /** Such as {@code https://allocation.example.org}. */
    Optional<URI> allocation();

    /** The address of portfolio-service. */
    Optional<URI> portfolio();

    /** The address of approval-service. */
    Optional<URI> approval();

    /** The address of procurement-service. */
    Optional<URI> procurement();

    /** The OpenID provider at which operators sign in; without it they paste an access token. */
    Optional<URI> issuer();

    /** The public client that the provider knows the page as. */
    Optional<String> client();
}
