package org.partnershipfund.procurement.contract;

import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;

/**
 * What goes back from a share to its school's line.
 *
 * @param reservation the share
 */
public record Release(CommitmentId reservation, SchoolCode school, Money amount) {}
