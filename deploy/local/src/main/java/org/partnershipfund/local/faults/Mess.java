package org.partnershipfund.local.faults;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.place.Service;

/**
 * Bytes that were put on a topic and are nothing that a service can use.
 *
 * @param eventId where it looks like an event, the id it came with
 * @param text its bytes, one character for each
 * @param letters how many letters each listener must make of it
 */
record Mess(Speaker topic, String eventId, String text, int letters) {

    /** Who hears whom, as the settings of the services say. */
    static final Map<Speaker, Set<Service>> LISTENERS = Map.of(
            Speaker.ALLOCATION, Set.of(Service.APPROVAL, Service.PROCUREMENT),
            Speaker.PORTFOLIO, Set.of(Service.APPROVAL, Service.PROCUREMENT),
            Speaker.APPROVAL, Set.of(Service.PORTFOLIO, Service.PROCUREMENT),
            Speaker.PROCUREMENT, Set.of(Service.ALLOCATION, Service.PORTFOLIO, Service.APPROVAL));

    private static final Map<Speaker, EventType<?>> HEARD_BY_ALL = Map.of(
            Speaker.ALLOCATION, Events.ALLOCATION_PUBLISHED,
            Speaker.PORTFOLIO, Events.PARTNER_REGISTERED,
            Speaker.APPROVAL, Events.SUPERVISOR_ASSIGNED,
            Speaker.PROCUREMENT, Events.CONTRACT_COMPLETED);

    /** The ways to be no event. */
    private enum Form {
        NOT_TEXT,
        NO_HEADERS,
        OTHER_DATA,
        UNHEARD_OF
    }

    /**
     * Puts one there; which form it has follows from the number.
     *
     * @param key whose events wait behind it
     */
    static Mess put(Topic topic, Speaker speaker, int number, String mark, String key) {
        var form = Form.values()[number % Form.values().length];
        String text = "{\"mess\": \"%s\"}".formatted(mark);
        return switch (form) {
            case NOT_TEXT -> {
                var mess = new Mess(speaker, "", text + "\u00ff\u00fe", 1);
                topic.garbage(key, mess.bytes());
                yield mess;
            }
            case NO_HEADERS -> {
                var mess = new Mess(speaker, "", text, 1);
                topic.garbage(key, mess.bytes());
                yield mess;
            }
            case OTHER_DATA -> {
                topic.say(HEARD_BY_ALL.getOrDefault(speaker, Events.checkpoint(speaker)), mark, key, text);
                yield new Mess(speaker, mark, text, 1);
            }
            case UNHEARD_OF -> {
                topic.sayUnknown(mark, key);
                yield new Mess(speaker, mark, "{}", 0);
            }
        };
    }

    /** What lies on the topic. */
    byte[] bytes() {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "the mess %s on the topic of %s".formatted(text, topic.word());
    }
}
