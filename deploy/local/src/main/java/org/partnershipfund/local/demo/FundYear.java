package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.client.Answer;
import org.partnershipfund.local.client.SuiteClient;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.place.Place;

/** The year of the FY2019 fund, from the file of schools to the adopted budget. */
public final class FundYear {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FUND_NAME = "Partnership Fund";
    private static final String FISCAL_YEAR = "2019";
    private static final Money POOL = Money.ofDollars("5700000.00");
    private static final String COUNTED_ON = "2017-11-01";
    private static final String INDEX_NAME = "Economically disadvantaged share, 2016-17 (illustrative)";
    private static final String DESE = "Massachusetts DESE, school year 2016-17; responsibility centres are invented";
    private static final String SCENARIO_NAME = "The 60 schools of the greatest need, flat per pupil";
    private static final String VOTE = "School Committee, 28 March 2018";
    private static final Duration LONGEST_WAY = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final SuiteClient anybody;
    private final SuiteClient budgetOffice;
    private final SuiteClient partnershipsTeam;
    private final SampleDistrict district;
    private final Narrator narrator;
    private final Calendar calendar;
    private final Books books;

    public FundYear(Place place, SuiteClient anybody) {
        this.anybody = anybody;
        this.budgetOffice = anybody.as("budget-office");
        this.partnershipsTeam = anybody.as("partnerships-team");
        this.district = new SampleDistrict(place.deploy("sample").resolve("boston-schools-fy2019.csv"));
        this.narrator = new Narrator(System.out);
        this.calendar = new Calendar(anybody.as("operator"), place, narrator);
        this.books = new Books(anybody.as("procurement-officer"), narrator);
    }

    /**
     * Plays what has not been played yet and shows the proof.
     *
     * @return whether pool, allocations and budget lines agree to the cent
     */
    public boolean play() throws InterruptedException {
        narrator.line("");
        narrator.line("The FY2019 district: 118 real schools; the index is illustrative, it is not Boston's own.");
        Optional<JsonNode> played = fund();
        if (played.isPresent() && !isOpen(played.get())) {
            narrator.line("This suite has played the year before. Nothing is changed; this is what it holds.");
        }

        narrator.chapter("1 December 2017: who needs how much");
        if (played.isEmpty()) {
            calendar.turnTo(LocalDateTime.of(2017, 12, 1, 9, 0));
        }
        String enrollment = importSchools();
        String index = importIndex();
        JsonNode fund = openFund(played);
        JsonNode scenario = runScenario(fund, index, enrollment);

        narrator.chapter("8 December 2017: the schools learn what they receive");
        publish(fund, scenario);
        String fundId = fund.path("id").asText();
        books.awaitLines(fundId, scenario.path("schoolsFunded").asInt(), LONGEST_WAY, LOOK_AGAIN);
        List<JsonNode> allocations = Doors.all(anybody, Door.ALLOCATION, "/allocations", Map.of("fundId", fundId));
        List<JsonNode> lines = books.lines(fundId);
        Ledgers.table(narrator, allocations, lines);
        explain(allocations);

        narrator.chapter("28 March 2018: the School Committee adopts the budget");
        appropriate(fundId);
        books.awaitAppropriated(fundId, POOL, LONGEST_WAY, LOOK_AGAIN);

        narrator.chapter("The proof");
        return Ledgers.proof(narrator, POOL, allocations, books.lines(fundId), books.trialBalance(fundId));
    }

    private String importSchools() {
        Optional<JsonNode> before = find(
                Doors.all(budgetOffice, Door.ALLOCATION, "/schools/imports", Map.of()),
                snapshot -> snapshot.path("asOf").asText().equals(COUNTED_ON)
                        && snapshot.path("kind").asText().equals("projected"));
        if (before.isPresent()) {
            narrator.tell("The schools were imported before.");
            return before.get().path("id").asText();
        }
        String csv = district.schools();
        JsonNode report = Doors.upload(
                budgetOffice,
                Door.ALLOCATION,
                "/schools/imports",
                Map.of("dryRun", "true", "kind", "projected", "asOf", COUNTED_ON, "source", DESE),
                csv,
                200);
        narrator.tell(
                "The budget office tries the file of schools: %d lines, %d faults.",
                report.path("lines").asInt(), report.path("faultCount").asInt());
        JsonNode imported = Doors.upload(
                budgetOffice,
                Door.ALLOCATION,
                "/schools/imports",
                Map.of("kind", "projected", "asOf", COUNTED_ON, "source", DESE),
                csv,
                201);
        narrator.tell(
                "and imports it: %,d schools, %,d pupils.",
                imported.path("schools").asInt(), imported.path("pupils").asInt());
        return imported.path("snapshot").path("id").asText();
    }

    private String importIndex() {
        Optional<JsonNode> before = find(
                Doors.all(budgetOffice, Door.ALLOCATION, "/index-imports", Map.of()),
                set -> set.path("name").asText().equals(INDEX_NAME));
        if (before.isPresent()) {
            narrator.tell("The index was imported before.");
            return before.get().path("id").asText();
        }
        JsonNode imported = Doors.upload(
                partnershipsTeam,
                Door.ALLOCATION,
                "/index-imports",
                Map.of(
                        "name",
                        INDEX_NAME,
                        "source",
                        "Massachusetts DESE, school year 2016-17",
                        "method",
                        "economically disadvantaged pupils divided by all pupils, six decimals",
                        "snapshotDate",
                        "2016-10-01",
                        "illustrative",
                        "true"),
                district.index(),
                201);
        narrator.tell(
                "The partnerships team imports the index of %d schools, from %s to %s.",
                imported.path("schools").asInt(),
                imported.path("lowest").asText(),
                imported.path("highest").asText());
        return imported.path("index").path("id").asText();
    }

