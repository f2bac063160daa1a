package org.partnershipfund.portfolio.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.portfolio.catalogue.School;
import org.partnershipfund.portfolio.matching.Goal.Fit;
import org.partnershipfund.portfolio.program.Delivery;
import org.partnershipfund.portfolio.program.Grade;
import org.partnershipfund.portfolio.program.Point;
import org.partnershipfund.portfolio.program.Session;
import org.partnershipfund.portfolio.program.Site;

/**
 * The rules by which programs are matched to a school, each a method that says its points, why, and what is missing
 * (policy matching §3). A rule counts only where the school's needs call for it, so a score is always out of the same
 * number of points for all programs.
 */
public record Matching(School school, FiscalYear year, Needs needs, PointsTable table) {

    /** What the program gets. It serves at least one of the grades. */
    public Match match(Candidate candidate) {
        Delivery delivery = candidate.description().delivery();
        Quote.Sheet prices = candidate
                .sheet()
                .map(new Pricing(needs, delivery.schedule(), table.of(Item.WEEKS))::of)
                .orElse(Quote.Sheet.NONE);
        List<Scored> rules = new ArrayList<>();
        rules.add(goal(candidate));
        if (needs.goals().size() > 1) {
            rules.add(furtherGoals(candidate));
        }
        rules.add(grades(candidate));
        rules.add(places(candidate));
        if (!needs.times().isEmpty()) {
            rules.add(week(delivery.schedule()));
        }
        needs.budget().ifPresent(budget -> rules.add(budget(budget, prices)));
        if (!needs.languages().isEmpty()) {
            rules.add(languages(delivery.languages()));
        }
        rules.add(where(delivery.sites()));
        return new Match(candidate, year, rules, prices);
    }

    /** The points that a program could have. */
    public int most() {
        return table.of(Item.GOAL)
                + mostOfFurtherGoals()
                + table.of(Item.GRADES)
                + table.of(Item.PLACES)
                + (needs.times().isEmpty() ? 0 : table.of(Item.WEEK))
                + (needs.budget().isEmpty() ? 0 : table.of(Item.BUDGET))
                + (needs.languages().isEmpty() ? 0 : table.of(Item.LANGUAGES))
                + table.of(Item.WHERE);
    }

    private Scored goal(Candidate candidate) {
        int most = table.of(Item.GOAL);
        List<Goal> met = goals(candidate, Fit.MET);
        if (!met.isEmpty()) {
            return Scored.full(Rule.GOAL, most, "It does %s, which is a goal of the school.".formatted(met.getFirst()));
        }
        List<Goal> area = goals(candidate, Fit.AREA_ONLY);
        String all = names(needs.goals());
        return area.isEmpty()
                ? Scored.some(
                        Rule.GOAL,
                        0,
                        most,
                        "It is of service area %s, and no goal is."
                                .formatted(candidate.description().area().word()),
                        "It does not say that it does %s.".formatted(all))
                : Scored.some(
                        Rule.GOAL,
                        table.of(Item.GOAL_AREA),
                        most,
                        "It is of service area %s, as goal %s is."
                                .formatted(area.getFirst().area().word(), area.getFirst()),
                        "It does not say that it does %s.".formatted(names(area)));
    }

    private int mostOfFurtherGoals() {
        return furtherPoints(needs.goals().size());
    }

    private int furtherPoints(int goals) {
        return Math.min(table.of(Item.FURTHER_GOALS), table.of(Item.FURTHER_GOAL) * Math.max(0, goals - 1));
    }

    private Scored furtherGoals(Candidate candidate) {
        List<Goal> met = goals(candidate, Fit.MET);
        List<Goal> open =
                needs.goals().stream().filter(goal -> !met.contains(goal)).toList();
        return Scored.some(
                Rule.FURTHER_GOALS,
                furtherPoints(met.size()),
                mostOfFurtherGoals(),
                "It meets %d of %s."
                        .formatted(met.size(), Sentences.count(needs.goals().size(), "goal")),
                "It does not meet %s.".formatted(names(open)));
    }

    private List<Goal> goals(Candidate candidate, Fit fit) {
        return needs.goals().stream()
                .filter(goal -> goal.of(candidate.description()) == fit)
                .toList();
    }

    private static String names(List<Goal> goals) {
        return Sentences.list(goals.stream().map(Goal::toString).toList());
    }

    private Scored grades(Candidate candidate) {
        List<Grade> served = candidate.description().grades();
        return shareOf(
                Rule.GRADES,
                table.of(Item.GRADES),
                needs.grades(),
                served::contains,
                grade -> "grade " + grade.word(),
                "grade",
                "It serves %d of %s.",
                "It does not serve %s.");
    }

