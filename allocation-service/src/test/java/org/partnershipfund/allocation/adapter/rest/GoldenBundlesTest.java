package org.partnershipfund.allocation.adapter.rest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.SampleSchools.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.bundle.PublicBundle;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fixtures.SampleSchools;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.IndexWeightedPerPupil;
import org.partnershipfund.allocation.formula.AllocationFormula.Step;
import org.partnershipfund.allocation.formula.AllocationFormula.Tiers;
import org.partnershipfund.allocation.formula.Eligibility;
import org.partnershipfund.allocation.formula.Eligibility.Taper;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Eligibility.TopShareOfPupils;
import org.partnershipfund.allocation.formula.Fraction;
import org.partnershipfund.allocation.formula.Guardrails;
import org.partnershipfund.allocation.formula.HoldHarmless;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundCalendar;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.Provenance;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Side;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.testkit.GoldenFile;

/** The bundles that the independent verifier recounts in its own tests (deploy/local), which know nothing of this code. */
class GoldenBundlesTest {

    private static final Path BUNDLES = Path.of("..", "deploy", "local", "src", "test", "resources", "bundles");
    private static final Instant IN_JANUARY = Instant.parse("2018-01-24T15:00:00Z");
    private static final int SCENARIOS = 60;
    private static final Notice.Title BEFORE = new Notice.Title(
            new NoticeId(District.id(77)),
            new FiscalYear(2018),
            LocalDate.of(2017, 12, 1),
            "invented",
            true,
            District.IN_NOVEMBER);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    @Test
    void fiscal_year_2019_over_the_whole_district() {
        var pool = Money.ofDollars("5700000.00");
        SortedMap<SchoolCode, School> schools = new TreeMap<>();
        SortedMap<SchoolCode, Enrollment> pupils = new TreeMap<>();
        SortedMap<SchoolCode, IndexValue> indexes = new TreeMap<>();
        for (Map<String, String> row : SampleSchools.rows()) {
            var code = new SchoolCode(value(row, "school_code"));
            schools.put(
                    code,
                    new School(
                            code,
                            value(row, "name"),
                            value(row, "grades"),
                            Optional.empty(),
                            new ResponsibilityCentre(value(row, "responsibility_centre"))));
            pupils.put(
                    code,
                    new Enrollment(
                            Integer.parseInt(value(row, "enrolment")),
                            Integer.parseInt(value(row, "economically_disadvantaged"))));
            indexes.put(code, IndexValue.of(value(row, SampleSchools.COMPUTED_INDEX)));
        }
        var rules = new Rules(pool, new TopN(60), new FlatPerPupil());
        var index = new IndexSet(
                new IndexSet.Title(
                        new IndexSetId(District.id(18)),
                        "Opportunity Index of generated pupils (illustrative)",
                        new Provenance(
                                "pupils generated with seed 2019 to the real head counts of 2016-17",
                                "computed from pupils by index model 'Illustrative Opportunity Index', version 1, and tract set 'Boston 2012-2016'",
                                LocalDate.of(2016, 10, 1),
                                true),
                        District.IN_NOVEMBER),
                indexes);
        var fifty = new Revision.Accepted(
                new Revision.Terms(
                        new RevisionId(District.id(901)),
                        Funds2019.FUND,
                        new Side.Line(new SchoolCode("00350231")),
                        new Side.Reserve(),
                        Money.ofDollars("50.00"),
                        "Projected enrolment was corrected.",
                        IN_JANUARY),
                IN_JANUARY);

        var bundle = bundle(
                compute("The 60 schools of the greatest need, flat per pupil", rules, index, pupils, schools, Map.of())
                        .orRefuse()
                        .state(),
                List.of(fifty));

        assertThat(bundle.schools()).hasSize(118);
        assertThat(bundle.total().amount()).isEqualTo("5700000.00");
        GoldenFile.check(BUNDLES.resolve("fy2019.json"), written(bundle) + "\n");
    }

    /** Every kind of rule, thrown together with a seed. */
    @Test
    void small_districts_under_all_kinds_of_rules() {
        var random = new Random(20171208);
        List<BundleJson> bundles = new ArrayList<>();
        while (bundles.size() < SCENARIOS) {
            switch (anyScenario(random)) {
                case Accepted<Scenario>(Scenario scenario, var _) -> bundles.add(bundle(scenario, List.of()));
                case Refused<Scenario> _ -> {}
            }
        }

        GoldenFile.check(BUNDLES.resolve("all-kinds-of-rules.json"), written(bundles));
    }

