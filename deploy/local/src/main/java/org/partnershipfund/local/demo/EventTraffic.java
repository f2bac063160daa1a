package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Service;

/**
 * What was said and what was heard: the change feed of each service beside the counters of those that listen to it.
 *
 * <p>The counters begin anew when a service is started again; the feeds do not.
 */
final class EventTraffic {

    private static final Pattern HEARD =
            Pattern.compile("fund_inbox_(?:heard|skipped)_total\\{(?<labels>[^}]*)\\} (?<count>[0-9.E+]+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final SuiteClient operator;
    private final Crowd crowd;
    private final Map<Service, String> cursors = new EnumMap<>(Service.class);
    private final Map<Service, Map<String, Integer>> said = new EnumMap<>(Service.class);

    EventTraffic(SuiteClient operator, Crowd crowd) {
        this.operator = operator;
        this.crowd = crowd;
    }

    /** One service listening to another. */
    record Ear(Service listener, Service speaker) {

        /** Every pair that the contracts name. */
        static List<Ear> all() {
            return Events.ALL.stream()
                    .flatMap(type -> type.heardBy().stream().map(listener -> new Ear(of(listener), of(type.speaker()))))
                    .distinct()
                    .sorted(Comparator.comparing(Ear::speaker).thenComparing(Ear::listener))
                    .toList();
        }

        private static Service of(Speaker speaker) {
            return Service.named(speaker.word()).orElseThrow();
        }
    }

    /** Returns when everything that was said so far is heard by everybody who listens. */
    void settle() throws InterruptedException {
        crowd.until(
                "everybody has heard what was said",
                () -> Ear.all().stream().allMatch(ear -> heard(ear) >= said(ear.speaker())));
    }

    /** How many events a service has said. */
    int said(Service service) {
        return byType(service).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of each type, such as {@code AllocationPublished}. */
    Map<String, Integer> byType(Service service) {
        Map<String, Integer> counts = said.computeIfAbsent(service, _ -> new TreeMap<>());
        while (true) {
            Answer answer = operator.get(
                            service.api(),
                            cursors.getOrDefault(service, "/events?limit=500"),
                            "application/cloudevents-batch+json")
                    .expecting(200);
            for (JsonNode event : answer.json()) {
                var _ = counts.merge(name(event.path("type").asText()), 1, Integer::sum);
            }
            answer.next().ifPresent(next -> cursors.put(service, next));
            if (answer.headers().firstValue("Feed-Caught-Up").orElse("true").equals("true")) {
                return Map.copyOf(counts);
            }
        }
    }

    /** How many different events the listener has heard since it was started, those that it does not need included. */
    int heard(Ear ear) {
        String metrics = operator.get(ear.listener().management(), "/q/metrics", "text/plain")
                .expecting(200)
                .body();
        return metrics.lines()
                .map(HEARD::matcher)
                .filter(Matcher::find)
                .filter(line -> {
                    Map<String, String> labels = labels(line.group("labels"));
                    return ear.speaker().word().concat("-events").equals(labels.get("channel"))
                            && !"duplicate".equals(labels.get("ending"));
                })
                .mapToInt(line -> (int) Double.parseDouble(line.group("count")))
                .sum();
    }

    /** Letters that wait or are dead, of all services. */
    int openLetters() {
        return Stream.of(Service.values())
                .mapToInt(service -> letters(service, "dead") + letters(service, "parked"))
                .sum();
    }

    private int letters(Service service, String state) {
        return Doors.all(operator, service.api(), "/dead-letters", Map.of("state", state))
                .size();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(label.group(1), label.group(2));
        }
        return labels;
    }

    private static String name(String type) {
        List<String> words = List.of(type.split("\\.", -1));
        return words.size() < 2 ? type : words.get(words.size() - 2);
    }
}
