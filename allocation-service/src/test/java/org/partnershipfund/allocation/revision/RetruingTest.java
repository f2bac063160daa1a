package org.partnershipfund.allocation.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.allocation.fixtures.District.ADAMS;
import static org.partnershipfund.allocation.fixtures.District.BAKER;
import static org.partnershipfund.allocation.fixtures.District.CURIE;
import static org.partnershipfund.allocation.fixtures.Funds2019.FUND;
import static org.partnershipfund.allocation.fixtures.Funds2019.FY2019;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_8_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.POOL;
import static org.partnershipfund.allocation.fixtures.Funds2019.THE_8TH;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Funds2019;
import org.partnershipfund.allocation.fixtures.PolicyPage;
import org.partnershipfund.allocation.formula.AllocationFormula;
import org.partnershipfund.allocation.formula.Eligibility;
import org.partnershipfund.allocation.formula.Guardrails;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundCalendar;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.revision.Revision.Accepted;
import org.partnershipfund.allocation.revision.Revision.Ask;
import org.partnershipfund.allocation.revision.Revision.Proposed;
import org.partnershipfund.allocation.revision.Revision.Told;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotAnOctoberCount;
import org.partnershipfund.allocation.revision.RevisionRefusal.NotRetrued;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRetrue;
import org.partnershipfund.allocation.revision.RevisionRefusal.NothingToRevise;
import org.partnershipfund.allocation.revision.RevisionRefusal.OtherRules;
import org.partnershipfund.allocation.revision.RevisionRefusal.ServesOtherSchools;
import org.partnershipfund.allocation.revision.RevisionRefusal.TooLateToRevise;
import org.partnershipfund.allocation.scenario.Publication;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.school.SnapshotKind;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;

/** Policy §7.10: amounts are brought to the October count. */
class RetruingTest {

    private static final LocalDate OCTOBER_1 = LocalDate.of(2017, 10, 1);
    private static final Instant IN_JANUARY = Instant.parse("2018-01-24T15:00:00Z");
    private static final ScenarioId COUNTED = new ScenarioId(District.id(61));
    private static final String REASON = "The count is certified.";
    private static final Map<SchoolCode, String> NAMES =
            Map.of(ADAMS.code(), "Adams", BAKER.code(), "Baker", CURIE.code(), "Curie");

    /** Adams $500.00, Baker $333.33, Curie $166.67: 300, 200 and 100 pupils. */
    private static final Scenario.Published ALL_THREE = published(flat(3, Money.ZERO), District.enrollment());

    static List<List<String>> worked_examples() {
        return PolicyPage.examples("re-truing to October");
    }

    @ParameterizedTest
    @MethodSource("worked_examples")
    void amounts_are_brought_to_the_count_as_the_policy_shows(List<String> row) {
        var pupils =
                Stream.of(row.getFirst().split(", ", -1)).map(Integer::valueOf).toList();
        var october = october(flat(3, Money.ZERO), pupils.get(0), pupils.get(1), pupils.get(2));
        var refuses = NAMES.keySet().stream()
                .filter(school -> row.get(1).equals(NAMES.get(school)))
                .collect(Collectors.toSet());
        List<Accepted> accepted = new ArrayList<>();

        String first = round(ALL_THREE, october, accepted, refuses);
        String again = round(ALL_THREE, october, accepted, refuses);

        assertThat(List.of(first, again, words(now(ALL_THREE, accepted)))).isEqualTo(row.subList(2, 5));
    }

    @Test
    void what_the_count_says_of_a_school_is_told_with_its_revision() {
        var asks = Retruing.of(
                        ALL_THREE, october(flat(3, Money.ZERO), 270, 150, 180), now(ALL_THREE, List.of()), REASON)
                .orRefuse()
                .state()
                .asks();

        assertThat(asks.getFirst())
                .isEqualTo(
                        new Ask(
                                new Side.Line(ADAMS.code()),
                                new Side.Reserve(),
                                Money.ofDollars("50.00"),
                                "The count is certified. October count as of 2017-10-01: 270 pupils instead of 300, by the same rules $450.00 instead of $500.00."));
    }

