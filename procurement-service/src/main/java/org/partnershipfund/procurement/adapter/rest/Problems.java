package org.partnershipfund.procurement.adapter.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.partnershipfund.foundation.problem.ProblemTable;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.ledger.LedgerRefusal;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AdoptedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.ChartedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentElsewhere;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentExceeded;
import org.partnershipfund.procurement.ledger.LedgerRefusal.CommitmentOfAnotherLine;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundNotKnown;
import org.partnershipfund.procurement.ledger.LedgerRefusal.FundToldDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.LineNotOpen;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NoSuchLine;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotAppropriated;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NotEnoughAvailable;
import org.partnershipfund.procurement.ledger.LedgerRefusal.NothingToMove;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PlannedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.PoolExceeded;
import org.partnershipfund.procurement.ledger.LedgerRefusal.SchoolNamedTwice;
import org.partnershipfund.procurement.ledger.LedgerRefusal.VoteDoesNotAddUp;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;

/** The one table from our refusals to HTTP. */
@ApplicationScoped
class Problems implements ProblemTable {

    private static final int ABSENT = 404;
    private static final int STATE = 409;
    private static final int RULE = 422;

    @Override
    public Row row(Refusal refusal) {
        return switch (refusal) {
            case LedgerRefusal why -> row(why);
            default -> throw new IllegalArgumentException("not a refusal of this service: " + refusal.getClass());
        };
    }

    private static Row row(LedgerRefusal refusal) {
        return switch (refusal) {
            case NoSuchLine _ -> new Row("no-such-budget-line", "No such budget line", ABSENT);
            case FundNotKnown _ -> new Row("fund-not-known-to-ledger", "The ledger does not know the fund", ABSENT);
            case LineNotOpen _ -> new Row("budget-line-not-open", "The school has no open budget line", STATE);
            case FundToldDifferently _ -> new Row("fund-told-differently", "The fund is known otherwise", STATE);
            case PlannedDifferently _ -> new Row("planned-differently", "The line was planned otherwise", STATE);
            case ChartedDifferently _ -> new Row("charted-differently", "The line is charted otherwise", STATE);
            case WrongYear _ -> new Row("money-crosses-fiscal-years", "Money never crosses fiscal years", RULE);
            case PoolExceeded _ -> new Row("pool-exceeded", "The lines would exceed the pool", RULE);
            case AdoptedDifferently _ -> new Row("adopted-differently", "Adopted is not what was planned", RULE);
            case VoteDoesNotAddUp _ -> new Row("vote-does-not-add-up", "The vote is not the sum of its lines", RULE);
            case SchoolNamedTwice _ -> new Row("school-named-twice", "A school is named twice", RULE);
            case NothingToMove _ -> new Row("nothing-to-move", "At least one cent must move", RULE);
            case NotEnoughAvailable _ -> new Row("not-enough-available", "Not enough is available", RULE);
            case NotAppropriated _ -> new Row("not-appropriated", "Not enough is appropriated", RULE);
            case CommitmentExceeded _ -> new Row("commitment-exceeded", "The commitment holds less", RULE);
            case CommitmentOfAnotherLine _ ->
                new Row("commitment-of-another-line", "The commitment is of another line", RULE);
            case CommitmentElsewhere _ -> new Row("commitment-elsewhere", "The commitment is at another step", STATE);
        };
    }
}