    private JsonNode openFund(Optional<JsonNode> before) {
        if (before.isPresent()) {
            narrator.tell("The fund was opened before.");
            return before.get();
        }
        ObjectNode asked = JSON.createObjectNode();
        asked.put("name", FUND_NAME).put("fiscalYear", Integer.parseInt(FISCAL_YEAR));
        asked.set("pool", money(POOL));
        asked.putObject("chart")
                .put("account", "52907")
                .put("fund", "100")
                .put("program", "2536")
                .put("subclass", "00000");
        JsonNode fund = post("/funds", asked);
        narrator.tell(
                "The budget office opens the fund of FY%s with %s.",
                FISCAL_YEAR, Dollars.words(Dollars.of(fund.path("pool"))));
        return fund;
    }

    private JsonNode runScenario(JsonNode fund, String index, String enrollment) {
        String path = "/funds/" + fund.path("id").asText() + "/scenarios";
        String published = fund.path("allocation").path("scenarioId").asText("");
        Optional<JsonNode> before = find(
                Doors.all(budgetOffice, Door.ALLOCATION, path, Map.of()),
                scenario -> published.isEmpty()
                        ? scenario.path("name").asText().equals(SCENARIO_NAME)
                        : scenario.path("id").asText().equals(published));
        if (before.isPresent()) {
            narrator.tell("The scenario was computed before.");
            return before.get();
        }
        ObjectNode asked = JSON.createObjectNode();
        asked.put("name", SCENARIO_NAME).put("indexId", index).put("enrollmentId", enrollment);
        asked.putObject("eligibility").put("kind", "top").put("schools", 60);
        asked.put("formula", "flat-per-pupil");
        JsonNode scenario = post(path, asked);
        narrator.tell(
                "and computes a scenario: %d of %d schools, %,d pupils, %d cents left over by rounding down.",
                scenario.path("schoolsFunded").asInt(),
                scenario.path("schoolsRanked").asInt(),
                scenario.path("pupilsFunded").asInt(),
                scenario.path("leftOverCents").asInt());
        return scenario;
    }

    private void publish(JsonNode fund, JsonNode scenario) {
        if (!isOpen(fund)) {
            narrator.tell("The allocations were published before.");
            return;
        }
        calendar.turnTo(LocalDateTime.of(2017, 12, 8, 9, 0));
        String path = "/scenarios/" + scenario.path("id").asText();
        Answer read = budgetOffice.get(Door.ALLOCATION, path).expecting(200);
        JsonNode _ = budgetOffice
                .put(Door.ALLOCATION, path + "/publication", null, read.etag().orElseThrow())
                .expecting(200)
                .json();
        narrator.tell(
                "The budget office publishes: %d schools are told their amount.",
                scenario.path("schoolsFunded").asInt());
    }

    private void explain(List<JsonNode> allocations) {
        JsonNode first = anybody.get(
                        Door.ALLOCATION,
                        "/allocations/" + allocations.getFirst().path("id").asText())
                .expecting(200)
                .json();
        narrator.line("");
        narrator.line("How anybody can check one of them with a pocket calculator:");
        narrator.line("  " + first.path("sentence").asText());
        first.path("explanation").path("steps").forEach(step -> narrator.line("  - " + step.asText()));
    }

    private void appropriate(String fundId) {
        Answer read = budgetOffice.get(Door.ALLOCATION, "/funds/" + fundId).expecting(200);
        if (read.json().path("state").asText().equals("appropriated")) {
            narrator.tell("The budget was adopted before.");
            return;
        }
        calendar.turnTo(LocalDateTime.of(2018, 3, 29, 9, 0));
        ObjectNode asked = JSON.createObjectNode();
        asked.set("adopted", money(POOL));
        asked.put("vote", VOTE).put("adoptedOn", "2018-03-28");
        JsonNode fund = budgetOffice
                .put(
                        Door.ALLOCATION,
                        "/funds/" + fundId + "/appropriation",
                        asked.toString(),
                        read.etag().orElseThrow())
                .expecting(200)
                .json();
        narrator.tell(
                "The budget office records the vote: %s adopted.",
                Dollars.words(Dollars.of(fund.path("appropriation").path("adopted"))));
    }

    private Optional<JsonNode> fund() {
        return find(
                Doors.all(budgetOffice, Door.ALLOCATION, "/funds", Map.of()),
                fund -> fund.path("name").asText().equals(FUND_NAME)
                        && fund.path("fiscalYear").asText().equals(FISCAL_YEAR));
    }

    private JsonNode post(String path, JsonNode asked) {
        return budgetOffice
                .post(Door.ALLOCATION, path, asked.toString(), UUID.randomUUID().toString())
                .expecting(201)
                .json();
    }

    private static boolean isOpen(JsonNode fund) {
        return fund.path("state").asText().equals("open");
    }

    private static Optional<JsonNode> find(List<JsonNode> items, Predicate<JsonNode> wanted) {
        return items.stream().filter(wanted).findFirst();
    }

    private static ObjectNode money(Money amount) {
        return JSON.createObjectNode().put("amount", amount.dollars()).put("currency", "USD");
    }
}
