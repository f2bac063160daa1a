package org.partnershipfund.foundation.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests one caller may send to one instance (docs/operations.md "Limits"). */
@ConfigMapping(prefix = "fund.callers")
public interface CallerSettings {

    /** What a person or a system with a valid token may go on sending. */
    @WithDefault("100")
    int signedInPerSecond();

    /** What it may send at once before that, after a rest. */
    @WithDefault("1000")
    int signedInAtOnce();

    /** How many of its requests may be under way together: half of those who work here, whatever it sends slowly. */
    @WithDefault("12")
    int signedInUnderWay();

    /** What one address may go on sending without a valid token: a school has many people behind one. */
    @WithDefault("50")
    int anonymousPerSecond();

    /** What it may send at once before that, after a rest. */
    @WithDefault("500")
    int anonymousAtOnce();

    /** How many requests from there may be under way together. */
    @WithDefault("24")
    int anonymousUnderWay();

    /** How many callers are kept in mind; beyond, those that came least often are forgotten and start afresh. */
    @WithDefault("100000")
    int remembered();
}
