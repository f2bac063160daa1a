package org.partnershipfund.procurement.adapter.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.Contract.Executed;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractPaper;
import org.partnershipfund.procurement.contract.ContractPaper.Status;
import org.partnershipfund.procurement.contract.ContractPapers;
import org.partnershipfund.procurement.contract.PaperKind;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.rules.RuleBook;

/** Attestations in table {@code contract_paper}, clearances in {@code partner_clearance}. */
@ApplicationScoped
class JdbcPapers implements Papers {

    private final Sql sql;
    private final ProcurementRules rules;
    private final Clock clock;

    JdbcPapers(Sql sql, ProcurementRules rules, Clock clock) {
        this.sql = sql;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public ContractPapers of(Contract contract) {
        RuleBook book = rules.all();
        LocalDate today = LocalDate.now(clock);
        Set<PaperKind> demanded = book.papers(today, value(contract)).stream()
                .map(PaperKind::ofWord)
                .collect(Collectors.toUnmodifiableSet());
        List<ContractPaper> papers = new ArrayList<>(attested(contract, book));
        papers.addAll(sql.list("""
                SELECT kind, status, from_day, expires_on, recorded_at FROM contract_paper WHERE contract_id = ?
                UNION ALL
                SELECT kind, status, from_day, expires_on, recorded_at FROM partner_clearance WHERE partner_id = ?
                """, JdbcPapers::paper, contract.id().value(), contract.partner()));
        return new ContractPapers(contract.id(), demanded, papers);
    }

    /** What the contract is worth, or will be with the amendment that waits. */
    private static Money value(Contract contract) {
        Executed executed = contract.execution();
        Money now = contract.terms().value();
        return executed == null
                ? now
                : executed.proposed()
                        .map(open -> open.wish().demands().value())
                        .filter(then -> then.exceeds(now))
                        .orElse(now);
    }

    /** Who signs for the partner attests: the signature is the paper, so that no contract has one without the other. */
    private List<ContractPaper> attested(Contract contract, RuleBook book) {
        Executed executed = contract.execution();
        var amendments = executed == null
                ? Stream.<Signature>empty()
                : executed.amendments().stream().flatMap(one -> one.signatures().stream());
        return Stream.concat(contract.signatures().stream(), amendments)
                .filter(signature -> signature.step() == Step.PARTNER)
                .flatMap(signature -> {
                    LocalDate on = LocalDate.ofInstant(signature.at(), clock.getZone());
                    return ContractPaper.attested(on, book.number("attestation-months", on), signature.at()).stream();
                })
                .toList();
    }

    private static ContractPaper paper(ResultSet row) throws SQLException {
        return new ContractPaper(
                PaperKind.ofWord(row.getString("kind")),
                Status.ofWord(row.getString("status")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public void add(ContractId contract, ContractPaper paper, Person by) {
        sql.updateOne(
                """
                INSERT INTO contract_paper (contract_id, kind, status, from_day, expires_on, recorded_at, issuer, subject)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract.value(),
                paper.kind().word(),
                paper.status().word(),
                paper.from(),
                paper.expiresOn(),
                paper.at().atOffset(ZoneOffset.UTC),
                by.issuer(),
                by.subject());
    }

    @Override
    public void clear(UUID partner, ContractPaper clearance) {
        var _ = sql.update(
                """
                INSERT INTO partner_clearance (partner_id, kind, status, from_day, expires_on, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (partner_id, kind, recorded_at) DO NOTHING
                """,
                partner,
                clearance.kind().word(),
                clearance.status().word(),
                clearance.from(),
                clearance.expiresOn(),
                clearance.at().atOffset(ZoneOffset.UTC));
    }
}
