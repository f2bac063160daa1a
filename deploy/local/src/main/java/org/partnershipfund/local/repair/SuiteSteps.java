package org.partnershipfund.local.repair;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.connect.Relays;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.Sentence;
import org.partnershipfund.local.service.ReplicationSlots;
import org.partnershipfund.local.token.Tokens;

/** The steps on the real thing: Connect's doors, PostgreSQL, and the operators' door of the service. */
record SuiteSteps(Place place, Relays relays, ReplicationSlots slots) implements RelayRepair.Steps {

    @Override
    public void requireService(Service service) throws IOException {
        try (var client = new SuiteClient(place, Tokens.at(place))) {
            var _ = client.get(service.management(), "/q/health/live");
        } catch (UncheckedIOException e) {
            var away = new ConnectException(Sentence.of(e));
            away.initCause(e);
            throw away;
        }
    }

    @Override
    public void hold(Service service) throws IOException, InterruptedException {
        relays.hold(service);
    }

    @Override
    public boolean isSlotLost(Service service) {
        return slots.isLost(service);
    }

    @Override
    public void renewSlot(Service service) {
        slots.replace(service);
    }

    @Override
    public void forgetPosition(Service service) throws IOException, InterruptedException {
        relays.forgetPosition(service);
    }

    @Override
    public long republish(Service service, long fromPosition) throws IOException {
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
        } catch (UnexpectedAnswerException | UncheckedIOException e) {
            throw new IOException(Sentence.of(e), e);
        }
    }

    @Override
    public void resume(Service service) throws IOException, InterruptedException {
        relays.resume(service);
    }
}
