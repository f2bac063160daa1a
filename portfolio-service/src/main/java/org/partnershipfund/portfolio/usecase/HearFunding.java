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

    /** Nothing of an invoice is due any more; this is all that was paid of it. */
    @Transactional
    public void paid(UUID invoice, UUID contract, Money amount) {
        fundings.paid(invoice, contract, amount);
    }

    /** The city paid all or part of an invoice. */
    @Transactional
    public void paidPart(UUID payment, UUID invoice, UUID contract, Money amount) {
        fundings.paidPart(payment, invoice, contract, amount);
    }

    /** A credit note gave back what had been paid. */
    @Transactional
    public void returned(UUID creditNote, UUID contract, Money amount) {
        fundings.returned(creditNote, contract, amount);
    }
}
