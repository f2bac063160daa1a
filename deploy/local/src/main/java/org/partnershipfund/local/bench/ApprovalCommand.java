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

/** {@code fund bench approval}: what design §10 and issue 6 ask of approval-service alone. */
@Command(
        name = "approval",
        description = "Submits selections of many schools and of one, and asks whose turn it is among 10,000.")
public final class ApprovalCommand implements Callable<Integer> {

    private final Place place;

    @Option(
            names = "--runs",
            defaultValue = "5",
            description = "How often each figure is measured; the median is shown (default: 5).")
    int runs;

    public ApprovalCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var report = new Report(System.out);
        report.machine("./fund bench approval --runs %d".formatted(runs));
        var folder = place.dir().resolve("bench");
        Folders.remove(folder);
        // The other services would only share the cores; what they say is written into their logs.
        var settings = Map.of(
                Settings.JVM,
                "full",
                Settings.WITHOUT,
                "allocation,portfolio,procurement",
                Settings.START_CACHES,
                "false");
        try (var suite = Suite.in(folder, settings).downAtExit()) {
            suite.up();
            suite.awaitHealthy();
            try (var district = new BenchDistrict(suite, runs)) {
                WhoseTurn.superintendentsFirst(district);
                Submissions.measure(district, report, runs);
                WhoseTurn.measure(district, report, runs);
            }
        }
        Folders.remove(folder);
        return 0;
    }
}
