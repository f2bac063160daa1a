package org.partnershipfund.approval.plan;

import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Money;

/**
 * When a step is needed.
 *
 * <p>Source: docs/policy/approval.md §13.3.
 */
public sealed interface Condition {

    /** The selection's total is this amount or more. */
    record TotalAtLeast(Money amount) implements Condition {}

    /** It pays a partner that the school never had under contract before. */
    record FirstTimePartner() implements Condition {}

    /** It has a program that is not vetted on the day of submission. */
    record OutsideThePortfolio() implements Condition {}

    /** Why it holds, as a sentence for the school; empty if it does not. */
    default Optional<String> holds(Facts facts) {
        return switch (this) {
            case TotalAtLeast(Money amount) ->
                amount.exceeds(facts.total())
                        ? Optional.empty()
                        : Optional.of("The total of %s is %s or more.".formatted(facts.total(), amount));
            case FirstTimePartner _ ->
                naming("The school never had a contract with %s before.", facts.firstTimePartners());
            case OutsideThePortfolio _ ->
                naming("Not on the menu of the portfolio on the day of submission: %s.", facts.outsideThePortfolio());
        };
    }

    private static Optional<String> naming(String sentence, List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(sentence.formatted(String.join(", ", names)));
    }

    /** As it is written in JSON and tables, such as {@code total-at-least 50000.00}. */
    default String text() {
        return switch (this) {
            case TotalAtLeast(Money amount) -> "total-at-least " + amount.dollars();
            case FirstTimePartner _ -> "first-time-partner";
            case OutsideThePortfolio _ -> "outside-the-portfolio";
        };
    }

    /**
     * The condition that was written.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Condition parse(String text) {
        if (text.startsWith("total-at-least ")) {
            return new TotalAtLeast(Money.ofDollars(text.substring("total-at-least ".length())));
        }
        return switch (text) {
            case "first-time-partner" -> new FirstTimePartner();
            case "outside-the-portfolio" -> new OutsideThePortfolio();
            default -> throw new IllegalArgumentException("no condition: " + text);
        };
    }
}
