package org.partnershipfund.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.SettingException;
import org.partnershipfund.local.place.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fund up}. */
@Command(name = "up", description = "Starts everything and returns when it serves.")
public final class UpCommand implements Callable<Integer> {

    private final Place place;

    @Option(
            names = "--without",
            paramLabel = "SERVICE",
            description = "Leaves this service out, to run it in dev mode; may be repeated.")
    private List<String> without = new ArrayList<>();

    @Option(
            names = "--clock-adjustable",
            description = "Opens the operator's door that sets the district clock; never in production.")
    private boolean clockAdjustable;

    @Option(
            names = "--identity",
            paramLabel = "KIND",
            description =
                    "keycloak, or local for tokens that are signed here. Without it FUND_IDENTITY says, or keycloak.")
    private String identity = "";

    public UpCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new BringUp(withOptions()).call() ? 0 : 1;
    }

    private Place withOptions() {
        var settings = place.settings();
        if (!without.isEmpty()) {
            for (var word : without) {
                if (Service.named(word).isEmpty()) {
                    throw new SettingException(
                            "there is no service \"" + word + "\": allocation, portfolio, approval, procurement");
                }
            }
            settings = settings.with(Settings.WITHOUT, String.join(",", without));
        }
        if (clockAdjustable) {
            settings = settings.with(Settings.CLOCK_ADJUSTABLE, "true");
        }
        if (!identity.isEmpty()) {
            settings = settings.with(Settings.IDENTITY, identity);
        }
        var _ = settings.identity();
        return new Place(place.root(), place.dir(), place.ports(), settings);
    }
}
