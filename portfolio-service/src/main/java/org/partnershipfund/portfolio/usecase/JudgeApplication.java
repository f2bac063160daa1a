package org.partnershipfund.portfolio.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.partnershipfund.kernel.AuditTrail;
import org.partnershipfund.kernel.Decision;
import org.partnershipfund.kernel.Ids;
import org.partnershipfund.kernel.Outbox;
import org.partnershipfund.kernel.RefusedException;
import org.partnershipfund.kernel.Versioned;
import org.partnershipfund.portfolio.clearance.Clearance;
import org.partnershipfund.portfolio.clearance.Clearances;
import org.partnershipfund.portfolio.cycle.Cycle;
import org.partnershipfund.portfolio.cycle.Cycles;
import org.partnershipfund.portfolio.partner.Partner;
import org.partnershipfund.portfolio.partner.Partners;
import org.partnershipfund.portfolio.partner.Person;
import org.partnershipfund.portfolio.program.Programs;
import org.partnershipfund.portfolio.vetting.Application;
import org.partnershipfund.portfolio.vetting.ApplicationId;
import org.partnershipfund.portfolio.vetting.Applications;
import org.partnershipfund.portfolio.vetting.ChangeRequest;
import org.partnershipfund.portfolio.vetting.Rating;
import org.partnershipfund.portfolio.vetting.Review;
import org.partnershipfund.portfolio.vetting.ReviewId;
import org.partnershipfund.portfolio.vetting.Ruling;
import org.partnershipfund.portfolio.vetting.Tie;
import org.partnershipfund.portfolio.vetting.VettingRefusal.NoSuchApplication;
import org.partnershipfund.portfolio.vetting.VettingRefusal.TieDeclared;
import org.partnershipfund.portfolio.vetting.VettingRefusal.ValidityDoesNotFit;

/** What the partnerships team does with an application: review it, agree, send it back, decide, suspend, reinstate. */
@ApplicationScoped
public class JudgeApplication {

    private final Applications applications;
    private final Cycles cycles;
    private final Partners partners;
    private final Clearances clearances;
    private final Programs programs;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Ids ids;
    private final Clock clock;

