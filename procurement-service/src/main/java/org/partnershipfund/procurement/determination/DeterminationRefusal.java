package org.partnershipfund.procurement.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.process.ProcessId;

/** Why a determination is not recorded, not revoked, or carries no route. */
public sealed interface DeterminationRefusal extends Refusal {

    /** Nothing is recorded under that reference. */
    record NoSuchDetermination(String reference) implements DeterminationRefusal {
        @Override
        public String sentence() {
            return "There is no written determination '%s'; record one, and name its id in route.reference."
                    .formatted(reference);
        }
    }

    /** It is dated in the future. */
    record NotDeterminedYet(LocalDate on, LocalDate today) implements DeterminationRefusal {
        @Override
        public String sentence() {
            return "The determination is dated %s, today is %s; record it once it is made.".formatted(on, today);
        }
    }

    /** Conditions of the ground are not answered one by one. */
    record ConditionsOpen(String ground, List<String> demanded, List<String> answered) implements DeterminationRefusal {
        public ConditionsOpen {
            demanded = List.copyOf(demanded);
            answered = List.copyOf(answered);
        }

        @Override
        public String sentence() {
            return "Ground '%s' has the conditions %s, each answered once; answered are %s."
                    .formatted(
                            ground,
                            String.join(", ", demanded),
                            answered.isEmpty() ? "none" : String.join(", ", answered));
        }
    }

    /** It is about something else. */
    record DeterminationOfAnother(DeterminationId determination, String what) implements DeterminationRefusal {
        @Override
        public String sentence() {
            return "Determination %s is for %s, not for what is bought here; name the one that is, or record one."
                    .formatted(determination, what);
        }
    }

    /** It covers less. */
    record DeterminationExceeded(DeterminationId determination, Money value, Money upTo)
            implements DeterminationRefusal {
        @Override
        public String sentence() {
            return "Determination %s covers up to %s, all schools and all years; this purchase is %s. Record another determination, or open a competition."
                    .formatted(determination, upTo, value);
        }
    }

    /** It was taken back. */
    record DeterminationRevoked(DeterminationId determination, Instant at) implements DeterminationRefusal {
        @Override
        public String sentence() {
            return "Determination %s was revoked at %s; record another one.".formatted(determination, at);
        }
    }

    /** A process rests on it. */
    record DeterminationInUse(DeterminationId determination, ProcessId process) implements DeterminationRefusal {
        @Override
        public String sentence() {
            return "Process %s rests on determination %s; cancel the process first.".formatted(process, determination);
        }
    }
}
