package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.hsds.HsdsView;
import org.partnershipfund.portfolio.hsds.Slice;
import org.partnershipfund.portfolio.hsds.Term;
import org.partnershipfund.portfolio.hsds.Term.Taxonomy;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.program.ProgramId;

/** The lists of HSDS from {@code program_search}, {@code partnership} and {@code partner}. */
@ApplicationScoped
class SqlHsdsView implements HsdsView {

    private final Sql sql;

    SqlHsdsView(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Slice<ProgramId> services(Filter filter, long offset, int limit) {
        return slice("p.id", "program p", "p.modified_at", filter, Optional.empty(), offset, limit)
                .map(ProgramId::new);
    }

    @Override
    public Slice<PartnershipId> servicesAtLocations(Filter filter, FiscalYear since, long offset, int limit) {
        return slice(
                        "h.id",
                        "partnership h JOIN program p ON p.id = h.program_id",
                        "h.modified_at",
                        filter,
                        Optional.of(since),
                        offset,
                        limit)
                .map(PartnershipId::new);
    }

    @Override
    public Slice<Partner.Title> organizations(Optional<String> search, long offset, int limit) {
        String like = Lists.contains(search.orElse(""));
        List<Partner.Title> titles = sql.list(
                "SELECT id, name, kind FROM partner WHERE lower(name) LIKE ? ESCAPE '!' ORDER BY id OFFSET ? LIMIT ?",
                row -> new Partner.Title(
                        new PartnerId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        PartnerKind.of(row.getString("kind"))),
                like,
                offset,
                limit);
        return new Slice<>(
                titles, count("SELECT count(*) FROM partner WHERE lower(name) LIKE ? ESCAPE '!'", List.of(like)));
    }

    private Slice<UUID> slice(
            String id,
            String tables,
            String modifiedAt,
            Filter filter,
            Optional<FiscalYear> first,
            long offset,
            int limit) {
        var from =
                new StringBuilder(" FROM %s JOIN program_search s ON s.program_id = p.id WHERE true".formatted(tables));
        List<Object> values = new ArrayList<>();
        first.ifPresent(year -> {
            from.append(" AND h.fiscal_year >= ?");
            values.add(year.endYear());
        });
        filter.search().ifPresent(text -> {
            from.append(" AND s.document @@ websearch_to_tsquery('catalogue', ?)");
            values.add(text);
        });
        filter.terms().ifPresent(terms -> {
            from.append(" AND (s.service_area = ANY (string_to_array(?, ';')) OR s.terms && string_to_array(?, ';')")
                    .append(" OR s.grades && string_to_array(?, ';'))");
            String services = terms.stream()
                    .filter(term -> term.taxonomy() == Taxonomy.SERVICE_AREA)
                    .map(Term::code)
                    .collect(joining(";"));
            values.add(services);
            values.add(services);
            values.add(terms.stream()
                    .filter(term -> term.taxonomy() == Taxonomy.GRADE)
                    .map(Term::code)
                    .collect(joining(";")));
        });
        filter.organization().ifPresent(partner -> {
            from.append(" AND p.partner_id = ?");
            values.add(partner.value());
        });
        filter.modifiedSince().ifPresent(since -> {
            from.append(" AND %s >= ?".formatted(modifiedAt));
            values.add(since.atOffset(ZoneOffset.UTC));
        });
        long total = count("SELECT count(*)" + from, values);
        values.add(offset);
        values.add(limit);
        List<UUID> ids = sql.list(
                "SELECT %1$s%2$s ORDER BY %1$s OFFSET ? LIMIT ?".formatted(id, from),
                row -> row.getObject(1, UUID.class),
                values.toArray());
        return new Slice<>(ids, total);
    }

    private long count(String query, List<Object> values) {
        return sql.list(query, row -> row.getLong(1), values.toArray()).getFirst();
    }
}
