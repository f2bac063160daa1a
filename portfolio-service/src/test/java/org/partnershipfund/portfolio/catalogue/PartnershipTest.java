package org.partnershipfund.portfolio.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnershipfund.portfolio.fixtures.Harbor.CLUB;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Decision.Accepted;
import org.partnershipfund.kernel.Decision.Refused;
import org.partnershipfund.kernel.FiscalYear;
import org.partnershipfund.kernel.SchoolCode;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.AgreementInTheFuture;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.FundWithoutContract;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.FundedByContract;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.NotTheTimeToVerify;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.PartnershipExists;
import org.partnershipfund.portfolio.catalogue.CatalogueRefusal.YearIsOver;
import org.partnershipfund.portfolio.catalogue.Partnership.Agreement;
import org.partnershipfund.portfolio.catalogue.Partnership.Details;
import org.partnershipfund.portfolio.catalogue.Partnership.Source;
import org.partnershipfund.portfolio.catalogue.Partnership.Verdict;
import org.partnershipfund.portfolio.catalogue.PartnershipEvent.PartnershipRegistered;
import org.partnershipfund.portfolio.fixtures.Harbor;
import org.partnershipfund.portfolio.fixtures.PolicyPage;
import org.partnershipfund.portfolio.partner.Reach;
import org.partnershipfund.portfolio.program.Session;

/** Policy catalogue §5: the life of a partnership. */
class PartnershipTest {

    private static final PartnershipId ID = new PartnershipId(Harbor.id("0431"));
    private static final SchoolCode PERKINS = new SchoolCode("00350231");
    private static final FiscalYear FY2019 = new FiscalYear(2019);
    private static final LocalDate TODAY = LocalDate.of(2018, 9, 4);
    private static final Instant NOW = Instant.parse("2018-09-04T15:00:00Z");
    private static final Instant LATER = Instant.parse("2019-01-15T15:00:00Z");
    private static final UUID CONTRACT = Harbor.id("1101");

    @Test
    void a_program_comes_to_a_school_once_a_year_and_says_so() {
        var partnership = new Partnership(
                ID,
                CLUB,
                PERKINS,
                FY2019,
                said(Funding.SCHOOL_BUDGET),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW);

        assertThat(register(said(Funding.SCHOOL_BUDGET), Optional.empty()))
                .isEqualTo(Decision.accept(partnership, new PartnershipRegistered(partnership, NOW)));
        assertThat(register(said(Funding.SCHOOL_BUDGET), Optional.of(ID)))
                .isEqualTo(Decision.refuse(new PartnershipExists(PERKINS, FY2019, ID)));
    }

    @Test
    void on_file_is_what_was_signed() {
        assertThat(register(signed(TODAY), Optional.empty())).isInstanceOf(Accepted.class);
        assertThat(register(signed(TODAY.plusDays(1)), Optional.empty()))
                .isEqualTo(Decision.refuse(new AgreementInTheFuture(TODAY.plusDays(1), TODAY)));
        assertThat(Partnership.change(byHand(), signed(TODAY.plusDays(1)), Voice.SCHOOL, TODAY, LATER))
                .isEqualTo(Decision.refuse(new AgreementInTheFuture(TODAY.plusDays(1), TODAY)));
    }

    @Test
    void a_contract_of_the_fund_registers_a_partnership_of_which_only_the_funding_is_known() {
        var contracted = contracted(Optional.empty()).orRefuse();

        assertThat(contracted.state().details())
                .isEqualTo(new Details(Funding.PARTNERSHIP_FUND, Optional.empty(), List.of(), Optional.empty()));
        assertThat(contracted.state().contracts()).containsExactly(CONTRACT);
        assertThat(contracted.events()).isEqualTo(List.of(new PartnershipRegistered(contracted.state(), LATER)));
    }

