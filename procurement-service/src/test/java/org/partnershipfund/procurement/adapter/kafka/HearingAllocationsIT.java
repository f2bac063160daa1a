package org.partnershipfund.procurement.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.procurement.fixtures.Wire.allocationPublished;
import static org.partnershipfund.procurement.fixtures.Wire.fundAppropriated;
import static org.partnershipfund.procurement.fixtures.Wire.fundOpened;
import static org.partnershipfund.procurement.fixtures.Wire.garbage;
import static org.partnershipfund.procurement.fixtures.Wire.unknownType;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.procurement.ledger.BudgetLine;
import org.partnershipfund.procurement.ledger.BudgetLines;
import org.partnershipfund.procurement.ledger.FundId;
import org.partnershipfund.procurement.ledger.Ledger;
import org.partnershipfund.procurement.ledger.LedgerSlice;
import org.partnershipfund.testkit.BackboneResource;

/** From bytes on Kafka to cents in the ledger: twice, out of order, with garbage between. */
@QuarkusTest
@WithTestResource(value = BackboneResource.class, initArgs = @ResourceArg(name = "service", value = "procurement"))
class HearingAllocationsIT {

    private static final AtomicInteger SCHOOLS = new AtomicInteger(40_000_000);

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Inject
    BudgetLines lines;

    @Inject
    Ledger ledger;

    @Inject
    Letters letters;

    private KafkaProducer<String, byte[]> producer;
    private final UUID fund = UUID.randomUUID();
    private final String school = school();

    @BeforeEach
    void open() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @AfterEach
    void the_books_balance() {
        assertThat(ledger.trialBalance(LedgerSlice.ALL).disagreements()).isEmpty();
        assertThat(ledger.trialBalance(LedgerSlice.ALL).balances()).isTrue();
    }

    @Test
    void an_allocation_opens_the_line_and_is_planned_and_a_vote_appropriates_it() {
        say(fundOpened(fund), allocationPublished(fund, school, "52775.72"));
        awaitPlanned(school, "52775.72");

        say(fundAppropriated(fund, "52775.72", Map.of(school, "52775.72")));

        awaitAppropriated(school, "52775.72");
        assertThat(line(school).balance().planned()).isEqualTo(Money.ZERO);
        assertThat(line(school).balance().available()).isEqualTo(Money.ofDollars("52775.72"));
        assertThat(ledger.entries(line(school).id(), 0, 10).stream()
                        .map(entry -> entry.transfer().move().word())
                        .toList())
                .containsExactly("plan", "appropriate");
    }

    @Test
    void what_comes_twice_takes_effect_once() {
        var opened = fundOpened(fund);
        var published = allocationPublished(fund, school, "100.00");
        var voted = fundAppropriated(fund, "100.00", Map.of(school, "100.00"));

        say(opened, opened, published, published, voted, published, voted, voted, opened);

        awaitAppropriated(school, "100.00");
        awaitHeardToTheEnd();
        assertThat(ledger.entries(line(school).id(), 0, 10)).hasSize(2);
        assertThat(letters.open(school)).isEmpty();
        assertThat(letters.open(fund.toString())).isEmpty();
    }

    @Test
    void the_same_allocation_published_under_another_event_id_changes_nothing() {
        say(fundOpened(fund), allocationPublished(fund, school, "100.00"));
        awaitPlanned(school, "100.00");

        say(allocationPublished(fund, school, "100.00"));

        awaitHeardToTheEnd();
        assertThat(ledger.entries(line(school).id(), 0, 10)).hasSize(1);
        assertThat(letters.open(school)).isEmpty();
    }

    @Test
    void an_allocation_ahead_of_its_fund_waits_for_it() {
        say(allocationPublished(fund, school, "100.00"));
        soon().untilAsserted(() -> assertThat(letters.open(school)).containsExactly("parked: waits for fund:" + fund));

        say(fundOpened(fund));

        awaitPlanned(school, "100.00");
        soon().untilAsserted(() -> assertThat(letters.open(school)).isEmpty());
    }

