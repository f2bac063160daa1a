package org.partnershipfund.local.command;

import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.supervise.SuiteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fund hold}: stops one service while the others go on. */
@Command(
        name = "hold",
        description =
                "Stops one service and keeps it stopped while its database is restored; release, or the next up, starts it again.")
public final class HoldCommand implements Callable<Integer> {

    private final Place place;

    @Parameters(paramLabel = "SERVICE")
    private String word = "";

    public HoldCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        var service = Operator.service(word);
        new SuiteControl(place, System.out::println).hold(service.module());
        System.out.println(service.module() + " is stopped; ./fund release " + service.word() + " starts it again.");
        return 0;
    }
}
