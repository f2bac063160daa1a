package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnershipfund.testkit.Soon.soon;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.TransactionFailure;
import org.partnershipfund.foundation.sql.Transactions;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.testkit.BackboneResource;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class HearingEventsIT {

    @Inject
    Inbox inbox;

    @Inject
    Tables tables;

    @Inject
    Behaviour behaviour;

    @Inject
    Refuses refuses;

    @Inject
    Transactions transactions;

    @Inject
    TransactionManager manager;

    @Inject
    MeterRegistry metrics;

    @Inject
    Sql sql;

    private void hear(ConsumerRecord<String, byte[]> record) {
        inbox.hear(Said.CHANNEL, record);
    }

    @Test
    void an_event_takes_effect_once_however_often_it_comes() {
        UUID fund = UUID.randomUUID();
        ConsumerRecord<String, byte[]> opened = Said.fundOpened(fund);

        hear(opened);
        hear(opened);
        hear(opened);

        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
        assertThat(tables.isKnown(Said.id(opened))).isTrue();
        assertThat(tables.letters(fund.toString())).isEmpty();
    }

    @Test
    void an_event_that_comes_to_many_consumers_at_once_takes_effect_once() throws Exception {
        UUID fund = UUID.randomUUID();
        ConsumerRecord<String, byte[]> opened = Said.fundOpened(fund);
        try (ExecutorService consumers = Executors.newFixedThreadPool(8)) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, 24).forEach(_ -> all.add(consumers.submit(() -> hear(opened))));
            for (Future<?> one : all) {
                assertThat(one.get()).isNull();
            }
        }

        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
    }

    @Test
    void an_unknown_type_is_skipped_and_counted_and_blocks_nobody() {
        String school = Schools.next();
        String type = "org.partnershipfund.allocation.SchoolClosed.v7";
        ConsumerRecord<String, byte[]> unknown = Said.event(type, UUID.randomUUID(), school, "{\"any\": \"thing\"}");

        double before = skipped(type);

        hear(unknown);

        assertThat(tables.letters(school)).isEmpty();
        assertThat(tables.isKnown(Said.id(unknown))).isFalse();
        assertThat(skipped(type)).isEqualTo(before + 1);
    }

    /** By all tests so far. */
    private double skipped(String type) {
        return metrics.counter("fund.inbox.skipped", "channel", Said.CHANNEL, "type", type)
                .count();
    }

    @Test
    void unknown_fields_are_ignored_so_that_a_speaker_may_be_newer() {
        UUID fund = UUID.randomUUID();
        String json = new String(Said.fundOpened(fund).value(), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"motto\": {\"deeply\": [\"new\"]}, ");

        hear(Said.event(Events.FUND_OPENED, UUID.randomUUID(), fund.toString(), json));

        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
    }

    static Stream<Arguments> garbage() {
        return Stream.of(
                header("ce_id", null, "the header ce_id is missing"),
                header("ce_id", " ", "the header ce_id must have"),
                header("ce_id", "x".repeat(201), "the header ce_id must have"),
                header("ce_id", "a\0b", "the header ce_id must have"),
                header("ce_type", null, "the header ce_type is missing"),
                header("ce_source", null, "the header ce_source is missing"),
                header("ce_source", "/portfolio-service", "is said by /allocation-service"),
                header("ce_subject", null, "the header ce_subject is missing"),
                header("ce_subject", "another", "the record's key is not its ce_subject"),
                header("ce_specversion", null, "the header ce_specversion is missing"),
                header("ce_specversion", "0.3", "not 1.0"),
                header("ce_time", "last Tuesday", "ce_time is no RFC 3339 time"),
                header("content-type", "text/csv", "not JSON"),
                data("the value is no JSON", "{\"fundId\": ", "the data is no FundOpenedV1"),
                data("empty", "", "the data is no FundOpenedV1"),
                data("null", "null", "the data is null"),
                data("another shape", "[1, 2]", "the data is no FundOpenedV1"),
                data("nothing in it", "{}", "the data is no FundOpenedV1"),
                data("only a number in it", "{\"fiscalYear\": 2019}", "data.fundId is missing"),
                data("a number as text", "{\"fiscalYear\": \"2019\"}", "the data is no FundOpenedV1 at fiscalYear"),
                data("two documents", "{} {}", "the data is no FundOpenedV1"),
                data("half of a character", "{\"name\": \"\u00e9", "the data is no FundOpenedV1"),
                data("too deep", "[".repeat(100_000), "the data is no FundOpenedV1"),
                data("too large", "x".repeat(262_145), "at most 262144 are allowed"),
                Arguments.of("no value", new Garbage(_ -> {}, null, "the record has no value")));
    }

    /** What is done to a good record, and what the operator will read about it. */
    record Garbage(Consumer<RecordHeaders> spoil, @Nullable String value, String reason) {}

    private static Arguments header(String name, @Nullable String value, String reason) {
        String what =
                name + (value == null ? " is missing" : " is " + value.substring(0, Math.min(20, value.length())));
        return Arguments.of(
                what.replace('\0', '?'),
                new Garbage(
                        headers -> {
                            headers.remove(name);
                            if (value != null) {
                                Said.set(headers, name, value);
                            }
                        },
                        "{}",
                        reason));
    }

    private static Arguments data(String what, String value, String reason) {
        return Arguments.of(what, new Garbage(_ -> {}, value, reason));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("garbage")
    void what_cannot_be_read_is_kept_once_with_its_bytes_and_the_reason(String what, Garbage garbage) {
        String subject = UUID.randomUUID().toString();
        RecordHeaders headers = Said.headers(Events.FUND_OPENED.type(), UUID.randomUUID(), subject);
        garbage.spoil().accept(headers);
        String value = garbage.value();
        ConsumerRecord<String, byte[]> record =
                Said.record(subject, headers, value == null ? null : value.getBytes(StandardCharsets.UTF_8));

        hear(record);
        hear(record);

        assertThat(tables.letters(subject)).as(what).containsExactly("dead unreadable");
        assertThat(tables.reasons(subject)).singleElement().asString().contains(garbage.reason());
        assertThat(tables.values(subject)).containsExactly(String.valueOf(value));
    }

    @Test
    void a_record_without_key_headers_or_value_is_a_letter_of_its_own() {
        long before = tables.count("SELECT count(*) FROM dead_letter WHERE subject IS NULL");

        hear(Said.record(null, new RecordHeaders(), null));

        assertThat(tables.count("SELECT count(*) FROM dead_letter WHERE subject IS NULL"))
                .isEqualTo(before + 1);
    }

    @Test
    void a_key_of_a_megabyte_is_kept_like_any_other_rubbish() {
        String key = "k".repeat(1_000_000);

        hear(Said.record(key, Said.headers(Events.FUND_OPENED.type(), UUID.randomUUID(), "s"), new byte[0]));

        assertThat(tables.letters(key)).containsExactly("dead unreadable");
    }

    @Test
    void the_genuine_event_is_not_lost_when_its_broken_copy_came_first() {
        UUID fund = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        ConsumerRecord<String, byte[]> genuine = Said.fundOpened(fund, event, "Genuine");

        hear(Said.event(Events.FUND_OPENED, event, fund.toString(), "{\"broken"));
        hear(genuine);

        assertThat(tables.letters(fund.toString())).containsExactly("dead unreadable", "parked waits-behind");
    }

    @Test
    void a_bug_in_the_handler_leaves_a_dead_letter_and_no_half_effect() {
        UUID fund = UUID.randomUUID();
        behaviour.of(fund.toString(), () -> {
            throw new IllegalStateException("nobody thought of this");
        });

        hear(Said.fundOpened(fund));
        hear(Said.fundOpened(fund));

        assertThat(tables.letters(fund.toString())).containsExactly("dead failed", "parked waits-behind");
        assertThat(tables.reasons(fund.toString()).getFirst())
                .isEqualTo("IllegalStateException: nobody thought of this");
        assertThat(tables.effects(fund.toString())).isEmpty();
    }

    @Test
    void a_row_that_the_database_refuses_at_the_end_leaves_a_dead_letter_that_says_why() {
        UUID fund = UUID.randomUUID();
        behaviour.of(fund.toString(), () -> {
            sql.later("INSERT INTO effect (event_id, subject, note) VALUES (NULL, ?, '')", fund.toString());
            return Outcome.done("fund:" + fund);
        });

        hear(Said.fundOpened(fund));

        assertThat(tables.letters(fund.toString())).containsExactly("dead failed");
        assertThat(tables.reasons(fund.toString()).getFirst()).contains("null value in column \"event_id\"");
        assertThat(tables.effects(fund.toString())).isEmpty();
    }

    @Test
    void a_handler_that_hides_the_failure_of_a_nested_transaction_leaves_a_dead_letter_and_blocks_nothing() {
        UUID fund = UUID.randomUUID();
        behaviour.of(fund.toString(), () -> {
            try {
                refuses.refuse();
            } catch (IllegalStateException _) {
                // As if nothing had happened: that is the bug.
            }
            return Outcome.done("fund:" + fund);
        });

        hear(Said.fundOpened(fund));

        assertThat(tables.letters(fund.toString())).containsExactly("dead failed");
        assertThat(tables.reasons(fund.toString()).getFirst())
                .contains("DoomedTransactionException", "a nested @Transactional method failed");
        assertThat(tables.effects(fund.toString())).isEmpty();
    }

    @Test
    void a_transaction_that_ended_by_itself_is_an_outage_and_not_a_bug() {
        assertThatExceptionOfType(TransactionFailure.class)
                .isThrownBy(() -> transactions.inNew(() -> {
                    try {
                        manager.rollback();
                    } catch (SystemException e) {
                        throw new AssertionError(e);
                    }
                    return "kept";
                }))
                .satisfies(failure -> assertThat(Fault.of(failure)).isEqualTo(Fault.TRANSIENT));
    }

    @Test
    void an_endless_recursion_is_a_bug_and_not_the_end_of_the_channel() {
        UUID fund = UUID.randomUUID();
        behaviour.of(fund.toString(), () -> {
            throw new StackOverflowError("turtles all the way down");
        });

        hear(Said.fundOpened(fund));

        assertThat(tables.letters(fund.toString())).containsExactly("dead failed");
    }

    @Test
    void an_event_that_cannot_be_used_keeps_what_its_handler_wrote() {
        UUID fund = UUID.randomUUID();
        behaviour.of(fund.toString(), () -> new Outcome.Unusable("the pool is in shells, not in dollars"));

        hear(Said.fundOpened(fund));

        assertThat(tables.letters(fund.toString())).containsExactly("dead unusable");
        assertThat(tables.reasons(fund.toString())).containsExactly("the pool is in shells, not in dollars");
        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
    }

    @Test
    void a_lost_race_is_run_again() {
        UUID fund = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        behaviour.of(fund.toString(), () -> {
            if (attempts.incrementAndGet() < 3) {
                throw new StaleStateException(fund, 1);
            }
            return null;
        });

        hear(Said.fundOpened(fund));

        assertThat(attempts).hasValue(3);
        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
    }

    @Test
    void a_race_that_is_always_lost_is_a_bug() {
        UUID fund = UUID.randomUUID();
        behaviour.of(fund.toString(), () -> {
            throw new StaleStateException(fund, 1);
        });

        hear(Said.fundOpened(fund));

        assertThat(tables.letters(fund.toString())).containsExactly("dead failed");
    }

    @Test
    void an_outage_in_the_handler_is_waited_for() {
        UUID fund = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        behaviour.of(fund.toString(), () -> {
            if (attempts.incrementAndGet() <= 10) {
                throw new IllegalStateException(new SQLException("lock timeout", "55P03"));
            }
            return null;
        });

        hear(Said.fundOpened(fund));

        assertThat(attempts).hasValue(11);
        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
        assertThat(tables.letters(fund.toString())).isEmpty();
    }

    @Test
    void an_event_ahead_of_its_cause_waits_for_it_and_later_ones_of_its_subject_wait_behind() {
        UUID fund = UUID.randomUUID();
        String school = Schools.next();

        hear(Said.allocationPublished(fund, school, "1.00"));
        hear(Said.allocationPublished(fund, school, "2.00"));
        hear(Said.allocationPublished(fund, school, "3.00"));
        assertThat(tables.letters(school))
                .containsExactly("parked awaits", "parked waits-behind", "parked waits-behind");
        assertThat(tables.reasons(school).getFirst()).isEqualTo("waits for fund:" + fund);
        hear(Said.fundOpened(fund));

        soon().untilAsserted(() -> assertThat(tables.effects(school)).containsExactly("1.00", "2.00", "3.00"));
        assertThat(tables.letters(school)).allMatch(letter -> letter.startsWith("redriven"));
    }

    @Test
    void one_subject_that_waits_does_not_hold_up_another() {
        UUID fund = UUID.randomUUID();
        UUID unheard = UUID.randomUUID();
        String waiting = Schools.next();
        String going = Schools.next();
        hear(Said.fundOpened(fund));

        hear(Said.allocationPublished(unheard, waiting, "1.00"));
        hear(Said.allocationPublished(fund, going, "2.00"));

        assertThat(tables.effects(going)).containsExactly("2.00");
        assertThat(tables.letters(waiting)).containsExactly("parked awaits");
    }

    @Test
    void cause_and_effect_that_arrive_together_never_miss_each_other() throws Exception {
        List<UUID> funds = Stream.generate(UUID::randomUUID).limit(40).toList();
        try (ExecutorService consumers = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (UUID fund : funds) {
                for (int n = 0; n < 3; n++) {
                    ConsumerRecord<String, byte[]> planned =
                            Said.allocationPublished(fund, "school-" + n + fund, "1.00");
                    all.add(consumers.submit(() -> hear(planned)));
                }
                all.add(consumers.submit(() -> hear(Said.fundOpened(fund))));
            }
            for (Future<?> one : all) {
                assertThat(one.get()).isNull();
            }
        }

        soon().untilAsserted(() -> assertThat(funds)
                .allSatisfy(fund -> assertThat(
                                IntStream.range(0, 3).mapToObj(n -> tables.effects("school-" + n + fund)))
                        .allMatch(List.of("1.00")::equals)));
    }

    @Test
    void what_the_service_does_because_of_an_event_is_audited_as_its_own() {
        UUID fund = UUID.randomUUID();
        ConsumerRecord<String, byte[]> opened = Said.fundOpened(fund);

        hear(opened);

        assertThat(tables.audit(fund.toString()))
                .containsExactly("partnership-fund service:foundation-service system heard "
                        + "org.partnershipfund.allocation.FundOpened.v1 " + Said.id(opened));
    }
}
