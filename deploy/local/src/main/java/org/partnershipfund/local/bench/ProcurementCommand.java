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

/** {@code fund bench procurement}: what design §10 and issue 7 ask of procurement-service alone. */
@Command(
        name = "procurement",
        description = "Posts payments on many budget lines and on one, and exports 10,000 processes as open data.")
public final class ProcurementCommand implements Callable<Integer> {

    private final Place place;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "How often each figure is measured; the median is shown (default: 5).")
    int runs;

    public ProcurementCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var report = new Report(System.out);
        report.machine("./fund bench procurement --runs %d".formatted(runs));
        var folder = place.dir().resolve("bench");
        Folders.remove(folder);
        // The other services would only share the cores; what they say is written into their logs.
        var settings = Map.of(
                Settings.JVM,
                "full",
                Settings.WITHOUT,
                "allocation,portfolio,approval",
                Settings.START_CACHES,
                "false");
        try (var suite = Suite.in(folder, settings).downAtExit()) {
            suite.up();
            suite.awaitHealthy();
            try (var purchases = new BenchPurchases(suite)) {
                Postings.measure(purchases, report, runs);
                OpenDataExport.measure(purchases, report, runs);
            }
        }
        Folders.remove(folder);
        return 0;
    }
}
