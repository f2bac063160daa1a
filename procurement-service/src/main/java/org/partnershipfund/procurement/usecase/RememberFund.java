package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundToldDifferently;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.RememberedFunds;

/** Remembers what all lines of a fund share, so that its allocations can become budget lines. */
@ApplicationScoped
public class RememberFund {

    private final RememberedFunds funds;
    private final AuditTrail audit;

    RememberFund(RememberedFunds funds, AuditTrail audit) {
        this.funds = funds;
        this.audit = audit;
    }

    /** Remembers the fund; told the same again, it changes nothing; told otherwise, it refuses. */
    @Transactional
    public Decision<RememberedFund> remember(RememberedFund told) {
        var known = funds.find(told.id());
        if (known.isPresent()) {
            return known.get().saysTheSameAs(told)
                    ? Decision.accept(known.get())
                    : Decision.refuse(new FundToldDifferently(told.id()));
        }
        funds.add(told);
        audit.record(new Change("FundRemembered", told.id().toString(), null, told));
        return Decision.accept(told);
    }
}
