package org.partnershipfund.portfolio.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.portfolio.fixtures.Harbor.ALLIANCE;
import static org.partnershipfund.portfolio.fixtures.Harbor.APPLICATION;
import static org.partnershipfund.portfolio.fixtures.Harbor.CLUB;
import static org.partnershipfund.portfolio.fixtures.Harbor.DIRECTOR;
import static org.partnershipfund.portfolio.fixtures.Harbor.OCTOBER_5;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_1_NOVEMBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_25_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.REVIEWER;
import static org.partnershipfund.portfolio.fixtures.Harbor.TEAM_LEAD;
import static org.partnershipfund.portfolio.fixtures.Harbor.TO_VET;
import static org.partnershipfund.portfolio.fixtures.Harbor.alliance;
import static org.partnershipfund.portfolio.fixtures.Harbor.autumn;
import static org.partnershipfund.portfolio.fixtures.Harbor.club;
import static org.partnershipfund.portfolio.fixtures.Harbor.request;
import static org.partnershipfund.portfolio.fixtures.Harbor.review;
import static org.partnershipfund.portfolio.fixtures.Harbor.reviewed;
import static org.partnershipfund.portfolio.fixtures.Harbor.submitted;
import static org.partnershipfund.portfolio.fixtures.Harbor.vetted;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.VettingEvent.ApplicationSubmitted;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramVetted;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ActsForThePartner;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyApplied;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyEnded;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyReviewed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoReviewIsEnough;
import org.partnershipfund.portfolio.vetting.VettingRefusal.RatingsDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TieDeclared;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ValidityDoesNotFit;

/** Policy §3 "Cycles and applications" and §4 "Review and decision". */
class TheLifeOfAnApplicationTest {

    private static final Ruling.Refuse TO_REFUSE = new Ruling.Refuse("Safety is not shown.");

    @Test
    void an_application_says_so_and_keeps_its_answers_in_the_order_of_the_cycle() {
        var asked = request(ServiceArea.AFTERSCHOOL_AND_RECREATION, 6, List.of("safety", "quality"));
        var kept = request(ServiceArea.AFTERSCHOOL_AND_RECREATION, 6, List.of("quality", "safety"));

        var decision = Application.submit(APPLICATION, asked, club(), autumn(), OCTOBER_5, Optional.empty());

        assertThat(decision)
                .isEqualTo(Decision.accept(
                        new Submitted(APPLICATION, kept, List.of(), List.of()),
                        new ApplicationSubmitted(APPLICATION, asked)));
    }

    @Test
    void a_second_application_in_the_cycle_is_refused() {
        var asked = request(ServiceArea.AFTERSCHOOL_AND_RECREATION, 6, List.of("safety", "quality"));

        assertThat(Application.submit(APPLICATION, asked, club(), autumn(), OCTOBER_5, Optional.of(APPLICATION)))
                .isEqualTo(Decision.refuse(new AlreadyApplied(CLUB, APPLICATION)));
    }

    @Test
    void a_member_of_the_partner_neither_reviews_nor_decides() {
        var no = Decision.refuse(new ActsForThePartner(ALLIANCE, "Harbor Youth Alliance"));

        assertThat(Application.review(
                        submitted(),
                        autumn(),
                        alliance(),
                        review(DIRECTOR, Grading.EXCEEDS, Grading.EXCEEDS),
                        Tie.NONE))
                .isEqualTo(no);
        assertThat(Application.decide(reviewed(), TO_VET, alliance(), DIRECTOR, ON_1_NOVEMBER))
                .isEqualTo(no);
    }

