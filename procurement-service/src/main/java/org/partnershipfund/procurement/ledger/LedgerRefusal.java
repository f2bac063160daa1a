package org.partnershipfund.procurement.ledger;

import java.util.UUID;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;

/** Every way the ledger can say no. Adding one breaks the build until it has a status and an outcome. */
public sealed interface LedgerRefusal extends Refusal {

    /** Nothing is known of the fund yet; it may still be on its way. */
    record FundNotKnown(FundId fund) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "The ledger has not heard of fund %s yet.".formatted(fund);
        }
    }

    /** The fund has no line for this school yet; its allocation may still be on its way. */
    record LineNotOpen(FundId fund, SchoolCode school) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Fund %s has no budget line for school %s yet.".formatted(fund, school);
        }
    }

    /** No line has this id, or it is outside the caller's scope. */
    record NoSuchLine(BudgetLineId line) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "There is no budget line %s.".formatted(line);
        }
    }

    /** A fund was told once more, with other facts. */
    record FundToldDifferently(FundId fund) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Fund %s is already known with another name, year, pool or chart; a fund never changes these."
                    .formatted(fund);
        }
    }

    /** The allocation is for another year than its fund. */
    record WrongYear(FundId fund, FiscalYear year, FiscalYear told) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Fund %s is of %s, but %s was given: money never crosses a fiscal year.".formatted(fund, year, told);
        }
    }

    /** The line exists with another amount; only a revision may change it. */
    record PlannedDifferently(SchoolCode school, Money planned, Money told) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "The line of school %s is already open with %s; %s was published now. A change runs as a revision."
                    .formatted(school, planned, told);
        }
    }

    /** The line exists with another key in the chart of accounts. */
    record ChartedDifferently(SchoolCode school, ResponsibilityCentre charted, ResponsibilityCentre told)
            implements LedgerRefusal {
        @Override
        public String sentence() {
            return "The line of school %s is already open at responsibility centre %s, not %s."
                    .formatted(school, charted, told);
        }
    }

    /** The lines of a fund together would hold more than its pool. */
    record PoolExceeded(FundId fund, Money unplanned, Money asked) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Fund %s has %s left to plan, %s was asked; its lines never hold more than its pool."
                    .formatted(fund, unplanned, asked);
        }
    }

    /** The adopted amount is not the planned one. */
    record AdoptedDifferently(SchoolCode school, Money budget, Money adopted) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "School %s was planned %s and adopted %s; an adopted amount that differs runs as a revision first."
                    .formatted(school, budget, adopted);
        }
    }

    /** The line was voted; a revision comes too late. */
    record AlreadyVoted(SchoolCode school) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "The line of school %s is appropriated; a revision runs before the vote.".formatted(school);
        }
    }

    /** The adopted amount is not the planned one, and a raise of this fund is still on its way. */
    record RevisionUnderway(FundId fund, SchoolCode school) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "School %s was voted another amount than planned, and a revision of fund %s was not heard to its end."
                    .formatted(school, fund);
        }
    }

    /** A smaller allocation was announced that the ledger was not asked about yet. */
    record RevisionNotAsked(UUID revision, SchoolCode school) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Revision %s takes from school %s, but the ledger has not agreed to it.".formatted(revision, school);
        }
    }

    /** The sum that was voted is not the sum of its lines. */
    record VoteDoesNotAddUp(FundId fund, Money adopted, Money sum) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Fund %s was adopted with %s, its lines add up to %s.".formatted(fund, adopted, sum);
        }
    }

    /** One vote names the same school twice. */
    record SchoolNamedTwice(SchoolCode school) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "School %s is named twice in one appropriation.".formatted(school);
        }
    }

    /** An amount of zero or less. */
    record NothingToMove(Money asked) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "At least one cent must move; asked: %s.".formatted(asked);
        }
    }

    /** More was asked than is available. */
    record NotEnoughAvailable(BudgetLineId line, Money available, Money asked) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Budget line %s has %s available, %s was asked.".formatted(line, available, asked);
        }
    }

    /** Encumbrance beyond what was appropriated; before the vote that is nothing. */
    record NotAppropriated(BudgetLineId line, Money free, Money asked) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Budget line %s may still encumber %s of what was appropriated, %s was asked."
                    .formatted(line, free, asked);
        }
    }

    /** More was asked than the commitment still holds. */
    record CommitmentExceeded(CommitmentId commitment, Money open, Money asked) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Commitment %s has %s open, %s was asked.".formatted(commitment, open, asked);
        }
    }

    /** The commitment belongs to another line. */
    record CommitmentOfAnotherLine(CommitmentId commitment, BudgetLineId line) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Commitment %s does not belong to budget line %s; money never leaves its line."
                    .formatted(commitment, line);
        }
    }

    /** The commitment lies in another account than the move takes from. */
    record CommitmentElsewhere(CommitmentId commitment, Account account, Account needed) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "Commitment %s is %s; this step needs one that is %s."
                    .formatted(commitment, account.word(), needed.word());
        }
    }

    /** The fund's year is not over, or the ledger does not know the fund. */
    record YearNotClosed(FundId fund) implements LedgerRefusal {
        @Override
        public String sentence() {
            return "The year of fund %s is not closed; it has a report once FundClosed is heard.".formatted(fund);
        }
    }
}
