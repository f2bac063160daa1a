package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.partnershipfund.kernel.Money;

/**
 * What the rules demand of a purchase.
 *
 * @param on the day whose rules count
 * @param rule the id of the rule that gave the method
 * @param places where a public notice must stand; only looked at for sealed bids or proposals
 */
public record Evaluation(
        LocalDate on, Money value, Method method, String rule, List<Requirement> requirements, Set<String> places) {

    public Evaluation {
        requirements = List.copyOf(requirements);
        places = Set.copyOf(places);
    }

    /**
     * Something that must be done or be on file.
     *
     * @param stage {@code solicitation}, {@code contract} or {@code invoice}
     */
    public record Requirement(String id, String stage, String text, String source) {}

    /** Whether this is demanded. */
    public boolean demands(String requirement) {
        return requirements.stream().anyMatch(one -> one.id().equals(requirement));
    }
}
