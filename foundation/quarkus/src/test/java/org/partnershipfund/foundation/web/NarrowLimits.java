package org.partnershipfund.foundation.web;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits so narrow that a test meets them in a moment. */
public class NarrowLimits implements QuarkusTestProfile {

    static final int AT_ONCE = 20;
    static final int MOST_UNDER_WAY = 12;
    static final int OF_ONE_CALLER = 4;
    static final int MOST_CONNECTIONS = 60;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("fund.callers.signed-in-per-second", "1"),
                Map.entry("fund.callers.signed-in-at-once", String.valueOf(AT_ONCE)),
                Map.entry("fund.callers.anonymous-per-second", "1"),
                Map.entry("fund.callers.anonymous-at-once", String.valueOf(AT_ONCE)),
                Map.entry("fund.callers.signed-in-under-way", String.valueOf(OF_ONE_CALLER)),
                Map.entry("fund.http.patience", "PT1S"),
                Map.entry("fund.http.slowest-body", "1K"),
                Map.entry("fund.http.most-at-once", String.valueOf(MOST_UNDER_WAY)),
                Map.entry("quarkus.http.read-timeout", "2S"),
                Map.entry("quarkus.http.limits.max-connections", String.valueOf(MOST_CONNECTIONS)),
                Map.entry("quarkus.datasource.jdbc.max-size", "8"),
                Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "1S"),
                Map.entry("quarkus.datasource.jdbc.additional-jdbc-properties.options", "-c lock_timeout=1s"));
    }
}
