package org.partnershipfund.allocation.adapter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.partnershipfund.allocation.fixtures.District.ADAMS;
import static org.partnershipfund.allocation.fixtures.District.AUTUMN;
import static org.partnershipfund.allocation.fixtures.District.BAKER;
import static org.partnershipfund.allocation.fixtures.District.CURIE;
import static org.partnershipfund.allocation.fixtures.District.IN_NOVEMBER;
import static org.partnershipfund.allocation.fixtures.District.NEED;
import static org.partnershipfund.allocation.fixtures.Funds2019.FUND;
import static org.partnershipfund.allocation.fixtures.Funds2019.FY2019;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_1_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_29_MARCH;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_4_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.ON_8_DECEMBER;
import static org.partnershipfund.allocation.fixtures.Funds2019.POOL;
import static org.partnershipfund.allocation.fixtures.Funds2019.TOP_TWO;
import static org.partnershipfund.allocation.fixtures.Funds2019.allocated;
import static org.partnershipfund.allocation.fixtures.Funds2019.appropriated;
import static org.partnershipfund.allocation.fixtures.Funds2019.closed;
import static org.partnershipfund.allocation.fixtures.Funds2019.computed;
import static org.partnershipfund.allocation.fixtures.Funds2019.everyRule;
import static org.partnershipfund.allocation.fixtures.Funds2019.open;
import static org.partnershipfund.allocation.fixtures.Funds2019.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.partnershipfund.allocation.baseline.FundingId;
import org.partnershipfund.allocation.baseline.Notice;
import org.partnershipfund.allocation.baseline.NoticeId;
import org.partnershipfund.allocation.baseline.Notices;
import org.partnershipfund.allocation.baseline.PriorYearFunding;
import org.partnershipfund.allocation.fixtures.District;
import org.partnershipfund.allocation.fixtures.Need;
import org.partnershipfund.allocation.formula.AllocationFormula.FlatPerPupil;
import org.partnershipfund.allocation.formula.Eligibility.Threshold;
import org.partnershipfund.allocation.formula.Eligibility.TopN;
import org.partnershipfund.allocation.formula.Guardrails;
import org.partnershipfund.allocation.formula.RoundingUnit;
import org.partnershipfund.allocation.formula.Rules;
import org.partnershipfund.allocation.fund.FundId;
import org.partnershipfund.allocation.fund.Funds;
import org.partnershipfund.allocation.opportunityindex.IndexModelId;
import org.partnershipfund.allocation.opportunityindex.IndexModels;
import org.partnershipfund.allocation.opportunityindex.IndexSetId;
import org.partnershipfund.allocation.opportunityindex.IndexSets;
import org.partnershipfund.allocation.opportunityindex.IndexValue;
import org.partnershipfund.allocation.opportunityindex.TractSetId;
import org.partnershipfund.allocation.opportunityindex.TractSets;
import org.partnershipfund.allocation.revision.Revision;
import org.partnershipfund.allocation.revision.RevisionId;
import org.partnershipfund.allocation.revision.Revisions;
import org.partnershipfund.allocation.revision.Side;
import org.partnershipfund.allocation.scenario.Allocation;
import org.partnershipfund.allocation.scenario.AllocationId;
import org.partnershipfund.allocation.scenario.AllocationInScenario;
import org.partnershipfund.allocation.scenario.Allocations;
import org.partnershipfund.allocation.scenario.Allocations.Filter;
import org.partnershipfund.allocation.scenario.Scenario;
import org.partnershipfund.allocation.scenario.ScenarioId;
import org.partnershipfund.allocation.scenario.Scenarios;
import org.partnershipfund.allocation.school.Enrollment;
import org.partnershipfund.allocation.school.EnrollmentSnapshot;
import org.partnershipfund.allocation.school.EnrollmentSnapshots;
import org.partnershipfund.allocation.school.EnrollmentSnapshots.LatestCount;
import org.partnershipfund.allocation.school.School;
import org.partnershipfund.allocation.school.Schools;
import org.partnershipfund.allocation.school.SnapshotId;
import org.partnershipfund.allocation.school.SnapshotKind;
import org.partnershipfund.allocation.utilisation.ContractId;
import org.partnershipfund.allocation.utilisation.ExecutedContract;
import org.partnershipfund.allocation.utilisation.InvoiceId;
import org.partnershipfund.allocation.utilisation.MoneyReturned;
import org.partnershipfund.allocation.utilisation.PaidInvoice;
import org.partnershipfund.allocation.utilisation.PaymentPart;
import org.partnershipfund.allocation.utilisation.Shares;
import org.partnershipfund.allocation.utilisation.Spending;
import org.partnershipfund.allocation.utilisation.Spending.Spent;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.Money;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.kernel.StaleStateException;
import org.partnershipfund.kernel.Versioned;

