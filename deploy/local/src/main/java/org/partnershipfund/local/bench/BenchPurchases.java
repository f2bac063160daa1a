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
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Service;
import org.partnershipfund.local.token.People;

/**
 * Contracts with invented schools, executed, and invoices under them that the City Auditor has. What allocation,
 * portfolio and approval would have said lies in their logs; everything of procurement comes through its doors.
 */
final class BenchPurchases implements AutoCloseable {

    /** Schools whose lines are posted on at the same time. */
    static final int SCHOOLS = 100;

    /** As many people as click at the same time. */
    static final int CLIENTS = 8;

    /** What each of those schools has under contract. */
    static final Money SHARE = Money.ofDollars("12000.00");

    /** How many invoices each contract has, so that none is paid in hundreds of parts; each names those before it. */
    static final int INVOICES_EACH = 12;

    /** How many each client has at one line; each names those before it, and none may name more than twenty. */
    static final int HOT_EACH = 2;

    /** What each invoice of a hot line may be paid with. */
    static final Money HOT_INVOICE = Money.ofDollars("4000.00");

    private static final Money HOT_SHARE = new Money(HOT_INVOICE.cents() * CLIENTS * HOT_EACH);
    private static final Money INVOICE = new Money(SHARE.cents() / (INVOICES_EACH + CLIENTS));
    private static final int FIRST_CODE = 80_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final String PARTNER = "partner-granite";
    private static final String LEADER = "principal-00350231";
    private static final String APPEND = """
            INSERT INTO event_log (id, topic, subject, type, source, at, payload) VALUES (?, ?, ?, ?, ?, ?, ?)""";

    private final Suite suite;
    private final SuiteClient anybody;
    private final ExecutorService people = Executors.newFixedThreadPool(CLIENTS);
    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    private final FiscalYear year = FiscalYear.of(today);
    private final UUID fund = UUID.randomUUID();
    private final UUID partner = UUID.randomUUID();
    private final int schoolsPerContract;
    private final List<UUID> programs;
    private final List<String> contracts;

    /** Invoices with a line for each school that the City Auditor has: their paths. */
    private final List<String> paidThroughDoors = new ArrayList<>();

    private final List<List<String>> paidBare = new ArrayList<>();
    private final int hotSchools;
    private final List<List<List<String>>> hot = new ArrayList<>();

    /**
     * @param schoolsPerContract how many schools share one; each hot school has a contract of its own
     * @param hotSchools how many more schools there are, for whose one line every client has invoices
     */
    BenchPurchases(Suite suite, int schoolsPerContract, int hotSchools) throws SQLException, InterruptedException {
        this.suite = suite;
        this.anybody = suite.client();
        this.schoolsPerContract = schoolsPerContract;
        this.hotSchools = hotSchools;
        this.programs = IntStream.rangeClosed(0, contractOf(allSchools() - 1))
                .mapToObj(_ -> UUID.randomUUID())
                .toList();
        tell();
        this.contracts = programs.stream().map(this::contract).toList();
        List<String> before = new ArrayList<>();
        int ordinary = contracts();
        for (int i = 0; i < INVOICES_EACH; i++) {
            String series = "D" + i + "-";
            paidThroughDoors.addAll(received(ordinary, series, contracts::get, this::schools, INVOICE, before));
            before.add(series);
        }
        for (int client = 0; client < CLIENTS; client++) {
            String series = "B" + client + "-";
            paidBare.add(received(ordinary, series, contracts::get, this::schools, INVOICE, before));
            before.add(series);
        }
        for (int place = 0; place < hotSchools; place++) {
            hot.add(hotInvoices(hotSchool(place), contracts.get(ordinary + place)));
        }
    }

    Suite suite() {
        return suite;
    }

    UUID fund() {
        return fund;
    }

    /** Invoices of all contracts but that of the hot line, {@link #INVOICES_EACH} of each. */
    List<String> paidThroughDoors() {
        return paidThroughDoors;
    }

    /** Others of the same contracts, one each for each client. */
    List<List<String>> paidBare() {
        return paidBare;
    }

    /** Invoices of one hot school, {@link #HOT_EACH} for each client. */
    List<List<String>> hot(int place) {
        return hot.get(place);
    }

