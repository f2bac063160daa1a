package org.partnershipfund.approval.adapter.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** Selections in table {@code selection}. */
@ApplicationScoped
class PanacheSelections implements Selections {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<SelectionRow, UUID> {}

    private final Rows rows;
    private final Sql sql;
    private final Holds holds;
    private final OpenStepsOfSelections openSteps;

    PanacheSelections(Rows rows, Sql sql, Holds holds, OpenStepsOfSelections openSteps) {
        this.rows = rows;
        this.sql = sql;
        this.holds = holds;
        this.openSteps = openSteps;
    }

    @Override
    public Optional<Versioned<Selection>> find(SelectionId id) {
        return rows.findByIdOptional(id.value()).map(SelectionRow::versioned);
    }

    @Override
    public Optional<Versioned<Selection>> hold(SelectionId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(SelectionRow::versioned);
    }

    @Override
    public Optional<Purse> purse(SelectionId id) {
        return rows.getEntityManager()
                .createQuery("select s.fundId, s.schoolCode from SelectionRow s where s.id = :id", Tuple.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(row -> new Purse(new FundId(row.get(0, UUID.class)), new SchoolCode(row.get(1, String.class))));
    }

    @Override
    public Money others(Purse purse, SelectionId but) {
        return new Money(rows.getEntityManager()
                .createQuery("""
                        select coalesce(sum(greatest(
                                   case when s.state in ('submitted', 'approved', 'reserved') then s.totalCents + s.spentBesideCents
                                        else 0L end,
                                   case when s.state = 'lapsed' then 0L else s.standingCents end,
                                   s.contractedCents)), 0)
                          from SelectionRow s
                         where s.fundId = :fund and s.schoolCode = :school and s.id <> :but""", Long.class)
                .setParameter("fund", purse.fund().value())
                .setParameter("school", purse.school().value())
                .setParameter("but", but.value())
                .getSingleResult());
    }

    @Override
    public Map<ProgramId, Long> pupils(FiscalYear year, Collection<ProgramId> programs, SelectionId but) {
        return sql
                .list(
                        """
                        WITH versions AS (
                            SELECT s.id, line.program_id, sum(line.pupils) AS pupils
                              FROM selection AS s
                              JOIN selection_line AS line
                                ON line.selection_id = s.id
                               AND (line.content_version = s.standing_version
                                    OR (line.content_version = s.content_version
                                        AND s.state IN ('submitted', 'approved', 'reserved')))
                             WHERE line.program_id = ANY (string_to_array(?, ',')::uuid[])
                               AND s.fiscal_year = ? AND s.id <> ? AND s.state <> 'lapsed'
                             GROUP BY s.id, line.program_id, line.content_version),
                        selections AS (
                            SELECT program_id, max(pupils) AS pupils FROM versions GROUP BY id, program_id)
                        SELECT program_id, sum(pupils) AS pupils FROM selections GROUP BY program_id
                        """,
                        row -> Map.entry(new ProgramId(row.getObject("program_id", UUID.class)), row.getLong("pupils")),
                        programs.stream()
                                .map(program -> program.value().toString())
                                .collect(Collectors.joining(",")),
                        year.endYear(),
                        but.value())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void holdCapacity(FiscalYear year, Collection<ProgramId> programs) {
        // In one order everywhere, so that two submissions never wait for one another.
        programs.stream()
                .map(program -> "approval.capacity.%s.%s".formatted(year, program.value()))
                .distinct()
                .sorted()
                .forEach(holds::hold);
    }

    @Override
    public List<SelectionId> of(FundId fund) {
        return rows.getEntityManager()
                .createQuery("select s.id from SelectionRow s where s.fundId = :fund order by s.id", UUID.class)
                .setParameter("fund", fund.value())
                .getResultStream()
                .map(SelectionId::new)
                .toList();
    }

    @Override
    public List<Content> contents(SelectionId id) {
        return rows.findByIdOptional(id.value()).map(SelectionRow::allContents).orElse(List.of());
    }

    @Override
    public Set<Integer> submittedVersions(SelectionId id) {
        return rows.findByIdOptional(id.value())
                .map(SelectionRow::submittedVersions)
                .orElse(Set.of());
    }

    @Override
    public List<Versioned<Selection>> list(Filter asked, Optional<SelectionId> after, int limit) {
        var filter = new org.partnershipfund.approval.adapter.db.Filter(
                        "id > :after", "after", after.map(SelectionId::value).orElse(Sorting.BEFORE_ALL))
                .and("schoolCode in :schools", "schools", asked.schools().map(Codes::of))
                .and("fundId = :fund", "fund", asked.fund().map(FundId::value))
                .and("state = :state", "state", asked.state())
                .and(
                        "id in (select o.id.selectionId from OpenStepRow o where o.id.step = :waitsFor)",
                        "waitsFor",
                        asked.waitsFor().map(Step::word))
                .and("modifiedAt > :modifiedAfter", "modifiedAfter", asked.modifiedAfter());
        return rows.find(filter.orderBy("id"), filter.values()).page(Page.ofSize(limit)).list().stream()
                .map(SelectionRow::versioned)
                .toList();
    }

    @Override
    public long store(Selection selection, long readVersion) {
        UUID id = selection.dossier().id().value();
        SelectionRow row = rows.findById(id);
        if ((row == null ? 0 : row.version) != readVersion) {
            throw new StaleStateException(id, readVersion);
        }
        if (row == null) {
            row = new SelectionRow().take(selection);
            rows.persist(row);
        } else {
            var _ = row.take(selection);
        }
        rows.flush();
        openSteps.keep(selection);
        return row.version;
    }
}
