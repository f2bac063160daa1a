package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.funding.ProgramFundings;

/** Keeps what approval-service and procurement-service said about the programs (policy catalogue §8). */
@ApplicationScoped
public class HearFunding {

    private final ProgramFundings fundings;

    HearFunding(ProgramFundings fundings) {
        this.fundings = fundings;
    }

    /** A school's selection has all its approvals. */
    @Transactional
    public void approved(ProgramFundings.Selection selection) {
        fundings.approved(selection);
    }

    /** A school took its selection back, or it was returned to the school. */
    @Transactional
    public void ended(UUID selection, int version) {
        fundings.ended(selection, version);
    }

    /** A contract is executed. */
    @Transactional
    public void contracted(ProgramFundings.Contract contract) {
        fundings.contracted(contract);
    }

    /** A contract was amended, or has ended. */
    @Transactional
    public void amended(UUID contract, Money amount, Optional<LocalDate> endsOn) {
        fundings.amended(contract, amount, endsOn);
    }

    /** An invoice is paid. */
    @Transactional
    public void paid(UUID invoice, UUID contract, Money amount) {
        fundings.paid(invoice, contract, amount);
    }
}
