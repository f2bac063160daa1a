package org.partnershipfund.procurement.reservation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;
import org.partnershipfund.procurement.ledger.FundId;

/**
 * One line of a selection with its money set aside.
 *
 * @param commitment the reservation in the ledger
 * @param amount what is reserved
 * @param process the contracting process that buys it; null while none does
 * @param awarded what of the amount the award asks for; null before an award
 * @param contract the contract it became a share of; null before
 */
public record ReservedLine(
        CommitmentId commitment,
        UUID selection,
        int version,
        UUID line,
        FundId fund,
        FiscalYear year,
        SchoolCode school,
        UUID program,
        String programName,
        UUID partner,
        String partnerName,
        String serviceArea,
        Money amount,
        @Nullable UUID process,
        @Nullable Money awarded,
        @Nullable UUID contract) {}
