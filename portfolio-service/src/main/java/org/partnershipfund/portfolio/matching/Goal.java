package org.partnershipfund.portfolio.matching;

import java.util.Optional;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.program.SubTerm;

/**
 * What a school's plan wants partners for.
 *
 * @param term what exactly, within the area; empty for anything of the area
 */
public record Goal(ServiceArea area, Optional<SubTerm> term) {

    /** How a program stands to a goal. */
    public enum Fit {
        /** It does what the goal is about. */
        MET,
        /** It is of the goal's service area, and does not say that it does the goal's sub-term. */
        AREA_ONLY,
        NONE
    }

    Fit of(Program.Description program) {
        if (program.area() != area) {
            return Fit.NONE;
        }
        return term.isEmpty() || program.delivery().terms().contains(term.get()) ? Fit.MET : Fit.AREA_ONLY;
    }

    /** Such as {@code literacy}, or {@code academic}. */
    @Override
    public String toString() {
        return term.map(SubTerm::word).orElse(area.word());
    }
}
