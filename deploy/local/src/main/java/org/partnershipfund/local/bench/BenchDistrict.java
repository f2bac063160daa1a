package org.partnershipfund.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.token.People;

/**
 * A fund with invented schools as approval-service hears of them: what allocation and portfolio would have said lies in
 * their logs, councils and superintendents come through the doors. All are led by one person.
 */
final class BenchDistrict implements AutoCloseable {

    /** As many as a large district has; the superintendent answers for the first half of them. */
    static final int SCHOOLS = 200;

    /** What one selection costs. */
    static final Money AMOUNT = Money.ofDollars("100.00");

    /** As many people as click at the same time. */
    static final int CLIENTS = 8;

    /** What a school at which everybody clicks may spend. */
    static final Money HOT_ALLOCATION = Money.ofDollars("10000.00");

    /** Others, with programs of their own, by which nothing is measured: what they hand in weighs on nobody's sums. */
    private static final int PRACTICE_SCHOOLS = 400;

    /** As many as a menu has; a school takes one after the other. */
    private static final int PROGRAMS = 50;

    private static final int PRACTICE_PROGRAMS = 100;

    private static final int FIRST_CODE = 70_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String APPEND = """
            INSERT INTO event_log (id, topic, subject, type, source, at, payload) VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final Suite suite;
    private final SuiteClient anybody;
    private final ExecutorService people = Executors.newFixedThreadPool(CLIENTS);
    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    private final FiscalYear year = new FiscalYear(FiscalYear.of(today).endYear() + 1);
    private final UUID fund = UUID.randomUUID();
    private final List<UUID> programs = IntStream.range(0, PROGRAMS + PRACTICE_PROGRAMS)
            .mapToObj(_ -> UUID.randomUUID())
            .toList();
    private final List<UUID> menu = programs.subList(0, PROGRAMS);
    private final List<UUID> practiceMenu = programs.subList(PROGRAMS, programs.size());
    private final int hotSchools;
    private final AtomicInteger drafts = new AtomicInteger();

    /** @param hotSchools how many schools may spend {@link #HOT_ALLOCATION} and no more */
    BenchDistrict(Suite suite, int hotSchools) throws SQLException, InterruptedException {
        this.suite = suite;
        this.hotSchools = hotSchools;
        this.anybody = suite.client();
        tellOfTheFund();
        tellOfThePrograms();
        seat();
    }

    Suite suite() {
        return suite;
    }

    UUID fund() {
        return fund;
    }

    /** Somebody of the suite's invented people, by role. */
    SuiteClient as(String role) {
        return anybody.as(role);
    }

    /** A school by its place, from 0 on. */
    static String school(int place) {
        return Integer.toString(FIRST_CODE + place);
    }

    /** One at which everybody clicks. */
    static String hotSchool(int run) {
        return school(SCHOOLS + PRACTICE_SCHOOLS + run);
    }

    private int allSchools() {
        return SCHOOLS + PRACTICE_SCHOOLS + hotSchools;
    }

    /** What happens in each of these places, at the hands of as many people as there are clients. */
    <T> List<T> each(int count, IntFunction<T> work) throws InterruptedException {
        List<Future<T>> all = IntStream.range(0, count)
                .mapToObj(place -> people.submit(() -> work.apply(place)))
                .toList();
        List<T> done = new ArrayList<>();
        for (var one : all) {
            try {
                done.add(one.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("the bench's district failed", e);
            }
        }
        return done;
    }

    /** A draft of the school: its path. */
    String draft(String school) {
        return draft(school, menu);
    }

    /** A draft of one of the schools that only practise: its path. */
    String practiceDraft(int place) {
        return draft(school(SCHOOLS + place % PRACTICE_SCHOOLS), practiceMenu);
    }

    private String draft(String school, List<UUID> choice) {
        return "/selections/"
                + as("school-leader")
                        .post(Door.APPROVAL, "/selections", """
                                {"fundId": "%s", "schoolCode": "%s",
                                 "needs": {"goals": "Bench", "dataLookedAt": "Bench", "pupilsToServe": "Bench",
                                           "communityInvolved": "Bench"},
                                 "lines": [{"programId": "%s", "priceCode": "pupil", "quantity": 10, "pupils": 10,
                                            "serviceFrom": "%s", "serviceUntil": "%s"}]}
                                """.formatted(
                                        fund,
                                        school,
                                        choice.get(drafts.getAndIncrement() % choice.size()),
                                        year.firstDay(),
                                        year.lastDay()))
                        .expecting(201)
                        .json()
                        .path("id")
                        .asText();
    }

    private void tellOfTheFund() throws SQLException, InterruptedException {
        try (var log = suite.application(Service.ALLOCATION)) {
            append(log, "allocation", fund.toString(), "FundOpened", """
                    {"fundId": "%s", "name": "Bench", "fiscalYear": %d, "startsOn": "%s", "endsOn": "%s",
                     "pool": {"amount": "9000000000.00", "currency": "USD"},
                     "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "0000"},
                     "openedAt": "%s"}""".formatted(
                            fund, year.endYear(), year.firstDay(), year.lastDay(), Instant.now()));
            for (int place = 0; place < allSchools(); place++) {
                String school = school(place);
                Money amount = place >= SCHOOLS + PRACTICE_SCHOOLS ? HOT_ALLOCATION : Money.ofDollars("1000000.00");
                append(log, "allocation", school, "AllocationPublished", """
                        {"allocationId": "%s", "fundId": "%s", "scenarioId": "%s", "fiscalYear": %d,
                         "schoolCode": "%s", "schoolName": "School %s", "responsibilityCentre": "101203",
                         "amount": {"amount": "%s", "currency": "USD"}, "index": "0.84", "enrolment": 238,
                         "publishedAt": "%s"}""".formatted(
                                UUID.randomUUID(),
                                fund,
                                UUID.randomUUID(),
                                year.endYear(),
                                school,
                                school,
                                amount.dollars(),
                                Instant.now()));
            }
        }
        awaitRows("remembered_allocation", allSchools());
    }

    private void tellOfThePrograms() throws SQLException, InterruptedException {
        var partner = UUID.randomUUID();
        try (var log = suite.application(Service.PORTFOLIO)) {
            append(log, "portfolio", partner.toString(), "PartnerRegistered", """
                    {"partnerId": "%s", "name": "Bench Partner", "kind": "nonprofit", "members": [],
                     "registeredAt": "%s"}""".formatted(partner, Instant.now()));
            for (int place = 0; place < programs.size(); place++) {
                UUID program = programs.get(place);
                append(log, "portfolio", program.toString(), "ProgramRegistered", """
                        {"programId": "%s", "partnerId": "%s", "partnerName": "Bench Partner", "name": "Bench Program %d",
                         "serviceArea": "afterschool-and-recreation", "grades": ["K"],
                         "capacity": 1000000, "priceSheet": {"version": 1, "validFrom": "%s", "prices": [
                           {"code": "pupil", "description": "One pupil", "unit": "per-pupil",
                            "amount": {"amount": "10.00", "currency": "USD"}}]},
                         "registeredAt": "%s"}""".formatted(
                                program, partner, place, today.minusYears(1), Instant.now()));
            }
        }
        awaitRows("remembered_program", programs.size());
    }

    private void seat() throws InterruptedException {
        var team = as("partnerships-team");
        String leader = person("school-leader");
        var _ = each(
                allSchools(),
                place -> team.put(Door.APPROVAL, "/councils/" + school(place), """
                        {"staffSize": 20, "parentParity": "equal-to-staff-reps", "highSchool": false,
                         "coChair": %s,
                         "seats": [{"group": "principal", "member": %s, "name": "Bench Leader", "from": "%s"},
                                   {"group": "parent", "member": %s, "name": "Bench Parent", "from": "%s"}]}
                        """.formatted(
                                        person("council-member"), leader, today, person("council-member"), today))
                        .expecting(200));
        String schools = IntStream.range(0, SCHOOLS / 2)
                .mapToObj(place -> "\"" + school(place) + "\"")
                .toList()
                .toString();
        var _ = team.post(Door.APPROVAL, "/supervisor-assignments", """
                        {"supervisor": %s, "network": "Bench", "schoolCodes": %s, "from": "%s"}
                        """.formatted(
                                person("instructional-superintendent"), schools, today))
                .expecting(201);
    }

    private String person(String role) {
        String subject = People.of(suite.place()).named(role).orElseThrow().subject();
        return "{\"issuer\": \"%s\", \"subject\": \"%s\"}".formatted(anybody.issuer(), subject);
    }

    private void awaitRows(String table, int rows) throws SQLException, InterruptedException {
        try (var database = suite.administrator(Service.APPROVAL);
                var statement = database.createStatement()) {
            Supplier<Integer> count = () -> {
                try (var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    return row.next() ? row.getInt(1) : 0;
                } catch (SQLException e) {
                    throw new IllegalStateException("cannot count " + table, e);
                }
            };
            Suite.await("%d rows in %s".formatted(rows, table), LONGEST, () -> count.get() >= rows);
        }
    }

    private static void append(Connection log, String service, String subject, String name, String json)
            throws SQLException {
        try (PreparedStatement insert = log.prepareStatement(APPEND)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, "partnership-fund.%s.v1".formatted(service));
            insert.setString(3, subject);
            insert.setString(4, "org.partnershipfund.%s.%s.v1".formatted(service, name));
            insert.setString(5, "/%s-service".formatted(service));
            insert.setObject(6, Instant.now().atOffset(ZoneOffset.UTC));
            insert.setString(7, json);
            int rows = insert.executeUpdate();
            if (rows != 1) {
                throw new IllegalStateException("an event was not written");
            }
        }
    }

    @Override
    public void close() {
        people.close();
        anybody.close();
    }
}
