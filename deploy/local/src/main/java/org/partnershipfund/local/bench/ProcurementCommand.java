package org.partnershipfund.local.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fund bench procurement}: what design §10 and issue 7 ask of procurement-service alone. */
@Command(
        name = "procurement",
        description = "Posts payments on many budget lines and on one, and exports 10,000 processes as open data.")
public final class ProcurementCommand implements Callable<Integer> {

    private final Place place;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "How often each figure is measured; the median is shown (default: 5).")
    int runs;

    @Option(
            names = "--schools-per-contract",
            defaultValue = "5",
            description =
                    "How many of the hundred schools share a contract (default: 5); 100 is the largest there can be.")
    int schoolsPerContract;

    public ProcurementCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (schoolsPerContract < 1 || BenchPurchases.SCHOOLS % schoolsPerContract != 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--schools-per-contract %d: say a number that divides %d, so that all contracts are alike."
                            .formatted(schoolsPerContract, BenchPurchases.SCHOOLS));
        }
        var report = new Report(System.out);
        report.machine(
                "./fund bench procurement --runs %d --schools-per-contract %d".formatted(runs, schoolsPerContract));
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
            try (var purchases = new BenchPurchases(suite, schoolsPerContract, Postings.PRACTICE_LINES + runs)) {
                Postings.measure(purchases, report, runs);
                OpenDataExport.measure(purchases, report, runs);
            }
        }
        Folders.remove(folder);
        return 0;
    }
}
