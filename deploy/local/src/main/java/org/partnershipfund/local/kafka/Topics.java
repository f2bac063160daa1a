package org.partnershipfund.local.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.place.Place;
import org.partnershipfund.local.process.StartFailedException;

/** The topics, created by name: one per speaking service, kept for ever, and one per relay for its heartbeat. */
public final class Topics {

    private static final int PARTITIONS = 6;
    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1");
    private static final Map<String, String> ONE_HOUR = Map.of("retention.ms", "3600000", "segment.ms", "3600000");

    private final Place place;

    public Topics(Place place) {
        this.place = place;
    }

    /** Creates what is missing; a topic that exists stays as it is. */
    public void create() throws InterruptedException {
        var topics = new ArrayList<NewTopic>();
        for (var speaker : Speaker.values()) {
            topics.add(topic(speaker.topic(), PARTITIONS, FOR_EVER));
            topics.add(topic(heartbeat(speaker), 1, ONE_HOUR));
        }
        try (var admin = Admin.create(client(place.bootstrapServers()))) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                awaitCreated(created.getKey(), created.getValue());
            }
        }
    }

    /** Where Debezium writes its heartbeat; without the topic its producer would wait for it for ever. */
    static String heartbeat(Speaker speaker) {
        return "__debezium-heartbeat." + speaker.word();
    }

    static Map<String, Object> client(String bootstrapServers) {
        return new HashMap<>(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "fund",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                20_000));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> settings) {
        return new NewTopic(name, partitions, (short) 1).configs(settings);
    }

    private static void awaitCreated(String name, java.util.concurrent.Future<Void> created)
            throws InterruptedException {
        try {
            var _ = created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new StartFailedException("the topic " + name + " cannot be created: " + e.getMessage(), e);
            }
        }
    }

    /** The topics that carry events. */
    public static List<String> events() {
        return List.of(Speaker.values()).stream().map(Speaker::topic).toList();
    }
}
