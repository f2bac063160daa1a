package org.partnershipfund.procurement.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;

/**
 * What a purchase rests on: the lines that pay for it and the decisions that led to it.
 *
 * @param schools by code
 * @param reservedAt when money was first set aside for what it buys; empty when nothing is
 */
public record Background(Map<SchoolCode, School> schools, List<Approval> approvals, Optional<Instant> reservedAt) {

    public Background {
        schools = Map.copyOf(schools);
        approvals = List.copyOf(approvals);
    }

    /** A school with the place of its line in the chart of accounts. */
    public record School(String name, ResponsibilityCentre centre) {}

    /**
     * A step of the approval of a school's selection; who decided is not kept here.
     *
     * @param step such as {@code council}
     */
    public record Approval(SchoolCode school, String step, Instant decidedAt) {}
}
