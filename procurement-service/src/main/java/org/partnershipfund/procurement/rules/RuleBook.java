package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.rules.Evaluation.Requirement;
import org.partnershipfund.procurement.rules.RuleRefusal.RulesNotKnown;
import org.partnershipfund.procurement.rules.RuleRefusal.ValueNotPositive;

/**
 * Every dated rule together; answers what holds on a day for a value.
 *
 * <p>Source: docs/policy/procurement.md §1 and §2.
 */
public record RuleBook(List<ProcurementRule> rules) {

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /**
     * What a purchase of this value demands under the rules of this day.
     *
     * @param value of all schools and all years with their options
     */
    public Decision<Evaluation> evaluate(LocalDate on, Money value) {
        if (!value.isPositive()) {
            return Decision.refuse(new ValueNotPositive(value));
        }
        var method = of("method", on).filter(rule -> rule.appliesTo(value)).findFirst();
        if (method.isEmpty()) {
            return Decision.refuse(new RulesNotKnown(on, earliest()));
        }
        return Decision.accept(new Evaluation(
                on,
                value,
                Method.ofWord(method.get().name()),
                method.get().id(),
                of("requirement", on)
                        .filter(rule -> rule.appliesTo(value))
                        .map(rule -> new Requirement(rule.name(), rule.stage(), rule.text(), rule.source()))
                        .toList(),
                of("notice-place", on)
                        .filter(rule -> rule.appliesTo(value))
                        .map(ProcurementRule::name)
                        .collect(Collectors.toUnmodifiableSet())));
    }

    /** Whether a cap of this name lets the value pass. */
    public boolean permits(String cap, LocalDate on, Money value) {
        return of("cap", on).anyMatch(rule -> rule.name().equals(cap) && rule.appliesTo(value));
    }

    /** Whether this reading of the law is the one that is applied. */
    public boolean reads(String reading, LocalDate on) {
        return of("reading", on).anyMatch(rule -> rule.name().equals(reading));
    }

    /**
     * A number of the rules, such as {@code notice-days}.
     *
     * @throws IllegalStateException if the table has none for the day, which the migrations rule out
     */
    public int number(String name, LocalDate on) {
        return of("number", on)
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(ProcurementRule::quantity)
                .orElseThrow(() -> new IllegalStateException("no rule gives %s on %s".formatted(name, on)));
    }

    /** The papers that a contract of this value must have, such as {@code tax-attestation}. */
    public Set<String> papers(LocalDate on, Money value) {
        return of("paper", on)
                .filter(rule -> rule.appliesTo(value))
                .map(ProcurementRule::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A number of the rules that holds for some values only, such as {@code papers-due-days}. */
    public OptionalInt number(String name, LocalDate on, Money value) {
        return of("number", on)
                .filter(rule -> rule.name().equals(name) && rule.appliesTo(value))
                .map(ProcurementRule::quantity)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private Stream<ProcurementRule> of(String kind, LocalDate on) {
        return rules.stream().filter(rule -> rule.kind().equals(kind) && rule.appliesOn(on));
    }

    private LocalDate earliest() {
        return rules.stream()
                .map(ProcurementRule::effectiveFrom)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }
}