    JudgeApplication(
            Applications applications,
            Cycles cycles,
            Partners partners,
            Clearances clearances,
            Programs programs,
            Outbox outbox,
            AuditTrail audit,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.cycles = cycles;
        this.partners = partners;
        this.clearances = clearances;
        this.programs = programs;
        this.outbox = outbox;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is judged, and what its rules are. */
    private record Case(Application application, Cycle cycle, Partner partner, LocalDate today, Instant now) {}

    /** A rule of {@link Application}. */
    private interface Rule {
        Decision<Application> decide(Case at);
    }

    /**
     * Adds a review, or keeps the tie that is declared instead.
     *
     * @param tie what the reviewer declares
     * @throws RefusedException if there is no such application, or a rule of {@link Application#review} says no
     */
    @Transactional
    public Versioned<Application> review(ApplicationId id, List<Rating> ratings, Tie tie, Person reviewer) {
        var reviewId = new ReviewId(ids.next());
        return judged(tie == Tie.NONE ? "ApplicationReviewed" : "TieDeclared", held(id), reviewer, at -> {
            int round = at.application().dossier().round();
            var review = new Review(reviewId, reviewer, round, ratings, at.now());
            return Application.review(at.application(), at.cycle(), at.partner(), review, tie);
        });
    }

    /**
     * Says again how criteria stand.
     *
     * @throws RefusedException if there is no such application, or a rule of {@link Application#restate} says no
     */
    @Transactional
    public Versioned<Application> restate(ApplicationId id, List<Rating> ratings, Person by) {
        return judged(
                "ApplicationRestated",
                held(id),
                by,
                at -> Application.restate(at.application(), at.cycle(), at.partner(), ratings, by, at.now()));
    }

    /**
     * Sends the application back to its partner.
     *
     * @param seen the application's version that the caller decided upon
     * @throws RefusedException if there is no such application, or a rule of {@link Application#sendBack} says no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Application> sendBack(ApplicationId id, long seen, String what, LocalDate dueOn, Person by) {
        return judged(
                "ApplicationReturned",
                held(id).expecting(id.value(), seen),
                by,
                at -> Application.sendBack(
                        at.application(), at.partner(), new ChangeRequest(what, dueOn, by, at.now()), at.today()));
    }

    /**
     * Vets a program, or refuses it, with reasons.
     *
     * @param seen the application's version that the caller decided upon
     * @param by who decides
     * @throws RefusedException if there is no such application, or a rule of {@link Application#decide} or
     *     {@link Clearance#missing} says no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Application> decide(ApplicationId id, long seen, Ruling ruling, Person by) {
        return judged(
                "ApplicationDecided",
                held(id).expecting(id.value(), seen),
                by,
                at -> beginsInThePast(ruling, at.today())
                        .<Decision<Application>>map(Decision::refuse)
                        .orElseGet(() -> unlessUncleared(
                                Application.decide(at.application(), ruling, at.cycle(), at.partner(), by, at.now()),
                                at)));
    }

    /** Who was on the menu of a day that is over has been told, and stays true (§4.8). */
    private static Optional<ValidityDoesNotFit> beginsInThePast(Ruling ruling, LocalDate today) {
        return switch (ruling) {
            case Ruling.Vet(var _, LocalDate from, LocalDate until)
            when from.isBefore(today) -> Optional.of(new ValidityDoesNotFit(from.toString(), until.toString()));
            case Ruling.Vet _, Ruling.Refuse _, Ruling.Unclear _ -> Optional.empty();
        };
    }

    private Decision<Application> unlessUncleared(Decision<Application> decision, Case at) {
        return switch (decision) {
            case Decision.Refused<Application> refused -> refused;
            case Decision.Accepted<Application> accepted
            when accepted.state() instanceof Application.Vetted vetted ->
                at.cycle()
                        .category(vetted.intent().category())
                        .flatMap(category -> Clearance.missing(
                                category.clearances(),
                                clearances.newestOf(at.partner().id()),
                                at.today()))
                        .<Decision<Application>>map(Decision::refuse)
                        .orElse(accepted);
            case Decision.Accepted<Application> accepted -> accepted;
        };
    }

    /**
     * Takes a vetted program off the menu.
     *
     * @param seen the application's version that the caller decided upon
     * @param by who suspends it
     * @throws RefusedException if there is no such application, or a rule of {@link Application#suspend} says no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Application> suspend(ApplicationId id, long seen, String reasons, Person by) {
        return judged(
                "ProgramSuspended",
                held(id).expecting(id.value(), seen),
                by,
                at -> Application.suspend(at.application(), at.partner(), reasons, by, at.today(), at.now()));
    }

    /**
     * Puts a suspended program back onto the menu.
     *
     * @param seen the application's version that the caller decided upon
     * @param by who reinstates it
     * @throws RefusedException if there is no such application, or a rule of {@link Application#reinstate} or
     *     {@link Clearance#missing} says no
     * @throws org.partnershipfund.kernel.StaleStateException if it is no longer what the caller saw
     */
    @Transactional
    public Versioned<Application> reinstate(ApplicationId id, long seen, String reasons, Person by) {
        return judged(
                "ProgramReinstated",
                held(id).expecting(id.value(), seen),
                by,
                at -> unlessUncleared(
                        Application.reinstate(at.application(), at.partner(), reasons, by, at.today(), at.now()), at));
    }

    private Versioned<Application> held(ApplicationId id) {
        return applications.hold(id).orElseThrow(() -> new RefusedException(new NoSuchApplication(id)));
    }

    private Versioned<Application> judged(String action, Versioned<Application> read, Person by, Rule rule) {
        Application before = read.value();
        var intent = before.intent();
        Partner partner = partners.find(intent.partner())
                .orElseThrow(() -> new IllegalStateException(
                        "no partner of application " + before.id().value()))
                .value();
        // A tie is to the partner, in whichever of its applications it was declared (§4.2).
        applications.tie(partner.id(), by).ifPresent(declared -> {
            throw new RefusedException(new TieDeclared(declared.tie(), partner.name()));
        });
        // What is said about one program is said in the order in which it becomes true, also by its changes.
        var _ = programs.hold(intent.program());
        Instant now = clock.instant();
        var judged = rule.decide(new Case(
                        before,
                        cycles.find(intent.cycle())
                                .orElseThrow(() -> new IllegalStateException(
                                        "no cycle of application " + before.id().value())),
                        partner,
                        LocalDate.ofInstant(now, clock.getZone()),
                        now))
                .orRefuse();
        long version = applications.store(judged.state(), read.version());
        outbox.add(judged.events());
        audit.record(new AuditTrail.Change(
                action, before.id().value().toString(), Audited.of(before), Audited.of(judged.state())));
        return new Versioned<>(judged.state(), version);
    }
}