    private Scored places(Candidate candidate) {
        int left = candidate.placesLeft();
        int pupils = needs.pupils();
        return Scored.share(
                Rule.PLACES,
                table.of(Item.PLACES),
                Math.min(left, pupils),
                pupils,
                "It has %s left in %s.".formatted(Sentences.count(left, "place"), year),
                "It has places for %d of %s.".formatted(left, Sentences.count(pupils, "pupil")));
    }

    private Scored week(List<Session> usualWeek) {
        int most = table.of(Item.WEEK);
        if (usualWeek.isEmpty()) {
            return Scored.some(
                    Rule.WEEK,
                    0,
                    most,
                    "Its partner does not say when it takes place.",
                    "Ask the partner whether it can take place at the times of the school.");
        }
        return shareOf(
                Rule.WEEK,
                most,
                needs.times(),
                time -> usualWeek.stream().anyMatch(session -> liesWithin(session, time)),
                Matching::written,
                "time",
                "Its usual week has a session within %d of %s.",
                "It has no session within %s.");
    }

    private static boolean liesWithin(Session session, Session time) {
        return session.day() == time.day()
                && !session.from().isBefore(time.from())
                && !session.until().isAfter(time.until());
    }

    private static String written(Session time) {
        return "%s %s-%s".formatted(time.day().name().toLowerCase(Locale.ROOT), time.from(), time.until());
    }

    private Scored budget(Money budget, Quote.Sheet prices) {
        int most = table.of(Item.BUDGET);
        Optional<Quote> price = prices.counted().stream().findFirst();
        if (price.isEmpty()) {
            return Scored.some(
                    Rule.BUDGET,
                    0,
                    most,
                    "What it costs for the school cannot be reckoned.",
                    "Ask the partner for a price, to compare with the budget of %s.".formatted(budget));
        }
        Money costs = price.get().amount();
        String reason =
                "It costs %s%s of the budget of %s.".formatted(price.get().isUpTo() ? "at most " : "", costs, budget);
        return costs.exceeds(budget)
                ? Scored.some(
                        Rule.BUDGET, 0, most, reason, "It is over the budget by %s.".formatted(costs.minus(budget)))
                : Scored.full(Rule.BUDGET, most, reason);
    }

    private Scored languages(List<String> given) {
        int most = table.of(Item.LANGUAGES);
        if (given.isEmpty()) {
            return Scored.some(
                    Rule.LANGUAGES,
                    0,
                    most,
                    "Its partner does not say in which languages it is given.",
                    "Ask the partner whether it is given in %s.".formatted(Sentences.list(needs.languages())));
        }
        return shareOf(
                Rule.LANGUAGES,
                most,
                needs.languages(),
                given::contains,
                language -> language,
                "language",
                "It is given in %d of %s.",
                "It is not given in %s.");
    }

    private Scored where(List<Site> sites) {
        int most = table.of(Item.WHERE);
        if (sites.isEmpty()) {
            return Scored.full(Rule.WHERE, most, "It comes to the school.");
        }
        String neighborhood = school.neighborhood();
        Optional<Site> here = sites.stream()
                .filter(site -> site.neighborhood().equalsIgnoreCase(neighborhood))
                .findFirst();
        if (here.isPresent()) {
            return Scored.full(
                    Rule.WHERE,
                    most,
                    "It has a site in %s, the school's neighborhood: %s."
                            .formatted(neighborhood, here.get().name()));
        }
        String missing = "It has no site in %s.".formatted(neighborhood);
        return nearest(sites)
                .map(nearest -> Scored.some(
                        Rule.WHERE,
                        nearest.metres() <= table.of(Item.NEARBY_METRES) ? table.of(Item.WHERE_NEARBY) : 0,
                        most,
                        String.format(
                                Locale.ROOT,
                                "Its nearest site, %s in %s, is %,d m from the school.",
                                nearest.site().name(),
                                nearest.site().neighborhood(),
                                nearest.metres()),
                        missing))
                .orElseGet(() -> Scored.some(
                        Rule.WHERE, 0, most, "How far its sites are from the school is not known.", missing));
    }

    private record Nearest(Site site, long metres) {}

    private Optional<Nearest> nearest(List<Site> sites) {
        Optional<Point> here = school.point();
        return sites.stream()
                .filter(site -> here.isPresent() && site.point().isPresent())
                .map(site -> new Nearest(
                        site, Distance.metres(here.orElseThrow(), site.point().orElseThrow())))
                .min(Comparator.comparingLong(Nearest::metres));
    }

    /** The share of what the school asked for that the program has. */
    private static <T> Scored shareOf(
            Rule rule,
            int most,
            List<T> asked,
            Predicate<T> has,
            Function<T, String> word,
            String noun,
            String reason,
            String missing) {
        List<String> lacking = asked.stream().filter(has.negate()).map(word).toList();
        int had = asked.size() - lacking.size();
        return Scored.share(
                rule,
                most,
                had,
                asked.size(),
                reason.formatted(had, Sentences.count(asked.size(), noun)),
                missing.formatted(Sentences.list(lacking)));
    }
}
