package org.partnershipfund.procurement.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
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

    /** A paper is missing, has expired, or was refused. */
    record PapersNotValid(ContractId contract, LocalDate on, List<String> faults) implements ContractRefusal {
        public PapersNotValid {
            faults = List.copyOf(faults);
        }

        @Override
        public String sentence() {
            return "The papers of contract %s do not count on %s: %s. Have them renewed first."
                    .formatted(contract, on, String.join("; ", faults));
        }
    }

    /** Somebody signed something else than what stands there now. */
    record SignedOtherTerms(ContractId contract, Step step) implements ContractRefusal {
        @Override
        public String sentence() {
            return "The step %s of contract %s was taken for other terms than it has now; its signatures are void."
                    .formatted(step.word(), contract);
        }
    }

    /** It has ended. */
    record ContractEnded(ContractId contract, String state, LocalDate on) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s is %s since %s; nothing is done under it any more.".formatted(contract, state, on);
        }
    }

    /** Its state does not allow the step. */
    record StateNotNow(ContractId contract, String step, String state) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s is %s; this is not the time for: %s.".formatted(contract, state, step);
        }
    }

    /** Something is still to be paid, or to be delivered. */
    record NotCompleteYet(ContractId contract, LocalDate endsOn, Money open, Money inFlight)
            implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s ends on %s and has %s open, of which invoices ask for %s: it is completed when all is paid, or after its last day once no invoice is on its way."
                    .formatted(contract, endsOn, open, inFlight);
        }
    }

    /** Nothing is left that nobody asks for. */
    record NothingToSettle(ContractId contract, Money inFlight) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s holds nothing that no invoice asks for; %s are on their way to be paid."
                    .formatted(contract, inFlight);
        }
    }

    /** Nothing is delivered while services rest, so nothing is invoiced for those days. */
    record ServiceWhileSuspended(ContractId contract, LocalDate from, LocalDate until, LocalDate since)
            implements ContractRefusal {
        @Override
        public String sentence() {
            return "Service from %s until %s cannot be invoiced: contract %s was suspended on %s."
                    .formatted(from, until, contract, since);
        }
    }

    /** One amendment at a time. */
    record AmendmentPending(ContractId contract, int number) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Amendment %d of contract %s waits for signatures; execute or withdraw it first."
                    .formatted(number, contract);
        }
    }

    /** No amendment of this number waits. */
    record NoSuchAmendment(UUID contract, int number, int amendments) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s has %d amendments, and none with the number %d that waits for signatures."
                    .formatted(contract, amendments, number);
        }
    }

    /** No share rests on this reservation. */
    record NoSuchShare(ContractId contract, UUID reservation) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s has no share of reservation %s.".formatted(contract, reservation);
        }
    }

    /** It changes nothing. */
    record NothingToAmend(ContractId contract) implements ContractRefusal {
        @Override
        public String sentence() {
            return "The amendment of contract %s changes neither an amount nor the last day.".formatted(contract);
        }
    }

    /** The last day lies outside of the years that were put to competition, or in the past. */
    record EndNotPossible(ContractId contract, LocalDate endsOn, LocalDate today, LocalDate last)
            implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s cannot end on %s: an amendment sets its last day between %s and %s."
                    .formatted(contract, endsOn, today, last);
        }
    }

    /** An increase says what a unit costs. */
    record UnitPriceMissing(ContractId contract) implements ContractRefusal {
        @Override
        public String sentence() {
            return "An increase of contract %s says what a unit costs before and after it.".formatted(contract);
        }
    }

    /** The unit price never rises. */
    record UnitPriceRises(ContractId contract, String unit, Money before, Money after) implements ContractRefusal {
        @Override
        public String sentence() {
            return "Under contract %s %s costs %s and would cost %s; an amendment may not raise a unit price."
                    .formatted(contract, unit, before, after);
        }
    }

    /**
     * A call-off is amended at the unit prices of its award.
     *
     * @param onFile the units of the award with what each costs now
     */
    record UnitPriceNotOfTheAward(ContractId contract, String unit, Money before, List<String> onFile)
            implements ContractRefusal {
        public UnitPriceNotOfTheAward {
            onFile = List.copyOf(onFile);
        }

        @Override
        public String sentence() {
            return "Contract %s is called off from an award, which has no %s at %s; name a unit of the award with what it costs now: %s."
                    .formatted(contract, unit, before, String.join(", ", onFile));
        }
    }

    /** More than the law lets grow without asking for offers again. */
    record IncreaseTooLarge(ContractId contract, Money original, Money asked, Money most, int percent)
            implements ContractRefusal {
        @Override
        public String sentence() {
            return "Contract %s was agreed at %s; all amendments together may raise it by %d percent, to %s, and %s was asked. Buy the rest by a process of its own."
                    .formatted(contract, original, percent, most, asked);
        }
    }

    /** The school has not set that much aside. */
    record IncreaseNotReserved(ContractId contract, SchoolCode school, Money more, Money reserved)
            implements ContractRefusal {
        @Override
        public String sentence() {
            return "School %s is to buy %s more under contract %s and has set %s aside for that; its selection must be amended and approved first."
                    .formatted(school, more, contract, reserved);
        }
    }

    /** What is paid or invoiced cannot be taken off. */
    record ShareIsOwed(ContractId contract, SchoolCode school, Money asked, Money least) implements ContractRefusal {
        @Override
        public String sentence() {
            return "The share of school %s in contract %s cannot be %s; with what is paid and invoiced it is at least %s."
                    .formatted(school, contract, asked, least);
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
