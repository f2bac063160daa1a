package org.partnershipfund.procurement.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules say to a {@link Question}, each part with the rule that says it.
 *
 * @param jurisdiction the class of bodies that was answered for
 * @param byRule the rule that gave the method
 * @param requirements those of contract and invoice on every route; those of the solicitation only if somebody is asked
 * @param places where a public notice must stand; empty unless one is due
 * @param noticeDays days from notice to opening, if a notice is due
 * @param minimumQuotes quotes asked for, if quotes are
 * @param leadLeast days to plan from requisition to contract, at least
 * @param leadMost days to plan, usually at most
 * @param termYears the longest term without a recorded vote
 * @param caps every reading of the cap of the route, adopted or not; empty if it has none
 * @param permitted whether the adopted cap lets the value pass
 * @param grounds what the route may rest on; empty on a route that needs none
 * @param conditions what must be true of those grounds
 * @param readings how the law is read on that day, adopted or not
 */
public record Answer(
        String jurisdiction,
        Method method,
        ProcurementRule byRule,
        List<ProcurementRule> requirements,
        List<ProcurementRule> places,
        Optional<ProcurementRule> noticeDays,
        Optional<ProcurementRule> minimumQuotes,
        Optional<ProcurementRule> leadLeast,
        Optional<ProcurementRule> leadMost,
        Optional<ProcurementRule> termYears,
        List<ProcurementRule> caps,
        boolean permitted,
        List<ProcurementRule> grounds,
        List<ProcurementRule> conditions,
        List<ProcurementRule> readings) {

    public Answer {
        requirements = List.copyOf(requirements);
        places = List.copyOf(places);
        caps = List.copyOf(caps);
        grounds = List.copyOf(grounds);
        conditions = List.copyOf(conditions);
        readings = List.copyOf(readings);
    }

    /** The roles that may do what a requirement of that name asks for; empty if it is not demanded. */
    public Set<String> who(String requirement) {
        return requirements.stream()
                .filter(rule -> rule.name().equals(requirement))
                .flatMap(rule -> rule.who().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
