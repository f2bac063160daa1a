package org.partnershipfund.local.audit;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.Sentence;

/** How far a service has come in what it hears, as the brokers keep it. */
final class ConsumerGroup implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Admin admin;
    private final String name;

    /** All channels of a service are in one group of its name. */
    ConsumerGroup(String bootstrapServers, Service service) {
        this.name = service.module();
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "fund-reconcile",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS / 2),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
    }

    /** The next offset it would read, of each partition that it ever read. */
    Map<TopicPartition, Long> passed() throws IOException, InterruptedException {
        Map<TopicPartition, Long> passed = new HashMap<>();
        done(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        passed.put(partition, offset.offset());
                    }
                });
        return passed;
    }

    /** Waits until nobody is in it: a service that was killed stays in it for its session's ten seconds. */
    boolean awaitEmpty(Duration atMost) throws IOException, InterruptedException {
        var until = System.nanoTime() + atMost.toNanos();
        while (!isEmpty()) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return true;
    }

    private boolean isEmpty() throws IOException, InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(name))
                    .all()
                    .thenApply(groups -> groups.values().stream()
                            .allMatch(group -> group.members().isEmpty()))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw unreachable(e);
        } catch (TimeoutException e) {
            throw unreachable(e);
        }
    }

    /** Sets it back; it must be empty. */
    void rewind(Map<TopicPartition, Long> offsets) throws IOException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> wanted = new HashMap<>();
        offsets.forEach((partition, offset) -> wanted.put(partition, new OffsetAndMetadata(offset)));
        var _ = done(admin.alterConsumerGroupOffsets(name, wanted).all().thenApply(_ -> true));
    }

    private <T> T done(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unreachable(e);
        }
    }

    private IOException unreachable(Exception e) {
        return new IOException("the consumer group %s cannot be asked: %s".formatted(name, Sentence.of(e)), e);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
