package org.partnershipfund.allocation.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.partnershipfund.allocation.fixtures.District.ADAMS;
import static org.partnershipfund.allocation.fixtures.District.BAKER;
import static org.partnershipfund.allocation.fixtures.District.CURIE;
import static org.partnershipfund.allocation.fixtures.Funds2019.FUND;
import static org.partnershipfund.allocation.fixtures.Funds2019.FY2019;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_8_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.THE_8TH;
import static org.partnershipfund.allocation.fixtures.Funds2019.TOP_TWO;
import static org.partnershipfund.allocation.fixtures.Funds2019.allocated;
import static org.partnershipfund.allocation.fixtures.Funds2019.computed;
import static org.partnershipfund.allocation.fixtures.Funds2019.ids;
import static org.partnershipfund.allocation.fixtures.Funds2019.open;
import static org.partnershipfund.allocation.fixtures.Funds2019.publication;
import static org.partnershipfund.allocation.fixtures.Funds2019.title;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.fund.Fund;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.FundRefusal.AlreadyAllocated;
import org.partnershipfund.allocation.fund.FundRefusal.PublicationTooEarly;
import org.partnershipfund.allocation.opportunityindex.IndexSet;
import org.partnershipfund.allocation.scenario.ScenarioEvent.AllocationPublished;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.AlreadyPublished;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.CentresCorrected;
import org.partnershipfund.allocation.scenario.ScenarioRefusal.IndexMissing;
import org.partnershipfund.allocation.school.ResponsibilityCentre;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Money;

/** Policy §1.3 and §6: what a scenario needs, and what publishing one does. */
class ScenarioTest {

    @Test
    void every_school_of_the_snapshot_gets_an_answer_by_rank() {
        assertThat(computed().allocations())
                .extracting(Allocation::school, Allocation::amount, Allocation::centre)
                .containsExactly(
                        tuple(ADAMS.code(), Money.ofDollars("600.00"), ADAMS.centre()),
                        tuple(BAKER.code(), Money.ofDollars("400.00"), BAKER.centre()),
                        tuple(CURIE.code(), Money.ZERO, CURIE.centre()));
    }

    @Test
    void the_same_inputs_give_the_same_scenario() {
        assertThat(computed()).isEqualTo(computed());
    }

    @Test
    void a_school_without_an_index_makes_the_scenario_impossible() {
        var values = new TreeMap<>(District.index().values());
        values.remove(BAKER.code());
        var incomplete = new IndexSet(District.NEED, values);

        var decision = Scenario.compute(
                title(TOP_TWO, new TopN(2)), incomplete, District.enrollment(), District.schools(), Map.of(), ids(100));

        var refusal = new IndexMissing(List.of(BAKER.code()), "Need 2017", LocalDate.of(2017, 11, 1));
        assertThat(decision).isEqualTo(Decision.refuse(refusal));
        assertThat(refusal.sentence())
                .isEqualTo(
                        "The enrolment as of 2017-11-01 counts 1 school without a value in index set 'Need 2017': 00350002. Import an index set that has every school of the snapshot.");
    }

    @Test
    void publishing_says_one_event_for_each_school_that_receives_money() {
        var decision = Publication.of(computed(), open(), District.schools(), THE_8TH, ON_8_DECEMBER);

        assertThat(decision).isInstanceOf(Accepted.class);
        assertThat(decision.orRefuse().events())
                .isEqualTo(computed().allocations().stream()
                        .limit(2)
                        .map(allocation -> new AllocationPublished(FUND, TOP_TWO, FY2019, allocation, ON_8_DECEMBER))
                        .toList());
    }

    @Test
    void publishing_ties_the_fund_to_its_scenario() {
        assertThat(publication().fund())
                .isEqualTo(new Fund.Allocated((Fund.Open) open(), TOP_TWO.value(), ON_8_DECEMBER));
        assertThat(publication().scenario().summary().publishedAt()).isEqualTo(Optional.of(ON_8_DECEMBER));
    }

    @Test
    void on_the_day_before_nothing_is_published_and_nobody_is_told() {
        var dayBefore = THE_8TH.minusDays(1);

        assertThat(Publication.of(computed(), open(), District.schools(), dayBefore, ON_8_DECEMBER))
                .isEqualTo(Decision.refuse(new PublicationTooEarly(FUND, THE_8TH, dayBefore)));
    }

    @Test
    void money_is_not_published_under_a_centre_that_was_corrected_since() {
        var swapped = new TreeMap<>(District.schools());
        swapped.put(ADAMS.code(), charted(ADAMS, BAKER.centre()));
        swapped.put(BAKER.code(), charted(BAKER, ADAMS.centre()));

        var refusal = new CentresCorrected(TOP_TWO, List.of(ADAMS.code(), BAKER.code()));
        assertThat(Publication.of(computed(), open(), swapped, THE_8TH, ON_8_DECEMBER))
                .isEqualTo(Decision.refuse(refusal));
        assertThat(refusal.sentence())
                .startsWith(
                        "Scenario %s was computed before the responsibility centre of 2 schools was corrected: %s, %s."
                                .formatted(
                                        TOP_TWO.value(),
                                        ADAMS.code().value(),
                                        BAKER.code().value()));
    }

    @Test
    void a_correction_after_the_publication_does_not_ask_to_compute_what_is_final() {
        var corrected = new TreeMap<>(District.schools());
        corrected.put(ADAMS.code(), charted(ADAMS, new ResponsibilityCentre("999999")));

        assertThat(Publication.of(publication().scenario(), allocated(), corrected, THE_8TH, ON_8_DECEMBER))
                .isEqualTo(Decision.refuse(new AlreadyPublished(TOP_TWO, ON_8_DECEMBER)));
    }

    private static School charted(School school, ResponsibilityCentre centre) {
        return new School(school.code(), school.name(), school.grades(), school.location(), centre);
    }

    @Test
    void a_published_scenario_is_not_published_again() {
        assertThat(Publication.of(
                        publication().scenario(),
                        allocated(),
                        District.schools(),
                        THE_8TH,
                        ON_8_DECEMBER.plusSeconds(60)))
                .isEqualTo(Decision.refuse(new AlreadyPublished(TOP_TWO, ON_8_DECEMBER)));
    }

    @Test
    void a_fund_has_one_published_scenario() {
        var another = computed(new ScenarioId(District.id(61)), new TopN(1), 200);

        assertThat(Publication.of(another, allocated(), District.schools(), THE_8TH, ON_8_DECEMBER))
                .isEqualTo(Decision.refuse(new AlreadyAllocated(FUND, TOP_TWO.value(), ON_8_DECEMBER)));
    }

    @Test
    void a_scenario_is_published_in_its_own_fund_only() {
        var otherFund = Fund.open(
                        new FundId(District.id(2020)),
                        "Another",
                        FY2019,
                        Money.ofDollars("5.00"),
                        open().terms().chart(),
                        open().terms().calendar(),
                        false,
                        Optional.empty(),
                        ON_8_DECEMBER)
                .orRefuse()
                .state();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Publication.of(computed(), otherFund, District.schools(), THE_8TH, ON_8_DECEMBER));
    }
}
