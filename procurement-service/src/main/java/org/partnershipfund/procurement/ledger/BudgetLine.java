package org.partnershipfund.procurement.ledger;

import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AdoptedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AlreadyVoted;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentElsewhere;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentExceeded;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentOfAnotherLine;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotAppropriated;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotEnoughAvailable;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NothingToMove;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PoolExceeded;

/**
 * One school's restricted line in one fund: it pays partner organisations and nothing else.
 *
 * <p>Every move is a question to the line as it stands: the answer is the transfer to write, or why not. Nothing is
 * written here.
 *
 * <p>Source: docs/policy/ledger.md §2 and §3.
 *
 * @param schoolName for people; the code is the key
 */
public record BudgetLine(
        BudgetLineId id,
        FundId fund,
        FiscalYear year,
        SchoolCode school,
        String schoolName,
        ChartParts chart,
        ResponsibilityCentre centre,
        Balance balance) {

    /**
     * Opens a school's line and plans its first amount. §2 "plan"
     *
     * @param fund as it stands, locked: the lines of a fund together never exceed its pool
     */
    public static Decision<Posting> open(
            BudgetLineId id,
            RememberedFund fund,
            SchoolCode school,
            String schoolName,
            ResponsibilityCentre centre,
            Money amount,
            Voucher voucher) {
        if (amount.exceeds(fund.unplanned())) {
            return Decision.refuse(new PoolExceeded(fund.id(), fund.unplanned(), amount));
        }
        var line = new BudgetLine(id, fund.id(), fund.year(), school, schoolName, fund.chart(), centre, Balance.EMPTY);
        return line.moving(Move.PLAN, amount, null, null, voucher);
    }

    /**
     * Plans more on an open line, as a revision says. §2 "plan"
     *
     * @param fund as it stands, locked: the lines of a fund together never exceed its pool
     */
    public Decision<Posting> planMore(RememberedFund fund, Money amount, Voucher voucher) {
        if (balance.appropriated().isPositive()) {
            return Decision.refuse(new AlreadyVoted(school));
        }
        return amount.exceeds(fund.unplanned())
                ? Decision.refuse(new PoolExceeded(fund.id(), fund.unplanned(), amount))
                : moving(Move.PLAN, amount, null, null, voucher);
    }

    /** Takes planned money off the line again, as far as nothing was set aside of it. §2 "unplan" */
    public Decision<Posting> unplan(Money amount, Voucher voucher) {
        if (balance.appropriated().isPositive()) {
            return Decision.refuse(new AlreadyVoted(school));
        }
        return amount.exceeds(balance.available())
                ? Decision.refuse(new NotEnoughAvailable(id, balance.available(), amount))
                : moving(Move.UNPLAN, amount, null, null, voucher);
    }

    /** Turns what was planned into what was voted, whole or not at all. §2 "appropriate" */
    public Decision<Posting> appropriate(Money adopted, Voucher voucher) {
        if (!adopted.equals(balance.planned())) {
            return Decision.refuse(new AdoptedDifferently(school, balance.planned(), adopted));
        }
        return moving(Move.APPROPRIATE, adopted, null, null, voucher);
    }

    /** Whether exactly this amount was appropriated before, so that there is nothing left to do. */
    public boolean isAppropriatedWith(Money adopted) {
        return balance.planned().equals(Money.ZERO) && balance.appropriated().equals(adopted);
    }

    /** Sets money aside for an approved selection. §2 "reserve" */
    public Decision<Posting> reserve(CommitmentId opens, Money amount, Voucher voucher) {
        return amount.exceeds(balance.available())
                ? Decision.refuse(new NotEnoughAvailable(id, balance.available(), amount))
                : moving(Move.RESERVE, amount, opens, null, voucher);
    }

    /** Turns a reservation, or part of it, into what is owed under an executed contract. §2 "encumber" */
    public Decision<Posting> encumber(Commitment reservation, CommitmentId opens, Money amount, Voucher voucher) {
        return amount.exceeds(balance.appropriatedAndFree())
                ? Decision.refuse(new NotAppropriated(id, balance.appropriatedAndFree(), amount))
                : resolving(Move.ENCUMBER, reservation, opens, amount, voucher);
    }

    /** Pays part or all of an encumbrance. §2 "expend" */
    public Decision<Posting> expend(Commitment encumbrance, CommitmentId opens, Money amount, Voucher voucher) {
        return resolving(Move.EXPEND, encumbrance, opens, amount, voucher);
    }

    /** Gives back part or all of a reservation: the selection was withdrawn, or cost less. §2 "release" */
    public Decision<Posting> releaseReservation(Commitment reservation, Money amount, Voucher voucher) {
        return resolving(Move.RELEASE_RESERVATION, reservation, null, amount, voucher);
    }

    /** Gives back part or all of an encumbrance: the contract ended with money left. §2 "release" */
    public Decision<Posting> releaseEncumbrance(Commitment encumbrance, Money amount, Voucher voucher) {
        return resolving(Move.RELEASE_ENCUMBRANCE, encumbrance, null, amount, voucher);
    }

    /** Takes back part or all of one payment, as a credit note says. §2 "correct" */
    public Decision<Posting> correct(Commitment payment, Money amount, Voucher voucher) {
        return resolving(Move.CORRECT, payment, null, amount, voucher);
    }

    /** Returns what is still available when the fiscal year closes. §2 "lapse" */
    public Decision<Posting> lapse(Money amount, Voucher voucher) {
        return amount.exceeds(balance.available())
                ? Decision.refuse(new NotEnoughAvailable(id, balance.available(), amount))
                : moving(Move.LAPSE, amount, null, null, voucher);
    }

    /** The same line holding something else. */
    public BudgetLine with(Balance other) {
        return new BudgetLine(id, fund, year, school, schoolName, chart, centre, other);
    }

    private Decision<Posting> resolving(
            Move move, Commitment commitment, @Nullable CommitmentId opens, Money amount, Voucher voucher) {
        if (!commitment.line().equals(id)) {
            return Decision.refuse(new CommitmentOfAnotherLine(commitment.id(), id));
        }
        if (commitment.account() != move.debit()) {
            return Decision.refuse(new CommitmentElsewhere(commitment.id(), commitment.account(), move.debit()));
        }
        if (amount.exceeds(commitment.open())) {
            return Decision.refuse(new CommitmentExceeded(commitment.id(), commitment.open(), amount));
        }
        return moving(move, amount, opens, commitment.id(), voucher);
    }

    private Decision<Posting> moving(
            Move move, Money amount, @Nullable CommitmentId opens, @Nullable CommitmentId resolves, Voucher voucher) {
        if (!amount.isPositive()) {
            return Decision.refuse(new NothingToMove(amount));
        }
        var after = with(balance.after(move, amount));
        return Decision.accept(new Posting(after, new Transfer(id, move, amount, opens, resolves, voucher)));
    }
}
