package org.partnershipfund.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.Fund;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.client.UnexpectedAnswerException;
import org.partnershipfund.local.faults.Deeds.Command;
import org.partnershipfund.local.faults.Deeds.Deed;
import org.partnershipfund.local.faults.Deeds.Outcome;
import org.partnershipfund.local.faults.Deeds.Trace;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;

/**
 * An auditor who looks into all databases, all topics and all chains after a round of faults: first whether all is
 * quiet again, then whether anything was lost, doubled or mixed up. Says what is wrong in sentences.
 */
final class Afterwards implements AutoCloseable {

    private static final int MILLIS_OF_KAFKA = 5_000;
    private static final String FACTS = "type NOT LIKE '%.AuditCheckpoint.%'";

    private static final String SAID = """
            SELECT e.id::text FROM event_log e JOIN event_position p ON p.log = 'event' AND p.seq = e.seq
             WHERE %s ORDER BY p.position""".formatted(FACTS);

    private static final String ALLOCATED = """
            SELECT f.id || ' ' || a.school_code, a.amount_cents + coalesce((
                SELECT sum(CASE WHEN r.to_school = a.school_code THEN r.amount_cents ELSE -r.amount_cents END)
                  FROM revision r
                 WHERE r.fund_id = f.id AND r.state = 'accepted' AND a.school_code IN (r.from_school, r.to_school)), 0)
              FROM fund f JOIN allocation a ON a.scenario_id = f.scenario_id
             WHERE f.state <> 'open' AND a.outcome = 'funded'""";

    private static final String ON_LINES =
            "SELECT fund_id || ' ' || school_code, planned_cents + appropriated_cents FROM budget_line";
    private static final String REMEMBERED =
            "SELECT fund_id || ' ' || school_code, amount_cents FROM remembered_allocation";

    private final Suite suite;
    private final SuiteClient anybody;
    private final Deeds deeds;
    private final Injector injector;
    private final List<Appearances> topics;
    private final Admin kafka;

    /** What lay on the topics before, not said by any service. */
    private final Set<String> foreign = new HashSet<>();

    Afterwards(Suite suite, SuiteClient anybody, Deeds deeds, Injector injector) {
        this.suite = suite;
        this.anybody = anybody;
        this.deeds = deeds;
        this.injector = injector;
        this.topics = Stream.of(Speaker.values())
                .map(speaker -> new Appearances(suite.place(), speaker))
                .toList();
        this.kafka = Admin.create(Map.of(
                "bootstrap.servers",
                suite.place().bootstrapServers(),
                "default.api.timeout.ms",
                MILLIS_OF_KAFKA,
                "request.timeout.ms",
                MILLIS_OF_KAFKA));
    }

    /** Events that others made up on these topics before. */
    void overlook(Set<String> madeUpByOthers) {
        foreign.addAll(madeUpByOthers);
    }

    /** What is not quiet yet, as far as one look tells; discards the mess that was found, as an operator would. */
    Optional<String> unsettled() {
        try {
            if (!suite.isHealthy()) {
                return Optional.of("every process, service and relay is ready");
            }
            discardTheMess();
            for (Service service : Service.values()) {
                if (number(service, "SELECT count(*) FROM unsealed") > 0) {
                    return Optional.of(service.module() + " has sealed what it wrote");
                }
                if (number(service, "SELECT count(*) FROM dead_letter WHERE state = 'parked'") > 0) {
                    return Optional.of("no letter of " + service.module() + " waits");
                }
            }
            for (Appearances topic : topics) {
                Optional<String> waits = waits(topic);
                if (waits.isPresent()) {
                    return waits;
                }
            }
            if (number(Service.ALLOCATION, "SELECT count(*) FROM revision WHERE state = 'proposed'") > 0) {
                return Optional.of("every revision is answered by the ledger");
            }
            return effects().stream().findFirst();
        } catch (SQLException | KafkaException | UncheckedIOException | UnexpectedAnswerException e) {
            return Optional.of("everything answers (%s)".formatted(e.getMessage()));
        }
    }

