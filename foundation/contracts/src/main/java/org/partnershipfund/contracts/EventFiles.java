package org.partnershipfund.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema and the golden sample of an event, as they lie beside the records. */
public final class EventFiles {

    private EventFiles() {}

    /** The JSON Schema (2020-12) of the event's data. */
    public static String schema(EventType<?> type) {
        return read(type.fileStem() + ".schema.json");
    }

    /** One valid example of the event's data. */
    public static String sample(EventType<?> type) {
        return read(type.fileStem() + ".sample.json");
    }

    private static String read(String name) {
        try (InputStream file = EventFiles.class.getResourceAsStream("/events/" + name)) {
            if (file == null) {
                throw new IllegalStateException("there is no events/" + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read events/" + name, e);
        }
    }
}
