package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.partnershipfund.approval.menu.Partners;

/** Partner organisations in table {@code remembered_partner}. */
@ApplicationScoped
class PanachePartners implements Partners {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PartnerRow, UUID> {}

    private final Rows rows;

    PanachePartners(Rows rows) {
        this.rows = rows;
    }

    @Override
    public boolean isRegistered(UUID partner) {
        return rows.findByIdOptional(partner).isPresent();
    }

    @Override
    public void keep(UUID partner, String name) {
        PartnerRow row = rows.findById(partner);
        if (row == null) {
            row = new PartnerRow();
            row.id = partner;
            row.name = name;
            rows.persist(row);
        } else {
            row.name = name;
        }
        rows.flush();
    }
}
