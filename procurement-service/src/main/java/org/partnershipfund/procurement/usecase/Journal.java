package org.partnershipfund.procurement.usecase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.Transfer;

/** Several moves on locked lines, each decided on what the one before left; written together or not at all. */
final class Journal {

    private final Map<SchoolCode, BudgetLine> lines = new HashMap<>();
    private final List<Transfer> transfers = new ArrayList<>();

    Journal(List<BudgetLine> locked) {
        locked.forEach(line -> lines.put(line.school(), line));
    }

    /**
     * The school's line as it stands after the moves so far.
     *
     * @throws IllegalStateException if it was not locked
     */
    BudgetLine line(SchoolCode school) {
        BudgetLine line = lines.get(school);
        if (line == null) {
            throw new IllegalStateException("the line of school %s is not locked".formatted(school));
        }
        return line;
    }

    /** Notes what was decided; says why if it was refused. */
    Optional<Refusal> note(Decision<Posting> decision) {
        return switch (decision) {
            case Accepted<Posting>(Posting(var line, var transfer), var _) -> {
                lines.put(line.school(), line);
                transfers.add(transfer);
                yield Optional.empty();
            }
            case Refused<Posting>(var why) -> Optional.of(why);
        };
    }

    List<Transfer> transfers() {
        return List.copyOf(transfers);
    }
}
