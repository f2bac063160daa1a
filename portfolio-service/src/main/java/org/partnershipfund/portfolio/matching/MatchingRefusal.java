package org.partnershipfund.portfolio.matching;

import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;

/** Every way matching can say no. */
public sealed interface MatchingRefusal extends Refusal {

    /** Programs are matched for a school of the catalogue that the caller answers for. */
    record NoSchoolToMatch(SchoolCode school) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "The catalogue has no school %s that you match programs for. Give in schoolCode a school that you lead, sit on the council of, or supervise; GET /schools lists all."
                    .formatted(school);
        }
    }

    /** A sub-term is part of one service area. */
    record GoalOutsideArea(SubTerm term, ServiceArea area) implements MatchingRefusal {
        @Override
        public String sentence() {
            return "needs.goals has term %s with serviceArea %s, and %s is part of %s. Give that service area, or another term."
                    .formatted(
                            term.word(), area.word(), term.word(), term.area().word());
        }
    }
}
