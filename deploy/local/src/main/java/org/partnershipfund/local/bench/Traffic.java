package org.partnershipfund.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.place.Service;

/** Writes events as allocation-service does, into its log, and sees their effects in procurement's ledger. */
final class Traffic implements AutoCloseable {

    /** Funds over which the traffic is spread: the ledger lets one allocation of a fund in at a time. */
    static final int FUNDS = 12;

    private static final String APPEND = """
            INSERT INTO event_log (id, topic, subject, type, source, at, payload)
            VALUES (?, 'partnership-fund.allocation.v1', ?, ?, '/allocation-service', ?, ?)""";
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final Suite suite;
    private final AtomicInteger schools = new AtomicInteger(80_000_000);
    private final List<UUID> funds = new ArrayList<>();
    private final Map<Service, Connection> lookers = new EnumMap<>(Service.class);

    Traffic(Suite suite) throws SQLException, InterruptedException {
        this.suite = suite;
        try (var log = connection(Service.ALLOCATION)) {
            for (int i = 0; i < FUNDS; i++) {
                var fund = UUID.randomUUID();
                funds.add(fund);
                append(log, UUID.randomUUID(), fund.toString(), "FundOpened", """
                        {"fundId": "%s", "name": "Bench", "fiscalYear": 2019, "startsOn": "2018-07-01",
                         "endsOn": "2019-06-30", "pool": {"amount": "9000000000.00", "currency": "USD"},
                         "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "0000"},
                         "openedAt": "2017-12-01T13:00:00Z"}""".formatted(fund));
            }
        }
        Suite.await(
                "the funds are known to procurement",
                LONGEST,
                () -> count("SELECT count(*) FROM remembered_fund") >= FUNDS);
    }

    Suite suite() {
        return suite;
    }

    /** The funds that procurement knows. */
    List<UUID> funds() {
        return List.copyOf(funds);
    }

    /** A connection as the service has it; every statement its own transaction until told otherwise. */
    Connection connection(Service service) throws SQLException {
        return suite.application(service);
    }

    /** A school code that nobody used before. */
    String school() {
        return Integer.toString(schools.getAndIncrement());
    }

    /** An allocation for a new school: its id, which becomes the cause of a transfer. */
    UUID allocate(Connection log) throws SQLException {
        var event = UUID.randomUUID();
        var school = school();
        append(log, event, school, "AllocationPublished", """
                {"allocationId": "%s", "fundId": "%s", "scenarioId": "%s", "fiscalYear": 2019, "schoolCode": "%s",
                 "schoolName": "School %s", "responsibilityCentre": "101203",
                 "amount": {"amount": "52775.72", "currency": "USD"}, "index": "0.84", "enrolment": 238,
                 "publishedAt": "2017-12-08T13:00:00Z"}""".formatted(
                        UUID.randomUUID(),
                        funds.get(Math.floorMod(event.hashCode(), FUNDS)),
                        UUID.randomUUID(),
                        school,
                        school));
        return event;
    }

    /** An event that procurement skips: for what is measured before it. */
    void noise(Connection log, String name) throws SQLException {
        append(log, UUID.randomUUID(), school(), name, "{\"text\": \"%s\"}".formatted("x".repeat(400)));
    }

    /** Returns when approval, which hears the same events, has caught up and leaves the processor to others. */
    void awaitApproval() throws InterruptedException {
        // Of the inboxes, because the bare loop makes lines that nobody was told of.
        String heard = "SELECT count(*) FROM inbox WHERE source = '/allocation-service'";
        long events = count(heard);
        Suite.await("approval has heard what procurement has", LONGEST, () -> count(Service.APPROVAL, heard) >= events);
    }

    @Override
    public void close() throws SQLException {
        for (var looker : lookers.values()) {
            looker.close();
        }
    }

    /** How many transfers there are. */
    long effects() {
        return count("SELECT count(*) FROM transfer");
    }

    /** Returns when there are so many transfers. */
    void awaitEffects(long wanted) throws InterruptedException {
        Suite.await(wanted + " effects", LONGEST, () -> effects() >= wanted);
    }

    /** One number out of procurement's database. */
    long count(String sql) {
        return count(Service.PROCUREMENT, sql);
    }

    // One connection for all looks: signing in costs both ends more than the answer does, and would be measured.
    private synchronized long count(Service service, String sql) {
        try (var statement = looking(service).createStatement();
                var row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new IllegalStateException("no answer to: " + sql);
            }
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database of " + service.module(), e);
        }
    }

    private Connection looking(Service service) throws SQLException {
        var open = lookers.get(service);
        if (open == null) {
            open = connection(service);
            lookers.put(service, open);
        }
        return open;
    }

    private static void append(Connection log, UUID id, String subject, String name, String json) throws SQLException {
        try (PreparedStatement insert = log.prepareStatement(APPEND)) {
            insert.setObject(1, id);
            insert.setString(2, subject);
            insert.setString(3, "org.partnershipfund.allocation.%s.v1".formatted(name));
            insert.setTimestamp(4, Timestamp.from(Instant.now()));
            insert.setString(5, json);
            insert.executeUpdate();
        }
    }
}
