package org.partnershipfund.allocation.utilisation;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What a contract holds since it was amended, terminated or completed: it takes the place of what was executed.
 *
 * @param bySchool every school of the contract with what is under contract for it now; nothing where all went back
 * @param at of several of a contract the newest counts
 */
public record ContractStanding(ContractId id, FundId fund, SortedMap<SchoolCode, Money> bySchool, Instant at) {

    public ContractStanding {
        bySchool = Collections.unmodifiableSortedMap(new TreeMap<>(bySchool));
        bySchool.forEach((school, amount) -> {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("the share of school %s is %s".formatted(school, amount));
            }
        });
    }
}