    @Test
    void what_nobody_has_confirmed_yet_is_still_missing() {
        var october = october(flat(3, Money.ZERO), 270, 150, 180);

        var first = Retruing.of(ALL_THREE, october, now(ALL_THREE, List.of()), REASON)
                .orRefuse()
                .state();
        List<Accepted> accepted = new ArrayList<>();
        var _ = round(ALL_THREE, october, accepted, Set.of(BAKER.code()));
        var again = Retruing.of(ALL_THREE, october, now(ALL_THREE, accepted), REASON)
                .orRefuse()
                .state();

        assertThat(first.missing()).isEqualTo(Money.ofDollars("133.33"));
        assertThat(again.missing()).isEqualTo(Money.ofDollars("83.33"));
    }

    @Test
    void only_a_fund_that_was_opened_for_it_is_retrued_and_only_between_publication_and_the_vote() {
        var kept = new Fund.Open(
                FUND,
                new Fund.Terms("Partnership Fund", FY2019, POOL, Funds2019.CHART, FundCalendar.UNBOUND),
                ON_8_DECEMBER);

        assertThat(Retruing.admit(kept)).isEqualTo(Decision.refuse(new NotRetrued(FUND)));
        assertThat(Retruing.admit(Funds2019.open())).isEqualTo(Decision.refuse(new NothingToRevise(FUND)));
        assertThat(Retruing.admit(Funds2019.allocated()))
                .isEqualTo(Decision.accept((Fund.Allocated) Funds2019.allocated()));
        var tooLate = Decision.<Fund.Allocated>refuse(TooLateToRevise.by((Fund.Appropriated) Funds2019.appropriated()));
        assertThat(Retruing.admit(Funds2019.appropriated())).isEqualTo(tooLate);
        assertThat(Retruing.admit(Funds2019.closed())).isEqualTo(tooLate);
    }

    @Test
    void pupils_that_are_expected_are_no_count() {
        var expected = scenario(COUNTED, flat(3, Money.ZERO), District.NEED, District.enrollment());

        assertThat(retrue(expected)).isEqualTo(Decision.refuse(new NotAnOctoberCount(COUNTED, District.AUTUMN.asOf())));
    }

    @Test
    void rules_and_index_stay_and_the_reserve_is_not_spent() {
        var count = count(270, 150, 180);
        var otherIndex =
                new IndexSet.Title(new IndexSetId(District.id(19)), "Another", District.NEED.provenance(), IN_JANUARY);
        var published = published(flat(3, Money.ofDollars("100.00")), District.enrollment());

        assertThat(retrue(october(flat(2, Money.ZERO), 270, 150, 180)))
                .isEqualTo(Decision.refuse(
                        new OtherRules(COUNTED, ALL_THREE.title().id())));
        assertThat(retrue(scenario(COUNTED, flat(3, Money.ZERO), otherIndex, count)))
                .isEqualTo(Decision.refuse(
                        new OtherRules(COUNTED, ALL_THREE.title().id())));
        assertThat(Retruing.of(
                        published, october(flat(3, Money.ZERO), 270, 150, 180), now(published, List.of()), REASON))
                .isEqualTo(Decision.refuse(
                        new OtherRules(COUNTED, published.title().id())));
    }

    @Test
    void where_less_is_adopted_a_larger_reserve_keeps_what_was_lowered() {
        var lowered = new ArrayList<Accepted>();
        var _ = carryOut(
                Reduction.of(now(ALL_THREE, List.of()), Money.ofDollars("900.00"), "Less was adopted.")
                        .orRefuse()
                        .state()
                        .asks(),
                ALL_THREE,
                lowered,
                Set.of());
        var october = october(flat(3, Money.ofDollars("100.00")), 270, 150, 180);

        var _ = round(ALL_THREE, october, lowered, Set.of());
        var _ = round(ALL_THREE, october, lowered, Set.of());

        assertThat(words(now(ALL_THREE, lowered))).isEqualTo("405.00, 225.00, 270.00");
    }

