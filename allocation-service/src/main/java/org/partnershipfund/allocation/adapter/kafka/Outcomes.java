package org.partnershipfund.allocation.adapter.kafka;

import java.util.function.Function;
import java.util.function.Supplier;
import org.partnershipfund.foundation.inbox.Outcome;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;

/**
 * What becomes of an event. An answer is never ahead of its question, because this service asks in the transaction that
 * remembers it; a payment may be ahead of its contract, and waits.
 */
final class Outcomes {

    private Outcomes() {}

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

    /** The outcome of a decision: an answer that contradicts what was asked is for an operator. */
    static <S> Outcome of(Decision<S> decision) {
        return switch (decision) {
            case Accepted<S> _ -> Outcome.done();
            case Refused<S>(var why) -> new Outcome.Unusable(why.sentence());
        };
    }
}
