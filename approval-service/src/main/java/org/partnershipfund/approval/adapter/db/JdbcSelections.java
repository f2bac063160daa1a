package org.partnershipfund.approval.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Content;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.foundation.sql.AsWritten;
import org.partnershipfund.foundation.sql.AsWritten.Writing;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/**
 * Selections in table {@code selection} with its parts. Plain statements rather than Hibernate, which reads each of the
 * eleven parts by a statement of its own, of every selection of a list (docs/decisions/0025).
 */
@ApplicationScoped
class JdbcSelections implements Selections {

    /** A row with all rows of its parts, of table selection as s. */
    static final String ALL = "row_to_json(s) AS root, "
            + Stream.of(SelectionParts.values()).map(part -> part.all).collect(Collectors.joining(", "));

    /** Which writing of the row, of table selection as s: each change of a selection, or of a part of it, writes its row. */
    static final String MARK = AsWritten.mark("s");

    /** Waits for the selection; the parts are read after it, because one statement would read them as of before it waited. */
    private static final String HOLD = "SELECT %s FROM selection AS s WHERE s.id = ? FOR UPDATE".formatted(MARK);

    /** A hundred schools have some hundred at work in a year. */
    private static final int RECENT = 4_096;

    private static final String READ = "SELECT " + ALL + " FROM selection AS s WHERE s.id = ?";

    private static final List<String> COLUMNS = RowJson.columns(SelectionRow.class);

    private static final String INSERT =
            "INSERT INTO selection AS s (%1$s) SELECT %1$s FROM json_populate_record(NULL::selection, ?::json) ON CONFLICT (id) DO NOTHING RETURNING %2$s"
                    .formatted(String.join(", ", COLUMNS), MARK);

    private static final String UPDATE =
            "UPDATE selection AS s SET (%1$s) = (SELECT %1$s FROM json_populate_record(NULL::selection, ?::json)) WHERE s.id = ? AND s.version = ? RETURNING %2$s"
                    .formatted(
                            COLUMNS.stream()
                                    .filter(column -> !column.equals("id"))
                                    .collect(Collectors.joining(", ")),
                            MARK);

    private final Sql sql;
    private final Holds holds;
    private final OpenStepsOfSelections openSteps;
    private final CapacityTaken capacity;

    /** Who drafts, submits or decides reads what was written just before. */
    private final AsWritten<SelectionId, Versioned<Selection>> recent = new AsWritten<>(RECENT);

    JdbcSelections(Sql sql, Holds holds, OpenStepsOfSelections openSteps, CapacityTaken capacity) {
        this.sql = sql;
        this.holds = holds;
        this.openSteps = openSteps;
        this.capacity = capacity;
    }

    @Override
    public Optional<Versioned<Selection>> find(SelectionId id) {
        return row(id).map(SelectionRow::versioned);
    }

    @Override
    public Optional<Versioned<Selection>> hold(SelectionId id) {
        return Optional.ofNullable(sql.first(HOLD, JdbcSelections::mark, id.value()))
                .map(mark -> held(id, mark));
    }

    /** The selection, which the caller holds; read only if it is not known as it was written last. */
    Versioned<Selection> held(SelectionId id, String mark) {
        return recent.find(id)
                .filter(known -> known.mark().equals(mark))
                .map(Writing::value)
                .orElseGet(() -> {
                    Versioned<Selection> fresh = find(id).orElseThrow();
                    recent.keep(id, new Writing<>(mark, fresh));
                    return fresh;
                });
    }

    private Optional<SelectionRow> row(SelectionId id) {
        return Optional.ofNullable(sql.first(READ, SelectionRow::read, id.value()));
    }

    @Override
    public Optional<Purse> purse(SelectionId id) {
        return Optional.ofNullable(sql.first(
                "SELECT fund_id, school_code FROM selection WHERE id = ?",
                row -> new Purse(new FundId(row.getObject(1, UUID.class)), new SchoolCode(row.getString(2))),
                id.value()));
    }

    /** What a selection of the table, under this alias, takes of its purse. */
    static String takes(String alias) {
        return """
                greatest(CASE WHEN %1$s.state IN ('submitted', 'approved', 'reserved')
                                   THEN %1$s.total_cents + %1$s.spent_beside_cents ELSE 0 END,
                         CASE WHEN %1$s.state = 'lapsed' THEN 0
                              ELSE %1$s.standing_cents + %1$s.standing_spent_beside_cents END,
                         %1$s.contracted_cents)""".formatted(alias);
    }

