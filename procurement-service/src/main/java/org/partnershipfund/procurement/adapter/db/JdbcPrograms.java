package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
    public boolean offers(UUID partner, String serviceArea) {
        return sql.first(
                        "SELECT 1 FROM remembered_program WHERE partner_id = ? AND service_area = ? LIMIT 1",
                        row -> row.getInt(1),
                        partner,
                        serviceArea)
                != null;
    }

    @Override
    public Optional<String> partnerName(UUID partner) {
        return Optional.ofNullable(sql.first(
                "SELECT partner_name FROM remembered_program WHERE partner_id = ? ORDER BY id DESC LIMIT 1",
                row -> row.getString(1),
                partner));
    }

    @Override
    public void suspend(UUID program, UUID application, LocalDate from) {
        var _ = sql.update(
                "INSERT INTO program_suspension (program_id, application_id, from_day) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                program,
                application,
                from);
    }

    @Override
    public void reinstate(UUID program, UUID application, LocalDate on) {
        var _ = sql.update("""
                UPDATE program_suspension SET reinstated_on = ?
                WHERE program_id = ? AND application_id = ? AND from_day <= ? AND reinstated_on IS NULL
                """, on, program, application, on);
    }

    @Override
    public Optional<LocalDate> suspendedSince(UUID program, LocalDate day) {
        return sql.list("""
                        SELECT from_day FROM program_suspension
                        WHERE program_id = ? AND from_day <= ? AND (reinstated_on IS NULL OR reinstated_on > ?)
                        ORDER BY from_day LIMIT 1
                        """, row -> row.getObject("from_day", LocalDate.class), program, day, day).stream()
                .findFirst();
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