    private static Decision<Scenario> anyScenario(Random random) {
        int count = 3 + random.nextInt(8);
        SortedMap<SchoolCode, School> schools = new TreeMap<>();
        SortedMap<SchoolCode, Enrollment> pupils = new TreeMap<>();
        SortedMap<SchoolCode, IndexValue> indexes = new TreeMap<>();
        Map<SchoolCode, Money> before = new TreeMap<>();
        for (int i = 1; i <= count; i++) {
            var code = new SchoolCode("%08d".formatted(350000 + i));
            schools.put(
                    code,
                    new School(
                            code,
                            "School " + i,
                            "K",
                            Optional.empty(),
                            new ResponsibilityCentre("9%05d".formatted(i))));
            pupils.put(code, new Enrollment(random.nextInt(8) == 0 ? 0 : random.nextInt(4) * 100 + 37, 0));
            indexes.put(code, new IndexValue(10_000 + random.nextInt(98) * 10_000));
            if (random.nextBoolean()) {
                before.put(code, new Money(1 + random.nextInt(9_000_000)));
            }
        }
        var unit = List.of(RoundingUnit.values()).get(random.nextInt(3));
        var index = new IndexSet(District.NEED, indexes);
        return switch (anyRules(random, unit, count)) {
            case Accepted<Rules>(Rules rules, var _) ->
                compute(
                        "Any rules",
                        rules,
                        index,
                        pupils,
                        schools,
                        rules.holdHarmless().isPresent() ? before : Map.of());
            case Refused<Rules>(var why) -> Decision.refuse(why);
        };
    }

    private static Decision<Rules> anyRules(Random random, RoundingUnit unit, int schools) {
        Eligibility eligibility = switch (random.nextInt(4)) {
            case 0 -> new TopN(1 + random.nextInt(schools));
            case 1 -> new Threshold(new IndexValue(10_000 + random.nextInt(70) * 10_000));
            case 2 -> new TopShareOfPupils(1 + random.nextInt(1_000_000));
            case 3 -> {
                int from = 10_000 + random.nextInt(60) * 10_000;
                yield new Taper(new IndexValue(from), new IndexValue(from + 10_000 + random.nextInt(30) * 10_000));
            }
            default -> throw new AssertionError();
        };
        AllocationFormula formula = switch (random.nextInt(3)) {
            case 0 -> new FlatPerPupil();
            case 1 -> new IndexWeightedPerPupil();
            case 2 ->
                new Tiers(
                        LocalDate.of(2017, 10, 18),
                        List.of(
                                new Step(IndexValue.LOWEST, 1 + random.nextInt(1000)),
                                new Step(new IndexValue(500_000), 1000 + random.nextInt(1000)),
                                new Step(new IndexValue(750_000), 2500)));
            default -> throw new AssertionError();
        };
        Optional<Money> floor =
                random.nextInt(3) == 0 ? Optional.of(units(unit, 1 + random.nextInt(5))) : Optional.empty();
        Optional<Money> cap =
                random.nextInt(3) == 0 ? Optional.of(units(unit, 5 + random.nextInt(40))) : Optional.empty();
        Optional<HoldHarmless> held = random.nextInt(2) == 0
                ? Optional.of(new HoldHarmless(
                        new NoticeId(District.id(77)),
                        new FiscalYear(2018),
                        LocalDate.of(2017, 12, 1),
                        true,
                        1 + random.nextInt(3),
                        List.of(Fraction.of("1/3"), Fraction.of("2/3"))))
                : Optional.empty();
        return Rules.of(
                units(unit, 20 + random.nextInt(100)),
                units(unit, random.nextInt(20)),
                eligibility,
                formula,
                new Guardrails(floor, cap),
                held,
                unit);
    }

    /** So many portions of about a thousand dollars, in whole units. */
    private static Money units(RoundingUnit unit, int portions) {
        return unit.up(new Money(portions * 100_003L));
    }

    private static Decision<Scenario> compute(
            String name,
            Rules rules,
            IndexSet index,
            SortedMap<SchoolCode, Enrollment> pupils,
            SortedMap<SchoolCode, School> schools,
            Map<SchoolCode, Money> before) {
        return Scenario.compute(
                new Scenario.Title(
                        new ScenarioId(District.id(60)),
                        name,
                        Funds2019.FUND,
                        Funds2019.FY2019,
                        rules,
                        index.title(),
                        District.AUTUMN,
                        Funds2019.ON_4_DECEMBER),
                index,
                new EnrollmentSnapshot(District.AUTUMN, pupils),
                schools,
                before,
                Funds2019.ids(1000));
    }

    private static BundleJson bundle(Scenario scenario, List<Revision.Accepted> revisions) {
        var fund = new Fund.Terms(
                "Partnership Fund",
                Funds2019.FY2019,
                scenario.title().rules().pool(),
                Funds2019.CHART,
                FundCalendar.UNBOUND);
        var published =
                Scenario.publish(scenario, Funds2019.ON_8_DECEMBER).orRefuse().state();
        return BundleJson.of(
                PublicBundle.of(
                        fund, published, scenario.title().rules().holdHarmless().map(_ -> BEFORE), revisions),
                JSON);
    }

    /** One bundle to a line. */
    private static String written(List<BundleJson> bundles) {
        return bundles.stream().map(GoldenBundlesTest::written).collect(joining(",\n", "[\n", "\n]\n"));
    }

    private static String written(BundleJson bundle) {
        try {
            return JSON.writeValueAsString(bundle);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a bundle", e);
        }
    }
}
