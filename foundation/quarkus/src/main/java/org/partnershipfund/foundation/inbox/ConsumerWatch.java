package org.partnershipfund.foundation.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.inbox.Channels.Channel;
import org.partnershipfund.foundation.sql.Sql;
import org.partnershipfund.foundation.sql.Worker;

/**
 * Looks at this service's consumers from outside, by a client of its own: how far the group is behind, and since when
 * it has made no progress. A consumer that is alive and not consuming cannot hide from it.
 */
@Singleton
class ConsumerWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LOOKS_UNTIL_BLIND = 5;

    private final Sql sql;
    private final InboxSettings settings;
    private final Map<String, Object> kafka;
    private final List<Channel> channels;
    private final Worker worker;
    private final Worker counter;
    private final Clock real = Clock.systemUTC();
    private final Map<String, Progress> progress = new ConcurrentHashMap<>();
    private volatile Map<String, Long> letters = Map.of();
    private @Nullable Admin admin;

    @Inject
    ConsumerWatch(
            Sql sql,
            InboxSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Config config,
            MeterRegistry registry,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sql = sql;
        this.settings = settings;
        this.kafka = kafka;
        this.channels = Channels.of(config, service);
        this.worker = new Worker("consumer-watch", settings.watchEvery(), () -> {
            look();
            return false;
        });
        this.counter = new Worker("letter-watch", settings.watchEvery(), () -> {
            countLetters();
            return false;
        });
        for (Channel channel : channels) {
            Gauge.builder("fund.inbox.lag", () -> lag(channel.name()))
                    .tag("channel", channel.name())
                    .baseUnit("records")
                    .description("Records that the channel has not settled yet")
                    .strongReference(true)
                    .register(registry);
            Gauge.builder("fund.inbox.last.progress", () -> sinceProgress(channel.name()))
                    .tag("channel", channel.name())
                    .baseUnit("seconds")
                    .description("Time since the partition that waits longest moved; 0 if none has anything to do")
                    .strongReference(true)
                    .register(registry);
        }
        for (String state : List.of("parked", "dead")) {
            Gauge.builder("fund.dead.letters", () -> letters.getOrDefault(state, 0L))
                    .tag("state", state)
                    .description("Open letters")
                    .strongReference(true)
                    .register(registry);
        }
    }

    void start(@Observes StartupEvent starting) {
        counter.start();
        if (!channels.isEmpty()) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        counter.stop();
        worker.stop();
        Admin open = admin;
        if (open != null) {
            open.close(Duration.ofSeconds(1));
        }
    }

    List<Channel> channels() {
        return channels;
    }

    /** Where a channel stands; null when Kafka could not be asked lately. */
    @Nullable Progress progress(Channel channel) {
        Progress known = progress.get(channel.name());
        Duration blindAfter = settings.watchEvery().multipliedBy(LOOKS_UNTIL_BLIND);
        return known == null || known.seen().isBefore(real.instant().minus(blindAfter)) ? null : known;
    }

    /** Whether one of a channel's partitions has work and has not moved for longer than the setting allows. */
    boolean isStalled(Progress known) {
        return known.isStalled(real.instant(), settings.stalledAfter());
    }

    /** How many letters are open in a state, as of the last count. */
    long letters(String state) {
        return letters.getOrDefault(state, 0L);
    }

    private double lag(String channel) {
        Progress known = progress.get(channel);
        return known == null ? Double.NaN : known.lag();
    }

    private double sinceProgress(String channel) {
        Progress known = progress.get(channel);
        return known == null
                ? Double.NaN
                : Duration.between(known.moved(), real.instant()).toMillis() / 1000.0;
    }

    /** Looks now. */
    void look() {
        try {
            for (Channel channel : channels) {
                look(channel);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka cannot be asked about the consumers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void look(Channel channel) throws ExecutionException, InterruptedException, TimeoutException {
        Admin client = client();
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription topic : client.describeTopics(channel.topics())
                .allTopicNames()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .values()) {
            topic.partitions().forEach(one -> partitions.add(new TopicPartition(topic.name(), one.partition())));
        }
        Map<TopicPartition, Long> first = offsets(client, partitions, OffsetSpec.earliest());
        Map<TopicPartition, Long> end = offsets(client, partitions, OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> committed = client.listConsumerGroupOffsets(channel.group())
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        Map<TopicPartition, Progress.Look> looks = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long at = offset == null ? first.getOrDefault(partition, 0L) : offset.offset();
            looks.put(partition, new Progress.Look(at, Math.max(0, end.getOrDefault(partition, at) - at)));
        }
        progress.put(channel.name(), Progress.after(progress.get(channel.name()), looks, real.instant()));
    }

    private static Map<TopicPartition, Long> offsets(Admin client, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        client.listOffsets(asked)
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private Admin client() {
        Admin open = admin;
        if (open == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "consumer-watch");
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            open = Admin.create(settings);
            admin = open;
        }
        return open;
    }

    private void countLetters() {
        Map<String, Long> counts = new HashMap<>();
        record Count(String state, long letters) {}
        for (Count count : sql.list(
                "SELECT state, count(*) FROM dead_letter WHERE state IN ('parked', 'dead') GROUP BY state",
                row -> new Count(row.getString(1), row.getLong(2)))) {
            counts.put(count.state(), count.letters());
        }
        letters = counts;
    }
}
