package org.partnershipfund.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.place.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fund events tail}: what all services said, read from their change feeds. */
@Command(name = "tail", description = "Shows the latest events of all services.")
public final class EventsTailCommand implements Callable<Integer> {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int DATA_LIMIT = 300;

    private final Place place;
    private final Map<Service, String> cursors = new EnumMap<>(Service.class);
    private final Set<Service> away = EnumSet.noneOf(Service.class);

    @Option(
            names = {"-f", "--follow"},
            description = "Keeps showing what is said, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            description = "How many events of each service, ${DEFAULT-VALUE} without it.")
    private int lines = 20;

    public EventsTailCommand(Place place) {
        this.place = place;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var anybody = new SuiteClient(place, Operator.tokens(place))) {
            var operator = anybody.as("operator");
            for (var service : Service.values()) {
                cursors.put(service, "/events?limit=500");
            }
            print(readAll(operator, lines));
            while (follow) {
                Thread.sleep(LOOK_AGAIN);
                print(readAll(operator, Integer.MAX_VALUE));
            }
        }
        return away.isEmpty() ? 0 : 1;
    }

    private List<JsonNode> readAll(SuiteClient operator, int newest) {
        var events = new ArrayList<JsonNode>();
        for (var service : Service.values()) {
            try {
                events.addAll(read(operator, service, newest));
                var _ = away.remove(service);
            } catch (UncheckedIOException | UnexpectedAnswerException e) {
                var line = Operator.away(service, e);
                // Said once: who follows sees the events again when the service is back.
                if (away.add(service)) {
                    System.err.println("fund: " + line);
                }
            }
        }
        events.sort(Comparator.comparing(event -> event.path("time").asText()));
        return events;
    }

    private Deque<JsonNode> read(SuiteClient operator, Service service, int newest) {
        var kept = new ArrayDeque<JsonNode>();
        while (true) {
            var path = cursors.getOrDefault(service, "/events?limit=500");
            var answer = operator.get(service.api(), path, "application/cloudevents-batch+json")
                    .expecting(200);
            for (var event : answer.json()) {
                kept.addLast(event);
                if (kept.size() > newest) {
                    kept.removeFirst();
                }
            }
            answer.next().ifPresent(next -> cursors.put(service, next));
            if (answer.headers().firstValue("Feed-Caught-Up").orElse("true").equals("true")) {
                return kept;
            }
        }
    }

    private static void print(List<JsonNode> events) {
        for (var event : events) {
            var data = event.path("data").toString();
            System.out.printf(
                    "%s  %-22s %-24s %s  %s%n",
                    event.path("time").asText(),
                    event.path("source").asText(),
                    event.path("type").asText().replace("org.partnershipfund.", ""),
                    event.path("subject").asText(),
                    data.length() > DATA_LIMIT ? data.substring(0, DATA_LIMIT) + " ..." : data);
        }
    }
}
