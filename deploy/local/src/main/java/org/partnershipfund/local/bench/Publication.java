package org.partnershipfund.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.demo.SampleDistrict;
import org.partnershipfund.local.place.Door;

/** The whole path through the doors: publish a scenario for all 118 schools, until the last budget line is open. */
final class Publication {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCHOOLS = 118;
    private static final long POOL = 5_700_000;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private Publication() {}

    static void measure(Suite suite, Report report, int runs) throws InterruptedException {
        report.chapter("Publication: one call publishes %d allocations".formatted(SCHOOLS));
        List<Double> calls = new ArrayList<>();
        List<Double> opened = new ArrayList<>();
        try (var anybody = suite.client()) {
            var office = anybody.as("budget-office");
            var doors = new BudgetOffice(office);
            var district = new SampleDistrict(suite.place().deploy("sample").resolve("boston-schools-fy2019.csv"));
            var enrollment = doors.upload(
                            "/schools/imports",
                            Map.of("kind", "projected", "asOf", "2017-11-01", "source", "bench"),
                            district.schools())
                    .path("snapshot")
                    .path("id")
                    .asText();
            var index = doors.upload(
                            "/index-imports",
                            Map.of(
                                    "name",
                                    "Bench",
                                    "source",
                                    "bench",
                                    "method",
                                    "bench",
                                    "snapshotDate",
                                    "2016-10-01",
                                    "illustrative",
                                    "true"),
                            district.disadvantagedShares())
                    .path("index")
                    .path("id")
                    .asText();
            for (int i = 0; i < runs; i++) {
                var fund = doors.fund("Bench " + i, POOL);
                var scenario = scenario(doors, fund, index, enrollment);
                var read = office.get(Door.ALLOCATION, "/scenarios/" + scenario).expecting(200);
                long begin = System.nanoTime();
                var _ = office.put(
                                Door.ALLOCATION,
                                "/scenarios/" + scenario + "/publication",
                                null,
                                read.etag().orElseThrow())
                        .expecting(200);
                long answered = System.nanoTime();
                awaitLines(office, fund);
                calls.add((answered - begin) / 1e6);
                opened.add((System.nanoTime() - answered) / 1e6);
            }
        }
        report.figure("the call, ms", Report.median(calls, "%.0f"), "");
        report.figure("from its answer to the last line open, ms", Report.median(opened, "%.0f"), "aim: 2000");
    }

    private static void awaitLines(SuiteClient office, String fund) throws InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        while (office.get(Door.PROCUREMENT, "/budget-lines/totals?fundId=" + fund)
                        .expecting(200)
                        .json()
                        .path("lines")
                        .asInt()
                < SCHOOLS) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the lines did not open");
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static String scenario(BudgetOffice office, String fund, String index, String enrollment) {
        ObjectNode asked = JSON.createObjectNode()
                .put("name", "Everybody")
                .put("indexId", index)
                .put("enrollmentId", enrollment);
        ObjectNode rules = asked.putObject("rules");
        rules.putObject("eligibility").put("kind", "top").put("schools", SCHOOLS);
        rules.putObject("formula").put("kind", "flat-per-pupil");
        return office.post("/funds/" + fund + "/scenarios", asked);
    }
}
