package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.portfolio.webhook.Answer;
import org.partnershipfund.portfolio.webhook.Message;
import org.partnershipfund.portfolio.webhook.Outbound;
import org.partnershipfund.portfolio.webhook.Topic;
import org.partnershipfund.portfolio.webhook.WebhookId;

/** Messages in table {@code webhook_delivery}. A loan is an attempt whose next one is due when the loan ends. */
@ApplicationScoped
class JdbcOutbound implements Outbound {

    private static final int LONGEST_FAULT = 300;

    // Of a message that another sender lent while this one waited for its row, d itself says that it is not due.
    private static final String LEND = """
            WITH due AS (
                SELECT d.place, w.url
                  FROM webhook w CROSS JOIN LATERAL (
                           SELECT place, next_attempt_at FROM webhook_delivery
                            WHERE webhook_id = w.id AND state = 'waiting' AND next_attempt_at <= ?
                            ORDER BY next_attempt_at, place LIMIT 1) first
                       JOIN webhook_delivery d USING (place)
                 WHERE w.off_since IS NULL AND w.id <> ALL (?)
                   AND d.state = 'waiting' AND d.next_attempt_at <= ?
                 ORDER BY first.next_attempt_at LIMIT ?
                   FOR UPDATE OF d SKIP LOCKED)
            UPDATE webhook_delivery d SET attempts = attempts + 1, next_attempt_at = ?
              FROM due WHERE d.place = due.place
            RETURNING d.place, d.webhook_id, due.url, d.message_id, d.topic, d.data, d.happened_at, d.attempts""";

    private static final String NOTE = """
            UPDATE webhook_delivery
               SET state = ?, next_attempt_at = ?, status = ?, fault = ?, delivered_at = ?
             WHERE place = ? AND state = 'waiting'""";

    private final Sql sql;
    private final JdbcWebhooks webhooks;

    JdbcOutbound(Sql sql, JdbcWebhooks webhooks) {
        this.sql = sql;
        this.webhooks = webhooks;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public List<Message> lend(Instant now, Instant until, Set<WebhookId> busy, int limit) {
        return sql.list(
                LEND,
                row -> message(row, now),
                time(now),
                busy.stream().map(WebhookId::value).toArray(UUID[]::new),
                time(now),
                limit,
                time(until));
    }

    private Message message(ResultSet row, Instant now) throws SQLException {
        var webhook = new WebhookId(row.getObject(2, UUID.class));
        return new Message(
                row.getLong(1),
                webhook,
                row.getString(3),
                webhooks.signing(webhook, now),
                row.getObject(4, UUID.class),
                Topic.of(row.getString(5)),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getInt(8));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void taken(Message message, int status, Instant at) {
        int _ = sql.update(NOTE, "delivered", null, status, null, time(at), message.place());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void again(Message message, Answer answer, Instant next) {
        note(message, "waiting", answer, time(next));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void givenUp(Message message, Answer answer) {
        note(message, "given-up", answer, null);
    }

    private void note(Message message, String state, Answer answer, @Nullable OffsetDateTime next) {
        int _ = sql.update(
                NOTE + " AND attempts = ?",
                state,
                next,
                answer instanceof Answer.Status(int code) ? code : null,
                fault(answer),
                null,
                message.place(),
                message.attempts());
    }

    private static String fault(Answer answer) {
        return switch (answer) {
            case Answer.Status(int code) -> "it answered " + code;
            case Answer.None(String fault) ->
                fault.length() > LONGEST_FAULT ? fault.substring(0, LONGEST_FAULT) : fault;
        };
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public boolean tookOthersSince(Message message) {
        return !sql.list("""
                        SELECT 1 FROM webhook_delivery this
                         WHERE this.place = ? AND EXISTS (
                                   SELECT 1 FROM webhook_delivery other
                                    WHERE other.webhook_id = this.webhook_id AND other.delivered_at > this.put_down_at)""", row -> row.getInt(1), message.place()).isEmpty();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
