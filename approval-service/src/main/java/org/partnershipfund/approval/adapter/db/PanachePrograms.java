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

/** Programs in table {@code remembered_program}. */
@ApplicationScoped
class PanachePrograms implements Programs {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ProgramRow, UUID> {}

    private final Rows rows;

    PanachePrograms(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Program> find(ProgramId id) {
        return rows.findByIdOptional(id.value()).map(ProgramRow::noun);
    }

    @Override
    public List<Program> findAll(Collection<ProgramId> ids) {
        return rows
                .list("id in ?1", ids.stream().map(ProgramId::value).distinct().toList())
                .stream()
                .map(ProgramRow::noun)
                .toList();
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