    private Optional<String> waits(Appearances topic) throws SQLException {
        Service speaker = Service.named(topic.speaker().word()).orElseThrow();
        Map<TopicPartition, Long> ends = topic.readOn();
        Set<String> missing = new HashSet<>(texts(speaker, "SELECT id::text FROM event_log WHERE " + FACTS));
        missing.removeAll(topic.ids());
        if (!missing.isEmpty()) {
            return Optional.of("%d events of %s are on their topic".formatted(missing.size(), speaker.module()));
        }
        for (Service listener : Mess.LISTENERS.getOrDefault(topic.speaker(), Set.of())) {
            Map<TopicPartition, OffsetAndMetadata> heard = heardBy(listener);
            long behind = ends.entrySet().stream()
                    .mapToLong(end -> Math.max(
                            0,
                            end.getValue()
                                    - Optional.ofNullable(heard.get(end.getKey()))
                                            .map(OffsetAndMetadata::offset)
                                            .orElse(0L)))
                    .sum();
            if (behind > 0) {
                return Optional.of("%s has heard the last %d records of %s"
                        .formatted(listener.module(), behind, speaker.module()));
            }
        }
        return Optional.empty();
    }

    private Map<TopicPartition, OffsetAndMetadata> heardBy(Service listener) {
        try {
            return kafka.listConsumerGroupOffsets(listener.module())
                    .partitionsToOffsetAndMetadata()
                    .get(MILLIS_OF_KAFKA, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not tell how far %s is".formatted(listener.module()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private void discardTheMess() throws SQLException {
        for (Service service : Service.values()) {
            for (String letter : texts(service, "SELECT id::text FROM dead_letter WHERE state = 'dead'")) {
                if (isMess(service, letter)) {
                    Answer _ = anybody.as("operator")
                            .post(
                                    service.api(),
                                    "/dead-letters/%s/discard".formatted(letter),
                                    "{\"reason\": \"Thrown in by ./fund faults.\"}")
                            .expecting(200);
                }
            }
        }
    }

    private boolean isMess(Service service, String letter) throws SQLException {
        try (var database = suite.administrator(service);
                var select = database.prepareStatement("SELECT value FROM dead_letter WHERE id = ?::uuid")) {
            select.setString(1, letter);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                byte[] value = row.getBytes(1);
                return value != null && injector.messes().stream().anyMatch(mess -> Arrays.equals(mess.bytes(), value));
            }
        }
    }

    /** Everything that is not as it must be. */
    List<String> wrong() {
        List<String> wrong = new ArrayList<>(deeds.wrong());
        wrong.addAll(injector.notDone());
        try {
            wrong.addAll(letters());
            wrong.addAll(effects());
            wrong.addAll(amounts());
            for (Appearances topic : topics) {
                wrong.addAll(order(topic));
            }
            wrong.addAll(books());
            wrong.addAll(chains());
        } catch (SQLException | KafkaException | UncheckedIOException | UnexpectedAnswerException e) {
            wrong.add("what happened could not be read: " + e.getMessage());
        }
        return wrong;
    }

    private List<String> letters() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (Service service : Service.values()) {
            for (String letter : texts(
                    service,
                    "SELECT state || ': ' || coalesce(type, 'no event') || ' of ' || coalesce(subject, 'nothing') || ', ' || reason FROM dead_letter WHERE state IN ('dead', 'parked')")) {
                wrong.add("%s has an open letter, %s".formatted(service.module(), letter));
            }
        }
        for (Mess mess : injector.messes()) {
            for (Service listener : Mess.LISTENERS.getOrDefault(mess.topic(), Set.of())) {
                long letters = letters(listener, mess);
                if (letters != mess.letters()) {
                    wrong.add("%s became %d letters of %s instead of %d"
                            .formatted(mess, letters, listener.module(), mess.letters()));
                }
            }
        }
        return wrong;
    }

