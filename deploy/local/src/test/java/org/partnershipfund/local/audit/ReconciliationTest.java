package org.partnershipfund.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.partnershipfund.local.audit.Reconciliation.Said;

/** What the topics know and a restored database does not. */
class ReconciliationTest {

    private static final int PARTITIONS = 3;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T12:00:01Z");

    private static TopicPartition partition(int number) {
        return new TopicPartition("others", number);
    }

    private static Said said(int partition, long offset, String id, String subject) {
        return new Said(partition(partition), offset, id, "/others", "Said", subject, NOON, Optional.empty());
    }

    private static Said traced(String id, Instant at, String trace) {
        return new Said(partition(0), 0, id, "/others", "Said", "s", at, Optional.of(trace));
    }

    @Test
    void what_was_passed_and_is_not_known_is_missed_and_the_group_goes_back_to_the_first_of_it() {
        var reconciliation = new Reconciliation(Map.of(partition(0), 3L));

        reconciliation.others(said(0, 0, "a", "s"), true);
        reconciliation.others(said(0, 1, "b", "s"), false);
        reconciliation.others(said(0, 2, "c", "s"), false);

        assertThat(reconciliation.missed()).extracting(Said::id).containsExactly("b", "c");
        assertThat(reconciliation.rewind()).containsExactly(Map.entry(partition(0), 1L));
        assertThat(reconciliation.overtaking()).isEmpty();
    }

    @Test
    void what_lies_ahead_of_the_group_comes_by_itself() {
        var reconciliation = new Reconciliation(Map.of(partition(0), 1L));

        reconciliation.others(said(0, 1, "b", "s"), false);
        reconciliation.others(said(1, 0, "c", "t"), false);

        assertThat(reconciliation.missed()).isEmpty();
        assertThat(reconciliation.toCome()).isEqualTo(2);
        assertThat(reconciliation.rewind()).isEmpty();
    }

    @Test
    void an_event_that_was_published_again_is_no_second_event() {
        var reconciliation = new Reconciliation(Map.of(partition(0), 4L));

        reconciliation.others(said(0, 0, "a", "s"), true);
        reconciliation.others(said(0, 1, "b", "s"), false);
        reconciliation.others(said(0, 2, "a", "s"), true);
        reconciliation.others(said(0, 3, "b", "s"), false);

        assertThat(reconciliation.missed()).extracting(Said::offset).containsExactly(1L);
        assertThat(reconciliation.overtaking()).isEmpty();
    }

    @Test
    void a_service_that_ran_before_it_was_reconciled_heard_later_events_first() {
        var reconciliation = new Reconciliation(Map.of(partition(0), 3L));

        reconciliation.others(said(0, 0, "a", "s"), false);
        reconciliation.others(said(0, 1, "b", "other"), true);
        reconciliation.others(said(0, 2, "c", "s"), true);

        assertThat(reconciliation.overtaking()).extracting(Said::id).containsExactly("c");
    }

    @Test
    void what_it_said_and_does_not_know_is_lost_and_checkpoints_are_counted_apart() {
        var reconciliation = new Reconciliation(Map.of());

        reconciliation.own(said(0, 0, "kept", "s"), true, false);
        reconciliation.own(said(0, 1, "gone", "s"), false, false);
        reconciliation.own(said(0, 2, "checkpoint", "s"), false, true);
        reconciliation.own(said(0, 3, "gone", "s"), false, false);

        assertThat(reconciliation.lost()).extracting(Said::id).containsExactly("gone");
        assertThat(reconciliation.lostCheckpoints()).extracting(Said::id).containsExactly("checkpoint");
    }

    @Test
    void what_was_caused_by_something_missed_comes_again_and_what_people_did_does_not() {
        var reconciliation = new Reconciliation(Map.of(partition(0), 1L));
        var caused = traced("caused", LATER, "trace-1");
        var commanded = traced("commanded", LATER, "trace-2");
        var untraced = said(0, 2, "untraced", "s");

        reconciliation.others(traced("cause", NOON, "trace-1"), false);
        reconciliation.own(caused, false, false);
        reconciliation.own(commanded, false, false);
        reconciliation.own(untraced, false, false);

        assertThat(reconciliation.comesAgain(caused)).isTrue();
        assertThat(reconciliation.comesAgain(commanded)).isFalse();
        assertThat(reconciliation.comesAgain(untraced)).isFalse();
    }

