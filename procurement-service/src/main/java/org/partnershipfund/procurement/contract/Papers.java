package org.partnershipfund.procurement.contract;

import java.util.UUID;

/** What is on file of contract papers. */
public interface Papers {

    /** Every paper of a contract, by the rules and clearances of now. */
    ContractPapers of(Contract contract);

    /** Files what the partner attested to for a contract; of a day the newest of a kind counts that had begun. */
    void add(ContractId contract, ContractPaper paper, Person by);

    /**
     * Remembers what portfolio-service found about a partner, beside what it found before: a payment of an earlier day is
     * measured by what was in force then. Told again, it changes nothing.
     */
    void clear(UUID partner, ContractPaper clearance);
}
