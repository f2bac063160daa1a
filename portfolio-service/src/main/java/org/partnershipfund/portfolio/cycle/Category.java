package org.partnershipfund.portfolio.cycle;

import java.util.List;
import java.util.TreeSet;
import org.partnershipfund.portfolio.clearance.ClearanceKind;
import org.partnershipfund.portfolio.program.ServiceArea;

/**
 * What a cycle seeks, and by which rules: its criteria are its own, none is global (§3.1).
 *
 * @param code how applications name it; unique within its cycle
 * @param areas service areas whose programs may apply in it; one or more
 * @param criteria one or more
 * @param reviewers how many reviews to vet takes, at least; 2 or more
 * @param clearances that the partner must have when its program is vetted; may be none
 */
public record Category(
        String code,
        String name,
        List<ServiceArea> areas,
        Minimums minimums,
        List<Criterion> criteria,
        int reviewers,
        List<ClearanceKind> clearances) {

    /** Nobody is vetted on the word of one. */
    public static final int FEWEST_REVIEWERS = 2;

    public Category {
        if (code.isBlank() || name.isBlank() || areas.isEmpty() || criteria.isEmpty()) {
            throw new IllegalArgumentException("a category has a code, a name, a service area and a criterion");
        }
        if (reviewers < FEWEST_REVIEWERS) {
            throw new IllegalArgumentException("nobody is vetted on the word of one");
        }
        areas = List.copyOf(new TreeSet<>(areas));
        criteria = List.copyOf(criteria);
        clearances = List.copyOf(new TreeSet<>(clearances));
    }

    /** How answers and ratings name the criteria, in the category's order. */
    public List<String> codes() {
        return criteria.stream().map(Criterion::code).toList();
    }
}
