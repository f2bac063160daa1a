package org.partnershipfund.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.keycloak.KeycloakServer;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.place.Started;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.service.ReplicationSlots;
import org.partnershipfund.local.service.ServiceProcess;
import org.partnershipfund.local.supervise.Held;
import org.partnershipfund.local.supervise.SuiteState;
import org.partnershipfund.local.token.SigningKey;
import picocli.CommandLine.Command;

/** {@code fund status}. */
@Command(
        name = "status",
        description =
                "Says what runs and how it is; exit code 0 when everything serves, 3 when nothing runs, 1 otherwise.")
public final class StatusCommand implements Callable<Integer> {

    private static final int NOTHING_RUNS = 3;

    private final Place place;

    public StatusCommand(Place place) {
        this.place = Started.of(place);
    }

    @Override
    public Integer call() throws InterruptedException {
        var state = SuiteState.read(place.run());
        if (state.isEmpty()
                || (!state.get().isSupervised() && state.get().alive().isEmpty())) {
            System.out.println("The suite is down.");
            state.map(SuiteState::failure)
                    .filter(why -> !why.isEmpty())
                    .ifPresent(why -> System.out.println("The last start failed: " + why));
            return NOTHING_RUNS;
        }
        return print(state.get()) ? 0 : 1;
    }

    private boolean print(SuiteState state) throws InterruptedException {
        var well = state.phase() == SuiteState.Phase.UP && state.isSupervised();
        if (state.isSupervised()) {
            System.out.println("The suite is " + state.phase().name().toLowerCase(Locale.ROOT) + ".");
        } else {
            System.out.println(
                    "The supervisor is gone and left processes behind; ./fund up or ./fund down clears them.");
        }
        var secrets = new Secrets(place.secrets());
        var logins = new Logins(place, secrets);
        var processes = new ServiceProcess(place, logins, new SigningKey(secrets));
        System.out.printf("  %-20s %9s %9s %9s  %s%n", "", "process", "resident", "restarts", "");
        for (var child : state.children().entrySet()) {
            var stamp = child.getValue().stamp();
            var alive = stamp.isAlive();
            var ready = alive && isReady(child.getKey(), processes, secrets);
            well &= ready;
            System.out.printf(
                    "  %-20s %9d %9s %9d  %s%n",
                    child.getKey(),
                    stamp.pid(),
                    alive ? resident(stamp) : "",
                    child.getValue().restarts(),
                    ready ? "serves" : alive ? "runs, is not ready" : ended(child.getKey()));
        }
        well &= printRelays(new ReplicationSlots(logins));
        new Addresses(place).printIdentity();
        return well;
    }

    private String ended(String child) {
        return new Held(place).contains(child)
                ? "held; ./fund release " + child + " starts it again"
                : "ended; log " + place.log(child);
    }

    private boolean isReady(String child, ServiceProcess processes, Secrets secrets) {
        return child.equals(KeycloakServer.CHILD)
                ? new KeycloakServer(place, secrets).isReady()
                : Service.named(child).map(processes::isReady).orElse(true);
    }

    private boolean printRelays(ReplicationSlots slots) throws InterruptedException {
        try {
            var well = true;
            var words = new ArrayList<String>();
            for (var relay : new Relays(place).states().entrySet()) {
                var reads = relay.getValue() == Relays.State.RUNNING && slots.isRead(relay.getKey());
                well &= reads;
                words.add(relay.getKey().word() + " "
                        + (reads
                                ? "reads"
                                : relay.getValue().name().toLowerCase(Locale.ROOT) + ", does not read its slot"));
            }
            System.out.println("  relays: " + String.join(", ", words));
            return well;
        } catch (java.io.IOException e) {
            System.out.println("  relays: Connect does not answer");
            return false;
        }
    }

    private static String resident(Stamp stamp) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(stamp.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .orElse("");
        } catch (java.io.IOException e) {
            return "";
        }
    }
}
