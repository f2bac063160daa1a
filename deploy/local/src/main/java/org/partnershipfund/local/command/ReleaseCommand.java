package org.partnershipfund.local.command;

import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.StartFailedException;
import org.partnershipfund.local.supervise.SuiteControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fund release}: lets a service that was held run again. */
@Command(name = "release", description = "Starts a service again that hold stopped.")
public final class ReleaseCommand implements Callable<Integer> {

    private final Place place;

    @Parameters(paramLabel = "SERVICE")
    private String word = "";

    public ReleaseCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() {
        var service = Operator.service(word);
        var control = new SuiteControl(place, System.out::println);
        if (!control.isHeld(service.module())) {
            throw new StartFailedException(service.module() + " is not held: ./fund status");
        }
        control.release(service.module());
        System.out.println(service.module() + " starts; ./fund status shows when it serves.");
        return 0;
    }
}
