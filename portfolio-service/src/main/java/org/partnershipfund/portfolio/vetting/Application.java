package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.cycle.Category;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.Minimums;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.vetting.VettingEvent.ApplicationSubmitted;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramReinstated;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramSuspended;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramVetted;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ActsForThePartner;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyApplied;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyEnded;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyReviewed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AnswersDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.BelowMinimum;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotInCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotServed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ChangesDueBefore;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CriteriaNotMet;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CycleNotOpen;
import org.partnershipfund.portfolio.vetting.VettingRefusal.DueDayPast;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotAReviewer;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotOnTheMenu;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NotSuspended;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NothingToJudge;
import org.partnershipfund.portfolio.vetting.VettingRefusal.RatingsDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ReviewersDisagree;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TieDeclared;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TooFewReviews;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ValidityDoesNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.WaitsForTheTeam;

/**
 * A program's application in a cycle is always in exactly one of these states.
 *
 * <p>Source: docs/policy/partner-vetting.md §3 to §5.
 */
public sealed interface Application {

    /** Everything that was said about it. */
    Dossier dossier();

    /** The word for the state in JSON, tables and sentences. */
    String word();

    /** When it last changed. */
    Instant changedAt();

    default ApplicationId id() {
        return dossier().id();
    }

    default Intent intent() {
        return dossier().intent();
    }

    /** Whether its program is on the menu of that day (§5.1, §5.4). */
    default boolean isOnTheMenuOn(LocalDate day) {
        return switch (this) {
            case Vetted vetted -> vetted.covers(day);
            case Suspended(var vetted) -> vetted.covers(day);
            case Intended _, Submitted _, Returned _, Refused _, Withdrawn _ -> false;
        };
    }

    /** The partner said that it applies; its answers are awaited. */
    record Intended(Dossier dossier) implements Application {
        @Override
        public String word() {
            return "intended";
        }

        @Override
        public Instant changedAt() {
            return dossier.changedAt();
        }
    }

    /** It waits for reviews and a decision. */
    record Submitted(Dossier dossier) implements Application {
        @Override
        public String word() {
            return "submitted";
        }

        @Override
        public Instant changedAt() {
            return dossier.changedAt();
        }
    }

    /** It was sent back: the partner answers anew, until a day. */
    record Returned(Dossier dossier) implements Application {

        public Returned {
            if (dossier.requests().isEmpty()) {
                throw new IllegalArgumentException("nothing is sent back without saying what is to change");
            }
        }

        /** What is to change, until when. */
        public ChangeRequest request() {
            return dossier.requests().getLast();
        }

        @Override
        public String word() {
            return "returned";
        }

        @Override
        public Instant changedAt() {
            return dossier.changedAt();
        }
    }

    /**
     * The program is on the menu from one day to another.
     *
     * @param by who decided; what was suspended and came back keeps it
     */
    record Vetted(Dossier dossier, Ruling.Vet ruling, Person by, Instant decidedAt) implements Application {
        @Override
        public String word() {
            return "vetted";
        }

        @Override
        public Instant changedAt() {
            return dossier.suspensions().isEmpty()
                    ? decidedAt
                    : dossier.suspensions()
                            .getLast()
                            .end()
                            .map(Suspension.Reinstatement::at)
                            .orElse(decidedAt);
        }

        private boolean covers(LocalDate day) {
            return !day.isBefore(ruling.from())
                    && !isOver(day)
                    && dossier.suspensions().stream().noneMatch(suspension -> suspension.covers(day));
        }

        private boolean isOver(LocalDate today) {
            return today.isAfter(ruling.until());
        }
    }

    /** It was vetted and is off the menu, until it is reinstated or its time is over. */
    record Suspended(Vetted vetted) implements Application {
        @Override
        public Dossier dossier() {
            return vetted.dossier();
        }

        @Override
        public Instant changedAt() {
            return suspension().at();
        }

        /** Since when, and why. */
        public Suspension suspension() {
            return dossier().suspensions().getLast();
        }

        @Override
        public String word() {
            return "suspended";
        }
    }

    /**
     * The program does not come onto the menu; it may apply in the next cycle.
     *
     * @param by who decided
     */
    record Refused(Dossier dossier, Ruling.Refuse ruling, Person by, Instant changedAt) implements Application {
        @Override
        public String word() {
            return "refused";
        }
    }

    /** The partner took it back; it counts as never made. */
    record Withdrawn(Dossier dossier, Optional<String> reason, Instant changedAt) implements Application {
        @Override
        public String word() {
            return "withdrawn";
        }
    }