    static String school(int place) {
        return Integer.toString(FIRST_CODE + place);
    }

    /** Which of the contracts pays for the school of this place; the last ones are those of the hot schools. */
    private int contractOf(int place) {
        return place < SCHOOLS ? place / schoolsPerContract : SCHOOLS / schoolsPerContract + place - SCHOOLS;
    }

    /** How many contracts there are beside those of the hot schools. */
    int contracts() {
        return SCHOOLS / schoolsPerContract;
    }

    /** The schools of the contract of this place, in the order of the lines of its invoices. */
    List<String> schools(int contract) {
        return IntStream.range(contract * schoolsPerContract, Math.min(SCHOOLS, (contract + 1) * schoolsPerContract))
                .mapToObj(BenchPurchases::school)
                .toList();
    }

    static String hotSchool(int place) {
        return school(SCHOOLS + place);
    }

    private int allSchools() {
        return SCHOOLS + hotSchools;
    }

    SuiteClient as(String username) {
        return anybody.as(username);
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
                throw new IllegalStateException("the bench's purchases failed", e);
            }
        }
        return done;
    }

    /** Changes what stands there now. */
    Answer step(String username, String path, String step, @Nullable String json) {
        String etag =
                as(username).get(Door.PROCUREMENT, path).expecting(200).etag().orElseThrow();
        return as(username).put(Door.PROCUREMENT, path + "/" + step, json, etag);
    }

    private static Money share(int place) {
        return place < SCHOOLS ? SHARE : HOT_SHARE;
    }

    private static String dollars(Money amount) {
        return "{\"amount\": \"%s\", \"currency\": \"USD\"}".formatted(amount.dollars());
    }

    private void tell() throws SQLException, InterruptedException {
        Money all = new Money(SHARE.cents() * SCHOOLS + HOT_SHARE.cents() * hotSchools);
        try (var log = suite.application(Service.ALLOCATION)) {
            append(log, "allocation", fund.toString(), "FundOpened", """
                    {"fundId": "%s", "name": "Bench", "fiscalYear": %d, "startsOn": "%s", "endsOn": "%s", "pool": %s,
                     "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "0000"},
                     "openedAt": "%s"}""".formatted(
                            fund, year.endYear(), year.firstDay(), year.lastDay(), dollars(all), Instant.now()));
            for (int place = 0; place < allSchools(); place++) {
                String school = school(place);
                append(log, "allocation", school, "AllocationPublished", """
                        {"allocationId": "%s", "fundId": "%s", "scenarioId": "%s", "fiscalYear": %d,
                         "schoolCode": "%s", "schoolName": "School %s", "responsibilityCentre": "%06d",
                         "amount": %s, "index": "0.84", "enrolment": 238, "publishedAt": "%s"}""".formatted(
                                UUID.randomUUID(),
                                fund,
                                UUID.randomUUID(),
                                year.endYear(),
                                school,
                                school,
                                101_000 + place,
                                dollars(share(place)),
                                Instant.now()));
            }
            String lines = IntStream.range(0, allSchools())
                    .mapToObj(place ->
                            "{\"schoolCode\": \"%s\", \"amount\": %s}".formatted(school(place), dollars(share(place))))
                    .collect(Collectors.joining(", "));
            append(log, "allocation", fund.toString(), "FundAppropriated", """
                    {"fundId": "%s", "fiscalYear": %d, "adopted": %s, "vote": "Bench", "adoptedOn": "%s",
                     "lines": [%s], "appropriatedAt": "%s"}""".formatted(
                            fund, year.endYear(), dollars(all), today, lines, Instant.now()));
        }
        try (var log = suite.application(Service.PORTFOLIO)) {
            append(log, "portfolio", partner.toString(), "PartnerRegistered", """
                    {"partnerId": "%s", "name": "Bench Partner", "kind": "nonprofit",
                     "members": [{"issuer": "%s", "subject": "%s"}], "registeredAt": "%s"}""".formatted(
                            partner, anybody.issuer(), subject(PARTNER), Instant.now()));
            for (UUID program : programs) {
                append(log, "portfolio", program.toString(), "ProgramRegistered", """
                        {"programId": "%s", "partnerId": "%s", "partnerName": "Bench Partner", "name": "Bench Program",
                         "serviceArea": "afterschool-and-recreation", "grades": ["K"],
                         "capacity": 1000000, "priceSheet": {"version": 1, "validFrom": "%s", "prices": [
                           {"code": "year", "description": "A year", "unit": "agreed", "amount": %s}]},
                         "registeredAt": "%s"}""".formatted(
                                program, partner, today.minusYears(1), dollars(SHARE), Instant.now()));
            }
        }
        await("SELECT count(*) FROM budget_line WHERE appropriated_cents > 0", allSchools());
        await("SELECT count(*) FROM remembered_program", programs.size());
        try (var log = suite.application(Service.APPROVAL)) {
            for (int place = 0; place < allSchools(); place++) {
                approve(log, school(place), dollars(share(place)), programs.get(contractOf(place)));
            }
        }
        await("SELECT count(*) FROM reserved_line WHERE state = 'held'", allSchools());
        try (var database = suite.administrator(Service.PROCUREMENT);
                var lead = database.prepareStatement("""
                        INSERT INTO scope_record (issuer, subject, role, school_code, valid_from)
                        SELECT ?, ?, 'school-leader', (? + place)::text, ? FROM generate_series(1, ?) AS place""")) {
            lead.setString(1, anybody.issuer());
            lead.setString(2, subject(LEADER));
            lead.setInt(3, FIRST_CODE - 1);
            lead.setObject(4, today.minusYears(1));
            lead.setInt(5, allSchools());
            int _ = lead.executeUpdate();
        }
    }

    private void approve(Connection log, String school, String amount, UUID program) throws SQLException {
        UUID selection = UUID.randomUUID();
        append(log, "approval", selection.toString(), "SelectionApproved", """
                {"selectionId": "%s", "version": 1, "digest": "%s", "fundId": "%s", "fiscalYear": %d, "schoolCode": "%s",
                 "total": %s, "lines": [{"lineId": "%s", "programId": "%s", "programName": "Bench Program",
                   "partnerId": "%s", "partnerName": "Bench Partner", "serviceArea": "afterschool-and-recreation",
                   "priceSheetVersion": 1, "priceCode": "year", "unit": "agreed", "unitPrice": %s, "quantity": 1,
                   "pupils": 30, "amount": %s, "serviceFrom": "%s", "serviceUntil": "%s"}],
                 "decisions": [{"step": "council", "decidedAt": "%s"}], "approvedAt": "%s"}""".formatted(
                        selection,
                        "0".repeat(64),
                        fund,
                        year.endYear(),
                        school,
                        amount,
                        UUID.randomUUID(),
                        program,
                        partner,
                        amount,
                        amount,
                        year.firstDay(),
                        year.lastDay(),
                        Instant.now(),
                        Instant.now()));
    }

    /** Exempt, so that no competition is needed before anything is measured: the id of the determination. */
    private String determination(UUID program) {
        return as("procurement-officer-1")
                .post(Door.PROCUREMENT, "/determinations", """
                        {"fundId": "%s", "programId": "%s", "kind": "exemption", "ground": "special-education",
                         "upTo": {"amount": "2000000.00", "currency": "USD"}, "investigation": "Bench",
                         "asked": ["Bench"], "priceReasonable": "Bench",
                         "conditions": [{"rule": "condition-special-education-direct-services", "how": "Bench"}],
                         "determinedBy": "Bench", "determinedOn": "%s", "text": "Bench"}
                        """.formatted(fund, program, today))
                .expecting(201)
                .json()
                .path("id")
                .asText();
    }

    /** Bought without a competition, its value counted with those before it, signed by everybody whom its value demands, executed: its id. */
    private String contract(UUID program) {
        String process = as("procurement-officer-1")
                .post(Door.PROCUREMENT, "/processes", """
                        {"fundId": "%s", "programId": "%s", "termYears": 1, "withEarlier": true,
                         "route": {"kind": "exemption", "reasons": "Bench", "reference": "%s"}}
                        """.formatted(fund, program, determination(program)))
                .expecting(201)
                .json()
                .path("id")
                .asText();
        var _ = step("procurement-officer-1", "/processes/" + process, "award", """
                        {"programId": "%s", "justification": "As determined", "notResponsible": []}
                        """.formatted(program))
                .expecting(200);
        String id = as("procurement-officer-1")
                .post(Door.PROCUREMENT, "/contracts", """
                        {"processId": "%s", "startsOn": "%s", "endsOn": "%s"}
                        """.formatted(process, year.firstDay(), year.lastDay()))
                .expecting(201)
                .json()
                .path("id")
                .asText();
        String path = "/contracts/" + id;
        var _ = step(PARTNER, path, "signatures/partner", "{\"taxAttestation\": true, \"nonCollusion\": true}")
                .expecting(200);
        var _ = step("city-auditor-1", path, "certifications/appropriation", null)
                .expecting(200);
        List<String> missing = new ArrayList<>();
        as("cfo-1")
                .get(Door.PROCUREMENT, path)
                .expecting(200)
                .json()
                .path("missing")
                .forEach(step -> missing.add(step.asText()));
        if (missing.contains("superintendent")) {
            var _ = step("district-superintendent-1", path, "approvals/superintendent", null)
                    .expecting(200);
        }
        if (missing.contains("mayor")) {
            var _ = step("mayor-1", path, "approvals/mayor", null).expecting(200);
        }
        var _ = step("cfo-1", path, "signatures/district", null).expecting(200);
        var _ = step("procurement-officer-1", path, "execution", null).expecting(200);
        return id;
    }

    private List<List<String>> hotInvoices(String school, String contract) throws InterruptedException {
        List<String> numbers = new ArrayList<>();
        List<List<String>> all = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            List<String> paths = new ArrayList<>();
            for (int i = 0; i < HOT_EACH; i++) {
                // One after the other: each names those before it, because all of them are for the same day.
                String series = "H%s-%d-%d-".formatted(school, client, i);
                paths.addAll(received(1, series, _ -> contract, _ -> List.of(school), HOT_INVOICE, numbers));
                numbers.add(series);
            }
            all.add(paths);
        }
        return all;
    }

    /** Invoices with a line for each of these schools, verified, certified and received: their paths. */
    private List<String> received(
            int count,
            String series,
            IntFunction<String> contract,
            IntFunction<List<String>> schools,
            Money amount,
            List<String> continued)
            throws InterruptedException {
        return each(count, place -> {
            String continues = continued.stream()
                    .map(before -> "\"" + before + place + "\"")
                    .collect(Collectors.joining(", "));
            String lines = schools.apply(place).stream()
                    .map(school -> """
                            {"schoolCode": "%s", "serviceFrom": "%s", "serviceUntil": "%s",
                             "description": "Bench", "unit": "lump sum", "quantity": "1", "unitPrice": %s,
                             "amount": %s, "pupilsServed": 30, "continues": [%s]}
                            """.formatted(school, today, today, dollars(amount), dollars(amount), continues))
                    .collect(Collectors.joining(", "));
            String path = "/invoices/"
                    + as(PARTNER)
                            .post(Door.PROCUREMENT, "/invoices", """
                                    {"contractId": "%s", "number": "%s%d", "lines": [%s]}
                                    """.formatted(
                                            contract.apply(place), series, place, lines))
                            .expecting(201)
                            .json()
                            .path("id")
                            .asText();
            for (String school : schools.apply(place)) {
                var _ = step(LEADER, path, "verifications/" + school, "{\"delivered\": true}")
                        .expecting(200);
            }
            var _ = step("procurement-officer-2", path, "certification", null).expecting(200);
            var _ = step("city-auditor-1", path, "receipt", null).expecting(200);
            return path;
        });
    }

    private String subject(String username) {
        return People.of(suite.place()).named(username).orElseThrow().subject();
    }

    private void await(String count, int rows) throws SQLException, InterruptedException {
        try (var database = suite.administrator(Service.PROCUREMENT);
                var statement = database.createStatement()) {
            Suite.await(count, LONGEST, () -> {
                try (var row = statement.executeQuery(count)) {
                    return row.next() && row.getInt(1) >= rows;
                } catch (SQLException e) {
                    throw new IllegalStateException(count, e);
                }
            });
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
