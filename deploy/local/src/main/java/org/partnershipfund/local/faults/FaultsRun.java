package org.partnershipfund.local.faults;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.faults.Deeds.Outcome;
import org.partnershipfund.local.faults.Fault.Kind;

/**
 * Plays a plan on a suite: round by round people work while faults happen; then they rest, everything heals, and an
 * auditor looks. Ends with the first round after which something is wrong.
 */
final class FaultsRun {

    /** How long everything may take to be as it was, counted from the end of the last fault. */
    static final Duration HEALING = Duration.ofSeconds(60);

    /** How much longer it is watched then, to tell what comes late from what never comes. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    private static final int SENTENCES = 20;

    private final Suite suite;
    private final SuiteClient anybody;
    private final District district;
    private final PrintStream out;
    private final Duration healing;
    private final Set<String> madeUpByOthers;

    /**
     * What came of it.
     *
     * @param wrong a sentence for everything that is not as it must be
     * @param faults how many happened
     * @param commands how many were given
     * @param hungUp how many calls were cut off by their callers
     * @param lostAnswers how many connections to Kafka were cut in place of an answer
     * @param madeUp ids of events on the topics that no service said
     */
    record Result(List<String> wrong, int faults, int commands, int hungUp, long lostAnswers, Set<String> madeUp) {}

    private record Slowest(Duration took, String round) {}

    FaultsRun(
            Suite suite,
            SuiteClient anybody,
            District district,
            PrintStream out,
            Duration healing,
            Set<String> madeUpByOthers) {
        this.suite = suite;
        this.anybody = anybody;
        this.district = district;
        this.out = out;
        this.healing = healing;
        this.madeUpByOthers = madeUpByOthers;
    }

    /** Plays it all, and prints what it tried and found. */
    Result play(FaultPlan plan) throws InterruptedException {
        out.println(plan);
        out.println();
        var deeds = new Deeds();
        List<String> wrong = List.of();
        var slowest = new Slowest(Duration.ZERO, "none");
        int played = 0;
        try (var load = new Load(suite, anybody, district, deeds, plan.seed())) {
            var injector = new Injector(suite, deeds, load.schools());
            try (var afterwards = new Afterwards(suite, anybody, deeds, injector)) {
                afterwards.overlook(madeUpByOthers);
                for (FaultPlan.Round round : plan.rounds()) {
                    load.goOn();
                    injector.play(round);
                    long over = System.nanoTime();
                    load.rest();
                    Optional<String> missing = settle(afterwards, over);
                    var took = Duration.ofNanos(System.nanoTime() - over);
                    if (took.compareTo(slowest.took()) > 0) {
                        slowest = new Slowest(took, inOneLine(round));
                    }
                    wrong = judge(afterwards, missing, took);
                    played++;
                    out.printf(
                            Locale.ROOT,
                            "round %3d of %d: healed after %5.1f s, %s%n",
                            round.number(),
                            plan.rounds().size(),
                            took.toMillis() / 1000.0,
                            wrong.isEmpty() ? "nothing lost" : "NOT AS IT MUST BE");
                    if (!wrong.isEmpty()) {
                        break;
                    }
                }
                print(plan, played, deeds, load.hungUp(), injector, afterwards, slowest, wrong);
            }
            int faults = 0;
            for (Kind kind : Kind.values()) {
                faults += injector.done(kind);
            }
            return new Result(
                    wrong, faults, deeds.all().size(), load.hungUp(), injector.lostAnswers(), injector.madeUp());
        }
    }

    /** Returns when all is quiet, or what was missing to the last. */
    private Optional<String> settle(Afterwards afterwards, long over) throws InterruptedException {
        Optional<String> missing = afterwards.unsettled();
        while (missing.isPresent()
                && System.nanoTime() - over < healing.plus(LATE).toNanos()) {
            Thread.sleep(LOOK_AGAIN);
            missing = afterwards.unsettled();
        }
        return missing;
    }

    private List<String> judge(Afterwards afterwards, Optional<String> missing, Duration took) {
        List<String> wrong = new ArrayList<>();
        if (missing.isPresent()) {
            wrong.add("after %d s it is still not so that: %s".formatted(took.toSeconds(), missing.get()));
        } else if (took.compareTo(healing) > 0) {
            wrong.add("it took %d s to heal; %d s are allowed".formatted(took.toSeconds(), healing.toSeconds()));
        }
        wrong.addAll(afterwards.wrong());
        return wrong;
    }

    private static String inOneLine(FaultPlan.Round round) {
        return "round %d: %s"
                .formatted(
                        round.number(),
                        String.join(
                                ", ",
                                round.faults().stream()
                                        .map(fault -> fault.what().toString())
                                        .toList()));
    }

    private void print(
            FaultPlan plan,
            int played,
            Deeds deeds,
            int hungUp,
            Injector injector,
            Afterwards afterwards,
            Slowest slowest,
            List<String> wrong) {
        out.println();
        out.printf("%-14s %8s %10s%n", "faults", "planned", "happened");
        for (Kind kind : Kind.values()) {
            long planned = plan.rounds().stream()
                    .flatMap(round -> round.faults().stream())
                    .filter(fault -> fault.what().kind() == kind)
                    .count();
            out.printf("%-14s %8d %10d%n", kind.participle(), planned, injector.done(kind));
        }
        Map<Outcome, Integer> counts = deeds.counts();
        out.println();
        out.printf("%-14s %d of %d%n", "rounds", played, plan.rounds().size());
        out.printf(
                "%-14s %d accepted, %d refused, %d without an answer, %s of which had their effect%n",
                "commands",
                counts.getOrDefault(Outcome.ACCEPTED, 0),
                counts.getOrDefault(Outcome.REFUSED, 0),
                counts.getOrDefault(Outcome.UNKNOWN, 0),
                counted(afterwards::silentlyDone));
        out.printf("%-14s %d calls cut off by the callers themselves%n", "hung up", hungUp);
        out.printf(
                "%-14s %,d connections to Kafka cut, %,d of them in place of an answer%n",
                "severed", injector.severed(), injector.lostAnswers());
        out.printf(
                "%-14s %s said; %,d records sent a second time%n",
                "events", counted(afterwards::said), injector.doubled());
        out.printf(
                Locale.ROOT,
                "%-14s after %.1f s at most, in %s%n",
                "healed",
                slowest.took().toMillis() / 1000.0,
                slowest.round());
        out.printf("%-14s %s%n", "lost", wrong.isEmpty() ? "nothing" : "see below");
        if (!wrong.isEmpty()) {
            out.println();
            wrong.stream().limit(SENTENCES).forEach(out::println);
            if (wrong.size() > SENTENCES) {
                out.printf("and %d more%n", wrong.size() - SENTENCES);
            }
        }
    }

    /** A figure out of a database. */
    @FunctionalInterface
    private interface Figure {
        long count() throws SQLException;
    }

    // Where a database never came back, the sentences below the table matter more than a figure in it.
    private static String counted(Figure figure) {
        try {
            return "%,d".formatted(figure.count());
        } catch (SQLException e) {
            return "(not to be counted)";
        }
    }
}
