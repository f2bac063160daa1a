package org.partnershipfund.foundation.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.partnershipfund.testkit.BackboneResource;

@QuarkusTest
@WithTestResource(BackboneResource.class)
class HearingEventsIT {

    @Inject
    Inbox inbox;

    @Inject
    Tables tables;

    private void hear(ConsumerRecord<String, byte[]> record) {
        inbox.hear(Said.CHANNEL, record);
    }

    @Test
    void an_event_takes_effect_once_however_often_it_comes() {
        UUID fund = UUID.randomUUID();
        ConsumerRecord<String, byte[]> opened = Said.fundOpened(fund);

        hear(opened);
        hear(opened);
        hear(opened);

        assertThat(tables.effects(fund.toString())).containsExactly("Partnership Fund");
        assertThat(tables.isKnown(Said.id(opened))).isTrue();
        assertThat(tables.letters(fund.toString())).isEmpty();
    }

    @Test
    void an_event_ahead_of_its_cause_waits_for_it_and_later_ones_of_its_subject_wait_behind() {
        UUID fund = UUID.randomUUID();
        String school = school();

        hear(Said.allocationPublished(fund, school, "1.00"));
        hear(Said.allocationPublished(fund, school, "2.00"));
        hear(Said.allocationPublished(fund, school, "3.00"));
        assertThat(tables.letters(school))
                .containsExactly("parked awaits", "parked waits-behind", "parked waits-behind");
        hear(Said.fundOpened(fund));

        await().untilAsserted(() -> assertThat(tables.effects(school)).isEqualTo(List.of("1.00", "2.00", "3.00")));
        assertThat(tables.letters(school)).allMatch(letter -> letter.startsWith("redriven"));
    }

    static String school() {
        return "%08d".formatted(Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 100_000_000L));
    }
}
