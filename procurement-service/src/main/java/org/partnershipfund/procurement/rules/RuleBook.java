package org.partnershipfund.procurement.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.procurement.rules.Evaluation.Requirement;
import org.partnershipfund.procurement.rules.RuleRefusal.NoSuchGround;
import org.partnershipfund.procurement.rules.RuleRefusal.RulesNotKnown;
import org.partnershipfund.procurement.rules.RuleRefusal.ValueNotPositive;

/**
 * Every dated rule together; answers what holds on a day for a value.
 *
 * <p>Source: docs/policy/procurement.md §1 and §2.
 */
public record RuleBook(List<ProcurementRule> rules) {

    /** How the reading that says of which class the district is begins. */
    private static final String CLASS = "class-";

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /**
     * What a purchase of this value demands under the rules of this day.
     *
     * @param value of all schools and all years with their options
     */
    public Decision<Evaluation> evaluate(LocalDate on, Money value) {
        return evaluate(on, value, home(on));
    }

    /** The same for bodies of that class. */
    private Decision<Evaluation> evaluate(LocalDate on, Money value, String jurisdiction) {
        if (!value.isPositive()) {
            return Decision.refuse(new ValueNotPositive(value));
        }
        var method = of("method", on, jurisdiction)
                .filter(rule -> rule.appliesTo(value))
                .findFirst();
        if (method.isEmpty()) {
            return Decision.refuse(new RulesNotKnown(on, earliest()));
        }
        return Decision.accept(new Evaluation(
                on,
                value,
                Method.ofWord(method.get().name()),
                method.get().id(),
                of("requirement", on, jurisdiction)
                        .filter(rule -> rule.appliesTo(value))
                        .map(rule -> new Requirement(rule.name(), rule.stage(), rule.text(), rule.source()))
                        .toList(),
                of("notice-place", on, jurisdiction)
                        .filter(rule -> rule.appliesTo(value))
                        .map(ProcurementRule::name)
                        .collect(Collectors.toUnmodifiableSet())));
    }

