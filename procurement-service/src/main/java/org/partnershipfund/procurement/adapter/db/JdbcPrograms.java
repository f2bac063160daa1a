package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.procurement.process.Program;
import org.partnershipfund.procurement.process.Programs;

/** Programs in table {@code remembered_program}. */
@ApplicationScoped
class JdbcPrograms implements Programs {

    private final Sql sql;

    JdbcPrograms(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Program> find(UUID id) {
        return Optional.ofNullable(sql.first(
                "SELECT partner_id, partner_name, name, service_area FROM remembered_program WHERE id = ?",
                row -> new Program(
                        id,
                        row.getObject("partner_id", UUID.class),
                        row.getString("partner_name"),
                        row.getString("name"),
                        row.getString("service_area")),
                id));
    }

    @Override
    public void remember(Program program) {
        sql.updateOne(
                """
                INSERT INTO remembered_program (id, partner_id, partner_name, name, service_area) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET partner_id = EXCLUDED.partner_id, partner_name = EXCLUDED.partner_name,
                                               name = EXCLUDED.name, service_area = EXCLUDED.service_area
                """, program.id(), program.partner(), program.partnerName(), program.name(), program.serviceArea());
    }
}
