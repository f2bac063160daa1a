package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.procurement.determination.Determination.Finding;
import org.partnershipfund.procurement.determination.Determination.Standing;
import org.partnershipfund.procurement.determination.DeterminationId;
import org.partnershipfund.procurement.determination.DeterminationRefusal.DeterminationExceeded;
import org.partnershipfund.procurement.determination.DeterminationRefusal.NoSuchDetermination;
import org.partnershipfund.procurement.determination.Determinations;
import org.partnershipfund.procurement.process.ContractingProcess.Opening;
import org.partnershipfund.procurement.process.Growing;
import org.partnershipfund.procurement.process.Route;
import org.partnershipfund.procurement.rules.ProcurementRules;

/**
 * A sole source and an exemption rest on a written determination that covers them (policy §9); within the verb's
 * transaction.
 */
@ApplicationScoped
class DeterminedRoutes {

    private final Determinations determinations;
    private final ProcurementRules rules;

    DeterminedRoutes(Determinations determinations, ProcurementRules rules) {
        this.determinations = determinations;
        this.rules = rules;
    }

    /**
     * Looks at what the route names; the determination is held until the end of the transaction.
     *
     * @throws RefusedException if there is none, or it does not cover the purchase
     */
    void require(Opening opening) {
        Route route = opening.route();
        if (route.kind() != Route.Kind.SOLE_SOURCE && route.kind() != Route.Kind.EXEMPTION) {
            return;
        }
        String reference = String.valueOf(route.reference());
        var determination = determinations
                .hold(idOf(reference))
                .orElseThrow(() -> new RefusedException(new NoSuchDetermination(reference)))
                .value();
        determination.wrongFor(opening, rules.all()).ifPresent(why -> {
            throw new RefusedException(why);
        });
        if (determination instanceof Standing(Finding finding)) {
            Money all = opening.own().plus(determinations.bought(finding.id(), opening.id()));
            if (all.exceeds(finding.upTo())) {
                throw new RefusedException(new DeterminationExceeded(finding.id(), all, finding.upTo()));
            }
        }
    }

    /**
     * Looks whether the determination that a purchase rests on covers what an amendment would make of it.
     *
     * @param value all schools, all years with options, as it would be
     * @throws RefusedException if with what else rests on it that is more than was determined
     */
    void requireGrowth(Opening opening, Money value) {
        if (!Growing.isWithoutCompetition(opening)) {
            return;
        }
        String reference = String.valueOf(opening.route().reference());
        Finding finding = determinations
                .hold(idOf(reference))
                .orElseThrow(() -> new RefusedException(new NoSuchDetermination(reference)))
                .value()
                .finding();
        Money all = value.plus(determinations.bought(finding.id(), opening.id()));
        if (all.exceeds(finding.upTo())) {
            throw new RefusedException(new DeterminationExceeded(finding.id(), all, finding.upTo()));
        }
    }

    private static DeterminationId idOf(String reference) {
        try {
            return new DeterminationId(UUID.fromString(reference));
        } catch (IllegalArgumentException notAnId) {
            throw new RefusedException(new NoSuchDetermination(reference));
        }
    }
}
