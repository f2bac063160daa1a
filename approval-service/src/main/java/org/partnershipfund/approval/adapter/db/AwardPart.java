package org.partnershipfund.approval.adapter.db;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.selection.Award;
import org.partnershipfund.kernel.Money;

/** An award as it lies in table {@code selection_award}. */
@SuppressWarnings("NullAway.Init") // RowJson fills the fields
class AwardPart {

    @JsonProperty("process_id")
    UUID process;

    @JsonProperty("line_id")
    UUID line;

    @JsonProperty("chosen_program")
    UUID chosen;

    @JsonProperty("awarded_program")
    UUID awarded;

    String partnerName;

    long amountCents;

    @JsonProperty("decided_at")
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
