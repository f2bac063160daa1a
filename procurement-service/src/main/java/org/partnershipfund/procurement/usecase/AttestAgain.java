package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractPaper;
import org.partnershipfund.procurement.contract.ContractPapers;
import org.partnershipfund.procurement.contract.ContractRefusal.AttestationMissing;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Papers;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.rules.ProcurementRules;

/** Files the attestations of a partner anew, before the older ones expire or after. */
@ApplicationScoped
public class AttestAgain {

    private final Contracts contracts;
    private final Papers papers;
    private final ProcurementRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    AttestAgain(Contracts contracts, Papers papers, ProcurementRules rules, AuditTrail audit, Clock clock) {
        this.contracts = contracts;
        this.papers = papers;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Attests again.
     *
     * <p>Source: docs/policy/contracts.md §6.
     *
     * @param attested whether the partner attests to both: taxes paid, and no collusion
     * @throws RefusedException if the contract is not theirs, or they do not attest
     */
    @Transactional
    public ContractPapers attest(ContractId id, boolean attested, Person by, Sight sight) {
        Contract contract = contracts
                .hold(id)
                .filter(found -> sight.partners().contains(found.value().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchContract(id.value())))
                .value();
        if (!attested) {
            throw new RefusedException(new AttestationMissing(id));
        }
        LocalDate today = LocalDate.now(clock);
        for (ContractPaper paper :
                ContractPaper.attested(today, rules.all().number("attestation-months", today), clock.instant())) {
            papers.add(id, paper, by);
        }
        var filed = papers.of(contract);
        audit.record(new Change("ContractAttested", id.toString(), null, filed));
        return filed;
    }
}
