package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.testkit.BackboneResource;

/** Whatever order the partitions come in, and whatever comes twice: per subject, all of it, once, in order. */
@QuarkusTest
@WithTestResource(BackboneResource.class)
class ParkedLettersIT {

    private static final int FUNDS = 4;
    private static final int SCHOOLS = 5;
    private static final int EVENTS = 12;

    @Inject
    Inbox inbox;

    @Inject
    Tables tables;

    @ParameterizedTest
    @ValueSource(longs = {20_171_208, 536_870_912, 5_700_000_00, 25_705})
    void every_subject_sees_its_events_once_and_in_order(long seed) {
        Random chance = new Random(seed);
        List<UUID> funds = Stream.generate(UUID::randomUUID).limit(FUNDS).toList();
        List<Deque<ConsumerRecord<String, byte[]>>> partitions = new ArrayList<>();
        for (UUID fund : funds) {
            partitions.add(new ArrayDeque<>(List.of(Said.fundOpened(fund))));
        }
        Map<String, List<String>> expected = new HashMap<>();
        for (int school = 0; school < SCHOOLS; school++) {
            String code = Schools.next();
            Deque<ConsumerRecord<String, byte[]>> events = new ArrayDeque<>();
            for (int n = 0; n < EVENTS; n++) {
                String amount = n + ".00";
                events.add(Said.allocationPublished(funds.get(chance.nextInt(FUNDS)), code, amount));
                expected.computeIfAbsent(code, _ -> new ArrayList<>()).add(amount);
            }
            partitions.add(events);
        }

        List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
        while (partitions.stream().anyMatch(events -> !events.isEmpty())) {
            ConsumerRecord<String, byte[]> next =
                    partitions.get(chance.nextInt(partitions.size())).poll();
            if (next != null) {
                inbox.hear(Said.CHANNEL, next);
                heard.add(next);
            }
            if (!heard.isEmpty() && chance.nextInt(4) == 0) {
                inbox.hear(Said.CHANNEL, heard.get(chance.nextInt(heard.size())));
            }
        }

        soon().untilAsserted(() -> assertThat(expected)
                .allSatisfy(
                        (school, amounts) -> assertThat(tables.effects(school)).isEqualTo(amounts)));
        assertThat(expected.keySet())
                .allSatisfy(school -> assertThat(tables.letters(school)).allMatch(one -> one.startsWith("redriven")));
    }
}
