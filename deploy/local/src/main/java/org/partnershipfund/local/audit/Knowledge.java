package org.partnershipfund.local.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.local.audit.Reconciliation.Said;

/** What a service's database knows of events. */
final class Knowledge {

    private final Connection database;

    Knowledge(Connection database) {
        this.database = database;
    }

    /** Those of these events that were heard, parked or buried here. */
    Set<Said> heard(List<Said> events) throws SQLException {
        Map<String, List<Said>> bySource = events.stream().collect(Collectors.groupingBy(Said::source));
        Set<Said> known = new HashSet<>();
        for (var one : bySource.entrySet()) {
            Set<String> ids = inbox(one.getKey(), ids(one.getValue()));
            for (Said event : one.getValue()) {
                if (ids.contains(event.id()) || isLetter(event)) {
                    known.add(event);
                }
            }
        }
        return known;
    }

    private Set<String> inbox(String source, Set<String> ids) throws SQLException {
        try (var select =
                database.prepareStatement("SELECT event_id FROM inbox WHERE source = ? AND event_id = ANY (?)")) {
            select.setString(1, source);
            select.setArray(2, database.createArrayOf("text", ids.toArray()));
            Set<String> found = new HashSet<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }

    /** What could not be read has no place in the inbox, only a letter. */
    private boolean isLetter(Said event) throws SQLException {
        try (var select = database.prepareStatement(
                "SELECT FROM dead_letter WHERE topic = ? AND kafka_partition = ? AND kafka_offset = ?")) {
            select.setString(1, event.partition().topic());
            select.setInt(2, event.partition().partition());
            select.setLong(3, event.offset());
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Those of these events that stand in this database's own event log. */
    Set<Said> said(List<Said> events) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        events.forEach(event -> uuid(event.id()).ifPresent(ids::add));
        Set<String> logged = new HashSet<>();
        try (var select = database.prepareStatement("SELECT id::text FROM event_log WHERE id = ANY (?)")) {
            select.setArray(1, database.createArrayOf("uuid", ids.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    logged.add(rows.getString(1));
                }
            }
        }
        Set<Said> known = new HashSet<>();
        events.stream().filter(event -> logged.contains(event.id())).forEach(known::add);
        return known;
    }

    /** How many of these events became letters that are open: parked, or dead. */
    long openLetters(List<Said> events) throws SQLException {
        try (var select = database.prepareStatement(
                "SELECT count(*) FROM dead_letter WHERE state IN ('parked', 'dead') AND event_id = ANY (?)")) {
            select.setArray(1, database.createArrayOf("text", ids(events).toArray()));
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static Set<String> ids(List<Said> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(event.id()));
        return ids;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.toString().equals(id) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
