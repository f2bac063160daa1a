package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.partnershipfund.foundation.eventlog.WireJson;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.PartnerNews;
import org.partnershipfund.portfolio.webhook.Topic;

/** By the function {@code tell_partner}, which knows who asked for what. */
@ApplicationScoped
class JdbcPartnerNews implements PartnerNews {

    private final Sql sql;
    private final WireJson json;

    JdbcPartnerNews(Sql sql, WireJson json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void tell(PartnerId partner, UUID message, Topic topic, Object data, Instant happenedAt) {
        var _ = sql.list(
                "SELECT 1 FROM tell_partner(?, ?, ?, ?, ?)",
                row -> row.getInt(1),
                partner.value(),
                message,
                topic.word(),
                json.write(data),
                happenedAt.atOffset(ZoneOffset.UTC));
    }
}
