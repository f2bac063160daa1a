package org.partnershipfund.allocation.utilisation;

import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Why what procurement-service tells cannot be taken in; no door answers it, it is the reason of a dead letter. */
public sealed interface UtilisationRefusal extends Refusal {

    /** Money is spent by schools that were allocated some. */
    record NothingAllocated(FundId fund, SchoolCode school) implements UtilisationRefusal {
        @Override
        public String sentence() {
            return "Fund %s allocates nothing to school %s, and yet it is told to spend of it. Compare the event with GET /allocations?fundId=%s."
                    .formatted(fund.value(), school, fund.value());
        }
    }

    /** What was told of a contract is not told otherwise. */
    record ContractToldDifferently(ContractId contract) implements UtilisationRefusal {
        @Override
        public String sentence() {
            return "Contract %s was told before with another fund or other shares. Compare both events in procurement-service."
                    .formatted(contract.value());
        }
    }

    /** What was told of an invoice is not told otherwise. */
    record InvoiceToldDifferently(InvoiceId invoice) implements UtilisationRefusal {
        @Override
        public String sentence() {
            return "Invoice %s was told before with another contract or other payments. Compare both events in procurement-service."
                    .formatted(invoice.value());
        }
    }
}
