package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.contract.ContractId;
import org.partnershipfund.procurement.contract.ContractRefusal.NotASignatory;
import org.partnershipfund.procurement.contract.Step;
import org.partnershipfund.procurement.rules.ProcurementRules;

/**
 * Who may take a step for a contract or an amendment: a rule of the day on which it is taken, whoever the door admits.
 *
 * <p>Source: docs/policy/procurement.md §2.6.
 */
@ApplicationScoped
class Signatories {

    private final ProcurementRules rules;
    private final Clock clock;

    Signatories(ProcurementRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Looks whether one of the roles may take the step.
     *
     * @param value all years with options: of the contract, or of what the amendment makes of it
     * @param roles as whom the person acts
     * @throws RefusedException if the rules of today give it to others
     */
    void require(ContractId contract, Step step, Money value, Set<String> roles) {
        LocalDate today = LocalDate.now(clock);
        Set<String> who = rules.all().who(step.word(), today, value);
        if (!who.isEmpty() && Collections.disjoint(who, roles)) {
            throw new RefusedException(new NotASignatory(
                    contract, step, today, who.stream().sorted().toList()));
        }
    }
}
