package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.Balance;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLineId;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerRefusal.ChartedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PlannedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.RememberedFund;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.ResponsibilityCentre;
import org.partnershipfund.procurement.ledger.Voucher;

/** Opens a school's restricted budget line and plans its allocation; reacts to allocation-service. */
@ApplicationScoped
public class OpenBudgetLine {

    /**
     * What was published for a school.
     *
     * @param cause the id of the event that said so
     * @param at when it was published, on the district clock
     */
    public record Allocation(
            FundId fund,
            FiscalYear year,
            SchoolCode school,
            String schoolName,
            ResponsibilityCentre centre,
            Money amount,
            String cause,
            Instant at) {}

    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final AuditTrail audit;
    private final Ids ids;

    OpenBudgetLine(RememberedFunds funds, BudgetLines lines, Ledger ledger, AuditTrail audit, Ids ids) {
        this.funds = funds;
        this.lines = lines;
        this.ledger = ledger;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Opens the line, once: the same allocation again changes nothing, another amount is refused.
     *
     * <p>Source: docs/policy/ledger.md §4.
     */
    @Transactional
    public Decision<BudgetLine> open(Allocation allocation) {
        // The fund is locked first: its lines together never exceed its pool, and a line is never opened twice.
        var fund = funds.lock(allocation.fund());
        if (fund.isEmpty()) {
            return Decision.refuse(new FundNotKnown(allocation.fund()));
        }
        if (!fund.get().year().equals(allocation.year())) {
            return Decision.refuse(new WrongYear(allocation.fund(), fund.get().year(), allocation.year()));
        }
        List<BudgetLine> open = lines.lock(allocation.fund(), Set.of(allocation.school()));
        return open.isEmpty() ? openFirst(fund.get(), allocation) : compare(open.getFirst(), allocation);
    }

    private Decision<BudgetLine> openFirst(RememberedFund fund, Allocation allocation) {
        var decision = BudgetLine.open(
                new BudgetLineId(ids.next()),
                fund,
                allocation.school(),
                allocation.schoolName(),
                allocation.centre(),
                allocation.amount(),
                new Voucher(ids.next(), allocation.cause(), "Allocation published", allocation.at()));
        return switch (decision) {
            case Accepted<Posting>(Posting(var line, var transfer), var events) -> {
                lines.open(line.with(Balance.EMPTY));
                ledger.post(List.of(transfer));
                audit.record(new Change("BudgetLineOpened", line.id().toString(), null, line));
                yield Decision.accept(line, events);
            }
            case Refused<Posting>(var why) -> Decision.refuse(why);
        };
    }

    private static Decision<BudgetLine> compare(BudgetLine line, Allocation allocation) {
        if (!line.balance().budget().equals(allocation.amount())) {
            return Decision.refuse(
                    new PlannedDifferently(line.school(), line.balance().budget(), allocation.amount()));
        }
        if (!line.centre().equals(allocation.centre())) {
            return Decision.refuse(new ChartedDifferently(line.school(), line.centre(), allocation.centre()));
        }
        return Decision.accept(line);
    }
}
