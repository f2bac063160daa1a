package org.partnershipfund.procurement.adapter.kafka;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.LedgerRefusal;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AdoptedDifferently;
import org.partnershipfund.procurement.ledger.LedgerRefusal.AlreadyVoted;
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
import org.partnershipfund.procurement.ledger.LedgerRefusal.RevisionNotAsked;
import org.partnershipfund.procurement.ledger.LedgerRefusal.RevisionUnderway;
import org.partnershipfund.procurement.ledger.LedgerRefusal.SchoolNamedTwice;
import org.partnershipfund.procurement.ledger.LedgerRefusal.VoteDoesNotAddUp;
import org.partnershipfund.procurement.ledger.LedgerRefusal.WrongYear;
import org.partnershipfund.procurement.ledger.LedgerRefusal.YearNotClosed;

/** The one table from the ledger's decisions to what becomes of an event. */
final class Outcomes {

    private Outcomes() {}

    /** What an allocation waits for, and what its fund's opening releases. */
    static String fund(FundId fund) {
        return "fund:" + fund;
    }

    /** What an appropriation waits for, and what the opening of the school's line releases. */
    static String line(FundId fund, SchoolCode school) {
        return "line:%s:%s".formatted(fund, school);
    }

    /** What a smaller allocation waits for: that the ledger was asked. */
    static String revision(UUID revision) {
        return "revision:" + revision;
    }

    /** What a vote on another amount waits for: that the school's revised allocation arrives. */
    static String revised(FundId fund, SchoolCode school) {
        return "revised:%s:%s".formatted(fund, school);
    }

    /**
     * Translates the wire into our words, then acts; a value that our words refuse makes the event unusable.
     *
     * @param translation throws IllegalArgumentException or ArithmeticException for such a value, and does nothing else
     */
    static <T> Outcome of(Supplier<T> translation, Function<T, Outcome> action) {
        T told;
        try {
            told = translation.get();
        } catch (ArithmeticException e) {
            return new Outcome.Unusable("an amount has a fraction of a cent, or is too large: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Outcome.Unusable(e.getMessage() == null ? e.toString() : e.getMessage());
        }
        return action.apply(told);
    }

    /** The outcome of a decision; what it released if it was accepted. */
    static <S> Outcome of(Decision<S> decision, String... released) {
        return switch (decision) {
            case Accepted<S> _ -> Outcome.done(released);
            case Refused<S>(LedgerRefusal why) -> of(why);
            case Refused<S>(Refusal why) ->
                throw new IllegalArgumentException("not a refusal of an event: " + why.getClass());
        };
    }

    private static Outcome of(LedgerRefusal refusal) {
        return switch (refusal) {
            case FundNotKnown(FundId fund) -> new Outcome.Ahead(fund(fund));
            case LineNotOpen(FundId fund, SchoolCode school) -> new Outcome.Ahead(line(fund, school));
            case RevisionNotAsked(UUID revision, SchoolCode _) -> new Outcome.Ahead(revision(revision));
            case RevisionUnderway(FundId fund, SchoolCode school) -> new Outcome.Ahead(revised(fund, school));
            case FundToldDifferently _,
                    AlreadyVoted _,
                    WrongYear _,
                    PlannedDifferently _,
                    ChartedDifferently _,
                    PoolExceeded _,
                    AdoptedDifferently _,
                    VoteDoesNotAddUp _,
                    SchoolNamedTwice _,
                    NothingToMove _,
                    NoSuchLine _,
                    YearNotClosed _,
                    NotEnoughAvailable _,
                    NotAppropriated _,
                    CommitmentExceeded _,
                    CommitmentOfAnotherLine _,
                    CommitmentElsewhere _ -> new Outcome.Unusable(refusal.sentence());
        };
    }
}
