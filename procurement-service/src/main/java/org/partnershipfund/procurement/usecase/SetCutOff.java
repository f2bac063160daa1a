package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.process.CutOffs;

/** Sets the day from which on offers are asked for in a fund. */
@ApplicationScoped
public class SetCutOff {

    private final CutOffs cutOffs;
    private final RememberedFunds funds;
    private final AuditTrail audit;

    SetCutOff(CutOffs cutOffs, RememberedFunds funds, AuditTrail audit) {
        this.cutOffs = cutOffs;
        this.funds = funds;
        this.audit = audit;
    }

    /**
     * Sets it; offers that were asked for before stay.
     *
     * @param seen the version that the caller decided upon; 0 if none was set
     * @throws RefusedException if there is no such fund
     */
    @Transactional
    public Versioned<LocalDate> set(FundId fund, LocalDate from, long seen) {
        requireFund(fund);
        var read = cutOffs.hold(fund).expecting(fund, seen);
        audit.record(
                new Change("CutOffSet", fund.value().toString(), read.value().orElse(null), from));
        return new Versioned<>(from, cutOffs.set(fund, from, read.version()));
    }

    /**
     * The fund's day, if one is set.
     *
     * @throws RefusedException if there is no such fund
     */
    @Transactional
    public Versioned<Optional<LocalDate>> of(FundId fund) {
        requireFund(fund);
        return cutOffs.read(fund);
    }

    private void requireFund(FundId fund) {
        if (funds.find(fund).isEmpty()) {
            throw new RefusedException(new FundNotKnown(fund));
        }
    }
}
