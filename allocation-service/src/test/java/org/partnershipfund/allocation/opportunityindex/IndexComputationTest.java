package org.partnershipfund.allocation.opportunityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.opportunityindex.ComputationRefusal.NobodyMeasured;
import org.partnershipfund.allocation.opportunityindex.Distribution.Scale;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.SchoolCode;

/** Policy opportunity-index §4 "What is missing", §5 "From scores to a school's index" and §6 "Few pupils". */
class IndexComputationTest {

    private static final SchoolCode ADAMS = new SchoolCode("00350302");
    private static final SchoolCode PERKINS = new SchoolCode("00350231");
    private static final Map<Component, Weight> WEIGHTS = Map.of(
            Component.NEIGHBORHOOD, Weight.of("0.40"),
            Component.INDIVIDUAL, Weight.of("0.35"),
            Component.PERFORMANCE, Weight.of("0.25"));
    private static final List<Factor> FACTORS = List.of(
            factor("median_income", Component.NEIGHBORHOOD, Direction.LESS_IS_NEED, "1"),
            factor("disadvantaged", Component.INDIVIDUAL, Direction.MORE_IS_NEED, "0.75"),
            factor("foreign_born", Component.INDIVIDUAL, Direction.MORE_IS_NEED, "0.25"),
            factor("absence", Component.PERFORMANCE, Direction.MORE_IS_NEED, "1"));

