package org.partnershipfund.kernel.chain;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of one of the two logs as the chain sees it: its name, its seq, and its columns as text in a fixed order.
 *
 * @param log {@code event} or {@code audit}
 * @param columns instants in ISO 8601 UTC with all their microseconds, ids in lower case; null stays null
 */
public record LoggedRow(String log, long seq, List<@Nullable String> columns) {

    /** An instant as the canonical bytes hold it: UTC, six decimals, whatever the session's settings. */
    private static final String INSTANT = "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    /** The columns of event_log in the chain's order, as a query selects them. */
    public static final String EVENT_COLUMNS = "id::text, topic, subject, type, source, specversion, content_type, "
            + INSTANT.formatted("at") + ", traceparent, payload";

    /** The columns of audit_log in the chain's order, as a query selects them. */
    public static final String AUDIT_COLUMNS = INSTANT.formatted("at") + ", " + INSTANT.formatted("recorded_at")
            + ", issuer, actor, roles, reason, request_id, action, subject, state_before, state_after";

    /** In full, because class files say only of such a constructor that a column may be null. */
    public LoggedRow(String log, long seq, List<@Nullable String> columns) {
        this.log = log;
        this.seq = seq;
        this.columns = new ArrayList<>(columns);
    }

    /**
     * The bytes that are hashed: log, seq and every column, each with its length before it, so that no two different
     * rows have the same bytes; a null has length -1.
     */
    public byte[] canonicalBytes() {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            writeText(out, log);
            out.writeLong(seq);
            out.writeInt(columns.size());
            for (String column : columns) {
                writeText(out, column);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
