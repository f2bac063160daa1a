package org.partnershipfund.local.demo;

import java.util.concurrent.Callable;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.command.Addresses;
import org.partnershipfund.local.command.BringUp;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Settings;
import org.partnershipfund.local.token.Tokens;
import picocli.CommandLine.Command;

/** {@code fund demo}. */
@Command(
        name = "demo",
        description =
                "Starts everything, plays the fund's year with the FY2019 district, shows that every cent agrees.")
public final class DemoCommand implements Callable<Integer> {

    private final Place place;

    public DemoCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        var settings =
                place.settings().with(Settings.CLOCK_ADJUSTABLE, "true").with(Settings.WEBHOOKS_INSIDE_ALLOWED, "true");
        var stage = new Place(place.root(), place.dir(), place.ports(), settings);
        if (!new BringUp(stage).call()) {
            return 1;
        }
        boolean agrees;
        try (var anybody = new SuiteClient(stage, Tokens.at(stage))) {
            agrees = new FundYear(stage, anybody).play();
        } catch (DemoFailedException e) {
            System.err.println("fund: " + e.getMessage());
            return 1;
        }
        System.out.println();
        System.out.println(
                agrees
                        ? "Everything agrees, to the cent and to the event. The suite is left running:"
                        : "Something does NOT agree; see WRONG above. The suite is left running:");
        new Addresses(stage).print();
        System.out.printf("  %-20s %s%n", "stop, or start anew", "./fund down, ./fund reset");
        return agrees ? 0 : 1;
    }
}
