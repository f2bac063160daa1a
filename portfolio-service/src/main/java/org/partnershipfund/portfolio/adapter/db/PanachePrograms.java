package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.OfferedProgram;
import org.partnershipfund.portfolio.program.PriceSheet;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.program.Vetting;

/** Programs in table {@code program}, their prices in {@code price_sheet} and {@code price}. */
@ApplicationScoped
class PanachePrograms implements Programs {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<ProgramRow, UUID> {}

    /** The table of price sheets as Panache sees it. */
    @ApplicationScoped
    static class SheetRows implements PanacheRepositoryBase<PriceSheetRow, PriceSheetRow.Key> {}

    /** So many new programs are in memory as rows at a time. */
    private static final int FLUSHED_AT_ONCE = 500;

    private static final String IS_VETTED =
            "exists (select 1 from ApplicationRow a where a.programId = p.id and " + ApplicationRow.ON_THE_MENU + ")";

    /** What a list shows of a program has changed with the program, or with its vetting. */
    private static final String IS_MODIFIED =
            "(p.modifiedAt > :modifiedAfter or exists (select 1 from ApplicationRow v where v.programId = p.id and v.state in ('vetted', 'suspended') and v.changedAt > :modifiedAfter))";

    private static final String VETTED =
            "from ApplicationRow a where a.programId in :programs and " + ApplicationRow.ON_THE_MENU;

    private final Rows rows;
    private final SheetRows sheets;
    private final EntityManager database;
    private final Sql sql;

    PanachePrograms(Rows rows, SheetRows sheets, EntityManager database, Sql sql) {
        this.rows = rows;
        this.sheets = sheets;
        this.database = database;
        this.sql = sql;
    }

    @Override
    public Optional<Versioned<Program>> find(ProgramId id) {
        return rows.findByIdOptional(id.value()).map(this::versioned);
    }

    @Override
    public Optional<Versioned<Program>> hold(ProgramId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(this::versioned);
    }

