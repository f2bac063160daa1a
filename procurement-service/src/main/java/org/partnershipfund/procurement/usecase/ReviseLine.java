package org.partnershipfund.procurement.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.AuditTrail.Change;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.LineNotOpen;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NothingToMove;
import org.partnershipfund.procurement.ledger.LedgerRefusal.RevisionNotAsked;
import org.partnershipfund.procurement.ledger.Posting;
import org.partnershipfund.procurement.ledger.RememberedFunds;
import org.partnershipfund.procurement.ledger.Voucher;
import org.partnershipfund.procurement.reservation.ReservationEvent;
import org.partnershipfund.procurement.reservation.ReservationEvent.RevisionAccepted;
import org.partnershipfund.procurement.reservation.ReservationEvent.RevisionRefused;
import org.partnershipfund.procurement.reservation.RevisionAnswer;
import org.partnershipfund.procurement.reservation.RevisionAnswer.Kept;
import org.partnershipfund.procurement.reservation.RevisionAnswer.Raised;
import org.partnershipfund.procurement.reservation.RevisionAnswer.TakenOff;
import org.partnershipfund.procurement.reservation.Revisions;

/** Takes planned money off one line and adds it to another, as a revision of allocations says. */
@ApplicationScoped
public class ReviseLine {

    private final Revisions revisions;
    private final RememberedFunds funds;
    private final BudgetLines lines;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    ReviseLine(
            Revisions revisions,
            RememberedFunds funds,
            BudgetLines lines,
            Ledger ledger,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.revisions = revisions;
        this.funds = funds;
        this.lines = lines;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes the amount off the line if it is free, and says whether it was; asked again, the answer is the same.
     *
     * <p>Source: docs/policy/ledger.md §4.
     */
    @Transactional
    public Decision<RevisionAnswer> takeOff(
            UUID revision, FundId fund, SchoolCode school, Money amount, String reason, String cause) {
        if (!amount.isPositive()) {
            return Decision.refuse(new NothingToMove(amount));
        }
        var answered = revisions.find(revision, school);
        if (answered.isPresent()) {
            return say(answered.get());
        }
        // The fund before its lines, as the opening of a line does.
        if (funds.lock(fund).isEmpty()) {
            return Decision.refuse(new FundNotKnown(fund));
        }
        List<BudgetLine> locked = lines.lock(fund, Set.of(school));
        if (locked.isEmpty()) {
            return Decision.refuse(new LineNotOpen(fund, school));
        }
        Instant at = clock.instant();
        BudgetLine line = locked.getFirst();
        RevisionAnswer answer =
                switch (line.unplan(amount, voucher(cause, "Revision %s: %s".formatted(revision, reason), at))) {
                    case Accepted<Posting>(var posting, var _) -> {
                        ledger.post(List.of(posting.transfer()));
                        yield new TakenOff(revision, fund, school, amount, at);
                    }
                    case Refused<Posting>(var why) ->
                        new Kept(revision, fund, school, amount, line.balance().available(), why.sentence(), at);
                };
        keep(answer, "RevisionAnswered");
        return say(answer);
    }

    private Decision<RevisionAnswer> say(RevisionAnswer answer) {
        List<ReservationEvent> events = switch (answer) {
            case TakenOff off -> List.of(new RevisionAccepted(off, off.at()));
            case Kept kept -> List.of(new RevisionRefused(kept, kept.at()));
            case Raised _ -> List.of();
        };
        outbox.add(events);
        return Decision.accept(answer, events);
    }

    /** Takes a revised allocation: a smaller one was taken off already, a larger one is planned now, once. */
    @Transactional
    public Decision<RevisionAnswer> revise(
            UUID revision, FundId fund, SchoolCode school, Money before, Money after, String reason, String cause) {
        var answered = revisions.find(revision, school);
        if (!after.exceeds(before)) {
            return answered.isPresent() && answered.get() instanceof TakenOff off
                    ? Decision.accept(off)
                    : Decision.refuse(new RevisionNotAsked(revision, school));
        }
        if (answered.isPresent()) {
            return Decision.accept(answered.get());
        }
        var known = funds.lock(fund);
        if (known.isEmpty()) {
            return Decision.refuse(new FundNotKnown(fund));
        }
        List<BudgetLine> locked = lines.lock(fund, Set.of(school));
        if (locked.isEmpty()) {
            return Decision.refuse(new LineNotOpen(fund, school));
        }
        Instant at = clock.instant();
        Money more = after.minus(before);
        var voucher = voucher(cause, "Revision %s: %s".formatted(revision, reason), at);
        return switch (locked.getFirst().planMore(known.get(), more, voucher)) {
            case Accepted<Posting>(var posting, var _) -> {
                ledger.post(List.of(posting.transfer()));
                var raised = new Raised(revision, fund, school, more, at);
                keep(raised, "LineRaised");
                yield Decision.accept(raised);
            }
            case Refused<Posting>(var why) -> Decision.refuse(why);
        };
    }

    private void keep(RevisionAnswer answer, String action) {
        revisions.add(answer);
        audit.record(new Change(action, answer.revision().toString(), null, answer));
    }

    private Voucher voucher(String cause, String reason, Instant at) {
        return new Voucher(ids.next(), cause, reason.length() > 500 ? reason.substring(0, 500) : reason, at);
    }
}
