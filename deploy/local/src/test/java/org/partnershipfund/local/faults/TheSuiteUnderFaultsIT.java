package org.partnershipfund.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.contracts.EventFiles;
import org.partnershipfund.contracts.EventType;
import org.partnershipfund.contracts.Events;
import org.partnershipfund.contracts.Speaker;
import org.partnershipfund.local.LostSlot;
import org.partnershipfund.local.RunningSuite;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.faults.District.Draft;
import org.partnershipfund.local.faults.Fault.Card;
import org.partnershipfund.local.faults.Fault.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.process.Signals;
import org.partnershipfund.local.process.Stamp;
import org.partnershipfund.local.trust.TrustTable;

/**
 * Kills, duplicates, garbage and disorder against the packaged suite: a short plan of the faults that {@code ./fund
 * faults} plays for hours, and single stories that need a closer look. After each story: no event lost, no effect
 * twice, order kept per key, the books balance.
 *
 * <p>{@code -Dfaults.seed=N} plays another order and other moments; the seed is printed.
 */
@ExtendWith(RunningSuite.class)
@Order(1)
class TheSuiteUnderFaultsIT {

    private static final long SEED = Long.getLong("faults.seed", 20171208L);

    /** As long as {@code ./fund faults} allows, and half of it more: other builds share the machine with this test. */
    private static final Duration HEALING = FaultsRun.HEALING.multipliedBy(3).dividedBy(2);

    private static final Pattern BLIND = Pattern.compile("(?m)^fund_relay_slot_usable\\S* NaN$");
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String PERKINS = "00350231";

    /** Ids of events that these tests made up; allocation-service never said them. */
    private static final Set<String> MADE_UP = new HashSet<>();

    private static Suite suite;
    private static SuiteClient anybody;
    private static District district;
    private static Topic topic;
    private static Books books;

    @BeforeAll
    static void move_in_the_118_schools(Suite running) throws IOException, InterruptedException {
        System.out.println("faults.seed=" + SEED);
        suite = running;
        anybody = suite.client();
        topic = new Topic(suite.place(), Speaker.ALLOCATION);
        books = new Books(suite, anybody);
        district = District.moveIn(anybody);
    }

    @AfterEach
    void no_event_is_lost_no_effect_came_twice_order_is_kept_and_the_books_balance() throws InterruptedException {
        suite.awaitHealthy();
        Suite.await("every event has a position", SOON, () -> books.said().size() == books.committed());
        books.awaitAllHeard();
        books.balance();
        assertThat(books.letters("parked")).isEmpty();
        assertThat(books.letters("dead")).isEmpty();

        List<String> said = books.said();
        topic.firstAppearances().forEach((key, ids) -> {
            List<String> ofAllocation = new ArrayList<>(ids);
            ofAllocation.removeAll(MADE_UP);
            assertThat(ofAllocation)
                    .as("events of key " + key + " in the order of their positions")
                    .isEqualTo(said.stream().filter(ofAllocation::contains).toList());
        });
        Set<String> published = new HashSet<>();
        topic.firstAppearances().values().forEach(published::addAll);
        published.removeAll(MADE_UP);
        assertThat(published).isEqualTo(Set.copyOf(said));
    }

    /** Every process is killed once; one card of each other kind is drawn from the seed. */
    private static FaultPlan everyKillAndOneOfEachOtherKind() {
        List<Card> shuffled = new ArrayList<>(Fault.deck());
        Collections.shuffle(shuffled, new Random(SEED));
        List<Card> deck = new ArrayList<>();
        for (Card card : shuffled) {
            if (card.kind() == Kind.KILL || deck.stream().noneMatch(one -> one.kind() == card.kind())) {
                deck.add(card);
            }
        }
        return FaultPlan.ofEach(SEED, deck);
    }

