package org.partnershipfund.portfolio.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.TargetNotAllowed;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.TooManyWebhooks;

/**
 * An address of a partner's own system that is told of what happens to the partner.
 *
 * <p>Source: docs/policy/webhooks.md.
 *
 * @param topics what it is told of; at least one
 * @param url within the {@link TargetRule}
 * @param secrets the newest first, at most {@link #MOST_SIGNING}; older ones sign too until they end
 */
public record Webhook(
        WebhookId id,
        PartnerId partner,
        String url,
        Set<Topic> topics,
        State state,
        List<Secret> secrets,
        Instant createdAt) {

    /** A partner has no more of them (§1.2). */
    public static final int MOST = 5;

    /** How long a secret that was replaced signs beside the new one (§3.3). */
    public static final Duration OVERLAP = Duration.ofHours(24);

    /** So many secrets sign at most: the header has an end (§3.3). */
    public static final int MOST_SIGNING = 5;

    public Webhook {
        if (topics.isEmpty() || secrets.isEmpty()) {
            throw new IllegalArgumentException("a webhook has a topic and a secret");
        }
        topics = Set.copyOf(EnumSet.copyOf(topics));
        secrets = List.copyOf(secrets);
    }

    /** Whether it is told anything. */
    public sealed interface State {

        /** It is told. */
        record On() implements State {}

        /**
         * It is told nothing: it answered that it is gone, or nothing for three days.
         *
         * @param reason for the partner to read
         */
        record Off(String reason, Instant since) implements State {}
    }

    /**
     * A new one.
     *
     * @param others how many the partner has
     */
    public static Decision<Webhook> register(
            WebhookId id,
            PartnerId partner,
            String url,
            Set<Topic> topics,
            Secret secret,
            int others,
            TargetRule rule,
            Instant at) {
        if (others >= MOST) {
            return Decision.refuse(new TooManyWebhooks(partner, MOST));
        }
        return allowed(new Webhook(id, partner, url, topics, new State.On(), List.of(secret), at), rule);
    }

    /** Another address or other topics; it is on again (§4.3). */
    public static Decision<Webhook> change(Webhook webhook, String url, Set<Topic> topics, TargetRule rule) {
        return allowed(
                new Webhook(
                        webhook.id, webhook.partner, url, topics, new State.On(), webhook.secrets, webhook.createdAt),
                rule);
    }

    /** The new secret signs at once; those before it go on for a day beside it (§3.3). */
    public Webhook rotate(Secret fresh, Instant at) {
        List<Secret> all = new ArrayList<>();
        all.add(fresh);
        signing(at).forEach(secret -> all.add(secret.endingAt(at.plus(OVERLAP))));
        return with(state, all.subList(0, Math.min(all.size(), MOST_SIGNING)));
    }

    /** It is told nothing more until the partner changes it. */
    public Webhook off(String reason, Instant at) {
        return with(new State.Off(reason, at), secrets);
    }

    /** The secrets that sign at this moment, the newest first. */
    public List<Secret> signing(Instant at) {
        return secrets.stream().filter(secret -> secret.signsAt(at)).toList();
    }

    private Webhook with(State next, List<Secret> signing) {
        return new Webhook(id, partner, url, topics, next, signing, createdAt);
    }

    private static Decision<Webhook> allowed(Webhook webhook, TargetRule rule) {
        Optional<String> objection = rule.objection(webhook.url);
        return objection.isPresent()
                ? Decision.refuse(new TargetNotAllowed(webhook.url, objection.get()))
                : Decision.accept(webhook);
    }
}
