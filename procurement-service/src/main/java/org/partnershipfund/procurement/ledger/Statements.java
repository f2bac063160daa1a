package org.partnershipfund.procurement.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What moved, as of any instant: added up from the transfers alone, which never change.
 *
 * <p>Source: docs/policy/ledger.md §6.
 */
public interface Statements {

    /**
     * Which transfers count.
     *
     * @param from what happened earlier is in the opening balance
     * @param asOf what happened later is left out
     * @param knownAt what was written later is left out, whenever it happened: the same statement, drawn up again
     */
    record Span(Instant from, Instant asOf, Instant knownAt) {}

    /** A place in the order of a statement: when it happened, then in which order it was written. */
    record Place(Instant at, long number) {}

    /**
     * A page of a line's statement.
     *
     * @param after where the page before ended; empty for the first page
     */
    List<Entry> ofLine(BudgetLineId line, Span span, Optional<Place> after, int limit);

    /** What a line holds before the first transfer of the span, and after the last. */
    Ends ofLine(BudgetLineId line, Span span);

    /**
     * A page of a contract's statement: what was encumbered, expended, released and returned under it.
     *
     * @param schools whose lines are shown; empty for all
     * @param after where the page before ended; empty for the first page
     */
    List<ContractEntry> ofContract(
            UUID contract, Optional<List<SchoolCode>> schools, Span span, Optional<Place> after, int limit);

    /** What a contract has encumbered and expended before the first transfer of the span, and after the last. */
    ContractEnds ofContract(UUID contract, Optional<List<SchoolCode>> schools, Span span);

    /** What every account of a slice held at an instant, added up from the transfers until then. */
    Map<Account, Money> folded(LedgerSlice slice, Instant asOf);

    /**
     * A transfer with the balances that it left.
     *
     * @param balances of every account; never tested against the rules, because transfers that are told late may stand
     *     before others
     */
    record Entry(Ledger.Entry entry, Map<Account, Money> balances) {
        public Entry {
            balances = Map.copyOf(balances);
        }
    }

    /** The two ends of a statement. */
    record Ends(Map<Account, Money> opening, Map<Account, Money> closing) {
        public Ends {
            opening = Map.copyOf(opening);
            closing = Map.copyOf(closing);
        }
    }

    /** A transfer under a contract, with what is encumbered and expended under it afterwards. */
    record ContractEntry(SchoolCode school, Ledger.Entry entry, Money encumbered, Money expended) {}

    /** The two ends of a contract's statement. */
    record ContractEnds(Money openingEncumbered, Money openingExpended, Money encumbered, Money expended) {}

    /** What an account holds; nothing if no transfer touched it. */
    static Money of(Map<Account, Money> balances, Account account) {
        @Nullable Money amount = balances.get(account);
        return amount == null ? Money.ZERO : amount;
    }
}
