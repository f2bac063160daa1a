package org.partnershipfund.allocation.adapter.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.usecase.HearSpending;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.ContractStanding;
import org.partnershipfund.contracts.ContractShareV1;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** What a contract holds since it changed, whatever changed it; it waits for the contract itself. */
@ApplicationScoped
class ContractStandings {

    private final HearSpending hear;

    ContractStandings(HearSpending hear) {
        this.hear = hear;
    }

    Outcome heard(UUID contract, UUID fund, List<ContractShareV1> shares, Instant at) {
        var id = new ContractId(contract);
        ContractStanding told;
        try {
            SortedMap<SchoolCode, Money> bySchool = new TreeMap<>();
            shares.forEach(share -> bySchool.merge(
                    new SchoolCode(share.schoolCode()), share.amount().money(), Money::plus));
            told = new ContractStanding(id, new FundId(fund), bySchool, at);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        }
        if (!hear.knows(id)) {
            return new Outcome.Ahead(ContractExecutedHandler.awaited(id));
        }
        hear.stands(told);
        return Outcome.done();
    }
}
