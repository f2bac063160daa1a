package org.partnershipfund.allocation.utilisation;

import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** All contracts and payments that were told, as the core sees them. They are only added, and never changed. */
public interface Spending {

    /** The contract, if it was told. */
    Optional<ExecutedContract> find(ContractId id);

    /** The invoice, if it was told. */
    Optional<PaidInvoice> find(InvoiceId id);

    /** The payment, if it was told. */
    Optional<PaymentPart> findPart(UUID payment);

    /** What the credit note gave back, if it was told. */
    Optional<MoneyReturned> findReturn(UUID creditNote);

    /** Adds a payment that is new. */
    void add(PaymentPart part);

    /** Adds what a new credit note gave back. */
    void add(MoneyReturned returned);

    /** Adds a contract that is new. */
    void add(ExecutedContract contract);

    /** Adds an invoice that is new. */
    void add(PaidInvoice invoice);

    /** Adds what a contract holds since it changed; the same told again changes nothing. */
    void add(ContractStanding standing);

    /**
     * What is contracted and paid of one fund, by school; schools without either are not in it. What an invoice took is what
     * its payments took together, or what was told of it when nothing was due any more, whichever is more; what was given
     * back is neither paid nor under contract.
     */
    SortedMap<SchoolCode, Spent> of(FundId fund);

    /** What is under contract, and what of it is paid; each zero or more. */
    record Spent(Money contracted, Money paid) {

        /** Nothing yet. */
        public static final Spent NOTHING = new Spent(Money.ZERO, Money.ZERO);

        /** Both together. */
        public Spent plus(Spent other) {
            return new Spent(contracted.plus(other.contracted), paid.plus(other.paid));
        }
    }
}
