package org.partnershipfund.local.command;

import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.supervise.SuiteControl;
import picocli.CommandLine.Command;

/** {@code fund down}. */
@Command(name = "down", description = "Stops everything; the data stays.")
public final class DownCommand implements Callable<Integer> {

    private final Place place;

    public DownCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        var stopped = new SuiteControl(place, System.out::println).down();
        System.out.println(
                stopped ? "Everything is stopped; the data stays in " + place.data() + "." : "Nothing was running.");
        return 0;
    }
}