/** What every implementation of our ports must do; run against those in memory and those in PostgreSQL. */
abstract class CollectionsContract {

    private static final School CURIE_WITHOUT_LOCATION =
            new School(CURIE.code(), CURIE.name(), CURIE.grades(), Optional.empty(), CURIE.centre());
    private static final Filter EVERYTHING =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    abstract Schools schools();

    abstract EnrollmentSnapshots snapshots();

    abstract IndexSets indexes();

    abstract Funds funds();

    abstract Scenarios scenarios();

    abstract Allocations allocations();

    abstract Revisions revisions();

    abstract Notices notices();

    abstract Spending spending();

    abstract IndexModels models();

    abstract TractSets tracts();

    /** Forgets what is only remembered, so that the next read comes from the store. */
    abstract void forget();

    @Test
    void schools_are_added_once_and_corrected_when_they_differ() {
        schools().keep(List.of(ADAMS, BAKER), IN_NOVEMBER);
        var renamed = new School(BAKER.code(), "Baker-Moore", BAKER.grades(), CURIE.location(), BAKER.centre());
        forget();

        schools().keep(List.of(ADAMS, renamed, CURIE_WITHOUT_LOCATION), ON_1_DECEMBER);
        forget();

        assertThat(schools().find(ADAMS.code())).contains(new Versioned<>(ADAMS, 1));
        assertThat(schools().find(BAKER.code())).contains(new Versioned<>(renamed, 2));
        assertThat(schools().all())
                .isEqualTo(Map.of(ADAMS.code(), ADAMS, BAKER.code(), renamed, CURIE.code(), CURIE_WITHOUT_LOCATION));
        assertThat(schools().list(Optional.empty(), Optional.of(IN_NOVEMBER), 10))
                .extracting(school -> school.value().code())
                .containsExactly(BAKER.code(), CURIE.code());
        assertThat(schools().list(Optional.of(ADAMS.code()), Optional.empty(), 1))
                .containsExactly(new Versioned<>(renamed, 2));
    }

    @Test
    void a_school_that_was_counted_anew_is_newer_and_as_it_was() {
        schools().keep(List.of(ADAMS, BAKER), IN_NOVEMBER);
        schools().touch(List.of(ADAMS.code(), BAKER.code()), IN_NOVEMBER);
        forget();

        schools().touch(List.of(BAKER.code()), ON_1_DECEMBER);
        forget();

        assertThat(schools().find(ADAMS.code())).contains(new Versioned<>(ADAMS, 1));
        assertThat(schools().list(Optional.empty(), Optional.of(IN_NOVEMBER), 10))
                .containsExactly(new Versioned<>(BAKER, 2));
    }