    @Test
    void a_contract_takes_over_the_funding_of_the_partnership_that_is_there_and_nothing_else() {
        var before = byHand();

        var contracted = contracted(Optional.of(before)).orRefuse();

        assertThat(contracted.events()).isEmpty();
        assertThat(contracted.state().id()).isEqualTo(before.id());
        assertThat(contracted.state().details()).isEqualTo(said(Funding.PARTNERSHIP_FUND));
        assertThat(contracted(Optional.of(contracted.state()))).isEqualTo(Decision.accept(contracted.state()));
    }

    @Test
    void what_a_contract_pays_for_stays_the_fund_s() {
        var contracted = contracted(Optional.empty()).orRefuse().state();

        assertThat(Partnership.change(contracted, said(Funding.OTHER), Voice.SCHOOL, TODAY, LATER))
                .isEqualTo(Decision.refuse(new FundedByContract(CONTRACT, Funding.OTHER)));
        assertThat(Partnership.change(contracted, said(Funding.PARTNERSHIP_FUND), Voice.SCHOOL, TODAY, LATER)
                        .orRefuse()
                        .state()
                        .details())
                .isEqualTo(said(Funding.PARTNERSHIP_FUND));
    }

    @Test
    void the_same_again_changes_nothing() {
        assertThat(Partnership.change(byHand(), byHand().details(), Voice.PARTNER, TODAY, LATER))
                .isEqualTo(Decision.accept(byHand()));
        var rated = verify(byHand(), TODAY).orRefuse().state();
        assertThat(verify(rated, TODAY.plusDays(1))).isEqualTo(Decision.accept(rated));
    }

