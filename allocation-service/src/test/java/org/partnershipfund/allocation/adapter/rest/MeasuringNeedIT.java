package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_INDEXES;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.THREE_SCHOOLS;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.as;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.budgetOffice;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importIndex;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.importSchools;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.openFund;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.publish;
import static org.partnershipfund.allocation.adapter.rest.DistrictDoors.run;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.MODEL;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.TRACTS;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.compute;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.computing;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.importTracts;
import static org.partnershipfund.allocation.adapter.rest.NeedDoors.makeModel;
import static org.partnershipfund.testkit.Soon.soon;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnershipfund.allocation.adapter.Backbone;
import org.partnershipfund.allocation.adapter.Tables;
import org.partnershipfund.allocation.opportunityindex.Computation;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.StudentRecords;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.usecase.ComputeIndex;
import org.partnershipfund.allocation.usecase.ForgetStudents;
import org.partnershipfund.testkit.Tokens;

/** From pupils to the need of schools: computed, shown without showing a pupil, and forgotten. */
@Backbone
@QuarkusTest
class MeasuringNeedIT {

    private static final String HEADER = "student_key,school_code,tract_geoid,disadvantaged,attendance\n";

    /** Twelve of the greatest need at Adams, ten of the least at Baker, three at Curie. */
    private static final String PUPILS = HEADER
            + pupils("a", 12, "00350001,25025000100,1,0.8")
            + pupils("b", 10, "00350002,25025000302,0,1")
            + pupils("c", 3, "00350003,25025000201,1,0.9");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // the test framework sets it
    URI service;

    @Inject
    ComputeIndex computeIndex;

    @Inject
    ForgetStudents forgetStudents;

    @Inject
    StudentRecords students;

    private String enrollment = "";
    private String model = "";
    private String tracts = "";

    @BeforeEach
    void measure_by_a_model_and_three_tracts() {
        enrollment = importSchools(THREE_SCHOOLS, "2017-11-01").then().extract().path("snapshot.id");
        model = makeModel(MODEL).then().statusCode(201).extract().path("model.id");
        tracts = importTracts(TRACTS, "Three tracts", false)
                .then()
                .statusCode(201)
                .extract()
                .path("tracts.id");
    }

    @AfterEach
    void empty_the_tables() {
        Tables.empty();
    }

