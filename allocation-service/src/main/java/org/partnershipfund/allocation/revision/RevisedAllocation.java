package org.partnershipfund.allocation.revision;

import java.util.ArrayList;
import java.util.List;
import org.partnershipfund.allocation.formula.Explanation;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Words;

/**
 * A published allocation as it is now.
 *
 * @param revisions those that were accepted and concern the school, in the order in which they were
 */
public record RevisedAllocation(AllocationInScenario published, List<Revision.Accepted> revisions) {

    public RevisedAllocation {
        revisions = List.copyOf(revisions);
    }

    /** What one revision did to the school. */
    public record Step(Revision.Accepted revision, Money change, Money after) {}

    /** The allocation with those of the fund's accepted revisions that concern its school. */
    public static RevisedAllocation of(AllocationInScenario published, List<Revision.Accepted> revisions) {
        return new RevisedAllocation(
                published,
                revisions.stream()
                        .filter(revision -> revision.terms()
                                        .fund()
                                        .equals(published.scenario().title().fund())
                                && revision.terms()
                                        .concerns(published.allocation().school()))
                        .toList());
    }

    /** What the school has now. */
    public Money amount() {
        return steps().isEmpty()
                ? published.allocation().amount()
                : steps().getLast().after();
    }

    /** Each revision with the amount that it led to. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Money amount = published.allocation().amount();
        for (Revision.Accepted revision : revisions) {
            Money change = revision.change(school());
            amount = amount.plus(change);
            steps.add(new Step(revision, change, amount));
        }
        return List.copyOf(steps);
    }

    /** The answer in a sentence, and another one if it was revised. */
    public String sentence() {
        String asPublished = published.explanation().sentence();
        return revisions.isEmpty()
                ? asPublished
                : "%s Revised since: it has %s now.".formatted(asPublished, Explanation.words(amount()));
    }

    /** The way to the amount as published, then one sentence for each revision. */
    public List<String> explanation() {
        List<String> sentences = new ArrayList<>(published.explanation().steps());
        steps().forEach(step -> sentences.add(sentence(step)));
        return List.copyOf(sentences);
    }

    private String sentence(Step step) {
        Revision.Terms terms = step.revision().terms();
        boolean gave = terms.from().is(school());
        return "Revision of %s: %s %s %s (%s). The amount is %s."
                .formatted(
                        Words.time(step.revision().acceptedAt()),
                        Explanation.words(terms.amount()),
                        gave ? "went to" : "came from",
                        (gave ? terms.to() : terms.from()).words(),
                        terms.reason(),
                        Explanation.words(step.after()));
    }

    private SchoolCode school() {
        return published.allocation().school();
    }
}
