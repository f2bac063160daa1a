package org.partnershipfund.procurement.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.procurement.process.ProcessId;

/** Every way a contract can say no. */
public sealed interface ContractRefusal extends Refusal {

    /** No contract has this id, or it is outside the caller's scope. */
    record NoSuchContract(UUID contract) implements ContractRefusal {
        @Override
        public String sentence() {
            return "There is no contract %s.".formatted(contract);
        }
    }

    /** The process does not say yet whom to contract, or for whom. */
    record ProcessNotReady(ProcessId process, String why) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Process %s is not ready for a contract: %s.".formatted(process, why);
        }
    }

    /** A process has one contract. */
    record ContractExists(ProcessId process, ContractId contract) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Process %s has contract %s already.".formatted(process, contract);
        }
    }

    /** The days do not fit the fund's year or the years that were put to competition. */
    record TermNotPossible(
            LocalDate startsOn, LocalDate endsOn, LocalDate first, LocalDate last, int years, LocalDate latestEnd)
            implements ContractRefusal {
        @Override
        public String sentence() {
            return "A contract from %s to %s is not possible: it begins between %s and %s, and for a term of %d years it ends from its first day to %s."
                    .formatted(startsOn, endsOn, first, last, years, latestEnd);
        }
    }

    /** Nobody asks for this step at this value. */
    record StepNotDemanded(ContractId contract, Step step, Money value) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s of a value of %s does not demand the step %s.".formatted(contract, value, step.word());
        }
    }

    /** Each step is taken once. */
    record StepTakenAlready(ContractId contract, Step step) implements ContractRefusal {
        @Override
        public String sentence() {
            return "The step %s of contract %s is taken already.".formatted(step.word(), contract);
        }
    }

    /** Other steps come first. */
    record StepTooEarly(ContractId contract, Step step, List<Step> first) implements ContractRefusal {
        public StepTooEarly {
            first = List.copyOf(first);
        }

        @Override
        public String sentence() {
            return "The step %s of contract %s waits for: %s."
                    .formatted(
                            step.word(),
                            contract,
                            String.join(", ", first.stream().map(Step::word).toList()));
        }
    }

    /** One person, two steps. */
    record SamePerson(ContractId contract, Step step, Step taken) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Whoever took the step %s of contract %s may not take the step %s too; another person must."
                    .formatted(taken.word(), contract, step.word());
        }
    }

    /** The partner signed without attesting. */
    record AttestationMissing(ContractId contract) implements ContractRefusal {
        @Override
        public String sentence() {
            return "The partner signs contract %s only with taxAttestation and nonCollusion both true."
                    .formatted(contract);
        }
    }

    /** It binds already. */
    record ExecutedAlready(ContractId contract, LocalDate on) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s was executed on %s; nothing of it changes without an amendment."
                    .formatted(contract, on);
        }
    }

    /** Steps are missing. */
    record NotComplete(ContractId contract, List<Step> missing) implements ContractRefusal {
        public NotComplete {
            missing = List.copyOf(missing);
        }

        @Override
        public String sentence() {
            return "Contract %s cannot be executed before these steps are taken: %s."
                    .formatted(
                            contract,
                            String.join(", ", missing.stream().map(Step::word).toList()));
        }
    }

    /** The rules of the day name others for this step. */
    record NotASignatory(ContractId contract, Step step, LocalDate on, List<String> who) implements ContractRefusal {
        public NotASignatory {
            who = List.copyOf(who);
        }

        @Override
        public String sentence() {
            return "Under the rules of %s the step %s of contract %s is for: %s. One of them must take it."
                    .formatted(on, step.word(), contract, String.join(", ", who));
        }
    }
}
