package org.partnershipfund.local.token;

import java.time.Instant;

/** An access token and when it ends. */
public record AccessToken(String value, Instant end) {}
