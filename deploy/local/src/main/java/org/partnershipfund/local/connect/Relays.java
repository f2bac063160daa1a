package org.partnershipfund.local.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;

/**
 * Keeps one connector per service as its file says: gives it to a worker that does not have it, restarts what failed.
 *
 * <p>It compares what is with what should be and may run at any time, so a worker that lost everything in a crash, a
 * failed task and a first start are the same case.
 */
public final class Relays {

    /** How one relay is doing. */
    public enum State {
        RUNNING,
        MISSING,
        FAILED,
        STOPPED,
        STARTING
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Place place;
    private final ConnectDoor connect;

    public Relays(Place place) {
        this.place = place;
        this.connect = new ConnectDoor(place.url(Door.CONNECT));
    }

    /** One look at all relays; empty answers mean that Connect itself does not answer. */
    public Map<Service, State> states() throws IOException, InterruptedException {
        var statuses = connect.statuses();
        var states = new HashMap<Service, State>();
        for (var service : Service.values()) {
            states.put(service, stateOf(statuses.path(service.connector())));
        }
        return states;
    }

    /** How one relay is doing. */
    public State state(Service service) throws IOException, InterruptedException {
        return stateOf(connect.statuses().path(service.connector()));
    }

    /** Mends what is wrong with a relay in this state; one that was stopped on purpose is left alone. */
    public void mend(Service service, State state) throws IOException, InterruptedException {
        switch (state) {
            case MISSING -> connect.put(service.connector(), configuration(service));
            case FAILED -> connect.restartFailed(service.connector());
            case RUNNING, STARTING, STOPPED -> {}
        }
    }

    /** Stops a relay until {@link #resume}, also one that Connect does not know yet; returns when its task is gone. */
    public void hold(Service service) throws IOException, InterruptedException {
        if (state(service) == State.MISSING) {
            connect.createStopped(service.connector(), configuration(service));
        } else {
            connect.change(service.connector(), "stop");
        }
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (state(service) != State.STOPPED) {
            if (System.nanoTime() > until) {
                throw new IOException(
                        "%s did not stop within %d s".formatted(service.connector(), PATIENCE.toSeconds()));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** Makes a stopped relay begin where its slot is, not where it was. */
    public void forgetPosition(Service service) throws IOException, InterruptedException {
        connect.deleteOffsets(service.connector());
    }

    /** Lets a stopped relay run again. */
    public void resume(Service service) throws IOException, InterruptedException {
        connect.change(service.connector(), "resume");
    }

    private Map<String, String> configuration(Service service) throws IOException {
        var file = place.deploy("connect").resolve(service.connector() + ".properties");
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var configuration = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            configuration.put(name, properties.getProperty(name));
        }
        return configuration;
    }

    static State stateOf(JsonNode connector) {
        if (connector.isMissingNode()) {
            return State.MISSING;
        }
        var status = connector.path("status");
        var own = status.path("connector").path("state").asText();
        if (own.equals("STOPPED")) {
            return State.STOPPED;
        }
        var tasks = status.path("tasks");
        var running = own.equals("RUNNING") && !tasks.isEmpty();
        for (var task : tasks) {
            if (task.path("state").asText().equals("FAILED")) {
                return State.FAILED;
            }
            running &= task.path("state").asText().equals("RUNNING");
        }
        if (own.equals("FAILED")) {
            return State.FAILED;
        }
        return running ? State.RUNNING : State.STARTING;
    }
}
