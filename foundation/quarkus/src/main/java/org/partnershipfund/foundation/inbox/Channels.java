package org.partnershipfund.foundation.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The Kafka channels on which this service listens, as its settings name them. */
final class Channels {

    private static final String PREFIX = "mp.messaging.incoming.";
    private static final Pattern TOPIC = Pattern.compile(Pattern.quote(PREFIX) + "([^.]+)\\.topics?");

    private Channels() {}

    /** One channel. */
    record Channel(String name, List<String> topics, String group) {}

    static List<Channel> of(Config config, String service) {
        TreeSet<String> names = new TreeSet<>();
        for (String property : config.getPropertyNames()) {
            Matcher topic = TOPIC.matcher(property);
            if (topic.matches()) {
                names.add(topic.group(1));
            }
        }
        List<Channel> channels = new ArrayList<>();
        for (String name : names) {
            boolean enabled = config.getOptionalValue(PREFIX + name + ".enabled", Boolean.class)
                    .orElse(true);
            if (enabled) {
                channels.add(new Channel(
                        name,
                        topics(config, name),
                        config.getOptionalValue(PREFIX + name + ".group.id", String.class)
                                .orElse(service)));
            }
        }
        return channels;
    }

    private static List<String> topics(Config config, String channel) {
        List<String> topics = new ArrayList<>();
        config.getOptionalValue(PREFIX + channel + ".topic", String.class).ifPresent(topics::add);
        config.getOptionalValues(PREFIX + channel + ".topics", String.class).ifPresent(topics::addAll);
        return topics;
    }
}
