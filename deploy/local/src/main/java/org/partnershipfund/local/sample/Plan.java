package org.partnershipfund.local.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.partnershipfund.kernel.Money;

/**
 * What the 60 schools choose. Each spends its allocation, all or nearly all of it, so that processes of every tier
 * arise: two programs below the first threshold, one between the two, the others above.
 */
final class Plan {

    /** Schools whose whole allocation buys one program that nobody else buys. */
    private static final Map<String, String> ALONE = Map.of(
            "00350036", "riverway",
            "00350518", "beacon",
            "00350750", "openhand");

    private static final Set<String> AFTER_SCHOOL =
            Set.of("harbor", "lantern", "tidewater", "slatehill", "foxglove", "cranberry", "northstar");
    private static final Set<String> HEALTH = Set.of("stillwater", "willow", "compass", "juniper", "ridgeline");
    /** Few enough that every one of them is chosen often: a small purchase beside a large one would split it (c.30B). */
    private static final Set<String> COLLEGE = Set.of("keel", "gateway", "tramline");

    private static final Money LARGE = Money.ofDollars("90000.00");
    private static final long HUNDRED_DOLLARS = 100_00;

    private final List<Program> programs;
    private final Random random;
    private int schools;

    private Plan(List<Program> programs, Random random) {
        this.programs = programs;
        this.random = random;
    }

    static List<Choice> of(List<School> funded, List<Program> programs, Random random) {
        var plan = new Plan(programs, random);
        return funded.stream().flatMap(school -> plan.choices(school).stream()).toList();
    }

    private List<Choice> choices(School school) {
        schools++;
        String only = ALONE.get(school.code());
        if (only != null) {
            return List.of(agreed(school, program(only), school.allocation()));
        }
        List<Choice> choices = new ArrayList<>();
        boolean large = school.allocation().exceeds(LARGE);
        if (school.isHighSchool()) {
            choices.add(priced(school, among(COLLEGE, school), 25 + random.nextInt(11)));
        }
        if (!school.isHighSchool() || large) {
            choices.add(priced(school, among(HEALTH, school), 18 + random.nextInt(11)));
        }
        if (!school.isHighSchool() && large) {
            choices.add(priced(school, another(choices.getFirst(), school), 18 + random.nextInt(8)));
        }
        Money spent = choices.stream().map(Choice::amount).reduce(Money.ZERO, Money::plus);
        choices.add(agreed(
                school, among(AFTER_SCHOOL, school), rest(school.allocation().minus(spent))));
        return choices;
    }

    /** What is left for the agreed amount; every tenth school leaves the odd dollars of it available. */
    private Money rest(Money left) {
        return schools % 10 == 0 ? new Money(left.cents() - left.cents() % HUNDRED_DOLLARS) : left;
    }

    private Choice priced(School school, Program program, int percent) {
        long target = school.allocation().cents() * percent / 100;
        int quantity = Math.toIntExact(Math.max(1, target / program.price().cents()));
        int pupils = program.unit().equals("per-pupil") ? quantity : Math.max(5, school.pupils() / 6);
        return new Choice(
                school.code(),
                program.partner(),
                program.priceCode(),
                quantity,
                Optional.empty(),
                pupils,
                new Money(Math.multiplyExact(program.price().cents(), quantity)));
    }

    private static Choice agreed(School school, Program program, Money amount) {
        return new Choice(
                school.code(),
                program.partner(),
                program.priceCode(),
                1,
                Optional.of(amount),
                Math.max(5, school.pupils() / 4),
                amount);
    }

    private Program another(Choice first, School school) {
        List<Program> others = programs.stream()
                .filter(program -> HEALTH.contains(program.partner()) && school.teaches(program.grades()))
                .filter(program -> !program.partner().equals(first.partner()))
                .toList();
        return others.get(random.nextInt(others.size()));
    }

    private Program among(Set<String> keys, School school) {
        List<Program> fitting = programs.stream()
                .filter(program -> keys.contains(program.partner()) && school.teaches(program.grades()))
                .toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    private Program program(String key) {
        return programs.stream()
                .filter(program -> program.partner().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
