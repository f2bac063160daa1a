package org.partnershipfund.local.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fund bench allocation}: what design §10 asks of allocation-service alone. */
@Command(
        name = "allocation",
        description =
                "From a file of pupils to the scores of their schools, and from rules to what each school receives.")
public final class AllocationCommand implements Callable<Integer> {

    private final Place place;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "How often each figure is measured; the median is shown (default: 5).")
    int runs;

    @Option(
            names = "--pupils",
            defaultValue = "0",
            description =
                    "Also measure once with at least so many generated pupils, such as 5000000, beside a bare COPY of the same file.")
    int pupils;

    public AllocationCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var report = new Report(System.out);
        report.machine("./fund bench allocation --runs %d --pupils %d".formatted(runs, pupils));
        var folder = place.dir().resolve("bench");
        Folders.remove(folder);
        // The other services would only share the cores.
        var settings = Map.of(
                Settings.JVM,
                "full",
                Settings.WITHOUT,
                "portfolio,approval,procurement",
                Settings.START_CACHES,
                "false");
        try (var suite = Suite.in(folder, settings).downAtExit()) {
            suite.up();
            suite.awaitHealthy();
            ScenarioRuns.measure(suite, report, runs);
            PupilsToScores.measure(suite, report, runs, pupils);
        }
        Folders.remove(folder);
        return 0;
    }
}
