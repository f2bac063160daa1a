package org.partnershipfund.procurement.contract;

import java.util.UUID;

/** What is on file of contract papers. */
public interface Papers {

    /** Every paper of a contract, by the rules and clearances of now. */
    ContractPapers of(Contract contract);

    /** Files what the partner attested to for a contract; the newest of a kind counts. */
    void add(ContractId contract, ContractPaper paper, Person by);

    /**
     * Remembers what portfolio-service found about a partner; an older finding of the kind never replaces a newer one.
     */
    void clear(UUID partner, ContractPaper clearance);
}
