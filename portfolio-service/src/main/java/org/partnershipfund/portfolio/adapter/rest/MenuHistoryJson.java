package org.partnershipfund.portfolio.adapter.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.Application.Intended;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Returned;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Suspended;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.Suspension;

/** That a program was on the menu, on the wire: when, by which cycle, and when it was off. Why it was is not public. */
@Schema(name = "OnTheMenu")
public record MenuHistoryJson(
        UUID applicationId,
        UUID programId,
        UUID partnerId,
        UUID cycleId,
        @Schema(examples = "afterschool-and-recreation") String category,
        @Schema(examples = "2017-11-01") LocalDate validFrom,

        @Schema(examples = "2019-06-30", description = "The last day that counts")
        LocalDate validUntil,

        @Schema(description = "When it was off the menu in between")
        List<Off> suspended) {

    /**
     * When it was off the menu.
     *
     * @param reinstatedOn the first day on it again; absent while it is off
     */
    @Schema(name = "OffTheMenu")
    public record Off(
            @Schema(examples = "2018-01-15") LocalDate from,
            @Schema(examples = "2018-01-22") @Nullable LocalDate reinstatedOn) {

        /** As one cell of a table. */
        @Override
        public String toString() {
            return from + "/" + (reinstatedOn == null ? ".." : reinstatedOn);
        }
    }

    /** Of one that was vetted. */
    static MenuHistoryJson of(Application application) {
        return switch (application) {
            case Vetted vetted -> of(vetted);
            case Suspended(var vetted) -> of(vetted);
            case Intended _, Submitted _, Returned _, Refused _, Withdrawn _ ->
                throw new IllegalArgumentException(application.word() + " is on no menu");
        };
    }

    private static MenuHistoryJson of(Vetted vetted) {
        var intent = vetted.intent();
        return new MenuHistoryJson(
                vetted.id().value(),
                intent.program().value(),
                intent.partner().value(),
                intent.cycle().value(),
                intent.category(),
                vetted.ruling().from(),
                vetted.ruling().until(),
                vetted.dossier().suspensions().stream()
                        .map(suspension -> new Off(
                                suspension.from(),
                                suspension
                                        .end()
                                        .map(Suspension.Reinstatement::on)
                                        .orElse(null)))
                        .toList());
    }
}
