package org.partnershipfund.approval.adapter.db;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a list asks for, as HQL with its values; grows condition by condition. */
final class Filter {

    private final StringBuilder text;
    private final Map<String, Object> values = new HashMap<>();

    Filter(String first, String name, Object value) {
        text = new StringBuilder(first);
        values.put(name, value);
    }

    /** Adds a condition if there is a value for it. */
    Filter and(String condition, String name, Optional<?> value) {
        value.ifPresent(given -> {
            text.append(" and ").append(condition);
            values.put(name, given);
        });
        return this;
    }

    String orderBy(String order) {
        return text + " order by " + order;
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }
}
