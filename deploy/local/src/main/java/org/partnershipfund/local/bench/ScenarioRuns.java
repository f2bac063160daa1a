package org.partnershipfund.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.partnershipfund.local.Suite;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;

/**
 * A scenario with every kind of rule, for 118 schools and for ten times as many; generated, with its seed. Every figure is
 * what calls of the doors take, with all that is stored and written on the way. The first call after the start is shown
 * apart: it pays for the compiler.
 */
final class ScenarioRuns {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCHOOLS = 118;
    private static final int TIMES = 10;
    private static final long POOL_PER_SCHOOL = 48_300;
    private static final int THRESHOLDS = 99;
    private static final long SEED = 20_171_208;
    private static final double MILLISECOND = 1e6;
    private static final int WARM_UP = 20;

    private ScenarioRuns() {}

    static void measure(Suite suite, Report report, int runs) {
        report.chapter("Scenario with taper, tiers, floor, cap and guarantees (generated, seed %d)".formatted(SEED));
        try (var anybody = suite.client()) {
            var office = anybody.as("budget-office");
            double district = measure(office, report, runs, SCHOOLS, "aim: 100");
            double larger = measure(office, report, runs, SCHOOLS * TIMES, "");
            report.figure(
                    "%d times the schools, times the milliseconds".formatted(TIMES),
                    "%.1f".formatted(larger / district),
                    "aim: linear, at most " + TIMES);
        }
    }

    /** Returns the median of computing, storing, reading with reasons and the equity report, in milliseconds. */
    private static double measure(SuiteClient office, Report report, int runs, int schools, String aim) {
        var doors = new BudgetOffice(office);
        var district = new Generated(schools);
        String enrollment = doors.upload(
                        "/schools/imports",
                        Map.of(
                                "kind",
                                "projected",
                                "asOf",
                                "2017-11-%02d".formatted(schools % 28 + 1),
                                "source",
                                "bench"),
                        district.schools())
                .at("/snapshot/id")
                .asText();
        String index = doors.upload(
                        "/index-imports",
                        Map.of(
                                "name",
                                "Generated " + schools,
                                "source",
                                "generated",
                                "method",
                                "seed " + SEED,
                                "snapshotDate",
                                "2016-10-01",
                                "illustrative",
                                "true"),
                        district.index())
                .at("/index/id")
                .asText();
        String notice = doors.upload(
                        "/prior-year-funding/imports",
                        Map.of(
                                "fiscalYear",
                                "2018",
                                "noticeOn",
                                "2017-11-%02d".formatted(schools % 28 + 1),
                                "source",
                                "generated, seed " + SEED,
                                "illustrative",
                                "true"),
                        district.before())
                .at("/notice/id")
                .asText();
        String fund = doors.fund("Generated " + schools, POOL_PER_SCHOOL * schools);
        List<Double> computed = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> equity = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> curves = new ArrayList<>();
        for (int i = -WARM_UP; i < runs; i++) {
            ObjectNode asked = asked(index, enrollment, notice, schools);
            long begin = System.nanoTime();
            String scenario = doors.post("/funds/" + fund + "/scenarios", asked);
            long stored = System.nanoTime();
            readAll(office, "/scenarios/" + scenario + "/allocations?limit=500");
            long explained = System.nanoTime();
            var _ = office.get(Door.ALLOCATION, "/scenarios/" + scenario + "/equity")
                    .expecting(200);
            long reported = System.nanoTime();
            if (i == -WARM_UP) {
                report.figure(
                        "%,d schools: the first call after the start, ms".formatted(schools),
                        "%.0f".formatted((reported - begin) / MILLISECOND),
                        "");
            } else if (i >= 0) {
                var _ = office.get(
                                Door.ALLOCATION, "/scenarios/" + scenario + "/sensitivity?from=0.01&to=0.99&step=0.01")
                        .expecting(200);
                curves.add((System.nanoTime() - reported) / MILLISECOND / THRESHOLDS);
                computed.add((stored - begin) / MILLISECOND);
                read.add((explained - stored) / MILLISECOND);
                equity.add((reported - explained) / MILLISECOND);
                whole.add((reported - begin) / MILLISECOND);
            }
        }
        report.figure(
                "%,d schools: computed alone, of a curve of %d, ms".formatted(schools, THRESHOLDS),
                Report.median(curves, "%.1f"),
                "");
        report.figure("%,d schools: computed and stored, ms".formatted(schools), Report.median(computed, "%.0f"), "");
        report.figure("%,d schools: all reasons read, ms".formatted(schools), Report.median(read, "%.0f"), "");
        report.figure("%,d schools: equity report, ms".formatted(schools), Report.median(equity, "%.0f"), "");
        report.figure("%,d schools: all of it, ms".formatted(schools), Report.median(whole, "%.0f"), aim);
        return Report.middle(whole);
    }

    private static void readAll(SuiteClient office, String path) {
        String after = "";
        do {
            JsonNode page =
                    office.get(Door.ALLOCATION, path + after).expecting(200).json();
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
    }

    /** A district that is the same in every run. */
    private record Generated(int size) {

        String schools() {
            var chance = new Random(SEED);
            var csv = new StringBuilder(
                    "school_code,name,grades,enrolment,economically_disadvantaged,responsibility_centre,bps_location_code\n");
            for (int i = 0; i < size; i++) {
                int pupils = 100 + chance.nextInt(900);
                csv.append("%s,School %d,K;01;02,%d,%d,%06d,%n"
                        .formatted(code(i), i, pupils, pupils / 2, 910_000 + size + i));
            }
            return csv.toString();
        }

        String index() {
            var chance = new Random(SEED + 1);
            var csv = new StringBuilder("school_code,index\n");
            for (int i = 0; i < size; i++) {
                csv.append(String.format(Locale.ROOT, "%s,0.%06d%n", code(i), 10_000 + chance.nextInt(980_001)));
            }
            return csv.toString();
        }

        /** Every third school had something. */
        String before() {
            var chance = new Random(SEED + 2);
            var csv = new StringBuilder("school_code,partner,service_area,amount\n");
            for (int i = 0; i < size; i += 3) {
                csv.append(
                        "%s,Invented Partner,after school,%d.00%n".formatted(code(i), 1_000 + chance.nextInt(50_000)));
            }
            return csv.toString();
        }

        private String code(int place) {
            return "%08d".formatted(70_000_000 + size * 10_000 + place);
        }
    }

    private static ObjectNode asked(String index, String enrollment, String notice, int schools) {
        ObjectNode asked = JSON.createObjectNode()
                .put("name", "Every rule")
                .put("indexId", index)
                .put("enrollmentId", enrollment);
        ObjectNode rules = asked.putObject("rules");
        rules.putObject("eligibility").put("kind", "taper").put("from", "0.30").put("to", "0.80");
        ObjectNode formula = rules.putObject("formula").put("kind", "tiers").put("decidedOn", "2017-10-18");
        var steps = formula.putArray("steps");
        steps.addObject().put("atLeast", "0.01").put("weight", "1");
        steps.addObject().put("atLeast", "0.60").put("weight", "1.5");
        ObjectNode guardrails = rules.putObject("guardrails");
        guardrails.putObject("floor").put("amount", "5000.00").put("currency", "USD");
        guardrails.putObject("cap").put("amount", "400000.00").put("currency", "USD");
        ObjectNode held = rules.putObject("holdHarmless").put("noticeId", notice);
        held.putArray("phaseOut").add("1/3").add("2/3").add("1");
        rules.putObject("reserve").put("amount", "%d00.00".formatted(schools)).put("currency", "USD");
        return asked;
    }
}
