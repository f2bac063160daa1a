package org.partnershipfund.approval.adapter.db;

import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.kernel.Money;

/** An award as it lies in table {@code selection_award}. */
record AwardPart(
        UUID processId,
        UUID lineId,
        UUID chosenProgram,
        UUID awardedProgram,
        String partnerName,
        long amountCents,
        Instant decidedAt) {

    static AwardPart of(Award award) {
        return new AwardPart(
                award.process(),
                award.line(),
                award.chosen().value(),
                award.awarded().value(),
                award.partnerName(),
                award.amount().cents(),
                award.at());
    }

    Award noun() {
        return new Award(
                processId,
                lineId,
                new ProgramId(chosenProgram),
                new ProgramId(awardedProgram),
                partnerName,
                new Money(amountCents),
                decidedAt);
    }
}
