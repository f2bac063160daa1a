package org.partnershipfund.portfolio.vetting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.CycleId;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.PartnerId;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.Program;
import org.partnershipfund.portfolio.program.ProgramId;
import org.partnershipfund.portfolio.program.ServiceArea;
import org.partnershipfund.portfolio.vetting.VettingEvent.ApplicationSubmitted;
import org.partnershipfund.portfolio.vetting.VettingEvent.ProgramVetted;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ActsForThePartner;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyApplied;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyEnded;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AlreadyReviewed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.AnswersDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotInCycle;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CategoryNotServed;
import org.partnershipfund.portfolio.vetting.VettingRefusal.CycleNotOpen;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoReviewIsEnough;
import org.partnershipfund.portfolio.vetting.VettingRefusal.RatingsDoNotFit;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TieDeclared;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TooFewYears;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ValidityDoesNotFit;

/** A program's application in a cycle is always in exactly one of these states. */
public sealed interface Application {

    /** What was applied with, and every review of it; the same in every state that follows. */
    Submitted submitted();

    /** The word for the state in JSON, tables and sentences. */
    String word();

    /** When it last changed. */
    Instant changedAt();

    default ApplicationId id() {
        return submitted().id();
    }

    default Request request() {
        return submitted().request();
    }

    default List<Review> reviews() {
        return submitted().reviews();
    }

    /** Who declared what tie to the partner, in the order of time. */
    default List<DeclaredTie> ties() {
        return submitted().ties();
    }

    /**
     * What a partner applies with.
     *
     * @param partner of the program
     * @param years for how many years the partner has delivered the service
     * @param answers one to each criterion, in the cycle's order
     * @param by who applied
     */
    record Request(
            ProgramId program,
            PartnerId partner,
            CycleId cycle,
            ServiceArea category,
            int years,
            List<Answer> answers,
            Person by,
            Instant at) {
        public Request {
            answers = List.copyOf(answers);
        }
    }

    /** It waits for reviews and a decision. */
    record Submitted(ApplicationId id, Request request, List<Review> reviews, List<DeclaredTie> ties)
            implements Application {
        public Submitted {
            reviews = List.copyOf(reviews);
            ties = List.copyOf(ties);
        }

        @Override
        public Submitted submitted() {
            return this;
        }

        @Override
        public String word() {
            return "submitted";
        }

        @Override
        public Instant changedAt() {
            return Stream.concat(reviews.stream().map(Review::at), ties.stream().map(DeclaredTie::at))
                    .reduce(request.at(), (earlier, later) -> later.isAfter(earlier) ? later : earlier);
        }

        private Submitted with(Review review) {
            List<Review> more = new ArrayList<>(reviews);
            more.add(review);
            return new Submitted(id, request, more, ties);
        }

        private Submitted with(DeclaredTie tie) {
            List<DeclaredTie> more = new ArrayList<>(ties);
            more.add(tie);
            return new Submitted(id, request, reviews, more);
        }

        private Optional<DeclaredTie> tieOf(Person person) {
            return ties.stream().filter(tie -> tie.person().equals(person)).findFirst();
        }

        private boolean hasAReviewThatIsEnough() {
            return reviews.stream()
                    .anyMatch(review ->
                            review.isEnough() && tieOf(review.reviewer()).isEmpty());
        }
    }

    /**
     * The program is on the menu from one day to another.
     *
     * @param by who decided
     */
    record Vetted(Submitted submitted, Ruling.Vet ruling, Person by, Instant changedAt) implements Application {
        @Override
        public String word() {
            return "vetted";
        }
    }

    /**
     * The program does not come onto the menu; it may apply in the next cycle.
     *
     * @param by who decided
     */
    record Refused(Submitted submitted, Ruling.Refuse ruling, Person by, Instant changedAt) implements Application {
        @Override
        public String word() {
            return "refused";
        }
    }

    /** The partner took it back; it counts as never made. */
    record Withdrawn(Submitted submitted, Optional<String> reason, Instant changedAt) implements Application {
        @Override
        public String word() {
            return "withdrawn";
        }
    }

