package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.approval.council.CoChair;
import org.partnershipfund.approval.council.CoChairs;
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
    private final CoChairs coChairs;
    private final CouncilRulebook rules;
    private final AuditTrail audit;
    private final Clock clock;

    ReadCouncils(Councils councils, CoChairs coChairs, CouncilRulebook rules, AuditTrail audit, Clock clock) {
        this.councils = councils;
        this.coChairs = coChairs;
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
        var found = find(school, reach);
        audit.record(new AuditTrail.Change("CouncilNamesRead", school.value(), null, null));
        return found;
    }

    /**
     * Who chaired a council with the principal and when, oldest first.
     *
     * @throws RefusedException if there is none, or only for others
     */
    public List<CoChair> coChairs(SchoolCode school, Reach reach) {
        var _ = find(school, reach);
        return CoChair.terms(coChairs.of(school));
    }

    private Versioned<Council> find(SchoolCode school, Reach reach) {
        return councils.find(school)
                .filter(_ -> reach.covers(school))
                .orElseThrow(() -> new RefusedException(new NoSuchCouncil(school)));
    }

    /** How many seats the council's groups have today. */
    public Places places(Council council) {
        return rules.on(LocalDate.now(clock)).places(council.constitution());
    }
}
