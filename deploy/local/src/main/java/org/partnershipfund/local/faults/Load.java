package org.partnershipfund.local.faults;

import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.HungUpException;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.faults.Deeds.Command;
import org.partnershipfund.local.faults.Deeds.Outcome;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.token.People;

/**
 * People at work while things break: a budget office that opens funds, publishes, appropriates and moves money;
 * partners that register; schools that choose. Like careful people they ask again, by the same key, when no answer
 * came; like other people they sometimes hang up in the middle of a call, or go away. Each of the three does one thing
 * after the other, so that what they do has an order.
 */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final Duration SETUP = Duration.ofMinutes(2);
    private static final int PAUSE_MILLIS = 100;
    private static final int AGAIN_MILLIS = 400;

    /** Refusals that ask to come again: the first attempt still runs; a cause was not heard of yet. */
    private static final List<String> NOT_YET = List.of("idempotency-key-in-use", "-not-heard-of");

    /** One of so many calls without an answer is given up. */
    private static final int GIVES_UP = 6;

    /** At one of so many calls the caller hangs up, after some milliseconds: before, during or after its transaction. */
    private static final int HANGS_UP = 8;

    private static final int LONGEST_LISTENING_MILLIS = 40;

    private final Suite suite;
    private final SuiteClient anybody;
    private final District district;
    private final Deeds deeds;
    private final String tag;
    private final int year =
            FiscalYear.of(LocalDate.now(ZoneId.of("America/New_York"))).endYear() + 1;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final BlockingQueue<String> allocated = new LinkedBlockingQueue<>();
    private final List<Thread> people = new ArrayList<>();
    private final List<String> schools;
    private final String program;
    private final AtomicInteger hungUp = new AtomicInteger();
    private volatile boolean over;

    /** Moves in, and rests until it is told to go on. */
    Load(Suite suite, SuiteClient anybody, District district, Deeds deeds, long seed) throws InterruptedException {
        this.suite = suite;
        this.anybody = anybody;
        this.district = district;
        this.deeds = deeds;
        this.tag = "Faults %d-%s".formatted(seed, UUID.randomUUID().toString().substring(0, 8));
        gate.writeLock().lock();
        var first = fund(tag + " first");
        district.publish(first);
        this.schools = awaitSchools(first.fund());
        this.program = program();
        seat();
        people.add(work("office", new Office(new Random(seed + 1))));
        people.add(work("partners", new Partners(new Random(seed + 2))));
        people.add(work("schools", new Schools(new Random(seed + 3))));
    }

    /** The codes of the schools that every fund of the load serves. */
    List<String> schools() {
        return List.copyOf(schools);
    }

    /** How many calls were cut off by those who made them. */
    int hungUp() {
        return hungUp.get();
    }

    /** Somebody whose calls are cut off now and then. */
    private SuiteClient hurried(String who, Random chance) {
        return anybody.as(who)
                .hangingUp(() -> chance.nextInt(HANGS_UP) == 0
                        ? Optional.of(Duration.ofMillis(1L + chance.nextInt(LONGEST_LISTENING_MILLIS)))
                        : Optional.empty());
    }

    /** Lets the people work; by the same thread that let them rest. */
    void goOn() {
        gate.writeLock().unlock();
    }

    /** Returns when nobody waits for an answer any more, and nobody asks before {@link #goOn}. */
    void rest() {
        gate.writeLock().lock();
    }

    @Override
    public void close() {
        over = true;
        people.forEach(Thread::interrupt);
    }

    /** What one of them does next. */
    private interface Worker {
        void work() throws InterruptedException;
    }

    private Thread work(String name, Worker worker) {
        return Thread.ofVirtual().name("faults-" + name).start(() -> {
            try {
                while (!over) {
                    worker.work();
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (!over) {
                    deeds.wrong("the load stopped: " + e);
                }
            }
        });
    }

    private District.Draft fund(String name) {
        var office = anybody.as("budget-office");
        UUID fund = UUID.fromString(office.post(Door.ALLOCATION, "/funds", fundJson(name, "1000000.00"))
                .expecting(201)
                .json()
                .at("/id")
                .asText());
        UUID scenario =
                UUID.fromString(office.post(Door.ALLOCATION, "/funds/%s/scenarios".formatted(fund), scenarioJson())
                        .expecting(201)
                        .json()
                        .at("/id")
                        .asText());
        return new District.Draft(fund, scenario);
    }

    private String fundJson(String name, String pool) {
        return """
                {"name": "%s", "fiscalYear": %d, "pool": {"amount": "%s", "currency": "USD"},
                 "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"}}
                """.formatted(name, year, pool);
    }

    private String scenarioJson() {
        return """
                {"name": "Top %d", "indexId": "%s", "enrollmentId": "%s",
                 "rules": {"eligibility": {"kind": "top", "schools": %d}, "formula": {"kind": "flat-per-pupil"}}}
                """.formatted(Deeds.SCHOOLS, district.index(), district.enrollment(), Deeds.SCHOOLS);
    }

    private List<String> awaitSchools(UUID fund) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        Suite.await("the schools of the first fund are heard of", SETUP, () -> {
            heard.clear();
            heard.addAll(texts(
                    Service.APPROVAL,
                    "SELECT school_code FROM remembered_allocation WHERE fund_id = '%s' ORDER BY 1".formatted(fund)));
            return heard.size() == Deeds.SCHOOLS;
        });
        return List.copyOf(heard);
    }

    private String program() throws InterruptedException {
        var partner = anybody.as("partner");
        String id = partner.post(Door.PORTFOLIO, "/partners", partnerJson(tag + " first", "nonprofit"))
                .expecting(201)
                .json()
                .at("/id")
                .asText();
        String made = partner.post(Door.PORTFOLIO, "/partners/%s/programs".formatted(id), """
                        {"name": "Homework Club", "serviceArea": "afterschool-and-recreation", "description": "Homework.",
                         "grades": ["K"], "capacity": 1000000,
                         "priceSheet": {"validFrom": "2017-09-05", "prices": [
                           {"code": "pupil", "description": "One pupil", "unit": "per-pupil",
                            "amount": {"amount": "10.00", "currency": "USD"}},
                           {"code": "dear", "description": "More than any school has", "unit": "per-pupil",
                            "amount": {"amount": "500000.00", "currency": "USD"}}]}}
                        """)
                .expecting(201)
                .json()
                .at("/id")
                .asText();
        Suite.await(
                "the program is heard of",
                SETUP,
                () -> !texts(
                                Service.APPROVAL,
                                "SELECT id::text FROM remembered_program WHERE id = '%s'".formatted(made))
                        .isEmpty());
        return made;
    }

    private void seat() {
        LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
        for (String school : schools) {
            var _ = anybody.as("partnerships-team")
                    .put(Door.APPROVAL, "/councils/" + school, """
                            {"staffSize": 20, "parentParity": "equal-to-staff-reps", "highSchool": false,
                             "coChair": %s,
                             "seats": [{"group": "principal", "member": %s, "name": "Invented Leader", "from": "%s"},
                                       {"group": "parent", "member": %s, "name": "Invented Parent", "from": "%s"}]}
                            """.formatted(
                            person("council-member"), person("school-leader"), today, person("council-member"), today))
                    .expecting(200);
        }
    }

    private String person(String role) {
        String subject = People.of(suite.place()).named(role).orElseThrow().subject();
        return "{\"issuer\": \"%s\", \"subject\": \"%s\"}".formatted(anybody.issuer(), subject);
    }

    private static String partnerJson(String name, String kind) {
        return "{\"name\": \"%s\", \"kind\": \"%s\"}".formatted(name, kind);
    }

    private List<String> texts(Service service, String sql) {
        try (var database = suite.administrator(service);
                var select = database.createStatement();
                var rows = select.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read: " + sql, e);
        }
    }

    /** Opens, publishes, appropriates one fund and moves money in the next, and tries what it may not. */
    private final class Office implements Worker {

        private final Random chance;
        private final SuiteClient office;
        private int funds;

        Office(Random chance) {
            this.chance = chance;
            this.office = hurried("budget-office", chance);
        }

        @Override
        public void work() throws InterruptedException {
            String name = "%s fund %d".formatted(tag, ++funds);
            if (funds % 4 == 0) {
                refused(
                        Command.OPEN_A_FUND,
                        name,
                        chance,
                        post(office, Door.ALLOCATION, "/funds", fundJson(name, "-1.00")));
                return;
            }
            Optional<Answer> opened = accepted(
                    Command.OPEN_A_FUND,
                    name,
                    chance,
                    201,
                    post(office, Door.ALLOCATION, "/funds", fundJson(name, "1000000.00")));
            if (opened.isEmpty()) {
                return;
            }
            String fund = opened.get().json().at("/id").asText();
            Optional<Answer> computed = answer(
                    chance, post(office, Door.ALLOCATION, "/funds/%s/scenarios".formatted(fund), scenarioJson()));
            if (computed.isEmpty() || computed.get().status() != 201) {
                computed.ifPresent(this::unexpected);
                return;
            }
            String scenario = computed.get().json().at("/id").asText();
            switch (funds % 4) {
                case 1 -> {
                    refused(
                            Command.PUBLISH_ALLOCATIONS,
                            fund,
                            chance,
                            () -> office.put(
                                    Door.ALLOCATION, "/scenarios/%s/publication".formatted(scenario), null, "\"999\""));
                    refused(Command.APPROPRIATE, fund, chance, () -> appropriate(fund));
                }
                case 2 -> {
                    if (publish(fund, scenario)) {
                        var _ = accepted(
                                Command.APPROPRIATE,
                                fund,
                                chance,
                                200,
                                until("/funds/" + fund, "appropriated", () -> appropriate(fund)));
                    }
                }
                default -> {
                    if (publish(fund, scenario)) {
                        move(name, fund);
                    }
                }
            }
        }

        private boolean publish(String fund, String scenario) throws InterruptedException {
            Optional<Answer> published = accepted(
                    Command.PUBLISH_ALLOCATIONS,
                    fund,
                    chance,
                    200,
                    until(
                            "/scenarios/" + scenario,
                            "published",
                            () -> office.put(
                                    Door.ALLOCATION,
                                    "/scenarios/%s/publication".formatted(scenario),
                                    null,
                                    etag(office, Door.ALLOCATION, "/scenarios/" + scenario))));
            published.ifPresent(_ -> allocated.add(fund));
            return published.isPresent();
        }

        private Answer appropriate(String fund) {
            return office.put(
                    Door.ALLOCATION,
                    "/funds/%s/appropriation".formatted(fund),
                    """
                    {"adopted": {"amount": "1000000.00", "currency": "USD"}, "vote": "School Committee",
                     "adoptedOn": "2018-03-28"}
                    """,
                    etag(office, Door.ALLOCATION, "/funds/" + fund));
        }

        private void move(String name, String fund) throws InterruptedException {
            String gives = schools.get(chance.nextInt(schools.size()));
            String receives = schools.stream()
                    .filter(school -> !school.equals(gives))
                    .findFirst()
                    .orElseThrow();
            var _ = accepted(
                    Command.MOVE_MONEY,
                    name + ": corrected",
                    chance,
                    201,
                    moving(fund, gives, receives, "12.34", name + ": corrected"));
            refused(
                    Command.MOVE_MONEY,
                    name + ": too much",
                    chance,
                    moving(fund, receives, gives, "1000000.00", name + ": too much"));
        }

        private Supplier<Answer> moving(String fund, String gives, String receives, String dollars, String reason) {
            return post(office, Door.ALLOCATION, "/funds/%s/revisions".formatted(fund), """
                    {"fromSchool": "%s", "toSchool": "%s", "amount": {"amount": "%s", "currency": "USD"}, "reason": "%s"}
                    """.formatted(
                            gives, receives, dollars, reason));
        }

        /** Looks first whether an attempt without an answer went through. */
        private Supplier<Answer> until(String path, String state, Supplier<Answer> call) {
            return () -> {
                Answer read = office.get(Door.ALLOCATION, path);
                return read.status() != 200 || read.json().at("/state").asText().equals(state) ? read : call.get();
            };
        }

        private void unexpected(Answer answer) {
            deeds.wrong("%s answered %d: %s".formatted(answer.request(), answer.status(), answer.body()));
        }
    }

    /** Registers partners, every fifth of a kind that there is not. */
    private final class Partners implements Worker {

        private final Random chance;
        private final SuiteClient partner;
        private int count;

        Partners(Random chance) {
            this.chance = chance;
            this.partner = hurried("partner", chance);
        }

        @Override
        public void work() throws InterruptedException {
            String name = "%s partner %d".formatted(tag, ++count);
            if (count % 5 == 0) {
                refused(
                        Command.REGISTER_A_PARTNER,
                        name,
                        chance,
                        post(partner, Door.PORTFOLIO, "/partners", partnerJson(name, "friend")));
            } else {
                var _ = accepted(
                        Command.REGISTER_A_PARTNER,
                        name,
                        chance,
                        201,
                        post(partner, Door.PORTFOLIO, "/partners", partnerJson(name, "nonprofit")));
            }
        }
    }

    /** Hands in selections of the funds that were published, every third for more money than the school has. */
    private final class Schools implements Worker {

        private final Random chance;
        private final SuiteClient leader;
        private int count;

        Schools(Random chance) {
            this.chance = chance;
            this.leader = hurried("school-leader", chance);
        }

        @Override
        public void work() throws InterruptedException {
            String fund = allocated.poll(1, TimeUnit.SECONDS);
            if (fund == null) {
                return;
            }
            for (String school : schools.subList(0, 4)) {
                choose(fund, school, ++count % 3 == 0);
            }
        }

        private void choose(String fund, String school, boolean tooMuch) throws InterruptedException {
            FiscalYear served = new FiscalYear(year);
            Supplier<Answer> drafting = post(leader, Door.APPROVAL, "/selections", """
                    {"fundId": "%s", "schoolCode": "%s",
                     "needs": {"goals": "Faults", "dataLookedAt": "Faults", "pupilsToServe": "Faults",
                               "communityInvolved": "Faults"},
                     "lines": [{"programId": "%s", "priceCode": "%s", "quantity": 10, "pupils": 10,
                                "serviceFrom": "%s", "serviceUntil": "%s"}]}
                    """.formatted(
                            fund, school, program, tooMuch ? "dear" : "pupil", served.firstDay(), served.lastDay()));
            Optional<Answer> drafted = answer(chance, drafting);
            if (drafted.isEmpty()) {
                return;
            }
            if (drafted.get().status() != 201) {
                deeds.wrong("%s answered %d: %s"
                        .formatted(
                                drafted.get().request(),
                                drafted.get().status(),
                                drafted.get().body()));
                return;
            }
            String id = drafted.get().json().at("/id").asText();
            String path = "/selections/" + id;
            Supplier<Answer> submitting = () -> {
                Answer read = leader.get(Door.APPROVAL, path);
                return read.status() != 200 || read.json().at("/state").asText().equals("submitted")
                        ? read
                        : leader.put(
                                Door.APPROVAL,
                                path + "/submission",
                                null,
                                read.etag().orElseThrow());
            };
            if (tooMuch) {
                refused(Command.SUBMIT_A_SELECTION, id, chance, submitting);
            } else {
                var _ = accepted(Command.SUBMIT_A_SELECTION, id, chance, 200, submitting);
            }
        }
    }

    /** A new attempt, whose every repetition has the same key. */
    private static Supplier<Answer> post(SuiteClient who, Door door, String path, String json) {
        String key = UUID.randomUUID().toString();
        return () -> who.post(door, path, json, key);
    }

    private static String etag(SuiteClient who, Door door, String path) {
        Answer read = who.get(door, path);
        return read.etag().orElseThrow(() -> new NoAnswerException(read));
    }

    private Optional<Answer> accepted(Command command, String mark, Random chance, int expected, Supplier<Answer> call)
            throws InterruptedException {
        // An attempt whose answer was lost has changed the version; the next look sees what it did.
        Optional<Answer> answer = answer(chance, call, one -> expected == 200 && one.status() == 412);
        if (answer.isEmpty()) {
            deeds.add(command, mark, Outcome.UNKNOWN);
            return answer;
        }
        if (answer.get().status() == expected) {
            deeds.add(command, mark, Outcome.ACCEPTED);
            return answer;
        }
        deeds.add(command, mark, Outcome.UNKNOWN);
        deeds.wrong("%s answered %d instead of %d: %s"
                .formatted(
                        answer.get().request(),
                        answer.get().status(),
                        expected,
                        answer.get().body()));
        return Optional.empty();
    }

    private void refused(Command command, String mark, Random chance, Supplier<Answer> call)
            throws InterruptedException {
        Optional<Answer> answer = answer(chance, call);
        // What the door would have refused has no effect either if nobody ever heard the refusal.
        deeds.add(command, mark, Outcome.REFUSED);
        answer.filter(one -> one.status() < 400 || one.status() >= 500)
                .ifPresent(one -> deeds.wrong("%s answered %d to what must be refused: %s"
                        .formatted(one.request(), one.status(), one.body())));
    }

    private Optional<Answer> answer(Random chance, Supplier<Answer> call) throws InterruptedException {
        return answer(chance, call, _ -> false);
    }

    /** What a door answered in the end; nothing if the caller went away before. */
    private Optional<Answer> answer(Random chance, Supplier<Answer> call, Predicate<Answer> notYet)
            throws InterruptedException {
        gate.readLock().lockInterruptibly();
        try {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                Answer answer = attempt(call);
                if (answer != null && !notYet.test(answer)) {
                    return Optional.of(answer);
                }
                if (chance.nextInt(GIVES_UP) == 0 || System.nanoTime() > until) {
                    return Optional.empty();
                }
                Thread.sleep(AGAIN_MILLIS);
            }
        } finally {
            gate.readLock().unlock();
        }
    }

    private @Nullable Answer attempt(Supplier<Answer> call) {
        try {
            Answer answer = call.get();
            if (answer.status() == 503 || NOT_YET.stream().anyMatch(answer.body()::contains)) {
                return null;
            }
            if (answer.status() >= 500) {
                deeds.wrong("%s answered %d: %s".formatted(answer.request(), answer.status(), answer.body()));
                return null;
            }
            return answer;
        } catch (HungUpException _) {
            int _ = hungUp.incrementAndGet();
            return null;
        } catch (UncheckedIOException | NoAnswerException away) {
            // A service that is away refuses the call, and nothing is frozen for so long.
            if (away.getCause() instanceof HttpTimeoutException unanswered) {
                deeds.wrong("a caller who did not hang up waited in vain: %s (%s)"
                        .formatted(away.getMessage(), unanswered.getMessage()));
            }
            return null;
        }
    }

    /** Where a look before the call had no version to tell. */
    private static final class NoAnswerException extends RuntimeException {
        NoAnswerException(Answer answer) {
            super("%s answered %d without a version".formatted(answer.request(), answer.status()));
        }
    }
}
