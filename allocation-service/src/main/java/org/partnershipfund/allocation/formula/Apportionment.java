package org.partnershipfund.allocation.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.allocation.formula.FormulaRefusal.NoPupils;
import org.partnershipfund.allocation.formula.LargestRemainder.Share;
import org.partnershipfund.allocation.formula.Outcome.BelowTheCut;
import org.partnershipfund.allocation.formula.Outcome.Funded;
import org.partnershipfund.allocation.formula.Outcome.WithoutPupils;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/**
 * A pool shared out: every school of the district with its rank, its outcome and, together, every cent of the pool.
 *
 * @param lines every candidate, by need; what they receive adds up to the pool
 */
public record Apportionment(Rules rules, List<Line> lines) {

    public Apportionment {
        lines = List.copyOf(lines);
        Money sum = lines.stream().map(line -> line.outcome().amount()).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(rules.pool())) {
            throw new IllegalArgumentException("the parts add up to %s, the pool is %s".formatted(sum, rules.pool()));
        }
    }

    /**
     * One school.
     *
     * @param rank 1 is the greatest need
     */
    public record Line(int rank, Candidate school, Outcome outcome) {}

    /**
     * What the lines have in common, which an explanation needs.
     *
     * @param ranked schools in the ranking, all of them
     * @param funded schools that receive a share
     * @param pupils pupils of the funded schools
     * @param weight what the funded schools weigh together, by the formula
     * @param leftOverCents cents that went to the largest remainders
     * @param lastIndex the lowest index of a funded school
     */
    public record Totals(int ranked, int funded, long pupils, long weight, long leftOverCents, IndexValue lastIndex) {}

    /**
     * Shares the pool out; the same candidates in any order give the same answer.
     *
     * @param candidates every school of the snapshot, each once, at least one
     */
    public static Decision<Apportionment> of(Rules rules, Collection<Candidate> candidates) {
        List<Candidate> ranking = candidates.stream().sorted(Candidate.BY_NEED).toList();
        List<Candidate> withPupils =
                ranking.stream().filter(Candidate::hasPupils).toList();
        if (withPupils.isEmpty()) {
            return Decision.refuse(new NoPupils(ranking.size()));
        }
        return switch (rules.eligibility().cut(withPupils)) {
            case Accepted<Integer>(Integer cut, var _) -> Decision.accept(sharedOut(rules, ranking, cut));
            case Refused<Integer>(var why) -> Decision.refuse(why);
        };
    }

    /** The facts that all lines share. */
    public Totals totals() {
        List<Candidate> funded = lines.stream()
                .filter(line -> line.outcome() instanceof Funded)
                .map(Line::school)
                .toList();
        long wholeCents = lines.stream()
                .map(Line::outcome)
                .mapToLong(outcome ->
                        outcome instanceof Funded(var share) ? share.whole().cents() : 0)
                .sum();
        return new Totals(
                lines.size(),
                funded.size(),
                funded.stream().mapToLong(Candidate::pupils).sum(),
                funded.stream().mapToLong(rules.formula()::weight).sum(),
                rules.pool().cents() - wholeCents,
                funded.getLast().index());
    }

    private static Apportionment sharedOut(Rules rules, List<Candidate> ranking, int cut) {
        Map<SchoolCode, Share> shares = LargestRemainder.split(
                rules.pool(),
                ranking.stream().limit(cut).collect(Collectors.toMap(Candidate::school, rules.formula()::weight)));
        List<Line> lines = new ArrayList<>();
        for (Candidate school : ranking) {
            lines.add(new Line(lines.size() + 1, school, outcome(school, shares.get(school.school()))));
        }
        return new Apportionment(rules, lines);
    }

    private static Outcome outcome(Candidate school, @Nullable Share share) {
        if (share != null) {
            return new Funded(share);
        }
        return school.hasPupils() ? new BelowTheCut() : new WithoutPupils();
    }
}
