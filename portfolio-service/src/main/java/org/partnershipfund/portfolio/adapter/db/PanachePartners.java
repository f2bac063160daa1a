package org.partnershipfund.portfolio.adapter.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.foundation.caller.PartnerMembers;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.partner.Lookalike;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.PartnerKind;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.partner.TaxId;

/**
 * Partners in table {@code partner}, their members in the foundation's {@code partner_member}, by which every service
 * knows whom a caller acts for.
 */
@ApplicationScoped
class PanachePartners implements Partners {

    /** The table as Panache sees it. */
    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<PartnerRow, UUID> {}

    private static final String LOOKALIKES = """
            SELECT * FROM (
                SELECT id, name, kind, coalesce(tax_id = ?, false) AS same_tax_id,
                       floor(100 * similarity(lower(unaccent(name)), lower(unaccent(?))))::integer AS likeness
                FROM partner WHERE id <> ?) other
            WHERE same_tax_id OR likeness >= ?
            ORDER BY same_tax_id DESC, likeness DESC, id
            LIMIT ?
            """;

    private final Rows rows;
    private final PartnerMembers members;
    private final Sql sql;
    private final Holds holds;

    PanachePartners(Rows rows, PartnerMembers members, Sql sql, Holds holds) {
        this.rows = rows;
        this.members = members;
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<Partner>> find(PartnerId id) {
        return rows.findByIdOptional(id.value()).map(row -> row.versioned(membersOf(id)));
    }

    @Override
    public Optional<Versioned<Partner>> hold(PartnerId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row.versioned(membersOf(id)));
    }

    @Override
    public List<Partner> holdAll(Set<String> names) {
        List<PartnerRow> held = rows.find("lower(name) in ?1 order by lower(name)", names)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        Map<UUID, List<Person>> members = sql
                .list(
                        "SELECT partner_id, issuer, subject FROM partner_member WHERE partner_id = ANY (?::uuid[])",
                        row -> Map.entry(row.getObject(1, UUID.class), new Person(row.getString(2), row.getString(3))),
                        Lists.array(held.stream().map(row -> row.partnerId().value())))
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        return held.stream()
                .map(row -> row.versioned(members.getOrDefault(row.partnerId().value(), List.of()))
                        .value())
                .toList();
    }

    @Override
    public Optional<PartnerId> findByName(String name) {
        return rows.find("lower(name) = ?1", name.toLowerCase(Locale.ROOT))
                .firstResultOptional()
                .map(PartnerRow::partnerId);
    }

    @Override
    public List<Partner.Title> list(Filter filter, Optional<PartnerId> after, int limit) {
        var where = new StringBuilder("id > :after and modifiedAt > :modifiedAfter");
        Map<String, Object> values = new HashMap<>();
        values.put("after", after.map(PartnerId::value).orElse(Lists.BEFORE_ALL));
        values.put("modifiedAfter", filter.modifiedAfter().orElse(Instant.EPOCH));
        filter.kind().ifPresent(kind -> {
            where.append(" and kind = :kind");
            values.put("kind", kind.word());
        });
        filter.text().ifPresent(text -> {
            where.append(" and lower(name) like :text escape '!'");
            values.put("text", Lists.contains(text));
        });
        return rows.find(where + " order by id", values).page(Page.ofSize(limit)).list().stream()
                .map(PartnerRow::title)
                .toList();
    }

    @Override
    public List<Lookalike> lookalikes(Partner partner, int limit) {
        return sql.list(
                LOOKALIKES,
                row -> new Lookalike(
                        new Partner.Title(
                                new PartnerId(row.getObject("id", UUID.class)),
                                row.getString("name"),
                                PartnerKind.of(row.getString("kind"))),
                        row.getBoolean("same_tax_id"),
                        row.getInt("likeness")),
                partner.taxId().map(TaxId::digits).orElse(null),
                partner.name(),
                partner.id().value(),
                Lookalike.LIKE,
                limit);
    }

    @Override
    public void holdNames() {
        holds.hold("portfolio.partner-names");
    }

    @Override
    public long store(Partner partner, long readVersion) {
        PartnerRow row = rows.findById(partner.id().value());
        long storedVersion = row == null ? 0 : row.version();
        if (storedVersion != readVersion) {
            throw new StaleStateException(partner.id().value(), readVersion);
        }
        if (row == null) {
            row = new PartnerRow(partner);
            rows.persist(row);
        } else {
            row.take(partner);
        }
        rows.flush();
        members.replace(
                partner.id().value(),
                partner.members().stream()
                        .map(member ->
                                new org.partnershipfund.foundation.caller.Person(member.issuer(), member.subject()))
                        .toList());
        return row.version();
    }

    private List<Person> membersOf(PartnerId id) {
        return sql.list(
                "SELECT issuer, subject FROM partner_member WHERE partner_id = ?",
                member -> new Person(member.getString(1), member.getString(2)),
                id.value());
    }
}
