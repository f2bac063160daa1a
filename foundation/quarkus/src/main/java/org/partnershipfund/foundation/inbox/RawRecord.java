package org.partnershipfund.foundation.inbox;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record as it came, so that it can be kept and tried again: nothing in it is understood yet.
 *
 * @param value null for a tombstone
 */
record RawRecord(
        String channel,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        List<RawHeader> headers,
        @Nullable Bytes value) {

    RawRecord {
        headers = List.copyOf(headers);
    }

    /** One header; names may repeat, the last one counts. */
    record RawHeader(String name, @Nullable Bytes value) {}

    static RawRecord of(String channel, ConsumerRecord<String, byte[]> record) {
        List<RawHeader> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new RawHeader(header.key(), Bytes.orNull(header.value())));
        }
        return new RawRecord(
                channel,
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headers,
                Bytes.orNull(record.value()));
    }

    /** The last value of a header, or null if there is none. */
    @Nullable Bytes header(String name) {
        Bytes found = null;
        for (RawHeader header : headers) {
            if (header.name().equals(name)) {
                found = header.value();
            }
        }
        return found;
    }

    /** SHA-256 over topic, key, headers and value: the same for every copy of the record, whatever its offset. */
    byte[] fingerprint() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, topic);
            write(out, key);
            out.writeInt(headers.size());
            for (RawHeader header : headers) {
                write(out, header.name());
                write(out, header.value());
            }
            write(out, value);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, @Nullable String part) throws IOException {
        write(out, part == null ? null : Bytes.of(part.getBytes(StandardCharsets.UTF_8)));
    }

    private static void write(DataOutputStream out, @Nullable Bytes part) throws IOException {
        out.writeInt(part == null ? -1 : part.content().length);
        if (part != null) {
            out.write(part.content());
        }
    }
}
