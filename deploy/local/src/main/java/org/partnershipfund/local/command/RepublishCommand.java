package org.partnershipfund.local.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.service.ReplicationSlots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fund events republish}: the runbook of a lost slot in one command (docs/operations.md).
 *
 * <p>The new slot is made before the log is read: what is committed meanwhile is published by one of the two, some of it
 * by both, and whoever heard an event already does nothing.
 */
@Command(
        name = "republish",
        description = "Gives a relay a new slot and publishes the event log again; for a slot that was lost.")
public final class RepublishCommand implements Callable<Integer> {

    private final Place place;

    @Parameters(paramLabel = "SERVICE")
    private String word = "";

    @Option(names = "--from", description = "The first position, ${DEFAULT-VALUE} without it.")
    private long from = 1;

    public RepublishCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        var service = Operator.service(word);
        var relays = new Relays(place);
        relays.stop(service);
        System.out.println(service.connector() + " is stopped");
        new ReplicationSlots(new Logins(place, new Secrets(place.secrets()))).replace(service);
        relays.forgetPosition(service);
        System.out.println(service.slot() + " slot is new");
        var sent = republish(service);
        relays.resume(service);
        System.out.printf("%d events published again; %s runs%n", sent, service.connector());
        return 0;
    }

    private long republish(Service service) {
        try (var client = new SuiteClient(place, Operator.tokens(place))) {
            var position = from;
            var sent = 0L;
            while (true) {
                var answer = client.as("operator")
                        .post(service.api(), "/events/republications", "{\"fromPosition\": %d}".formatted(position))
                        .expecting(200)
                        .json();
                sent += answer.path("sent").asLong();
                position = answer.path("nextPosition").asLong();
                if (answer.path("complete").asBoolean()) {
                    return sent;
                }
                System.out.printf("%d events so far, next position %d%n", sent, position);
            }
        }
    }
}
