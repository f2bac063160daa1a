package org.partnershipfund.local.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * What the topics know and a restored database does not, found record by record in the order of each partition.
 *
 * <p><em>Missed</em> is what others said and the consumer group has passed, while the database has no trace of it: nobody
 * would ever bring it again. <em>Lost</em> is what the service itself said and does not know any more. Only the first
 * appearance of an event counts: whoever publishes a log again says nothing new.
 *
 * <p>It keeps the id of every record of others that it was shown, some 100 bytes each, and what is missed or lost.
 */
final class Reconciliation {

    private final Map<TopicPartition, Long> passed;
    private final Set<String> seen = new HashSet<>();
    private final List<Said> missed = new ArrayList<>();
    private final List<Said> lost = new ArrayList<>();
    private final List<Said> lostCheckpoints = new ArrayList<>();
    private final List<Said> overtaking = new ArrayList<>();
    private final Set<String> subjectsWithAGap = new HashSet<>();
    private final Map<TopicPartition, Long> rewind = new HashMap<>();
    private long toCome;

    /**
     * Begins.
     *
     * @param passed how far the consumer group has come in each partition that it knows: the next offset it would read
     */
    Reconciliation(Map<TopicPartition, Long> passed) {
        this.passed = Map.copyOf(passed);
    }

    /**
     * An event as it lies in a topic.
     *
     * @param at when the broker was given it, in real time
     * @param trace of the call that caused it, if it is known
     */
    record Said(
            TopicPartition partition,
            long offset,
            String id,
            String source,
            String type,
            String subject,
            Instant at,
            Optional<String> trace) {

        private String key() {
            return source + " " + id;
        }

        private String lane() {
            return partition.topic() + " " + subject;
        }
    }

    /**
     * Something that others said and the service listens to.
     *
     * @param known whether the database has a trace of it: heard, parked or dead
     */
    void others(Said event, boolean known) {
        if (!seen.add(event.key())) {
            return;
        }
        if (known) {
            if (subjectsWithAGap.contains(event.lane())) {
                overtaking.add(event);
            }
            return;
        }
        // What the group has no offset for it reads from the beginning, and what lies ahead of it comes by itself.
        if (event.offset() >= passed.getOrDefault(event.partition(), 0L)) {
            toCome++;
            return;
        }
        missed.add(event);
        var _ = subjectsWithAGap.add(event.lane());
        var _ = rewind.merge(event.partition(), event.offset(), Math::min);
    }

    /**
     * Something that the service itself said.
     *
     * @param known whether its event log has it
     * @param checkpoint whether it only says how far the chain had come
     */
    void own(Said event, boolean known, boolean checkpoint) {
        if (known || !seen.add(event.key())) {
            return;
        }
        if (checkpoint) {
            lostCheckpoints.add(event);
        } else {
            lost.add(event);
        }
    }

    /** What others said, in the order of each partition, and the consumer group would never bring again. */
    List<Said> missed() {
        return List.copyOf(missed);
    }

    /** What the service does not know yet and its consumer group will bring by itself. */
    long toCome() {
        return toCome;
    }

    /**
     * Where the consumer group must go back to. From there on everything comes again in its order; what is known already
     * has no second effect.
     */
    Map<TopicPartition, Long> rewind() {
        return Map.copyOf(rewind);
    }

    /** What was heard although something earlier of its subject is missed: the service ran before it was reconciled. */
    List<Said> overtaking() {
        return List.copyOf(overtaking);
    }

    /** What the service said and does not know any more, without checkpoints. */
    List<Said> lost() {
        return List.copyOf(lost);
    }

    /** The checkpoints that it said of rows that it does not have any more. */
    List<Said> lostCheckpoints() {
        return List.copyOf(lostCheckpoints);
    }

    /**
     * Whether something that was lost was caused by something that is missed: heard again, that causes it again, under
     * a new id. All else was somebody's command, which only people can give again. A trace spans the whole journey: what
     * was missed after the lost event is its effect, not its cause.
     */
    boolean comesAgain(Said lostEvent) {
        return lostEvent
                .trace()
                .filter(trace -> missed.stream()
                        .anyMatch(cause -> cause.trace().equals(Optional.of(trace))
                                && cause.at().isBefore(lostEvent.at())))
                .isPresent();
    }

    /** How many there are of each type, in the order of the alphabet. */
    static Map<String, List<Said>> byType(List<Said> events) {
        Map<String, List<Said>> byType = new TreeMap<>();
        events.forEach(event ->
                byType.computeIfAbsent(event.type(), _ -> new ArrayList<>()).add(event));
        return byType;
    }
}