    @Test
    void whatever_breaks_while_people_work_every_command_has_its_effect_once_or_never() throws Exception {
        FaultPlan plan = everyKillAndOneOfEachOtherKind();
        var run = new FaultsRun(suite, anybody, district, System.out, HEALING, MADE_UP);

        long begun = System.nanoTime();
        FaultsRun.Result result = run.play(plan);
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();

        MADE_UP.addAll(result.madeUp());
        assertThat(result.wrong()).isEmpty();
        assertThat(result.faults()).isEqualTo(plan.size());
        assertThat(result.hungUp()).isPositive();
        assertThat(result.lostAnswers()).isPositive();
        assertThat(result.commands()).isPositive();
        TrustTable.tried(
                "faults under load",
                result.faults(),
                "faults among %,d commands in %.1f minutes".formatted(result.commands(), seconds / 60.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void while_what_all_share_stands_still_no_service_says_that_it_is_ready_and_none_dies(String shared)
            throws InterruptedException {
        Map<Service, Stamp> before = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            before.put(service, suite.process(service.module()));
        }

        suite.freeze(shared);
        try {
            for (Service service : Service.values()) {
                Suite.await(service + " says that it is not ready", HEALING, () -> !isReady(service));
                Suite.await(
                        service + " says that it lives",
                        HEALING,
                        () -> ask(service, "/q/health/live").startsWith("200 "));
                if (shared.equals("postgres")) {
                    Suite.await(
                            "the figures of " + service + " are blind",
                            HEALING,
                            () -> BLIND.matcher(ask(service, "/q/metrics")).find());
                }
            }
        } finally {
            suite.thaw(shared);
        }

        Suite.await("everything is ready again", HEALING, () -> suite.isHealthy());
        before.forEach((service, process) -> assertThat(suite.process(service.module()))
                .as(service.toString())
                .isEqualTo(process));
    }

    // A probe that hangs has failed, as every platform counts it.
    private static boolean isReady(Service service) {
        return ask(service, "/q/health/ready").startsWith("200 ");
    }

    /** Status and body; nothing when there was no answer in time. */
    private static String ask(Service service, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(suite.place().url(service.management()) + path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Whether the service answers and tells its callers to come to another instance next time. */
    private static boolean endsTheLine(Service service) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(
                                            URI.create(suite.place().url(service.api()) + "/allocations?limit=1"))
                                    .timeout(Duration.ofSeconds(10))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Connection")
                    .filter("close"::equalsIgnoreCase)
                    .isPresent();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    void a_service_that_is_asked_to_stop_finishes_what_it_began_ends_every_line_and_leaves_its_topics()
            throws Exception {
        Draft draft = district.draft("The services are asked to stop");
        Stamp allocation = suite.process("allocation-service");
        Stamp procurement = suite.process("procurement-service");
        Set<String> listeners = topic.membersOf(Service.PROCUREMENT);
        assertThat(listeners).isNotEmpty();

        var publishing = new FutureTask<>(() -> district.publishOnce(draft));
        try (var holder = books.hold(draft.scenario())) {
            var _ = Thread.ofVirtual().start(publishing);
            Suite.await("the publication is under way", SOON, () -> books.waitingForARow() > 0);
            Signals.send(allocation, "TERM");
            Suite.await("it says farewell with each answer", SOON, () -> endsTheLine(Service.ALLOCATION));
            assertThat(allocation.isAlive()).isTrue();
            holder.rollback();
        }
        assertThat(publishing.get(1, TimeUnit.MINUTES).status()).isEqualTo(200);

        // Its events are on their way when those who hear them stop too.
        Signals.send(procurement, "TERM");
        Suite.await("procurement-service is gone by itself", SOON, () -> !procurement.isAlive());
        // Kafka gives up on members that say nothing after 10 s, and every 3 s they say something: who is not a member
        // any more less than 7 s after the end has said good-bye. Later than that it would prove nothing.
        long gone = System.nanoTime();
        Suite.await(
                "nobody waits for those who listened",
                Duration.ofSeconds(6),
                () -> topic.membersOf(Service.PROCUREMENT).stream().noneMatch(listeners::contains));
        assertThat(Duration.ofNanos(System.nanoTime() - gone))
                .as("until Kafka told that they have left")
                .isLessThan(Duration.ofSeconds(7));
        Suite.await("allocation-service is gone by itself", SOON, () -> !allocation.isAlive());
        suite.awaitReplaced("allocation-service", allocation);
        suite.awaitReplaced("procurement-service", procurement);
        books.awaitPlanned(draft.fund());
    }

    @Test
    void a_slot_that_is_lost_loses_no_allocation() throws Exception {
        Draft before = published("Before the slot is lost");
        books.awaitPlanned(before.fund());
        Draft draft = district.draft("While the slot is lost");

        LostSlot.of(suite, Service.ALLOCATION);
        district.publish(draft);

        books.awaitPlanned(draft.fund());
    }

    @Test
    void a_relay_that_says_everything_twice_moves_no_cent() throws Exception {
        Draft before = published("Before the repetition");
        books.awaitPlanned(before.fund());
        long transfers = books.transfers();

        topic.repeatEverything();

        Draft after = published("After the repetition");
        books.awaitPlanned(after.fund());
        assertThat(books.transfers()).isEqualTo(transfers + District.SCHOOLS_FUNDED);
    }

    @Test
    void garbage_holds_up_only_the_school_under_whose_key_it_came_until_an_operator_discards_it() throws Exception {
        String unknown = madeUp();
        topic.garbage(PERKINS, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        topic.garbage(null, null);
        topic.garbage(PERKINS, "{\"looks\": \"like JSON\"}".getBytes(StandardCharsets.UTF_8));
        topic.say(Events.ALLOCATION_PUBLISHED, madeUp(), "00359999", "{\"amount\": \"lots\"}");
        topic.sayUnknown(unknown, PERKINS);

        Draft draft = published("Behind the garbage");
        books.awaitLines(draft.fund(), District.SCHOOLS_FUNDED - 1);

        // A type that nobody handles concerns others; the rest lies there for an operator, and Perkins waits behind it.
        Suite.await("the garbage is found", SOON, () -> books.letters("dead").size() == 4);
        // Perkins' line is heard on a partition of its own, hence perhaps after those of all others.
        Suite.await("Perkins waits", SOON, () -> books.letters("parked").size() == 1);
        for (String letter : books.letters("dead")) {
            var discarded = anybody.as("operator")
                    .post(
                            Door.PROCUREMENT,
                            "/dead-letters/%s/discard".formatted(letter),
                            "{\"reason\": \"thrown in by the test of faults\"}");
            assertThat(discarded.status()).as(discarded.body()).isEqualTo(200);
        }
        books.awaitPlanned(draft.fund());
    }

    @Test
    void what_our_own_mistake_held_up_takes_effect_when_an_operator_redrives_it() throws Exception {
        UUID fund = UUID.fromString("018f3b5e-7777-7000-8000-000000000003");
        topic.say(Events.FUND_OPENED, madeUp(), fund.toString(), sample(Events.FUND_OPENED, fund));

        books.order("REVOKE INSERT ON transfer FROM procurement_app");
        topic.say(Events.ALLOCATION_PUBLISHED, madeUp(), PERKINS, sample(Events.ALLOCATION_PUBLISHED, fund));
        Suite.await("it is dead", SOON, () -> books.letters("dead").size() == 1);
        books.order("GRANT INSERT ON transfer TO procurement_app");
        String letter = books.letters("dead").getFirst();
        Answer redriven = anybody.as("operator")
                .post(Door.PROCUREMENT, "/dead-letters/redrive", "{\"ids\": [\"%s\"]}".formatted(letter))
                .expecting(202);

        assertThat(redriven.json().at("/items/0/outcome").asText()).isEqualTo("accepted");
        Suite.await("its line is open", SOON, () -> balance(fund, "planned").equals("52775.72"));
        assertThat(books.letters("redriven")).contains(letter);
    }

    @Test
    void an_allocation_that_is_heard_before_its_fund_waits_for_it() throws Exception {
        UUID fund = UUID.fromString("018f3b5e-7777-7000-8000-000000000001");

        topic.say(Events.ALLOCATION_PUBLISHED, madeUp(), PERKINS, sample(Events.ALLOCATION_PUBLISHED, fund));
        Suite.await("it is parked", SOON, () -> books.letters("parked").size() == 1);
        Draft behind = published("Behind an allocation that waits");
        topic.say(Events.FUND_OPENED, madeUp(), fund.toString(), sample(Events.FUND_OPENED, fund));

        Suite.await("its line is open", SOON, () -> balance(fund, "planned").equals("52775.72"));
        books.awaitPlanned(behind.fund());
    }

    @Test
    void an_appropriation_that_is_heard_before_its_lines_waits_for_them() throws Exception {
        UUID fund = UUID.fromString("018f3b5e-7777-7000-8000-000000000002");

        topic.say(Events.FUND_OPENED, madeUp(), fund.toString(), sample(Events.FUND_OPENED, fund));
        topic.say(Events.FUND_APPROPRIATED, madeUp(), fund.toString(), sample(Events.FUND_APPROPRIATED, fund));
        Suite.await("it is parked", SOON, () -> books.letters("parked").size() == 1);
        topic.say(Events.ALLOCATION_PUBLISHED, madeUp(), PERKINS, sample(Events.ALLOCATION_PUBLISHED, fund));

        Suite.await(
                "the line is appropriated",
                SOON,
                () -> balance(fund, "appropriated").equals("52775.72"));
    }

    @Test
    void an_appropriation_reaches_every_line() throws Exception {
        Draft draft = published("To be appropriated");
        books.awaitPlanned(draft.fund());

        district.appropriate(draft);

        books.awaitAppropriated(draft.fund());
    }

    private static Draft published(String name) {
        Draft draft = district.draft(name);
        district.publish(draft);
        return draft;
    }

    private static String sample(EventType<?> type, UUID fund) {
        return EventFiles.sample(type).replace("018f3b5e-0000-7000-8000-000000002019", fund.toString());
    }

    private static String balance(UUID fund, String account) {
        return anybody.as("budget-office")
                .get(Door.PROCUREMENT, "/budget-lines?fundId=" + fund)
                .expecting(200)
                .json()
                .at("/items/0/balance/%s/amount".formatted(account))
                .asText();
    }

    private static String madeUp() {
        String id = UUID.randomUUID().toString();
        MADE_UP.add(id);
        return id;
    }
}