    @Override
    public Money others(Purse purse, SelectionId but) {
        return sql.list(
                        "SELECT coalesce(sum(%s), 0) FROM selection AS s WHERE s.fund_id = ? AND s.school_code = ? AND s.id <> ?"
                                .formatted(takes("s")),
                        row -> new Money(row.getLong(1)),
                        purse.fund().value(),
                        purse.school().value(),
                        but.value())
                .getFirst();
    }

    @Override
    public Map<ProgramId, Long> pupils(FiscalYear year, Collection<ProgramId> programs, SelectionId but) {
        return capacity.pupils(year, programs, but);
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
        return sql.list(
                "SELECT id FROM selection WHERE fund_id = ? ORDER BY id",
                row -> new SelectionId(row.getObject(1, UUID.class)),
                fund.value());
    }

    @Override
    public List<Content> contents(SelectionId id) {
        return row(id).map(SelectionRow::allContents).orElse(List.of());
    }

    @Override
    public Set<Integer> submittedVersions(SelectionId id) {
        return sql
                .list(
                        "SELECT DISTINCT content_version FROM selection_plan_step WHERE selection_id = ?",
                        row -> row.getInt(1),
                        id.value())
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Versioned<Selection>> list(Filter asked, Optional<SelectionId> after, int limit) {
        var where = new StringBuilder("s.id > ?");
        List<@Nullable Object> values = new ArrayList<>();
        values.add(after.map(SelectionId::value).orElse(Sorting.BEFORE_ALL));
        asked.schools().ifPresent(schools -> {
            where.append(" AND s.school_code = ANY (?)");
            values.add(Codes.of(schools).toArray(String[]::new));
        });
        asked.fund().ifPresent(fund -> {
            where.append(" AND s.fund_id = ?");
            values.add(fund.value());
        });
        asked.state().ifPresent(state -> {
            where.append(" AND s.state = ?");
            values.add(state);
        });
        asked.waitsFor().ifPresent(step -> {
            where.append(" AND EXISTS (SELECT FROM open_step AS o WHERE o.selection_id = s.id AND o.step = ?)");
            values.add(step.word());
        });
        asked.modifiedAfter().ifPresent(at -> {
            where.append(" AND s.modified_at > ?");
            values.add(Times.parameter(at));
        });
        values.add(limit);
        // The page first, and the parts of its rows only.
        return sql
                .list(
                        "SELECT %s FROM (SELECT * FROM selection AS s WHERE %s ORDER BY s.id LIMIT ?) AS s ORDER BY s.id"
                                .formatted(ALL, where),
                        SelectionRow::read,
                        values.toArray())
                .stream()
                .map(SelectionRow::versioned)
                .toList();
    }

    @Override
    public long add(Selection selection) {
        SelectionRow row = SelectionRow.of(selection);
        String mark = sql.first(INSERT, JdbcSelections::mark, RowJson.write(row));
        if (mark == null) {
            throw new StaleStateException(row.id, 0);
        }
        return stored(new Versioned<>(selection, row.version), Optional.empty(), mark);
    }

    @Override
    public long store(Selection next, Versioned<Selection> read) {
        SelectionRow row = SelectionRow.of(next);
        row.version = read.version() + 1;
        String mark = sql.first(UPDATE, JdbcSelections::mark, RowJson.write(row), row.id, read.version());
        if (mark == null) {
            throw new StaleStateException(row.id, read.version());
        }
        return stored(new Versioned<>(next, row.version), Optional.of(read.value()), mark);
    }

    private static String mark(ResultSet row) throws SQLException {
        return row.getString(1);
    }

    /** Writes the parts of a selection whose row is written. */
    private long stored(Versioned<Selection> now, Optional<Selection> read, String mark) {
        SelectionId id = now.value().dossier().id();
        NewParts.of(now.value(), read).forEach((part, rows) -> sql.later(part.insert, id.value(), rows));
        openSteps.keep(now.value());
        capacity.keep(id);
        recent.keep(id, new Writing<>(mark, now));
        return now.version();
    }
}
