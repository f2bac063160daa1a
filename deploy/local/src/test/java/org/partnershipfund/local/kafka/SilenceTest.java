package org.partnershipfund.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Whoever reads a topic to its end does not wait for ever for brokers that went away. */
class SilenceTest {

    private static final ConsumerRecords<String, String> NOTHING = ConsumerRecords.empty();
    private static final ConsumerRecords<String, String> SOMETHING = new ConsumerRecords<>(
            Map.of(new TopicPartition("topic", 0), List.of(new ConsumerRecord<>("topic", 0, 0, "key", "value"))),
            Map.of());

    @Test
    void a_topic_that_gives_nothing_for_too_long_is_complained_of() {
        var silence = new Silence("topic", Duration.ZERO);

        assertThatThrownBy(() -> silence.heard(NOTHING))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("Kafka gives no records of topic");
    }

    @Test
    void a_topic_that_gives_something_may_take_as_long_as_it_likes() {
        assertThat(new Silence("topic", Duration.ZERO).heard(SOMETHING)).isSameAs(SOMETHING);
        assertThat(new Silence("topic", Duration.ofMinutes(1)).heard(NOTHING)).isSameAs(NOTHING);
    }
}
