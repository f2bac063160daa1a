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

/** {@code fund bench backbone}: what design §10 asks of events, relay, effects, publication, start and memory. */
@Command(
        name = "backbone",
        description = "Event latency, relay drain, effects a second, publish to line open, start-up, memory.")
public final class BackboneCommand implements Callable<Integer> {

    private final Place place;

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "How often each figure is measured; the median is shown (default: 3).")
    int runs;

    public BackboneCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        var report = new Report(System.out);
        report.machine("./fund bench backbone --runs " + runs);
        var folder = place.dir().resolve("bench");
        Folders.remove(folder);
        try (var suite = Suite.in(folder, Map.of(Settings.JVM, "full", Settings.START_CACHES, "true"))
                .downAtExit()) {
            StartUp.measure(suite, report, "with an empty data folder and without start caches");
            try (var traffic = new Traffic(suite)) {
                Latency.measure(traffic, report, runs);
                Effects.measure(traffic, report, runs);
                RelayDrain.measure(traffic, report, runs);
            }
            Publication.measure(suite, report, runs);
            StartUp.memory(suite, report);
            StartUp.alone(suite, report, "without start cache");
            StartUp.learn(suite);
            StartUp.measure(suite, report, "with start caches");
            StartUp.alone(suite, report, "with start cache");
        }
        Folders.remove(folder);
        return 0;
    }
}