    /**
     * Says that a program applies (§3.2 to §3.4); the answers may follow.
     *
     * @param intent whose program and cycle are these
     * @param today the day in the district
     * @param earlier the program's application in this category of the cycle that was not withdrawn, if there is one
     */
    static Decision<Application> intend(
            ApplicationId id,
            Intent intent,
            Program program,
            Cycle cycle,
            LocalDate today,
            Optional<ApplicationId> earlier) {
        if (today.isBefore(cycle.terms().opensOn()) || today.isAfter(cycle.lastDayForIntents())) {
            return Decision.refuse(
                    new CycleNotOpen(cycle.id(), cycle.terms().opensOn(), cycle.lastDayForIntents(), today));
        }
        if (earlier.isPresent()) {
            return Decision.refuse(new AlreadyApplied(intent.program(), earlier.get()));
        }
        return cycle.category(intent.category())
                .map(category -> intend(id, intent, program, category))
                .orElseGet(() -> Decision.refuse(new CategoryNotInCycle(
                        intent.category(),
                        cycle.terms().categories().stream().map(Category::code).toList())));
    }

    private static Decision<Application> intend(ApplicationId id, Intent intent, Program program, Category category) {
        if (!category.areas().contains(program.description().area())) {
            return Decision.refuse(new CategoryNotServed(
                    category.code(), category.areas(), program.description().area()));
        }
        List<Minimums.Check> missed =
                category
                        .minimums()
                        .against(intent.delivery(), program.description().grades())
                        .stream()
                        .filter(check -> !check.isMet())
                        .toList();
        return missed.isEmpty()
                ? Decision.accept(new Intended(Dossier.of(id, intent)))
                : Decision.refuse(new BelowMinimum(category.code(), missed));
    }

