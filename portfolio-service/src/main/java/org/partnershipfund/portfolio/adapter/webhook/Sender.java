package org.partnershipfund.portfolio.adapter.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.partnershipfund.foundation.sql.Worker;
import org.partnershipfund.portfolio.usecase.DeliverMessages;
import org.partnershipfund.portfolio.webhook.Answer;
import org.partnershipfund.portfolio.webhook.Message;
import org.partnershipfund.portfolio.webhook.WebhookId;

/**
 * Sends what is due, at least once, until it is taken or given up. Each message goes on a thread of its own and at most one
 * to each webhook, so a partner's system that does not answer delays nobody else's messages. No transaction is open while
 * one is sent; who dies meanwhile leaves a loan that ends.
 */
@Singleton
class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class);

    /** A loan is longer than an attempt may take, so that no message is under way twice while its sender lives. */
    private static final int LOAN_IN_ATTEMPTS = 4;

    private final DeliverMessages deliver;
    private final Courier courier;
    // Not the district's clock: the partners' systems live by the real one.
    private final Clock real = Clock.systemUTC();
    private final Duration loan;
    private final int atOnce;
    private final Set<WebhookId> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Worker worker;

    @Inject
    Sender(DeliverMessages deliver, Courier courier, WebhookSettings settings) {
        this.deliver = deliver;
        this.courier = courier;
        this.loan = settings.timeout().multipliedBy(LOAN_IN_ATTEMPTS);
        this.atOnce = settings.atOnce();
        this.worker = new Worker("webhook-sender", settings.lookEvery(), this::sendWhatIsDue);
    }

    void start(@Observes StartupEvent starting) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
        // What is under way is due again when its loan ends.
        var _ = threads.shutdownNow();
    }

    /** Whether there may be more to do at once: never, because whoever ends an attempt wakes the worker. */
    private boolean sendWhatIsDue() {
        int free = atOnce - busy.size();
        if (free > 0) {
            Instant now = real.instant();
            List<Message> due = deliver.lend(now, now.plus(loan), Set.copyOf(busy), free);
            due.forEach(message -> {
                busy.add(message.webhook());
                threads.execute(() -> send(message));
            });
        }
        return false;
    }

    private void send(Message message) {
        try {
            Answer answer = courier.post(message, real.instant());
            if (!threads.isShutdown()) {
                deliver.settle(message, answer, real.instant());
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "message %s could not be sent or settled and is due again when its loan ends", message.id());
        } finally {
            busy.remove(message.webhook());
            worker.wake();
        }
    }
}
