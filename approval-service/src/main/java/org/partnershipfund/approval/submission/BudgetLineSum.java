package org.partnershipfund.approval.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * What all approved lines of a school take of its budget line, beside what the budget system was told before.
 *
 * <p>Source: docs/policy/approval.md §16.3; its table <i>Editions</i> is the test's input.
 *
 * @param lines how many selection lines
 * @param before of the edition that this one is compared with; zero if there is none
 */
public record BudgetLineSum(
        SchoolCode school, String schoolName, String centre, int lines, Money amount, Money before) {

    /** What changes for the budget system; negative if less than before. */
    public Money difference() {
        return amount.minus(before);
    }

    /**
     * One sum per budget line that is in either edition, by school code.
     *
     * @param now the lines of this edition
     * @param before those of the edition that it is compared with
     */
    public static List<BudgetLineSum> of(List<SubmittedLine> now, List<SubmittedLine> before) {
        Map<String, List<SubmittedLine>> bySchool = new TreeMap<>();
        now.forEach(line -> lines(bySchool, line).add(line));
        Map<String, List<SubmittedLine>> earlier = new TreeMap<>();
        before.forEach(line -> lines(earlier, line).add(line));
        earlier.keySet().forEach(school -> bySchool.putIfAbsent(school, List.of()));
        List<BudgetLineSum> sums = new ArrayList<>();
        bySchool.forEach((school, lines) -> {
            List<SubmittedLine> old = earlier.getOrDefault(school, List.of());
            SubmittedLine first = lines.isEmpty() ? old.getFirst() : lines.getFirst();
            sums.add(new BudgetLineSum(
                    first.school(), first.schoolName(), first.centre(), lines.size(), total(lines), total(old)));
        });
        return sums;
    }

    private static List<SubmittedLine> lines(Map<String, List<SubmittedLine>> bySchool, SubmittedLine line) {
        return bySchool.computeIfAbsent(line.school().value(), _ -> new ArrayList<>());
    }

    /** What the lines cost together. */
    public static Money total(List<SubmittedLine> lines) {
        return lines.stream().map(SubmittedLine::amount).reduce(Money.ZERO, Money::plus);
    }
}
