package org.partnershipfund.approval.adapter.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.kernel.Money;

/** An award as it lies in table {@code selection_award}. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AwardPart {

    @Column(name = "process_id")
    UUID process;

    @Column(name = "line_id")
    UUID line;

    @Column(name = "chosen_program")
    UUID chosen;

    @Column(name = "awarded_program")
    UUID awarded;

    @Column(name = "partner_name")
    String partnerName;

    @Column(name = "amount_cents")
    long amountCents;

    @Column(name = "decided_at")
    Instant at;

    static AwardPart of(Award award) {
        var part = new AwardPart();
        part.process = award.process();
        part.line = award.line();
        part.chosen = award.chosen().value();
        part.awarded = award.awarded().value();
        part.partnerName = award.partnerName();
        part.amountCents = award.amount().cents();
        part.at = award.at();
        return part;
    }

    Award noun() {
        return new Award(
                process, line, new ProgramId(chosen), new ProgramId(awarded), partnerName, new Money(amountCents), at);
    }
}
