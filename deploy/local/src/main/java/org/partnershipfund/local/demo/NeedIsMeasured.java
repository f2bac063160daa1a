package org.partnershipfund.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.local.demo.Year.Kind;
import org.partnershipfund.local.place.Door;
import org.partnershipfund.local.sample.Sample;

/** 1 December: schools learn what the year before paid for, and the pool is split by need. */
final class NeedIsMeasured implements Chapter {

    static final String FUND_NAME = "Partnership Fund";
    static final String FISCAL_YEAR = "2019";

    /** The first day on which a school may be told its amount. */
    static final LocalDate TOLD_ON = LocalDate.of(2017, 12, 8);

    static final Money POOL = Money.ofDollars("5700000.00");

    private static final String COUNTED_ON = "2017-11-01";
    private static final String DESE = "Massachusetts DESE, school year 2016-17; responsibility centres are invented";

    private final Stage stage;
    private final Narrator narrator;
    private final SampleDistrict district;

    NeedIsMeasured(Stage stage) {
        this.stage = stage;
        this.narrator = stage.narrator();
        this.district = new SampleDistrict(stage.place().deploy("sample").resolve(Sample.SCHOOLS));
    }

    @Override
    public void play() {
        narrator.chapter("1 December 2017: what FY18 paid for, and who needs how much");
        narrator.rule(
                "schools learn which partnerships the district pays for in FY18, $6.7 million to 14 partners at 70 schools",
                "1 December");
        narrator.rule(
                "from FY19 on $5.7 million goes per pupil to the schools with the greatest concentrations of need",
                "the Opportunity Index");
        stage.calendar().turnTo(LocalDateTime.of(2017, 11, 30, 9, 0));
        String enrollment = importSchools();
        notices();
        String index = new PupilsAreMeasured(stage, district).measure();
        Thing fund = openFund();
        runScenario(fund, index, enrollment);
    }

    private String importSchools() {
        Map<String, String> label = Map.of("kind", "projected", "asOf", COUNTED_ON, "source", DESE);
        JsonNode imported = upload("budget-office-1", "/schools/imports", label, district.schools());
        narrator.tell(
                "The budget office imports %,d schools with %,d pupils.",
                imported.path("schools").asInt(), imported.path("pupils").asInt());
        return imported.path("snapshot").path("id").asText();
    }

    private void notices() {
        JsonNode imported = upload(
                "partnerships-team-1",
                "/prior-year-funding/imports",
                Map.of(
                        "fiscalYear",
                        "2018",
                        "noticeOn",
                        "2017-12-01",
                        "source",
                        "generated; only the three totals are the memo's",
                        "illustrative",
                        "true"),
                stage.sample().priorYear());
        JsonNode total = imported.path("total");
        int before = seen().size();
        stage.calendar().turnTo(LocalDateTime.of(2017, 12, 1, 9, 0));
        List<JsonNode> after = seen();
        narrator.tell(
                "Of FY18: %s of %d partners at %d schools (partners and single amounts are invented). On 30 November anybody found %d lines, today %d.",
                Dollars.words(Dollars.of(total)),
                different(after, "partner"),
                different(after, "schoolCode"),
                before,
                after.size());
        if (before != 0 || after.size() != imported.path("lines").asInt()) {
            throw new DemoFailedException("the notice should be read by everybody from 1 December on, not before");
        }
    }

    private List<JsonNode> seen() {
        return stage.cast().anybody().all(Door.ALLOCATION, "/prior-year-funding", Map.of("fiscalYear", "2018"));
    }

    private static long different(List<JsonNode> lines, String field) {
        return lines.stream().map(line -> line.path(field).asText()).distinct().count();
    }