    private long letters(Service listener, Mess mess) throws SQLException {
        try (var database = suite.administrator(listener);
                var count = database.prepareStatement(
                        "SELECT count(*) FROM dead_letter WHERE value = ? AND (? = '' OR event_id = ?)")) {
            count.setBytes(1, mess.bytes());
            count.setString(2, mess.eventId());
            count.setString(3, mess.eventId());
            try (var row = count.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private List<String> effects() throws SQLException {
        Map<Trace, Map<String, Long>> found = new HashMap<>();
        for (Command command : Command.values()) {
            for (Trace trace : command.traces()) {
                found.put(trace, numbers(trace.service(), trace.sql()));
            }
        }
        return deeds.all().stream()
                .flatMap(deed ->
                        deed.wrong(trace -> found.getOrDefault(trace, Map.of()).getOrDefault(deed.mark(), 0L)).stream())
                .toList();
    }

    /** What allocation-service says each school has, the ledger and approval-service say too, to the cent. */
    private List<String> amounts() throws SQLException {
        Map<String, Long> allocated = numbers(Service.ALLOCATION, ALLOCATED);
        List<String> wrong = new ArrayList<>();
        for (var other : Map.of(
                        Service.PROCUREMENT, numbers(Service.PROCUREMENT, ON_LINES),
                        Service.APPROVAL, numbers(Service.APPROVAL, REMEMBERED))
                .entrySet()) {
            new TreeMap<>(allocated).forEach((school, cents) -> {
                long there = other.getValue().getOrDefault(school, 0L);
                if (there != cents) {
                    wrong.add("fund and school %s have %d cents in allocation-service and %d in %s"
                            .formatted(school, cents, there, other.getKey().module()));
                }
            });
        }
        return wrong;
    }

    private List<String> order(Appearances topic) throws SQLException {
        Service speaker = Service.named(topic.speaker().word()).orElseThrow();
        var _ = topic.readOn();
        Set<String> madeUp = new HashSet<>(foreign);
        madeUp.addAll(injector.madeUp());
        return disorder(speaker.module(), texts(speaker, SAID), topic.byKey(), madeUp);
    }

    /**
     * What is on the topic was said, all that was said is there, and the events of one key appeared in the order in
     * which they became true.
     *
     * @param said ids in the order in which they became true
     * @param appeared ids by key, in the order of their first appearance
     */
    static List<String> disorder(
            String speaker, List<String> said, Map<String, List<String>> appeared, Set<String> madeUp) {
        Map<String, Integer> places = new HashMap<>();
        said.forEach(id -> places.put(id, places.size()));
        List<String> wrong = new ArrayList<>();
        Set<String> missing = new HashSet<>(said);
        appeared.forEach((key, ids) -> {
            int last = -1;
            for (String id : ids) {
                missing.remove(id);
                if (!madeUp.contains(id)) {
                    int place = places.getOrDefault(id, -1);
                    if (place < 0) {
                        wrong.add("event %s is on the topic, and %s never said it".formatted(id, speaker));
                    } else if (place < last) {
                        wrong.add("event %s of key %s came after one that %s said later".formatted(id, key, speaker));
                    }
                    last = Math.max(last, place);
                }
            }
        });
        missing.forEach(id -> wrong.add("%s said event %s, and it is not on the topic".formatted(speaker, id)));
        return wrong;
    }

    private List<String> books() {
        JsonNode trial = anybody.as("records-auditor")
                .get(Door.PROCUREMENT, "/trial-balance")
                .expecting(200)
                .json();
        return trial.at("/balances").asBoolean() ? List.of() : List.of("the ledger does not balance: " + trial);
    }

    private List<String> chains() {
        var said = new StringWriter();
        var command = Fund.commandLine(suite.place());
        command.setOut(new PrintWriter(said));
        command.setErr(new PrintWriter(said, true));
        return command.execute("audit", "verify") == 0 ? List.of() : List.of("./fund audit verify says: " + said);
    }

    /** How many events all services have said. */
    long said() throws SQLException {
        long all = 0;
        for (Service service : Service.values()) {
            all += number(service, "SELECT count(*) FROM event_log WHERE " + FACTS);
        }
        return all;
    }

    /** How many of those that got no answer had their effect. */
    long silentlyDone() throws SQLException {
        long done = 0;
        for (Deed deed : deeds.all()) {
            if (deed.outcome() == Outcome.UNKNOWN) {
                Trace trace = deed.command().traces().getFirst();
                done += numbers(trace.service(), trace.sql()).containsKey(deed.mark()) ? 1 : 0;
            }
        }
        return done;
    }

    private long number(Service service, String sql) throws SQLException {
        try (var database = suite.administrator(service);
                var select = database.createStatement();
                var row = select.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Map<String, Long> numbers(Service service, String sql) throws SQLException {
        try (var database = suite.administrator(service);
                var select = database.createStatement();
                var rows = select.executeQuery(sql)) {
            Map<String, Long> numbers = new HashMap<>();
            while (rows.next()) {
                String mark = rows.getString(1);
                if (mark != null) {
                    numbers.put(mark, rows.getLong(2));
                }
            }
            return numbers;
        }
    }

    private List<String> texts(Service service, String sql) throws SQLException {
        try (var database = suite.administrator(service);
                var select = database.createStatement();
                var rows = select.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    @Override
    public void close() {
        topics.forEach(Appearances::close);
        kafka.close();
    }
}
