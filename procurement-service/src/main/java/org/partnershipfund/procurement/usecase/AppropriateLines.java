package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.partnershipfund.procurement.ledger.LedgerRefusal.AdoptedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.LineNotOpen;
import org.partnershipfund.procurement.ledger.LedgerRefusal.RevisionUnderway;
import org.partnershipfund.procurement.ledger.LedgerRefusal.SchoolNamedTwice;
import org.partnershipfund.procurement.ledger.LedgerRefusal.VoteDoesNotAddUp;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Transfer;
import org.partnershipfund.procurement.ledger.Voucher;
import org.partnershipfund.procurement.reservation.Revisions;

/** Turns the planned amounts of a fund into appropriated ones, as they were voted; reacts to allocation-service. */
@ApplicationScoped
public class AppropriateLines {

    /**
     * A vote on a fund.
     *
     * @param adopted what was voted in all; the sum of the lines
     * @param vote the decision, as the district cites it
     * @param cause the id of the event that said so
     * @param at when it took effect, on the district clock
     */
    public record Appropriation(
            FundId fund,
            FiscalYear year,
            Money adopted,
            String vote,
            LocalDate adoptedOn,
            List<Line> lines,
            String cause,
            Instant at) {

        public Appropriation {
            lines = List.copyOf(lines);
        }

        /** What one school was voted. */
        public record Line(SchoolCode school, Money amount) {}
    }

    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Revisions revisions;
    private final AuditTrail audit;
    private final Ids ids;

    AppropriateLines(
            RememberedFunds funds, BudgetLines lines, Ledger ledger, Revisions revisions, AuditTrail audit, Ids ids) {
        this.funds = funds;
        this.lines = lines;
        this.ledger = ledger;
        this.revisions = revisions;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Appropriates every line of the vote, or none; lines that already hold exactly this are left alone.
     *
     * <p>Source: docs/policy/ledger.md §4.
     */
    @Transactional
    public Decision<List<BudgetLine>> appropriate(Appropriation vote) {
        var fund = funds.find(vote.fund());
        if (fund.isEmpty()) {
            return Decision.refuse(new FundNotKnown(vote.fund()));
        }
        if (!fund.get().year().equals(vote.year())) {
            return Decision.refuse(new WrongYear(vote.fund(), fund.get().year(), vote.year()));
        }
        Money sum = vote.lines().stream().map(Appropriation.Line::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(vote.adopted())) {
            return Decision.refuse(new VoteDoesNotAddUp(vote.fund(), vote.adopted(), sum));
        }
        Set<SchoolCode> named = new HashSet<>();
        for (Appropriation.Line line : vote.lines()) {
            if (!named.add(line.school())) {
                return Decision.refuse(new SchoolNamedTwice(line.school()));
            }
        }
        Map<SchoolCode, BudgetLine> open = new HashMap<>();
        lines.lock(vote.fund(), named).forEach(line -> open.put(line.school(), line));
        return appropriate(vote, open);
    }

    private Decision<List<BudgetLine>> appropriate(Appropriation vote, Map<SchoolCode, BudgetLine> open) {
        List<BudgetLine> after = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        for (Appropriation.Line voted : vote.lines()) {
            BudgetLine line = open.get(voted.school());
            if (line == null) {
                return Decision.refuse(new LineNotOpen(vote.fund(), voted.school()));
            }
            if (line.isAppropriatedWith(voted.amount())) {
                continue;
            }
            switch (line.appropriate(voted.amount(), voucher(vote))) {
                case Accepted<Posting> accepted -> {
                    after.add(accepted.state().line());
                    transfers.add(accepted.state().transfer());
                }
                case Refused<Posting>(AdoptedDifferently _)
                when revisions.isUnderway(vote.fund()) -> {
                    // The difference may be a raise that is still on its way: the vote waits for it.
                    return Decision.refuse(new RevisionUnderway(vote.fund(), voted.school()));
                }
                case Refused<Posting>(var why) -> {
                    return Decision.refuse(why);
                }
            }
        }
        if (!transfers.isEmpty()) {
            ledger.post(transfers);
            audit.record(new Change("LinesAppropriated", vote.fund().toString(), null, vote));
        }
        return Decision.accept(List.copyOf(after));
    }

    private Voucher voucher(Appropriation vote) {
        String reason = "Adopted on %s: %s".formatted(vote.adoptedOn(), vote.vote());
        return new Voucher(
                ids.next(), vote.cause(), reason.length() > 500 ? reason.substring(0, 500) : reason, vote.at());
    }
}
