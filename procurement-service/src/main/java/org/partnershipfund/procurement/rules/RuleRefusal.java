package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;

/** Why the rules give no answer. */
public sealed interface RuleRefusal extends Refusal {

    /** No rule of that day is recorded. */
    record RulesNotKnown(LocalDate on, LocalDate earliest) implements RuleRefusal {
        @Override
        public String sentence() {
            return "No procurement rule is recorded for %s; ask for a day from %s on.".formatted(on, earliest);
        }
    }

    /** A purchase of nothing. */
    record ValueNotPositive(Money value) implements RuleRefusal {
        @Override
        public String sentence() {
            return "The value of a purchase is at least $0.01, not %s.".formatted(value);
        }
    }
}
