package org.partnershipfund.approval.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.fund.RememberedFunds;
import org.partnershipfund.approval.selection.Selection;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.approval.selection.Selections;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Versioned;

/** allocation-service closed a fund: what no contract claims ends here as well. */
@ApplicationScoped
public class EndTheYear {

    private final RememberedFunds funds;
    private final Selections selections;
    private final AuditTrail audit;

    EndTheYear(RememberedFunds funds, Selections selections, AuditTrail audit) {
        this.funds = funds;
        this.selections = selections;
        this.audit = audit;
    }

    /**
     * Closes the fund and lets its selections lapse; told again, it changes nothing. A fund that was not heard of cannot
     * have selections: its closing is kept until it is.
     *
     * <p>Source: docs/policy/approval.md §8.
     *
     * @param at when it took effect, on the district clock
     * @return whether the fund is of that year, as far as it was heard of
     */
    @Transactional
    public boolean end(FundId id, FiscalYear year, Instant at) {
        var fund = funds.find(id);
        if (fund.isEmpty()) {
            funds.closeAhead(id, year, at);
            audit.record(
                    new AuditTrail.Change("FundClosingRemembered", id.value().toString(), null, at));
            return true;
        }
        if (!fund.get().year().equals(year)) {
            return false;
        }
        // The fund before its selections: whoever drafts another one holds the fund, and is waited for here.
        if (funds.close(id, at)) {
            audit.record(
                    new AuditTrail.Change("FundClosingRemembered", id.value().toString(), null, at));
            selections.of(id).forEach(selection -> lapse(selection, at));
        }
        return true;
    }

    private void lapse(SelectionId id, Instant at) {
        Versioned<Selection> held = selections
                .hold(id)
                .orElseThrow(() -> new IllegalStateException("selection %s was listed and is gone".formatted(id)));
        Selection lapsed = Selection.lapse(held.value(), at);
        if (!lapsed.equals(held.value())) {
            long _ = selections.store(lapsed, held);
            audit.record(new AuditTrail.Change("SelectionLapsed", id.value().toString(), held.value(), lapsed));
        }
    }
}
