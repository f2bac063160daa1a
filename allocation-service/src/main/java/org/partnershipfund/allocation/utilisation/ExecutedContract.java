package org.partnershipfund.allocation.utilisation;

import java.time.Instant;
import org.partnershipfund.allocation.fund.FundId;

/**
 * A contract that is signed, certified and encumbered.
 *
 * @param shares what each school buys under it in the fund's year, all its lines together
 */
public record ExecutedContract(ContractId id, FundId fund, Shares shares, Instant at) {}