    @Override
    public Optional<PartnerId> partnerOf(ProgramId id) {
        // not the row: who wants to hold the program must be the first to read it
        return database.createQuery("select p.partner.id from ProgramRow p where p.id = :id", UUID.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(PartnerId::new);
    }

    @Override
    public Optional<ProgramId> find(PartnerId partner, String name) {
        return database.createQuery(
                        "select p.id from ProgramRow p where p.partner.id = :partner and lower(p.name) = :name",
                        UUID.class)
                .setParameter("partner", partner.value())
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .map(ProgramId::new);
    }

    @Override
    public Map<PartnerId, Map<String, ProgramId>> names(Collection<PartnerId> partners) {
        return database.createQuery(
                        "select p.partner.id, lower(p.name), p.id from ProgramRow p where p.partner.id in :partners",
                        Object[].class)
                .setParameter(
                        "partners", partners.stream().map(PartnerId::value).toList())
                .getResultStream()
                .collect(groupingBy(
                        row -> new PartnerId((UUID) row[0]),
                        toMap(row -> (String) row[1], row -> new ProgramId((UUID) row[2]))));
    }

    @Override
    public void addAll(List<Program> programs) {
        for (int from = 0; from < programs.size(); from += FLUSHED_AT_ONCE) {
            var some = programs.subList(from, Math.min(from + FLUSHED_AT_ONCE, programs.size()));
            // All rows of a table together: Hibernate sends them as one batch only while the table stays the same.
            some.forEach(program -> rows.persist(new ProgramRow(
                    program,
                    database.getReference(PartnerRow.class, program.partner().value()))));
            rows.flush();
            some.forEach(program ->
                    program.sheets().forEach(sheet -> sheets.persist(new PriceSheetRow(program.id(), sheet))));
            rows.flush();
            database.clear();
        }
        refreshSearch(programs);
    }

    private void refreshSearch(List<Program> programs) {
        var _ = sql.list(
                "SELECT refresh_program_search(?::uuid[])",
                _ -> true,
                Lists.array(programs.stream().map(program -> program.id().value())));
    }

    @Override
    public Optional<OfferedProgram> offered(ProgramId id, LocalDate day) {
        return withPrices(
                        rows.find("from ProgramRow p join fetch p.partner where p.id = ?1", id.value())
                                .list(),
                        day)
                .stream()
                .findFirst();
    }

    @Override
    public List<OfferedProgram> offered(List<ProgramId> ids, LocalDate day) {
        var found = withPrices(
                rows.find(
                                "from ProgramRow p join fetch p.partner where p.id in ?1",
                                ids.stream().map(ProgramId::value).toList())
                        .list(),
                day);
        Map<ProgramId, OfferedProgram> byId =
                found.stream().collect(toMap(one -> one.program().value().id(), Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    @Override
    public List<OfferedProgram> list(Filter filter, Optional<ProgramId> after, int limit) {
        var where = new StringBuilder("p.id > :after and ").append(IS_MODIFIED);
        Map<String, Object> values = new HashMap<>();
        values.put("after", after.map(ProgramId::value).orElse(Lists.BEFORE_ALL));
        values.put("modifiedAfter", filter.modifiedAfter().orElse(Instant.EPOCH));
        filter.area().ifPresent(area -> {
            where.append(" and p.serviceArea = :area");
            values.put("area", area.word());
        });
        filter.grade().map(Grade::word).ifPresent(grade -> {
            where.append(" and concat(';', p.grades, ';') like :grade");
            values.put("grade", Lists.has(grade));
        });
        filter.partner().ifPresent(partner -> {
            where.append(" and p.partner.id = :partner");
            values.put("partner", partner.value());
        });
        filter.text().ifPresent(text -> {
            where.append(" and (lower(p.name) like :text escape '!' or lower(p.description) like :text escape '!'")
                    .append(" or lower(o.name) like :text escape '!')");
            values.put("text", Lists.contains(text));
        });
        filter.vetted().ifPresent(vetted -> {
            where.append(vetted ? " and " : " and not ").append(IS_VETTED);
            values.put("day", filter.day());
        });
        return withPrices(
                rows.find("from ProgramRow p join fetch p.partner o where " + where + " order by p.id", values)
                        .page(Page.ofSize(limit))
                        .list(),
                filter.day());
    }

    @Override
    public long store(Program program, long readVersion) {
        UUID id = program.id().value();
        ProgramRow row = rows.findById(id);
        long storedVersion = row == null ? 0 : row.version();
        if (storedVersion != readVersion) {
            throw new StaleStateException(id, readVersion);
        }
        if (row == null) {
            row = new ProgramRow(
                    program,
                    database.getReference(PartnerRow.class, program.partner().value()));
            rows.persist(row);
        } else {
            row.take(program);
        }
        keepNewSheets(program);
        rows.flush();
        refreshSearch(List.of(program));
        return row.version();
    }

    private void keepNewSheets(Program program) {
        long kept = sheets.count("key.program = ?1", program.id().value());
        program.sheets().stream()
                .skip(kept)
                .map(sheet -> new PriceSheetRow(program.id(), sheet))
                .forEach(sheets::persist);
    }

    private Versioned<Program> versioned(ProgramRow row) {
        var id = row.programId().value();
        return row.versioned(sheetsOf(List.of(id)).getOrDefault(id, List.of()));
    }

    private List<OfferedProgram> withPrices(List<ProgramRow> found, LocalDate day) {
        List<UUID> ids = found.stream().map(row -> row.programId().value()).toList();
        Map<UUID, List<PriceSheet>> prices = sheetsOf(ids);
        Map<UUID, Vetting> vettings = vettings(ids, day);
        return found.stream()
                .map(row -> {
                    UUID id = row.programId().value();
                    return new OfferedProgram(
                            row.versioned(prices.getOrDefault(id, List.of())),
                            row.partner(),
                            Optional.ofNullable(vettings.get(id)));
                })
                .toList();
    }

    private Map<UUID, List<PriceSheet>> sheetsOf(List<UUID> programs) {
        return sheets.list("key.program in ?1 order by key.program, key.number", programs).stream()
                .collect(groupingBy(PriceSheetRow::program, mapping(PriceSheetRow::sheet, toList())));
    }

    private Map<UUID, Vetting> vettings(List<UUID> programs, LocalDate day) {
        return database.createQuery(VETTED, ApplicationRow.class)
                .setParameter("programs", programs)
                .setParameter("day", day)
                .getResultStream()
                .collect(toMap(
                        ApplicationRow::programId,
                        ApplicationRow::vetting,
                        (one, other) -> one.until().isBefore(other.until()) ? other : one));
    }
}
