package org.partnershipfund.allocation.letter;

import java.util.List;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;

/**
 * What one school, or one partner, is told about the partnerships that the central office pays for: what is funded, what
 * ends and when, and when the schools' own allocations come.
 *
 * <p>Source: docs/policy/letters.md §2.
 *
 * @param notice which year's funding, told on which day, from which source
 * @param lines what concerns the school or partner; none for a school at which nothing is funded
 * @param next the funds of the year after
 * @param draft whether the notice's day has not come; then only the district's offices may read it
 */
public record FundingEnds(Notice.Title notice, List<Line> lines, List<Fund.Terms> next, boolean draft) {

    /** The most lines that a letter holds; more are read as a list. */
    public static final int MOST_LINES = 1000;

    public FundingEnds {
        lines = List.copyOf(lines);
        next = List.copyOf(next);
    }

    /**
     * What is paid to one partner at one school.
     *
     * @param schoolName as the district writes it
     */
    public record Line(PriorYearFunding funding, String schoolName) {}

    /** What everybody must be told who sees these figures; nothing if they are the district's books. */
    public List<String> caveats() {
        return notice.caveat().stream().toList();
    }

    /** The day of the notice. */
    public String date() {
        return Announced.words(notice.on());
    }

    /** The year whose funding is told. */
    public FiscalYear year() {
        return notice.year();
    }

    /** The last day of that funding. */
    public String endsOn() {
        return Announced.plain(year().lastDay());
    }

    /** The year after. */
    public FiscalYear nextYear() {
        return new FiscalYear(year().endYear() + 1);
    }

    /** Whether anything is funded, and so ends. */
    public boolean funded() {
        return !lines.isEmpty();
    }

    /** All lines together. */
    public Money total() {
        return lines.stream().map(line -> line.funding().amount()).reduce(Money.ZERO, Money::plus);
    }

    /** When the schools are told what they receive in the year after; none while no fund has set its day. */
    public List<Announced> allocationDays() {
        return next.stream()
                .flatMap(terms ->
                        terms.calendar().allocationsPublishedOn().stream().map(day -> Announced.on(day, terms.name())))
                .toList();
    }
}
