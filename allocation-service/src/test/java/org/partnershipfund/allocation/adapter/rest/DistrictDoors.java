package org.partnershipfund.allocation.adapter.rest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnershipfund.testkit.Tokens;

/** The doors as the offices use them, with small files of three invented schools and the sample district's file. */
final class DistrictDoors {

    static final String THREE_SCHOOLS = """
            school_code,name,grades,enrolment,economically_disadvantaged,responsibility_centre,bps_location_code
            00350001,Adams,K;01;02,300,210,900001,4001
            00350002,Baker,K;01;02,200,120,900002,
            00350003,Curie,K;01;02,100,20,900003,4003
            """;

    static final String THREE_INDEXES = """
            school_code,index
            00350001,0.70
            00350002,0.60
            00350003,0.20
            """;

    private static final Path SAMPLE = Path.of("..", "deploy", "sample", "boston-schools-fy2019.csv");

    private DistrictDoors() {}

    /** A request of the budget office. */
    static RequestSpecification budgetOffice() {
        return as("budget-office");
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(Tokens.as(role));
    }

    /** The columns of the sample district's file that make a file of their own. */
    static String sample(String... columns) {
        try {
            List<String[]> rows = Files.readAllLines(SAMPLE).stream()
                    .map(line -> line.split(",", -1))
                    .toList();
            List<Integer> places = Arrays.stream(columns)
                    .map(List.of(rows.getFirst())::indexOf)
                    .toList();
            return rows.stream()
                    .map(row -> places.stream().map(place -> row[place]).collect(Collectors.joining(",", "", "\n")))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SAMPLE, e);
        }
    }

    /** The share of economically disadvantaged pupils, as an index. */
    static String disadvantagedShares() {
        return sample("school_code", "disadvantaged_share").replaceFirst("disadvantaged_share", "index");
    }

    static Response importSchools(String csv, String asOf) {
        return importSchools(csv, "projected", asOf);
    }

    static Response importSchools(String csv, String kind, String asOf) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("kind", kind)
                .queryParam("asOf", asOf)
                .queryParam("source", "a test")
                .body(csv)
                .post("/schools/imports");
    }

    static Response importIndex(String csv, String name) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .queryParam("name", name)
                .queryParam("source", "a test")
                .queryParam("method", "economically disadvantaged pupils divided by all pupils")
                .queryParam("snapshotDate", "2016-10-01")
                .queryParam("illustrative", true)
                .body(csv)
                .post("/index-imports");
    }

    static Response openFund(String name, String pool) {
        return openFund(name, pool, 2019);
    }

    static Response openFund(String name, String pool, int fiscalYear) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"name": "%s", "fiscalYear": %d, "pool": {"amount": "%s", "currency": "USD"},
                         "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"}}
                        """.formatted(name, fiscalYear, pool))
                .post("/funds");
    }

    /** A fund that tells nobody before that day. */
    static Response openFund(String name, String pool, String allocationsPublishedOn) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"name": "%s", "fiscalYear": 2019, "pool": {"amount": "%s", "currency": "USD"},
                         "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"},
                         "allocationsPublishedOn": "%s"}
                        """.formatted(name, pool, allocationsPublishedOn))
                .post("/funds");
    }

    /** A fund whose amounts may be brought to the October count. */
    static Response openRetruedFund(String name, String pool) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"name": "%s", "fiscalYear": 2019, "pool": {"amount": "%s", "currency": "USD"},
                         "chart": {"account": "52907", "fund": "100", "program": "2536", "subclass": "00000"},
                         "retruedToOctober": true}
                        """.formatted(name, pool))
                .post("/funds");
    }

    static Response run(String fund, String index, String enrollment, String eligibility) {
        return budgetOffice()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("""
                        {"name": "a scenario", "indexId": "%s", "enrollmentId": "%s",
                         "rules": {"eligibility": %s, "formula": {"kind": "flat-per-pupil"}}}
                        """.formatted(index, enrollment, eligibility))
                .post("/funds/{id}/scenarios", fund);
    }

    static Response publish(String scenario, String etag) {
        return budgetOffice().header("If-Match", etag).put("/scenarios/{id}/publication", scenario);
    }

    static Response appropriate(String fund, String etag, String amount, String adoptedOn) {
        return budgetOffice()
                .header("If-Match", etag)
                .contentType("application/json")
                .body("""
                        {"adopted": {"amount": "%s", "currency": "USD"}, "vote": "School Committee, 28 March 2018",
                         "adoptedOn": "%s"}
                        """.formatted(amount, adoptedOn))
                .put("/funds/{id}/appropriation", fund);
    }
}
