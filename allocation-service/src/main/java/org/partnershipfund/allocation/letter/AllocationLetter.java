package org.partnershipfund.allocation.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.formula.Candidate;
import org.partnershipfund.allocation.fund.ChartOfAccounts;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundCalendar;
import org.partnershipfund.allocation.revision.RevisedAllocation;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/**
 * What one school is told on the day of publication, also a school that receives nothing: what it receives, why, how to
 * check it, what it can buy, and by when it decides.
 *
 * <p>Source: docs/policy/letters.md §1.
 *
 * @param allocation as published, with every revision since; as computed if this is a draft
 * @param fund the fund that it is from
 * @param publishedOn the day in the district; empty for a draft, which only the offices see
 * @param before the notice that says what schools had, if the rules guarantee a part of it
 */
public record AllocationLetter(
        RevisedAllocation allocation, Fund fund, Optional<LocalDate> publishedOn, Optional<Notice.Title> before) {

    /** Whether nobody but the offices may see this letter. */
    public boolean draft() {
        return publishedOn.isEmpty();
    }

    /** The day of publication, as people write it; of a draft the word for it. */
    public String date() {
        return publishedOn.map(Announced::words).orElse("Not published");
    }

    /** When the figures became what they are. */
    public Instant changedAt() {
        return revised()
                ? allocation.revisions().getLast().acceptedAt()
                : allocation.published().scenario().changedAt();
    }

    /** The school that is written to. */
    public Candidate school() {
        return allocation.published().allocation().line().school();
    }

    /** The year in which the money may be spent. */
    public FiscalYear year() {
        return fund.terms().year();
    }

    /** The first day on which the money may be spent. */
    public String beginsOn() {
        return Announced.plain(year().firstDay());
    }

    /** The last day on which the money may be spent. */
    public String endsOn() {
        return Announced.plain(year().lastDay());
    }

    /** What the school has now. */
    public Money amount() {
        return allocation.amount();
    }

    /** Whether the school has anything to choose partners with. */
    public boolean receives() {
        return amount().isPositive();
    }

    /** Whether the index only shows how things work. */
    public boolean illustrative() {
        return allocation.published().scenario().title().index().provenance().illustrative();
    }

    /** What must be told of the year before, if the rules look at it; nothing if its figures are the district's books. */
    public List<String> caveats() {
        return before.flatMap(Notice.Title::caveat).stream().toList();
    }

    /** The answer in a sentence. */
    public String sentence() {
        return allocation.sentence();
    }

    /** The way to the amount, with what changed it since. */
    public List<String> steps() {
        return allocation.explanation();
    }

    /** Whether the amount is another than was published. */
    public boolean revised() {
        return !allocation.revisions().isEmpty();
    }

    /** Whether the amount is proposed or final, in a sentence. */
    public String standing() {
        return switch (fund) {
            case Fund.Open _, Fund.Allocated _ ->
                "The amount is a proposal until the School Committee adopts the budget.";
            case Fund.Appropriated appropriated -> adopted(appropriated);
            case Fund.Closed closed -> adopted(closed.appropriated());
        };
    }

    private static String adopted(Fund.Appropriated appropriated) {
        return "The amount is final: %s (adopted on %s)."
                .formatted(
                        appropriated.adoption().vote(),
                        Announced.plain(appropriated.adoption().on()));
    }

    /** The school's digits in the chart of accounts. */
    public String centre() {
        return allocation.published().allocation().centre().value();
    }

    /** The parts of the budget line that the school does not choose. */
    public ChartOfAccounts chart() {
        return fund.terms().chart();
    }

    /** The days that concern the school, in order; none that is not announced. */
    public List<Announced> days() {
        FundCalendar calendar = fund.terms().calendar();
        List<Announced> days = new ArrayList<>();
        calendar.officeHours()
                .map(when -> Announced.during(when, "Office hours: bring your questions to central office."))
                .ifPresent(days::add);
        if (receives()) {
            calendar.technicalAssistance()
                    .map(when -> Announced.during(
                            when, "Technical assistance: central office comes to your school and helps you choose."))
                    .ifPresent(days::add);
            calendar.selectionsDueOn()
                    .map(when -> Announced.on(
                            when, "Last day to submit your choice of partners, approved, with your school's budget."))
                    .ifPresent(days::add);
        }
        return List.copyOf(days);
    }
}
