package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Service;

/** What was said and what was heard: the change feed of each service beside the inboxes of those that listen to it. */
final class EventTraffic {

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
                    .flatMap(type -> of(type).stream())
                    .distinct()
                    .sorted(Comparator.comparing(Ear::speaker).thenComparing(Ear::listener))
                    .toList();
        }

        /** Those that act on events of one type. */
        static List<Ear> of(EventType<?> type) {
            return type.heardBy().stream()
                    .map(listener -> new Ear(of(listener), of(type.speaker())))
                    .toList();
        }

        private static Service of(Speaker speaker) {
            return Service.named(speaker.word()).orElseThrow();
        }
    }

    /** Returns when everything that was said so far is heard by everybody who listens. */
    void settle() throws InterruptedException {
        crowd.until(
                "everybody has heard what was said", () -> Ear.all().stream().allMatch(ear -> heard(ear) >= said(ear)));
    }

    /** How many events a service has said. */
    int said(Service service) {
        return byType(service).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of each name, such as {@code AllocationPublished}. */
    Map<String, Integer> byName(Service service) {
        Map<String, Integer> names = new TreeMap<>();
        byType(service).forEach((type, count) -> names.merge(name(type), count, Integer::sum));
        return names;
    }

    private Map<String, Integer> byType(Service service) {
        Map<String, Integer> counts = said.computeIfAbsent(service, _ -> new TreeMap<>());
        while (true) {
            Answer answer = operator.get(
                            service.api(),
                            cursors.getOrDefault(service, "/events?limit=500"),
                            "application/cloudevents-batch+json")
                    .expecting(200);
            for (JsonNode event : answer.json()) {
                var _ = counts.merge(event.path("type").asText(), 1, Integer::sum);
            }
            answer.next().ifPresent(next -> cursors.put(service, next));
            if (answer.headers().firstValue("Feed-Caught-Up").orElse("true").equals("true")) {
                return Map.copyOf(counts);
            }
        }
    }

    /** How many events the speaker has said that the listener acts on. */
    int said(Ear ear) {
        Map<String, Integer> counts = byType(ear.speaker());
        return Events.ALL.stream()
                .filter(type -> Ear.of(type).contains(ear))
                .mapToInt(type -> counts.getOrDefault(type.type(), 0))
                .sum();
    }

    /** How many different events of the speaker the listener's inbox holds, parked and dead ones included. */
    int heard(Ear ear) {
        JsonNode counts = operator.get(ear.listener().api(), "/inbox/counts")
                .expecting(200)
                .json()
                .path("items");
        for (JsonNode count : counts) {
            if (count.path("source").asText().equals("/" + ear.speaker().module())) {
                return count.path("events").asInt();
            }
        }
        return 0;
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

    private static String name(String type) {
        List<String> words = List.of(type.split("\\.", -1));
        return words.size() < 2 ? type : words.get(words.size() - 2);
    }
}
