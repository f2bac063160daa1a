package org.partnershipfund.local.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How long a topic that has not ended yet gives no record. A consumer whose brokers went away polls in vain for ever and
 * never complains; whoever reads to an end must do so itself. Each record gives Kafka the whole time anew, because a long
 * topic takes long.
 */
public final class Silence {

    private final String topic;
    private final Duration longest;
    private long since = System.nanoTime();

    /** Begins now. */
    public Silence(String topic, Duration longest) {
        this.topic = topic;
        this.longest = longest;
    }

    /**
     * Passes on what came of a poll.
     *
     * @throws TimeoutException if nothing came for too long
     */
    public <K, V> ConsumerRecords<K, V> heard(ConsumerRecords<K, V> polled) {
        if (!polled.isEmpty()) {
            since = System.nanoTime();
        } else if (System.nanoTime() - since > longest.toNanos()) {
            throw new TimeoutException("Kafka gives no records of " + topic);
        }
        return polled;
    }
}
