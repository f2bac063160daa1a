package org.partnershipfund.local.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operator said at {@code POST /restorations} (decision 0030): this database is a backup of an earlier moment.
 *
 * @param seq the row of the audit trail that says so; like any other it is sealed in the chain
 * @param recordedAt when it was said, in real time
 * @param restoredTo the moment of the backup
 * @param sharedPosition the newest checkpoint from before that moment: up to there this chain is the published one
 * @param reason the operator's words
 */
record Restoration(long seq, Instant recordedAt, Instant restoredTo, long sharedPosition, String reason) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RECORDED = """
            SELECT seq, recorded_at, state_after FROM audit_log
             WHERE subject = 'database' AND action = 'DatabaseRestored' ORDER BY seq""";

    /**
     * Whether a published checkpoint may say something else than the chain, because its rows went with the restoration:
     * it lies behind what both have in common, and was noted after the moment of the backup and before the restoration
     * was recorded. All others must agree: a row that claims too small a shared position excuses nothing older than its
     * backup.
     */
    boolean excuses(Noted checkpoint) {
        return checkpoint.position() > sharedPosition
                && checkpoint.at().isAfter(restoredTo)
                && checkpoint.at().isBefore(recordedAt);
    }

    /** Whether what was said at this moment was said by rows that the restoration lost. */
    boolean lost(Instant saidAt) {
        return saidAt.isAfter(restoredTo) && saidAt.isBefore(recordedAt);
    }

    /**
     * All that are recorded, in their order; the walk along the chain says whether these rows are what was sealed.
     *
     * @param clock real time: a restoration that was recorded later than now would excuse what is yet to come
     * @throws SQLException also if a row says what cannot be
     */
    static List<Restoration> readAll(Connection database, Clock clock) throws SQLException {
        List<Restoration> all = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(RECORDED)) {
            while (rows.next()) {
                all.add(of(
                        rows.getLong(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant(),
                        rows.getString(3),
                        clock.instant()));
            }
        }
        return all;
    }

    /** What one row says. */
    static Restoration of(long seq, Instant recordedAt, @Nullable String state, Instant now) throws SQLException {
        if (recordedAt.isAfter(now)) {
            throw new SQLException("audit_log, seq %d says that a restoration was recorded in the future, %s"
                    .formatted(seq, recordedAt));
        }
        try {
            JsonNode said = JSON.readTree(state == null ? "" : state);
            return new Restoration(
                    seq,
                    recordedAt,
                    Instant.parse(said.path("restoredTo").asText()),
                    said.path("sharedPosition").asLong(),
                    said.path("reason").asText());
        } catch (JsonProcessingException | DateTimeException e) {
            throw new SQLException("audit_log, seq %d says of a restoration what cannot be read".formatted(seq), e);
        }
    }

    /** One line for the reader of a chain. */
    String sentence(long excused) {
        return "restored to %s, shared up to position %,d (recorded %s, audit_log, seq %d: %s); %,d checkpoints of what was lost are left out"
                .formatted(restoredTo, sharedPosition, recordedAt, seq, reason, excused);
    }
}
