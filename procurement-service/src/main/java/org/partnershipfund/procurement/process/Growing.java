package org.partnershipfund.procurement.process;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.process.ProcessRefusal.SoleSourceOverCap;
import org.partnershipfund.procurement.rules.RuleBook;

/**
 * Whether what was bought without a competition may grow by an amendment: the law that lets it be bought so lets it be bought
 * up to a value, and an amendment is no way around that.
 *
 * <p>Source: docs/policy/contracts.md §4.9.
 */
public final class Growing {

    private Growing() {}

    /** Whether nothing was compared before it was bought: only a determination stands behind it. */
    public static boolean isWithoutCompetition(Opening opening) {
        return switch (opening.route().kind()) {
            case SOLE_SOURCE, EXEMPTION -> true;
            case CALL_OFF, COMPETITION -> false;
        };
    }

    /**
     * Why a sole source may not be worth so much: with what belongs to the purchase it would be above its cap.
     *
     * @param value all schools, all years with options, as it would be
     * @param year the processes of the fiscal year, itself among them
     * @param on the day whose rules count
     */
    public static Optional<ProcessRefusal> overCap(
            Opening opening, Money value, List<ContractingProcess> year, RuleBook rules, LocalDate on) {
        if (opening.route().kind() != Route.Kind.SOLE_SOURCE) {
            return Optional.empty();
        }
        Money together = value.plus(Kin.of(opening, value, year, rules, on).value());
        return rules.permits("sole-source", on, together)
                ? Optional.empty()
                : Optional.of(new SoleSourceOverCap(together));
    }
}
