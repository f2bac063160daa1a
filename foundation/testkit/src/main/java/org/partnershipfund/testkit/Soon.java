package org.partnershipfund.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what happens by itself: much longer than it takes, so that a busy machine fails nothing. */
public final class Soon {

    private Soon() {}

    /** Within a minute and a half. */
    public static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(90));
    }
}
