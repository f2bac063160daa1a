package org.partnershipfund.local.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Secrets;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.postgres.Logins;
import org.partnershipfund.local.service.ReplicationSlots;
import org.partnershipfund.local.token.Tokens;

/**
 * The runbook of a lost slot (docs/operations.md), step by step, and resumed where a crash cut it off.
 *
 * <p>The new slot is made before the log is read: what is committed meanwhile is published by one of the two, some of it
 * by both, and whoever heard an event already does nothing. A note on disk says that the log was not published again to
 * its end: without it a crash in between would look like a healthy relay with a gap.
 */
public final class RelayRepair {

    private final Place place;
    private final Relays relays;
    private final ReplicationSlots slots;
    private final Consumer<String> say;

    public RelayRepair(Place place, Consumer<String> say) {
        this.place = place;
        this.relays = new Relays(place);
        this.slots = new ReplicationSlots(new Logins(place, new Secrets(place.secrets())));
        this.say = say;
    }

    /** Whether the log holds events that no slot will deliver, or an earlier repair was cut off. */
    public boolean isNeeded(Service service) {
        return isUnfinished(service) || slots.isLost(service);
    }

    /** Whether a repair was begun and not finished. */
    public boolean isUnfinished(Service service) {
        return Files.exists(note(service));
    }

    /** Makes the slot anew; nobody may be reading the old one. From here on nothing new is missed. */
    public void begin(Service service, long fromPosition) throws IOException {
        var _ = Files.createDirectories(place.data().resolve("repairs"));
        var _ = Files.writeString(note(service), Long.toString(fromPosition));
        slots.replace(service);
        say.accept(
                service.slot() + " slot was lost and is new; events are published again from position " + fromPosition);
    }

    /** Publishes the log again through the service's door and lets the relay run; the service must serve. */
    public void finish(Service service) throws IOException, InterruptedException {
        relays.hold(service);
        relays.forgetPosition(service);
        var sent = republish(
                service, Long.parseLong(Files.readString(note(service)).strip()));
        relays.resume(service);
        Files.delete(note(service));
        say.accept("%d events of %s published again".formatted(sent, service.module()));
    }

    /** Stops the relay and begins; whoever looks after the relays will finish. */
    public void order(Service service, long fromPosition) throws IOException, InterruptedException {
        relays.hold(service);
        begin(service, fromPosition);
    }

    private long republish(Service service, long fromPosition) {
        try (var client = new SuiteClient(place, Tokens.at(place))) {
            var position = fromPosition;
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
            }
        }
    }

    private Path note(Service service) {
        return place.data().resolve("repairs").resolve(service.word());
    }
}