    /**
     * Hands the answers in, or new ones after a request for changes (§3.5, §4.6): from then on reviews begin anew.
     *
     * @param cycle in which it was applied
     * @param by who answers
     * @param today the day in the district
     */
    static Decision<Application> answer(
            Application application, Cycle cycle, List<Answer> answers, Person by, LocalDate today, Instant at) {
        return switch (application) {
            case Intended(Dossier dossier) ->
                today.isAfter(cycle.terms().closesOn())
                        ? Decision.refuse(new CycleNotOpen(
                                cycle.id(),
                                cycle.terms().opensOn(),
                                cycle.terms().closesOn(),
                                today))
                        : submitted(dossier, cycle, answers, by, at);
            case Returned returned ->
                today.isAfter(returned.request().dueOn())
                        ? Decision.refuse(new ChangesDueBefore(
                                returned.id(), returned.request().dueOn(), today))
                        : submitted(returned.dossier(), cycle, answers, by, at);
            case Submitted submitted -> Decision.refuse(new WaitsForTheTeam(submitted.id()));
            case Vetted _, Suspended _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static Decision<Application> submitted(
            Dossier dossier, Cycle cycle, List<Answer> answers, Person by, Instant at) {
        List<String> codes = categoryOf(dossier, cycle).codes();
        List<String> answered = answers.stream().map(Answer::criterion).toList();
        if (!areExactly(answered, codes)) {
            return Decision.refuse(new AnswersDoNotFit(codes, answered));
        }
        List<Answer> ordered = answers.stream()
                .sorted(Comparator.comparingInt(answer -> codes.indexOf(answer.criterion())))
                .toList();
        return Decision.accept(
                new Submitted(dossier.with(new Submission(ordered, by, at))),
                new ApplicationSubmitted(dossier.id(), dossier.intent(), at));
    }

    /**
     * Adds a review, or keeps a tie that the reviewer declares instead of it: from then on they neither review nor decide,
     * and what they found before counts no longer (§4.1 to §4.3).
     *
     * @param cycle in which it was applied
     * @param partner of the program
     * @param review of the newest round
     * @param tie what the reviewer declares
     */
    static Decision<Application> review(Application application, Cycle cycle, Partner partner, Review review, Tie tie) {
        return switch (application) {
            case Submitted(Dossier dossier) ->
                judging(dossier, partner, review.reviewer())
                        .<Decision<Application>>map(Decision::refuse)
                        .orElseGet(() -> review(dossier, cycle, review, tie));
            case Intended _, Returned _ -> Decision.refuse(NothingToJudge.of(application));
            case Vetted _, Suspended _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static Decision<Application> review(Dossier dossier, Cycle cycle, Review review, Tie tie) {
        if (tie != Tie.NONE) {
            return Decision.accept(new Submitted(dossier.with(new DeclaredTie(review.reviewer(), tie, review.at()))));
        }
        if (dossier.countingReviews().stream()
                .anyMatch(other -> other.reviewer().equals(review.reviewer()))) {
            return Decision.refuse(new AlreadyReviewed(dossier.id()));
        }
        List<String> codes = categoryOf(dossier, cycle).codes();
        List<String> rated = review.ratings().stream().map(Rating::criterion).toList();
        if (!areExactly(rated, codes)) {
            return Decision.refuse(new RatingsDoNotFit(codes, rated));
        }
        List<Rating> ordered = review.ratings().stream()
                .sorted(Comparator.comparingInt(rating -> codes.indexOf(rating.criterion())))
                .toList();
        return Decision.accept(new Submitted(
                dossier.with(new Review(review.id(), review.reviewer(), dossier.round(), ordered, review.at()))));
    }

    /**
     * Says again how criteria stand, after the reviewers talked to each other (§4.5).
     *
     * @param cycle in which it was applied
     * @param partner of the program
     * @param ratings of one or more criteria, each once
     * @param by whose review counts
     */
    static Decision<Application> restate(
            Application application, Cycle cycle, Partner partner, List<Rating> ratings, Person by, Instant at) {
        return switch (application) {
            case Submitted(Dossier dossier) ->
                judging(dossier, partner, by)
                        .<Decision<Application>>map(Decision::refuse)
                        .orElseGet(() -> restate(dossier, cycle, ratings, by, at));
            case Intended _, Returned _ -> Decision.refuse(NothingToJudge.of(application));
            case Vetted _, Suspended _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static Decision<Application> restate(
            Dossier dossier, Cycle cycle, List<Rating> ratings, Person by, Instant at) {
        if (dossier.countingReviews().stream()
                .noneMatch(review -> review.reviewer().equals(by))) {
            return Decision.refuse(new NotAReviewer(dossier.id()));
        }
        List<String> codes = categoryOf(dossier, cycle).codes();
        List<String> rated = ratings.stream().map(Rating::criterion).toList();
        boolean fits = !rated.isEmpty()
                && codes.containsAll(rated)
                && rated.stream().distinct().count() == rated.size();
        return fits
                ? Decision.accept(new Submitted(dossier.with(ratings.stream()
                        .map(rating -> new Restatement(by, dossier.round(), rating, at))
                        .toList())))
                : Decision.refuse(new RatingsDoNotFit(codes, rated));
    }

    /**
     * Sends it back to the partner, or gives more time to one that was sent back (§4.6).
     *
     * @param partner of the program
     * @param request what is to change, until a day that is not over
     * @param today the day in the district
     */
    static Decision<Application> sendBack(
            Application application, Partner partner, ChangeRequest request, LocalDate today) {
        return switch (application) {
            case Submitted(Dossier dossier) -> sendBack(dossier, partner, request, today);
            case Returned(Dossier dossier) -> sendBack(dossier, partner, request, today);
            case Intended _ -> Decision.refuse(NothingToJudge.of(application));
            case Vetted _, Suspended _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static Decision<Application> sendBack(
            Dossier dossier, Partner partner, ChangeRequest request, LocalDate today) {
        Optional<VettingRefusal> no = judging(dossier, partner, request.by());
        if (no.isPresent()) {
            return Decision.refuse(no.get());
        }
        return request.dueOn().isBefore(today)
                ? Decision.refuse(new DueDayPast(request.dueOn(), today))
                : Decision.accept(new Returned(dossier.with(request)));
    }

    /**
     * Vets or refuses (§4.4 to §4.8); what was sent back and not answered can only be refused.
     *
     * @param cycle in which it was applied
     * @param partner of the program
     * @param by who decides
     */
    static Decision<Application> decide(
            Application application, Ruling ruling, Cycle cycle, Partner partner, Person by, Instant at) {
        return switch (application) {
            case Submitted _, Returned _ ->
                judging(application.dossier(), partner, by)
                        .<Decision<Application>>map(Decision::refuse)
                        .orElseGet(() -> decide(application, ruling, cycle, by, at));
            case Intended _ -> Decision.refuse(NothingToJudge.of(application));
            case Vetted _, Suspended _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static Decision<Application> decide(
            Application application, Ruling ruling, Cycle cycle, Person by, Instant at) {
        return switch (ruling) {
            case Ruling.Unclear unclear ->
                Decision.refuse(new ValidityDoesNotFit(
                        unclear.from().map(LocalDate::toString).orElse("absent"),
                        unclear.until().map(LocalDate::toString).orElse("absent")));
            case Ruling.Refuse refuse -> Decision.accept(new Refused(application.dossier(), refuse, by, at));
            case Ruling.Vet vet ->
                application instanceof Submitted(Dossier dossier)
                        ? vet(dossier, vet, categoryOf(dossier, cycle), by, at)
                        : Decision.refuse(NothingToJudge.of(application));
        };
    }

    private static Decision<Application> vet(
            Dossier dossier, Ruling.Vet vet, Category category, Person by, Instant at) {
        int counting = dossier.countingReviews().size();
        if (counting < category.reviewers()) {
            return Decision.refuse(new TooFewReviews(dossier.id(), counting, category.reviewers()));
        }
        List<Finding> findings = Finding.of(dossier, category);
        List<String> disputed = findings.stream()
                .filter(finding -> !finding.isAgreed())
                .map(Finding::criterion)
                .toList();
        if (!disputed.isEmpty()) {
            return Decision.refuse(new ReviewersDisagree(dossier.id(), disputed));
        }
        List<String> unmet = findings.stream()
                .filter(finding -> !finding.isEnough())
                .map(Finding::criterion)
                .toList();
        if (!unmet.isEmpty()) {
            return Decision.refuse(new CriteriaNotMet(dossier.id(), unmet));
        }
        Vetted vetted = new Vetted(dossier, vet, by, at);
        return Decision.accept(vetted, new ProgramVetted(vetted));
    }

    /** Takes the application back, as long as it is not decided (§4.9). */
    static Decision<Application> withdraw(Application application, Optional<String> reason, Instant at) {
        return switch (application) {
            case Intended _, Submitted _, Returned _ ->
                Decision.accept(new Withdrawn(application.dossier(), reason, at));
            case Vetted _, Suspended _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    /**
     * Takes a vetted program off the menu from this day on (§5.4).
     *
     * @param partner of the program
     * @param by who suspends it
     * @param today the day in the district
     */
    static Decision<Application> suspend(
            Application application, Partner partner, String reasons, Person by, LocalDate today, Instant at) {
        return switch (application) {
            case Vetted vetted
            when !vetted.isOver(today) -> {
                Optional<VettingRefusal> no = judging(vetted.dossier(), partner, by);
                if (no.isPresent()) {
                    yield Decision.refuse(no.get());
                }
                Dossier dossier = vetted.dossier().with(new Suspension(reasons, today, by, at, Optional.empty()));
                Suspended suspended =
                        new Suspended(new Vetted(dossier, vetted.ruling(), vetted.by(), vetted.decidedAt()));
                yield Decision.accept(suspended, new ProgramSuspended(suspended));
            }
            case Vetted _, Intended _, Submitted _, Returned _, Suspended _, Refused _, Withdrawn _ ->
                Decision.refuse(new NotOnTheMenu(application.id(), application.word()));
        };
    }

    /**
     * Puts it back onto the menu from this day on, until the day that was decided (§5.5).
     *
     * @param partner of the program
     * @param by who reinstates it
     * @param today the day in the district
     */
    static Decision<Application> reinstate(
            Application application, Partner partner, String reasons, Person by, LocalDate today, Instant at) {
        return switch (application) {
            case Suspended(Vetted before)
            when !before.isOver(today) -> {
                Optional<VettingRefusal> no = judging(before.dossier(), partner, by);
                if (no.isPresent()) {
                    yield Decision.refuse(no.get());
                }
                var reinstatement = new Suspension.Reinstatement(reasons, today, by, at);
                Vetted vetted = new Vetted(
                        before.dossier().with(reinstatement), before.ruling(), before.by(), before.decidedAt());
                yield Decision.accept(vetted, new ProgramReinstated(vetted, reinstatement));
            }
            case Suspended _, Vetted _, Intended _, Submitted _, Returned _, Refused _, Withdrawn _ ->
                Decision.refuse(new NotSuspended(application.id(), application.word()));
        };
    }

    /** Why this person judges nothing of this partner: they act for it, or declared a tie to it (§4.2). */
    private static Optional<VettingRefusal> judging(Dossier dossier, Partner partner, Person person) {
        if (partner.isActedForBy(person)) {
            return Optional.of(new ActsForThePartner(partner.id(), partner.name()));
        }
        return dossier.tieOf(person).map(declared -> new TieDeclared(declared.tie(), partner.name()));
    }

    private static Category categoryOf(Dossier dossier, Cycle cycle) {
        String code = dossier.intent().category();
        return cycle.category(code)
                .orElseThrow(() -> new IllegalStateException(
                        "cycle %s lost its category %s".formatted(cycle.id().value(), code)));
    }

    private static boolean areExactly(List<String> named, List<String> codes) {
        return named.stream().sorted().toList().equals(codes.stream().sorted().toList());
    }
}
