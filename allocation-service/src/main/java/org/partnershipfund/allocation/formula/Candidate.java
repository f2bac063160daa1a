package org.partnershipfund.allocation.formula;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.util.Comparator;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A school as the formula sees it.
 *
 * @param name only for the explanation
 * @param pupils counted in the snapshot; zero or more
 */
public record Candidate(SchoolCode school, String name, IndexValue index, int pupils) {

    /**
     * Who comes first: the greater need; at equal need the school with more pupils; at equal size the lower code.
     * Schools without pupils come last, whatever their index.
     *
     * <p>Source: docs/policy/allocation.md §2.3 "Ties at the cut".
     */
    public static final Comparator<Candidate> BY_NEED = comparing(Candidate::hasPupils, reverseOrder())
            .thenComparing(Candidate::index, reverseOrder())
            .thenComparing(Candidate::pupils, reverseOrder())
            .thenComparing(Candidate::school);

    public Candidate {
        if (pupils < 0) {
            throw new IllegalArgumentException("%s cannot have %d pupils".formatted(school, pupils));
        }
    }

    /** Whether the snapshot counts any pupil here. */
    public boolean hasPupils() {
        return pupils > 0;
    }
}
