package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.menu.Program;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.menu.Programs;
import org.partnershipfund.foundation.sql.Sql;

/** Programs in table {@code remembered_program}: read by one statement for all of them, kept by Hibernate. */
@ApplicationScoped
class PanachePrograms implements Programs {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ProgramRow, UUID> {}

    private static final String READ =
            "SELECT %s FROM remembered_program AS g WHERE g.id = ANY (?::uuid[])".formatted(ProgramRow.ALL);

    private final Rows rows;
    private final Sql sql;

    PanachePrograms(Rows rows, Sql sql) {
        this.rows = rows;
        this.sql = sql;
    }

    @Override
    public Optional<Program> find(ProgramId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Program> findAll(Collection<ProgramId> ids) {
        return sql.list(
                READ,
                row -> RowJson.row(row.getString(1), ProgramRow.Read.class).noun(),
                (Object)
                        ids.stream().map(id -> id.value().toString()).distinct().toArray(String[]::new));
    }

    @Override
    public void keep(Program program) {
        ProgramRow row = rows.findById(program.id().value());
        if (row == null) {
            rows.persist(new ProgramRow().take(program));
        } else {
            var _ = row.take(program);
        }
        rows.flush();
    }
}