    /** Fund and vote have one subject and keep their order; the allocations between them have others. */
    @Test
    void a_vote_ahead_of_its_allocations_waits_for_each_line() {
        String other = school();
        say(fundOpened(fund), fundAppropriated(fund, "300.00", Map.of(school, "100.00", other, "200.00")));
        soon().untilAsserted(() -> assertThat(letters.open(fund.toString()))
                .containsExactly("parked: waits for line:%s:%s".formatted(fund, school)));

        say(allocationPublished(fund, school, "100.00"));
        soon().untilAsserted(() -> assertThat(letters.open(fund.toString()))
                .containsExactly("parked: waits for line:%s:%s".formatted(fund, other)));
        assertThat(line(school).balance().appropriated()).isEqualTo(Money.ZERO);
        say(allocationPublished(fund, other, "200.00"));

        awaitAppropriated(school, "100.00");
        awaitAppropriated(other, "200.00");
        soon().untilAsserted(() -> assertThat(letters.open(fund.toString())).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void in_any_order_across_subjects_with_repeats_and_garbage_the_same_books_come_out(long seed) {
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        Map<String, String> amounts = new TreeMap<>();
        for (int i = 1; i <= 12; i++) {
            String code = school();
            String amount = "%d.%02d".formatted(1000 + i, i);
            amounts.put(code, amount);
            var published = allocationPublished(fund, code, amount);
            all.add(published);
            all.add(published);
            all.add(garbage(null));
            all.add(unknownType(code));
        }
        Collections.shuffle(all, new Random(seed));
        all.add(all.size() / 2, fundOpened(fund));
        String sum = amounts.values().stream()
                .map(Money::ofDollars)
                .reduce(Money.ZERO, Money::plus)
                .dollars();
        all.add(fundAppropriated(fund, sum, amounts));

        say(all);

        amounts.forEach(this::awaitAppropriated);
        awaitHeardToTheEnd();
        assertThat(lines.totals(LedgerSlice.of(new FundId(fund))).balance().appropriated())
                .isEqualTo(Money.ofDollars(sum));
        assertThat(ledger.trialBalance(LedgerSlice.of(new FundId(fund))).transfers())
                .isEqualTo(24);
        amounts.keySet().forEach(code -> assertThat(letters.open(code)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "101.00 | USD | 101203 | 2019 | already open with $100.00",
                "100.00 | EUR | 101203 | 2019 | currency must be USD",
                "100.00 | USD | 101204 | 2019 | responsibility centre 101203, not 101204",
                "100.00 | USD | 10120  | 2019 | six digits",
                "100.00 | USD | 101203 | 2020 | never crosses a fiscal year",
                "100.00 | USD | 101203 | 1066 | fiscal year must be",
                "0.001  | USD | 101203 | 2019 | fraction of a cent",
                "99999999999999999999.00 | USD | 101203 | 2019 | too large"
            })
    void what_contradicts_the_open_line_becomes_a_dead_letter_with_its_reason(
            String dollars, String currency, String centre, int year, String reason) {
        say(fundOpened(fund), allocationPublished(fund, school, "100.00"));
        awaitPlanned(school, "100.00");

        say(allocationPublished(UUID.randomUUID(), fund, school, dollars, currency, centre, year));

        soon().untilAsserted(() -> assertThat(letters.open(school))
                .singleElement()
                .asString()
                .startsWith("dead: ")
                .contains(reason));
        assertThat(line(school).balance().budget()).isEqualTo(Money.ofDollars("100.00"));
    }

    @ParameterizedTest
    @CsvSource({"0.00, At least one cent", "-5.00, At least one cent", "5700000.01, never hold more than its pool"})
    void an_amount_that_cannot_be_planned_opens_no_line(String dollars, String reason) {
        say(fundOpened(fund), allocationPublished(fund, school, dollars));

        soon().untilAsserted(() -> assertThat(letters.open(school))
                .singleElement()
                .asString()
                .startsWith("dead: ")
                .contains(reason));
        assertThat(lines.list(of(school), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_vote_that_differs_from_the_plan_appropriates_nothing_and_is_kept_with_its_reason() {
        String other = school();
        say(fundOpened(fund), allocationPublished(fund, school, "100.00"), allocationPublished(fund, other, "200.00"));
        awaitPlanned(school, "100.00");
        awaitPlanned(other, "200.00");

        say(fundAppropriated(fund, "290.00", Map.of(school, "100.00", other, "190.00")));

        soon().untilAsserted(() -> assertThat(letters.open(fund.toString()))
                .containsExactly("dead: School %s was planned $200.00 and adopted $190.00; ".formatted(other)
                        + "an adopted amount that differs runs as a revision first."));
        assertThat(line(school).balance().appropriated()).isEqualTo(Money.ZERO);
        assertThat(line(other).balance().appropriated()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_vote_that_does_not_add_up_is_kept_with_its_reason() {
        say(fundOpened(fund), allocationPublished(fund, school, "100.00"));
        awaitPlanned(school, "100.00");

        say(fundAppropriated(fund, "100.01", Map.of(school, "100.00")));

        soon().untilAsserted(() -> assertThat(letters.open(fund.toString()))
                .singleElement()
                .asString()
                .contains("adopted with $100.01, its lines add up to $100.00"));
    }

    @ParameterizedTest
    @CsvSource({"EUR, 2536, currency must be USD", "USD, 9999, program must be 2536"})
    void a_fund_that_cannot_be_kept_is_a_dead_letter(String currency, String program, String reason) {
        say(fundOpened(UUID.randomUUID(), fund, currency, program));

        soon().untilAsserted(() -> assertThat(letters.open(fund.toString()))
                .singleElement()
                .asString()
                .startsWith("dead: ")
                .contains(reason));
    }

    @Test
    void garbage_between_events_stops_nothing() {
        say(fundOpened(fund), garbage(school), garbage(null), unknownType(school));
        String next = school();
        say(allocationPublished(fund, next, "100.00"));

        awaitPlanned(next, "100.00");
        soon().untilAsserted(() ->
                assertThat(letters.open(school)).singleElement().asString().startsWith("dead: "));
    }

    private static String school() {
        return "%08d".formatted(SCHOOLS.getAndIncrement());
    }

    @SafeVarargs
    private void say(ProducerRecord<String, byte[]>... records) {
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        for (ProducerRecord<String, byte[]> record : records) {
            all.add(record);
        }
        say(all);
    }

    private void say(List<ProducerRecord<String, byte[]>> records) {
        List<Future<?>> sent = new ArrayList<>();
        for (ProducerRecord<String, byte[]> record : records) {
            sent.add(producer.send(record));
        }
        for (Future<?> one : sent) {
            try {
                var _ = one.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError("Kafka did not take a record", e);
            }
        }
    }

    /** Says one more allocation on each of the six partitions and waits for it: all that was said before is heard. */
    private void awaitHeardToTheEnd() {
        UUID marker = UUID.randomUUID();
        say(fundOpened(marker));
        Map<Integer, String> byPartition = new HashMap<>();
        while (byPartition.size() < 6) {
            String code = school();
            int partition = Utils.toPositive(Utils.murmur2(code.getBytes(StandardCharsets.UTF_8))) % 6;
            byPartition.putIfAbsent(partition, code);
        }
        byPartition.values().forEach(code -> say(allocationPublished(marker, code, "1.00")));
        byPartition.values().forEach(code -> awaitPlanned(code, "1.00"));
    }

    private void awaitPlanned(String code, String dollars) {
        soon().untilAsserted(() -> assertThat(lines.list(of(code), Optional.empty(), 10))
                .extracting(found -> found.value().balance().planned())
                .containsExactly(Money.ofDollars(dollars)));
    }

    private void awaitAppropriated(String code, String dollars) {
        soon().untilAsserted(() -> assertThat(lines.list(of(code), Optional.empty(), 10))
                .extracting(found -> found.value().balance().appropriated())
                .containsExactly(Money.ofDollars(dollars)));
    }

    private BudgetLine line(String code) {
        List<Versioned<BudgetLine>> found = lines.list(of(code), Optional.empty(), 10);
        assertThat(found).hasSize(1);
        return found.getFirst().value();
    }

    private static LedgerSlice of(String code) {
        return new LedgerSlice(
                Optional.empty(),
                Optional.of(new SchoolCode(code)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