    @ParameterizedTest
    @EnumSource(value = Tie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_declared_tie_is_kept_and_whoever_declared_it_neither_reviews_nor_decides(Tie tie) {
        var declared = Application.review(
                        submitted(), autumn(), alliance(), review(REVIEWER, Grading.MEETS, Grading.MEETS), tie)
                .orRefuse();

        assertThat(declared.state().reviews()).isEmpty();
        assertThat(declared.state().ties()).containsExactly(new DeclaredTie(REVIEWER, tie, ON_25_OCTOBER));
        assertThat(declared.state().changedAt()).isEqualTo(ON_25_OCTOBER);
        assertThat(declared.events()).isEmpty();
        var no = Decision.refuse(new TieDeclared(tie, "Harbor Youth Alliance"));
        for (Tie then : Tie.values()) {
            assertThat(Application.review(
                            declared.state(),
                            autumn(),
                            alliance(),
                            review(REVIEWER, Grading.MEETS, Grading.MEETS),
                            then))
                    .isEqualTo(no);
        }
        for (Ruling ruling : List.of(TO_VET, TO_REFUSE)) {
            assertThat(Application.decide(declared.state(), ruling, alliance(), REVIEWER, ON_1_NOVEMBER))
                    .isEqualTo(no);
        }
    }

    @Test
    void a_review_counts_no_longer_once_its_reviewer_declares_a_tie() {
        Application declared = Application.review(
                        reviewed(), autumn(), alliance(), review(REVIEWER, Grading.MEETS, Grading.MEETS), Tie.BOARD)
                .orRefuse()
                .state();

        assertThat(declared.reviews()).hasSize(1);
        assertThat(Application.decide(declared, TO_VET, alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(new NoReviewIsEnough(APPLICATION, 1)));
    }

    @Test
    void a_reviewer_reviews_once() {
        assertThat(Application.review(
                        reviewed(), autumn(), alliance(), review(REVIEWER, Grading.MEETS, Grading.MEETS), Tie.NONE))
                .isEqualTo(Decision.refuse(new AlreadyReviewed(APPLICATION)));
    }

    @Test
    void a_review_rates_every_criterion_once() {
        var half = new Review(
                new ReviewId(APPLICATION.value()),
                REVIEWER,
                List.of(new Rating("quality", Grading.MEETS, "Seen on site")),
                ON_25_OCTOBER);

        assertThat(Application.review(submitted(), autumn(), alliance(), half, Tie.NONE))
                .isEqualTo(Decision.refuse(new RatingsDoNotFit(List.of("quality", "safety"), List.of("quality"))));
    }

    @Test
    void vetting_says_so() {
        var submitted = reviewed().submitted();
        var vetted = new Vetted(submitted, TO_VET, TEAM_LEAD, ON_1_NOVEMBER);

        assertThat(Application.decide(reviewed(), TO_VET, alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.accept(vetted, new ProgramVetted(vetted)));
    }

    @Test
    void a_refusal_needs_no_review_and_is_not_said_to_others() {
        assertThat(Application.decide(submitted(), TO_REFUSE, alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.accept(new Refused(submitted().submitted(), TO_REFUSE, TEAM_LEAD, ON_1_NOVEMBER)));
    }

    @Test
    void nothing_is_decided_without_reasons() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ruling.Refuse(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ruling.vet("", Optional.of(OCTOBER_5), Optional.of(OCTOBER_5)));
    }

    static Stream<Ruling> rulings_whose_days_do_not_fit() {
        Optional<LocalDate> day = Optional.of(OCTOBER_5);
        Optional<LocalDate> before = Optional.of(OCTOBER_5.minusDays(1));
        return Stream.of(
                Ruling.vet("good", Optional.empty(), day),
                Ruling.vet("good", day, Optional.empty()),
                Ruling.vet("good", day, before),
                Ruling.refuse("bad", day, Optional.empty()),
                Ruling.refuse("bad", Optional.empty(), day));
    }

    @ParameterizedTest
    @MethodSource("rulings_whose_days_do_not_fit")
    void days_that_do_not_fit_the_decision_are_refused(Ruling ruling) {
        assertThat(Application.decide(reviewed(), ruling, alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(ValidityDoesNotFit.class));
    }

    @Test
    void a_program_may_be_vetted_for_a_single_day() {
        assertThat(Ruling.vet("good", Optional.of(OCTOBER_5), Optional.of(OCTOBER_5)))
                .isEqualTo(new Ruling.Vet("good", OCTOBER_5, OCTOBER_5));
    }

    @Test
    void what_waits_may_be_withdrawn() {
        assertThat(Application.withdraw(reviewed(), Optional.of("Another program"), ON_1_NOVEMBER))
                .isEqualTo(Decision.accept(
                        new Withdrawn(reviewed().submitted(), Optional.of("Another program"), ON_1_NOVEMBER)));
    }

    static Stream<Application> what_has_ended() {
        return Stream.of(
                vetted(),
                new Refused(submitted().submitted(), TO_REFUSE, TEAM_LEAD, ON_1_NOVEMBER),
                new Withdrawn(submitted().submitted(), Optional.empty(), ON_1_NOVEMBER));
    }

    @ParameterizedTest
    @MethodSource("what_has_ended")
    void what_has_ended_stays_as_it_is(Application ended) {
        var no = Decision.refuse(new AlreadyEnded(APPLICATION, ended.word(), ON_1_NOVEMBER));

        assertThat(Application.review(
                        ended, autumn(), alliance(), review(TEAM_LEAD, Grading.MEETS, Grading.MEETS), Tie.NONE))
                .isEqualTo(no);
        assertThat(Application.decide(ended, TO_VET, alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(no);
        assertThat(Application.withdraw(ended, Optional.empty(), ON_1_NOVEMBER)).isEqualTo(no);
    }
}
