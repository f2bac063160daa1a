package org.partnershipfund.local.sample;

import java.util.List;
import org.partnershipfund.kernel.Money;

/**
 * A real school that the FY2019 fund reaches.
 *
 * @param code state organisation code, eight digits
 * @param grades as the district writes them in programs: PK, K, 1 to 12
 * @param allocation its share of the pool, flat per pupil, by largest remainder
 */
public record School(String code, String name, List<String> grades, int pupils, Money allocation) {

    public School {
        grades = List.copyOf(grades);
    }

    /** Whether it leads to a diploma, so that students sit on its council. */
    public boolean isHighSchool() {
        return grades.contains("12");
    }

    boolean teaches(List<String> others) {
        return grades.stream().anyMatch(others::contains);
    }
}
