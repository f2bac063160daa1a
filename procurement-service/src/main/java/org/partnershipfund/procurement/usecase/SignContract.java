package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Contract;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.NoSuchContract;
import org.partnershipfund.procurement.contract.Contracts;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.contract.Sight;
import org.partnershipfund.procurement.contract.Signature;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotAppropriated;

/** Takes one step of those that must precede a contract: signatures, approvals, the auditor's certificate. */
@ApplicationScoped
public class SignContract {

    private final Contracts contracts;
    private final BudgetLines lines;
    private final Signatories signatories;
    private final AuditTrail audit;
    private final Clock clock;

    SignContract(Contracts contracts, BudgetLines lines, Signatories signatories, AuditTrail audit, Clock clock) {
        this.contracts = contracts;
        this.lines = lines;
        this.signatories = signatories;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the step.
     *
     * @param seen the version that the caller decided upon
     * @param roles as whom the person acts
     * @param attested whether the partner attests to taxes paid and no collusion
     * @throws RefusedException if the step is not demanded, done, too early, not for these roles, or the person took another one
     */
    @Transactional
    public Versioned<Contract> sign(
            ContractId id,
            long seen,
            Step step,
            Person by,
            Set<String> roles,
            @Nullable String note,
            boolean attested,
            Sight sight) {
        var read = contracts
                .hold(id)
                .filter(found -> step != Step.PARTNER
                        || sight.partners().contains(found.value().partner()))
                .orElseThrow(() -> new RefusedException(new NoSuchContract(id.value())))
                .expecting(id, seen);
        var terms = read.value().terms();
        // A step that nobody demands is refused as such.
        if (terms.demands(step)) {
            signatories.require(terms.id(), step, terms.value(), roles);
        }
        var signed = Contract.sign(read.value(), new Signature(step, by, clock.instant(), note), attested)
                .orRefuse()
                .state();
        if (step == Step.APPROPRIATION) {
            requireAppropriation(signed.terms());
        }
        long version = contracts.store(signed, read.version());
        audit.record(new Change("ContractSigned", id.toString(), read.value(), signed));
        return new Versioned<>(signed, version);
    }

    /** The auditor certifies what is true: every line may still encumber its shares. */
    private void requireAppropriation(Contract.Terms terms) {
        Map<SchoolCode, Money> sums = new TreeMap<>();
        terms.shares().forEach(share -> sums.merge(share.school(), share.amount(), Money::plus));
        for (BudgetLine line : lines.lock(terms.fund(), sums.keySet())) {
            Money asked = sums.getOrDefault(line.school(), Money.ZERO);
            if (asked.exceeds(line.balance().appropriatedAndFree())) {
                throw new RefusedException(
                        new NotAppropriated(line.id(), line.balance().appropriatedAndFree(), asked));
            }
        }
    }
}
