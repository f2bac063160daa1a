package org.partnershipfund.portfolio.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.partnershipfund.portfolio.fixtures.Harbor.ALLIANCE;
import static org.partnershipfund.portfolio.fixtures.Harbor.APPLICATION;
import static org.partnershipfund.portfolio.fixtures.Harbor.AUTUMN;
import static org.partnershipfund.portfolio.fixtures.Harbor.CLUB;
import static org.partnershipfund.portfolio.fixtures.Harbor.COLLEAGUE;
import static org.partnershipfund.portfolio.fixtures.Harbor.DIRECTOR;
import static org.partnershipfund.portfolio.fixtures.Harbor.JANUARY_15;
import static org.partnershipfund.portfolio.fixtures.Harbor.OCTOBER_5;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_15_JANUARY;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_1_NOVEMBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_22_JANUARY;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_25_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.ON_5_OCTOBER;
import static org.partnershipfund.portfolio.fixtures.Harbor.REVIEWER;
import static org.partnershipfund.portfolio.fixtures.Harbor.SECOND_REVIEWER;
import static org.partnershipfund.portfolio.fixtures.Harbor.TEAM_LEAD;
import static org.partnershipfund.portfolio.fixtures.Harbor.TO_VET;
import static org.partnershipfund.portfolio.fixtures.Harbor.alliance;
import static org.partnershipfund.portfolio.fixtures.Harbor.answers;
import static org.partnershipfund.portfolio.fixtures.Harbor.autumn;
import static org.partnershipfund.portfolio.fixtures.Harbor.category;
import static org.partnershipfund.portfolio.fixtures.Harbor.changes;
import static org.partnershipfund.portfolio.fixtures.Harbor.club;
import static org.partnershipfund.portfolio.fixtures.Harbor.intended;
import static org.partnershipfund.portfolio.fixtures.Harbor.intent;
import static org.partnershipfund.portfolio.fixtures.Harbor.reinstated;
import static org.partnershipfund.portfolio.fixtures.Harbor.returned;
import static org.partnershipfund.portfolio.fixtures.Harbor.review;
import static org.partnershipfund.portfolio.fixtures.Harbor.reviewed;
import static org.partnershipfund.portfolio.fixtures.Harbor.submitted;
import static org.partnershipfund.portfolio.fixtures.Harbor.suspended;
import static org.partnershipfund.portfolio.fixtures.Harbor.terms;
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
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.vetting.Application.Intended;
import org.partnershipfund.portfolio.vetting.Application.Refused;
import org.partnershipfund.portfolio.vetting.Application.Returned;
import org.partnershipfund.portfolio.vetting.Application.Submitted;
import org.partnershipfund.portfolio.vetting.Application.Suspended;
import org.partnershipfund.portfolio.vetting.Application.Vetted;
import org.partnershipfund.portfolio.vetting.Application.Withdrawn;
import org.partnershipfund.portfolio.vetting.VettingEvent.ApplicationSubmitted;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramReinstated;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramSuspended;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramVetted;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ActsForThePartner;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyApplied;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyEnded;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyReviewed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ChangesDueBefore;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CycleNotOpen;
import org.partnershipfund.portfolio.vetting.VettingRefusal.DueDayPast;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotAReviewer;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotOnTheMenu;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotSuspended;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NothingToJudge;
import org.partnershipfund.portfolio.vetting.VettingRefusal.RatingsDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TieDeclared;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TooFewReviews;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ValidityDoesNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.WaitsForTheTeam;

/** Policy §3 "Cycles and applications", §4 "Review and decision", §5 "The menu". */
class TheLifeOfAnApplicationTest {

    private static final Ruling.Refuse TO_REFUSE = new Ruling.Refuse("Safety is not shown.");
    private static final LocalDate OCTOBER_25 = LocalDate.of(2017, 10, 25);
    private static final List<Rating> SAFE = List.of(new Rating("safety", Grading.MEETS, "We looked again together."));

    @Test
    void who_applies_may_answer_later_and_nobody_hears_of_it_before() {
        assertThat(Application.intend(APPLICATION, intent(), club(), autumn(), OCTOBER_5, Optional.empty()))
                .isEqualTo(Decision.accept(new Intended(Dossier.of(APPLICATION, intent()))));
    }

