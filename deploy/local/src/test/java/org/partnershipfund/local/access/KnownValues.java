package org.partnershipfund.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ids, codes and words that answers told, by the name of their field: so that good requests are about what is there. */
final class KnownValues {

    private static final int ENOUGH = 30;
    private static final int LONGEST = 80;

    private final Map<String, List<String>> values = new ConcurrentHashMap<>();

    void learn(String name, String value) {
        List<String> known = values.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>());
        if (known.size() < ENOUGH && value.length() <= LONGEST && !known.contains(value)) {
            known.add(value);
        }
    }

    /** Learns each text of an answer. */
    void learn(JsonNode answer) {
        answer.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                learn(field.getKey(), field.getValue().asText());
            } else {
                learn(field.getValue());
            }
        });
        if (answer.isArray()) {
            answer.forEach(this::learn);
        }
    }

    Optional<String> any(String name, Random dice) {
        List<String> known = values.getOrDefault(name, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(dice.nextInt(known.size())));
    }
}
