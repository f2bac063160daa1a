package org.partnershipfund.approval.adapter.db;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Contracted;
import org.partnershipfund.kernel.Money;

/** What is under contract as it lies in table {@code selection_contracted}. */
record ContractedPart(
        UUID contractId,
        UUID processId,
        int contentVersion,
        UUID lineId,
        UUID programId,
        long amountCents,
        Instant contractedAt) {

    static ContractedPart of(Contracted contracted) {
        return new ContractedPart(
                contracted.contract(),
                contracted.process(),
                contracted.version(),
                contracted.line(),
                contracted.program().value(),
                contracted.amount().cents(),
                contracted.at());
    }

    Contracted noun() {
        return new Contracted(
                contractId,
                processId,
                contentVersion,
                lineId,
                new ProgramId(programId),
                new Money(amountCents),
                contractedAt);
    }
}
