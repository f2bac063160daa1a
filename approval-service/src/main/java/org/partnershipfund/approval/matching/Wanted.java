package org.partnershipfund.approval.matching;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Money;

/**
 * What a school wants of partners; what it leaves open counts nothing when programs are matched to it.
 *
 * @param goals of its plan; one or more
 * @param grades PK, K, 1 to 12; one or more
 * @param pupils how many; 1 or more
 * @param times of the week at which it can take place
 * @param sessions how many in the year; empty to have it reckoned
 * @param languages codes of ISO 639
 * @param budget what it may cost; above zero
 */
public record Wanted(
        List<Goal> goals,
        List<String> grades,
        int pupils,
        List<Session> times,
        Optional<Integer> sessions,
        List<String> languages,
        Optional<Money> budget) {

    public Wanted {
        if (goals.isEmpty() || grades.isEmpty() || pupils < 1) {
            throw new IllegalArgumentException("a school wants something, for a grade, for a pupil");
        }
        if (sessions.filter(number -> number < 1).isPresent()
                || budget.filter(money -> !money.isPositive()).isPresent()) {
            throw new IllegalArgumentException("sessions and budget are above zero where they are said");
        }
        goals = List.copyOf(goals);
        grades = List.copyOf(grades);
        times = List.copyOf(times);
        languages = List.copyOf(languages);
    }
}
