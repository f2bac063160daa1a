package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.sql.Holds;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.catalogue.Funding;
import org.partnershipfund.portfolio.catalogue.ListedPartnership;
import org.partnershipfund.portfolio.catalogue.Partnership;
import org.partnershipfund.portfolio.catalogue.Partnership.Agreement;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.catalogue.Partnership.Source;
import org.partnershipfund.portfolio.catalogue.Partnership.Verdict;
import org.partnershipfund.portfolio.catalogue.PartnershipId;
import org.partnershipfund.portfolio.catalogue.Partnerships;
import org.partnershipfund.portfolio.catalogue.Rating;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;

/** Partnerships in table {@code partnership}. */
@ApplicationScoped
class SqlPartnerships implements Partnerships {

    private static final String LISTED = """
            SELECT h.*, p.name AS program_name, p.service_area, o.id AS partner_id, o.name AS partner_name,
                   coalesce(s.name, h.school_code) AS school_name, s.latitude, s.longitude
            FROM partnership h
            JOIN program p ON p.id = h.program_id
            JOIN partner o ON o.id = p.partner_id
            LEFT JOIN school s ON s.code = h.school_code
            """;

    private static final String INSERT = """
            INSERT INTO partnership (funding, pupils, schedule, agreement, agreement_on, contracts, rating, verified_on,
                                     modified_at, id, program_id, school_code, fiscal_year, source, illustrative,
                                     registered_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            """;

    private static final String UPDATE = """
            UPDATE partnership SET funding = ?, pupils = ?, schedule = ?, agreement = ?, agreement_on = ?, contracts = ?,
                   rating = ?, verified_on = ?, modified_at = ?, version = version + 1
            WHERE id = ? AND version = ?
            """;

    /** Shared by who registers one of a program, held alone by who registers a file of any. */
    private static final String NEW = "portfolio.partnerships";

    private final Sql sql;
    private final Holds holds;

    SqlPartnerships(Sql sql, Holds holds) {
        this.sql = sql;
        this.holds = holds;
    }

