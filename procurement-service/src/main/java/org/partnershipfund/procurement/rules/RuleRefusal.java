package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import java.util.List;
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

    /** No rule of that day knows the ground. */
    record NoSuchGround(String ground, LocalDate on, List<String> known) implements RuleRefusal {
        public NoSuchGround {
            known = List.copyOf(known);
        }

        @Override
        public String sentence() {
            return "On %s the rules know no ground '%s' for this route; they know %s."
                    .formatted(on, ground, String.join(", ", known));
        }
    }
}