    @Test
    void schools_get_the_mean_of_their_pupils_and_few_pupils_show_nothing() {
        String id = compute(PUPILS, model, tracts, "Need")
                .then()
                .statusCode(201)
                .header("Location", containsString("/index-computations/"))
                .body("illustrative", equalTo(true))
                .body("method", containsString("index model 'Need', version 1, and tract set 'Three tracts'"))
                .body("pupils", equalTo(22))
                .body("studentsKeptUntil", nullValue())
                .extract()
                .path("id");

        // Curie's three: (12 x 0.99 + 10 x 0.01) / 22 = 0.5445, the mean of the pupils of the others.
        as("records-auditor")
                .get("/index-computations/{id}/schools", id)
                .then()
                .statusCode(200)
                .body("items.schoolCode", equalTo(List.of("00350001", "00350002", "00350003")))
                .body("items.index", equalTo(List.of("0.99", "0.01", "0.54")))
                .body("items.basis", equalTo(List.of("own-pupils", "own-pupils", "district-mean")))
                .body("items[0].pupils", equalTo(12))
                .body("items[0].neighborhood", nullValue())
                .body("items[1].performance", nullValue())
                .body("items[2].pupils", nullValue())
                .body("items[2].individual", nullValue());
        String csv = as("budget-office")
                .accept("text/csv")
                .get("/index-computations/{id}/schools", id)
                .asString();
        assertThat(csv.lines())
                .containsExactly(
                        "school_code,index,basis,pupils,neighborhood,individual,performance",
                        "00350001,0.99,own-pupils,12,,,",
                        "00350002,0.01,own-pupils,10,,,",
                        "00350003,0.54,district-mean,,,,");
        as("budget-office")
                .queryParam("limit", 2)
                .get("/index-computations/{id}/schools", id)
                .then()
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(2));
    }

    @Test
    void components_are_shown_of_many_pupils_but_not_where_they_count_fewer_than_ten() {
        String many = HEADER
                + pupils("x", 5, "00350001,25025000100,1,0.8")
                + pupils("y", 115, "00350001,25025000100,0,0.8")
                + pupils("z", 120, "00350001,25025000302,0,1");

        String id = computed(many, "Need");

        // Five of 240 are disadvantaged: 0.02 would say so.
        assertThat(as("budget-office")
                        .accept("text/csv")
                        .get("/index-computations/{id}/schools", id)
                        .asString()
                        .lines())
                .containsExactly(
                        "school_code,index,basis,pupils,neighborhood,individual,performance",
                        "00350001,0.34,own-pupils,240,0.50,,0.50");
    }

    @Test
    void nothing_of_the_pupils_stays_but_counts_and_digests() {
        String id = computed(PUPILS, "Need");

        assertThat(Tables.texts("SELECT count(*) FROM student_record")).containsExactly("0");
        assertThat(Tables.texts("SELECT count(*) FROM pg_class WHERE relname = 'uploaded_student'"))
                .containsExactly("0");
        assertThat(Tables.texts("SELECT state_after FROM audit_log WHERE action = 'IndexComputed' AND subject = ?", id))
                .singleElement()
                .asString()
                .contains("studentsDigest", "resultDigest", "\"schools\":3", "\"pupils\":22")
                .doesNotContain("a-0", "00350001", "25025");
        recompute(id).then().statusCode(409).body("type", endsWith("students-not-kept"));
    }

    @Test
    void the_same_pupils_in_another_order_give_the_same_bytes() {
        List<String> lines = Arrays.asList(PUPILS.substring(HEADER.length()).split("\n"));
        Collections.reverse(lines);

        String first = compute(PUPILS, model, tracts, "Need").path("resultDigest");
        String second = compute(HEADER + String.join("\n", lines), model, tracts, "Need, once more")
                .path("resultDigest");
        String other = compute(PUPILS.replace("0.9\n", "0.8\n").replace("00350003", "00350002"), model, tracts, "Other")
                .path("resultDigest");

        assertThat(second).isEqualTo(first).isNotEqualTo(other);
    }

    @Test
    void everybody_reads_it_once_a_published_scenario_rests_on_it_and_not_before() {
        String id = computed(PUPILS, "Need");
        String fund = openFund("Partnership Fund", "100.00").then().extract().path("id");
        Response scenario = run(fund, id, enrollment, "{\"kind\": \"top\", \"schools\": 1}");
        scenario.then().statusCode(201).body("illustrative", equalTo(true));

        for (String path : List.of("", "/schools")) {
            when().get("/index-computations/{id}" + path, id)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("no-such-computation"));
        }
        when().get("/index-models/{id}", model).then().statusCode(404).body("type", endsWith("no-such-index-model"));
        when().get("/index-computations").then().statusCode(200).body("items", hasSize(0));
        when().get("/index-models").then().statusCode(200).body("items", hasSize(0));
        as("budget-office").get("/index-computations").then().body("items.id", equalTo(List.of(id)));

        String lastPoll = Instant.now().toString();
        publish(scenario.path("id"), scenario.header("ETag")).then().statusCode(200);

        // Who asks from time to time what is new learns of both now, although they were made before it asked last.
        for (String list : List.of("/index-computations", "/index-models")) {
            given().queryParam("modifiedAfter", lastPoll).get(list).then().body("items", hasSize(1));
            given().queryParam("modifiedAfter", "2100-01-01T00:00:00Z")
                    .get(list)
                    .then()
                    .body("items", hasSize(0));
            as("budget-office")
                    .queryParam("modifiedAfter", lastPoll)
                    .get(list)
                    .then()
                    .body("items", hasSize(0));
        }
        when().get("/index-computations/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Need"));
        when().get("/index-computations/{id}/schools", id).then().body("items", hasSize(3));
        when().get("/index-models/{id}", model).then().body("weights.neighborhood", equalTo("0.4"));
        when().get("/index-computations").then().body("items.id", equalTo(List.of(id)));
        when().get("/index-models").then().body("items.id", equalTo(List.of(model)));
    }

    @Test
    void every_pupil_that_cannot_be_used_is_named_by_line_and_nothing_is_half_kept() {
        String faulty = PUPILS
                + "Jane Doe,00350001,25025000100,1,0.8\n"
                + "d-1,00359999,25025000100,1,0.8\n"
                + "d-2,00350001,25025999999,1,0.8\n"
                + "d-3,00350001,25025000100,2,NaN\n"
                + "d-4,00350001,25025000100,,1.1\n"
                + "d-5,00350001\n"
                + "a-3,00350002,,1,0.8\n";

        compute(faulty, model, tracts, "Need")
                .then()
                .statusCode(400)
                .body("type", endsWith("faulty-upload"))
                .body("detail", containsString("7 of 32 lines"))
                .body("detail", containsString("no pupil was kept"))
                .body(
                        "violations.field",
                        equalTo(List.of(
                                "line 27, student_key",
                                "line 28, school_code",
                                "line 29, tract_geoid",
                                "line 30, disadvantaged",
                                "line 30, attendance",
                                "line 31, disadvantaged",
                                "line 31, attendance",
                                "line 32",
                                "line 33, student_key")))
                .body("violations[3].value", equalTo("2"))
                .body("violations[3].reason", containsString("from 0 to 1"))
                .body("violations[4].value", equalTo("NaN"))
                .body("violations[5].reason", containsString("the model refuses an empty cell"))
                .body("violations[8].reason", equalTo("line 5 has this pupil already"));
        as("budget-office").get("/index-computations").then().body("items", hasSize(0));
        as("budget-office").get("/index-imports").then().body("items", hasSize(0));
    }

    @Test
    void of_a_file_full_of_faults_the_first_ones_are_told_and_all_are_counted() {
        String strangers = HEADER + pupils("s", 500, "00359999,,1,0.8");

        compute(strangers, model, tracts, "Need")
                .then()
                .statusCode(400)
                .body("detail", containsString("500 of 500 lines"))
                .body("violations", hasSize(200));
    }

    @ParameterizedTest(name = "the header {0} is refused")
    @CsvSource({
        "'student_key,school_code,tract_geoid,disadvantaged'",
        "'student_key,school_code,tract_geoid,disadvantaged,attendance,name'",
        "'student_key,school_code,tract_geoid,disadvantaged,median_income'",
    })
    void the_columns_are_those_that_the_model_measures_by_pupil(String header) {
        compute(header + "\n", model, tracts, "Need")
                .then()
                .statusCode(400)
                .body("detail", containsString("student_key,school_code,tract_geoid,disadvantaged,attendance"));
    }

    @Test
    void a_model_that_knows_what_missing_means_takes_empty_cells() {
        String lenient = makeModel(MODEL.replace("\"missing\": \"refuse\"", "\"missing\": \"middle\""))
                .path("model.id");

        compute(HEADER + pupils("a", 10, "00350001,,,"), lenient, tracts, "Need")
                .then()
                .statusCode(201);

        as("budget-office").get("/index-computations").then().body("items", hasSize(1));
    }

    @Test
    void what_does_not_fit_together_is_refused_before_a_pupil_is_read() {
        compute(PUPILS, tracts, tracts, "Need").then().statusCode(422).body("type", endsWith("unknown-index-model"));
        compute(PUPILS, model, model, "Need").then().statusCode(422).body("type", endsWith("unknown-tract-set"));
        String others = importTracts("tract_geoid,unemployment\n25025000100,0.1\n", "Other", false)
                .path("tracts.id");
        compute(PUPILS, model, others, "Need")
                .then()
                .statusCode(422)
                .body("type", endsWith("tract-factor-missing"))
                .body("detail", containsString("'median_income'"));
        String negative = importTracts("tract_geoid,median_income\n25025000100,-1\n", "Negative", false)
                .path("tracts.id");
        compute(PUPILS, model, negative, "Need")
                .then()
                .statusCode(422)
                .body("type", endsWith("tract-value-not-possible"))
                .body("detail", containsString("median_income = -1, and the model admits values from 0 on"));
        String empty = importTracts("tract_geoid,median_income\n25025000100,\n", "Empty", false)
                .path("tracts.id");
        compute(PUPILS, model, empty, "Need").then().statusCode(422).body("type", endsWith("tract-value-missing"));
        assertThat(importIndex(THREE_INDEXES, "Need").statusCode()).isEqualTo(201);
        compute(PUPILS, model, tracts, "Need").then().statusCode(409).body("type", endsWith("index-name-taken"));
    }

    @Test
    void a_file_in_which_every_school_has_few_pupils_has_no_index() {
        compute(HEADER + pupils("a", 9, "00350001,,1,0.8"), model, tracts, "Need")
                .then()
                .statusCode(422)
                .body("type", endsWith("nobody-measured"));
    }

    @Test
    void the_same_request_again_is_answered_the_same_and_computes_nothing() {
        String key = UUID.randomUUID().toString();
        String first = NeedDoors.computing(model, tracts, "Need", key)
                .body(PUPILS)
                .post("/index-computations")
                .asString();

        NeedDoors.computing(model, tracts, "Need", key)
                .body(PUPILS)
                .post("/index-computations")
                .then()
                .statusCode(201)
                .header("Idempotent-Replayed", "true")
                .body(equalTo(first));
        NeedDoors.computing(model, tracts, "Need", key)
                .body(PUPILS + "z-1,00350001,,1,0.8\n")
                .post("/index-computations")
                .then()
                .statusCode(422)
                .body("type", endsWith("idempotency-key-reused"));
    }

    @Test
    void while_pupils_are_kept_the_index_can_be_computed_again_and_after_that_they_are_gone() {
        var computation = computedAndKept();
        String id = computation.title().id().value().toString();
        assertThat(Tables.texts("SELECT count(*) FROM student_record")).containsExactly("25");

        recompute(id)
                .then()
                .statusCode(200)
                .body("equal", equalTo(true))
                .body("recomputedDigest", equalTo(computation.resultDigest()));

        Tables.change("UPDATE index_computation SET kept_until = '2001-01-01T00:00:00Z'");
        // The service looks by itself too; whoever comes first deletes them, and it is told once.
        assertThat(forgetStudents.forgetOverdue(100)).isIn(0L, 25L);
        assertThat(Tables.texts("SELECT count(*) FROM student_record")).containsExactly("0");
        assertThat(forgotten(id)).isEqualTo(25);
        recompute(id).then().statusCode(409).body("type", endsWith("students-not-kept"));
    }

    @Test
    void many_pupils_are_deleted_some_at_a_time_and_what_is_deleted_stays_deleted() {
        String id = computedAndKept().title().id().value().toString();
        Tables.change("UPDATE index_computation SET kept_until = '2001-01-01T00:00:00Z'");

        // The service may come first with all of them.
        assertThat(forgetStudents.forgetOverdue(10)).isIn(0L, 10L);
        assertThat(Tables.texts("SELECT count(*) FROM student_record")).isSubsetOf("0", "15");
        assertThat(forgetStudents.forgetOverdue(10)).isIn(0L, 10L);
        assertThat(forgetStudents.forgetOverdue(10)).isIn(0L, 5L);
        assertThat(forgetStudents.forgetOverdue(10)).isZero();

        assertThat(Tables.texts("SELECT count(*) FROM student_record")).containsExactly("0");
        assertThat(forgotten(id)).isEqualTo(25);
    }

    @Test
    void pupils_from_which_somebody_computes_just_now_are_deleted_when_that_is_over() {
        var id = computedAndKept().title().id();

        QuarkusTransaction.requiringNew().run(() -> {
            students.holdKept(id);
            Tables.change("UPDATE index_computation SET kept_until = '2001-01-01T00:00:00Z'");
            assertThat(forgetStudents.forgetOverdue(100)).isZero();
            assertThat(Tables.texts("SELECT count(*) FROM student_record")).containsExactly("25");
        });

        assertThat(forgetStudents.forgetOverdue(100)).isIn(0L, 25L);
        assertThat(Tables.texts("SELECT count(*) FROM student_record")).containsExactly("0");
    }

    private Computation computedAndKept() {
        return computeIndex.compute(
                new ComputeIndex.Ask(
                        new IndexModelId(UUID.fromString(model)),
                        new TractSetId(UUID.fromString(tracts)),
                        "Kept",
                        "a test",
                        LocalDate.of(2017, 10, 1),
                        true,
                        Duration.ofDays(30)),
                new StudentsCsv(new ByteArrayInputStream(PUPILS.getBytes(StandardCharsets.UTF_8)), 1L << 20));
    }

    /** How many pupils the audit trail says were deleted. */
    private static int forgotten(String computation) {
        return Tables.texts(
                        "SELECT state_after::json ->> 'pupils' FROM audit_log WHERE action = 'StudentsForgotten' AND subject = ?",
                        computation)
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    @Test
    void a_file_of_more_than_two_gigabytes_is_refused_before_it_is_sent() throws IOException {
        assertThat(announced("/index-computations", 2_147_483_648L))
                .startsWith("HTTP/1.1 413 ")
                .contains("2,147,483,647 bytes");
        assertThat(announced("/tract-imports", 100_000_000)).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest(name = "{0} may not")
    @CsvSource({"school-leader", "records-auditor", "partner"})
    void only_the_offices_compute(String role) {
        as(role).header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(PUPILS)
                .post("/index-computations")
                .then()
                .statusCode(403);
        given().post("/index-computations/{id}/recomputations", UUID.randomUUID())
                .then()
                .statusCode(401);
    }

    @Test
    void what_nobody_computed_is_not_found() {
        recompute(UUID.randomUUID().toString()).then().statusCode(404).body("type", endsWith("no-such-computation"));
        budgetOffice()
                .get("/index-computations/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("detail", not(containsString("null")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Content-Length: 4000000", "Transfer-Encoding: chunked"})
    void an_upload_of_pupils_that_is_cut_off_in_the_middle_leaves_nothing_and_can_be_sent_again(String framing)
            throws IOException {
        String key = UUID.randomUUID().toString();
        cutOff(framing, key);

        // Had anything of it been kept, the key would belong to another request, or the name to another index set.
        soon().untilAsserted(() -> computing(model, tracts, "Need", key)
                .body(PUPILS)
                .post("/index-computations")
                .then()
                .statusCode(201)
                .body("pupils", equalTo(22)));
        assertThat(Tables.texts("SELECT count(*) FROM index_computation")).containsExactly("1");
        assertThat(Tables.texts("SELECT count(*) FROM student_record")).containsExactly("0");
        assertThat(Tables.texts("SELECT count(*) FROM pg_class WHERE relname = 'uploaded_student'"))
                .containsExactly("0");
        as("budget-office").get("/index-computations").then().body("items.name", equalTo(List.of("Need")));
    }

    /** Sends the head and whole lines of the file, then nothing more; returns when the service has hung up. */
    private void cutOff(String framing, String key) throws IOException {
        String lines = HEADER + pupils("a", 2_000, "00350001,25025000100,1,0.8");
        String body = framing.endsWith("chunked") ? "%x\r\n%s\r\n".formatted(lines.length(), lines) : lines;
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(90_000);
            socket.getOutputStream()
                    .write(("""
                            POST /index-computations?modelId=%s&tractSetId=%s&name=Need&source=a%%20test&snapshotDate=2017-10-01 HTTP/1.1
                            Host: localhost
                            Authorization: Bearer %s
                            Idempotency-Key: %s
                            Content-Type: text/csv
                            %s

                            """.formatted(model, tracts, Tokens.as("budget-office"), key, framing)
                                            .replace("\n", "\r\n")
                                    + body)
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .doesNotContain("HTTP/1.1 2");
        }
    }

    private String computed(String pupils, String name) {
        return compute(pupils, model, tracts, name)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response recompute(String id) {
        return as("records-auditor")
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/index-computations/{id}/recomputations", id);
    }

    private String announced(String path, long length) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(90_000);
            socket.getOutputStream().write("""
                            POST %s HTTP/1.1
                            Host: localhost
                            Connection: close
                            Authorization: Bearer %s
                            Content-Type: text/csv
                            Content-Length: %d

                            """.formatted(path, Tokens.as("budget-office"), length)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String pupils(String prefix, int count, String rest) {
        return IntStream.range(0, count)
                .mapToObj(number -> "%s-%d,%s\n".formatted(prefix, number, rest))
                .collect(Collectors.joining());
    }
}
