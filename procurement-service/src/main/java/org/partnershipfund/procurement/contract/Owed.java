package org.partnershipfund.procurement.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.CommitmentId;

/**
 * What a contract still holds in the ledger, and what of it is on its way to be paid.
 *
 * @param open what is not paid of each share, by its reservation
 * @param inFlight what invoices ask of each school that are neither rejected nor paid
 */
public record Owed(Map<CommitmentId, Money> open, Map<SchoolCode, Money> inFlight) {

    public Owed {
        open = Map.copyOf(open);
        inFlight = Map.copyOf(inFlight);
    }

    /** What of a share is not paid. */
    Money open(Share share) {
        return open.getOrDefault(share.reservation(), Money.ZERO);
    }

    /** What of a school's shares nobody asks for. */
    public Money free(Contract.Terms terms, SchoolCode school) {
        Money open = terms.shares().stream()
                .filter(share -> share.school().equals(school))
                .map(this::open)
                .reduce(Money.ZERO, Money::plus);
        Money asked = inFlight.getOrDefault(school, Money.ZERO);
        return asked.exceeds(open) ? Money.ZERO : open.minus(asked);
    }

    /** All that is on its way to be paid. */
    Money asked() {
        return inFlight.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /** All that is not paid. */
    Money unpaid() {
        return open.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /**
     * What goes back when the contract ends: of every school all that no invoice asks for. Payments use up a school's
     * shares from the first on, so what is released is taken from the last.
     *
     * <p>Source: docs/policy/contracts.md §5.3.
     */
    List<Release> releases(Contract.Terms terms) {
        Map<SchoolCode, Money> free = new HashMap<>();
        List<Release> releases = new ArrayList<>();
        for (Share share : terms.shares().reversed()) {
            Money rest = free.computeIfAbsent(share.school(), school -> free(terms, school));
            Money part = rest.exceeds(open(share)) ? open(share) : rest;
            if (part.isPositive()) {
                releases.add(new Release(share.reservation(), share.school(), part));
                free.put(share.school(), rest.minus(part));
            }
        }
        return releases;
    }
}
