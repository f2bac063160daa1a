package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.webhook.ChosenPartners;

/** In table {@code chosen_partner}. */
@ApplicationScoped
class JdbcChosenPartners implements ChosenPartners {

    private final Sql sql;

    JdbcChosenPartners(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void keep(UUID selection, Set<PartnerId> partners) {
        var _ = forget(selection);
        partners.forEach(partner -> sql.updateOne(
                "INSERT INTO chosen_partner (selection_id, partner_id) VALUES (?, ?)", selection, partner.value()));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Set<PartnerId> forget(UUID selection) {
        return Set.copyOf(sql.list(
                "DELETE FROM chosen_partner WHERE selection_id = ? RETURNING partner_id",
                row -> new PartnerId(row.getObject(1, UUID.class)),
                selection));
    }
}
