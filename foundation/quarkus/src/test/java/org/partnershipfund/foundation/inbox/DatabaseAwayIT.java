package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.partnershipfund.testkit.Soon.soon;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.partnershipfund.foundation.audit.Actor;
import org.partnershipfund.foundation.eventlog.AfterCommit;
import org.partnershipfund.foundation.sql.Superuser;
import org.partnershipfund.foundation.sql.Transactions;
import org.partnershipfund.testkit.BackboneResource;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class DatabaseAwayIT {

    @Inject
    Inbox inbox;

    @Inject
    Tables tables;

    @Inject
    Behaviour behaviour;

    @Inject
    Transactions transactions;

    @Inject
    Letters letters;

    @Inject
    CloudEventReader reader;

    @Inject
    InboxSettings settings;

    @Inject
    Actor actor;

    @Inject
    Tracer tracer;

    @Inject
    AfterCommit afterCommit;

    @Inject
    Releases releases;

    private static void shutTheDoor() {
        Superuser.execute("ALTER ROLE foundation_app NOLOGIN");
        throwOut();
    }

    private static void throwOut() {
        Superuser.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'foundation_app'");
    }

    @AfterEach
    void openTheDoor() {
        Superuser.execute("ALTER ROLE foundation_app LOGIN");
    }

    @Test
    void an_event_waits_for_the_database_and_takes_effect_once_when_it_is_back() throws Exception {
        UUID fund = UUID.randomUUID();
        ConsumerRecord<String, byte[]> opened = Said.fundOpened(fund);
        try (ExecutorService consumer = Executors.newSingleThreadExecutor()) {
            shutTheDoor();
            Future<?> hearing = consumer.submit(() -> inbox.hear(Said.CHANNEL, opened));
            assertThatThrownBy(() -> hearing.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            openTheDoor();
            assertThat(hearing.get(90, TimeUnit.SECONDS)).isNull();
        }

        inbox.hear(Said.CHANNEL, opened);
        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
        assertThat(tables.letters(fund.toString())).isEmpty();
    }

    @Test
    void a_connection_that_breaks_in_the_middle_leaves_no_half_effect() {
        UUID fund = UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        behaviour.of(fund.toString(), () -> {
            if (attempts.incrementAndGet() <= 2) {
                throwOut();
            }
            return null;
        });

        inbox.hear(Said.CHANNEL, Said.fundOpened(fund));

        assertThat(attempts).hasValueGreaterThanOrEqualTo(3);
        // The pool may hold on to a broken connection for the moment in which it does not look at it again.
        soon().ignoreExceptions()
                .untilAsserted(() -> assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund"));
    }

    @Test
    void connections_that_break_at_random_cost_no_event_and_double_none() throws Exception {
        List<UUID> funds = Stream.generate(UUID::randomUUID).limit(60).toList();
        ScheduledExecutorService breaking = Executors.newSingleThreadScheduledExecutor();
        try {
            ScheduledFuture<?> again =
                    breaking.scheduleWithFixedDelay(DatabaseAwayIT::throwOut, 0, 40, TimeUnit.MILLISECONDS);
            for (UUID fund : funds) {
                inbox.hear(Said.CHANNEL, Said.fundOpened(fund));
            }
            assertThat(again.isDone()).as("connections were broken to the end").isFalse();
        } finally {
            breaking.shutdown();
            assertThat(breaking.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        }

        soon().ignoreExceptions()
                .untilAsserted(() -> assertThat(funds)
                        .allSatisfy(fund ->
                                assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund")));
    }

    @Test
    void a_service_that_stops_does_not_wait_for_the_database() throws Exception {
        UUID fund = UUID.randomUUID();
        RawRecord raw = RawRecord.of(Said.CHANNEL, Said.fundOpened(fund));
        Deliveries stopping = new Deliveries(
                transactions, letters, reader, settings, actor, tracer, afterCommit, releases, "foundation-service");
        try (ExecutorService consumer = Executors.newSingleThreadExecutor()) {
            shutTheDoor();
            Future<?> hearing = consumer.submit(() -> switch (reader.read(raw)) {
                case Reading.Event<?> event -> stopping.hear(raw, event);
                case Reading.Unreadable _, Reading.UnknownType _ -> Deliveries.Ending.NOTHING;
            });
            assertThatThrownBy(() -> hearing.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            stopping.stop();

            assertThatThrownBy(() -> hearing.get(90, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InboxStoppedException.class);
        } finally {
            openTheDoor();
        }
        soon().ignoreExceptions()
                .untilAsserted(() -> assertThat(tables.effects(fund.toString())).isEmpty());
    }
}