    @Test
    void what_was_lost_does_not_come_again_because_its_own_effect_was_missed() {
        var reconciliation = new Reconciliation(Map.of(partition(0), 1L));
        var command = traced("command", NOON, "trace-1");

        reconciliation.others(traced("effect", LATER, "trace-1"), false);
        reconciliation.own(command, false, false);

        assertThat(reconciliation.missed()).extracting(Said::id).containsExactly("effect");
        assertThat(reconciliation.comesAgain(command)).isFalse();
    }

    /** What others said: subjects in the order of the topic; some of it is published a second time later. */
    @Provide
    Arbitrary<List<Said>> topics() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8).list().ofMaxSize(60),
                        Arbitraries.integers().between(0, 59).list().ofMaxSize(20))
                .as((subjects, repeated) -> {
                    var next = new HashMap<Integer, Long>();
                    var records = new ArrayList<Said>();
                    for (int i = 0; i < subjects.size(); i++) {
                        records.add(record(next, subjects.get(i), "event-" + i));
                    }
                    for (int again : repeated) {
                        if (again < subjects.size()) {
                            records.add(record(next, subjects.get(again), "event-" + again));
                        }
                    }
                    return records;
                });
    }

    private static Said record(Map<Integer, Long> next, int subject, String id) {
        int partition = subject % PARTITIONS;
        return said(partition, next.merge(partition, 1L, Long::sum) - 1, id, "subject-" + subject);
    }

    /** The listener: goes on from an offset in each partition, and an event that it knows has no second effect. */
    private static List<Said> hear(List<Said> topics, Map<TopicPartition, Long> from, long upTo, Set<String> inbox) {
        var effects = new ArrayList<Said>();
        for (Said record : topics) {
            if (record.offset() >= from.getOrDefault(record.partition(), 0L)
                    && record.offset() < upTo
                    && inbox.add(record.id())) {
                effects.add(record);
            }
        }
        return effects;
    }

    @Property
    void after_a_restoration_to_any_moment_everything_is_heard_once_and_in_order(
            @ForAll("topics") List<Said> topics,
            @ForAll @IntRange(max = 60) int backedUp,
            @ForAll @IntRange(max = 60) int stopped) {
        long backup = Math.min(backedUp, stopped);
        var inBackup = new HashSet<String>();
        var effects = new ArrayList<>(hear(topics, Map.of(), backup, inBackup));
        var passed = new HashMap<TopicPartition, Long>();
        topics.forEach(record -> passed.merge(record.partition(), Math.min(record.offset() + 1, stopped), Math::max));

        var reconciliation = new Reconciliation(passed);
        topics.forEach(record -> reconciliation.others(record, inBackup.contains(record.id())));
        var from = new HashMap<>(passed);
        from.putAll(reconciliation.rewind());
        effects.addAll(hear(topics, from, Long.MAX_VALUE, inBackup));

        var ids = topics.stream().map(Said::id).distinct().toList();
        assertThat(effects).extracting(Said::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(reconciliation.overtaking()).isEmpty();
        for (int subject = 0; subject <= 8; subject++) {
            var name = "subject-" + subject;
            var wanted = topics.stream()
                    .filter(record -> record.subject().equals(name))
                    .map(Said::id)
                    .distinct()
                    .toList();
            assertThat(effects.stream()
                            .filter(record -> record.subject().equals(name))
                            .map(Said::id)
                            .toList())
                    .isEqualTo(wanted);
        }
    }

    @Property
    void a_database_that_forgot_nothing_has_nothing_to_be_set_back(
            @ForAll("topics") List<Said> topics, @ForAll @IntRange(max = 60) int stopped) {
        var inbox = new HashSet<String>();
        var _ = hear(topics, Map.of(), stopped, inbox);
        var passed = new HashMap<TopicPartition, Long>();
        topics.forEach(record -> passed.merge(record.partition(), Math.min(record.offset() + 1, stopped), Math::max));

        var reconciliation = new Reconciliation(passed);
        topics.forEach(record -> reconciliation.others(record, inbox.contains(record.id())));

        assertThat(reconciliation.rewind()).isEmpty();
        assertThat(reconciliation.missed()).isEmpty();
        assertThat(reconciliation.toCome())
                .isEqualTo(topics.stream().map(Said::id).distinct().count() - inbox.size());
    }
}
