package org.partnershipfund.portfolio.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.funding.ProgramFunding;
import org.partnershipfund.portfolio.funding.ProgramFundings;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.program.ProgramId;

/**
 * What was heard, in tables {@code heard_selection}, {@code heard_choice}, {@code heard_contract}, {@code heard_payment},
 * {@code heard_part} and {@code heard_return}; added up anew each time.
 */
@ApplicationScoped
class SqlProgramFundings implements ProgramFundings {

    // Whichever is told first: the highest approved version counts, unless it or a later one was withdrawn or returned.
    private static final String APPROVED = """
            INSERT INTO heard_selection AS s (selection_id, approved_version, ended_version) VALUES (?, ?, 0)
            ON CONFLICT (selection_id)
                DO UPDATE SET approved_version = greatest(s.approved_version, excluded.approved_version)
            """;

    private static final String ENDED = """
            INSERT INTO heard_selection AS s (selection_id, approved_version, ended_version) VALUES (?, 0, ?)
            ON CONFLICT (selection_id)
                DO UPDATE SET ended_version = greatest(s.ended_version, excluded.ended_version)
            """;

    private static final String CHOICE = """
            INSERT INTO heard_choice (selection_id, version, line_id, program_id, school_code, fiscal_year, pupils, cents)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String CONTRACT = """
            INSERT INTO heard_contract (contract_id, program_id, fiscal_year, cents, ends_on) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String PAYMENT =
            "INSERT INTO heard_payment (invoice_id, contract_id, cents) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String PART =
            "INSERT INTO heard_part (payment_id, invoice_id, contract_id, cents) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String RETURN =
            "INSERT INTO heard_return (credit_note_id, contract_id, cents) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    // What was paid is looked up contract by contract of the partner: by the index of each table, whatever others were
    // paid.
    static final String LIST = """
            WITH own AS (SELECT id, name FROM program WHERE partner_id = ?),
            chosen AS (
                SELECT c.program_id, c.fiscal_year, count(DISTINCT c.school_code) AS schools, sum(c.cents) AS cents
                FROM heard_choice c
                JOIN own ON own.id = c.program_id
                JOIN heard_selection s ON s.selection_id = c.selection_id
                    AND s.approved_version = c.version AND s.ended_version < c.version
                GROUP BY c.program_id, c.fiscal_year),
            contracted AS (
                SELECT k.program_id, k.fiscal_year, count(*) AS contracts, sum(k.cents) AS cents,
                       sum(p.cents) AS paid, max(k.ends_on) AS ends_on
                FROM heard_contract k
                JOIN own ON own.id = k.program_id
                CROSS JOIN LATERAL (
                     SELECT greatest(coalesce(sum(cents), 0), 0) AS cents
                       FROM (SELECT greatest(coalesce(whole.cents, 0), coalesce(parts.cents, 0)) AS cents
                               FROM (SELECT invoice_id, cents FROM heard_payment WHERE contract_id = k.contract_id) whole
                               FULL JOIN (SELECT invoice_id, sum(cents) AS cents
                                            FROM heard_part WHERE contract_id = k.contract_id GROUP BY invoice_id) parts
                               USING (invoice_id)
                             UNION ALL
                             SELECT -cents FROM heard_return WHERE contract_id = k.contract_id) told) p
                GROUP BY k.program_id, k.fiscal_year)
            SELECT own.id, own.name, fiscal_year, coalesce(chosen.schools, 0) AS schools,
                   coalesce(chosen.cents, 0) AS chosen, coalesce(contracted.contracts, 0) AS contracts,
                   coalesce(contracted.cents, 0) AS contracted, coalesce(contracted.paid, 0) AS paid, contracted.ends_on
            FROM chosen FULL JOIN contracted USING (program_id, fiscal_year)
            JOIN own ON own.id = program_id
            WHERE (?::integer IS NULL OR fiscal_year = ?) AND (-fiscal_year, own.id) > (?, ?)
            ORDER BY fiscal_year DESC, own.id
            LIMIT ?
            """;

    private final Sql sql;

    SqlProgramFundings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void approved(Selection selection) {
        var _ = sql.update(APPROVED, selection.id(), selection.version());
        for (Choice choice : selection.choices()) {
            var _ = sql.update(
                    CHOICE,
                    selection.id(),
                    selection.version(),
                    choice.line(),
                    choice.program().value(),
                    selection.school().value(),
                    selection.year().endYear(),
                    choice.pupils(),
                    choice.amount().cents());
        }
    }

    @Override
    public void ended(UUID selection, int version) {
        var _ = sql.update(ENDED, selection, version);
    }

    @Override
    public void contracted(Contract contract) {
        var _ = sql.update(
                CONTRACT,
                contract.id(),
                contract.program().value(),
                contract.year().endYear(),
                contract.amount().cents(),
                contract.endsOn());
    }

    @Override
    public void amended(UUID contract, Money amount, Optional<LocalDate> endsOn) {
        var _ = sql.update(
                "UPDATE heard_contract SET cents = ?, ends_on = coalesce(?, ends_on) WHERE contract_id = ?",
                amount.cents(),
                endsOn.orElse(null),
                contract);
    }

    @Override
    public void paid(UUID invoice, UUID contract, Money amount) {
        var _ = sql.update(PAYMENT, invoice, contract, amount.cents());
    }

    @Override
    public void paidPart(UUID payment, UUID invoice, UUID contract, Money amount) {
        var _ = sql.update(PART, payment, invoice, contract, amount.cents());
    }

    @Override
    public void returned(UUID creditNote, UUID contract, Money amount) {
        var _ = sql.update(RETURN, creditNote, contract, amount.cents());
    }

    @Override
    public List<ProgramFunding> list(PartnerId partner, Optional<FiscalYear> year, Optional<Place> after, int limit) {
        Integer asked = year.map(FiscalYear::endYear).orElse(null);
        return sql.list(
                LIST,
                SqlProgramFundings::funding,
                partner.value(),
                asked,
                asked,
                after.map(place -> -place.endYear()).orElse(Integer.MIN_VALUE),
                after.map(place -> place.program().value()).orElse(Lists.BEFORE_ALL),
                limit);
    }

    private static ProgramFunding funding(ResultSet row) throws SQLException {
        return new ProgramFunding(
                new ProgramId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new FiscalYear(row.getInt("fiscal_year")),
                row.getInt("schools"),
                new Money(row.getLong("chosen")),
                row.getInt("contracts"),
                new Money(row.getLong("contracted")),
                new Money(row.getLong("paid")),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)));
    }
}
