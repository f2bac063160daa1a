package org.partnershipfund.foundation.inbox;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a test decide what the handlers do with the events of one subject, instead of their work. */
@Singleton
public class Behaviour {

    private final Map<String, Supplier<@Nullable Outcome>> bySubject = new ConcurrentHashMap<>();

    /** Until told otherwise; a supplier that gives null lets the handler work. */
    void of(String subject, Supplier<@Nullable Outcome> behaviour) {
        bySubject.put(subject, behaviour);
    }

    void normalFor(String subject) {
        bySubject.remove(subject);
    }

    @Nullable Outcome insteadFor(String subject) {
        Supplier<@Nullable Outcome> behaviour = bySubject.get(subject);
        return behaviour == null ? null : behaviour.get();
    }
}