    static Stream<List<String>> days() {
        return PolicyPage.examples("catalogue.md", "when a school may verify").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void a_school_verifies_while_the_year_runs(List<String> row) {
        LocalDate day = LocalDate.parse(row.get(0));

        switch (verify(byHand(), day)) {
            case Accepted<Partnership>(var rated, var _) -> {
                assertThat(row.get(1)).isEqualTo("verified");
                assertThat(rated.verdict()).contains(new Verdict(Rating.MEETS, day));
            }
            case Refused<Partnership>(var why) -> {
                assertThat(row.get(1)).isEqualTo("not-the-time-to-verify");
                assertThat(why)
                        .isEqualTo(new NotTheTimeToVerify(
                                FY2019, LocalDate.of(2018, 7, 1), LocalDate.of(2019, 6, 30), day));
            }
        }
    }

    @Test
    void the_last_word_of_the_year_counts() {
        var rated = verify(byHand(), TODAY).orRefuse().state();

        var again = Partnership.verify(rated, Rating.FALLS_SHORT, LocalDate.of(2019, 6, 30), LATER)
                .orRefuse()
                .state();

        assertThat(again.verdict()).contains(new Verdict(Rating.FALLS_SHORT, LocalDate.of(2019, 6, 30)));
    }

    @Test
    void school_partner_and_team_speak_for_a_partnership_and_only_the_school_rates_it() {
        var nobody = new Reach.Only(Set.of());
        var leader = new Standing(false, Set.of(PERKINS), nobody);
        var member = new Standing(false, Set.of(), new Reach.Only(Set.of(Harbor.ALLIANCE)));
        var team = new Standing(true, Set.of(), nobody);
        var stranger = new Standing(false, Set.of(new SchoolCode("00350001")), nobody);

        assertThat(Stream.of(leader, member, team, stranger).map(one -> one.speaksFor(PERKINS, Harbor.ALLIANCE)))
                .containsExactly(true, true, true, false);
        assertThat(Stream.of(leader, member, team, stranger).map(one -> one.speaksForSchool(PERKINS)))
                .containsExactly(true, false, false, false);
    }

    @ParameterizedTest(name = "{0} pupils are few: {1}")
    @CsvSource({"0, false", "1, true", "9, true", "10, false"})
    void one_to_nine_pupils_are_few(int pupils, boolean few) {
        assertThat(new Details(Funding.OTHER, Optional.of(pupils), List.of(), Optional.empty()).hasFewPupils())
                .isEqualTo(few);
    }

    @Test
    void that_the_fund_pays_is_said_by_its_contract_or_the_team_s_file() {
        assertThat(register(said(Funding.PARTNERSHIP_FUND), Optional.empty()))
                .isEqualTo(Decision.refuse(new FundWithoutContract()));
        assertThat(Partnership.change(byHand(), said(Funding.PARTNERSHIP_FUND), Voice.TEAM, TODAY, LATER))
                .isEqualTo(Decision.refuse(new FundWithoutContract()));
        assertThat(Partnership.register(
                        ID,
                        CLUB,
                        PERKINS,
                        new FiscalYear(2017),
                        said(Funding.PARTNERSHIP_FUND),
                        Optional.of(new Source("the memo", false)),
                        Optional.empty(),
                        Voice.TEAM,
                        TODAY,
                        NOW))
                .isInstanceOf(Accepted.class);
    }

    @ParameterizedTest(name = "{0} in the name of {1}: {2}")
    @CsvSource({
        "2018, SCHOOL, false",
        "2019, SCHOOL, true",
        "2020, PARTNER, true",
        "2021, PARTNER, false",
        "2018, TEAM, true"
    })
    void school_and_partner_register_this_year_and_the_next(int year, Voice by, boolean registered) {
        assertThat(Partnership.register(
                        ID,
                        CLUB,
                        PERKINS,
                        new FiscalYear(year),
                        said(Funding.OTHER),
                        Optional.empty(),
                        Optional.empty(),
                        by,
                        TODAY,
                        NOW))
                .isInstanceOf(registered ? Accepted.class : Refused.class);
    }

    @Test
    void
            what_the_school_verified_is_verified_again_after_the_partner_s_change_and_after_the_year_only_the_team_corrects() {
        var rated = verify(byHand(), TODAY).orRefuse().state();
        var other = said(Funding.OTHER);
        LocalDate lastDay = LocalDate.of(2019, 6, 30);

        assertThat(changed(rated, other, Voice.PARTNER, lastDay).verdict()).isEmpty();
        assertThat(changed(rated, other, Voice.SCHOOL, lastDay).verdict()).isEqualTo(rated.verdict());
        assertThat(changed(rated, other, Voice.TEAM, lastDay.plusDays(1)).verdict())
                .isEqualTo(rated.verdict());
        for (Voice by : List.of(Voice.SCHOOL, Voice.PARTNER)) {
            assertThat(Partnership.change(rated, other, by, lastDay.plusDays(1), LATER))
                    .isEqualTo(Decision.refuse(new YearIsOver(FY2019, lastDay, lastDay.plusDays(1))));
        }
    }

    private static Partnership changed(Partnership before, Details details, Voice by, LocalDate day) {
        return Partnership.change(before, details, by, day, LATER).orRefuse().state();
    }

    private static Partnership byHand() {
        return register(said(Funding.SCHOOL_BUDGET), Optional.empty())
                .orRefuse()
                .state();
    }

    private static Details said(Funding funding) {
        return new Details(
                funding,
                Optional.of(60),
                List.of(new Session(DayOfWeek.MONDAY, LocalTime.of(15, 0), LocalTime.of(17, 30))),
                Optional.of(new Agreement("MOU 2018-117", TODAY)));
    }

    private static Details signed(LocalDate day) {
        return new Details(Funding.OTHER, Optional.empty(), List.of(), Optional.of(new Agreement("MOU", day)));
    }

    private static Decision<Partnership> register(Details details, Optional<PartnershipId> twin) {
        return Partnership.register(
                ID, CLUB, PERKINS, FY2019, details, Optional.empty(), twin, Voice.SCHOOL, TODAY, NOW);
    }

    private static Decision<Partnership> contracted(Optional<Partnership> known) {
        return Partnership.contracted(known, ID, CLUB, PERKINS, FY2019, CONTRACT, LATER);
    }

    private static Decision<Partnership> verify(Partnership partnership, LocalDate day) {
        return Partnership.verify(partnership, Rating.MEETS, day, LATER);
    }
}
