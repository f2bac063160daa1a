package org.partnershipfund.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.repair.RelayCare;
import org.partnershipfund.local.supervise.SuiteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fund events republish}: orders what the supervisor does for a lost slot, and waits for it. */
@Command(
        name = "republish",
        description = "Gives a relay a new slot and publishes the event log again; who heard an event does nothing.")
public final class RepublishCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Place place;

    @Parameters(paramLabel = "SERVICE")
    private String word = "";

    @Option(names = "--from", paramLabel = "POSITION", description = "The first one, ${DEFAULT-VALUE} without it.")
    private long from = 1;

    public RepublishCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var service = Operator.service(word);
        if (!new SuiteControl(place, System.out::println).isUp()) {
            throw new StartFailedException("the suite is not up: ./fund up");
        }
        var order = RelayCare.repair(place, System.out::println).order(service, from);
        System.out.println("Ordered; the supervisor holds the relay, makes its slot anew and publishes the log.");
        var until = System.nanoTime() + LONGEST.toNanos();
        while (Files.exists(order)) {
            if (System.nanoTime() > until) {
                throw new StartFailedException("not finished after %d s; the supervisor goes on trying, see %s"
                        .formatted(LONGEST.toSeconds(), place.run().resolve("progress.log")));
            }
            Thread.sleep(LOOK_AGAIN);
        }
        System.out.println("The log of " + service.module() + " is published again and its relay runs.");
        return 0;
    }
}
