package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.partnershipfund.approval.council.Council;
import org.partnershipfund.approval.council.CouncilRefusal.NoSuchCouncil;
import org.partnershipfund.approval.council.CouncilRulebook;
import org.partnershipfund.approval.council.CouncilRules.Places;
import org.partnershipfund.approval.council.Councils;
import org.partnershipfund.approval.person.Reach;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;

/** Reads councils; who reads the names of members is kept on record. */
@ApplicationScoped
public class ReadCouncils {

    private final Councils councils;
    private final CouncilRulebook rules;
    private final AuditTrail audit;
    private final Clock clock;

    ReadCouncils(Councils councils, CouncilRulebook rules, AuditTrail audit, Clock clock) {
        this.councils = councils;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One council with the names of its members.
     *
     * @throws RefusedException if there is none, or only for others
     */
    @Transactional
    public Versioned<Council> withNames(SchoolCode school, Reach reach) {
        var found = councils.find(school)
                .filter(council -> reach.covers(school))
                .orElseThrow(() -> new RefusedException(new NoSuchCouncil(school)));
        audit.record(new AuditTrail.Change("CouncilNamesRead", school.value(), null, null));
        return found;
    }

    /** How many seats the council's groups have today. */
    public Places places(Council council) {
        return rules.on(LocalDate.now(clock)).places(council.constitution());
    }
}
