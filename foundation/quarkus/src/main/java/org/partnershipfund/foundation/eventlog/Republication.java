package org.partnershipfund.foundation.eventlog;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.foundation.eventlog.EventFeed.Batch;
import org.partnershipfund.foundation.eventlog.EventFeed.Entry;
import org.partnershipfund.foundation.eventlog.RelayWatch.Look;
import org.partnershipfund.foundation.eventlog.RepublicationResource.RepublishedJson;
import org.partnershipfund.foundation.problem.ProblemException;
import org.partnershipfund.foundation.problem.StandardProblem;
import org.partnershipfund.kernel.AuditTrail;

/**
 * Publishes what the log holds once more, in the order of position and exactly as the relay does: same ids, keys,
 * headers and bytes.
 *
 * <p>Not through the log itself: an insert of a copy would need a new id, and every consumer would act on it again.
 */
@ApplicationScoped
class Republication {

    private static final int RETRY_AFTER_SECONDS = 5;
    private static final int DELIVERY_MILLIS = 20_000;

    private final EventFeed feed;
    private final RelayWatch relay;
    private final AuditTrail audit;
    private final Map<String, Object> kafka;

    @Inject
    Republication(
            EventFeed feed,
            RelayWatch relay,
            AuditTrail audit,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.feed = feed;
        this.relay = relay;
        this.audit = audit;
        this.kafka = kafka;
    }

    /** Publishes up to so many events from a position on. */
    @Transactional(TxType.MANDATORY)
    RepublishedJson publish(long fromPosition, int limit) {
        relay.look();
        Look look = relay.seen();
        if (look != null && look.slot() != null && look.slot().active()) {
            throw ProblemException.of(
                    StandardProblem.RELAY_IS_RUNNING,
                    "The relay reads slot %s. Stop its connector first: otherwise old events would overtake new ones of the same subject."
                            .formatted(relay.slotName()));
        }
        Batch batch = feed.after(fromPosition - 1, EventFeed.Filter.ALL, limit);
        send(batch.entries());
        // Rows without a position are committed and not published yet; the sealer is about to give them one.
        boolean complete = batch.through() >= batch.last() && (look == null || look.unsealed() == 0);
        RepublishedJson done = new RepublishedJson(batch.entries().size(), batch.through() + 1, complete);
        audit.record(new AuditTrail.Change("EventsRepublished", "position " + fromPosition, null, done));
        return done;
    }

    private void send(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (Producer<String, byte[]> producer = producer()) {
            List<Future<?>> sent = new ArrayList<>();
            for (Entry entry : entries) {
                sent.add(producer.send(record(entry)));
            }
            producer.flush();
            for (Future<?> one : sent) {
                Object taken = one.get();
                if (taken == null) {
                    throw new IllegalStateException("Kafka took a record and said nothing");
                }
            }
        } catch (ExecutionException | KafkaException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.retryLater(
                StandardProblem.TEMPORARILY_UNAVAILABLE,
                "Kafka does not take the events now. Send the same request again; what was published twice does no harm.",
                RETRY_AFTER_SECONDS);
    }

    /** The record as the relay's EventRouter makes it. */
    private static ProducerRecord<String, byte[]> record(Entry entry) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                entry.topic(), entry.subject(), entry.payload().getBytes(StandardCharsets.UTF_8));
        header(record, "ce_id", entry.id().toString());
        header(record, "ce_source", entry.source());
        header(record, "ce_specversion", entry.specversion());
        header(record, "ce_type", entry.type());
        header(record, "ce_subject", entry.subject());
        header(record, "ce_time", entry.at().toInstant().toString());
        header(record, "content-type", entry.contentType());
        header(record, "traceparent", entry.traceparent());
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
        if (value != null) {
            record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Producer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "republication");
        // All in-sync replicas, and no retry may overtake another record: the order of position is the point.
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