    private Thing openFund() {
        Thing fund = stage.cast()
                .budgetOffice()
                .post(
                        Door.ALLOCATION,
                        "/funds",
                        Map.of(
                                "name",
                                FUND_NAME,
                                "fiscalYear",
                                Integer.parseInt(FISCAL_YEAR),
                                "pool",
                                Dollars.wire(POOL),
                                "chart",
                                Map.of("account", "52907", "fund", "100", "program", "2536", "subclass", "00000"),
                                "allocationsPublishedOn",
                                TOLD_ON.toString(),
                                "officeHours",
                                Map.of("from", "2017-12-11", "to", "2017-12-13"),
                                "technicalAssistance",
                                Map.of("from", "2017-12-14", "to", "2018-01-11"),
                                "selectionsDueOn",
                                "2018-01-26"))
                .made();
        var _ = stage.year().keep(Kind.FUND, "FY" + FISCAL_YEAR, fund.id());
        narrator.tell(
                "The budget office opens the fund of FY%s with %s; its lines can pay partners only (program %s), and no school is told before %s.",
                fund.text("fiscalYear"),
                Dollars.words(Dollars.of(fund.json().path("pool"))),
                fund.json().path("chart").path("program").asText(),
                fund.text("allocationsPublishedOn"));
        return fund;
    }

    private void runScenario(Thing fund, String index, String enrollment) {
        Thing scenario = scenario(fund, "The 60 schools of the greatest need, flat per pupil", index, enrollment);
        var _ = stage.year().keep(Kind.FUND, "scenario", scenario.id());
        narrator.tell(
                "and computes a scenario: %d of %d schools, %,d pupils.",
                scenario.json().path("schoolsFunded").asInt(),
                scenario.json().path("schoolsRanked").asInt(),
                scenario.json().path("pupilsFunded").asInt());
        besideTheShareAlone(fund, scenario, enrollment);
    }

    /** What if need were the share of disadvantaged pupils and nothing else? */
    private void besideTheShareAlone(Thing fund, Thing measured, String enrollment) {
        JsonNode imported = upload(
                "partnerships-team-1",
                "/index-imports",
                Map.of(
                        "name",
                        "Economically disadvantaged share, 2016-17 (illustrative)",
                        "source",
                        "Massachusetts DESE, school year 2016-17",
                        "method",
                        "economically disadvantaged pupils divided by all pupils, six decimals",
                        "snapshotDate",
                        "2016-10-01",
                        "illustrative",
                        "true"),
                district.disadvantagedShares());
        Thing byShare = scenario(
                fund,
                "The 60 schools with the greatest share of disadvantaged pupils, flat per pupil",
                imported.path("index").path("id").asText(),
                enrollment);
        List<JsonNode> schools = stage.cast()
                .budgetOffice()
                .get(
                        Door.ALLOCATION,
                        "/scenario-comparisons?scenario=%s&scenario=%s&limit=500"
                                .formatted(byShare.id(), measured.id()))
                .made()
                .json()
                .path("items")
                .valueStream()
                .toList();
        JsonNode perkins = schools.stream()
                .filter(school -> school.path("schoolCode").asText().equals(Stories.IN_PERSON))
                .findFirst()
                .orElseThrow();
        narrator.tell(
                "Beside it, by the share of disadvantaged pupils alone: %,d pupils; %d schools would receive money that now do not, %d others the other way round. Perkins: %s instead of %s.",
                byShare.json().path("pupilsFunded").asInt(),
                schools.stream()
                        .filter(school -> isFunded(school, "first") && !isFunded(school, "second"))
                        .count(),
                schools.stream()
                        .filter(school -> !isFunded(school, "first") && isFunded(school, "second"))
                        .count(),
                Dollars.words(Dollars.of(perkins.path("first").path("amount"))),
                Dollars.words(Dollars.of(perkins.path("second").path("amount"))));
    }

    private static boolean isFunded(JsonNode school, String scenario) {
        return school.path(scenario).path("outcome").asText().equals("funded");
    }

    private Thing scenario(Thing fund, String name, String index, String enrollment) {
        return stage.cast()
                .budgetOffice()
                .post(
                        Door.ALLOCATION,
                        "/funds/" + fund.id() + "/scenarios",
                        Map.of(
                                "name",
                                name,
                                "indexId",
                                index,
                                "enrollmentId",
                                enrollment,
                                "rules",
                                Map.of(
                                        "eligibility",
                                        Map.of("kind", "top", "schools", 60),
                                        "formula",
                                        Map.of("kind", "flat-per-pupil"))))
                .made();
    }

    private JsonNode upload(String username, String path, Map<String, String> label, String csv) {
        return Doors.upload(stage.cast().as(username).client(), Door.ALLOCATION, path, label, csv, 201);
    }
}
