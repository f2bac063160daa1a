package org.partnershipfund.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.faults.Fault.Card;
import org.partnershipfund.local.faults.Fault.Kind;
import org.partnershipfund.local.place.Service;

/** Plans of faults: repeatable, complete, and never beyond what heals by itself. */
class FaultPlanTest {

    /** Rounds in which the whole deck has been dealt, however few faults each of them has. */
    private static final int LONG = 2 * Fault.deck().size();

    @Property
    void the_same_seed_gives_the_same_plan(@ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int minutes) {
        assertThat(FaultPlan.lasting(seed, minutes)).isEqualTo(FaultPlan.lasting(seed, minutes));
        assertThat(FaultPlan.lasting(seed, minutes).toString())
                .isEqualTo(FaultPlan.lasting(seed, minutes).toString());
    }

    @Property
    void a_longer_plan_begins_as_a_shorter_one_does(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int minutes, @ForAll @IntRange(max = 60) int more) {
        List<FaultPlan.Round> shorter = FaultPlan.lasting(seed, minutes).rounds();

        assertThat(FaultPlan.lasting(seed, minutes + more).rounds())
                .startsWith(shorter.toArray(FaultPlan.Round[]::new));
    }

    @Test
    void another_seed_gives_another_plan() {
        assertThat(Stream.iterate(0L, seed -> seed + 1)
                        .limit(50)
                        .map(seed -> FaultPlan.lasting(seed, 5))
                        .map(FaultPlan::rounds)
                        .distinct())
                .hasSize(50);
    }

    @Property
    void whatever_can_go_wrong_goes_wrong_in_a_long_plan(@ForAll long seed) {
        assertThat(cards(FaultPlan.drawn(seed, LONG, Fault.deck()))).containsAll(Fault.deck());
    }

    @Property
    void a_plan_of_each_deals_every_card_once(@ForAll long seed) {
        FaultPlan plan = FaultPlan.ofEach(seed, Fault.deck());

        assertThat(cards(plan)).containsExactlyInAnyOrderElementsOf(Fault.deck());
        assertThat(plan.rounds().stream()
                        .flatMap(round -> round.faults().stream())
                        .map(Fault::number))
                .doesNotHaveDuplicates();
        assertThat(plan).isEqualTo(FaultPlan.ofEach(seed, Fault.deck()));
    }

    @Property
    void faults_of_one_round_leave_each_other_in_peace(@ForAll long seed) {
        for (FaultPlan.Round round : FaultPlan.drawn(seed, LONG, Fault.deck()).rounds()) {
            List<Card> cards = round.faults().stream().map(Fault::what).toList();
            assertThat(cards).hasSizeBetween(1, FaultPlan.AT_ONCE);
            assertThat(cards.stream().map(Card::target)).as("struck once").doesNotHaveDuplicates();
            long shared = cards.stream()
                    .filter(card -> card.kind().strikesProcess())
                    .filter(card -> List.of("postgres", "kafka", "connect").contains(card.target()))
                    .count();
            assertThat(shared).as("of what all share, one at a time").isLessThanOrEqualTo(1);
            if (shared == 1) {
                assertThat(cards.stream().map(Card::kind))
                        .as("nothing can be put on a topic while its broker is away")
                        .doesNotContain(Kind.DOUBLE, Kind.DELAY, Kind.MALFORM, Kind.DISORDER);
            }
        }
    }

    @Test
    void nothing_is_cut_off_from_a_database_that_is_struck_itself() {
        var cut = new Card(Kind.CUT, "approval-service");

        for (Kind kind : List.of(Kind.KILL, Kind.FREEZE)) {
            var struck = new Card(kind, "postgres");
            assertThat(cut.goesWith(struck)).isFalse();
            assertThat(struck.goesWith(cut)).isFalse();
            assertThat(cut.goesWith(new Card(kind, "kafka"))).isTrue();
        }
    }

    @Test
    void connections_to_kafka_are_cut_while_it_lives_and_while_others_may_be_struck() {
        var severed = new Card(Kind.SEVER, "kafka");

        for (Kind kind : List.of(Kind.KILL, Kind.FREEZE)) {
            assertThat(severed.goesWith(new Card(kind, "kafka"))).isFalse();
            assertThat(severed.goesWith(new Card(kind, "procurement-service"))).isTrue();
        }
        // What is put on a topic is put there by another way.
        assertThat(severed.goesWith(new Card(Kind.DOUBLE, "allocation"))).isTrue();
    }

    @Property
    void nothing_is_killed_in_two_rounds_running_because_its_keeper_waits_longer_each_time(@ForAll long seed) {
        Set<Card> before = Set.of();
        for (FaultPlan.Round round : FaultPlan.drawn(seed, LONG, Fault.deck()).rounds()) {
            Set<Card> killed = round.faults().stream()
                    .map(Fault::what)
                    .filter(card -> card.kind() == Kind.KILL)
                    .collect(Collectors.toCollection(HashSet::new));
            assertThat(killed.stream().filter(before::contains)).isEmpty();
            before = killed;
        }
    }

    @Property
    void every_fault_ends_by_itself_soon(@ForAll long seed) {
        for (FaultPlan.Round round : FaultPlan.drawn(seed, LONG, Fault.deck()).rounds()) {
            for (Fault fault : round.faults()) {
                assertThat(fault.at()).isPositive();
                assertThat(fault.length().isPositive())
                        .isEqualTo(fault.what().kind().lasts());
                assertThat(fault.end()).isLessThanOrEqualTo(Duration.ofSeconds(20));
            }
        }
    }

    @Test
    void a_minute_is_at_least_a_round_and_an_hour_many() {
        assertThat(FaultPlan.lasting(7, 1).rounds()).hasSize(1);
        assertThat(FaultPlan.lasting(7, 60).rounds()).hasSize(90);
    }

    @Test
    void a_deck_of_one_card_is_played_all_the_same() {
        List<Card> deck = List.of(new Card(Kind.KILL, "kafka"));

        assertThat(cards(FaultPlan.drawn(7, 3, deck)))
                .containsExactly(deck.getFirst(), deck.getFirst(), deck.getFirst());
    }

    @Test
    void the_deck_has_every_process_every_relay_and_every_topic() {
        Map<Kind, Long> cards =
                new EnumMap<>(Fault.deck().stream().collect(Collectors.groupingBy(Card::kind, Collectors.counting())));

        assertThat(cards)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Kind.KILL, 7L,
                        Kind.FREEZE, 7L,
                        Kind.CUT, 8L,
                        Kind.SEVER, 1L,
                        Kind.DOUBLE, 4L,
                        Kind.DELAY, 4L,
                        Kind.MALFORM, 4L,
                        Kind.DISORDER, 1L));
    }

    @Test
    void who_hears_whom_is_what_the_services_settings_say() throws IOException {
        for (Speaker speaker : Speaker.values()) {
            Set<Service> listeners = new HashSet<>();
            for (Service service : Service.values()) {
                String settings = Files.readString(Suite.checkout()
                        .resolve(service.module())
                        .resolve("src/main/resources/application.properties"));
                if (Arrays.stream(settings.split("\n"))
                        .anyMatch(line -> line.startsWith("mp.messaging.incoming.")
                                && line.endsWith(".topic=" + speaker.topic()))) {
                    listeners.add(service);
                }
            }
            assertThat(Mess.LISTENERS.get(speaker)).as(speaker.word()).isEqualTo(listeners);
        }
    }

    private static List<Card> cards(FaultPlan plan) {
        return plan.rounds().stream()
                .flatMap(round -> round.faults().stream())
                .map(Fault::what)
                .toList();
    }
}
