package org.partnershipfund.foundation.web;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is done once a request has ended, however it ends. */
final class AtTheEnd {

    private AtTheEnd() {}

    /** Vert.x may tell of one end twice: of the answer and of its connection. */
    static void once(RoutingContext exchange, Runnable then) {
        var open = new AtomicBoolean(true);
        exchange.addEndHandler(_ -> {
            if (open.getAndSet(false)) {
                then.run();
            }
        });
    }
}
