package org.partnershipfund.kernel;

import java.time.LocalDate;
import java.time.Month;

/**
 * A Massachusetts fiscal year: 1 July to 30 June, named by the calendar year in which it ends (M.G.L. c.44 s.56).
 * FY2019 runs from 1 July 2018 to 30 June 2019.
 *
 * @param endYear 2000 to 2199
 */
public record FiscalYear(int endYear) implements Comparable<FiscalYear> {

    public FiscalYear {
        if (endYear < 2000 || endYear > 2199) {
            throw new IllegalArgumentException("fiscal year must be 2000 to 2199, not " + endYear);
        }
    }

    /** The fiscal year in which a day falls. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonth().compareTo(Month.JULY) >= 0 ? day.getYear() + 1 : day.getYear());
    }

    /** 1 July. */
    public LocalDate firstDay() {
        return LocalDate.of(endYear - 1, Month.JULY, 1);
    }

    /** 30 June; the last day that belongs to the year. */
    public LocalDate lastDay() {
        return LocalDate.of(endYear, Month.JUNE, 30);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(endYear, other.endYear);
    }

    @Override
    public String toString() {
        return "FY" + endYear;
    }
}
