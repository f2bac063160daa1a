package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.partnershipfund.contracts.EventFiles;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.eventlog.WireJson;
import org.partnershipfund.testkit.Mutations;

/** However a record was damaged: it is an event, of an unknown type, or unreadable with a reason; never an exception. */
class DamagedEventsTest {

    private static final String SUBJECT = "018f4a2e-7d3c-7c1a-9b1e-0123456789ab";

    private static final CloudEventReader READER = new CloudEventReader(
            Events.ALL.stream().<EventHandler<?>>map(Deaf::new).toList(), new WireJson());

    /** Handles nothing. */
    private record Deaf<T>(EventType<T> type) implements EventHandler<T> {
        @Override
        public Outcome handle(T data, Heard heard) {
            throw new IllegalStateException("nothing is handled here");
        }
    }

    @Provide
    Arbitrary<EventType<?>> types() {
        return Arbitraries.of(Events.ALL);
    }

    @Property(tries = 300)
    void an_undamaged_sample_is_an_event(@ForAll("types") EventType<?> type) {
        assertThat(READER.read(record(headers(type), sample(type)))).isInstanceOf(Reading.Event.class);
    }

    @Property(tries = 30_000)
    void damaged_data_is_read_or_unreadable_for_a_reason(@ForAll("types") EventType<?> type, @ForAll Random dice) {
        told(READER.read(record(headers(type), Mutations.of(sample(type), dice))));
    }

    @Property(tries = 10_000)
    void a_damaged_header_is_read_or_unreadable_for_a_reason(@ForAll("types") EventType<?> type, @ForAll Random dice) {
        Map<String, byte[]> headers = headers(type);
        String name = List.copyOf(headers.keySet()).get(dice.nextInt(headers.size()));
        headers.computeIfPresent(name, (_, value) -> dice.nextInt(9) == 0 ? null : Mutations.of(value, dice));
        told(READER.read(record(headers, sample(type))));
    }

    private static void told(Reading reading) {
        if (reading instanceof Reading.Unreadable(String why)) {
            assertThat(why).isNotBlank().hasSizeLessThanOrEqualTo(1_000);
        }
    }

    private static byte[] sample(EventType<?> type) {
        return EventFiles.sample(type).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> headers(EventType<?> type) {
        Map<String, byte[]> headers = new TreeMap<>();
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_type",
                        type.type(),
                        "ce_source",
                        type.speaker().source(),
                        "ce_subject",
                        SUBJECT,
                        "ce_id",
                        SUBJECT,
                        "ce_time",
                        "2018-07-01T12:00:00Z",
                        "content-type",
                        "application/json",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .forEach((name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static RawRecord record(Map<String, byte[]> headers, byte[] value) {
        List<RawRecord.RawHeader> raw = new ArrayList<>();
        headers.forEach((name, bytes) -> raw.add(new RawRecord.RawHeader(name, Bytes.orNull(bytes))));
        return new RawRecord("heard", "topic", 0, 0, null, raw, Bytes.orNull(value));
    }
}