    /** The methods and requirements of a day that begin above the one value and at or below the other, the lowest first. */
    public List<ProcurementRule> between(LocalDate on, Money below, Money reached) {
        return Stream.concat(of("method", on), of("requirement", on))
                .filter(rule -> rule.from().exceeds(below) && !rule.from().exceeds(reached))
                .sorted(Comparator.comparing(ProcurementRule::from).thenComparing(ProcurementRule::id))
                .toList();
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

    /**
     * Everything that the rules say to a question, and nothing is created by it.
     *
     * <p>Source: docs/policy/procurement.md §1 and §2.
     */
    public Decision<Answer> answer(Question asked) {
        LocalDate on = asked.on();
        Money value = asked.value();
        String jurisdiction = asked.jurisdiction() == null ? home(on) : asked.jurisdiction();
        return switch (evaluate(on, value, jurisdiction)) {
            case Refused<Evaluation>(var why) -> Decision.refuse(why);
            case Accepted<Evaluation>(var evaluation, var _) -> {
                List<ProcurementRule> grounds = grounds(asked, jurisdiction);
                String ground = asked.ground();
                if (ground != null && grounds.isEmpty()) {
                    yield Decision.refuse(new NoSuchGround(
                            ground,
                            on,
                            grounds(new Question(on, value, jurisdiction, asked.route(), null), jurisdiction).stream()
                                    .map(ProcurementRule::name)
                                    .sorted()
                                    .toList()));
                }
                boolean competed = asked.isCompeted();
                boolean sealed = evaluation.method() == Method.SEALED_BIDS_OR_PROPOSALS;
                List<ProcurementRule> caps = recorded(on, jurisdiction)
                        .filter(rule -> rule.kind().equals("cap") && rule.name().equals(asked.route()))
                        .toList();
                yield Decision.accept(new Answer(
                        jurisdiction,
                        evaluation.method(),
                        rule(evaluation.rule()),
                        of("requirement", on, jurisdiction)
                                .filter(rule -> rule.appliesTo(value)
                                        && (competed || !rule.stage().equals("solicitation")))
                                .toList(),
                        competed && sealed
                                ? of("notice-place", on, jurisdiction)
                                        .filter(rule -> rule.appliesTo(value))
                                        .toList()
                                : List.of(),
                        competed && sealed ? numbers("notice-days", on, value, jurisdiction) : Optional.empty(),
                        competed && !sealed ? numbers("minimum-quotes", on, value, jurisdiction) : Optional.empty(),
                        numbers("lead-days-least", on, value, jurisdiction),
                        numbers("lead-days-most", on, value, jurisdiction),
                        numbers("term-years", on, value, jurisdiction),
                        caps,
                        caps.isEmpty() || caps.stream().anyMatch(rule -> rule.adopted() && rule.appliesTo(value)),
                        grounds,
                        of("condition", on, jurisdiction)
                                .filter(rule -> grounds.stream()
                                        .anyMatch(found -> found.name().equals(rule.name())))
                                .toList(),
                        recorded(on, jurisdiction)
                                .filter(rule -> rule.kind().equals("reading"))
                                .toList()));
            }
        };
    }

    /** The grounds that a route may rest on; only the one that is asked for, if one is. */
    private List<ProcurementRule> grounds(Question asked, String jurisdiction) {
        return of("ground", asked.on(), jurisdiction)
                .filter(rule -> switch (asked.route()) {
                    case "sole-source" -> rule.name().equals("sole-source");
                    case "exemption" -> !rule.name().equals("sole-source");
                    default -> false;
                })
                .filter(rule -> asked.ground() == null || rule.name().equals(asked.ground()))
                .toList();
    }

    /** The rules that are recorded for a day and a class of bodies, adopted or not; of any kind. */
    public Stream<ProcurementRule> recorded(LocalDate on, String jurisdiction) {
        return rules.stream().filter(rule -> rule.isOf(on) && rule.holdsFor(jurisdiction));
    }

    /** The class of bodies whose rules the district follows on a day; empty if nothing is recorded for that day. */
    public String home(LocalDate on) {
        return rules.stream()
                .filter(rule -> rule.kind().equals("reading")
                        && rule.appliesOn(on)
                        && rule.name().startsWith(CLASS))
                .map(rule -> rule.name().substring(CLASS.length()))
                .findFirst()
                .orElse("");
    }

    /** The ground of that name on a day, if the rules know it then. */
    public Optional<ProcurementRule> ground(String name, LocalDate on) {
        return of("ground", on).filter(rule -> rule.name().equals(name)).findFirst();
    }

    /** What must be true for the ground of that name on a day. */
    public List<ProcurementRule> conditions(String ground, LocalDate on) {
        return of("condition", on).filter(rule -> rule.name().equals(ground)).toList();
    }

    /** The roles that may do what a requirement of that name asks for, on a day and at a value. */
    public Set<String> who(String requirement, LocalDate on, Money value) {
        return of("requirement", on)
                .filter(rule -> rule.name().equals(requirement) && rule.appliesTo(value))
                .flatMap(rule -> rule.who().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private ProcurementRule rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
    }

    private Optional<ProcurementRule> numbers(String name, LocalDate on, Money value, String jurisdiction) {
        return of("number", on, jurisdiction)
                .filter(rule -> rule.name().equals(name) && rule.appliesTo(value))
                .findFirst();
    }

    /** A number of the rules, if any gives it on that day. */
    public Optional<Integer> find(String name, LocalDate on) {
        return of("number", on)
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(ProcurementRule::quantity);
    }

    private Stream<ProcurementRule> of(String kind, LocalDate on) {
        return of(kind, on, home(on));
    }

    private Stream<ProcurementRule> of(String kind, LocalDate on, String jurisdiction) {
        return recorded(on, jurisdiction)
                .filter(rule -> rule.adopted() && rule.kind().equals(kind));
    }

    private LocalDate earliest() {
        return rules.stream()
                .map(ProcurementRule::effectiveFrom)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }
}
