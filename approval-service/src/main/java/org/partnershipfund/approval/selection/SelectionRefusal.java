package org.partnershipfund.approval.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.partnershipfund.approval.fund.FundId;
import org.partnershipfund.approval.menu.ProgramId;
import org.partnershipfund.approval.plan.Step;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.Refusal;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Words;

/** Every way a selection can say no. */
public sealed interface SelectionRefusal extends Refusal {

    /** The id names no selection that the caller may see. */
    record NoSuchSelection(SelectionId selection) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "There is no selection %s for you. GET /selections lists those that you may see."
                    .formatted(selection.value());
        }
    }

    /** A comment is on a line that everybody sees. */
    record NoSuchLine(SelectionId selection, UUID line, int version) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "lineId is %s, and version %d of selection %s has no such line. Read the selection again, or leave lineId out."
                    .formatted(line, version, selection.value());
        }
    }

    /** A school leader chooses for their own school. */
    record NotYourSchool(SchoolCode school) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "schoolCode is %s, and no record of today makes you the leader of that school. The partnerships team seats the principal on the school's council."
                    .formatted(school);
        }
    }

    /** A fund that was not heard of cannot be drawn on yet. */
    record FundNotHeard(FundId fund) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "fundId is %s, and this service has not heard of that fund. Check the id; if the fund was just opened, try again in a few seconds."
                    .formatted(fund.value());
        }
    }

    /** Nothing is chosen or decided when the money has lapsed. */
    record FundIsClosed(FundId fund, Instant at) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Fund %s was closed on %s: its year is over, and what no contract claims has lapsed. Choose for the fund of the next year."
                    .formatted(fund.value(), Words.time(at));
        }
    }

    /** Without an allocation there is nothing to draw on yet. */
    record AllocationNotHeard(FundId fund, SchoolCode school) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "No allocation of fund %s to school %s was heard of. Check GET /allocations of allocation-service; if it was just published, try again in a few seconds."
                    .formatted(fund.value(), school);
        }
    }

    /** Only registered programs can be chosen. */
    record ProgramNotHeard(ProgramId program) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "programId is %s, and this service has not heard of that program. Check the id; if it was just registered, try again in a few seconds."
                    .formatted(program.value());
        }
    }

    /** A line is priced by the sheet in force. */
    record NoSuchPrice(String program, String priceCode, LocalDate on) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "priceCode is '%s', and the price sheet of '%s' in force on %s has no such price. GET /programs/{id} of portfolio-service shows the sheet."
                    .formatted(priceCode, program, on);
        }
    }

    /** A tier of a price counts for its quantities only; a flat price is bought once. */
    record QuantityOutsideTier(String program, String priceCode, int asked, int from, Optional<Integer> until)
            implements SelectionRefusal {
        @Override
        public String sentence() {
            return "quantity is %d, and price '%s' of '%s' counts for %s. Take the price that counts for %d, or another quantity."
                    .formatted(
                            asked,
                            priceCode,
                            program,
                            until.map(last -> from == last ? "exactly " + from : "%d to %d".formatted(from, last))
                                    .orElse("%d and more".formatted(from)),
                            asked);
        }
    }

    /** An agreed price needs the amount that was agreed. */
    record AgreedAmountMissing(String program, String priceCode, Money most) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Price '%s' of '%s' is agreed between school and partner, and agreedAmount is missing or not above $0.00. Give an amount up to %s."
                    .formatted(priceCode, program, most);
        }
    }

    /** What is agreed stays within the sheet. */
    record AgreedAmountTooHigh(String program, Money agreed, Money most) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "agreedAmount times quantity is %s for '%s'; its price sheet allows up to %s. Agree on less, or ask the partner for a new price sheet."
                    .formatted(agreed, program, most);
        }
    }

    /** A fixed price is not negotiated here. */
    record AgreedAmountNotAsked(String program, String priceCode, String unit) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Price '%s' of '%s' is %s, and agreedAmount is for agreed prices only. Leave it out."
                    .formatted(priceCode, program, unit);
        }
    }

    /** The fund pays for services of its own year. */
    record ServiceOutsideYear(String program, LocalDate from, LocalDate until, LocalDate firstDay, LocalDate lastDay)
            implements SelectionRefusal {
        @Override
        public String sentence() {
            return "'%s' is to serve from %s until %s; the fund pays for services from %s until %s. Give days within it, the first not after the last."
                    .formatted(program, from, until, firstDay, lastDay);
        }
    }

    /** Only what was awarded has an awarded price. */
    record NotAwarded(String program) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "priceCode is 'awarded', and no award of '%s' to this selection is left for this line. Take a price of its sheet; for an award give quantity 1 and no agreedAmount, one line for all that one process awarded."
                    .formatted(program);
        }
    }

    /** What is copied is a year old. */
    record NotFromLastYear(SelectionId selection, FiscalYear year, FiscalYear into) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s is of %s, and the fund is of %s; a selection is copied into the fund of the year after its own. Choose another selection or fund, or draft a new one."
                    .formatted(selection.value(), year, into);
        }
    }

    /**
     * No line of last year can be bought this year.
     *
     * @param reasons why, for each line
     */
    record NothingToCopy(SelectionId selection, String reasons) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "No line of selection %s can be bought again. %s Draft a new selection with POST /selections."
                    .formatted(selection.value(), reasons);
        }
    }

    /** Only a draft or what was returned can be changed. */
    record NotEditable(SelectionId selection, String state) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s is %s; only a draft or a returned selection can be changed. Wait for a decision, withdraw it, or, once it is approved, amend it."
                    .formatted(selection.value(), state);
        }
    }

    /** Only what is approved is amended; before that it is changed. */
    record NotAmendable(SelectionId selection, String state) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s is %s; only an approved or reserved selection is amended. Change a draft or what was returned with PUT /selections/%s; of what is submitted wait for the decision."
                    .formatted(selection.value(), state, selection.value());
        }
    }

    /** Two answers of the ledger never cross. */
    record AmendmentAnswerDue(SelectionId selection, int version) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Version %d of selection %s is approved, and the ledger is asked to replace the version that stands. Its answer comes within seconds; try again then."
                    .formatted(version, selection.value());
        }
    }

    /** Only what was begun is given up. */
    record NothingAmended(SelectionId selection, String state) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s is %s and no amendment of it is under way, so there is none to withdraw. To take the selection back for good use PUT /selections/%s/withdrawal."
                    .formatted(selection.value(), state, selection.value());
        }
    }

    /** Only a draft can be submitted. */
    record NotADraft(SelectionId selection, String state) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s is %s; only a draft can be submitted. If it was returned, make a new version with PUT /selections/%s first."
                    .formatted(selection.value(), state, selection.value());
        }
    }

    /** A school chooses within its allocation; what credit notes gave back of what was spent may be chosen again. */
    record AllocationExceeded(Money total, Money others, Money allocation, Money returned) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "This selection is %s and the school's others in this fund add up to %s; the allocation is %s%s, so %s is too much. Take less, or withdraw another selection."
                    .formatted(
                            total,
                            others,
                            allocation,
                            returned.isPositive() ? " and %s came back by credit notes".formatted(returned) : "",
                            total.plus(others).minus(allocation).minus(returned));
        }
    }

    /** A fund may ask for more than one partner. */
    record TooFewPartners(int partners, int least) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "The lines are with %d partner%s, and the rules of this fund ask for at least %d. Add a line with another partner."
                    .formatted(partners, partners == 1 ? "" : "s", least);
        }
    }

    /** A fund may bound the number of partners. */
    record TooManyPartners(int partners, int most) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "The lines are with %d partners, and the rules of this fund allow %d. Leave out the lines of %d of them."
                    .formatted(partners, most, partners - most);
        }
    }

    /** A fund may bound what one partner takes. */
    record ShareTooLarge(String partner, Money share, Money total, int percent, Money most)
            implements SelectionRefusal {
        @Override
        public String sentence() {
            return "%s takes %s of this selection's %s, and the rules of this fund allow one partner %d per cent, which is %s. Take less of it, or more of others."
                    .formatted(partner, share, total, percent, most);
        }
    }

    /** A fund may ask that a line is worth the paper. */
    record LineBelowLeast(String program, Money amount, Money least) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "The line of '%s' is %s, and the rules of this fund ask for at least %s per line. Take more of it, or leave it out."
                    .formatted(program, amount, least);
        }
    }

    /** A program serves so many pupils in a fiscal year, over all schools. */
    record CapacityExceeded(String program, long here, long elsewhere, int capacity) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "'%s' can serve %d pupils in the fiscal year; this selection asks for %d and others for %d, so %d are too many. Take fewer pupils, or ask the partner whether it can serve more."
                    .formatted(program, capacity, here, elsewhere, here + elsewhere - capacity);
        }
    }

    /** What lost is not bought after all: the outcome of a competition is accepted, or left. */
    record LostACompetition(String program, String winner) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "'%s' lost its competition to a program of %s. Take what was awarded with priceCode 'awarded', or leave the line out, in a new version."
                    .formatted(program, winner);
        }
    }

    /** What is under contract is owed to the partner and cannot be taken back here. */
    record LinesUnderContract(SelectionId selection, Money amount, UUID contract) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "%s of selection %s is under contract, first in contract %s; it cannot be withdrawn. Ask the procurement officers of central office to end the contract."
                    .formatted(amount, selection.value(), contract);
        }
    }

    /**
     * A new version keeps what is under contract.
     *
     * @param contracted the line's share of its contract
     * @param kept the largest line of the program that goes on with no other contract; nothing if there is none
     */
    record ContractedLineDropped(ProgramId program, Money contracted, Money kept) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "A line of program %s is under contract for %s, and the largest line that this version has for it is %s. Make a new version with one line of at least that amount for every line under contract, or ask the procurement officers of central office to end the contract."
                    .formatted(program.value(), contracted, kept);
        }
    }

    /** The policy of this fund admits the portfolio only. */
    record NotInPortfolio(String program, LocalDate on) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "'%s' is not on the menu of the Opportunity Portfolio on %s, and the policy of this fund is portfolio-only. Choose a vetted program."
                    .formatted(program, on);
        }
    }

    /** Nothing goes on that chooses a suspended program. */
    record ProgramSuspended(String program, LocalDate on) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "'%s' is suspended from the Opportunity Portfolio on %s. Wait until the partnerships team reinstates it, or let the school make a version without it."
                    .formatted(program, on);
        }
    }

    /** A first submission has a due date. */
    record SubmittedTooLate(LocalDate due, LocalDate today) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selections of this fund were due on %s, and today is %s in the district. Ask the budget office for a later due date."
                    .formatted(due, today);
        }
    }

    /** Each step has its turn. */
    record NotWaitingFor(SelectionId selection, Step step, String state, String waitsFor) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s is %s and waits for %s, not for %s. GET /selections/{id}/turn says who may act now."
                    .formatted(selection.value(), state, waitsFor, step.word());
        }
    }

    /** Nobody decides on what they submitted or decided before. */
    record OwnDecision(SelectionId selection, Step step) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "You, or in whose place you decide, submitted or decided selection %s before, so the step %s is somebody else's."
                    .formatted(selection.value(), step.word());
        }
    }

    /** Each step is somebody's; the others only see it. */
    record NotYourStep(SelectionId selection, Step step) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "step is '%s', and neither your role nor a delegation to you decides it for selection %s today. GET /selections/%s/turn says who may; a council decides by a motion."
                    .formatted(step.word(), selection.value(), selection.value());
        }
    }

    /** The partnerships team returns only what a council cannot decide. */
    record NotBlocked(SelectionId selection, String state) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s is %s and no motion about its newest version is blocked. Council, superintendent or budget office decide."
                    .formatted(selection.value(), state);
        }
    }

    /** It is taken back once. */
    record AlreadyWithdrawn(SelectionId selection, Instant at) implements SelectionRefusal {
        @Override
        public String sentence() {
            return "Selection %s was withdrawn on %s. Nothing is left to do."
                    .formatted(selection.value(), Words.time(at));
        }
    }
}
