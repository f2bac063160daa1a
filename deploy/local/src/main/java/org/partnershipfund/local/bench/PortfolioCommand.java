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

/** {@code fund bench portfolio}: what design §10 and issue 5 ask of portfolio-service alone. */
@Command(
        name = "portfolio",
        description = "Imports a catalogue of 10,000 programs and 100,000 partnerships, and searches it.")
public final class PortfolioCommand implements Callable<Integer> {

    private final Place place;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "How often each figure is measured; the median is shown (default: 5).")
    int runs;

    public PortfolioCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var report = new Report(System.out);
        report.machine("./fund bench portfolio --runs %d".formatted(runs));
        var folder = place.dir().resolve("bench");
        Folders.remove(folder);
        // The other services would only share the cores.
        var settings = Map.of(
                Settings.JVM,
                "full",
                Settings.WITHOUT,
                "allocation,approval,procurement",
                Settings.START_CACHES,
                "false");
        try (var suite = Suite.in(folder, settings).downAtExit()) {
            suite.up();
            suite.awaitHealthy();
            var catalogue = GeneratedCatalogue.of(suite.place().deploy("sample"));
            CatalogueImports.measure(suite, report, runs, catalogue);
            CatalogueSearches.measure(suite, report, runs, catalogue);
        }
        Folders.remove(folder);
        return 0;
    }
}
