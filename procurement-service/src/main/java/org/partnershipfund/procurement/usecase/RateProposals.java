package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.contract.Person;
import org.partnershipfund.procurement.rules.ProcurementRules;
import org.partnershipfund.procurement.tender.Judging;
import org.partnershipfund.procurement.tender.Mark.Consensus;
import org.partnershipfund.procurement.tender.Mark.Sheet;
import org.partnershipfund.procurement.tender.Stake.Act;
import org.partnershipfund.procurement.tender.Tender;
import org.partnershipfund.procurement.tender.TenderId;

/** Evaluators rate proposals while prices are sealed. */
@ApplicationScoped
public class RateProposals {

    private final TenderDesk desk;
    private final ProcurementRules rules;

    RateProposals(TenderDesk desk, ProcurementRules rules) {
        this.desk = desk;
        this.rules = rules;
    }

    /**
     * Keeps what one evaluator says of one proposal.
     *
     * @throws RefusedException if proposals are not rated now, or not by every criterion, or they belong to a bidder
     */
    @Transactional
    public Versioned<Tender> rate(TenderId id, Sheet sheet) {
        var held = desk.hold(id);
        desk.requireNoStake(held.now(), Act.RATE, sheet.evaluator());
        return desk.store(
                "ProposalRated",
                held,
                Judging.rate(held.now(), sheet).orRefuse().state(),
                sheet);
    }

    /**
     * Makes the ratings final.
     *
     * @param seen the version that the caller decided upon
     * @throws RefusedException if too few have rated, or nobody holds what is said together, or they belong to a bidder
     */
    @Transactional
    public Versioned<Tender> conclude(TenderId id, long seen, List<Consensus> consensus, Person by) {
        var held = desk.hold(id, seen);
        desk.requireNoStake(held.now(), Act.CONCLUDE, by);
        return desk.store(
                "RatingsFinal",
                held,
                Judging.conclude(held.now(), consensus, rules.all(), held.at())
                        .orRefuse()
                        .state(),
                consensus);
    }
}
