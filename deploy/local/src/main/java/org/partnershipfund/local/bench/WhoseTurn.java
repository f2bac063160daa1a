package org.partnershipfund.local.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;

/**
 * What waits for a superintendent of 100 schools among 10,000 selections of 200 schools, and twice as many older ones of
 * the schools that only practised.
 */
final class WhoseTurn {

    private static final int QUESTIONS = 400;
    private static final int WARM_UP = 200;

    private WhoseTurn() {}

    /** The superintendent comes first in this fund, so that everything that is submitted waits for one. */
    static void superintendentsFirst(BenchDistrict district) {
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        SuiteClient office = district.as("budget-office");
        String path = "/approval-policies/%s/stages".formatted(district.fund());
        String etag = office.get(Door.APPROVAL, path).expecting(200).etag().orElseThrow();
        var _ = office.put(Door.APPROVAL, path, """
                        {"firstDay": "%s", "source": "Bench", "stages": [
                          {"steps": [{"step": "superintendent", "deadline": {"daysAfter": 14}}]},
                          {"steps": [{"step": "council"}]}, {"steps": [{"step": "completeness"}]}]}
                        """.formatted(today), etag).expecting(200);
    }

    static void measure(BenchDistrict district, Report report, int runs) {
        SuiteClient superintendent = district.as("instructional-superintendent");
        var _ = ask(superintendent, WARM_UP);
        List<Double> middles = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            List<Double> taken = ask(superintendent, QUESTIONS);
            middles.add(Report.middle(taken));
            slowest.add(taken.stream().sorted().toList().get(QUESTIONS * 99 / 100));
        }
        report.chapter("Whose turn is it: GET /turns of a superintendent of %d schools, %d questions a run, one client"
                .formatted(BenchDistrict.SCHOOLS / 2, QUESTIONS));
        report.figure("p50, ms", Report.median(middles, "%.1f"), "");
        report.figure("p99, ms", Report.median(slowest, "%.1f"), "aim: 50");
    }

    private static List<Double> ask(SuiteClient superintendent, int questions) {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            long begin = System.nanoTime();
            var page = superintendent
                    .get(Door.APPROVAL, "/turns?limit=50")
                    .expecting(200)
                    .json();
            taken.add((System.nanoTime() - begin) / 1e6);
            if (page.path("items").size() != 50) {
                throw new IllegalStateException("a full page should wait for the superintendent: " + page);
            }
        }
        return taken;
    }
}