    @Test
    void a_count_that_would_serve_other_schools_names_them() {
        var published = published(flat(2, Money.ZERO), District.enrollment());

        assertThat(Retruing.of(published, october(flat(2, Money.ZERO), 300, 0, 100), now(published, List.of()), REASON))
                .isEqualTo(Decision.refuse(new ServesOtherSchools(COUNTED, List.of(BAKER.code(), CURIE.code()))));
    }

    @Property(tries = 300)
    void no_cent_is_made_or_lost_nobody_moves_past_the_count_and_an_agreeing_ledger_brings_everybody_there(
            @ForAll @Size(12) List<@IntRange(min = 1, max = 3_000) Integer> expected,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 3_000) Integer> counted,
            @ForAll @Size(12) List<Boolean> refusing,
            @ForAll @IntRange(min = 2, max = 12) int schools) {
        var published = published(flat(schools, Money.ZERO), many(District.AUTUMN, expected.subList(0, schools)));
        var october = scenario(
                COUNTED, flat(schools, Money.ZERO), District.NEED, many(octoberTitle(), counted.subList(0, schools)));
        Set<SchoolCode> refuses = published.allocations().stream()
                .map(allocation -> allocation.school())
                .filter(school -> refusing.get(Integer.parseInt(school.value()) - 1))
                .collect(Collectors.toSet());
        CurrentAmounts due = CurrentAmounts.of(october.allocations(), List.of());
        CurrentAmounts first = now(published, List.of());
        List<Accepted> accepted = new ArrayList<>();

        for (int round = 0; round < 3; round++) {
            var before = now(published, accepted);
            var _ = round(published, october, accepted, refuses);
            var after = now(published, accepted);
            assertThat(after.sum()).isLessThanOrEqualTo(POOL);
            amounts(after)
                    .forEach((school, amount) -> assertThat(amount)
                            .isGreaterThan(Money.ZERO)
                            .isBetween(
                                    least(before.of(school), due.of(school)), most(before.of(school), due.of(school))));
        }

        if (due.bySchool().keySet().stream()
                .noneMatch(
                        school -> refuses.contains(school) && first.of(school).exceeds(due.of(school)))) {
            assertThat(amounts(now(published, accepted))).isEqualTo(amounts(due));
        }
    }

    private static Money least(Money one, Money other) {
        return one.exceeds(other) ? other : one;
    }

    private static Money most(Money one, Money other) {
        return one.exceeds(other) ? one : other;
    }

    private static Decision<Retruing> retrue(Scenario october) {
        return Retruing.of(ALL_THREE, october, now(ALL_THREE, List.of()), REASON);
    }

    /** Asks once, lets the ledger answer, and says what was asked. */
    private static String round(
            Scenario.Published published, Scenario october, List<Accepted> accepted, Set<SchoolCode> refuses) {
        return switch (Retruing.of(published, october, now(published, accepted), REASON)) {
            case Decision.Accepted<Retruing>(Retruing retruing, var _) ->
                carryOut(retruing.asks(), published, accepted, refuses);
            case Decision.Refused<Retruing>(NothingToRetrue _) -> "nothing-to-retrue";
            case Decision.Refused<Retruing>(var why) -> why.sentence();
        };
    }

    private static String carryOut(
            List<Ask> asks, Scenario.Published published, List<Accepted> accepted, Set<SchoolCode> refuses) {
        var before = now(published, accepted);
        List<String> words = new ArrayList<>();
        for (Ask ask : asks) {
            var id = new RevisionId(District.id(5_000L + accepted.size() + words.size()));
            switch (Revision.propose(id, Funds2019.allocated(), ask, before, List.of(), IN_JANUARY)
                    .orRefuse()
                    .state()) {
                case Accepted received -> {
                    accepted.add(received);
                    words.add(name(ask.to()) + " receives " + ask.amount().dollars());
                }
                case Proposed proposed -> {
                    words.add(name(ask.from()) + " gives " + ask.amount().dollars());
                    SchoolCode school = ask.from().line().orElseThrow();
                    if (!refuses.contains(school)) {
                        var told = new Told(id, FUND, school, ask.amount());
                        accepted.add((Accepted) Revision.accept(proposed, told, now(published, accepted), IN_JANUARY)
                                .orRefuse()
                                .state());
                    }
                }
                case Revision.Refused refused -> throw new AssertionError("nobody refused: " + refused);
            }
        }
        return String.join(", ", words);
    }

    private static String name(Side side) {
        SchoolCode school = side.line().orElseThrow();
        return NAMES.getOrDefault(school, school.value());
    }

    private static String words(CurrentAmounts now) {
        return now.bySchool().values().stream()
                .map(current -> current.amount().dollars())
                .collect(Collectors.joining(", "));
    }

    private static CurrentAmounts now(Scenario.Published published, List<Accepted> accepted) {
        return CurrentAmounts.of(published.allocations(), accepted);
    }

    private static SortedMap<SchoolCode, Money> amounts(CurrentAmounts now) {
        SortedMap<SchoolCode, Money> amounts = new TreeMap<>();
        now.bySchool().forEach((school, current) -> amounts.put(school, current.amount()));
        return amounts;
    }

    private static Rules flat(int schools, Money reserve) {
        return new Rules(
                POOL,
                reserve,
                new Eligibility.TopN(schools),
                new AllocationFormula.FlatPerPupil(),
                Guardrails.NONE,
                Optional.empty(),
                RoundingUnit.CENT);
    }

    private static Scenario.Published published(Rules rules, EnrollmentSnapshot enrollment) {
        return Publication.of(
                        scenario(Funds2019.TOP_TWO, rules, District.NEED, enrollment),
                        Funds2019.open(),
                        schools(enrollment),
                        THE_8TH,
                        ON_8_DECEMBER)
                .orRefuse()
                .state()
                .scenario();
    }

    private static Scenario october(Rules rules, int adams, int baker, int curie) {
        return scenario(COUNTED, rules, District.NEED, count(adams, baker, curie));
    }

    private static EnrollmentSnapshot count(int adams, int baker, int curie) {
        return new EnrollmentSnapshot(
                octoberTitle(),
                new TreeMap<>(Map.of(
                        ADAMS.code(), new Enrollment(adams, 0),
                        BAKER.code(), new Enrollment(baker, 0),
                        CURIE.code(), new Enrollment(curie, 0))));
    }

    private static EnrollmentSnapshot.Title octoberTitle() {
        return new EnrollmentSnapshot.Title(
                new SnapshotId(District.id(30)), SnapshotKind.OCTOBER, OCTOBER_1, "invented", IN_JANUARY);
    }

    /** Schools 1, 2, 3 ... with so many pupils. */
    private static EnrollmentSnapshot many(EnrollmentSnapshot.Title title, List<Integer> pupils) {
        SortedMap<SchoolCode, Enrollment> counts = new TreeMap<>();
        pupils.forEach(count ->
                counts.put(new SchoolCode("%08d".formatted(counts.size() + 1)), new Enrollment(count, 0)));
        return new EnrollmentSnapshot(title, counts);
    }

    private static SortedMap<SchoolCode, School> schools(EnrollmentSnapshot enrollment) {
        SortedMap<SchoolCode, School> schools = new TreeMap<>();
        enrollment
                .counts()
                .keySet()
                .forEach(code -> schools.put(
                        code,
                        new School(
                                code,
                                "a school",
                                "K",
                                Optional.empty(),
                                new ResponsibilityCentre(code.value().substring(2)))));
        return schools;
    }

    private static Scenario scenario(ScenarioId id, Rules rules, IndexSet.Title need, EnrollmentSnapshot enrollment) {
        SortedMap<SchoolCode, IndexValue> index = new TreeMap<>();
        enrollment
                .counts()
                .keySet()
                .forEach(code -> index.put(code, District.index().values().getOrDefault(code, IndexValue.of("0.50"))));
        return Scenario.compute(
                        new Scenario.Title(
                                id, "a scenario", FUND, FY2019, rules, need, enrollment.title(), ON_8_DECEMBER),
                        new IndexSet(need, index),
                        enrollment,
                        schools(enrollment),
                        Map.of(),
                        Funds2019.ids(300))
                .orRefuse()
                .state();
    }
}
