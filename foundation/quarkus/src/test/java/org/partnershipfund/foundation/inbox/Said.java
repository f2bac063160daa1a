package org.partnershipfund.foundation.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.contracts.AllocationPublishedV1;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.FundOpenedV1;
import org.partnershipfund.contracts.FundOpenedV1.ChartV1;
import org.partnershipfund.contracts.MoneyV1;
import org.partnershipfund.foundation.eventlog.WireJson;

/** Records as the relay of allocation-service publishes them. */
final class Said {

    static final String CHANNEL = "heard";
    static final String TOPIC = "partnership-fund.allocation.v1";
    static final Instant IN_DECEMBER = Instant.parse("2017-12-08T14:00:00Z");

    private static final AtomicLong OFFSETS = new AtomicLong();
    private static final WireJson JSON = new WireJson();

    private Said() {}

    static ConsumerRecord<String, byte[]> fundOpened(UUID fund) {
        return fundOpened(fund, UUID.randomUUID(), "Partnership Fund");
    }

    static ConsumerRecord<String, byte[]> fundOpened(UUID fund, UUID event, String name) {
        FundOpenedV1 data = new FundOpenedV1(
                fund,
                name,
                2019,
                LocalDate.of(2018, 7, 1),
                LocalDate.of(2019, 6, 30),
                new MoneyV1("5700000.00", "USD"),
                new ChartV1("52907", "100", "2536", "0000"),
                IN_DECEMBER);
        return event(Events.FUND_OPENED, event, fund.toString(), JSON.write(data));
    }

    static ConsumerRecord<String, byte[]> allocationPublished(UUID fund, String school, String dollars) {
        AllocationPublishedV1 data = new AllocationPublishedV1(
                UUID.randomUUID(),
                fund,
                UUID.randomUUID(),
                2019,
                school,
                "Invented School",
                "101234",
                new MoneyV1(dollars, "USD"),
                "0.612345",
                238,
                IN_DECEMBER);
        return event(Events.ALLOCATION_PUBLISHED, UUID.randomUUID(), school, JSON.write(data));
    }

    static ConsumerRecord<String, byte[]> event(EventType<?> type, UUID id, String subject, String json) {
        return event(type.type(), id, subject, json);
    }

    static ConsumerRecord<String, byte[]> event(String type, UUID id, String subject, String json) {
        return record(subject, headers(type, id, subject), json.getBytes(StandardCharsets.UTF_8));
    }

    static RecordHeaders headers(String type, UUID id, String subject) {
        RecordHeaders headers = new RecordHeaders();
        set(headers, "ce_specversion", "1.0");
        set(headers, "ce_id", id.toString());
        set(headers, "ce_source", "/allocation-service");
        set(headers, "ce_type", type);
        set(headers, "ce_subject", subject);
        set(headers, "ce_time", IN_DECEMBER.toString());
        set(headers, "content-type", "application/json");
        return headers;
    }

    static void set(Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    static ConsumerRecord<String, byte[]> record(@Nullable String key, Headers headers, byte @Nullable [] value) {
        return new ConsumerRecord<>(
                TOPIC,
                0,
                OFFSETS.getAndIncrement(),
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }

    static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }
}
