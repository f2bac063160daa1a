package org.partnershipfund.approval.adapter.kafka;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.partnershipfund.approval.selection.SelectionId;
import org.partnershipfund.foundation.inbox.Outcome;

/** What becomes of an event, and the names under which events wait for one another. */
final class Outcomes {

    private Outcomes() {}

    /** What an allocation waits for. */
    static String fund(UUID fund) {
        return "fund:" + fund;
    }

    /** What a revision waits for. */
    static String allocation(UUID fund, String school) {
        return "allocation:%s:%s".formatted(fund, school);
    }

    /** What a program waits for. */
    static String partner(UUID partner) {
        return "partner:" + partner;
    }

    /** What a vetting waits for. */
    static String program(UUID program) {
        return "program:" + program;
    }

    /** What a suspension waits for. */
    static String vetting(UUID application) {
        return "vetting:" + application;
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

    /** Done if the cause was heard of, else ahead of it. */
    static Outcome unlessAheadOf(String cause, boolean heardOf, String... released) {
        return heardOf ? Outcome.done(released) : new Outcome.Ahead(cause);
    }

    /** Done if there is such a selection; only this service makes them, so one that is missing will never come. */
    static Outcome about(SelectionId selection, boolean known) {
        return known
                ? Outcome.done()
                : new Outcome.Unusable("selectionId %s is none that this service made".formatted(selection.value()));
    }
}
