package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerRefusal.NoSuchPartner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.webhook.Secret;
import org.partnershipfund.portfolio.webhook.TargetRule;
import org.partnershipfund.portfolio.webhook.Topic;
import org.partnershipfund.portfolio.webhook.Webhook;
import org.partnershipfund.portfolio.webhook.WebhookId;
import org.partnershipfund.portfolio.webhook.WebhookRefusal.NoSuchWebhook;
import org.partnershipfund.portfolio.webhook.Webhooks;

/** Lets a partner say which of its systems is told what. */
@ApplicationScoped
public class KeepWebhooks {

    private final Partners partners;
    private final Webhooks webhooks;
    private final TargetRule rule;
    private final AuditTrail audit;
    private final Ids ids;

    KeepWebhooks(Partners partners, Webhooks webhooks, TargetRule rule, AuditTrail audit, Ids ids) {
        this.partners = partners;
        this.webhooks = webhooks;
        this.rule = rule;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Registers one.
     *
     * @param at the real time, not the district's: the partner's systems live by it
     * @throws RefusedException if there is no such partner within reach, it has too many, or the address is not allowed
     */
    @Transactional
    public Versioned<Webhook> register(
            PartnerId partner, String url, Set<Topic> topics, Secret secret, Instant at, Reach reach) {
        if (!reach.covers(partner) || partners.find(partner).isEmpty()) {
            throw new RefusedException(new NoSuchPartner(partner));
        }
        Webhook webhook = Webhook.register(
                        new WebhookId(ids.next()), partner, url, topics, secret, webhooks.holdCount(partner), rule, at)
                .orRefuse()
                .state();
        long version = webhooks.store(webhook, 0);
        record("WebhookRegistered", null, webhook);
        return new Versioned<>(webhook, version);
    }

    /**
     * Gives it another address or other topics, and turns it on again.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if there is no such webhook within reach, or the address is not allowed
     */
    @Transactional
    public Versioned<Webhook> change(WebhookId id, long seen, String url, Set<Topic> topics, Reach reach) {
        var read = held(id, reach).expecting(id.value(), seen);
        Webhook changed =
                Webhook.change(read.value(), url, topics, rule).orRefuse().state();
        long version = webhooks.store(changed, read.version());
        record("WebhookChanged", read.value(), changed);
        return new Versioned<>(changed, version);
    }

    /**
     * Gives it a new secret; the old one signs beside it for a day.
     *
     * @param at the real time
     * @throws RefusedException if there is no such webhook within reach
     */
    @Transactional
    public Versioned<Webhook> rotate(WebhookId id, Secret fresh, Instant at, Reach reach) {
        var read = held(id, reach);
        Webhook rotated = read.value().rotate(fresh, at);
        long version = webhooks.store(rotated, read.version());
        record("WebhookSecretRotated", read.value(), rotated);
        return new Versioned<>(rotated, version);
    }

    /**
     * Removes it; what waited for it is not sent.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if there is no such webhook within reach
     */
    @Transactional
    public void remove(WebhookId id, long seen, Reach reach) {
        var read = held(id, reach).expecting(id.value(), seen);
        webhooks.remove(id);
        audit.record(
                new AuditTrail.Change("WebhookRemoved", id.value().toString(), AuditedWebhook.of(read.value()), null));
    }

    private Versioned<Webhook> held(WebhookId id, Reach reach) {
        return webhooks.hold(id)
                .filter(found -> reach.covers(found.value().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchWebhook(id)));
    }

    private void record(String action, @Nullable Webhook before, Webhook after) {
        audit.record(new AuditTrail.Change(
                action,
                after.id().value().toString(),
                before == null ? null : AuditedWebhook.of(before),
                AuditedWebhook.of(after)));
    }

    /** As the audit trail keeps it: without its secrets, which are counted. */
    private record AuditedWebhook(
            WebhookId id, PartnerId partner, String url, Set<String> topics, Webhook.State state, int secrets) {
        static AuditedWebhook of(Webhook webhook) {
            return new AuditedWebhook(
                    webhook.id(),
                    webhook.partner(),
                    webhook.url(),
                    webhook.topics().stream().map(Topic::word).collect(Collectors.toUnmodifiableSet()),
                    webhook.state(),
                    webhook.secrets().size());
        }
    }
}
