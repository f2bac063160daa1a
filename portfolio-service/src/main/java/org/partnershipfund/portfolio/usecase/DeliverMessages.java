package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.partnershipfund.portfolio.webhook.Answer;
import org.partnershipfund.portfolio.webhook.Message;
import org.partnershipfund.portfolio.webhook.Outbound;
import org.partnershipfund.portfolio.webhook.Verdict;
import org.partnershipfund.portfolio.webhook.Webhook;
import org.partnershipfund.portfolio.webhook.WebhookId;
import org.partnershipfund.portfolio.webhook.Webhooks;

/** Hands messages that are due to whoever sends them, and settles what came of it; nothing is held while one is sent. */
@ApplicationScoped
public class DeliverMessages {

    private final Outbound outbound;
    private final Webhooks webhooks;

    DeliverMessages(Outbound outbound, Webhooks webhooks) {
        this.outbound = outbound;
        this.webhooks = webhooks;
    }

    /** Lends what is due; see {@link Outbound#lend}. */
    @Transactional(TxType.REQUIRES_NEW)
    public List<Message> lend(Instant now, Instant until, Set<WebhookId> busy, int limit) {
        return outbound.lend(now, until, busy, limit);
    }

    /**
     * Settles an attempt (docs/policy/webhooks.md §4).
     *
     * @param at the real time
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void settle(Message message, Answer answer, Instant at) {
        switch (Verdict.of(message.attempts(), answer)) {
            case Verdict.Taken(int status) -> outbound.taken(message, status, at);
            case Verdict.Again(var pause) -> outbound.again(message, answer, at.plus(pause));
            case Verdict.GivenUp _ -> {
                outbound.givenUp(message, answer);
                if (!outbound.tookOthersSince(message)) {
                    turnOff(message, "It took no message in %d attempts.".formatted(message.attempts()), at);
                }
            }
            case Verdict.Gone _ -> {
                outbound.givenUp(message, answer);
                turnOff(message, "It answered 410: gone.", at);
            }
        }
    }

    /** Unless the partner gave it another address meanwhile: that one did not answer yet. */
    private void turnOff(Message message, String reason, Instant at) {
        webhooks.hold(message.webhook())
                .filter(read -> read.value().url().equals(message.url()))
                .filter(read -> read.value().state() instanceof Webhook.State.On)
                .ifPresent(read -> {
                    long _ = webhooks.store(read.value().off(reason, at), read.version());
                });
    }
}
