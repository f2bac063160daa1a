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
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Voucher;
import org.partnershipfund.procurement.ledger.YearEnds;
import org.partnershipfund.procurement.reservation.Holding;
import org.partnershipfund.procurement.reservation.Holdings;

/** Lets lapse what no contract claims when a fund's year is over; reacts to allocation-service. */
@ApplicationScoped
public class CloseLines {

    private static final String WHY = "The fund's year is over";

    private final RememberedFunds funds;
    private final Holdings holdings;
    private final ProcessDesk processes;
    private final ReserveSelection reserve;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final YearEnds yearEnds;
    private final AuditTrail audit;
    private final Ids ids;

    CloseLines(
            RememberedFunds funds,
            Holdings holdings,
            ProcessDesk processes,
            ReserveSelection reserve,
            BudgetLines lines,
            Ledger ledger,
            YearEnds yearEnds,
            AuditTrail audit,
            Ids ids) {
        this.funds = funds;
        this.holdings = holdings;
        this.processes = processes;
        this.reserve = reserve;
        this.lines = lines;
        this.ledger = ledger;
        this.yearEnds = yearEnds;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Gives back what selections without a contract hold, lets every line's rest lapse, and keeps the report of it;
     * told again it finds nothing to do.
     *
     * <p>Source: docs/policy/ledger.md §4.9.
     *
     * @param cause the id of the event that said so
     * @param at when it took effect, on the district clock
     * @return the lines of which something lapsed
     */
    @Transactional
    public Decision<List<BudgetLine>> close(FundId id, FiscalYear year, String cause, Instant at) {
        var fund = funds.find(id);
        if (fund.isEmpty()) {
            return Decision.refuse(new FundNotKnown(id));
        }
        if (!fund.get().year().equals(year)) {
            return Decision.refuse(new WrongYear(id, fund.get().year(), year));
        }
        // In the one order of locks: all selections, all processes that buy them, then all lines.
        List<Holdings.Place> held = holdings.holdUncontracted(id);
        var _ = processes.hold(held.stream()
                .flatMap(open -> holdings.hold(open.selection()).stream())
                .flatMap(holding -> holding.lines().stream())
                .toList());
        Set<SchoolCode> schools = lines.schools(id);
        var _ = lines.lock(id, schools);
        for (Holdings.Place open : held) {
            switch (reserve.withdraw(open.selection(), open.version(), id, open.school(), WHY, cause)) {
                case Accepted<Holding> _ -> {}
                case Refused<Holding>(var why) -> {
                    return Decision.refuse(why);
                }
            }
        }
        funds.close(id, at);
        var locked = lines.lock(id, schools);
        var journal = new Journal(locked);
        List<SchoolCode> lapsing = locked.stream()
                .filter(line -> line.balance().available().isPositive())
                .map(BudgetLine::school)
                .sorted()
                .toList();
        for (SchoolCode school : lapsing) {
            Money rest = journal.line(school).balance().available();
            var why = journal.note(journal.line(school).lapse(rest, new Voucher(ids.next(), cause, WHY, at)));
            if (why.isPresent()) {
                return Decision.refuse(why.get());
            }
        }
        if (!lapsing.isEmpty()) {
            ledger.post(journal.transfers());
            audit.record(new Change("LinesLapsed", id.toString(), null, new Lapsed(lapsing)));
        }
        yearEnds.record(id, year, at, cause);
        return Decision.accept(lapsing.stream().map(journal::line).toList());
    }

    private record Lapsed(List<SchoolCode> schools) {}
}
