package org.partnershipfund.portfolio.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.matching.MatchingRefusal.GoalOutsideArea;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.Session;

/**
 * What a school needs of partners in a year (policy matching §1). What it leaves open gives no points and takes none.
 *
 * @param goals of its plan; one or more, each once
 * @param grades of the pupils; one or more, in the order of school life, each once
 * @param pupils how many; 1 or more
 * @param times of the week at which it can take place, each once
 * @param sessions how many in the year; 1 or more; empty to have it reckoned
 * @param languages codes of ISO 639, sorted, each once
 * @param budget what it may cost; above zero
 */
public record Needs(
        List<Goal> goals,
        List<Grade> grades,
        int pupils,
        List<Session> times,
        Optional<Integer> sessions,
        List<String> languages,
        Optional<Money> budget) {

    public Needs {
        if (goals.isEmpty() || grades.isEmpty() || pupils < 1) {
            throw new IllegalArgumentException("a school needs something, for a grade, for a pupil");
        }
        if (sessions.filter(number -> number < 1).isPresent()
                || budget.filter(money -> !money.isPositive()).isPresent()) {
            throw new IllegalArgumentException("sessions and budget are above zero where they are said");
        }
        goals = List.copyOf(new LinkedHashSet<>(goals));
        grades = List.copyOf(new TreeSet<>(grades));
        times = List.copyOf(new TreeSet<>(times));
        languages = List.copyOf(new TreeSet<>(languages));
    }

    /** The needs, unless a goal's sub-term is part of another service area (catalogue §1.2). */
    public Decision<Needs> checked() {
        return goals.stream()
                .flatMap(goal -> goal.term().stream()
                        .filter(term -> term.area() != goal.area())
                        .map(term -> new GoalOutsideArea(term, goal.area())))
                .findFirst()
                .<Decision<Needs>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(this));
    }
}
