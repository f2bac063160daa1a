package org.partnershipfund.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lines of a selection go into a contract; they are neither withdrawn nor dropped without it. */
public record SelectionContractedV1(
        UUID selectionId,
        int version,
        UUID fundId,
        String schoolCode,
        UUID contractId,
        UUID processId,
        List<ContractedLineV1> lines,
        Instant contractedAt) {
    public SelectionContractedV1 {
        lines = List.copyOf(lines);
    }
}
