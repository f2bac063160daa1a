package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.sample.Choice;
import org.partnershipfund.local.sample.Council;
import org.partnershipfund.local.sample.Program;
import org.partnershipfund.local.sample.Sample;

/** What came into being so far, by the names that the sample district gives things. */
final class Year {

    private final Map<String, Program> programs;
    private final Map<String, Council> councils;
    private final Map<String, String> superintendents = new ConcurrentHashMap<>();
    private final Map<String, List<Choice>> choices;
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<String, Money> amounts = new ConcurrentHashMap<>();

    Year(Sample sample) {
        this.programs = sample.programs().stream().collect(Collectors.toMap(Program::partner, Function.identity()));
        this.councils = sample.councils().stream().collect(Collectors.toMap(Council::schoolCode, Function.identity()));
        this.choices = new ConcurrentHashMap<>(sample.selections());
        sample.networks()
                .forEach((supervisor, schools) -> schools.forEach(school -> superintendents.put(school, supervisor)));
    }

    /** Remembers what a door named. */
    String keep(Kind kind, String name, String id) {
        var _ = ids.put(kind + " " + name, id);
        return id;
    }

    /** What a door named before. */
    String id(Kind kind, String name) {
        return idIfAny(kind, name)
                .orElseThrow(() -> new IllegalStateException("no %s of %s yet".formatted(kind, name)));
    }

    Optional<String> idIfAny(Kind kind, String name) {
        return Optional.ofNullable(ids.get(kind + " " + name));
    }

    /** What kinds of things the year brings forth. */
    enum Kind {
        FUND,
        PARTNER,
        PROGRAM,
        SEAT,
        SELECTION,
        FRAMEWORK_AWARD,
        DETERMINATION,
        PROCESS,
        CONTRACT,
        INVOICE
    }

    /** The one fund of the demo. */
    String fund() {
        return id(Kind.FUND, "FY2019");
    }

    /** Remembers what a school may spend, as published. */
    void allocated(JsonNode allocation) {
        var _ = amounts.put(allocation.path("schoolCode").asText(), Dollars.of(allocation.path("amount")));
    }

    /** What a school may spend, as published. */
    Money allocation(String school) {
        return found(amounts.get(school), school);
    }

    Program program(String partner) {
        return found(programs.get(partner), partner);
    }

    Council council(String school) {
        return found(councils.get(school), school);
    }

    /** Who answers for a school, as user name. */
    String superintendent(String school) {
        return found(superintendents.get(school), school);
    }

    /** The schools of the fund. */
    List<String> schools() {
        return choices.keySet().stream().sorted().toList();
    }

    /** What a school chooses, as it stands after every revision so far. */
    List<Choice> choices(String school) {
        return found(choices.get(school), school);
    }

    /** The school chooses otherwise. */
    void choose(String school, List<Choice> others) {
        var _ = choices.put(school, others);
    }

    /** What all choices of one program amount to, by its partner. */
    Map<String, Money> totals() {
        return choices.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        Choice::partner, Collectors.reducing(Money.ZERO, Choice::amount, Money::plus)));
    }

    private static <T> T found(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalStateException("the sample district has nothing for " + name);
        }
        return value;
    }
}