    @Test
    void a_snapshot_is_read_back_as_it_was_added() {
        keepDistrict();

        assertThat(snapshots().find(AUTUMN.id())).contains(District.enrollment());
        assertThat(snapshots().find(SnapshotKind.PROJECTED, AUTUMN.asOf())).contains(AUTUMN);
        assertThat(snapshots().find(SnapshotKind.OCTOBER, AUTUMN.asOf())).isEmpty();
        assertThat(snapshots().find(new SnapshotId(District.id(404)))).isEmpty();
        assertThat(snapshots().list(Optional.empty(), Optional.empty(), 10)).containsExactly(AUTUMN);
        assertThat(snapshots().list(Optional.empty(), Optional.of(IN_NOVEMBER), 10))
                .isEmpty();
        assertThat(snapshots().list(Optional.of(AUTUMN.id()), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void the_latest_count_is_of_the_latest_day_and_october_beats_projected() {
        keepDistrict();
        var october = snapshot(30, SnapshotKind.OCTOBER, AUTUMN.asOf(), 111);
        snapshots().add(october);
        snapshots().add(snapshot(31, SnapshotKind.OCTOBER, AUTUMN.asOf().minusYears(1), 99));
        forget();

        assertThat(snapshots().latest(List.of(ADAMS.code(), BAKER.code())))
                .isEqualTo(Map.of(
                        ADAMS.code(), new LatestCount(october.title(), new Enrollment(111, 0)),
                        BAKER.code(), new LatestCount(AUTUMN, new Enrollment(200, 120))));
        assertThat(snapshots().latest(List.of())).isEmpty();
    }

    @Test
    void an_index_set_is_read_back_as_it_was_added() {
        keepDistrict();

        assertThat(indexes().find(NEED.id())).contains(District.index());
        assertThat(indexes().findByName("Need 2017")).contains(NEED);
        assertThat(indexes().findByName("Need 2018")).isEmpty();
        assertThat(indexes().find(new IndexSetId(District.id(404)))).isEmpty();
        assertThat(indexes().list(Optional.empty(), Optional.empty(), 10)).containsExactly(NEED);
        assertThat(indexes().list(Optional.empty(), Optional.of(IN_NOVEMBER), 10))
                .isEmpty();
        assertThat(indexes().list(Optional.of(NEED.id()), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_model_is_read_back_as_it_was_added_with_its_factors_in_order() {
        models().add(Need.model(1));
        models().add(Need.model(2));
        forget();

        assertThat(models().find(Need.model(2).id())).contains(Need.model(2));
        assertThat(models().find(new IndexModelId(District.id(404)))).isEmpty();
        assertThat(models().newestVersion(Need.model(1).name())).isEqualTo(2);
        assertThat(models().newestVersion("Another")).isZero();
        assertThat(models().list(false, Optional.empty(), Optional.empty(), 10))
                .containsExactly(Need.model(1), Need.model(2));
        assertThat(models().list(false, Optional.of(Need.model(1).id()), Optional.empty(), 10))
                .containsExactly(Need.model(2));
        assertThat(models().list(true, Optional.empty(), Optional.empty(), 10)).isEmpty();
        assertThat(models().list(false, Optional.empty(), Optional.of(IN_NOVEMBER), 10))
                .isEmpty();
    }

    @Test
    void a_tract_set_is_read_back_as_it_was_added_also_what_is_not_known() {
        tracts().add(Need.tracts());
        forget();

        assertThat(tracts().find(Need.tracts().title().id())).contains(Need.tracts());
        assertThat(tracts().find(new TractSetId(District.id(404)))).isEmpty();
        assertThat(tracts().count(Need.tracts().title().id()))
                .contains(new TractSets.Counted(Need.tracts().title(), 3));
        assertThat(tracts().count(new TractSetId(District.id(404)))).isEmpty();
        assertThat(tracts().findByName("Three tracts")).contains(Need.tracts().title());
        assertThat(tracts().findByName("Four tracts")).isEmpty();
        assertThat(tracts().list(Optional.empty(), Optional.empty(), 10))
                .containsExactly(Need.tracts().title());
        assertThat(tracts().list(Optional.empty(), Optional.of(IN_NOVEMBER), 10))
                .isEmpty();
        assertThat(tracts().list(Optional.of(Need.tracts().title().id()), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void a_fund_is_read_back_in_every_state_with_a_growing_version() {
        keepDistrict();
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        forget();

        assertThat(funds().find(FUND)).contains(new Versioned<>(open(), 1));
        assertThat(funds().store(allocated(), 1)).isEqualTo(2);
        forget();
        assertThat(funds().hold(FUND)).contains(new Versioned<>(allocated(), 2));
        assertThat(funds().store(appropriated(), 2)).isEqualTo(3);
        forget();
        assertThat(funds().find(FUND)).contains(new Versioned<>(appropriated(), 3));
        assertThat(funds().store(closed(), 3)).isEqualTo(4);
        assertThat(funds().find(FUND)).contains(new Versioned<>(closed(), 4));
    }

    @Test
    void the_second_of_two_writers_of_a_fund_is_stale() {
        keepDistrict();
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        assertThat(funds().store(allocated(), 1)).isEqualTo(2);

        assertThatExceptionOfType(StaleStateException.class).isThrownBy(() -> funds().store(allocated(), 1));
        assertThatExceptionOfType(StaleStateException.class).isThrownBy(() -> funds().store(open(), 0));
    }

    @Test
    void funds_are_found_by_year_and_name_and_listed_by_what_may_be_seen() {
        keepDistrict();

        assertThat(funds().find(FY2019, "Partnership Fund")).contains(FUND);
        assertThat(funds().of(FY2019)).containsExactly(open());
        assertThat(funds().of(new FiscalYear(2020))).isEmpty();
        assertThat(funds().find(FY2019, "Another")).isEmpty();
        assertThat(funds().find(new FiscalYear(2020), "Partnership Fund")).isEmpty();
        assertThat(funds().list(Optional.empty(), Optional.empty(), false, 10))
                .containsExactly(new Versioned<>(open(), 1));
        assertThat(funds().list(Optional.empty(), Optional.empty(), true, 10)).isEmpty();
        assertThat(funds().list(Optional.of(FUND), Optional.empty(), false, 10)).isEmpty();
        assertThat(funds().list(Optional.empty(), Optional.of(ON_1_DECEMBER), false, 10))
                .isEmpty();
        assertThat(funds().list(Optional.empty(), Optional.of(IN_NOVEMBER), false, 10))
                .hasSize(1);
    }

    @Test
    void a_scenario_is_read_back_with_every_allocation_in_both_states() {
        keepDistrict();
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        forget();
        assertThat(scenarios().find(TOP_TWO)).contains(new Versioned<>(computed(), 1));
        assertThat(scenarios().summary(TOP_TWO))
                .contains(new Versioned<>(computed().summary(), 1));

        assertThat(scenarios().store(published(), 1)).isEqualTo(2);
        forget();
        assertThat(scenarios().hold(TOP_TWO)).contains(new Versioned<>(published(), 2));
        assertThat(scenarios().summary(TOP_TWO))
                .contains(new Versioned<>(published().summary(), 2));
        assertThat(scenarios().find(new ScenarioId(District.id(404)))).isEmpty();
        assertThatExceptionOfType(StaleStateException.class)
                .isThrownBy(() -> scenarios().store(published(), 1));
    }

    @Test
    void a_threshold_survives_as_well_as_a_number_of_schools() {
        keepDistrict();
        var threshold = computed(new ScenarioId(District.id(61)), new Threshold(IndexValue.of("0.600000")), 200);
        assertThat(scenarios().store(threshold, 0)).isEqualTo(1);
        forget();

        assertThat(scenarios().find(threshold.title().id())).contains(new Versioned<>(threshold, 1));
    }

    @Test
    void every_rule_and_every_way_to_an_amount_survives() {
        keepDistrict();
        var everything = computed(new ScenarioId(District.id(62)), everyRule(), 300);
        var bounded = computed(
                new ScenarioId(District.id(63)),
                new Rules(
                        POOL,
                        Money.ZERO,
                        new TopN(2),
                        new FlatPerPupil(),
                        new Guardrails(Optional.of(Money.ofDollars("450.00")), Optional.of(Money.ofDollars("550.00"))),
                        Optional.empty(),
                        RoundingUnit.CENT),
                400);
        assertThat(scenarios().store(everything, 0)).isEqualTo(1);
        assertThat(scenarios().store(bounded, 0)).isEqualTo(1);
        forget();

        assertThat(scenarios().find(everything.title().id())).contains(new Versioned<>(everything, 1));
        assertThat(scenarios().summary(everything.title().id())).contains(new Versioned<>(everything.summary(), 1));
        assertThat(scenarios().find(bounded.title().id())).contains(new Versioned<>(bounded, 1));
    }

    @Test
    void a_scenario_that_is_computed_anew_has_its_new_allocations_only() {
        keepDistrict();
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        var anew = computed(TOP_TWO, everyRule(), 500);

        assertThat(scenarios().store(anew, 1)).isEqualTo(2);
        forget();

        assertThat(scenarios().find(TOP_TWO)).contains(new Versioned<>(anew, 2));
        assertThat(allocations().list(TOP_TWO, 0, 10)).isEqualTo(inScenario(anew));
        var published = Scenario.publish(anew, ON_8_DECEMBER).orRefuse().state();
        assertThat(scenarios().store(published, 2)).isEqualTo(3);
        forget();
        assertThat(allocations().listPublished(EVERYTHING, Optional.empty(), 10))
                .isEqualTo(inScenario(published));
        assertThat(allocations()
                        .findPublished(computed().allocations().getFirst().id()))
                .isEmpty();
        assertThat(found(new Filter(Optional.of(FUND), Optional.empty(), Optional.of(true), Optional.empty())))
                .as("held harmless is served, too")
                .hasSize(3);
    }

    @Test
    void the_scenarios_of_a_fund_are_listed_by_what_may_be_seen() {
        keepDistrict();
        var another = computed(new ScenarioId(District.id(61)), new TopN(1), 200);
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        assertThat(scenarios().store(another, 0)).isEqualTo(1);
        assertThat(scenarios().store(published(), 1)).isEqualTo(2);
        forget();

        assertThat(scenarios().list(FUND, false, Optional.empty(), Optional.empty(), 10))
                .containsExactly(new Versioned<>(published().summary(), 2), new Versioned<>(another.summary(), 1));
        assertThat(scenarios().list(FUND, false, Optional.empty(), Optional.of(ON_4_DECEMBER), 10))
                .containsExactly(new Versioned<>(published().summary(), 2));
        assertThat(scenarios().list(FUND, true, Optional.empty(), Optional.empty(), 10))
                .containsExactly(new Versioned<>(published().summary(), 2));
        assertThat(scenarios().list(FUND, false, Optional.of(TOP_TWO), Optional.empty(), 10))
                .containsExactly(new Versioned<>(another.summary(), 1));
        assertThat(scenarios().list(new FundId(District.id(404)), false, Optional.empty(), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void an_allocation_is_public_when_its_scenario_is() {
        keepDistrict();
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        AllocationId adams = computed().allocations().getFirst().id();
        forget();
        assertThat(allocations().findPublished(adams)).isEmpty();
        assertThat(allocations().listPublished(EVERYTHING, Optional.empty(), 10))
                .isEmpty();
        assertThat(allocations().list(TOP_TWO, 0, 10)).isEqualTo(inScenario(computed()));
        assertThat(allocations().find(TOP_TWO, BAKER.code()))
                .contains(inScenario(computed()).get(1));
        assertThat(allocations().find(TOP_TWO, new SchoolCode("00359999"))).isEmpty();

        assertThat(scenarios().store(published(), 1)).isEqualTo(2);
        forget();
        assertThat(allocations().findPublished(adams))
                .contains(inScenario(published()).getFirst());
        assertThat(allocations().listPublished(EVERYTHING, Optional.empty(), 10))
                .isEqualTo(inScenario(published()));
    }

    @Test
    void published_allocations_are_filtered_and_paged() {
        keepDistrict();
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        assertThat(scenarios().store(published(), 1)).isEqualTo(2);
        forget();
        List<Allocation> three = published().allocations();

        assertThat(found(new Filter(Optional.of(FUND), Optional.empty(), Optional.of(true), Optional.empty())))
                .isEqualTo(three.subList(0, 2));
        assertThat(found(new Filter(Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty())))
                .isEqualTo(three.subList(2, 3));
        assertThat(found(new Filter(
                        Optional.empty(), Optional.of(BAKER.code()), Optional.empty(), Optional.of(ON_4_DECEMBER))))
                .isEqualTo(three.subList(1, 2));
        assertThat(found(new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ON_8_DECEMBER))))
                .isEmpty();
        assertThat(found(new Filter(
                        Optional.of(new FundId(District.id(404))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .isEmpty();
        assertThat(allocations()
                        .listPublished(EVERYTHING, Optional.of(three.getFirst().id()), 1))
                .extracting(AllocationInScenario::allocation)
                .isEqualTo(three.subList(1, 2));
        assertThat(allocations().list(TOP_TWO, 1, 1))
                .extracting(AllocationInScenario::allocation)
                .isEqualTo(three.subList(1, 2));
    }

    @Test
    void a_revision_keeps_every_state_of_its_life() {
        keepPublished();
        var accepted = revision(1, ON_8_DECEMBER);
        var refused = revision(2, ON_8_DECEMBER);
        assertThat(revisions().store(accepted, 0)).isEqualTo(1);
        forget();
        assertThat(revisions().find(accepted.terms().id())).contains(new Versioned<>(accepted, 1));
        assertThat(revisions().open(FUND)).containsExactly(accepted);

        Revision yes = new Revision.Accepted(accepted.terms(), ON_29_MARCH);
        assertThat(revisions().store(yes, 1)).isEqualTo(2);
        Revision no = new Revision.Refused(refused.terms(), Money.ZERO, "The line has $0.00 available.", ON_29_MARCH);
        assertThat(revisions().store(refused, 0)).isEqualTo(1);
        forget();
        assertThat(revisions().store(no, 1)).isEqualTo(2);
        forget();

        assertThat(revisions().find(accepted.terms().id())).contains(new Versioned<>(yes, 2));
        assertThat(revisions().find(refused.terms().id())).contains(new Versioned<>(no, 2));
        assertThat(revisions().open(FUND)).isEmpty();
        assertThat(revisions().accepted(List.of(FUND))).isEqualTo(List.of(yes));
        assertThat(revisions().accepted(List.of(new FundId(District.id(404))))).isEmpty();
        assertThatExceptionOfType(StaleStateException.class)
                .isThrownBy(() -> revisions().store(no, 1));
        assertThat(revisions().list(FUND, false, Optional.empty(), Optional.of(ON_8_DECEMBER), 10))
                .containsExactly(new Versioned<>(yes, 2), new Versioned<>(no, 2));
        assertThat(revisions().list(FUND, true, Optional.empty(), Optional.empty(), 10))
                .containsExactly(new Versioned<>(yes, 2));
        assertThat(revisions().list(FUND, false, Optional.of(yes.terms().id()), Optional.empty(), 10))
                .containsExactly(new Versioned<>(no, 2));
        assertThat(revisions().list(FUND, false, Optional.empty(), Optional.of(ON_29_MARCH), 10))
                .isEmpty();
    }

    @Test
    void an_allocation_that_was_revised_changed_then() {
        keepPublished();
        var proposed = revision(1, ON_8_DECEMBER);
        assertThat(revisions().store(proposed, 0)).isEqualTo(1);
        forget();
        var later = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ON_8_DECEMBER));
        assertThat(found(later)).isEmpty();

        assertThat(revisions().store(new Revision.Accepted(proposed.terms(), ON_29_MARCH), 1))
                .isEqualTo(2);
        forget();

        assertThat(found(later)).isEqualTo(published().allocations().subList(0, 2));
    }

    @Test
    void of_each_year_the_latest_notice_is_told_that_the_reader_may_see() {
        schools().keep(List.of(ADAMS, BAKER), IN_NOVEMBER);
        var first = notice(1, 2018, LocalDate.of(2017, 12, 1), "100.00");
        var corrected = notice(3, 2018, LocalDate.of(2017, 12, 15), "110.00");
        var earlier = notice(5, 2017, LocalDate.of(2016, 12, 1), "90.00");
        List.of(first, corrected, earlier).forEach(notices()::add);
        forget();

        assertThat(notices().find(first.title().id())).contains(first);
        assertThat(notices().find(new FiscalYear(2018), LocalDate.of(2017, 12, 15)))
                .contains(corrected.title().id());
        assertThat(notices().find(new FiscalYear(2019), LocalDate.of(2017, 12, 15)))
                .isEmpty();
        assertThat(notices().list(Optional.of(first.title().id()), Optional.empty(), 1))
                .containsExactly(corrected.title());
        assertThat(told(LocalDate.of(2017, 11, 30), Optional.empty())).isEqualTo(earlier.lines());
        assertThat(told(LocalDate.of(2017, 12, 14), Optional.of(new FiscalYear(2018))))
                .isEqualTo(first.lines());
        assertThat(told(LocalDate.of(2017, 12, 15), Optional.of(new FiscalYear(2018))))
                .isEqualTo(corrected.lines());
        assertThat(notices().latest(Optional.empty(), LocalDate.of(2017, 12, 14)))
                .contains(first.title());
        assertThat(notices().latest(Optional.of(new FiscalYear(2017)), LocalDate.of(2017, 12, 15)))
                .contains(earlier.title());
        assertThat(notices().latest(Optional.of(new FiscalYear(2018)), LocalDate.of(2017, 11, 30)))
                .isEmpty();
        assertThat(told("Harbor Youth Works")).isEqualTo(corrected.lines());
        assertThat(told("Harbor Youth")).isEmpty();
        assertThat(notices()
                        .told(
                                new Notices.Filter(
                                        LocalDate.MAX.withYear(9999),
                                        Optional.of(BAKER.code()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                Optional.empty(),
                                10))
                .isEmpty();
        assertThat(notices()
                        .told(
                                new Notices.Filter(
                                        LocalDate.of(2018, 1, 1),
                                        Optional.of(ADAMS.code()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(new Notices.ChangedAfter(IN_NOVEMBER, Optional.empty()))),
                                Optional.empty(),
                                10))
                .isEmpty();
    }

    @Test
    void a_notice_is_new_to_the_public_on_its_day_however_long_before_it_was_imported() {
        schools().keep(List.of(ADAMS, BAKER), IN_NOVEMBER);
        var notice = notice(1, 2018, LocalDate.of(2017, 12, 1), "100.00");
        notices().add(notice);
        forget();

        assertThat(newTo(LocalDate.of(2017, 11, 30))).isEqualTo(notice.lines());
        assertThat(newTo(LocalDate.of(2017, 12, 1))).isEmpty();
    }

    private List<PriorYearFunding> newTo(LocalDate whoAskedLastOn) {
        return notices()
                .told(
                        new Notices.Filter(
                                LocalDate.of(2018, 1, 1),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new Notices.ChangedAfter(ON_8_DECEMBER, Optional.of(whoAskedLastOn)))),
                        Optional.empty(),
                        10)
                .stream()
                .map(PriorYearFunding.Told::funding)
                .toList();
    }

    @Test
    void contracts_and_payments_are_kept_as_told_and_added_up_by_school() {
        keepDistrict();
        var contract =
                new ExecutedContract(new ContractId(District.id(701)), FUND, shares("500.00", "100.00"), ON_1_DECEMBER);
        var another =
                new ExecutedContract(new ContractId(District.id(702)), FUND, shares("50.00", "25.00"), ON_1_DECEMBER);
        var invoice = new PaidInvoice(
                new InvoiceId(District.id(801)), contract.id(), FUND, shares("20.00", "1.00"), IN_NOVEMBER);
        spending().add(contract);
        spending().add(another);
        spending().add(invoice);
        forget();

        assertThat(spending().find(contract.id())).contains(contract);
        assertThat(spending().find(invoice.id())).contains(invoice);
        assertThat(spending().find(new ContractId(District.id(404)))).isEmpty();
        assertThat(spending().find(new InvoiceId(District.id(404)))).isEmpty();
        assertThat(spending().of(FUND))
                .isEqualTo(Map.of(
                        ADAMS.code(), new Spent(Money.ofDollars("550.00"), Money.ofDollars("20.00")),
                        BAKER.code(), new Spent(Money.ofDollars("125.00"), Money.ofDollars("1.00"))));
        assertThat(spending().of(new FundId(District.id(404)))).isEmpty();
    }

    @Test
    void payments_in_parts_and_what_credit_notes_gave_back_count_once() {
        keepDistrict();
        var contract =
                new ExecutedContract(new ContractId(District.id(701)), FUND, shares("500.00", "100.00"), ON_1_DECEMBER);
        var settled = new InvoiceId(District.id(801));
        var first =
                new PaymentPart(District.id(901), settled, contract.id(), FUND, shares("15.00", "1.00"), IN_NOVEMBER);
        var second =
                new PaymentPart(District.id(902), settled, contract.id(), FUND, shares("5.00", "2.00"), IN_NOVEMBER);
        var underway = new PaymentPart(
                District.id(903),
                new InvoiceId(District.id(802)),
                contract.id(),
                FUND,
                shares("7.00", "3.00"),
                IN_NOVEMBER);
        var returned = new MoneyReturned(
                District.id(904), settled, contract.id(), FUND, ADAMS.code(), Money.ofDollars("4.00"), IN_NOVEMBER);
        spending().add(contract);
        spending().add(first);
        spending().add(second);
        spending().add(underway);
        spending().add(new PaidInvoice(settled, contract.id(), FUND, shares("20.00", "3.00"), IN_NOVEMBER));
        spending().add(returned);
        // Of this one the first payment was made before anybody listened.
        spending()
                .add(new PaymentPart(
                        District.id(905),
                        new InvoiceId(District.id(803)),
                        contract.id(),
                        FUND,
                        shares("1.00", "1.00"),
                        IN_NOVEMBER));
        spending()
                .add(new PaidInvoice(
                        new InvoiceId(District.id(803)), contract.id(), FUND, shares("10.00", "1.00"), IN_NOVEMBER));
        forget();

        assertThat(spending().findPart(first.id())).contains(first);
        assertThat(spending().findPart(District.id(404))).isEmpty();
        assertThat(spending().findReturn(returned.id())).contains(returned);
        assertThat(spending().findReturn(District.id(404))).isEmpty();
        assertThat(spending().of(FUND))
                .isEqualTo(Map.of(
                        ADAMS.code(), new Spent(Money.ofDollars("496.00"), Money.ofDollars("33.00")),
                        BAKER.code(), new Spent(Money.ofDollars("100.00"), Money.ofDollars("7.00"))));
    }

    private static Shares shares(String adams, String baker) {
        return new Shares(
                new TreeMap<>(Map.of(ADAMS.code(), Money.ofDollars(adams), BAKER.code(), Money.ofDollars(baker))));
    }

    private List<PriorYearFunding> told(LocalDate upTo, Optional<FiscalYear> year) {
        return notices()
                .told(
                        new Notices.Filter(upTo, Optional.empty(), Optional.empty(), year, Optional.empty()),
                        Optional.empty(),
                        10)
                .stream()
                .map(PriorYearFunding.Told::funding)
                .toList();
    }

    private List<PriorYearFunding> told(String partner) {
        return notices()
                .told(
                        new Notices.Filter(
                                LocalDate.of(2018, 1, 1),
                                Optional.empty(),
                                Optional.of(partner),
                                Optional.of(new FiscalYear(2018)),
                                Optional.empty()),
                        Optional.empty(),
                        10)
                .stream()
                .map(PriorYearFunding.Told::funding)
                .toList();
    }

    private static Notice notice(int id, int year, LocalDate on, String dollars) {
        return new Notice(
                new Notice.Title(
                        new NoticeId(District.id(id)), new FiscalYear(year), on, "invented", true, IN_NOVEMBER),
                List.of(new PriorYearFunding(
                        new FundingId(District.id(id + 1L)),
                        ADAMS.code(),
                        "Harbor Youth Works",
                        "after school",
                        Money.ofDollars(dollars))));
    }

    private static Revision.Proposed revision(int id, Instant at) {
        return new Revision.Proposed(new Revision.Terms(
                new RevisionId(District.id(id)),
                FUND,
                new Side.Line(ADAMS.code()),
                new Side.Line(BAKER.code()),
                Money.ofDollars("50.00"),
                "Projected enrolment was corrected.",
                at));
    }

    @Test
    void revisions_with_the_reserve_come_back_as_they_were_kept() {
        keepPublished();
        var line = new Side.Line(ADAMS.code());
        var into = between(1, line, new Side.Reserve());
        var outOf = between(2, new Side.Reserve(), line);

        assertThat(revisions().store(into, 0)).isEqualTo(1);
        assertThat(revisions().store(outOf, 0)).isEqualTo(1);
        forget();

        assertThat(revisions().find(into.terms().id())).contains(new Versioned<>(into, 1));
        assertThat(revisions().find(outOf.terms().id())).contains(new Versioned<>(outOf, 1));
    }

    private static Revision.Accepted between(int id, Side from, Side to) {
        return new Revision.Accepted(
                new Revision.Terms(
                        new RevisionId(District.id(id)),
                        FUND,
                        from,
                        to,
                        Money.ofDollars("50.00"),
                        "Less was adopted.",
                        ON_8_DECEMBER),
                ON_29_MARCH);
    }

    private void keepPublished() {
        keepDistrict();
        assertThat(scenarios().store(computed(), 0)).isEqualTo(1);
        assertThat(scenarios().store(published(), 1)).isEqualTo(2);
        forget();
    }

    private List<Allocation> found(Filter filter) {
        return allocations().listPublished(filter, Optional.empty(), 10).stream()
                .map(AllocationInScenario::allocation)
                .toList();
    }

    /** Three schools with their pupils and their need, and the open fund. */
    private void keepDistrict() {
        schools().keep(List.of(ADAMS, BAKER, CURIE), IN_NOVEMBER);
        snapshots().add(District.enrollment());
        indexes().add(District.index());
        assertThat(funds().store(open(), 0)).isEqualTo(1);
        forget();
    }

    private static Scenario published() {
        return publication().scenario();
    }

    private static List<AllocationInScenario> inScenario(Scenario scenario) {
        return scenario.allocations().stream()
                .map(allocation -> new AllocationInScenario(allocation, scenario.summary()))
                .toList();
    }

    private static EnrollmentSnapshot snapshot(int id, SnapshotKind kind, LocalDate asOf, int pupils) {
        return new EnrollmentSnapshot(
                new EnrollmentSnapshot.Title(new SnapshotId(District.id(id)), kind, asOf, "invented", IN_NOVEMBER),
                new TreeMap<>(Map.of(ADAMS.code(), new Enrollment(pupils, 0))));
    }
}
