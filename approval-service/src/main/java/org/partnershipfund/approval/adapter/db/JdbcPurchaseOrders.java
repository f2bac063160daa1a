package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.approval.selection.PurchaseOrder;
import org.partnershipfund.approval.selection.PurchaseOrders;
import org.partnershipfund.foundation.sql.Sql;

/** Purchase orders in table {@code purchase_order}. */
@ApplicationScoped
class JdbcPurchaseOrders implements PurchaseOrders {

    private final Sql sql;

    JdbcPurchaseOrders(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(PurchaseOrder order) {
        var _ = sql.update(
                """
                INSERT INTO purchase_order (contract_id, requisition, number, starts_on, ends_on, issued_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (contract_id) DO NOTHING
                """,
                order.contract(),
                order.requisition(),
                order.number(),
                order.startsOn(),
                order.endsOn(),
                order.issuedAt().atOffset(ZoneOffset.UTC));
    }

    @Override
    public List<PurchaseOrder> of(Collection<UUID> contracts) {
        return sql.list(
                "SELECT * FROM purchase_order WHERE contract_id = ANY (?::uuid[]) ORDER BY number",
                row -> new PurchaseOrder(
                        row.getObject("contract_id", UUID.class),
                        row.getString("requisition"),
                        row.getString("number"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()),
                (Object) contracts.stream().map(UUID::toString).toArray(String[]::new));
    }
}