    @Test
    void answers_are_said_and_kept_in_the_order_of_the_category() {
        var decision = Application.answer(
                intended(), autumn(), answers("safety", "quality"), COLLEAGUE, OCTOBER_5, ON_5_OCTOBER);

        var kept = new Submission(answers("quality", "safety"), COLLEAGUE, ON_5_OCTOBER);
        assertThat(decision)
                .isEqualTo(Decision.accept(
                        new Submitted(intended().dossier().with(kept)),
                        new ApplicationSubmitted(APPLICATION, intent(), ON_5_OCTOBER)));
    }

    @Test
    void a_second_application_in_the_category_is_refused() {
        assertThat(Application.intend(APPLICATION, intent(), club(), autumn(), OCTOBER_5, Optional.of(APPLICATION)))
                .isEqualTo(Decision.refuse(new AlreadyApplied(CLUB, APPLICATION)));
    }

    @Test
    void behind_the_day_for_intents_one_answers_and_does_not_apply() {
        LocalDate intentBy = OCTOBER_5.minusDays(1);
        Cycle twoSteps = Cycle.announce(
                        AUTUMN,
                        terms(
                                "Two steps",
                                Optional.of(intentBy),
                                List.of(category(ServiceArea.AFTERSCHOOL_AND_RECREATION))),
                        List.of(),
                        ON_5_OCTOBER)
                .orRefuse()
                .state();

        assertThat(Application.intend(APPLICATION, intent(), club(), twoSteps, OCTOBER_5, Optional.empty()))
                .isEqualTo(Decision.refuse(new CycleNotOpen(AUTUMN, LocalDate.of(2017, 10, 2), intentBy, OCTOBER_5)));
        assertThat(Application.answer(
                        intended(), twoSteps, answers("quality", "safety"), DIRECTOR, OCTOBER_5, ON_5_OCTOBER))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void behind_the_last_day_nobody_answers() {
        LocalDate late = LocalDate.of(2017, 10, 21);

        assertThat(Application.answer(
                        intended(), autumn(), answers("quality", "safety"), DIRECTOR, late, ON_25_OCTOBER))
                .isEqualTo(Decision.refuse(
                        new CycleNotOpen(AUTUMN, LocalDate.of(2017, 10, 2), LocalDate.of(2017, 10, 20), late)));
    }

    @Test
    void what_is_being_judged_is_not_answered_anew() {
        assertThat(Application.answer(
                        submitted(), autumn(), answers("quality", "safety"), DIRECTOR, OCTOBER_5, ON_5_OCTOBER))
                .isEqualTo(Decision.refuse(new WaitsForTheTeam(APPLICATION)));
    }

    @Test
    void a_member_of_the_partner_judges_nothing_of_it() {
        var no = Decision.refuse(new ActsForThePartner(ALLIANCE, "Harbor Youth Alliance"));

        assertThat(judgedBy(DIRECTOR))
                .allSatisfy(decision -> assertThat(decision).isEqualTo(no));
    }

    @ParameterizedTest
    @EnumSource(value = Tie.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_declared_tie_is_kept_and_whoever_declared_it_neither_reviews_nor_decides(Tie tie) {
        var declared = Application.review(
                        submitted(), autumn(), alliance(), review(REVIEWER, Grading.MEETS, Grading.MEETS), tie)
                .orRefuse();

        assertThat(declared.state().dossier().reviews()).isEmpty();
        assertThat(declared.state().dossier().ties()).containsExactly(new DeclaredTie(REVIEWER, tie, ON_25_OCTOBER));
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
            assertThat(Application.decide(declared.state(), ruling, autumn(), alliance(), REVIEWER, ON_1_NOVEMBER))
                    .isEqualTo(no);
        }
    }

    @Test
    void a_review_counts_no_longer_once_its_reviewer_declares_a_tie() {
        Application declared = Application.review(
                        reviewed(), autumn(), alliance(), review(REVIEWER, Grading.MEETS, Grading.MEETS), Tie.BOARD)
                .orRefuse()
                .state();

        assertThat(declared.dossier().reviews()).hasSize(2);
        assertThat(Application.decide(declared, TO_VET, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(new TooFewReviews(APPLICATION, 1, 2)));
    }

    @Test
    void a_reviewer_reviews_a_round_once() {
        assertThat(Application.review(
                        reviewed(), autumn(), alliance(), review(REVIEWER, Grading.MEETS, Grading.MEETS), Tie.NONE))
                .isEqualTo(Decision.refuse(new AlreadyReviewed(APPLICATION)));
    }

    @Test
    void a_review_rates_every_criterion_once() {
        var half = new Review(
                new ReviewId(APPLICATION.value()),
                REVIEWER,
                1,
                List.of(new Rating("quality", Grading.MEETS, "Seen on site")),
                ON_25_OCTOBER);

        assertThat(Application.review(submitted(), autumn(), alliance(), half, Tie.NONE))
                .isEqualTo(Decision.refuse(new RatingsDoNotFit(List.of("quality", "safety"), List.of("quality"))));
    }

    @Test
    void what_reviewers_say_again_stands_beside_their_review_and_counts() {
        Application disputed = reviewed(
                reviewed(submitted(), REVIEWER, Grading.MEETS, Grading.DOES_NOT_MEET),
                SECOND_REVIEWER,
                Grading.EXCEEDS,
                Grading.EXCEEDS);
        var category = category(ServiceArea.AFTERSCHOOL_AND_RECREATION);

        Application agreed = Application.restate(disputed, autumn(), alliance(), SAFE, REVIEWER, ON_1_NOVEMBER)
                .orRefuse()
                .state();

        assertThat(Finding.of(disputed.dossier(), category))
                .containsExactly(
                        new Finding("quality", Optional.of(Grading.MEETS)), new Finding("safety", Optional.empty()));
        assertThat(Finding.of(agreed.dossier(), category))
                .containsExactly(
                        new Finding("quality", Optional.of(Grading.MEETS)),
                        new Finding("safety", Optional.of(Grading.MEETS)));
        assertThat(agreed.dossier().reviews()).isEqualTo(disputed.dossier().reviews());
        assertThat(agreed.changedAt()).isEqualTo(ON_1_NOVEMBER);
    }

    @Test
    void only_who_reviewed_says_again_and_only_of_criteria_that_there_are() {
        var twice = List.of(SAFE.getFirst(), SAFE.getFirst());
        var stranger = List.of(new Rating("cost", Grading.MEETS, "Cheap"));

        assertThat(Application.restate(reviewed(), autumn(), alliance(), SAFE, TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(new NotAReviewer(APPLICATION)));
        assertThat(Application.restate(reviewed(), autumn(), alliance(), twice, REVIEWER, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(
                        new RatingsDoNotFit(List.of("quality", "safety"), List.of("safety", "safety"))));
        assertThat(Application.restate(reviewed(), autumn(), alliance(), stranger, REVIEWER, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(new RatingsDoNotFit(List.of("quality", "safety"), List.of("cost"))));
    }

    @Test
    void what_is_sent_back_is_answered_anew_and_reviewed_from_the_beginning() {
        Application anew = Application.answer(
                        returned(),
                        autumn(),
                        answers("quality", "safety"),
                        DIRECTOR,
                        changes().dueOn(),
                        ON_1_NOVEMBER)
                .orRefuse()
                .state();

        assertThat(returned()).isEqualTo(new Returned(reviewed().dossier().with(changes())));
        assertThat(anew.word()).isEqualTo("submitted");
        assertThat(anew.dossier().round()).isEqualTo(2);
        assertThat(anew.dossier().reviews()).hasSize(2);
        assertThat(anew.dossier().countingReviews()).isEmpty();
        assertThat(Application.decide(anew, TO_VET, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(new TooFewReviews(APPLICATION, 0, 2)));
        assertThat(reviewed(anew, REVIEWER, Grading.MEETS, Grading.MEETS)
                        .dossier()
                        .countingReviews())
                .hasSize(1);
    }

    @Test
    void what_is_sent_back_is_answered_until_its_day_or_gets_another() {
        LocalDate late = changes().dueOn().plusDays(1);
        var longer = new ChangeRequest("Take another week.", late.plusDays(7), TEAM_LEAD, ON_1_NOVEMBER);

        assertThat(Application.answer(
                        returned(), autumn(), answers("quality", "safety"), DIRECTOR, late, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(
                        new ChangesDueBefore(APPLICATION, changes().dueOn(), late)));
        assertThat(Application.sendBack(returned(), alliance(), longer, late))
                .isEqualTo(Decision.accept(new Returned(returned().dossier().with(longer))));
        assertThat(Application.sendBack(reviewed(), alliance(), changes(), late))
                .isEqualTo(Decision.refuse(new DueDayPast(changes().dueOn(), late)));
    }

    @Test
    void what_is_not_answered_is_not_judged_but_may_be_refused_when_it_was_sent_back() {
        assertThat(Application.decide(returned(), TO_VET, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.refuse(new NothingToJudge(APPLICATION, "returned")));
        assertThat(Application.decide(returned(), TO_REFUSE, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.accept(new Refused(returned().dossier(), TO_REFUSE, TEAM_LEAD, ON_1_NOVEMBER)));
        var no = Decision.refuse(new NothingToJudge(APPLICATION, "intended"));
        assertThat(Stream.of(
                        Application.review(
                                intended(),
                                autumn(),
                                alliance(),
                                review(REVIEWER, Grading.MEETS, Grading.MEETS),
                                Tie.NONE),
                        Application.restate(intended(), autumn(), alliance(), SAFE, REVIEWER, ON_1_NOVEMBER),
                        Application.sendBack(intended(), alliance(), changes(), OCTOBER_25),
                        Application.decide(intended(), TO_REFUSE, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER)))
                .allSatisfy(decision -> assertThat(decision).isEqualTo(no));
    }

    @Test
    void vetting_says_so() {
        var vetted = new Vetted(reviewed().dossier(), TO_VET, TEAM_LEAD, ON_1_NOVEMBER);

        assertThat(Application.decide(reviewed(), TO_VET, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.accept(vetted, new ProgramVetted(vetted)));
    }

    @Test
    void a_refusal_needs_no_review_and_is_not_said_to_others() {
        assertThat(Application.decide(submitted(), TO_REFUSE, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isEqualTo(Decision.accept(new Refused(submitted().dossier(), TO_REFUSE, TEAM_LEAD, ON_1_NOVEMBER)));
    }

    @Test
    void nothing_is_decided_sent_back_or_suspended_without_reasons() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ruling.Refuse(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ruling.vet("", Optional.of(OCTOBER_5), Optional.of(OCTOBER_5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeRequest(" ", OCTOBER_5, TEAM_LEAD, ON_25_OCTOBER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Suspension("", OCTOBER_5, TEAM_LEAD, ON_25_OCTOBER, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Suspension.Reinstatement("", OCTOBER_5, TEAM_LEAD, ON_25_OCTOBER));
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
        assertThat(Application.decide(reviewed(), ruling, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).isInstanceOf(ValidityDoesNotFit.class));
    }

    @Test
    void a_program_may_be_vetted_for_a_single_day() {
        assertThat(Ruling.vet("good", Optional.of(OCTOBER_5), Optional.of(OCTOBER_5)))
                .isEqualTo(new Ruling.Vet("good", OCTOBER_5, OCTOBER_5));
    }

    static Stream<Application> what_is_not_decided() {
        return Stream.of(intended(), submitted(), reviewed(), returned());
    }

    @ParameterizedTest
    @MethodSource("what_is_not_decided")
    void what_is_not_decided_may_be_withdrawn(Application application) {
        assertThat(Application.withdraw(application, Optional.of("Another program"), ON_1_NOVEMBER))
                .isEqualTo(Decision.accept(
                        new Withdrawn(application.dossier(), Optional.of("Another program"), ON_1_NOVEMBER)));
    }

    @Test
    void a_vetted_program_is_suspended_and_comes_back_and_both_are_said() {
        var suspension =
                new Suspension("The insurance has ended.", JANUARY_15, TEAM_LEAD, ON_15_JANUARY, Optional.empty());
        var off = new Suspended(new Vetted(reviewed().dossier().with(suspension), TO_VET, TEAM_LEAD, ON_1_NOVEMBER));

        assertThat(Application.suspend(
                        vetted(), alliance(), "The insurance has ended.", TEAM_LEAD, JANUARY_15, ON_15_JANUARY))
                .isEqualTo(Decision.accept(off, new ProgramSuspended(off)));
        assertThat(off.changedAt()).isEqualTo(ON_15_JANUARY);
        assertThat(off.word()).isEqualTo("suspended");

        var end = new Suspension.Reinstatement("There is a new one.", JANUARY_15, TEAM_LEAD, ON_22_JANUARY);
        var back = new Vetted(off.dossier().with(end), TO_VET, TEAM_LEAD, ON_1_NOVEMBER);
        assertThat(Application.reinstate(off, alliance(), "There is a new one.", TEAM_LEAD, JANUARY_15, ON_22_JANUARY))
                .isEqualTo(Decision.accept(back, new ProgramReinstated(back, end)));
        assertThat(back.changedAt()).isEqualTo(ON_22_JANUARY);
    }

    @Test
    void only_what_is_on_the_menu_is_suspended_and_only_what_is_suspended_comes_back() {
        LocalDate over = TO_VET.until().plusDays(1);

        assertThat(Stream.of(intended(), submitted(), returned(), suspended(), refused(), withdrawn())
                        .map(application -> Application.suspend(
                                application, alliance(), "Why", TEAM_LEAD, JANUARY_15, ON_15_JANUARY)))
                .allSatisfy(decision -> assertThat(why(decision)).isInstanceOf(NotOnTheMenu.class));
        assertThat(Application.suspend(vetted(), alliance(), "Why", TEAM_LEAD, over, ON_15_JANUARY))
                .isEqualTo(Decision.refuse(new NotOnTheMenu(APPLICATION, "vetted")));
        assertThat(Stream.of(intended(), submitted(), returned(), vetted(), reinstated(), refused(), withdrawn())
                        .map(application -> Application.reinstate(
                                application, alliance(), "Why", TEAM_LEAD, JANUARY_15, ON_15_JANUARY)))
                .allSatisfy(decision -> assertThat(why(decision)).isInstanceOf(NotSuspended.class));
        assertThat(Application.reinstate(suspended(), alliance(), "Why", TEAM_LEAD, over, ON_22_JANUARY))
                .isEqualTo(Decision.refuse(new NotSuspended(APPLICATION, "suspended")));
    }

    static Stream<Application> what_has_ended() {
        return Stream.of(vetted(), suspended(), refused(), withdrawn());
    }

    @ParameterizedTest
    @MethodSource("what_has_ended")
    void what_has_ended_stays_as_it_is(Application ended) {
        var no = Decision.refuse(new AlreadyEnded(APPLICATION, ended.word(), ended.changedAt()));

        assertThat(Stream.of(
                        Application.answer(
                                ended, autumn(), answers("quality", "safety"), DIRECTOR, OCTOBER_5, ON_1_NOVEMBER),
                        Application.review(
                                ended, autumn(), alliance(), review(TEAM_LEAD, Grading.MEETS, Grading.MEETS), Tie.NONE),
                        Application.restate(ended, autumn(), alliance(), SAFE, REVIEWER, ON_1_NOVEMBER),
                        Application.sendBack(ended, alliance(), changes(), OCTOBER_25),
                        Application.decide(ended, TO_VET, autumn(), alliance(), TEAM_LEAD, ON_1_NOVEMBER),
                        Application.withdraw(ended, Optional.empty(), ON_1_NOVEMBER)))
                .allSatisfy(decision -> assertThat(decision).isEqualTo(no));
    }

    private static Application refused() {
        return new Refused(submitted().dossier(), TO_REFUSE, TEAM_LEAD, ON_1_NOVEMBER);
    }

    private static Application withdrawn() {
        return new Withdrawn(submitted().dossier(), Optional.empty(), ON_1_NOVEMBER);
    }

    private static Object why(Decision<Application> decision) {
        return switch (decision) {
            case Decision.Accepted<Application> accepted -> accepted;
            case Decision.Refused<Application>(var why) -> why;
        };
    }

    private static List<Decision<Application>> judgedBy(Person person) {
        return List.of(
                Application.review(
                        submitted(), autumn(), alliance(), review(person, Grading.EXCEEDS, Grading.EXCEEDS), Tie.NONE),
                Application.restate(reviewed(), autumn(), alliance(), SAFE, person, ON_1_NOVEMBER),
                Application.sendBack(
                        reviewed(),
                        alliance(),
                        new ChangeRequest("More", changes().dueOn(), person, ON_25_OCTOBER),
                        OCTOBER_25),
                Application.decide(reviewed(), TO_VET, autumn(), alliance(), person, ON_1_NOVEMBER),
                Application.suspend(vetted(), alliance(), "Why", person, JANUARY_15, ON_15_JANUARY),
                Application.reinstate(suspended(), alliance(), "Why", person, JANUARY_15, ON_15_JANUARY));
    }
}