    /**
     * Applies (§3).
     *
     * @param request whose program and cycle are these
     * @param today the day in the district
     * @param earlier the program's application in this cycle that was not withdrawn, if there is one
     */
    static Decision<Application> submit(
            ApplicationId id,
            Request request,
            Program program,
            Cycle cycle,
            LocalDate today,
            Optional<ApplicationId> earlier) {
        return refusal(request, program, cycle, today, earlier)
                .<Decision<Application>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(
                        new Submitted(id, inOrder(request, cycle), List.of(), List.of()),
                        new ApplicationSubmitted(id, request)));
    }

    private static Optional<VettingRefusal> refusal(
            Request request, Program program, Cycle cycle, LocalDate today, Optional<ApplicationId> earlier) {
        Cycle.Terms terms = cycle.terms();
        if (!cycle.isOpenOn(today)) {
            return Optional.of(new CycleNotOpen(cycle.id(), terms.opensOn(), terms.closesOn(), today));
        }
        if (earlier.isPresent()) {
            return Optional.of(new AlreadyApplied(request.program(), earlier.get()));
        }
        if (!terms.categories().contains(request.category())) {
            return Optional.of(new CategoryNotInCycle(request.category(), terms.categories()));
        }
        if (request.category() != program.description().area()) {
            return Optional.of(new CategoryNotServed(
                    request.category(), program.description().area()));
        }
        if (request.years() < terms.minimumYears()) {
            return Optional.of(new TooFewYears(request.years(), terms.minimumYears()));
        }
        List<String> answered =
                request.answers().stream().map(Answer::criterion).toList();
        return areExactly(answered, cycle)
                ? Optional.empty()
                : Optional.of(new AnswersDoNotFit(cycle.codes(), answered));
    }

    private static Request inOrder(Request request, Cycle cycle) {
        return new Request(
                request.program(),
                request.partner(),
                request.cycle(),
                request.category(),
                request.years(),
                request.answers().stream()
                        .sorted(Comparator.comparingInt(answer -> cycle.codes().indexOf(answer.criterion())))
                        .toList(),
                request.by(),
                request.at());
    }

    /**
     * Adds a review, or keeps a tie that the reviewer declares instead of it: from then on they neither review nor decide,
     * and what they found before counts no longer (§4.1 to §4.3).
     *
     * @param cycle in which it was applied
     * @param partner of the program
     * @param tie what the reviewer declares
     */
    static Decision<Application> review(Application application, Cycle cycle, Partner partner, Review review, Tie tie) {
        return switch (application) {
            case Submitted submitted -> review(submitted, cycle, partner, review, tie);
            case Vetted _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static Decision<Application> review(
            Submitted submitted, Cycle cycle, Partner partner, Review review, Tie tie) {
        if (partner.isActedForBy(review.reviewer())) {
            return Decision.refuse(new ActsForThePartner(partner.id(), partner.name()));
        }
        Optional<DeclaredTie> declared = submitted.tieOf(review.reviewer());
        if (declared.isPresent()) {
            return Decision.refuse(new TieDeclared(declared.get().tie(), partner.name()));
        }
        if (tie != Tie.NONE) {
            return Decision.accept(submitted.with(new DeclaredTie(review.reviewer(), tie, review.at())));
        }
        if (submitted.reviews().stream().anyMatch(other -> other.reviewer().equals(review.reviewer()))) {
            return Decision.refuse(new AlreadyReviewed(submitted.id()));
        }
        List<String> rated = review.ratings().stream().map(Rating::criterion).toList();
        if (!areExactly(rated, cycle)) {
            return Decision.refuse(new RatingsDoNotFit(cycle.codes(), rated));
        }
        List<Rating> ordered = review.ratings().stream()
                .sorted(Comparator.comparingInt(rating -> cycle.codes().indexOf(rating.criterion())))
                .toList();
        return Decision.accept(submitted.with(new Review(review.id(), review.reviewer(), ordered, review.at())));
    }

    /**
     * Vets or refuses (§4.4 to §4.6).
     *
     * @param partner of the program
     * @param by who decides
     */
    static Decision<Application> decide(
            Application application, Ruling ruling, Partner partner, Person by, Instant at) {
        return switch (application) {
            case Submitted submitted -> decide(submitted, ruling, partner, by, at);
            case Vetted _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static Decision<Application> decide(
            Submitted submitted, Ruling ruling, Partner partner, Person by, Instant at) {
        if (partner.isActedForBy(by)) {
            return Decision.refuse(new ActsForThePartner(partner.id(), partner.name()));
        }
        Optional<DeclaredTie> declared = submitted.tieOf(by);
        if (declared.isPresent()) {
            return Decision.refuse(new TieDeclared(declared.get().tie(), partner.name()));
        }
        return switch (ruling) {
            case Ruling.Unclear unclear ->
                Decision.refuse(new ValidityDoesNotFit(
                        unclear.from().map(LocalDate::toString).orElse("absent"),
                        unclear.until().map(LocalDate::toString).orElse("absent")));
            case Ruling.Refuse refuse -> Decision.accept(new Refused(submitted, refuse, by, at));
            case Ruling.Vet vet -> vet(submitted, vet, by, at);
        };
    }

    private static Decision<Application> vet(Submitted submitted, Ruling.Vet vet, Person by, Instant at) {
        if (!submitted.hasAReviewThatIsEnough()) {
            return Decision.refuse(
                    new NoReviewIsEnough(submitted.id(), submitted.reviews().size()));
        }
        Vetted vetted = new Vetted(submitted, vet, by, at);
        return Decision.accept(vetted, new ProgramVetted(vetted));
    }

    /** Takes the application back (§4.7). */
    static Decision<Application> withdraw(Application application, Optional<String> reason, Instant at) {
        return switch (application) {
            case Submitted submitted -> Decision.accept(new Withdrawn(submitted, reason, at));
            case Vetted _, Refused _, Withdrawn _ -> Decision.refuse(AlreadyEnded.of(application));
        };
    }

    private static boolean areExactly(List<String> named, Cycle cycle) {
        return named.stream()
                .sorted()
                .toList()
                .equals(cycle.codes().stream().sorted().toList());
    }
}
