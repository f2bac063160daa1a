package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.Deliveries;
import org.partnershipfund.portfolio.webhook.Delivery;
import org.partnershipfund.portfolio.webhook.Secret;
import org.partnershipfund.portfolio.webhook.Topic;
import org.partnershipfund.portfolio.webhook.Webhook;
import org.partnershipfund.portfolio.webhook.Webhook.State;
import org.partnershipfund.portfolio.webhook.WebhookId;
import org.partnershipfund.portfolio.webhook.Webhooks;

/** Webhooks in tables {@code webhook} and {@code webhook_secret}, and what they are told in {@code webhook_delivery}. */
@ApplicationScoped
class JdbcWebhooks implements Webhooks, Deliveries {

    private static final String COLUMNS =
            "id, partner_id, url, topics, off_reason, off_since, created_at, version FROM webhook ";

    private final Sql sql;
    private final Holds holds;

    JdbcWebhooks(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<Webhook>> find(WebhookId id) {
        return sql.list("SELECT " + COLUMNS + "WHERE id = ?", this::webhook, id.value()).stream()
                .findFirst();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Versioned<Webhook>> hold(WebhookId id) {
        return sql.list("SELECT " + COLUMNS + "WHERE id = ? FOR UPDATE", this::webhook, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<Versioned<Webhook>> list(PartnerId partner, Optional<WebhookId> after, int limit) {
        return sql.list(
                "SELECT " + COLUMNS + "WHERE partner_id = ? AND id > ? ORDER BY id LIMIT ?",
                this::webhook,
                partner.value(),
                after.map(WebhookId::value).orElse(Lists.BEFORE_ALL),
                limit);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public int holdCount(PartnerId partner) {
        holds.hold("portfolio.webhooks " + partner.value());
        return sql.list("SELECT count(*) FROM webhook WHERE partner_id = ?", row -> row.getInt(1), partner.value())
                .getFirst();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public long store(Webhook webhook, long readVersion) {
        String[] topics = webhook.topics().stream().map(Topic::word).sorted().toArray(String[]::new);
        int rows = readVersion == 0
                ? sql.update(
                        "INSERT INTO webhook (id, partner_id, url, topics, created_at, version) VALUES (?, ?, ?, ?, ?, 1)",
                        webhook.id().value(),
                        webhook.partner().value(),
                        webhook.url(),
                        topics,
                        time(webhook.createdAt()))
                : sql.update(
                        """
                        UPDATE webhook SET url = ?, topics = ?, off_reason = ?, off_since = ?, version = version + 1
                         WHERE id = ? AND version = ?""",
                        webhook.url(),
                        topics,
                        webhook.state() instanceof State.Off off ? off.reason() : null,
                        webhook.state() instanceof State.Off off ? time(off.since()) : null,
                        webhook.id().value(),
                        readVersion);
        if (rows != 1) {
            throw new StaleStateException(webhook.id().value(), readVersion);
        }
        int _ = sql.update(
                "DELETE FROM webhook_secret WHERE webhook_id = ?", webhook.id().value());
        for (int place = 0; place < webhook.secrets().size(); place++) {
            Secret secret = webhook.secrets().get(place);
            sql.updateOne(
                    "INSERT INTO webhook_secret (webhook_id, place, text, until) VALUES (?, ?, ?, ?)",
                    webhook.id().value(),
                    place,
                    secret.text(),
                    secret.until().map(JdbcWebhooks::time).orElse(null));
        }
        return readVersion + 1;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void remove(WebhookId id) {
        sql.updateOne("DELETE FROM webhook WHERE id = ?", id.value());
    }

    @Override
    public List<Delivery> list(WebhookId webhook, Optional<Long> before, int limit) {
        return sql.list("""
                SELECT message_id, place, topic, state, attempts, happened_at, status, fault, next_attempt_at, delivered_at
                  FROM webhook_delivery WHERE webhook_id = ? AND place < ? ORDER BY place DESC LIMIT ?""", JdbcWebhooks::delivery, webhook.value(), before.orElse(Long.MAX_VALUE), limit);
    }

    private Versioned<Webhook> webhook(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Instant offSince = instant(row, 6);
        return new Versioned<>(
                new Webhook(
                        new WebhookId(id),
                        new PartnerId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        topics(row),
                        offSince == null ? new State.On() : new State.Off(row.getString(5), offSince),
                        secrets(id),
                        row.getObject(7, OffsetDateTime.class).toInstant()),
                row.getLong(8));
    }

    /** The secrets that sign at this moment, the newest first. */
    List<Secret> signing(WebhookId webhook, Instant at) {
        return sql.list(
                "SELECT text, until FROM webhook_secret WHERE webhook_id = ? AND (until IS NULL OR until > ?) ORDER BY place",
                JdbcWebhooks::secret,
                webhook.value(),
                time(at));
    }

    private List<Secret> secrets(UUID webhook) {
        return sql.list(
                "SELECT text, until FROM webhook_secret WHERE webhook_id = ? ORDER BY place",
                JdbcWebhooks::secret,
                webhook);
    }

    private static Secret secret(ResultSet row) throws SQLException {
        return new Secret(row.getString(1), Optional.ofNullable(instant(row, 2)));
    }

    private static Set<Topic> topics(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray(4).getArray())
                .map(Topic::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        int status = row.getInt(7);
        return new Delivery(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Topic.of(row.getString(3)),
                Delivery.State.of(row.getString(4)),
                row.getInt(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                status == 0 ? OptionalInt.empty() : OptionalInt.of(status),
                Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(instant(row, 9)),
                Optional.ofNullable(instant(row, 10)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