    static Stream<Arguments> pupils() {
        return PolicyPage.examples("opportunity-index.md", "a pupil").stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2), row.get(3)));
    }

    @ParameterizedTest(name = "neighborhood {0}, individual {1}, performance {2}: {3}")
    @MethodSource("pupils")
    void a_pupil_weighs_its_components_as_the_policy_shows(
            String neighborhood, String individual, String performance, String index) {
        // By min-max over 0 to 1 a value is its own score.
        List<Scale> scales = List.of(
                scale(billionths(individual) / 1_000),
                scale(billionths(individual) / 1_000),
                scale(billionths(performance) / 1_000));
        var computation = new IndexComputation(
                model(MissingRule.REFUSE),
                scales,
                _ -> true,
                Map.of("25025000100", Math.toIntExact(billionths(neighborhood))));

        computation.add(ADAMS, "25025000100", new Long[] {
            billionths(individual) / 1_000, billionths(individual) / 1_000, billionths(performance) / 1_000
        });

        assertThat(computation.results().getFirst().exact()).isEqualTo(Math.toIntExact(billionths(index)));
    }

    @Test
    void a_tract_with_less_income_has_the_higher_score() {
        Map<String, List<@Nullable Long>> tracts = new TreeMap<>();
        tracts.put("25025000100", Collections.singletonList(69_818_000_000L));
        tracts.put("25025000201", Collections.singletonList(80_932_000_000L));
        tracts.put("25025000302", Collections.singletonList(40_000_000_000L));

        var scores = IndexComputation.scoreTracts(model(MissingRule.REFUSE), tracts);

        assertThat(scores).containsEntry("25025000302", 1_000_000_000).containsEntry("25025000201", 0);
        assertThat(scores.get("25025000100")).isEqualTo(271_523_502);
    }

    @Test
    void a_school_has_the_mean_of_its_pupils_and_two_decimals() {
        var computation = computation(MissingRule.REFUSE);
        computation.add(PERKINS, "poor", values(1, 1, 1));
        computation.add(PERKINS, "rich", values(0, 0, 0));
        computation.add(PERKINS, "poor", values(1, 0, 0));

        // 0.99 (instead of 1), 0.01 (instead of 0) and 0.4 + 0.35 x 0.75 = 0.6625, divided by three.
        assertThat(computation.results())
                .containsExactly(new ComputedIndex(
                        PERKINS,
                        3,
                        Map.of(
                                Component.NEIGHBORHOOD, 666_666_667,
                                Component.INDIVIDUAL, 583_333_333,
                                Component.PERFORMANCE, 333_333_333),
                        554_166_667,
                        IndexValue.of("0.55")));
    }

    static Stream<Arguments> fewPupils() {
        return PolicyPage.examples("opportunity-index.md", "few pupils").stream()
                .map(row -> Arguments.of(row.subList(0, 3), row.subList(3, 6), Long.valueOf(row.get(6))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("fewPupils")
    void few_pupils_show_nothing_as_the_policy_says(List<String> pupils, List<String> answers, long shown) {
        var schools = List.of(new SchoolCode("00350001"), new SchoolCode("00350002"), new SchoolCode("00350003"));
        // One factor, scored by itself: the pupil's index is the score, within its bounds.
        var computation = new IndexComputation(
                model(MissingRule.REFUSE),
                List.of(
                        scale(400_000L, 500_000L, 600_000L),
                        scale(400_000L, 500_000L, 600_000L),
                        scale(400_000L, 500_000L, 600_000L)),
                _ -> true,
                Map.of("0.4", 400_000_000, "0.5", 500_000_000, "0.6", 600_000_000, "0.99", Scale.WHOLE, "0.01", 0));
        for (int i = 0; i < 3; i++) {
            String[] countAndIndex = pupils.get(i).split(" of ", 2);
            long value = switch (countAndIndex[1]) {
                case "0.99" -> 1_000_000L;
                case "0.01" -> 0L;
                case String middle -> billionths(middle) / 1_000;
            };
            for (int n = 0; n < Integer.parseInt(countAndIndex[0]); n++) {
                computation.add(schools.get(i), countAndIndex[1], new Long[] {value, value, value});
            }
        }

        var outcome = computation.outcome();

        assertThat(IntStream.range(0, 3).mapToObj(i -> words(outcome, i)).toList())
                .isEqualTo(answers);
        assertThat(
                        outcome instanceof Accepted<List<SchoolNeed>>(var needs, var _)
                                ? needs.stream()
                                        .mapToLong(need ->
                                                need instanceof SchoolNeed.Measured(var found) ? found.pupils() : 0)
                                        .sum()
                                : 0)
                .isEqualTo(shown);
    }

    private static String words(Decision<List<SchoolNeed>> outcome, int place) {
        return switch (outcome) {
            case Accepted<List<SchoolNeed>>(var needs, var _) ->
                switch (needs.get(place)) {
                    case SchoolNeed.Measured measured -> measured.index().decimal();
                    case SchoolNeed.TooFewPupils few -> few.index().decimal() + " (district-mean)";
                };
            case Refused<List<SchoolNeed>> _ -> "nobody-measured";
        };
    }

    @Test
    void a_school_of_few_pupils_gets_the_mean_of_the_pupils_of_all_others() {
        var computation = computation(MissingRule.REFUSE);
        for (int i = 0; i < 10; i++) {
            computation.add(PERKINS, "poor", values(1, 1, 1));
        }
        for (int i = 0; i < 9; i++) {
            computation.add(ADAMS, "rich", values(0, 0, 0));
        }

        assertThat(computation.outcome().orRefuse().state())
                .satisfiesExactly(
                        perkins -> assertThat(perkins)
                                .isInstanceOfSatisfying(
                                        SchoolNeed.Measured.class,
                                        measured -> assertThat(measured.found().pupils())
                                                .isEqualTo(10)),
                        adams ->
                                assertThat(adams).isEqualTo(new SchoolNeed.TooFewPupils(ADAMS, IndexValue.of("0.99"))));
    }

    @Test
    void where_all_schools_have_few_pupils_nothing_is_shown() {
        var computation = computation(MissingRule.REFUSE);
        for (int i = 0; i < 9; i++) {
            computation.add(ADAMS, "poor", values(1, 1, 1));
            computation.add(PERKINS, "poor", values(1, 1, 1));
        }

        assertThat(computation.outcome()).isEqualTo(Decision.refuse(new NobodyMeasured()));
    }

    @Property
    void what_is_shown_does_not_depend_on_the_pupils_of_small_schools(
            @ForAll("measuredLists") List<Pupil> pupils,
            @ForAll("measuredLists") List<Pupil> few,
            @ForAll Normalisation normalisation,
            @ForAll Random chance) {
        List<Pupil> shown = new ArrayList<>();
        pupils.forEach(pupil -> shown.add(new Pupil(PERKINS, pupil.tract(), pupil.values())));
        for (int i = 0; i < SchoolNeed.SMALLEST_GROUP; i++) {
            shown.add(new Pupil(PERKINS, "rich", List.of(0, 0, 1)));
        }
        List<Pupil> file = new ArrayList<>(shown);
        few.stream()
                .limit(SchoolNeed.SMALLEST_GROUP - 1L)
                .forEach(pupil -> file.add(new Pupil(ADAMS, pupil.tract(), pupil.values())));
        Collections.shuffle(file, chance);

        SchoolNeed perkins = measured(normalisation, shown).getFirst();

        assertThat(measured(normalisation, file))
                .containsExactly(perkins, new SchoolNeed.TooFewPupils(ADAMS, perkins.index()));
    }

    @Test
    void one_pupil_of_great_need_in_a_small_school_moves_no_score_elsewhere() {
        List<Pupil> file = new ArrayList<>(Collections.nCopies(9, new Pupil(PERKINS, "rich", List.of(0, 0, 0))));
        file.add(new Pupil(PERKINS, "rich", List.of(0, 0, 5)));
        file.add(new Pupil(ADAMS, "rich", List.of(0, 0, 50)));

        assertThat(measured(Normalisation.MIN_MAX, file).getFirst())
                .isInstanceOfSatisfying(
                        SchoolNeed.Measured.class,
                        perkins -> assertThat(perkins.found().components())
                                .containsEntry(Component.PERFORMANCE, 100_000_000));
    }

    private static List<SchoolNeed> measured(Normalisation normalisation, List<Pupil> file) {
        IndexModel model = model(MissingRule.REFUSE, normalisation);
        var peers = new Peers(model);
        file.forEach(pupil ->
                assertThat(peers.add(pupil.school(), millionths(pupil))).isEmpty());
        var computation = new IndexComputation(model, peers, Map.of("poor", Scale.WHOLE, "rich", 0));
        file.forEach(pupil -> computation.add(pupil.school(), pupil.tract(), millionths(pupil)));
        return computation.outcome().orRefuse().state();
    }

    private static Long[] millionths(Pupil pupil) {
        return pupil.values().stream().map(value -> value * 1_000_000L).toArray(Long[]::new);
    }

    @Test
    void a_value_that_is_missing_counts_as_the_model_says() {
        assertThat(ofOnePupil(MissingRule.MIDDLE, 1_000_000L, null, null).components())
                .containsEntry(Component.INDIVIDUAL, 875_000_000)
                .containsEntry(Component.PERFORMANCE, 500_000_000);
        assertThat(ofOnePupil(MissingRule.LEAVE_OUT, 1_000_000L, null, null).components())
                .containsEntry(Component.INDIVIDUAL, 1_000_000_000)
                .containsEntry(Component.PERFORMANCE, 500_000_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofOnePupil(MissingRule.REFUSE, 1_000_000L, null, null))
                .withMessageContaining("foreign_born is missing");
    }

    @Test
    void a_pupil_without_a_known_tract_lives_in_the_middle_of_the_district() {
        var computation = computation(MissingRule.REFUSE);
        computation.add(ADAMS, null, values(0, 0, 0));

        assertThat(computation.results().getFirst().components()).containsEntry(Component.NEIGHBORHOOD, 500_000_000);
    }

    @Test
    void a_tract_that_nobody_described_is_an_error_and_not_a_guess() {
        var computation = computation(MissingRule.REFUSE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> computation.add(ADAMS, "elsewhere", values(0, 0, 0)))
                .withMessageContaining("no such tract");
    }

    @Property
    void the_same_pupils_in_any_order_give_the_same_result(
            @ForAll("pupilLists") List<Pupil> pupils, @ForAll Random chance) {
        List<Pupil> shuffled = new ArrayList<>(pupils);
        Collections.shuffle(shuffled, chance);

        assertThat(computed(shuffled)).isEqualTo(computed(pupils));
    }

    @Property
    void a_school_lies_between_its_least_and_its_most_needy_pupil(@ForAll("pupilLists") List<Pupil> pupils) {
        var alone = pupils.stream()
                .map(pupil -> computed(List.of(new Pupil(ADAMS, pupil.tract(), pupil.values())))
                        .getFirst()
                        .exact())
                .sorted()
                .toList();
        var together = computed(pupils.stream()
                .map(pupil -> new Pupil(ADAMS, pupil.tract(), pupil.values()))
                .toList());

        assertThat(together.getFirst().exact()).isBetween(alone.getFirst(), alone.getLast());
    }

    @Property
    void every_index_lies_between_one_and_ninety_nine_hundredths(@ForAll("pupilLists") List<Pupil> pupils) {
        assertThat(computed(pupils))
                .allSatisfy(school -> assertThat(school.published()).isBetween(IndexValue.LOWEST, IndexValue.HIGHEST));
    }

    record Pupil(SchoolCode school, String tract, List<Integer> values) {}

    @Provide
    Arbitrary<List<Pupil>> pupilLists() {
        return Combinators.combine(
                        Arbitraries.of(ADAMS, PERKINS),
                        Arbitraries.of("poor", "rich"),
                        Arbitraries.integers().between(0, 1).list().ofSize(3))
                .as(Pupil::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Pupil>> measuredLists() {
        return Combinators.combine(
                        Arbitraries.of("poor", "rich"),
                        Arbitraries.integers().between(0, 50).list().ofSize(3))
                .as((tract, values) -> new Pupil(PERKINS, tract, values))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static List<ComputedIndex> computed(List<Pupil> pupils) {
        var computation = computation(MissingRule.REFUSE);
        pupils.forEach(pupil -> add(computation, pupil));
        return computation.results();
    }

    private static void add(IndexComputation computation, Pupil pupil) {
        computation.add(
                pupil.school(),
                pupil.tract(),
                values(
                        pupil.values().get(0),
                        pupil.values().get(1),
                        pupil.values().get(2)));
    }

    private static ComputedIndex ofOnePupil(MissingRule missing, @Nullable Long... values) {
        var computation = computation(missing);
        computation.add(ADAMS, "poor", values);
        return computation.results().getFirst();
    }

    private static IndexComputation computation(MissingRule missing) {
        return new IndexComputation(
                model(missing), List.of(scale(), scale(), scale()), _ -> true, Map.of("poor", Scale.WHOLE, "rich", 0));
    }

    private static Long[] values(int... flags) {
        return Arrays.stream(flags)
                .mapToObj(flag -> flag == 1 ? 1_000_000L : 0L)
                .toArray(Long[]::new);
    }

    /** By which 0 scores 0, 1 scores 1, and each of the values scores itself. */
    private static Scale scale(Long... values) {
        Distribution peers = new Distribution();
        Stream.concat(Stream.of(0L, 1_000_000L), Arrays.stream(values))
                .forEach(value -> assertThat(peers.add(value)).isTrue());
        return peers.scale(Normalisation.MIN_MAX, Direction.MORE_IS_NEED);
    }

    private static long billionths(String decimal) {
        return new BigDecimal(decimal).movePointRight(9).longValueExact();
    }

    private static Factor factor(String key, Component component, Direction direction, String weight) {
        return new Factor(key, key, component, direction, Normalisation.MIN_MAX, null, null, Weight.of(weight));
    }

    private static Factor scoredBy(Normalisation normalisation, Factor factor) {
        return new Factor(
                factor.key(),
                factor.label(),
                factor.component(),
                factor.direction(),
                normalisation,
                null,
                null,
                factor.weight());
    }

    private static IndexModel model(MissingRule missing) {
        return model(missing, Normalisation.MIN_MAX);
    }

    private static IndexModel model(MissingRule missing, Normalisation normalisation) {
        return IndexModel.make(
                        new IndexModelId(new UUID(0, 1)),
                        "Test",
                        1,
                        "nobody",
                        true,
                        WEIGHTS,
                        FACTORS.stream()
                                .map(factor -> scoredBy(normalisation, factor))
                                .toList(),
                        missing,
                        Instant.parse("2017-10-01T12:00:00Z"))
                .orRefuse()
                .state();
    }
}
