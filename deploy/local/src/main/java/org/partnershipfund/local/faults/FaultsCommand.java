package org.partnershipfund.local.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.bench.Folders;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.supervise.SuiteControl;
import org.partnershipfund.local.supervise.SuiteState;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fund faults}: what survives when processes, connections and messages do not. */
@Command(
        name = "faults",
        description =
                "Breaks a suite of its own under load, in a folder of its own: processes killed and frozen, connections to the databases and to Kafka cut, messages doubled, delayed, malformed and out of order. Then looks whether every command had its effect once.",
        footer = {
            "",
            "The same seed repeats the same faults. Ends with 0 if nothing was lost and all healed within 60 s, 1 if not."
        })
public final class FaultsCommand implements Callable<Integer> {

    private static final int LARGEST_SEED = 1_000_000;
    private static final int LONGEST_MINUTES = 24 * 60;

    private final Place place;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--minutes", defaultValue = "5", description = "About how long, start not counted (default: 5).")
    int minutes;

    @Option(names = "--seed", description = "Which faults happen when (default: drawn, and printed).")
    @Nullable Long seed;

    public FaultsCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--minutes is %d; it must be from 1 to %d.".formatted(minutes, LONGEST_MINUTES));
        }
        var folder = place.dir().resolve("faults");
        var own = new SuiteControl(
                Place.of(Suite.checkout(), Map.of("FUND_DIR", folder.toString())), System.out::println);
        refuseBesideAnother(own, folder);
        long drawn = seed == null ? new SecureRandom().nextInt(LARGEST_SEED) : seed;
        String again = "./fund faults --minutes %d --seed %d".formatted(minutes, drawn);
        System.out.println(again);
        // Where a supervisor was killed its children live on, and would write into the folder while it goes.
        own.clear();
        Folders.remove(folder);
        FaultsRun.Result result;
        try (var suite = Suite.byWire(folder, Map.of()).downAtExit()) {
            suite.up();
            try (var anybody = suite.client()) {
                var run = new FaultsRun(
                        suite, anybody, District.moveIn(anybody), System.out, FaultsRun.HEALING, Set.of());
                result = run.play(FaultPlan.lasting(drawn, minutes));
            }
        }
        if (result.wrong().isEmpty()) {
            Folders.remove(folder);
            return 0;
        }
        System.out.printf("%nAgain: %s%nLogs and data of this run: %s%n", again, folder);
        return 1;
    }

    // Two suites on one machine would take from each other what healing in time needs, and this one is not to be read
    // as a fault of that one.
    private void refuseBesideAnother(SuiteControl own, Path folder) {
        if (isSupervised(new SuiteControl(place, _ -> {}))) {
            throw new StartFailedException("a suite is up in %s; ./fund down first".formatted(place.dir()));
        }
        if (isSupervised(own)) {
            throw new StartFailedException(
                    "another ./fund faults is running in %s; if it was killed, FUND_DIR=%s ./fund down ends its suite"
                            .formatted(folder, folder));
        }
    }

    // One that is just starting or stopping is there as well.
    private static boolean isSupervised(SuiteControl control) {
        return control.state().filter(SuiteState::isSupervised).isPresent();
    }
}
