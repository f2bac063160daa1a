package org.partnershipfund.allocation.utilisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.utilisation.Utilisation.Use;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What became of a fund's money, school by school: before the fund is closed a provisional report, after it the year's end.
 *
 * <p>Source: docs/policy/allocation.md §13.3 to §13.6.
 *
 * @param closedAt when the year was closed; empty while the report is provisional
 * @param reserve what the pool holds and no school has; zero or more
 * @param schools every school that is allocated money, by code
 * @param all the sum of the schools, amount by amount
 */
public record YearEnd(
        String fund,
        FiscalYear year,
        Optional<Instant> closedAt,
        Money pool,
        Money reserve,
        List<SchoolEnd> schools,
        Amounts all) {

    public YearEnd {
        schools = List.copyOf(schools);
    }

    /** One school. */
    public record SchoolEnd(SchoolCode school, String name, Amounts amounts) {}

    /**
     * What is known of an allocation. It is contracted, not contracted yet or lapsed; what is contracted is paid or unpaid.
     *
     * @param allocated what was published and revised, and then adopted
     * @param contracted shares of executed contracts
     * @param paid what invoices took of it
     * @param lapsed what no contract claimed when the year was closed; nothing before
     */
    public record Amounts(Money allocated, Money contracted, Money paid, Money lapsed) {

        private static final Amounts NOTHING = new Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

        private static Amounts of(Use use, boolean closed) {
            Money rest = use.allocated().minus(use.contracted());
            return new Amounts(use.allocated(), use.contracted(), use.paid(), closed ? rest : Money.ZERO);
        }

        /** What contracts still owe to partners. */
        public Money unpaid() {
            return contracted.minus(paid);
        }

        /** What may still be contracted; nothing once the year is closed. */
        public Money notContracted() {
            return allocated.minus(contracted).minus(lapsed);
        }

        Amounts plus(Amounts other) {
            return new Amounts(
                    allocated.plus(other.allocated),
                    contracted.plus(other.contracted),
                    paid.plus(other.paid),
                    lapsed.plus(other.lapsed));
        }
    }

    /** Counts it from what is known now. */
    public static YearEnd of(Fund fund, Utilisation utilisation) {
        Optional<Instant> closedAt = switch (fund) {
            case Fund.Open _, Fund.Allocated _, Fund.Appropriated _ -> Optional.empty();
            case Fund.Closed closed -> Optional.of(closed.closedAt());
        };
        List<SchoolEnd> schools = utilisation.schools().stream()
                .map(school -> new SchoolEnd(
                        school.school().school(),
                        school.school().name(),
                        Amounts.of(school.use(), closedAt.isPresent())))
                .toList();
        Amounts all = schools.stream().map(SchoolEnd::amounts).reduce(Amounts.NOTHING, Amounts::plus);
        return new YearEnd(
                fund.terms().name(),
                fund.terms().year(),
                closedAt,
                fund.terms().pool(),
                fund.terms().pool().minus(all.allocated()),
                schools,
                all);
    }

    /** Whether what is not contracted may still be. */
    public boolean isProvisional() {
        return closedAt.isEmpty();
    }

    /** The report in sentences, the first of which says how far it can be relied on. */
    public List<String> sentences() {
        String sums = "Of %s allocated to %,d schools, %s are under contract and %s of that are paid."
                .formatted(all.allocated(), schools.size(), all.contracted(), all.paid());
        return isProvisional()
                ? List.of(
                        "Provisional: the year of %s is not closed, so nothing has lapsed yet.".formatted(year),
                        sums,
                        "%s are not under contract; what of it no contract claims on the day of closing lapses."
                                .formatted(all.notContracted()))
                : List.of(
                        "The year of %s is closed.".formatted(year),
                        sums,
                        "%s have lapsed. A contract that was drafted before the closing and is executed after it takes its amount back from what lapsed; what is unpaid is paid when it is invoiced."
                                .formatted(all.lapsed()));
    }
}