    @Override
    public Optional<Versioned<Partnership>> hold(PartnershipId id) {
        return sql
                .list("SELECT * FROM partnership WHERE id = ? FOR UPDATE", SqlPartnerships::partnership, id.value())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Versioned<Partnership>> hold(ProgramId program, SchoolCode school, FiscalYear year) {
        return sql
                .list(
                        "SELECT * FROM partnership WHERE program_id = ? AND school_code = ? AND fiscal_year = ? FOR UPDATE",
                        SqlPartnerships::partnership,
                        program.value(),
                        school.value(),
                        year.endYear())
                .stream()
                .findFirst();
    }

    @Override
    public void holdNew(ProgramId program) {
        holds.share(NEW);
        holds.hold(NEW + "." + program.value());
    }

    @Override
    public void holdAllNew() {
        holds.hold(NEW);
    }

    @Override
    public Optional<ListedPartnership> find(PartnershipId id) {
        return sql.list(LISTED + "WHERE h.id = ?", SqlPartnerships::listed, id.value()).stream()
                .findFirst();
    }

    @Override
    public List<ListedPartnership> find(List<PartnershipId> ids) {
        var wanted = Lists.array(ids.stream().map(PartnershipId::value));
        return sql.list(
                LISTED + "WHERE h.id = ANY (?::uuid[]) ORDER BY array_position(?::uuid[], h.id)",
                SqlPartnerships::listed,
                wanted,
                wanted);
    }

    @Override
    public List<ListedPartnership> list(Filter filter, Optional<PartnershipId> after, int limit) {
        var where = new StringBuilder("WHERE h.id > ? AND h.modified_at > ?");
        List<Object> values = new ArrayList<>();
        values.add(after.map(PartnershipId::value).orElse(Lists.BEFORE_ALL));
        values.add(at(filter.modifiedAfter().orElse(Instant.EPOCH)));
        narrow(where, values, "h.fiscal_year = ?", filter.year().map(FiscalYear::endYear));
        narrow(where, values, "h.school_code = ?", filter.school().map(SchoolCode::value));
        narrow(where, values, "h.program_id = ?", filter.program().map(ProgramId::value));
        narrow(where, values, "o.id = ?", filter.partner().map(PartnerId::value));
        narrow(where, values, "h.funding = ?", filter.funding().map(Funding::word));
        narrow(where, values, "p.service_area = ?", filter.area().map(ServiceArea::word));
        narrow(where, values, "(h.rating IS NOT NULL) = ?", filter.verified());
        values.add(limit);
        return sql.list(LISTED + where + " ORDER BY h.id LIMIT ?", SqlPartnerships::listed, values.toArray());
    }

    @Override
    public List<ListedPartnership> of(List<ProgramId> programs, FiscalYear since, int mostEach) {
        return sql.list(
                """
                SELECT listed.* FROM unnest(?::uuid[]) AS asked (id)
                CROSS JOIN LATERAL (%s WHERE h.program_id = asked.id AND h.fiscal_year >= ? ORDER BY h.id LIMIT ?) AS listed
                ORDER BY listed.id
                """.formatted(LISTED),
                SqlPartnerships::listed,
                Lists.array(programs.stream().map(ProgramId::value)),
                since.endYear(),
                mostEach);
    }

    private static void narrow(StringBuilder where, List<Object> values, String condition, Optional<?> value) {
        value.ifPresent(one -> {
            where.append(" AND ").append(condition);
            values.add(one);
        });
    }

    @Override
    public Set<Place> taken(Collection<ProgramId> programs, FiscalYear year) {
        return Set.copyOf(sql.list(
                "SELECT program_id, school_code FROM partnership WHERE fiscal_year = ? AND program_id = ANY (?::uuid[])",
                row -> new Place(
                        new ProgramId(row.getObject("program_id", UUID.class)),
                        new SchoolCode(row.getString("school_code"))),
                year.endYear(),
                Lists.array(programs.stream().map(ProgramId::value))));
    }

    @Override
    public void addAll(List<Partnership> partnerships) {
        sql.insertAll(
                INSERT,
                partnerships.stream().map(partnership -> inserted(partnership).toArray()));
    }

    @Override
    public long store(Partnership partnership, long readVersion) {
        if (readVersion == 0) {
            sql.updateOne(INSERT, inserted(partnership).toArray());
            return 1;
        }
        List<@Nullable Object> values = changing(partnership);
        values.add(partnership.id().value());
        values.add(readVersion);
        if (sql.update(UPDATE, values.toArray()) == 0) {
            throw new StaleStateException(partnership.id().value(), readVersion);
        }
        return readVersion + 1;
    }

    @Override
    public List<Count> counts(FiscalYear year, Optional<ServiceArea> area) {
        return sql.list(
                """
                SELECT s.*, coalesce(h.partnerships, 0) AS partnerships, coalesce(h.verified, 0) AS verified,
                       coalesce(h.illustrative, 0) AS illustrative
                FROM school s LEFT JOIN (
                    SELECT h.school_code, count(*) AS partnerships, count(h.rating) AS verified,
                           count(*) FILTER (WHERE h.illustrative) AS illustrative
                    FROM partnership h JOIN program p ON p.id = h.program_id
                    WHERE h.fiscal_year = ? AND p.service_area = coalesce(?, p.service_area)
                    GROUP BY h.school_code) h ON h.school_code = s.code
                ORDER BY s.code
                """,
                row -> {
                    School school = SqlSchools.school(row);
                    return new Count(
                            school, row.getInt("partnerships"), row.getInt("verified"), row.getInt("illustrative"));
                },
                year.endYear(),
                area.map(ServiceArea::word).orElse(null));
    }

    private static List<@Nullable Object> inserted(Partnership partnership) {
        List<@Nullable Object> values = changing(partnership);
        values.add(partnership.id().value());
        values.add(partnership.program().value());
        values.add(partnership.school().value());
        values.add(partnership.year().endYear());
        values.add(partnership.source().map(Source::text).orElse(null));
        values.add(partnership.source().map(Source::illustrative).orElse(false));
        values.add(at(partnership.registeredAt()));
        return values;
    }

    private static List<@Nullable Object> changing(Partnership partnership) {
        Details details = partnership.details();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(details.funding().word());
        values.add(details.pupils().orElse(null));
        values.add(Lists.joined(details.schedule(), Sessions::written));
        values.add(details.agreement().map(Agreement::reference).orElse(null));
        values.add(details.agreement().map(Agreement::signedOn).orElse(null));
        values.add(Lists.joined(partnership.contracts(), UUID::toString));
        values.add(partnership.verdict().map(Verdict::rating).map(Rating::word).orElse(null));
        values.add(partnership.verdict().map(Verdict::on).orElse(null));
        values.add(at(partnership.modifiedAt()));
        return values;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ListedPartnership listed(ResultSet row) throws SQLException {
        return new ListedPartnership(
                partnership(row),
                row.getString("program_name"),
                ServiceArea.of(row.getString("service_area")),
                new PartnerId(row.getObject("partner_id", UUID.class)),
                row.getString("partner_name"),
                row.getString("school_name"),
                SqlSchools.point(row));
    }

    private static Versioned<Partnership> partnership(ResultSet row) throws SQLException {
        int pupils = row.getInt("pupils");
        Optional<Integer> served = row.wasNull() ? Optional.empty() : Optional.of(pupils);
        String agreement = row.getString("agreement");
        String source = row.getString("source");
        String rating = row.getString("rating");
        var details = new Details(
                Funding.of(row.getString("funding")),
                served,
                Lists.split(row.getString("schedule"), Sessions::read),
                agreement == null ? Optional.empty() : Optional.of(new Agreement(agreement, day(row, "agreement_on"))));
        return new Versioned<>(
                new Partnership(
                        new PartnershipId(row.getObject("id", UUID.class)),
                        new ProgramId(row.getObject("program_id", UUID.class)),
                        new SchoolCode(row.getString("school_code")),
                        new FiscalYear(row.getInt("fiscal_year")),
                        details,
                        Lists.split(row.getString("contracts"), UUID::fromString),
                        source == null
                                ? Optional.empty()
                                : Optional.of(new Source(source, row.getBoolean("illustrative"))),
                        rating == null
                                ? Optional.empty()
                                : Optional.of(new Verdict(Rating.of(rating), day(row, "verified_on"))),
                        instant(row, "registered_at"),
                        instant(row, "modified_at")),
                row.getLong("version"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
